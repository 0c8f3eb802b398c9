import type { KeywordType } from "@cueweave/client";
import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { say } from "../contract.js";
import { KEYWORD_CLASS, keywordMarks } from "../keyword-marks.js";
import { keywordSpans } from "../model/keywords.js";
import type { Transcript } from "../model/transcript.js";
import { base } from "../tokens.js";
import { strings, TYPE_NAMES } from "./strings.js";

const ORDER = Object.keys(TYPE_NAMES) as KeywordType[];

/**
 * Which types of keywords are marked, how, and in how many places; each can be turned off.
 *
 * @fires cw-types - `detail` is `{ types }`, those that are to be marked
 */
export class CueweaveLegend extends LitElement {
  static override styles = [
    base,
    buttons,
    keywordMarks,
    css`
      :host {
        display: block;
        color: var(--cw-text);
        font: 0.875rem / 1.3 var(--cw-font);
      }
      [role="group"] {
        display: flex;
        flex-wrap: wrap;
        gap: 0.375rem;
      }
      .count {
        margin-inline-start: 0.35rem;
        color: var(--cw-muted);
        font-variant-numeric: tabular-nums;
      }
      button[aria-pressed="true"] {
        background: var(--cw-surface);
        border-color: color-mix(in srgb, var(--cw-muted) 80%, transparent);
      }
      button[aria-pressed="false"] {
        border-style: dashed;
        color: var(--cw-muted);
      }
      button[aria-pressed="false"] .keyword {
        text-decoration: none;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = { transcript: { attribute: false }, hiddenTypes: { state: true } };

  declare transcript: Transcript | null;
  declare private hiddenTypes: ReadonlySet<KeywordType>;
  private counts: ReadonlyMap<KeywordType, number> = new Map();

  constructor() {
    super();
    this.transcript = null;
    this.hiddenTypes = new Set();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("transcript")) this.counts = countsOf(this.transcript);
  }

  protected override render(): TemplateResult | typeof nothing {
    const present = ORDER.filter((type) => this.counts.has(type));
    if (present.length === 0) return nothing;
    return html`<div role="group" aria-label=${strings.legend}>${present.map((type) => this.button(type))}</div>`;
  }

  private button(type: KeywordType): TemplateResult {
    const count = this.counts.get(type) ?? 0;
    return html`<button type="button" aria-pressed=${!this.hiddenTypes.has(type)} @click=${() => this.turn(type)}>
      <span class="name keyword ${KEYWORD_CLASS[type]}">${TYPE_NAMES[type]}</span
      ><span class="count" aria-hidden="true">${count}</span><span class="unseen">, ${strings.places(count)}</span>
    </button>`;
  }

  private turn(type: KeywordType): void {
    const hidden = new Set(this.hiddenTypes);
    if (!hidden.delete(type)) hidden.add(type);
    this.hiddenTypes = hidden;
    say(this, "cw-types", { types: ORDER.filter((each) => !hidden.has(each)) });
  }
}

/** In how many places of the transcript each type is marked; types without any are left out. */
export function countsOf(transcript: Transcript | null): Map<KeywordType, number> {
  const counts = new Map<KeywordType, number>();
  for (const { paragraph } of transcript?.paragraphs ?? []) {
    for (const { type } of keywordSpans(paragraph)) counts.set(type, (counts.get(type) ?? 0) + 1);
  }
  return counts;
}

customElements.define("cueweave-legend", CueweaveLegend);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-legend": CueweaveLegend;
  }
  interface HTMLElementEventMap {
    "cw-types": CustomEvent<{ types: KeywordType[] }>;
  }
}
