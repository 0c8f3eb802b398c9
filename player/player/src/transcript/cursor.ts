import type { Transcript } from "../model/transcript.js";

/** Where a key takes the reader who stands on word `from`; null if the key isn't one that moves. */
export function moved(transcript: Transcript, from: number, event: KeyboardEvent, rightToLeft: boolean): number | null {
  if (event.altKey || event.metaKey || event.shiftKey) return null;
  const last = transcript.words.length - 1;
  const paragraph = transcript.words[from]?.paragraph ?? 0;
  const step = rightToLeft ? -1 : 1;
  const goals: Record<string, () => number> = {
    ArrowRight: () => from + step,
    ArrowLeft: () => from - step,
    ArrowDown: () => beside(transcript, paragraph, 1) ?? from,
    ArrowUp: () => beside(transcript, paragraph, -1) ?? from,
    Home: () => (event.ctrlKey ? 0 : (transcript.paragraphs[paragraph]?.first ?? from)),
    End: () => (event.ctrlKey ? last : (transcript.paragraphs[paragraph]?.last ?? from)),
  };
  const goal = goals[event.key];
  if (!goal || (event.ctrlKey && !["Home", "End"].includes(event.key))) return null;
  return Math.min(last, Math.max(0, goal()));
}

/** The first word of the next paragraph in that direction that has words. */
function beside({ paragraphs }: Transcript, from: number, step: 1 | -1): number | null {
  for (let at = from + step; at >= 0 && at < paragraphs.length; at += step) {
    const { first, last } = paragraphs[at] as { first: number; last: number };
    if (last >= first) return first;
  }
  return null;
}
