/** Texts of the printed article. */
export const strings = {
  title: "Transcript",
  facts: (kind: "video" | "audio", duration: string): string =>
    `Transcript of a ${kind === "video" ? "video" : "recording"} of ${duration}`,
} as const;
