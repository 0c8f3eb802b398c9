/** Words as text and text as words, by the same rules as the server's. */

/** Thai, Lao, Burmese, Khmer, Chinese, Japanese and their marks: scripts without spaces between words. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3000-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const ENDS_UNSPACED = new RegExp(`${UNSPACED.source}$`, "u");
const STARTS_UNSPACED = new RegExp(`^${UNSPACED.source}`, "u");
const OUTER = " \t\"'“”„‘’‚«»‹›()[]{}.,;:!?…-–—¿¡。，、！？；：「」『』（）《》〈〉【】।॥،؛؟·";

/** Whether there is a character of a script without spaces. */
export function isUnspaced(text: string): boolean {
  return UNSPACED.test(text);
}

/** Whether a blank stands between two words that follow one another. */
export function areApart(before: string, after: string): boolean {
  return !(ENDS_UNSPACED.test(before.replace(/\u200b+$/, "")) && STARTS_UNSPACED.test(after));
}

/** Words as they are displayed: apart by blanks, but not between two characters of a script without spaces. */
export function joinWords(texts: readonly string[]): string {
  let joined = "";
  texts.forEach((text, at) => {
    if (at > 0 && areApart(texts[at - 1] as string, text)) joined += " ";
    joined += text;
  });
  return joined;
}

/** The text without the punctuation around it. */
export function bare(text: string): string {
  let first = 0;
  let stop = text.length;
  while (first < stop && OUTER.includes(text[first] as string)) first += 1;
  while (stop > first && OUTER.includes(text[stop - 1] as string)) stop -= 1;
  return text.slice(first, stop);
}

/** The words of a text in order; no character but white space is lost. */
export function cutWords(text: string): string[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((piece) => (isUnspaced(piece) ? cutUnspaced(piece) : [piece]));
}

/** How many of `words` lie before the caret that has `offset` characters of their text before it; a word is not cut. */
export function wordsBefore(words: readonly string[], text: string, offset: number): number {
  const wanted = letters(text.slice(0, offset));
  let passed = 0;
  for (let at = 0; at < words.length; at += 1) {
    if (passed >= wanted) return at;
    passed += letters(words[at] as string);
  }
  return words.length;
}

function letters(text: string): number {
  return text.replace(/\s+/g, "").length;
}

/** By the browser's dictionary; marks stand with the word before them, and Latin words stay whole. */
function cutUnspaced(piece: string): string[] {
  const words: string[] = [];
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: "word" }).segment(piece)) {
    const last = words.at(-1);
    const joins = last !== undefined && (!hasLetter(segment) || !hasLetter(last) || areApart(last, segment));
    if (joins) words[words.length - 1] += segment;
    else words.push(segment);
  }
  return words;
}

function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
