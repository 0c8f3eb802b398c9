import { css, html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { askToSeek, type Mark } from "../contract.js";
import { clockTime, spokenTime } from "../model/time.js";
import { lastBegun } from "../model/transcript.js";
import { strings } from "../strings.js";
import { base } from "../tokens.js";

const STEPS: Readonly<Record<string, number>> = {
  ArrowRight: 5,
  ArrowUp: 5,
  ArrowLeft: -5,
  ArrowDown: -5,
  PageUp: 30,
  PageDown: -30,
};

/**
 * The position in the medium as a slider, with chapters as gaps and hits as ticks. Runs from left to right in every script, as
 * players do. `.time` may be set as often as one likes; it renders nothing anew.
 */
export class CueweaveTimeline extends LitElement {
  static override properties = {
    duration: { type: Number },
    marks: { attribute: false },
    hovered: { state: true },
  };

  declare duration: number;
  declare marks: readonly Mark[];
  declare private hovered: number | null;

  private readonly slider = createRef<HTMLInputElement>();
  private readonly tip = createRef<HTMLElement>();
  private shown = 0;
  private dragging = false;

  constructor() {
    super();
    this.duration = 0;
    this.marks = [];
    this.hovered = null;
  }

  set time(time: number) {
    this.shown = time;
    if (!this.dragging) this.place();
  }

  /** How much is loaded, in seconds. */
  set loaded(time: number) {
    this.style.setProperty("--loaded", this.share(time));
  }

  protected override render(): TemplateResult {
    return html`
      <div class="rail" dir="ltr" @pointermove=${this.byHover} @pointerleave=${this.byLeave}>
        <div class="track"><div class="loaded"></div><div class="played"></div></div>
        ${this.ticks()}
        <input
          ${ref(this.slider)}
          type="range"
          min="0"
          step="any"
          max=${this.duration || 1}
          aria-label=${strings.controls.seek}
          ?disabled=${!this.duration}
          @input=${this.byDrag}
          @change=${this.byDrop}
          @keydown=${this.byKey}
        />
        ${this.tooltip()}
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("duration")) this.place();
    if (this.hovered !== null) this.tip.value?.style.setProperty("inset-inline-start", this.share(this.hovered));
  }

  private ticks(): TemplateResult | typeof nothing {
    if (!this.duration) return nothing;
    return html`<svg class="ticks" aria-hidden="true" width="100%" height="100%">
      ${this.marks
        .filter(({ time, kind }) => time <= this.duration && (kind === "hit" || time > this.duration * 0.002))
        .map(({ time, kind }) => {
          const x = this.share(time);
          return svg`<line class=${kind} x1=${x} x2=${x} y1="0" y2="100%" />`;
        })}
    </svg>`;
  }

  private tooltip(): TemplateResult | typeof nothing {
    if (this.hovered === null || !this.duration) return nothing;
    const chapters = this.marks.filter(({ kind }) => kind === "chapter").map((mark) => ({ ...mark, start: mark.time }));
    const label = chapters[lastBegun(chapters, this.hovered)]?.label;
    return html`<div ${ref(this.tip)} class="tip" aria-hidden="true">
      ${label ? html`<span class="label" dir="auto">${label}</span>` : nothing} ${clockTime(this.hovered)}
    </div>`;
  }

  private share(time: number): string {
    const share = this.duration ? Math.min(1, Math.max(0, time / this.duration)) : 0;
    return `${(share * 100).toFixed(3)}%`;
  }

  private place(): void {
    const input = this.slider.value;
    if (!input) return;
    input.value = String(this.shown);
    this.style.setProperty("--played", this.share(this.shown));
    const said = strings.controls.position(spokenTime(this.shown), spokenTime(this.duration));
    if (input.getAttribute("aria-valuetext") !== said) input.setAttribute("aria-valuetext", said);
  }

  private readonly byDrag = (event: Event): void => {
    this.dragging = true;
    this.shown = Number((event.target as HTMLInputElement).value);
    this.place();
    askToSeek(this, this.shown);
  };

  private readonly byDrop = (): void => {
    this.dragging = false;
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    this.time = Math.min(this.duration, Math.max(0, this.shown + step));
    askToSeek(this, this.shown);
  };

  private readonly byHover = (event: PointerEvent): void => {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    if (event.pointerType === "mouse" && width) {
      this.hovered = Math.min(1, Math.max(0, (event.clientX - left) / width)) * this.duration;
    }
  };

  private readonly byLeave = (): void => {
    this.hovered = null;
  };

  static override styles = [
    base,
    css`
      :host {
        display: block;
        --played: 0%;
        --loaded: 0%;
      }
      .rail {
        position: relative;
        block-size: 1.5rem;
      }
      .track,
      .ticks {
        position: absolute;
        inset-inline: 0;
        inset-block-start: calc(50% - 3px);
        block-size: 6px;
        border-radius: 3px;
        overflow: hidden;
        pointer-events: none;
      }
      .track {
        background: color-mix(in srgb, var(--cw-muted) 38%, transparent);
      }
      .loaded,
      .played {
        position: absolute;
        inset-block: 0;
        inset-inline-start: 0;
      }
      .loaded {
        inline-size: var(--loaded);
        background: color-mix(in srgb, var(--cw-muted) 40%, transparent);
      }
      .played {
        inline-size: var(--played);
        background: var(--cw-accent);
      }
      .chapter {
        stroke: var(--cw-bg);
        stroke-width: 3;
      }
      .hit {
        stroke: var(--cw-callout);
        stroke-width: 2;
      }
      input {
        position: absolute;
        inset: 0;
        inline-size: calc(100% + 14px);
        margin: 0 -7px;
        background: none;
        appearance: none;
        cursor: pointer;
        border-radius: 6px;
      }
      input:disabled {
        cursor: default;
        opacity: 0;
      }
      input::-webkit-slider-thumb {
        appearance: none;
        inline-size: 14px;
        block-size: 14px;
        border: 2px solid var(--cw-bg);
        border-radius: 50%;
        background: var(--cw-accent);
      }
      input::-moz-range-thumb {
        inline-size: 10px;
        block-size: 10px;
        border: 2px solid var(--cw-bg);
        border-radius: 50%;
        background: var(--cw-accent);
      }
      .tip {
        position: absolute;
        inset-block-end: 100%;
        translate: -50%;
        inline-size: max-content;
        max-inline-size: 14rem;
        padding: 0.2rem 0.55rem;
        border-radius: 6px;
        background: var(--cw-text);
        color: var(--cw-bg);
        font: 0.8125rem / 1.4 var(--cw-font);
        font-variant-numeric: tabular-nums;
        text-align: center;
        pointer-events: none;
        z-index: 2;
      }
      .label {
        display: block;
        font-weight: 600;
      }
      @media (forced-colors: active) {
        .track {
          forced-color-adjust: none;
          background: GrayText;
        }
        .played {
          background: Highlight;
        }
        .loaded {
          background: none;
        }
        .chapter {
          stroke: Canvas;
        }
        .hit {
          stroke: Mark;
        }
        input::-webkit-slider-thumb {
          background: ButtonText;
        }
      }
    `,
  ];
}

customElements.define("cueweave-timeline", CueweaveTimeline);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-timeline": CueweaveTimeline;
  }
}
