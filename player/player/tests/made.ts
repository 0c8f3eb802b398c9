import type { Paragraph, Word } from "@cueweave/client";

/** A paragraph of words of half a second each, from `start` on. */
export function paragraph(title: string | null, text: string, start: number): Paragraph {
  const words = text.split(" ").filter(Boolean);
  return {
    paragraph_id: 1,
    paragraph_text: text,
    start_time: start,
    end_time: start + 2,
    title,
    keywords: [],
    words: words.map((word, at): Word => ({ word, start: start + at / 2, end: start + at / 2 + 0.4, confidence: 0.9 })),
    visuals: null,
  };
}

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32), so that a failure can be repeated. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
