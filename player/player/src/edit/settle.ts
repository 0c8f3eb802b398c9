import type { Keyword, Paragraph, Result, Word } from "@cueweave/client";
import { EditRefused } from "./refused.js";
import { bare, joinWords } from "./text.js";

/** What every edit leaves behind: paragraphs that agree with their words, numbered from 1. */

/** The result with `count` paragraphs from `at` on replaced; those that stay as they are stay the same objects. */
export function replaced(result: Result, at: number, count: number, by: readonly Paragraph[]): Result {
  const paragraphs = [...result.paragraphs.slice(0, at), ...by.map(settled), ...result.paragraphs.slice(at + count)];
  return { ...result, paragraphs: paragraphs.map(numbered) };
}

/** The paragraph at an index. Raises EditRefused. */
export function paragraphOf(result: Result, at: number): Paragraph {
  const paragraph = result.paragraphs[at];
  if (!paragraph) throw new EditRefused("This paragraph isn’t there any more.");
  return paragraph;
}

/** Whether a keyword's words are said one after another. */
export function isSaid(keyword: string, words: readonly Word[]): boolean {
  return (
    saidAt(
      keyword.split(/\s+/).filter(Boolean).map(bare),
      words.map((word) => bare(word.word)),
    ) >= 0
  );
}

/** Where `span` stands in `texts`, -1 if nowhere. */
export function saidAt(span: readonly string[], texts: readonly string[]): number {
  if (span.length === 0 || span.every((part) => part === "")) return -1;
  return texts.findIndex((_, at) => span.every((part, offset) => texts[at + offset] === part));
}

function settled(paragraph: Paragraph): Paragraph {
  const { words } = paragraph;
  return {
    ...paragraph,
    paragraph_text: joinWords(words.map((word) => word.word)),
    start_time: words[0]?.start ?? paragraph.start_time,
    end_time: words.at(-1)?.end ?? paragraph.end_time,
    keywords: once(paragraph.keywords).filter((keyword) => isSaid(keyword.word, words)),
  };
}

function once(keywords: readonly Keyword[]): Keyword[] {
  return keywords.filter((keyword, at) => keywords.findIndex((other) => other.word === keyword.word) === at);
}

function numbered(paragraph: Paragraph, at: number): Paragraph {
  return paragraph.paragraph_id === at + 1 ? paragraph : { ...paragraph, paragraph_id: at + 1 };
}
