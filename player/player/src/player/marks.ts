import { guard } from "lit/directives/guard.js";
import type { Hit, Mark } from "../contract.js";
import type { Transcript } from "../model/transcript.js";

/** What stands on the timeline, and the same list until something of it changes: each mark is a line that is drawn. */
export function marksOf(...all: Parameters<typeof listed>): unknown {
  return guard(all, () => listed(...all));
}

/** The chapters, what was found, and what the page adds. */
function listed(transcript: Transcript | null, hits: readonly Hit[], more: readonly Mark[]): readonly Mark[] {
  if (!transcript) return more;
  const chapters = transcript.chapters.map(
    ({ title, start }): Mark => ({ time: start, kind: "chapter", label: title }),
  );
  const found = hits.flatMap(({ first }): Mark[] => {
    const word = transcript.words[first];
    return word ? [{ time: word.start, kind: "hit" }] : [];
  });
  return [...chapters, ...found, ...more];
}
