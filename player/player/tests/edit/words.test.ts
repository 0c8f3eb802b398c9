import type { Result, Word } from "@cueweave/client";
import { expect, test } from "vitest";
import { fixWord, removeParagraph, removeWord, rewriteParagraph } from "../../src/edit/words.js";
import { paragraph } from "../made.js";

const word = (text: string, start: number, end: number): Word => ({ word: text, start, end, confidence: 0.9 });
const said = (...words: Word[]): Result => ({
  paragraphs: [
    {
      ...paragraph(null, words.map((each) => each.word).join(" "), 0),
      words,
      start_time: words[0]?.start ?? 0,
      end_time: words.at(-1)?.end ?? 0,
    },
  ],
  media: { duration: 60, kind: "audio", language: "en" },
});
const timesOf = (result: Result): [string, number, number][] =>
  result.paragraphs.flatMap(({ words }) =>
    words.map(({ word, start, end }): [string, number, number] => [word, start, end]),
  );

test("a word written otherwise keeps its time and its confidence", () => {
  const after = rewriteParagraph(said(word("Eyeons", 1, 2), word("move", 2, 3)), 0, "Ions move");
  expect(after.paragraphs[0]?.words[0]).toEqual(word("Ions", 1, 2));
  expect(after.paragraphs[0]?.paragraph_text).toBe("Ions move");
});

test("a word heard as two shares its time by length", () => {
  const after = rewriteParagraph(said(word("cannot", 1, 2.2), word("move", 3, 4)), 0, "can not move");
  expect(timesOf(after)).toEqual([
    ["can", 1, 1.6],
    ["not", 1.6, 2.2],
    ["move", 3, 4],
  ]);
});

test("words heard as one have the time of both", () => {
  const after = rewriteParagraph(
    said(word("key", 1, 1.4), word("board", 1.5, 2), word("keys", 3, 4)),
    0,
    "keyboard keys",
  );
  expect(timesOf(after)).toEqual([
    ["keyboard", 1, 2],
    ["keys", 3, 4],
  ]);
});

test("an inserted word stands in the gap, and the words around it stay", () => {
  const after = rewriteParagraph(said(word("Ions", 1, 2), word("move", 2.3, 3)), 0, "Ions really move");
  expect(timesOf(after)).toEqual([
    ["Ions", 1, 2],
    ["really", 2, 2.3],
    ["move", 2.3, 3],
  ]);
  expect(after.paragraphs[0]?.words[1]?.confidence).toBe(0);
});

test("a word inserted before a silence follows the word before it, one that opens leads to the word after it", () => {
  const silence = said(word("Ions", 10, 11), word("move", 30, 31));
  expect(timesOf(rewriteParagraph(silence, 0, "Ions really move"))[1]).toEqual(["really", 11, 11.5]);
  expect(timesOf(rewriteParagraph(silence, 0, "So Ions move"))[0]).toEqual(["So", 9.5, 10]);
  expect(timesOf(rewriteParagraph(silence, 0, "Ions move on"))[2]).toEqual(["on", 31, 31.5]);
});

test("where words overlap, what is inserted overlaps with them", () => {
  const after = rewriteParagraph(said(word("Ions", 1, 2), word("move", 1.5, 3)), 0, "Ions do move");
  expect(timesOf(after)[1]).toEqual(["do", 1.5, 2]);
});

test("characters of scripts without spaces are compared one by one", () => {
  const after = rewriteParagraph(
    said(word("我们", 1, 2), word("今天", 2, 3), word("学习。", 3, 4)),
    0,
    "我们昨天学习。",
  );
  expect(timesOf(after)).toEqual([
    ["我们", 1, 2],
    ["昨天", 2, 3],
    ["学习。", 3, 4],
  ]);
});

test("fixing a word by nothing removes it, and the keyword that named it", () => {
  const given = said(word("Ions", 1, 2), word("move", 2, 3));
  (given.paragraphs[0] as { keywords: unknown[] }).keywords.push({ word: "Ions", type: "main" });
  const after = fixWord(given, 0, 0, " ");
  expect(timesOf(after)).toEqual([["move", 2, 3]]);
  expect(after.paragraphs[0]).toMatchObject({ keywords: [], start_time: 2 });
});

test("fixing a word by several puts them in its place", () => {
  const after = fixWord(said(word("Ions", 1, 2), word("move", 2, 3)), 0, 1, "go on");
  expect(timesOf(after).map(([text]) => text)).toEqual(["Ions", "go", "on"]);
});

test("the last word of a transcript can't go", () => {
  expect(() => removeWord(said(word("Ions", 1, 2)), 0, 0)).toThrow("at least one word");
});

test("a paragraph that goes leaves its visual and its title to its neighbours", () => {
  const visuals = { type: "image", title: "Cell" } as never;
  const given: Result = {
    paragraphs: [paragraph(null, "a", 0), { ...paragraph("Heat", "b", 2), visuals }, paragraph(null, "c", 4)],
  };
  const after = removeParagraph(given, 1);
  expect(after.paragraphs.map(({ title, visuals }) => [title, visuals !== null])).toEqual([
    [null, true],
    ["Heat", false],
  ]);
});

test("a paragraph whose visual has no place to go is kept", () => {
  const visuals = { type: "image", title: "Cell" } as never;
  const all = ["a", "b", "c"].map((text, at) => ({ ...paragraph(null, text, at), visuals }));
  expect(() => removeParagraph({ paragraphs: all }, 1)).toThrow("visual first");
});
