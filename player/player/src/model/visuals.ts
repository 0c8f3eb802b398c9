import type { Visual } from "@cueweave/client";
import type { Transcript } from "./transcript.js";

/** A visual and the index of the paragraph that has it. */
export interface PlacedVisual {
  readonly paragraph: number;
  readonly visual: Visual;
}

/** All visuals in the order of their paragraphs. */
export function visualsOf({ paragraphs }: Transcript): PlacedVisual[] {
  return paragraphs.flatMap(({ paragraph }, at) =>
    paragraph.visuals ? [{ paragraph: at, visual: paragraph.visuals }] : [],
  );
}

/**
 * What is shown beside the text at its moment. Pictures were taken from the video: while that is on the screen they would show what it
 * shows, so that they have their place in the text alone.
 */
export function besideText(visuals: readonly PlacedVisual[], filmed: boolean): readonly PlacedVisual[] {
  return filmed ? visuals.filter(({ visual }) => visual.content.type !== "image") : visuals;
}

/** The visual to show at `time`: of those that have begun and not ended, the one that began last. */
export function visualAt(visuals: readonly PlacedVisual[], time: number): PlacedVisual | null {
  let best: PlacedVisual | null = null;
  for (const each of visuals) {
    const { start_time: start, end_time: end } = each.visual;
    if (start <= time && time < end && (!best || start >= best.visual.start_time)) best = each;
  }
  return best;
}
