import { expect, test } from "vitest";
import { transcriptOf } from "../../src/model/transcript.js";
import { hitFrom, search } from "../../src/search/search.js";
import { paragraph, random } from "../made.js";

const said = (...texts: string[]) =>
  transcriptOf({ paragraphs: texts.map((text, at) => paragraph(null, text, at * 100)) });
const found = (text: string, query: string): string[] => {
  const transcript = said(text);
  return search(transcript, query).map(({ first, last }) =>
    transcript.words
      .slice(first, last + 1)
      .map((word) => word.text)
      .join(" "),
  );
};

test.each([
  ["Every Battery has two.", "battery", ["Battery"]],
  ["Every battery, two sides", "BATTERY TWO", ["battery, two"]],
  ["the state-of-the-art cell", "state of the art", ["state-of-the-art"]],
  ["the state of the art", "state-of-the-art", ["state of the art"]],
  ["we don’t know", "dont", ["don’t"]],
  ["we don’t know", "don't k", ["don’t know"]],
  ["Das Café der Straße", "cafe", ["Café"]],
  ["Das Café der Straße", "STRASSE", ["Straße"]],
  ["Łódź i Kraków", "lodz", ["Łódź"]],
  ["The fiﬁne one", "fine", ["fiﬁne"]],
  ["some 3.14 % of it", "3.14 %", ["3.14 %"]],
  ["the C# language", "c#", ["C#"]],
  ["one — two", "one two", ["one — two"]],
  ["start art", "art", ["start", "art"]],
  ["हिन्दी में", "हिन्दी", ["हिन्दी"]],
  ["हिन्दी में", "हन्द", []],
  ["مُحَمَّد هنا", "محمد", ["مُحَمَّد"]],
  ["我们 今天 学习。", "今天学", ["今天 学习。"]],
  ["我们 今天 学习。", "们 今", ["我们 今天"]],
  ["every battery", "xyz", []],
  ["every battery", "  ", []],
  ["every battery", "…", []],
])("in %j, %j finds %j", (text, query, hits) => {
  expect(found(text, query)).toEqual(hits);
});

test("phrases are found across paragraphs, and nothing is found twice", () => {
  const transcript = said("ions move", "in in in heat");
  expect(search(transcript, "move in")).toEqual([{ first: 1, last: 2 }]);
  expect(search(transcript, "in in")).toEqual([{ first: 2, last: 3 }]);
});

test("two places within a word are one hit", () => {
  expect(search(said("banana bread"), "an")).toEqual([{ first: 0, last: 0 }]);
});

test("a search begins with what comes next, or else with the first", () => {
  const transcript = said("ions move", "ions heat");
  const hits = search(transcript, "ions");
  expect([0, 50, 100.2, 500].map((time) => hitFrom(transcript, hits, time))).toEqual([0, 1, 1, 0]);
  expect(hitFrom(transcript, [], 3)).toBe(-1);
});

test("what is found in many words is what a slow search finds", () => {
  const next = random(7);
  const letters = (): string =>
    Array.from({ length: 1 + Math.floor(next() * 3) }, () => "abé,"[Math.floor(next() * 4)]).join("");
  const text = Array.from({ length: 3000 }, letters).join(" ");
  const transcript = said(text);
  const plain = transcript.words.map((word) => word.text.replaceAll("é", "e").replaceAll(/,+/g, " ").trim());
  for (const query of ["ab", "bé", "aab", "eeb"]) {
    const wanted = query.replaceAll("é", "e");
    const slow = plain.flatMap((word, at) => (word.includes(wanted) ? [at] : []));
    expect(search(transcript, query).map((hit) => hit.first)).toEqual(slow);
  }
});
