import type { Keyword, KeywordType, Paragraph, Result, Visual, VisualContent, Word } from "@cueweave/client";
import fc from "fast-check";
import type { Edit } from "../../src/edit/edits.js";
import { isSaid } from "../../src/edit/settle.js";
import { joinWords } from "../../src/edit/text.js";

/** Results and edits that nobody thought of, and what every result promises. */

const TYPES: KeywordType[] = ["main", "Key Terms", "Callouts", "Warnings"];
const texts = fc.constantFrom(
  "ions",
  "move,",
  "heat",
  "Heat",
  "“harms”",
  "cells.",
  "今天",
  "学习。",
  "—",
  "don’t",
  "a",
  "b",
);
const CONTENTS: VisualContent[] = [
  { type: "table", title: "Cells", caption: null, headers: ["a", "b"], data: [["1", "2"]] },
  { type: "chart", chart_type: "bar", title: "Cells", data: { labels: ["a", "b"], datasets: [1, 2] } },
  { type: "image", title: "Cells", alt_text: null, url: "cells.jpg" },
];
const visual = (start: number, content: VisualContent): Visual => ({
  type: content.type,
  title: "Cells",
  start_time: start,
  end_time: start + 1,
  content,
});

/** Words in order, some overlapping, some without a gap between them, some of no length. */
const spoken = fc
  .array(fc.tuple(texts, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 700 })), {
    minLength: 1,
    maxLength: 40,
  })
  .map((given): Word[] => {
    let [start, end] = [0, 0];
    return given.map(([word, wait, length]) => {
      start += wait;
      end = Math.max(end, start + length);
      return { word, start: start / 1000, end: end / 1000, confidence: 0.9 };
    });
  });

export const results = fc
  .tuple(
    spoken,
    fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 8, maxLength: 40 }),
    fc.infiniteStream(fc.nat(5)),
  )
  .map(([words, lengths, chosen]): Result => {
    const next = (): number => chosen.next().value as number;
    const duration = Math.max((words.at(-1) as Word).end, ...words.map((word) => word.start + 1));
    const paragraphs: Paragraph[] = [];
    for (let first = 0; first < words.length; ) {
      const some = words.slice(first, first + (lengths[paragraphs.length] ?? 6));
      first += some.length;
      paragraphs.push(paragraphOf(some, paragraphs.length + 1, next));
    }
    return { paragraphs, media: { duration, kind: "audio", language: "en" } };
  });

function paragraphOf(words: Word[], number: number, next: () => number): Paragraph {
  const [first, last] = [words[0] as Word, words[words.length - 1] as Word];
  const keywords: Keyword[] = [{ word: first.word, type: TYPES[next() % 4] as KeywordType }];
  return {
    paragraph_id: number,
    paragraph_text: joinWords(words.map((word) => word.word)),
    start_time: first.start,
    end_time: last.end,
    title: next() > 3 ? `Chapter ${number}` : null,
    keywords: keywords.filter((keyword) => isSaid(keyword.word, words)),
    words,
    visuals: next() > 2 ? visual(first.start, CONTENTS[next() % 3] as VisualContent) : null,
  };
}

const at = fc.nat(12);
const text = fc.array(texts, { maxLength: 9 }).map((some) => joinWords(some));
const type = fc.constantFrom(...TYPES);
const cell = fc.record({ row: fc.integer({ min: -1, max: 2 }), column: fc.nat(2) });

export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ kind: fc.constant("rewrite" as const), at, text }),
  fc.record({ kind: fc.constant("fix-word" as const), at, word: fc.nat(3), text }),
  fc.record({ kind: fc.constant("remove-word" as const), at, word: fc.nat(3) }),
  fc.record({ kind: fc.constant("remove" as const), at }),
  fc.record({ kind: fc.constant("split" as const), at, word: fc.nat(6) }),
  fc.record({ kind: fc.constant("join" as const), at }),
  fc.record({ kind: fc.constant("title" as const), at, title: fc.constantFrom("", " Heat ", "Cells") }),
  fc.record({ kind: fc.constant("add-keyword" as const), at, word: text, type }),
  fc.record({ kind: fc.constant("remove-keyword" as const), at, index: fc.nat(2) }),
  fc.record({ kind: fc.constant("move-visual" as const), at, to: at }),
  fc.record({ kind: fc.constant("write-cell" as const), at, cell, text: fc.constantFrom("", "7", "-0.5", "12k") }),
  fc.record({ kind: fc.constant("add-row" as const), at, row: fc.nat(2) }),
  fc.record({ kind: fc.constant("remove-row" as const), at, row: fc.nat(2) }),
);

/** What doesn't hold of a result, in words; nothing if all is well. */
export function broken({ paragraphs, media }: Result): string[] {
  const words = paragraphs.flatMap((paragraph) => paragraph.words);
  const duration = (media?.duration ?? 0) + 0.0015;
  return [
    ...(paragraphs.length === 0 ? ["no paragraphs"] : []),
    ...words.filter((word) => !/^\S+$/.test(word.word)).map((word) => `white space in ${word.word}`),
    ...words.filter(({ start, end }) => !(start >= 0 && start <= end && end <= duration)).map(() => "outside"),
    ...words.slice(1).flatMap((word, before) => {
      const earlier = words[before] as Word;
      return word.start < earlier.start || word.end < earlier.end ? [`backwards at ${word.word}`] : [];
    }),
    ...paragraphs.flatMap(brokenParagraph),
  ];
}

function brokenParagraph(paragraph: Paragraph, at: number): string[] {
  const { words, keywords, visuals } = paragraph;
  const held: [string, boolean][] = [
    ["numbered", paragraph.paragraph_id === at + 1],
    ["not empty", words.length > 0],
    ["text", paragraph.paragraph_text === joinWords(words.map((word) => word.word))],
    ["times", paragraph.start_time === words[0]?.start && paragraph.end_time === words.at(-1)?.end],
    ["keywords", keywords.every((keyword) => isSaid(keyword.word, words))],
    ["visual", !visuals || (visuals.start_time <= visuals.end_time && visuals.title === visuals.content.title)],
    ["cells", !visuals || isWhole(visuals.content)],
  ];
  return held.flatMap(([promise, holds]) => (holds ? [] : [`${promise} of paragraph ${at}`]));
}

/** Whether there is a number for each label, and a cell for each header. */
function isWhole(content: VisualContent): boolean {
  if (content.type === "table") return content.data.every((row) => row.length === content.headers.length);
  return content.type !== "chart" || isEven(content.data);
}

function isEven({ labels, datasets }: { labels: string[]; datasets: number[] }): boolean {
  return labels.length > 0 && labels.length === datasets.length && datasets.every(Number.isFinite);
}
