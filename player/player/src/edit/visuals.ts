import type { ChartType, Paragraph, Result, Visual, VisualContent } from "@cueweave/client";
import { durationOf } from "../model/transcript.js";
import { EditRefused } from "./refused.js";
import { paragraphOf, replaced } from "./settle.js";
import { milliseconds } from "./times.js";

/** Edits of visuals. */

/** What can be changed; `alt_text` is an image's, `caption` a table's, `chart_type` a chart's. */
export interface VisualRevision {
  readonly title?: string;
  readonly start_time?: number;
  readonly end_time?: number;
  readonly alt_text?: string | null;
  readonly caption?: string | null;
  readonly chart_type?: ChartType;
}

/** Times are rounded to milliseconds, and so is the duration. */
const ROUNDING = 0.0015;

/** The visual, revised. Raises EditRefused if its times are none. */
export function reviseVisual(result: Result, at: number, revision: VisualRevision): Result {
  const visual = visualOf(result, at);
  const { start_time = visual.start_time, end_time = visual.end_time, title = visual.title } = revision;
  if (!(start_time >= 0 && start_time <= end_time && end_time <= durationOf(result) + ROUNDING)) {
    throw new EditRefused("A visual must begin before it ends, and lie within the recording.");
  }
  const content = { ...revised(visual.content, revision), title };
  const next = { ...visual, title, start_time, end_time, content };
  return JSON.stringify(next) === JSON.stringify(visual) ? result : withVisual(result, at, next);
}

/** What the visual shows, revised. Raises what `revise` raises. */
export function reviseContent(result: Result, at: number, revise: (content: VisualContent) => VisualContent): Result {
  const visual = visualOf(result, at);
  const content = revise(visual.content);
  return content === visual.content ? result : withVisual(result, at, { ...visual, content });
}

export function removeVisual(result: Result, at: number): Result {
  visualOf(result, at);
  return withVisual(result, at, null);
}

/**
 * The visual belongs to another paragraph and is shown when that is spoken, for as long as before; if that has a
 * visual of its own, the two change places.
 */
export function moveVisual(result: Result, from: number, to: number): Result {
  const [visual, other] = [visualOf(result, from), paragraphOf(result, to).visuals];
  if (from === to) return result;
  const there = withVisual(result, to, begun(visual, paragraphOf(result, to), result));
  return withVisual(there, from, other && begun(other, paragraphOf(result, from), result));
}

function visualOf(result: Result, at: number): Visual {
  const { visuals } = paragraphOf(result, at);
  if (!visuals) throw new EditRefused("This paragraph has no visual.");
  return visuals;
}

function withVisual(result: Result, at: number, visuals: Visual | null): Result {
  return replaced(result, at, 1, [{ ...paragraphOf(result, at), visuals }]);
}

function begun(visual: Visual, { start_time }: Paragraph, result: Result): Visual {
  const end = Math.min(start_time + visual.end_time - visual.start_time, durationOf(result));
  return { ...visual, start_time, end_time: Math.max(milliseconds(end), start_time) };
}

function revised(content: VisualContent, revision: VisualRevision): VisualContent {
  switch (content.type) {
    case "chart":
      return { ...content, chart_type: revision.chart_type ?? content.chart_type };
    case "table":
      return { ...content, caption: chosen(revision.caption, content.caption) };
    case "image":
      return { ...content, alt_text: chosen(revision.alt_text, content.alt_text) };
  }
}

/** An empty text is none; undefined leaves what is there. */
function chosen(wanted: string | null | undefined, there: string | null): string | null {
  return wanted === undefined ? there : wanted?.trim() || null;
}
