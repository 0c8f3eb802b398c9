/** Texts of the bar above the text. */
export const strings = {
  chapters: "Chapters",
  link: "Copy a link to this moment",
  copied: (time: string): string => `Link to ${time} copied`,
  notCopied: (link: string): string => `Copy this link: ${link}`,
  print: "Print as an article",
  keys: "Keyboard shortcuts",
} as const;
