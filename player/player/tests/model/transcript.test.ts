import type { Result } from "@cueweave/client";
import { expect, test } from "vitest";
import { chapterAt, lastBegun, paragraphAt, transcriptOf, wordAt } from "../../src/model/transcript.js";
import { paragraph, random } from "../made.js";

const result: Result = {
  paragraphs: [
    paragraph("Ions", "Every battery has two", 1),
    paragraph(null, "sides and ions", 6),
    paragraph("Heat", "Heat harms", 10),
  ],
};

test("words are flat, and each knows its paragraph", () => {
  const transcript = transcriptOf(result);
  expect(transcript.words.map((word) => word.text).join(" ")).toBe("Every battery has two sides and ions Heat harms");
  expect(transcript.words.map((word) => word.paragraph)).toEqual([0, 0, 0, 0, 1, 1, 1, 2, 2]);
  expect(transcript.words.every((word, at) => word.index === at)).toBe(true);
});

test("a paragraph names its first and last word", () => {
  expect(transcriptOf(result).paragraphs.map(({ first, last }) => [first, last])).toEqual([
    [0, 3],
    [4, 6],
    [7, 8],
  ]);
});

test("a paragraph without words ends before it begins, and harms nobody", () => {
  const transcript = transcriptOf({ paragraphs: [paragraph(null, "", 0), paragraph(null, "one", 2)] });
  expect(transcript.paragraphs[0]).toMatchObject({ first: 0, last: -1 });
  expect(wordAt(transcript, 2)).toBe(0);
});

test("a chapter lasts until the next one, the last to the end of the medium", () => {
  const { chapters } = transcriptOf({ ...result, media: { duration: 20, kind: "audio", language: "en" } });
  expect(chapters).toEqual([
    { title: "Ions", start: 1, end: 10, paragraph: 0 },
    { title: "Heat", start: 10, end: 20, paragraph: 2 },
  ]);
});

test("without a medium the transcript is as long as its last paragraph", () => {
  expect(transcriptOf(result).duration).toBe(12);
});

test("nothing has begun before the first word, and the last one stays", () => {
  const transcript = transcriptOf(result);
  expect([wordAt(transcript, 0.99), paragraphAt(transcript, 0), chapterAt(transcript, 0)]).toEqual([-1, -1, -1]);
  expect([wordAt(transcript, 999), paragraphAt(transcript, 999), chapterAt(transcript, 999)]).toEqual([8, 2, 1]);
});

test("an empty result is an empty transcript", () => {
  const transcript = transcriptOf({ paragraphs: [] });
  expect([transcript.words.length, transcript.duration, wordAt(transcript, 5)]).toEqual([0, 0, -1]);
});

test("halving finds what reading on would find, for any starts and any time", () => {
  const next = random(7);
  for (let round = 0; round < 500; round++) {
    const starts = Array.from({ length: Math.floor(next() * 40) }, () => Math.round(next() * 100) / 10);
    const items = starts.sort((a, b) => a - b).map((start) => ({ start }));
    const time = Math.round(next() * 120) / 10 - 1;
    expect(lastBegun(items, time)).toBe(items.filter(({ start }) => start <= time).length - 1);
  }
});
