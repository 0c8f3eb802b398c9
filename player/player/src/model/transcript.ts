import type { Paragraph, Result, Word } from "@cueweave/client";

/** A word and where it stands: `index` among all words, `paragraph` among the paragraphs. */
export interface WordRef {
  readonly index: number;
  readonly paragraph: number;
  readonly word: Word;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A paragraph and its words by index, `first` to `last`; a paragraph without words has `last < first`. */
export interface ParagraphRef {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  readonly paragraph: Paragraph;
}

/** A titled stretch: it begins with a paragraph that has a title and lasts until the next one. */
export interface Chapter {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  /** The index of its first paragraph. */
  readonly paragraph: number;
}

/** A result, flattened so that what lies at a time is found by halving. */
export interface Transcript {
  readonly result: Result;
  readonly words: readonly WordRef[];
  readonly paragraphs: readonly ParagraphRef[];
  readonly chapters: readonly Chapter[];
  readonly duration: number;
}

/** The transcript of a result; words keep the order that the result gives them. */
export function transcriptOf(result: Result): Transcript {
  const words: WordRef[] = [];
  const paragraphs = result.paragraphs.map((paragraph, at): ParagraphRef => {
    const first = words.length;
    for (const word of paragraph.words) {
      words.push({ index: words.length, paragraph: at, word, start: word.start, end: word.end, text: word.word });
    }
    return { first, last: words.length - 1, start: paragraph.start_time, end: paragraph.end_time, paragraph };
  });
  const duration = durationOf(result);
  return { result, words, paragraphs, chapters: chaptersOf(paragraphs, duration), duration };
}

/** The end of the medium in seconds, as far as the result tells. */
export function durationOf(result: Result): number {
  return result.media?.duration ?? result.paragraphs.reduce((latest, { end_time }) => Math.max(latest, end_time), 0);
}

/** The index of the last word that has begun at `time`, -1 before the first. */
export function wordAt(transcript: Transcript, time: number): number {
  return lastBegun(transcript.words, time);
}

/** The index of the last paragraph that has begun at `time`, -1 before the first. */
export function paragraphAt(transcript: Transcript, time: number): number {
  return lastBegun(transcript.paragraphs, time);
}

/** The index of the last chapter that has begun at `time`, -1 before the first. */
export function chapterAt(transcript: Transcript, time: number): number {
  return lastBegun(transcript.chapters, time);
}

/** The index of the last of `items`, ordered by start, that has begun at `time`; -1 if none has. */
export function lastBegun(items: readonly { readonly start: number }[], time: number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((items[middle] as { start: number }).start <= time) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function chaptersOf(paragraphs: readonly ParagraphRef[], duration: number): Chapter[] {
  const opening = paragraphs.flatMap(({ paragraph, start }, at) =>
    paragraph.title ? [{ title: paragraph.title, start, paragraph: at }] : [],
  );
  return opening.map((chapter, at) => ({
    ...chapter,
    end: opening[at + 1]?.start ?? Math.max(duration, chapter.start),
  }));
}
