import type { Result } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Mark, SeekEvent } from "../contract.js";
import type { CueweaveControls } from "../controls/element.js";
import "../controls/element.js";
import { MediaClock } from "../media-clock.js";
import { resolved, resolvedVisual } from "../model/source.js";
import { paragraphAt, type Transcript, wordAt } from "../model/transcript.js";
import { type PlacedVisual, visualAt, visualsOf } from "../model/visuals.js";
import { strings } from "../strings.js";
import { base, tokens } from "../tokens.js";
import type { CueweaveTranscript } from "../transcript/element.js";
import "../transcript/element.js";
import { CaptionsTrack } from "./captions-track.js";
import { Source } from "./source.js";
import { emptyNote, skeleton, troubleNote } from "./states.js";
import { playerStyles } from "./styles.js";
import { jump } from "./whole-media.js";

const WIDE = 896;
/** The clock of the controls is set anew when it is this far off, in seconds. */
const TICK = 0.1;
const AUDIO = /\.(mp3|m4a|aac|wav|ogg|oga|opus|flac|wma)$/i;

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
    mediaFailed: { state: true },
    mediaElement: { state: true },
    wide: { state: true },
    full: { state: true },
    shownVisual: { state: true },
  };

  /** Where the result is: the document itself, or an address that answers like `GET /tasks/{id}/result`. */
  declare src: string | null;
  /** Where the recording is. */
  declare mediaSrc: string | null;
  /** `video` or `audio`, where neither the result nor the file name says it. */
  declare kind: "video" | "audio" | null;
  /** The second to begin at. */
  declare start: number;
  /** A query that is appended to the addresses of pictures and the recording, for signed links. */
  declare assetsQuery: string;
  /** A result to show instead of `src`; either shape. */
  declare result: Result | null;
  /** Marks on the timeline beside the chapters. */
  declare marks: readonly Mark[];
  /** Whether captions are shown. */
  declare captions: boolean;
  /** What is shown, once it is there. */
  declare transcript: Transcript | null;
  /** The `<video>` or `<audio>`, once there is one. */
  declare mediaElement: HTMLMediaElement | null;
  declare private trouble: string | null;
  declare private mediaFailed: boolean;
  declare private wide: boolean;
  declare private full: boolean;
  declare private shownVisual: PlacedVisual | null;

  private readonly controls = createRef<CueweaveControls>();
  private readonly text = createRef<CueweaveTranscript>();
  private readonly screen = createRef<HTMLElement>();
  private readonly resized = new ResizeObserver(() => this.measure());
  private visuals: readonly PlacedVisual[] = [];
  private readonly source = new Source(
    (transcript) => this.take(transcript),
    (message) => this.fail(message),
  );
  private clock: MediaClock | null = null;
  private captionsTrack: CaptionsTrack | null = null;
  private time = 0;
  private ticked = -1;

  constructor() {
    super();
    this.src = this.mediaSrc = this.kind = null;
    this.start = 0;
    this.assetsQuery = "";
    this.result = this.transcript = this.mediaElement = null;
    this.marks = [];
    this.trouble = this.shownVisual = null;
    this.captions = this.mediaFailed = this.wide = this.full = false;
    this.addEventListener("cw-seek", this.bySeek as EventListener);
    this.addEventListener("cw-captions", () => this.toggleCaptions());
    this.addEventListener("cw-fullscreen", () => this.toggleFullscreen());
  }

  /** The time in the recording, in seconds. */
  get currentTime(): number {
    return this.mediaElement?.currentTime || this.time;
  }

  /** Go to a time. */
  seek(time: number): void {
    const end = this.mediaElement?.duration || this.transcript?.duration || time;
    const goal = Math.min(Math.max(0, time), end);
    if (this.mediaElement && !this.mediaFailed) jump(this.mediaElement, goal);
    this.show(goal);
  }

  /** Play, or stop playing. */
  togglePlay(): void {
    const media = this.mediaElement;
    if (!media) return;
    if (media.paused) media.play().catch(() => undefined);
    else media.pause();
  }

  /** Show captions, or stop showing them. */
  toggleCaptions(): void {
    this.captions = !this.captions;
  }

  /** Fill the screen with the video, or leave that. */
  toggleFullscreen(): void {
    if (document.fullscreenElement) void document.exitFullscreen();
    else this.screen.value?.requestFullscreen?.().catch(() => undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.wide = this.getBoundingClientRect().width >= WIDE;
    this.resized.observe(this);
    document.addEventListener("fullscreenchange", this.byFullscreen);
    if (this.hasUpdated) this.listenToMedia();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resized.disconnect();
    document.removeEventListener("fullscreenchange", this.byFullscreen);
    this.source.stop();
    this.clock?.end();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("result") && this.result) this.source.take(this.result);
    else if (changed.has("src")) this.load();
    if (changed.has("mediaSrc") || changed.has("assetsQuery")) this.mediaFailed = false;
  }

  protected override render(): TemplateResult {
    return html`
      <section class="frame ${this.isVideo ? "video" : "audio"}" part="frame" aria-label=${strings.player}>
        <div class="stage" part="stage">${this.mediaSrc ? this.screenPart() : nothing}
          <div class="beside" part="beside"></div>
        </div>
        <div class="reading" part="reading">
          <h2 class="unseen">${strings.transcript}</h2>
          ${this.readingPart()}
        </div>
      </section>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    this.findMedia();
    if (changed.has("transcript")) {
      this.ticked = -1;
      this.show(this.time || this.start || 0);
    }
    if (changed.has("captions") || changed.has("transcript") || changed.has("mediaElement")) this.showCaptions();
  }

  private get isVideo(): boolean {
    const file = this.mediaSrc?.replace(/[?#].*$/, "") ?? "";
    return (this.kind ?? this.transcript?.result.media?.kind ?? (AUDIO.test(file) ? "audio" : "video")) === "video";
  }

  private screenPart(): TemplateResult {
    const address = resolved(this.mediaSrc ?? "", this.base, this.assetsQuery);
    const failed = () => {
      this.mediaFailed = true;
    };
    return html`<figure class="screen" part="screen" ${ref(this.screen)}>
      <div class="picture">
        ${
          this.isVideo
            ? html`<video src=${address} preload="metadata" playsinline @click=${this.togglePlay} @error=${failed}></video>`
            : html`<audio src=${address} preload="metadata" @error=${failed}></audio>`
        }
        ${this.mediaFailed ? html`<p class="trouble" role="alert">${strings.errors.media}</p>` : nothing}
      </div>
      <cueweave-controls
        ${ref(this.controls)}
        .media=${this.mediaElement}
        .marks=${this.allMarks()}
        .duration=${this.transcript?.duration ?? 0}
        .captions=${this.captions}
        .video=${this.isVideo}
        .fullscreen=${this.full}
      ></cueweave-controls>
    </figure>`;
  }

  private readingPart(): TemplateResult {
    if (this.trouble) return troubleNote(this.trouble, this.src && !this.result ? this.load : null);
    if (!this.transcript) return skeleton();
    if (!this.transcript.words.length) return emptyNote();
    return html`<div class="toolbar"><slot name="toolbar"></slot></div>
      <cueweave-transcript ${ref(this.text)} .transcript=${this.transcript} .inset=${this.covered}></cueweave-transcript>`;
  }

  private get base(): string {
    return this.src && !this.result ? this.src : document.baseURI;
  }

  private readonly take = (transcript: Transcript): void => {
    const { base, assetsQuery } = this;
    this.visuals = visualsOf(transcript, (visual) => resolvedVisual(visual, base, assetsQuery));
    this.transcript = transcript;
    this.trouble = null;
    this.say("cw-ready", { transcript });
  };

  private readonly fail = (message: string): void => {
    this.transcript = null;
    this.trouble = message;
    this.say("cw-error", { message });
  };

  private readonly load = (): void => {
    if (!this.src) return;
    this.transcript = this.trouble = null;
    this.source.load(this.src);
  };

  private say(name: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  private allMarks(): readonly Mark[] {
    const chapters = this.transcript?.chapters ?? [];
    return [
      ...chapters.map(({ title, start }): Mark => ({ time: start, kind: "chapter", label: title })),
      ...this.marks,
    ];
  }

  private findMedia(): void {
    const media = this.renderRoot.querySelector<HTMLMediaElement>("video, audio");
    if (media === this.mediaElement) return;
    this.mediaElement = media;
    this.captionsTrack = null;
    this.listenToMedia();
    if (media && this.start) jump(media, this.start);
  }

  private listenToMedia(): void {
    this.clock?.end();
    this.clock = this.mediaElement ? new MediaClock(this.mediaElement, (time) => this.show(time)) : null;
    if (this.screen.value) this.resized.observe(this.screen.value);
  }

  /** Show everything as of a time; called at every frame while the recording plays. */
  private show(time: number): void {
    this.time = time;
    if (!this.transcript) return;
    this.text.value?.light(wordAt(this.transcript, time), paragraphAt(this.transcript, time));
    if (Math.abs(time - this.ticked) < TICK) return;
    this.ticked = time;
    if (this.controls.value) this.controls.value.time = time;
    const visual = visualAt(this.visuals, time);
    if (visual !== this.shownVisual) this.shownVisual = visual;
  }

  private showCaptions(): void {
    if (!this.mediaElement || !this.isVideo) return;
    const language = this.transcript?.result.media?.language ?? "";
    if (this.captions) this.captionsTrack ??= new CaptionsTrack(this.mediaElement, language);
    this.captionsTrack?.show(this.captions ? this.transcript : null);
  }

  private readonly bySeek = (event: SeekEvent): void => this.seek(event.detail.time);

  private readonly byFullscreen = (): void => {
    this.full = this.shadowRoot?.fullscreenElement === this.screen.value && Boolean(this.screen.value);
  };

  /** How far down the screen the medium covers the text. */
  private readonly covered = (): number => {
    if (this.wide || !this.screen.value) return 0;
    return Math.max(0, this.screen.value.getBoundingClientRect().bottom);
  };

  private measure(): void {
    this.wide = this.getBoundingClientRect().width >= WIDE;
    const height = this.wide ? 0 : (this.screen.value?.offsetHeight ?? 0);
    this.style.setProperty("--covered", `${height}px`);
  }
}

customElements.define("cueweave-player", CueweavePlayer);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-player": CueweavePlayer;
  }
}
