import type { KeywordType, Paragraph } from "@cueweave/client";

/** Words `first` to `last` of a paragraph, counted from 0, that are a keyword. */
export interface KeywordSpan {
  readonly first: number;
  readonly last: number;
  readonly type: KeywordType;
}

/** The types, the most urgent first: where two keywords of one length meet, it wins. */
export const KEYWORD_TYPES: readonly KeywordType[] = ["Warnings", "Callouts", "Key Terms", "main"];

/** Most words of most transcripts; they are folded in a fraction of the time. */
const ASCII = /^[ -~]*$/;

/** Where the keywords of a paragraph stand in it, in order and never overlapping; a longer one wins over a shorter. */
export function keywordSpans({ keywords, words }: Paragraph): KeywordSpan[] {
  const heard = words.map(({ word }) => folded(word));
  const taken = new Set<number>();
  const wanted = keywords
    .map(({ word, type }) => ({ folded: folded(word), type }))
    .filter((keyword) => keyword.folded)
    .sort((a, b) => b.folded.length - a.folded.length || rank(a.type) - rank(b.type));
  const spans: KeywordSpan[] = [];
  for (const { folded, type } of wanted) {
    for (let first = 0; first < heard.length; first++) {
      const last = endOf(heard, first, folded);
      if (last < first || anyOf(taken, first, last)) continue;
      for (let at = first; at <= last; at++) taken.add(at);
      spans.push({ first, last, type });
    }
  }
  return spans.sort((a, b) => a.first - b.first);
}

/** Letters and digits only, in one case: "State-of-the-art," and "state of the art" are the same. */
export function folded(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]/gu, "");
}

/** The last word of those that spell `keyword` from word `first` on, or -1. */
function endOf(heard: readonly string[], first: number, keyword: string): number {
  if (!heard[first]) return -1;
  let spelled = "";
  for (let at = first; at < heard.length && spelled.length < keyword.length; at++) {
    spelled += heard[at];
    if (spelled === keyword) return at;
    if (!keyword.startsWith(spelled)) return -1;
  }
  return -1;
}

function anyOf(taken: ReadonlySet<number>, first: number, last: number): boolean {
  for (let at = first; at <= last; at++) if (taken.has(at)) return true;
  return false;
}

function rank(type: KeywordType): number {
  return KEYWORD_TYPES.indexOf(type);
}
