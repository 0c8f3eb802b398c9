import { expect, test } from "vitest";
import { bare, cutWords, joinWords, wordsBefore } from "../../src/edit/text.js";

test.each([
  [["Every", "battery,", "two"], "Every battery, two"],
  [["我们", "今天", "学习。"], "我们今天学习。"],
  [["用", "GPT", "模型"], "用 GPT 模型"],
  [[], ""],
])("%j is displayed as %j", (words, text) => {
  expect(joinWords(words)).toBe(text);
});

test.each([
  ["  two\n sides ", ["two", "sides"]],
  ["10\u00a0000 ions", ["10", "000", "ions"]],
  ["我们今天学习。", ["我们", "今天", "学习。"]],
])("%j is cut into %j", (text, words) => {
  expect(cutWords(text)).toEqual(words);
});

test("punctuation around a word is none of it, within it is", () => {
  expect(["“don’t!”", "(3.14)", "…"].map(bare)).toEqual(["don’t", "3.14", ""]);
});

test.each([
  ["can not", 0, 0],
  ["can not", 3, 1],
  ["can not", 4, 1],
  ["can not", 5, 2],
  ["can not", 7, 2],
])("in %j, the caret at %i has %i words before it", (text, offset, words) => {
  expect(wordsBefore(["can", "not"], text, offset)).toBe(words);
});
