import type { KeywordType } from "@cueweave/client";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { askToSeek, type Hit } from "../contract.js";
import { KEYWORD_CLASS, keywordMarks } from "../keyword-marks.js";
import { directionOf } from "../model/direction.js";
import { KEYWORD_TYPES } from "../model/keywords.js";
import type { Transcript } from "../model/transcript.js";
import { strings } from "../strings.js";
import { base } from "../tokens.js";
import { moved } from "./cursor.js";
import { Follow } from "./follow.js";
import { Paper } from "./paper.js";
import { transcriptStyles } from "./styles.js";

/** A pointer that moves further than this between press and release selects text, it doesn't seek. */
const STILL = 6;

/**
 * The text of a transcript. `.transcript` is what to show, `light(word, paragraph)` says what is spoken; `.hits` are marked.
 * Sends `cw-seek`. What is slotted as `after-N` stands below paragraph N.
 */
export class CueweaveTranscript extends LitElement {
  static override styles = [base, keywordMarks, transcriptStyles];
  static override properties = {
    transcript: { attribute: false },
    hits: { attribute: false },
    currentHit: { attribute: false },
    types: { attribute: false },
    inset: { attribute: false },
    following: { state: true },
  };

  declare transcript: Transcript | null;
  /** Words to mark as found, in order. */
  declare hits: readonly Hit[];
  /** The index of the hit that the reader stands on, or -1. */
  declare currentHit: number;
  /** The types of keywords that are marked. */
  declare types: readonly KeywordType[];
  /** The height in pixels that something stuck to the top of the screen covers. */
  declare inset: () => number;
  declare private following: boolean;

  private readonly page = createRef<HTMLElement>();
  private paper: Paper | null = null;
  private follow: Follow | null = null;
  private lit = -1;
  private now = -1;
  private cursor = 0;
  private pressed: { x: number; y: number } | null = null;

  constructor() {
    super();
    this.transcript = null;
    this.hits = [];
    this.currentHit = -1;
    this.types = KEYWORD_TYPES;
    this.inset = () => 0;
    this.following = true;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.follow = new Follow(
      this,
      () => this.inset(),
      (following) => {
        this.following = following;
      },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.follow?.end();
  }

  /** The element of a word; it is made if the paragraph was still plain text. */
  wordElement(index: number): HTMLElement | undefined {
    return this.paper?.word(index);
  }

  /** Show which word is spoken, and its paragraph; -1 for none. Cheap enough for every frame. */
  light(word: number, paragraph: number): void {
    if (paragraph !== this.now) {
      this.paper?.paragraph(this.now)?.classList.remove("now");
      this.paper?.paragraph(paragraph)?.classList.add("now");
      this.now = paragraph;
    }
    if (word === this.lit) return;
    this.paper?.made(this.lit)?.classList.remove("lit");
    const jump = Math.abs(word - this.lit) > 40;
    this.lit = word;
    const span = this.paper?.word(word);
    span?.classList.add("lit");
    if (!this.shadowRoot?.activeElement) this.standOn(word);
    if (span) this.follow?.show(span, { atOnce: jump });
  }

  /** Follow the speech again, from where it is. */
  followAgain(): void {
    this.follow?.set(true);
    const span = this.paper?.word(this.lit) ?? this.paper?.word(0);
    if (span) this.follow?.show(span, { atOnce: true });
  }

  /** Bring a word on the screen for the reader, and stop following the speech. */
  reveal(index: number): void {
    const span = this.paper?.word(index);
    if (!span) return;
    this.follow?.set(true);
    this.follow?.show(span, { atOnce: true });
    this.follow?.set(false);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("transcript")) return;
    this.paper?.end();
    this.cursor = 0;
    this.paper = this.transcript ? new Paper(this.transcript, this.whenFilled) : null;
  }

  protected override render(): TemplateResult {
    const language = this.transcript?.result.media?.language;
    return html`
      <p id="how" class="unseen">${strings.words}</p>
      <div
        ${ref(this.page)}
        class="page ${KEYWORD_TYPES.filter((type) => !this.types.includes(type))
          .map((type) => `no-${KEYWORD_CLASS[type]}`)
          .join(" ")}"
        part="page"
        lang=${language ?? ""}
        dir=${directionOf(language)}
        @click=${this.byClick}
        @keydown=${this.byKey}
        @pointerdown=${this.byPress}
        @focusin=${this.byFocus}
        @focusout=${this.byBlur}
      ></div>
      <div class="follow" ?hidden=${this.following}>
        <button type="button" @click=${this.followAgain}>${strings.follow}</button>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has("transcript")) {
      this.page.value?.replaceChildren(...(this.paper ? [this.paper.content] : []));
      const { lit, now } = this;
      this.lit = this.now = -1;
      if (this.paper) this.standOn(0);
      if (this.paper) this.light(Math.min(lit, this.last), now);
    }
    if (changed.has("hits") || changed.has("currentHit") || changed.has("transcript")) this.markHits(changed);
  }

  private get last(): number {
    return (this.transcript?.words.length ?? 0) - 1;
  }

  private readonly whenFilled = (paragraph: number): void => {
    const { first = 0, last = -1 } = this.transcript?.paragraphs[paragraph] ?? {};
    this.hits.forEach((hit, at) => {
      if (hit.last >= first && hit.first <= last) this.mark(hit, true, at === this.currentHit);
    });
  };

  private markHits(changed: PropertyValues<this>): void {
    for (const hit of changed.get("hits") ?? []) this.mark(hit, false, false);
    this.hits.forEach((hit, at) => {
      this.mark(hit, true, at === this.currentHit);
    });
  }

  private mark({ first, last }: Hit, hit: boolean, found: boolean): void {
    for (let at = first; at <= last; at++) {
      const span = this.paper?.made(at);
      span?.classList.toggle("hit", hit);
      span?.classList.toggle("found", found);
    }
  }

  /** Only one word is a tab stop: the spoken one, or where the arrow keys have led. */
  private standOn(index: number): void {
    const word = this.paper?.word(Math.max(0, index));
    if (!word || word.tabIndex === 0) return; // taking it away from the word with the focus would lose the focus
    this.paper?.made(this.cursor)?.removeAttribute("tabindex");
    this.cursor = Math.max(0, index);
    word.tabIndex = 0;
  }

  private readonly byPress = ({ clientX: x, clientY: y }: PointerEvent): void => {
    this.pressed = { x, y };
  };

  private readonly byClick = (event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || !(event.target instanceof HTMLElement)) return;
    const time = event.target.closest<HTMLElement>(".time")?.dataset.start;
    const word = event.target.closest<HTMLElement>(".word")?.dataset.word;
    if (time) event.preventDefault();
    const far = this.pressed && Math.hypot(event.clientX - this.pressed.x, event.clientY - this.pressed.y) > STILL;
    if (far && event.detail) return;
    if (time) this.seek(Number(time));
    else if (word) this.play(Number(word));
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    const index = (event.target as HTMLElement).dataset.word;
    if (!index || !this.transcript) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      this.play(Number(index));
      return;
    }
    const rightToLeft = this.page.value?.matches(":dir(rtl)") ?? false;
    const goal = moved(this.transcript, Number(index), event, rightToLeft);
    if (goal === null) return;
    event.preventDefault();
    this.follow?.set(false);
    this.standOn(goal);
    this.paper?.word(goal)?.focus();
  };

  /** Only the word that has the focus is a button to a screen reader; all others are text. */
  private readonly byFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || !target.dataset.word) return;
    target.setAttribute("role", "button");
    target.setAttribute("aria-describedby", "how");
  };

  private readonly byBlur = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement)) return;
    target.removeAttribute("role");
    target.removeAttribute("aria-describedby");
  };

  private play(word: number): void {
    const ref = this.transcript?.words[word];
    if (!ref) return;
    this.standOn(word);
    this.seek(ref.start);
  }

  private seek(time: number): void {
    this.follow?.set(true);
    askToSeek(this, time);
  }
}

customElements.define("cueweave-transcript", CueweaveTranscript);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-transcript": CueweaveTranscript;
  }
}
