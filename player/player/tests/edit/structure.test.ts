import type { KeywordType, Result, Visual } from "@cueweave/client";
import { expect, test } from "vitest";
import { addKeyword, changeKeyword, removeKeyword } from "../../src/edit/keywords.js";
import { joinWithNext, retitle, splitParagraph } from "../../src/edit/structure.js";
import { moveVisual, removeVisual, reviseVisual } from "../../src/edit/visuals.js";
import { paragraph } from "../made.js";

const image = (start: number, end: number): Visual => ({
  type: "image",
  title: "A cell",
  start_time: start,
  end_time: end,
  content: { type: "image", title: "A cell", alt_text: "Two plates", url: "cell.webp" },
});
const given: Result = {
  paragraphs: [
    {
      ...paragraph("Ions", "Every battery has two", 0),
      visuals: image(1.2, 3),
      keywords: [{ word: "two", type: "main" }],
    },
    paragraph(null, "sides, and ions", 6),
    { ...paragraph("Heat", "Heat harms", 10), visuals: image(10, 11) },
  ],
  media: { duration: 20, kind: "video", language: "en" },
};
const texts = (result: Result): string[] => result.paragraphs.map((each) => each.paragraph_text);

test("a split keeps the title before it; visual and keyword go where they are seen and said", () => {
  const after = splitParagraph(given, 0, 2);
  expect(texts(after)).toEqual(["Every battery", "has two", "sides, and ions", "Heat harms"]);
  expect(after.paragraphs.map((each) => each.paragraph_id)).toEqual([1, 2, 3, 4]);
  expect(after.paragraphs.map((each) => each.title)).toEqual(["Ions", null, null, "Heat"]);
  expect(after.paragraphs.map((each) => each.visuals !== null)).toEqual([false, true, false, true]);
  expect(after.paragraphs.map((each) => each.keywords.length)).toEqual([0, 1, 0, 0]);
});

test("a split at an end of a paragraph changes nothing", () => {
  expect([splitParagraph(given, 0, 0), splitParagraph(given, 0, 4)]).toEqual([given, given]);
});

test("a joined paragraph has the words, keywords and visual of both", () => {
  const after = joinWithNext(given, 0);
  expect(texts(after)).toEqual(["Every battery has two sides, and ions", "Heat harms"]);
  expect(after.paragraphs[0]).toMatchObject({ title: "Ions", end_time: 7.4, keywords: [{ word: "two" }] });
  expect(after.paragraphs[0]?.visuals?.title).toBe("A cell");
});

test("two paragraphs with visuals aren't joined, since one would be lost", () => {
  expect(() => joinWithNext(joinWithNext(given, 0), 0)).toThrow("room for one");
});

test("the last paragraph has no next one", () => {
  expect(() => joinWithNext(given, 2)).toThrow("isn’t there");
});

test.each([
  ["  Ions\n and  cells ", "Ions and cells"],
  ["  ", null],
])("the title %j is kept as %j", (written, title) => {
  expect(retitle(given, 0, written).paragraphs[0]?.title).toBe(title);
});

test("a keyword is kept as it is said", () => {
  expect(addKeyword(given, 1, " SIDES and", "Key Terms").paragraphs[1]?.keywords).toEqual([
    { word: "sides and", type: "Key Terms" },
  ]);
});

test("a keyword named twice is of the later type", () => {
  expect(addKeyword(given, 0, "two", "Warnings").paragraphs[0]?.keywords).toEqual([{ word: "two", type: "Warnings" }]);
});

test("what isn't said can't be a keyword", () => {
  expect(() => addKeyword(given, 0, "ions", "main")).toThrow("“ions” isn’t said");
  expect(() => addKeyword(given, 0, " … ", "main")).toThrow("isn’t said");
});

test("a keyword is changed and removed", () => {
  const type: KeywordType = "Callouts";
  expect(changeKeyword(given, 0, 0, { word: "battery", type }).paragraphs[0]?.keywords).toEqual([
    { word: "battery", type },
  ]);
  expect(removeKeyword(given, 0, 0).paragraphs[0]?.keywords).toEqual([]);
});

test("a visual's title stands in both places, and an empty description is none", () => {
  const { visuals } = reviseVisual(given, 0, { title: "Cells", alt_text: " ", end_time: 4 }).paragraphs[0] ?? {};
  expect(visuals).toMatchObject({ title: "Cells", end_time: 4, content: { title: "Cells", alt_text: null } });
});

test.each([{ start_time: 5 }, { start_time: -1 }, { end_time: 21 }, { end_time: Number.NaN }])(
  "a visual can't be shown at %j",
  (times) => {
    expect(() => reviseVisual(given, 0, times)).toThrow("begin before it ends");
  },
);

test("a visual that moves is shown with its new paragraph, for as long", () => {
  const after = moveVisual(given, 0, 1);
  expect(after.paragraphs[0]?.visuals).toBeNull();
  expect(after.paragraphs[1]?.visuals).toMatchObject({ start_time: 6, end_time: 7.8 });
});

test("two visuals change places", () => {
  const after = moveVisual(given, 0, 2);
  expect(after.paragraphs.map((each) => each.visuals?.start_time)).toEqual([0, undefined, 10]);
});

test("a visual is removed once", () => {
  const after = removeVisual(given, 0);
  expect(after.paragraphs[0]?.visuals).toBeNull();
  expect(() => removeVisual(after, 0)).toThrow("no visual");
});

test("joined paragraphs have a speaker only if both have the same", () => {
  const said = (...speakers: (string | undefined)[]): Result => ({
    paragraphs: speakers.map((speaker, at) => ({ ...paragraph(null, "So we go", 4 * at), speaker })),
  });
  expect(joinWithNext(said("Ann", "Ann"), 0).paragraphs[0]?.speaker).toBe("Ann");
  expect(joinWithNext(said("Ann", "Bob"), 0).paragraphs[0]?.speaker).toBeUndefined();
  expect(joinWithNext(said(undefined, "Bob"), 0).paragraphs[0]?.speaker).toBeUndefined();
});
