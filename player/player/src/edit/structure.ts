import type { Paragraph, Result } from "@cueweave/client";
import { EditRefused } from "./refused.js";
import { paragraphOf, replaced } from "./settle.js";

/** Edits of paragraphs and titles. */

/** A new paragraph begins with the word `word`; the visual goes where its time is. */
export function splitParagraph(result: Result, at: number, word: number): Result {
  const paragraph = paragraphOf(result, at);
  if (word <= 0 || word >= paragraph.words.length) return result;
  const [first, second] = [paragraph.words.slice(0, word), paragraph.words.slice(word)];
  const { visuals } = paragraph;
  const isLater = visuals !== null && visuals.start_time >= (second[0]?.start ?? Number.POSITIVE_INFINITY);
  return replaced(result, at, 1, [
    { ...paragraph, words: first, visuals: isLater ? null : visuals },
    { ...paragraph, words: second, title: null, visuals: isLater ? visuals : null },
  ]);
}

/** The paragraph and the next one are one; a title of both is the first one's. Raises EditRefused. */
export function joinWithNext(result: Result, at: number): Result {
  const [first, second] = [paragraphOf(result, at), paragraphOf(result, at + 1)];
  if (first.visuals && second.visuals) {
    throw new EditRefused("Remove or move one of the visuals first: a paragraph has room for one.");
  }
  const { speaker, ...known } = first;
  const joined: Paragraph = {
    ...known,
    title: first.title ?? second.title,
    words: [...first.words, ...second.words],
    keywords: [...first.keywords, ...second.keywords],
    visuals: first.visuals ?? second.visuals,
    ...(speaker !== undefined && speaker === second.speaker ? { speaker } : {}),
  };
  return replaced(result, at, 2, [joined]);
}

/** The paragraph opens a chapter of that title, or none if it is empty. */
export function retitle(result: Result, at: number, title: string): Result {
  const paragraph = paragraphOf(result, at);
  const wanted = title.trim().replace(/\s+/g, " ") || null;
  return wanted === paragraph.title ? result : replaced(result, at, 1, [{ ...paragraph, title: wanted }]);
}
