import { expect, test } from "vitest";
import { spacing } from "../../src/model/spacing.js";
import { paragraph, random } from "../made.js";

const between = (words: string, text: string): string[] =>
  spacing({ ...paragraph(null, words, 0), paragraph_text: text });

test("what stands between words is what the text has", () => {
  expect(between("un deux trois", "un deux : trois.")).toEqual(["", " ", " : ", "."]);
});

test("without spaces in the text there are none", () => {
  expect(between("電池 は 熱い", "電池は熱い。")).toEqual(["", "", "", "。"]);
});

test("a word that the text doesn't have gets a space", () => {
  expect(between("one TWO three", "one two three")).toEqual(["", " ", " ", ""]);
});

test("spaces and words together are the text again, whatever it is", () => {
  const next = random(11);
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: 1 + Math.floor(next() * 20) }, () => "xyz".slice(0, 1 + Math.floor(next() * 3)));
    const text = words.reduce((all, word) => all + (all && next() < 0.9 ? " " : all ? ", " : "") + word, "");
    const gaps = between(words.join(" "), text);
    expect(gaps.length).toBe(words.length + 1);
    expect(words.reduce((all, word, at) => all + gaps[at] + word, "") + gaps[words.length]).toBe(text);
  }
});
