import type { KeywordType } from "@cueweave/client";

/** Texts of the legend. */
export const strings = {
  legend: "Marked words",
  places: (count: number): string => (count === 1 ? "1 place" : `${count} places`),
} as const;

/** What people call the types of keywords. */
export const TYPE_NAMES: Readonly<Record<KeywordType, string>> = {
  main: "Main ideas",
  "Key Terms": "Terms",
  Callouts: "Worth noting",
  Warnings: "Warnings",
};
