/** Languages that one can choose, by their names in the reader's language. */

// those of the world's most subtitled talks and films; the server takes any code of ISO 639-1
const CODES = (
  "af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko lt lv " +
  "mk ml mn mr ms my nb ne nl pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi zh"
).split(" ");

/** Code and name, in the order of the names. */
export function languages(reader: readonly string[] = navigator.languages): [string, string][] {
  const names = new Intl.DisplayNames([...reader, "en"], { type: "language" });
  const named = CODES.map((code): [string, string] => [code, names.of(code) ?? code]);
  return named.sort(([, one], [, other]) => one.localeCompare(other));
}
