import type { KeywordType, Result } from "@cueweave/client";
import { html, LitElement, noChange, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { createRef, ref } from "lit/directives/ref.js";
import type { CueweaveChapters } from "../chapters/element.js";
import { type Mark, type SeekEvent, say } from "../contract.js";
import { togglePlay } from "../controls/playing.js";
import type { CueweaveEditor } from "../edit/element.js";
import "../legend/element.js";
import { KEYWORD_TYPES } from "../model/keywords.js";
import { kindOf } from "../model/kind.js";
import { resolved } from "../model/source.js";
import { paragraphAt, type Transcript, transcriptOf, wordAt } from "../model/transcript.js";
import { besideText, type PlacedVisual, visualAt, visualsOf } from "../model/visuals.js";
import { openingMoment, watchMoments } from "../moments/watching.js";
import type { CueweaveArticle } from "../print/element.js";
import type { CueweaveScreen } from "../screen/element.js";
import "../screen/element.js";
import type { CueweaveSearch, Found } from "../search/element.js";
import { strings } from "../strings.js";
import { base, tokens } from "../tokens.js";
import type { CueweaveToolbar } from "../toolbar/element.js";
import "../toolbar/element.js";
import type { CueweaveTranscript } from "../transcript/element.js";
import "../transcript/element.js";
import { listenToKeys } from "./keys.js";
import { marksOf } from "./marks.js";
import { articlePart, besidePart, editorPart, inTextPart } from "./parts.js";
import { Room } from "./room.js";
import { Source } from "./source.js";
import { emptyNote, skeleton, troubleNote } from "./states.js";
import { playerStyles } from "./styles.js";

/** Seconds: what needn't move with every frame is told the time when it is this far off. */
const TICK = 0.1;

/**
 * The player: a recording, its transcript, and what belongs beside it.
 *
 * @fires cw-ready - the transcript is there; `detail` is `{ transcript }`
 * @fires cw-error - there is none; `detail` is `{ message }`
 */
@customElement("cueweave-player")
export class CueweavePlayer extends LitElement {
  static override styles = [tokens, base, playerStyles];

  /** Where the result is: the document itself, or an address that answers like `GET /tasks/{id}/result`. */
  @property() src: string | null = null;
  /** Where the recording is. */
  @property({ attribute: "media" }) mediaSrc: string | null = null;
  /** `video` or `audio`, where neither the result nor the file name says it. */
  @property() kind: "video" | "audio" | null = null;
  /** The second to begin at; a moment in the page's address goes before it. */
  @property({ type: Number }) start = 0;
  /** A query that is appended to the addresses of pictures and the recording, for signed links. */
  @property({ attribute: "assets-query" }) assetsQuery = "";
  /** A result to show instead of `src`; either shape. */
  @property({ attribute: false }) result: Result | null = null;
  /** Marks on the timeline beside the chapters and what was found. */
  @property({ attribute: false }) marks: readonly Mark[] = [];
  /** Whether captions are shown. */
  @property({ type: Boolean }) captions = false;
  /** Whether the reader may edit; see `cueweave-editor` for what it sends. */
  @property({ type: Boolean }) editable = false;
  /** What is shown, once it is there. */
  @state() transcript: Transcript | null = null;
  @state() private trouble: string | null = null;
  @state() private wide = false;
  @state() private shownVisual: PlacedVisual | null = null;
  @state() private found: Found = { hits: [], current: -1 };
  @state() private types: readonly KeywordType[] = KEYWORD_TYPES;
  @state() private editing = false;

  private readonly stage = createRef<CueweaveScreen>();
  private readonly text = createRef<CueweaveTranscript>();
  private readonly toolbar = createRef<CueweaveToolbar>();
  private readonly chapters = createRef<CueweaveChapters>();
  private readonly article = createRef<CueweaveArticle>();
  private readonly desk = createRef<CueweaveEditor>();
  private readonly room = new Room(this, (wide) => Object.assign(this, { wide }));
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
    this.addEventListener("cw-seek", ({ detail }: SeekEvent) => this.seek(detail.time));
    this.addEventListener("cw-captions", () => this.toggleCaptions());
    this.addEventListener("cw-hits", ({ detail }) => this.showFound(detail));
    this.addEventListener("cw-print", () => void this.article.value?.print());
    this.addEventListener("cw-editing", ({ detail: { editing } }) => Object.assign(this, { editing }));
    this.addEventListener("cw-edited", ({ detail }) => this.adopt(transcriptOf(detail.result)));
    this.addEventListener("cw-types", ({ detail: { types } }) => Object.assign(this, { types }));
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

  /** The editor, where the reader may edit: `saved()` and `failed()` answer its `cw-save`. */
  get editor(): CueweaveEditor | undefined {
    return this.desk.value;
  }

  /** Go to a time. */
  seek(time: number): void {
    const goal = Math.min(Math.max(0, time), this.duration || time);
    this.stage.value?.seek(goal);
    this.show(goal);
  }

  /** Play, or stop playing. */
  togglePlay(): void {
    togglePlay(this.mediaElement);
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
    this.room.watch(this.stage.value);
    this.listening = [listenToKeys(this, () => this.stage.value ?? null), watchMoments((time) => this.seek(time))];
    this.start = openingMoment() ?? this.start;
    if (this.hasUpdated && !this.transcript && !this.trouble) this.load(); // moving the player has stopped that
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.end();
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
          ${this.mediaSrc ? this.screenPart() : nothing} ${this.wide ? besidePart(this.beside, this.shownVisual, this, this.chapters) : nothing}
        </div>
        <div class="reading" part="reading">
          <h2 class="unseen">${strings.transcript}</h2>
          ${this.readingPart()}
        </div>
      </section>
      ${articlePart(this.transcript, this, this.article)}
    `;
  }

  protected override updated(changed: PropertyValues): void {
    if (this.stage.value) this.room.watch(this.stage.value);
    if (!changed.has("transcript")) return;
    this.ticked = -1;
    this.show(this.time || this.start);
  }

  private get isVideo(): boolean {
    return (this.kind ?? this.transcript?.result.media?.kind ?? kindOf(this.mediaSrc ?? "")) === "video";
  }

  private get beside(): readonly PlacedVisual[] {
    return besideText(this.visuals, this.isVideo && this.mediaSrc !== null);
  }

  /** What addresses in the result are relative to. */
  get base(): string {
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

  private readingPart(): TemplateResult {
    if (this.trouble) return troubleNote(this.trouble, this.src && !this.result ? this.load : null);
    if (!this.transcript) return skeleton();
    if (!this.transcript.words.length) return emptyNote();
    return html`
      <cueweave-toolbar
        ${ref(this.toolbar)}
        class=${this.found.hits.length ? "searching" : ""}
        ?hidden=${this.editing}
        .transcript=${this.transcript}
        .listed=${this.wide && !this.beside.length}
        ><slot name="toolbar"></slot
      ></cueweave-toolbar>
      <cueweave-legend ?hidden=${this.editing} .transcript=${this.transcript}></cueweave-legend>
      ${this.editable ? editorPart(this.transcript, this.desk, this.textPart()) : this.textPart()}
    `;
  }

  private textPart(): TemplateResult {
    return html`<cueweave-transcript
      ${ref(this.text)}
      part="transcript"
      .transcript=${this.editing ? noChange : this.transcript}
      .hits=${this.found.hits}
      .currentHit=${this.found.current}
      .types=${this.types}
      .inset=${this.inset}
      >${inTextPart(this.visuals, this.beside, this.wide, this)}</cueweave-transcript
    >`;
  }

  private readonly inset = (): number => this.room.covered(this.toolbar.value);

  private readonly load = (): void => {
    if (!this.src) return;
    this.transcript = this.trouble = null;
    this.source.load(this.src);
  };

  private adopt(transcript: Transcript): void {
    this.visuals = visualsOf(transcript);
    Object.assign(this, { transcript, trouble: null });
  }

  private take(transcript: Transcript): void {
    this.adopt(transcript);
    say(this, "cw-ready", { transcript });
  }

  private fail(message: string): void {
    this.transcript = null;
    this.trouble = message;
    say(this, "cw-error", { message });
  }

  /** Show everything as of a time; called at every frame while the recording plays. */
  private readonly show = (time: number): void => {
    this.time = time;
    if (!this.transcript) return;
    this.text.value?.light(wordAt(this.transcript, time), paragraphAt(this.transcript, time));
    if (Math.abs(time - this.ticked) < TICK) return;
    this.ticked = time;
    for (const { value } of [this.stage, this.toolbar, this.chapters, this.desk]) if (value) value.time = time;
    this.shownVisual = visualAt(this.beside, time);
  };

  private showFound(found: Found): void {
    this.found = found;
    const hit = found.hits[found.current];
    if (hit) this.text.value?.reveal(hit.first);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-player": CueweavePlayer;
  }
}
