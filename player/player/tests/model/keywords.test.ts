import type { Keyword, KeywordType } from "@cueweave/client";
import { expect, test } from "vitest";
import { folded, keywordSpans } from "../../src/model/keywords.js";
import { paragraph, random } from "../made.js";

const spans = (text: string, ...keywords: [string, KeywordType][]) =>
  keywordSpans({ ...paragraph(null, text, 0), keywords: keywords.map(([word, type]): Keyword => ({ word, type })) });

test("a keyword is found wherever it is said, in any case and before any mark", () => {
  expect(spans("Ions move. The ions, too", ["ions", "main"])).toEqual([
    { first: 0, last: 0, type: "main" },
    { first: 3, last: 3, type: "main" },
  ]);
});

test("a keyword of several words is one span", () => {
  expect(spans("it stores 40 watt hours per kilogram.", ["40 watt hours per kilogram", "Key Terms"])).toEqual([
    { first: 2, last: 6, type: "Key Terms" },
  ]);
});

test("the longer keyword wins over one that lies in it", () => {
  expect(spans("charge a lithium battery", ["battery", "main"], ["lithium battery", "Warnings"])).toEqual([
    { first: 2, last: 3, type: "Warnings" },
  ]);
});

test("of two equal keywords the more urgent one wins", () => {
  expect(spans("fire", ["fire", "main"], ["Fire", "Warnings"])).toEqual([{ first: 0, last: 0, type: "Warnings" }]);
});

test("a part of a word is no keyword", () => {
  expect(spans("the ionic bond", ["ion", "main"])).toEqual([]);
});

test("a keyword that is nothing but marks is nowhere", () => {
  expect(spans("a — b", ["—", "main"])).toEqual([]);
});

test("Japanese keywords are found across words that have no spaces", () => {
  expect(spans("リチウム 電池 は", ["リチウム電池", "Key Terms"])).toEqual([{ first: 0, last: 1, type: "Key Terms" }]);
});

test("spans are in order, never overlap, and spell their keyword, whatever is said", () => {
  const next = random(5);
  const pick = () => ["a", "b", "ab", "ba"][Math.floor(next() * 4)] as string;
  for (let round = 0; round < 300; round++) {
    const words = Array.from({ length: 1 + Math.floor(next() * 12) }, pick);
    const keywords = Array.from({ length: 3 }, (): [string, KeywordType] => [
      Array.from({ length: 1 + Math.floor(next() * 3) }, pick).join(" "),
      "main",
    ]);
    const wanted = new Set(keywords.map(([word]) => folded(word)));
    let after = -1;
    for (const { first, last } of spans(words.join(" "), ...keywords)) {
      expect(first).toBeGreaterThan(after);
      expect(wanted).toContain(words.slice(first, last + 1).join(""));
      after = last;
    }
  }
});
