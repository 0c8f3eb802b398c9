const RIGHT_TO_LEFT = new Set([
  "ar",
  "arc",
  "ckb",
  "dv",
  "fa",
  "he",
  "iw",
  "ks",
  "ku-arab",
  "nqo",
  "ps",
  "sd",
  "syr",
  "ug",
  "ur",
  "yi",
]);

/** The direction of a language's script by its tag; `auto` where no language is known: the text decides. */
export function directionOf(language: string | null | undefined): "ltr" | "rtl" | "auto" {
  if (!language) return "auto";
  const tag = language.toLowerCase().replaceAll("_", "-");
  const [primary = ""] = tag.split("-");
  if (/-(latn|cyrl)\b/.test(tag)) return "ltr";
  return RIGHT_TO_LEFT.has(primary) || /-(arab|hebr)\b/.test(tag) ? "rtl" : "ltr";
}
