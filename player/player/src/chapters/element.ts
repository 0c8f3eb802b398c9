import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { askToSeek } from "../contract.js";
import { clockTime, spokenTime } from "../model/time.js";
import { type Chapter, chapterAt, type Transcript } from "../model/transcript.js";
import { base } from "../tokens.js";
import { strings } from "./strings.js";

/** The chapters as a list; the one that `.time` lies in is marked. Sends `cw-seek`. */
export class CueweaveChapters extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--cw-text);
        font: 0.9375rem / 1.4 var(--cw-font);
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      button {
        display: grid;
        grid-template-columns: 3.25rem 1fr;
        gap: 0.5rem;
        inline-size: 100%;
        min-block-size: 2.25rem;
        align-items: baseline;
        padding: 0.45rem 0.6rem;
        border: 0;
        border-inline-start: 3px solid transparent;
        border-radius: 0 8px 8px 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
      }
      :host(:dir(rtl)) button {
        border-radius: 8px 0 0 8px;
      }
      button:hover {
        background: var(--cw-surface);
      }
      .time {
        color: var(--cw-muted);
        font-variant-numeric: tabular-nums;
      }
      button[aria-current] {
        border-color: var(--cw-accent);
        background: var(--cw-surface);
        font-weight: 650;
      }
      button[aria-current] .time {
        color: var(--cw-accent);
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = { transcript: { attribute: false }, time: { type: Number }, current: { state: true } };

  declare transcript: Transcript | null;
  declare time: number;
  declare private current: number;

  constructor() {
    super();
    this.transcript = null;
    this.time = 0;
    this.current = -1;
  }

  /** The time comes a few times a second; there is something to draw only when a chapter begins. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const current = this.transcript ? chapterAt(this.transcript, this.time) : -1;
    const differs = current !== this.current;
    this.current = current;
    return differs || changed.has("transcript") || !this.hasUpdated;
  }

  protected override render(): TemplateResult | typeof nothing {
    const chapters = this.transcript?.chapters ?? [];
    if (chapters.length === 0) return nothing;
    return html`<nav aria-label=${strings.chapters}>
      <ol role="list">${chapters.map((chapter, at) => this.row(chapter, at === this.current))}</ol>
    </nav>`;
  }

  private row({ title, start }: Chapter, isCurrent: boolean): TemplateResult {
    return html`<li>
      <button type="button" aria-current=${isCurrent ? "true" : nothing} @click=${() => askToSeek(this, start)}>
        <span class="time"><span aria-hidden="true">${clockTime(start)}</span><span class="unseen">${spokenTime(start)}</span></span>
        <span dir="auto">${title}</span>
      </button>
    </li>`;
  }
}

customElements.define("cueweave-chapters", CueweaveChapters);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-chapters": CueweaveChapters;
  }
}
