import type { ChartType } from "@cueweave/client";

const KINDS: Readonly<Record<ChartType, string>> = {
  bar: "Bar chart",
  line: "Line chart",
  pie: "Pie chart",
  radar: "Radar chart",
  doughnut: "Doughnut chart",
};

/** Texts of the visuals. */
export const strings = {
  asTable: "Show as table",
  asChart: "Show as chart",
  chart: (type: ChartType, title: string): string =>
    `${KINDS[type] ?? "Chart"}: ${title}. A table with its numbers follows.`,
  kinds: KINDS,
  label: "Label",
  value: "Value",
  table: (title: string): string => `Table: ${title}`,
  larger: (what: string): string => `Show larger: ${what}`,
  close: "Close",
  missing: "The picture couldn’t be loaded.",
} as const;
