import type { Word } from "@cueweave/client";

/** Times for words that somebody wrote. */

/** What an inserted word gets at most, in seconds, where there is a long silence. */
const WORD_SECONDS = 0.5;

/** Where written words stand: between two words that stay, in place of `replaced`. */
export interface Gap {
  readonly before: Word | undefined;
  readonly replaced: readonly Word[];
  readonly after: Word | undefined;
  /** The end of the medium. */
  readonly duration: number;
  /** Whether the words open their paragraph, and so belong to what follows. */
  readonly opens: boolean;
}

/**
 * The texts as words within the gap. As many as were replaced take their times one by one; others share the time by
 * length and have a confidence of 0, since nobody heard where they are.
 */
export function timed(texts: readonly string[], gap: Gap): Word[] {
  if (texts.length === gap.replaced.length) {
    return gap.replaced.map((word, at) => ({ ...word, word: texts[at] as string }));
  }
  const window = gap.replaced.length > 0 ? replacedTime(gap.replaced) : freeTime(texts.length, gap);
  return inOrder(shared(texts, window), gap);
}

interface Window {
  readonly start: number;
  readonly end: number;
}

function replacedTime(replaced: readonly Word[]): Window {
  return { start: (replaced[0] as Word).start, end: (replaced[replaced.length - 1] as Word).end };
}

function freeTime(count: number, { before, after, duration, opens }: Gap): Window {
  const edges = [before?.end ?? 0, after?.start ?? duration];
  const [start, end] = [Math.min(...edges), Math.max(...edges)];
  const most = count * WORD_SECONDS;
  return opens && after ? { start: Math.max(start, end - most), end } : { start, end: Math.min(end, start + most) };
}

function shared(texts: readonly string[], { start, end }: Window): Word[] {
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  let passed = 0;
  const time = (): number => milliseconds(start + ((end - start) * passed) / Math.max(all, 1));
  return texts.map((word) => {
    const begins = time();
    passed += word.length;
    return { word, start: begins, end: time(), confidence: 0 };
  });
}

/** Neither start nor end runs backwards, whatever the neighbours' times are. */
function inOrder(words: readonly Word[], { before, after, duration }: Gap): Word[] {
  let last = { start: before?.start ?? 0, end: before?.end ?? 0 };
  const latest = after ?? { start: Math.max(duration, last.end), end: Math.max(duration, last.end) };
  return words.map((word) => {
    const start = Math.min(Math.max(word.start, last.start), latest.start);
    const end = Math.min(Math.max(word.end, last.end, start), latest.end);
    last = { start, end };
    return { ...word, start, end };
  });
}

/** Rounded to them, still in seconds. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
