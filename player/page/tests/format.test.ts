import { describe, expect, test } from "vitest";
import { duration, moment, size } from "../src/format.js";
import { Pace } from "../src/pace.js";

describe("numbers as people read them", () => {
  test.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1000, "1 KB"],
    [1536, "1.5 KB"],
    [1.6 * 1024 ** 2, "1.6 MB"],
    [1023 * 1024, "1 MB"],
    [4294967296, "4 GB"],
    [123 * 1024 ** 3, "123 GB"],
  ])("%d bytes are %s", (bytes, text) => expect(size(bytes)).toBe(text.replaceAll(" ", "\u00a0")));

  test.each([
    [0.2, "1 s"],
    [59.4, "59 s"],
    [59.6, "1 min"],
    [3599, "1 h"],
    [7500, "2 h 5 min"],
  ])("%d seconds are %s", (seconds, text) => expect(duration(seconds)).toBe(text.replaceAll(" ", "\u00a0")));

  test("a moment of today has no date; what is no moment has no text", () => {
    const now = new Date(2025, 0, 17, 12);
    expect(moment(new Date(2025, 0, 17, 9, 5).toISOString(), now)).not.toContain("17");
    expect(moment(new Date(2024, 11, 31, 9, 5).toISOString(), now)).toContain("2024");
    expect(moment("<script>", now)).toBe("");
  });
});

describe("pace", () => {
  test("says nothing before it has seen enough", () => {
    const pace = new Pace(60, 6);
    pace.add(0, 0);
    pace.add(5, 50);
    expect([pace.speed, pace.left(100)]).toEqual([null, null]);
    pace.add(10, 60);
    expect([pace.speed, pace.left(100)]).toEqual([6, 40 / 6]);
  });

  test("forgets what was long ago, and never says never", () => {
    const pace = new Pace(8, 1);
    for (let time = 0; time <= 30; time += 1) pace.add(time, Math.min(time, 10));
    expect(pace.speed).toBeNull();
    expect(pace.left(100)).toBeNull();
    pace.add(31, 19);
    expect(pace.left(100)).toBe(81 / (9 / 8));
  });
});
