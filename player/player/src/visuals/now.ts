import type { Result, Visual } from "@cueweave/client";
import { lastBegun } from "../model/transcript.js";

/** A visual and the index of its paragraph. */
export interface Shown {
  readonly visual: Visual;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
}

/** All visuals of a result in the order in which they appear. */
export function visualsOf(result: Result): Shown[] {
  return result.paragraphs
    .flatMap(({ visuals: visual }, paragraph) =>
      visual ? [{ visual, paragraph, start: visual.start_time, end: visual.end_time }] : [],
    )
    .sort((left, right) => left.start - right.start);
}

/** The visual that is shown at `time`: of those that have begun and not ended the latest; null if there is none. */
export function visualAt(visuals: readonly Shown[], time: number): Shown | null {
  for (let at = lastBegun(visuals, time); at >= 0; at -= 1) {
    const shown = visuals[at] as Shown;
    if (time <= shown.end) return shown;
  }
  return null;
}
