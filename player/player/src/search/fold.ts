import { isUnspaced } from "../edit/text.js";

/** Text as it is compared: small letters without accents and punctuation, words apart by one blank. */

/** Accents that come after their letter: Latin, Greek and Cyrillic ones, Hebrew points, Arabic vowel signs. */
const ACCENTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1-\u05c7\u064b-\u065f\u0670]/g;
const APOSTROPHES = /['’ʼ‘`´]/g;
/** All punctuation but what is read aloud; it parts words, as in `state-of-the-art`. */
const PUNCTUATION = /(?:(?![#%&@])[\p{P}\s\u200b])+/gu;
const PLAIN = /^[a-z0-9]*$/;
const LETTERS: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ς: "σ",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");

/** A word or a query, folded; empty if there is nothing but punctuation. */
export function folded(text: string): string {
  const small = text.toLowerCase();
  if (PLAIN.test(small)) return small;
  const simple = small.normalize("NFKD").replace(ACCENTS, "").normalize("NFC");
  return simple
    .replace(LETTER, (letter) => LETTERS[letter] as string)
    .replace(APOSTROPHES, "")
    .replace(PUNCTUATION, " ")
    .trim();
}

/** A query, folded; blanks between characters of a script without spaces mean nothing. */
export function foldedQuery(text: string): string {
  const simple = folded(text);
  if (!isUnspaced(simple)) return simple;
  const words = simple.split(" ");
  return words.reduce((joined, word) => joined + (endsApart(joined, word) ? " " : "") + word);
}

/** Whether a blank is put between two folded words. */
export function endsApart(before: string, after: string): boolean {
  return !(isUnspaced(before.slice(-1)) && isUnspaced(after.slice(0, 1)));
}
