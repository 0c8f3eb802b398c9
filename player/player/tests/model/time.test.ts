import { expect, test } from "vitest";
import { directionOf } from "../../src/model/direction.js";
import { kindOf } from "../../src/model/kind.js";
import { clockTime, spokenTime } from "../../src/model/time.js";

test.each([
  [0, "0:00"],
  [65.9, "1:05"],
  [3725, "1:02:05"],
  [Number.NaN, "0:00"],
])("%d s is written %s", (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});

test.each([
  [0, "0 seconds"],
  [1, "1 second"],
  [3661, "1 hour 1 minute 1 second"],
  [120, "2 minutes"],
])("%d s is said %s", (seconds, text) => {
  expect(spokenTime(seconds)).toBe(text);
});

test.each([
  ["ar", "rtl"],
  ["he-IL", "rtl"],
  ["pa_Arab", "rtl"],
  ["ug-Cyrl", "ltr"],
  ["en", "ltr"],
  [null, "auto"],
])("%s runs %s", (language, direction) => {
  expect(directionOf(language)).toBe(direction);
});

test("a file's name says whether it is sound alone", () => {
  expect(["a.mp3?x=1", "a.m4a#t=3", "a.mp4", "mp3/video.webm"].map(kindOf)).toEqual([
    "audio",
    "audio",
    "video",
    "video",
  ]);
});
