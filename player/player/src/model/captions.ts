import { spacing } from "./spacing.js";
import type { ParagraphRef, Transcript, WordRef } from "./transcript.js";

/** A caption: at most two lines, joined by a line feed. */
export interface Caption {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const LINE = 42;
const LONGEST = 6;
const PAUSE = 1;
const LINGER = 0.5;
const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*$/u;

interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Captions from the words: two lines of 42 characters at most, new ones after sentences and pauses, never across paragraphs. */
export function captionsOf(transcript: Transcript): Caption[] {
  const captions = transcript.paragraphs.flatMap((paragraph) => groups(pieces(transcript, paragraph)).map(caption));
  return captions.map((each, at) => ({
    ...each,
    end: Math.min(each.end + LINGER, captions[at + 1]?.start ?? Infinity),
  }));
}

function pieces({ words }: Transcript, { first, last, paragraph }: ParagraphRef): Piece[] {
  const gaps = spacing(paragraph);
  return words.slice(first, last + 1).map((word: WordRef, at) => {
    const closing = at === last - first ? (gaps[at + 1] ?? "") : "";
    return { text: (gaps[at] ?? " ") + word.text + closing, start: word.start, end: Math.max(word.end, word.start) };
  });
}

/** A caption is full when its words don't fit on two lines, or it lasts too long; it may end early at a sentence's end. */
function groups(all: readonly Piece[]): Piece[][] {
  const found: Piece[][] = [];
  let open: Piece[] = [];
  for (const piece of all) {
    if (open.length && startsAnew(open, piece)) {
      found.push(open);
      open = [];
    }
    open.push(piece);
  }
  return open.length ? [...found, open] : found;
}

function startsAnew(open: readonly Piece[], piece: Piece): boolean {
  const first = open[0] as Piece;
  const last = open[open.length - 1] as Piece;
  if (SENTENCE_END.test(last.text) || piece.start - last.end > PAUSE || piece.end - first.start > LONGEST) return true;
  return lines([...open, piece]).length > 2;
}

function caption(group: readonly Piece[]): Caption {
  const first = group[0] as Piece;
  return { start: first.start, end: (group[group.length - 1] as Piece).end, text: balanced(group).join("\n") };
}

/** Lines filled greedily; a word longer than a line stands alone. */
function lines(group: readonly Piece[], width = LINE): string[] {
  const filled: string[] = [];
  for (const { text } of group) {
    const line = filled[filled.length - 1];
    if (line !== undefined && (line + text).length <= width) filled[filled.length - 1] = line + text;
    else filled.push(text.trimStart());
  }
  return filled;
}

/** The narrowest lines of which there are no more than the greedy ones: two of much the same length read best. */
function balanced(group: readonly Piece[]): string[] {
  const greedy = lines(group);
  if (greedy.length < 2) return greedy;
  const whole = greedy.join(" ").length;
  for (let width = Math.ceil(whole / 2); width < LINE; width++) {
    const narrower = lines(group, width);
    if (narrower.length <= greedy.length) return narrower;
  }
  return greedy;
}
