import type { KeywordType, Result } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { CueweaveChapters } from "../chapters/element.js";
import "../chapters/element.js";
import type { Mark, SeekEvent } from "../contract.js";
import "../legend/element.js";
import { KEYWORD_TYPES } from "../model/keywords.js";
import { resolved } from "../model/source.js";
import { paragraphAt, type Transcript, wordAt } from "../model/transcript.js";
import { type PlacedVisual, visualAt, visualsOf } from "../model/visuals.js";
import { openingMoment, watchMoments } from "../moments/watching.js";
import type { CueweaveScreen } from "../screen/element.js";
import "../screen/element.js";
import type { CueweaveSearch, Found } from "../search/element.js";
import { strings } from "../strings.js";
import { base, tokens } from "../tokens.js";
import type { CueweaveToolbar } from "../toolbar/element.js";
import "../toolbar/element.js";
import type { CueweaveTranscript } from "../transcript/element.js";
import "../transcript/element.js";
import "../visuals/element.js";
import { listenToKeys } from "./keys.js";
import { marksOf } from "./marks.js";
import { Source } from "./source.js";
import { emptyNote, skeleton, troubleNote } from "./states.js";
import { playerStyles } from "./styles.js";

/** From this width on, in pixels, the recording stands beside the text. */
const WIDE = 896;
/** What needn't move with every frame is told the time when it is this far off, in seconds. */
const TICK = 0.1;
const AUDIO = /\.(mp3|m4a|aac|wav|ogg|oga|opus|flac|wma)$/i;
const NOTHING_FOUND: Found = { hits: [], current: -1 };

/**
 * The player: a recording, its transcript, and what belongs beside it.
 *
 * @fires cw-ready - the transcript is there; `detail` is `{ transcript }`
 * @fires cw-error - there is none; `detail` is `{ message }`
 */
export class CueweavePlayer extends LitElement {
  static override styles = [tokens, base, playerStyles];
  static override properties = {
    src: {},
    mediaSrc: { attribute: "media" },
    kind: {},
    start: { type: Number },
    assetsQuery: { attribute: "assets-query" },
    result: { attribute: false },
    marks: { attribute: false },
    captions: { type: Boolean },
    transcript: { state: true },
    trouble: { state: true },
    wide: { state: true },
    shownVisual: { state: true },
    found: { state: true },
    types: { state: true },
    printing: { state: true },
  };

  /** Where the result is: the document itself, or an address that answers like `GET /tasks/{id}/result`. */
  declare src: string | null;
  /** Where the recording is. */
  declare mediaSrc: string | null;
  /** `video` or `audio`, where neither the result nor the file name says it. */
  declare kind: "video" | "audio" | null;
  /** The second to begin at; a moment in the page's address goes before it. */
  declare start: number;
  /** A query that is appended to the addresses of pictures and the recording, for signed links. */
  declare assetsQuery: string;
  /** A result to show instead of `src`; either shape. */
  declare result: Result | null;
  /** Marks on the timeline beside the chapters and what was found. */
  declare marks: readonly Mark[];
  /** Whether captions are shown. */
  declare captions: boolean;
  /** What is shown, once it is there. */
  declare transcript: Transcript | null;
  declare private trouble: string | null;
  declare private wide: boolean;
  declare private shownVisual: PlacedVisual | null;
  declare private found: Found;
  declare private types: readonly KeywordType[];
  declare private printing: boolean;

  private readonly stage = createRef<CueweaveScreen>();
  private readonly text = createRef<CueweaveTranscript>();
  private readonly toolbar = createRef<CueweaveToolbar>();
  private readonly chapters = createRef<CueweaveChapters>();
  private readonly resized = new ResizeObserver(() => this.measure());
  private readonly source = new Source(
    (transcript) => this.take(transcript),
    (message) => this.fail(message),
  );
  private visuals: readonly PlacedVisual[] = [];
  private listening: (() => void)[] = [];
  private time = 0;
  private ticked = -1;

  constructor() {
    super();
    this.src = this.mediaSrc = this.kind = this.result = this.transcript = this.trouble = this.shownVisual = null;
    this.start = 0;
    this.assetsQuery = "";
    this.marks = [];
    this.captions = this.wide = this.printing = false;
    this.found = NOTHING_FOUND;
    this.types = KEYWORD_TYPES;
    this.addEventListener("cw-seek", ({ detail }: SeekEvent) => this.seek(detail.time));
    this.addEventListener("cw-captions", () => this.toggleCaptions());
    this.addEventListener("cw-hits", ({ detail }) => this.showFound(detail));
    this.addEventListener("cw-types", ({ detail }) => {
      this.types = detail.types;
    });
  }

  /** The `<video>` or `<audio>`, once there is one. */
  get mediaElement(): HTMLMediaElement | null {
    return this.stage.value?.media ?? null;
  }

  /** The time in the recording, in seconds. */
  get currentTime(): number {
    return this.mediaElement?.currentTime || this.time;
  }

  /** How long the recording is, in seconds. */
  get duration(): number {
    return this.mediaElement?.duration || this.transcript?.duration || 0;
  }

  /** The search within. */
  get search(): CueweaveSearch | undefined {
    return this.toolbar.value?.search;
  }

  /** Go to a time. */
  seek(time: number): void {
    const goal = Math.min(Math.max(0, time), this.duration || time);
    this.stage.value?.seek(goal);
    this.show(goal);
  }

  /** Play, or stop playing. */
  togglePlay(): void {
    const media = this.mediaElement;
    if (media?.paused) media.play().catch(() => undefined);
    else media?.pause();
  }

  /** Show captions, or stop showing them. */
  toggleCaptions(): void {
    this.captions = !this.captions;
  }

  /** Fill the screen with the video, or leave that. */
  toggleFullscreen(): void {
    this.stage.value?.toggleFullscreen();
  }

  /** Open the sheet of keys, or close it. */
  help(): void {
    this.toolbar.value?.help();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.measure();
    this.resized.observe(this);
    window.addEventListener("beforeprint", this.byPrint);
    window.addEventListener("afterprint", this.byPrint);
    const keys = listenToKeys(this, () => this.stage.value ?? null);
    this.listening = [keys, watchMoments((time) => this.seek(time))];
    this.start = openingMoment() ?? this.start;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    window.removeEventListener("beforeprint", this.byPrint);
    window.removeEventListener("afterprint", this.byPrint);
    for (const stop of this.listening) stop();
    this.source.stop();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("result") && this.result) this.source.take(this.result);
    else if (changed.has("src")) this.load();
  }

  protected override render(): TemplateResult {
    return html`
      <section class="frame" part="frame" aria-label=${strings.player}>
        <div class="stage" part="stage">
          ${this.mediaSrc ? this.screenPart() : nothing} ${this.wide ? this.besidePart() : nothing}
        </div>
        <div class="reading" part="reading">
          <h2 class="unseen">${strings.transcript}</h2>
          ${this.readingPart()}
        </div>
      </section>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.stage.value) this.resized.observe(this.stage.value);
    if (!changed.has("transcript")) return;
    this.ticked = -1;
    this.show(this.time || this.start);
  }

  private get isVideo(): boolean {
    const file = this.mediaSrc?.replace(/[?#].*$/, "") ?? "";
    return (this.kind ?? this.transcript?.result.media?.kind ?? (AUDIO.test(file) ? "audio" : "video")) === "video";
  }

  /** What addresses in the result are relative to. */
  private get base(): string {
    return new URL(this.src && !this.result ? this.src : "", document.baseURI).href;
  }

  private screenPart(): TemplateResult {
    return html`<cueweave-screen
      ${ref(this.stage)}
      part="screen"
      .address=${resolved(this.mediaSrc ?? "", document.baseURI, this.assetsQuery)}
      .video=${this.isVideo}
      .transcript=${this.transcript}
      .marks=${marksOf(this.transcript, this.found.hits, this.marks)}
      .captions=${this.captions}
      .start=${this.start}
      .tell=${this.show}
    ></cueweave-screen>`;
  }

  /** Beside the text: the visual of the moment; where there are none at all, the chapters. */
  private besidePart(): TemplateResult | typeof nothing {
    if (this.visuals.length) {
      return html`<div class="beside" part="beside" role="region" aria-label=${strings.visuals}>
        ${this.shownVisual ? this.visualPart(this.shownVisual, "") : nothing}
      </div>`;
    }
    if (!this.transcript?.chapters.length) return nothing;
    return html`<div class="beside" part="beside">
      <cueweave-chapters ${ref(this.chapters)} .transcript=${this.transcript}></cueweave-chapters>
    </div>`;
  }

  private visualPart({ visual }: PlacedVisual, slot: string): TemplateResult {
    return html`<cueweave-visual
      slot=${slot}
      .visual=${visual}
      .base=${this.base}
      .assetsQuery=${this.assetsQuery}
    ></cueweave-visual>`;
  }

  private readingPart(): TemplateResult {
    if (this.trouble) return troubleNote(this.trouble, this.src && !this.result ? this.load : null);
    if (!this.transcript) return skeleton();
    if (!this.transcript.words.length) return emptyNote();
    const inText = this.wide && !this.printing ? [] : this.visuals;
    return html`
      <cueweave-toolbar
        ${ref(this.toolbar)}
        class=${this.found.hits.length ? "searching" : ""}
        .transcript=${this.transcript}
        .listed=${this.wide && !this.visuals.length}
        ><slot name="toolbar"></slot
      ></cueweave-toolbar>
      <cueweave-legend .transcript=${this.transcript}></cueweave-legend>
      <cueweave-transcript
        ${ref(this.text)}
        part="transcript"
        .transcript=${this.transcript}
        .hits=${this.found.hits}
        .currentHit=${this.found.current}
        .types=${this.types}
        .inset=${this.covered}
        >${inText.map((each) => this.visualPart(each, `after-${each.paragraph}`))}</cueweave-transcript
      >
    `;
  }

  private readonly load = (): void => {
    if (!this.src) return;
    this.transcript = this.trouble = null;
    this.source.load(this.src);
  };

  private take(transcript: Transcript): void {
    this.visuals = visualsOf(transcript);
    this.transcript = transcript;
    this.trouble = null;
    this.say("cw-ready", { transcript });
  }

  private fail(message: string): void {
    this.transcript = null;
    this.trouble = message;
    this.say("cw-error", { message });
  }

  private say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** Show everything as of a time; called at every frame while the recording plays. */
  private readonly show = (time: number): void => {
    this.time = time;
    if (!this.transcript) return;
    this.text.value?.light(wordAt(this.transcript, time), paragraphAt(this.transcript, time));
    if (Math.abs(time - this.ticked) < TICK) return;
    this.ticked = time;
    for (const { value } of [this.stage, this.toolbar, this.chapters]) if (value) value.time = time;
    this.shownVisual = visualAt(this.visuals, time);
  };

  private showFound(found: Found): void {
    this.found = found;
    const hit = found.hits[found.current];
    if (hit) this.text.value?.reveal(hit.first);
  }

  /** What is printed is laid out at once: all visuals stand in the text. */
  private readonly byPrint = ({ type }: Event): void => {
    this.printing = type === "beforeprint";
    this.performUpdate();
  };

  /** How far down the screen something covers the text. */
  private readonly covered = (): number => {
    const bar = this.toolbar.value;
    const sticks = bar && getComputedStyle(bar).position === "sticky";
    const above = sticks ? bar : this.wide ? null : this.stage.value;
    return Math.max(0, above?.getBoundingClientRect().bottom ?? 0);
  };

  private measure(): void {
    this.wide = this.getBoundingClientRect().width >= WIDE;
    const height = this.wide ? 0 : (this.stage.value?.offsetHeight ?? 0);
    this.style.setProperty("--covered", `${height}px`);
  }
}

customElements.define("cueweave-player", CueweavePlayer);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-player": CueweavePlayer;
  }
}
