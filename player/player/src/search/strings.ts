/** Texts of the search. */
export const strings = {
  search: "Search the transcript",
  previous: "Previous place",
  next: "Next place",
  clear: "Clear the search",
  count: (current: number, all: number): string => `${current} of ${all}`,
  nothing: "Not found",
  stands: (current: number, all: number, said: string): string => `${current} of ${all}: ${said}`,
} as const;
