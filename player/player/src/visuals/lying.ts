import type { ChartContent } from "@cueweave/client";

/** Labels of charts are broken into lines of about so many characters. */
export const LINE = 14;
/** Bars lie when there are more of them than this, or one has a label longer than two lines. */
const UPRIGHT = 8;

/** Whether the bars lie one below the other, so that their labels have room. */
export function isLying({ chart_type, data }: ChartContent): boolean {
  return chart_type === "bar" && (data.labels.length > UPRIGHT || data.labels.some((label) => label.length > 2 * LINE));
}
