import { html, nothing, type TemplateResult } from "lit";
import type { Ref } from "lit/directives/ref.js";
import { ref } from "lit/directives/ref.js";
import type { CueweaveChapters } from "../chapters/element.js";
import "../chapters/element.js";
import type { CueweaveEditor } from "../edit/element.js";
import type { Transcript } from "../model/transcript.js";
import type { PlacedVisual } from "../model/visuals.js";
import type { CueweaveArticle } from "../print/element.js";
import "../print/element.js";
import { strings } from "../strings.js";
import "../visuals/element.js";

/** What visuals need to find their pictures. */
export interface Origin {
  readonly base: string;
  readonly assetsQuery: string;
}

/** A visual; `slot` is its place in the text, empty where it stands beside it. */
function visualPart({ visual }: PlacedVisual, { base, assetsQuery }: Origin, slot = "", look = ""): TemplateResult {
  return html`<cueweave-visual
    slot=${slot}
    class=${look}
    .visual=${visual}
    .base=${base}
    .assetsQuery=${assetsQuery}
  ></cueweave-visual>`;
}

/** In the text, below their paragraphs: all visuals, or, where it is wide, those that aren't `beside` it; the film's own are small. */
export function inTextPart(
  visuals: readonly PlacedVisual[],
  beside: readonly PlacedVisual[],
  wide: boolean,
  origin: Origin,
): TemplateResult[] {
  return visuals
    .filter((each) => !wide || !beside.includes(each))
    .map((each) => visualPart(each, origin, `after-${each.paragraph}`, beside.includes(each) ? "" : "small"));
}

/** Beside the text: the place of visuals, with the one of the moment; without any the chapters. */
export function besidePart(
  visuals: readonly PlacedVisual[],
  shown: PlacedVisual | null,
  origin: Origin & { readonly transcript: Transcript | null },
  chapters: Ref<CueweaveChapters>,
): TemplateResult | typeof nothing {
  if (visuals.length > 0) {
    return html`<div class="beside" part="beside" role="region" aria-label=${strings.visuals}>
      ${shown ? visualPart(shown, origin) : nothing}
    </div>`;
  }
  if (!origin.transcript?.chapters.length) return nothing;
  return html`<div class="beside" part="beside">
    <cueweave-chapters ${ref(chapters)} .transcript=${origin.transcript}></cueweave-chapters>
  </div>`;
}

/** What is printed: nothing until somebody prints. */
export function articlePart(
  transcript: Transcript | null,
  origin: Origin,
  article: Ref<CueweaveArticle>,
): TemplateResult {
  return html`<cueweave-article
    ${ref(article)}
    .transcript=${transcript}
    .base=${origin.base}
    .assetsQuery=${origin.assetsQuery}
  ></cueweave-article>`;
}

/** The editor, with the text that it shows while nobody edits. Its script is fetched where somebody may edit. */
export function editorPart(transcript: Transcript, editor: Ref<CueweaveEditor>, text: TemplateResult): TemplateResult {
  void import("../edit/element.js");
  return html`<cueweave-editor ${ref(editor)} .result=${transcript.result}>${text}</cueweave-editor>`;
}
