import type { Paragraph } from "@cueweave/client";

const LETTER = /[\p{L}\p{N}]/u;
const FARTHEST = 12;

/**
 * What stands between the words of a paragraph, as its text has it: as many strings as words, each the text before
 * that word, and one more for what follows the last. Japanese has no spaces, French has some before its colons. A word that the
 * text doesn't show near by gets a space.
 */
export function spacing(paragraph: Paragraph): string[] {
  const text = paragraph.paragraph_text;
  let at = 0;
  const before = paragraph.words.map(({ word }, index) => {
    const found = text.indexOf(word, at);
    const gap = found < 0 ? "" : text.slice(at, found);
    if (found < 0 || gap.length > FARTHEST || LETTER.test(gap)) return index ? " " : "";
    at = found + word.length;
    return gap;
  });
  const rest = text.slice(at);
  return [...before, LETTER.test(rest) ? "" : rest.trimEnd()];
}
