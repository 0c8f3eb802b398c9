import type { Paragraph, Result, Word } from "@cueweave/client";
import { durationOf } from "../model/transcript.js";
import { staying } from "./diff.js";
import { EditRefused } from "./refused.js";
import { paragraphOf, replaced } from "./settle.js";
import { cutWords, isUnspaced } from "./text.js";
import { type Gap, timed } from "./times.js";

/** Edits of what is said. */

/** The paragraph says `text`: words that stay keep their times, others share the gap in which they stand. */
export function rewriteParagraph(result: Result, at: number, text: string): Result {
  const paragraph = paragraphOf(result, at);
  if (cutWords(text).length === 0) return removeParagraph(result, at);
  const runs = compare(paragraph.words, text);
  if (runs.every((run) => run.removed.length === 0 && run.texts.length === 0)) return result;
  return withWords(result, at, rewritten(runs, outside(result, at)));
}

/** The word says `text`, which may be several words. */
export function fixWord(result: Result, at: number, word: number, text: string): Result {
  const texts = cutWords(text);
  if (texts.length === 0) return removeWord(result, at, word);
  const words = wordsWith(result, at, word);
  const { before, after, duration } = outside(result, at);
  const gap: Gap = {
    before: words[word - 1] ?? before,
    replaced: words.slice(word, word + 1),
    after: words[word + 1] ?? after,
    duration,
    opens: word === 0,
  };
  return withWords(result, at, [...words.slice(0, word), ...timed(texts, gap), ...words.slice(word + 1)]);
}

/** The word is gone, and with its last word the paragraph. */
export function removeWord(result: Result, at: number, word: number): Result {
  const words = wordsWith(result, at, word).filter((_, index) => index !== word);
  return words.length > 0 ? withWords(result, at, words) : removeParagraph(result, at);
}

/** The paragraph is gone; its visual and its title go to a neighbour. Raises EditRefused if that can't be. */
export function removeParagraph(result: Result, at: number): Result {
  const gone = paragraphOf(result, at);
  const [before, after] = [result.paragraphs[at - 1], result.paragraphs[at + 1]];
  if (!before && !after) throw new EditRefused("A transcript needs at least one word.");
  const heir = gone.visuals ? [before, after].find((neighbour) => neighbour && !neighbour.visuals) : undefined;
  if (gone.visuals && !heir) {
    throw new EditRefused("Remove or move this paragraph’s visual first: both neighbours have one of their own.");
  }
  const kept = [before, after]
    .filter((neighbour) => neighbour !== undefined)
    .map((neighbour): Paragraph => {
      const title = neighbour === after ? (neighbour.title ?? gone.title) : neighbour.title;
      return { ...neighbour, title, visuals: neighbour === heir ? gone.visuals : neighbour.visuals };
    });
  return replaced(result, before ? at - 1 : at, kept.length + 1, kept);
}

/** The paragraph's words, of which `word` is one. */
function wordsWith(result: Result, at: number, word: number): Word[] {
  const { words } = paragraphOf(result, at);
  if (!words[word]) throw new EditRefused("This word isn’t there any more.");
  return words;
}

function withWords(result: Result, at: number, words: readonly Word[]): Result {
  return replaced(result, at, 1, [{ ...paragraphOf(result, at), words: [...words] }]);
}

interface Outside {
  readonly before: Word | undefined;
  readonly after: Word | undefined;
  readonly duration: number;
}

/** The words around a paragraph. */
function outside(result: Result, at: number): Outside {
  const before = result.paragraphs.slice(0, at).findLast((paragraph) => paragraph.words.length > 0);
  const after = result.paragraphs.slice(at + 1).find((paragraph) => paragraph.words.length > 0);
  return { before: before?.words.at(-1), after: after?.words[0], duration: durationOf(result) };
}

/** What is written in place of `removed`, and then the word that stays; the last run has none. */
interface Run {
  readonly removed: Word[];
  readonly texts: string[];
  readonly stays: Word | undefined;
}

function rewritten(runs: readonly Run[], { before, after, duration }: Outside): Word[] {
  const words: Word[] = [];
  for (const { removed, texts, stays } of runs) {
    const gap = { before: words.at(-1) ?? before, replaced: removed, after: stays ?? after, duration };
    words.push(...timed(texts, { ...gap, opens: words.length === 0 }));
    if (stays) words.push(stays);
  }
  return words;
}

/** A word, or a character of a script without spaces: what is compared. */
interface Atom {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

function compare(words: readonly Word[], text: string): Run[] {
  const before = words.flatMap((word, index) => atomsOf(word.word).map((atom) => ({ ...atom, index })));
  const after = atomsOf(text);
  const pairs = staying(
    before.map((atom) => atom.text),
    after.map((atom) => atom.text),
  );
  const place = new Map(pairs);
  const runs: Run[] = [];
  let [next, from, atom] = [0, 0, 0];
  const written = (stop: number): string[] =>
    stop > from ? cutWords(text.slice((after[from] as Atom).from, (after[stop - 1] as Atom).to)) : [];
  words.forEach((word, index) => {
    const first = atom;
    while (before[atom]?.index === index) atom += 1;
    const found = stands(place, first, atom);
    if (found === undefined) return;
    runs.push({ removed: words.slice(next, index), texts: written(found), stays: word });
    [next, from] = [index + 1, found + atom - first];
  });
  runs.push({ removed: words.slice(next), texts: written(after.length), stays: undefined });
  return runs;
}

/** Where all atoms from `first` up to `stop` stand one after another in the new text. */
function stands(place: ReadonlyMap<number, number>, first: number, stop: number): number | undefined {
  const found = place.get(first);
  if (found === undefined) return undefined;
  for (let atom = first; atom < stop; atom += 1) if (place.get(atom) !== found + atom - first) return undefined;
  return found;
}

function atomsOf(text: string): Atom[] {
  return [...text.matchAll(/\S+/g)].flatMap(({ 0: piece, index }): Atom[] => {
    if (!isUnspaced(piece)) return [{ text: piece, from: index, to: index + piece.length }];
    let from = index;
    return [...piece].map((letter) => {
      const atom = { text: letter, from, to: from + letter.length };
      from = atom.to;
      return atom;
    });
  });
}
