import type { Keyword, KeywordType, Result } from "@cueweave/client";
import { EditRefused } from "./refused.js";
import { paragraphOf, replaced, saidAt } from "./settle.js";
import { bare, joinWords } from "./text.js";

/** Edits of keywords. */

/** The paragraph has the keyword, written as it is said there. Raises EditRefused if it isn't said. */
export function addKeyword(result: Result, at: number, word: string, type: KeywordType): Result {
  const said = asSaid(result, at, word);
  const others = paragraphOf(result, at).keywords.filter((keyword) => keyword.word !== said);
  return withKeywords(result, at, [...others, { word: said, type }]);
}

export function removeKeyword(result: Result, at: number, index: number): Result {
  return withKeywords(
    result,
    at,
    paragraphOf(result, at).keywords.filter((_, other) => other !== index),
  );
}

/** The keyword is another word or of another type. Raises EditRefused if it isn't said. */
export function changeKeyword(result: Result, at: number, index: number, keyword: Keyword): Result {
  const said = { word: asSaid(result, at, keyword.word), type: keyword.type };
  const keywords = paragraphOf(result, at).keywords.map((other, place) => (place === index ? said : other));
  return withKeywords(result, at, keywords);
}

function withKeywords(result: Result, at: number, keywords: readonly Keyword[]): Result {
  return replaced(result, at, 1, [{ ...paragraphOf(result, at), keywords: [...keywords] }]);
}

/** The keyword in the letters in which it is spoken, without the punctuation around it. */
function asSaid(result: Result, at: number, wanted: string): string {
  const texts = paragraphOf(result, at).words.map((word) => word.word);
  const small = (text: string): string => bare(text).toLocaleLowerCase();
  const span = wanted.split(/\s+/).filter(Boolean).map(small);
  const first = saidAt(span, texts.map(small));
  if (first < 0) throw new EditRefused(`“${wanted.trim()}” isn’t said in this paragraph.`);
  return joinWords(texts.slice(first, first + span.length).map(bare));
}
