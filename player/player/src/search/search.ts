import type { Hit } from "../contract.js";
import { lastBegun, type Transcript } from "../model/transcript.js";
import { endsApart, folded, foldedQuery } from "./fold.js";

/** All words in one folded text, so that phrases are found across the ends of words. */
interface Index {
  readonly text: string;
  /** Where each word that has letters starts in the text, in order, and which word it is. */
  readonly places: readonly { readonly start: number; readonly word: number }[];
}

const indices = new WeakMap<Transcript, Index>();

/**
 * Where the words of `query` are said, in order, without overlap; nothing for an empty query. Case, accents and
 * punctuation don't matter, and words may be begun or ended in the middle.
 */
export function search(transcript: Transcript, query: string): Hit[] {
  const wanted = foldedQuery(query);
  if (wanted === "") return [];
  const { text, places } = indexOf(transcript);
  const hits: Hit[] = [];
  for (let found = text.indexOf(wanted); found >= 0; found = text.indexOf(wanted, found + wanted.length)) {
    const hit = { first: wordAt(places, found), last: wordAt(places, found + wanted.length - 1) };
    if ((hits.at(-1)?.last ?? -1) < hit.first) hits.push(hit);
  }
  return hits;
}

/** The first hit that is said at `time` or later, else the first; -1 if there is none. */
export function hitFrom(transcript: Transcript, hits: readonly Hit[], time: number): number {
  if (hits.length === 0) return -1;
  return Math.max(
    hits.findIndex((hit) => (transcript.words[hit.last]?.end ?? 0) >= time),
    0,
  );
}

function indexOf(transcript: Transcript): Index {
  const known = indices.get(transcript);
  if (known) return known;
  const index = indexed(transcript);
  indices.set(transcript, index);
  return index;
}

function indexed({ words }: Transcript): Index {
  const known = new Map<string, string>(); // most words of a talk are said often, and folding is what takes time
  const parts: string[] = [];
  const places: { start: number; word: number }[] = [];
  let length = 0;
  let last = "";
  for (const { text, index } of words) {
    const simple = known.get(text) ?? folded(text);
    known.set(text, simple);
    if (simple === "") continue;
    const blank = last !== "" && endsApart(last, simple) ? " " : "";
    places.push({ start: length + blank.length, word: index });
    parts.push(blank, simple);
    length += blank.length + simple.length;
    last = simple;
  }
  return { text: parts.join(""), places };
}

function wordAt(places: Index["places"], position: number): number {
  return places[lastBegun(places, position)]?.word ?? 0;
}
