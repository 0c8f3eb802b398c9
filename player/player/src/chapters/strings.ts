/** Texts of the chapters. */
export const strings = { chapters: "Chapters" } as const;
