import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { buttons } from "../buttons.js";
import { type Hit, say } from "../contract.js";
import type { Transcript } from "../model/transcript.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { hitFrom, search } from "./search.js";
import { strings } from "./strings.js";

/** A screen reader hears what was found when nobody has typed for so many milliseconds. */
const QUIET = 600;
/** Words around a hit that are read out. */
const AROUND = 3;

/** What was found, and on which of the hits the reader stands (-1 for none). */
export interface Found {
  readonly hits: readonly Hit[];
  readonly current: number;
}

/**
 * Searches a transcript: Enter and F3 go on, with Shift back, Escape clears.
 *
 * @fires cw-hits - what was found, or on which hit the reader stands has changed; `detail` is `Found`
 */
export class CueweaveSearch extends LitElement {
  static override styles = [
    base,
    buttons,
    css`
      :host {
        display: block;
        color: var(--cw-text);
        font: 0.9375rem / 1.4 var(--cw-font);
      }
      search {
        display: flex;
        align-items: center;
        gap: 0.125rem;
        inline-size: min(100%, 26rem);
        min-block-size: 2.5rem;
        padding-inline: 0.75rem 0.25rem;
        border: 1px solid color-mix(in srgb, var(--cw-muted) 80%, transparent);
        border-radius: 999px;
        background: var(--cw-bg);
      }
      search:focus-within {
        border-color: var(--cw-accent);
        box-shadow: 0 0 0 1px var(--cw-accent);
      }
      .lens {
        color: var(--cw-muted);
      }
      input {
        flex: 1;
        min-inline-size: 3rem;
        border: 0;
        background: none;
      }
      input:focus-visible {
        outline: none;
      }
      input::placeholder {
        color: var(--cw-muted);
        opacity: 1;
      }
      input::-webkit-search-cancel-button {
        display: none;
      }
      .count {
        padding-inline: 0.25rem;
        color: var(--cw-muted);
        font-size: 0.875rem;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
      @media (forced-colors: active) {
        search:focus-within {
          outline: 2px solid Highlight;
        }
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];
  static override properties = {
    transcript: { attribute: false },
    query: { state: true },
    hits: { state: true },
    current: { state: true },
    said: { state: true },
  };

  declare transcript: Transcript | null;
  /** The second from which a search begins; nothing is drawn anew for it. */
  time = 0;
  declare private query: string;
  declare private hits: readonly Hit[];
  declare private current: number;
  declare private said: string;

  private readonly field = createRef<HTMLInputElement>();
  private quiet: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.transcript = null;
    this.query = this.said = "";
    this.hits = [];
    this.current = -1;
  }

  /** What is found at the moment. */
  get found(): Found {
    return { hits: this.hits, current: this.current };
  }

  /** Write into the search. */
  override focus(): void {
    this.field.value?.focus();
    this.field.value?.select();
  }

  /** Go to the next hit, after the last one to the first; `-1` goes back. */
  step(by: 1 | -1): void {
    if (this.hits.length === 0) return;
    this.current = (this.current + by + this.hits.length) % this.hits.length;
    this.tell();
  }

  /** Search for nothing. */
  clear(): void {
    this.searchFor("");
  }

  /** Search for `query` from `.time` on. */
  searchFor(query: string): void {
    this.query = query;
    this.hits = this.transcript ? search(this.transcript, query) : [];
    this.current = this.transcript ? hitFrom(this.transcript, this.hits, this.time) : -1;
    this.tell();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.quiet);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("transcript") && changed.get("transcript")) this.searchAgain();
  }

  protected override render(): TemplateResult {
    const none = this.hits.length === 0;
    return html`<search>
        <span class="lens">${signs.search}</span>
        <input
          type="search"
          aria-label=${strings.search}
          placeholder=${strings.search}
          autocomplete="off"
          enterkeyhint="search"
          spellcheck="false"
          dir="auto"
          .value=${this.query}
          @input=${this.byInput}
          @keydown=${this.byKey}
          ${ref(this.field)}
        />
        ${this.query.trim() ? this.steps(none) : nothing}
      </search>
      <div class="unseen" role="status">${this.said}</div>`;
  }

  private steps(none: boolean): TemplateResult {
    const count = none ? strings.nothing : strings.count(this.current + 1, this.hits.length);
    const back = (): void => this.step(-1);
    const on = (): void => this.step(1);
    const clear = (): void => {
      this.clear();
      this.focus();
    };
    return html`<span class="count" aria-hidden="true">${count}</span>
      ${iconButton(strings.previous, signs.up, back, none)} ${iconButton(strings.next, signs.down, on, none)}
      ${iconButton(strings.clear, signs.close, clear, false)}`;
  }

  /** The words have changed under the search; the reader stays about where he is. */
  private searchAgain(): void {
    this.hits = this.transcript ? search(this.transcript, this.query) : [];
    this.current = Math.min(this.current, this.hits.length - 1);
    if (this.query) this.tell();
  }

  private readonly byInput = (): void => this.searchFor(this.field.value?.value ?? "");

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === "Enter" || event.key === "F3") this.step(event.shiftKey ? -1 : 1);
    else if (event.key === "Escape" && this.query) this.clear();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  private tell(): void {
    say(this, "cw-hits", this.found);
    clearTimeout(this.quiet);
    this.quiet = setTimeout(() => {
      this.said = this.summary();
    }, QUIET);
  }

  private summary(): string {
    if (this.query.trim() === "") return "";
    const hit = this.hits[this.current];
    if (!hit) return strings.nothing;
    const words = this.transcript?.words.slice(Math.max(hit.first - AROUND, 0), hit.last + 1 + AROUND) ?? [];
    return strings.stands(this.current + 1, this.hits.length, words.map(({ text }) => text).join(" "));
  }
}

function iconButton(name: string, sign: TemplateResult, act: () => void, disabled: boolean): TemplateResult {
  return html`<button type="button" class="bare icon" aria-label=${name} title=${name} ?disabled=${disabled} @click=${act}>
    ${sign}
  </button>`;
}

customElements.define("cueweave-search", CueweaveSearch);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-search": CueweaveSearch;
  }
  interface HTMLElementEventMap {
    "cw-hits": CustomEvent<Found>;
  }
}
