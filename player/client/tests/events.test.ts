// @vitest-environment node
import { describe, expect, test } from "vitest";
import { secondsOf } from "../src/errors.js";
import { EventReader, eventsOf } from "../src/events.js";
import { pause } from "../src/waiting.js";

const STREAM = 'retry: 3000\r\n\r\n: alive\n\nevent: status\ndata: {"a":\ndata:1}\n\ndata: two\r\n\r\ndata: half';

describe("events", () => {
  test("are the same however the stream is cut", () => {
    for (let size = 1; size <= STREAM.length; size += 1) {
      const reader = new EventReader();
      const pieces = STREAM.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
      expect(pieces.flatMap((piece) => reader.read(piece))).toEqual(['{"a":\n1}', "two"]);
    }
  });

  test("that stay away for too long are an error", async () => {
    const mute = new ReadableStream<Uint8Array>({});
    await expect(eventsOf(mute, 0.02).next()).rejects.toThrow("nothing for 0.02 s");
  });
});

describe("when to try again", () => {
  test("Retry-After is a number or a date", () => {
    expect(secondsOf("5")).toBe(5);
    expect(secondsOf(null)).toBeNull();
    expect(secondsOf("soon")).toBeNull();
    expect(secondsOf(new Date(Date.now() + 60_000).toUTCString())).toBeGreaterThan(58);
    expect(secondsOf("Thu, 01 Jan 1970 00:00:00 GMT")).toBe(0);
  });

  test("pauses grow, but for ever only to half a minute; a server's word counts more", () => {
    const grown = [1, 2, 3, 10].map((failures) => pause(failures, null, () => 1));
    expect(grown).toEqual([1, 2, 4, 30]);
    expect(pause(1, null, () => 0)).toBe(0.5);
    expect(pause(3, 20, () => 0)).toBe(20);
  });
});
