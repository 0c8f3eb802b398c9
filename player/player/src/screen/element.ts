import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import type { Mark } from "../contract.js";
import type { CueweaveControls } from "../controls/element.js";
import "../controls/element.js";
import { togglePlay } from "../controls/playing.js";
import type { Transcript } from "../model/transcript.js";
import { strings } from "../strings.js";
import { base } from "../tokens.js";
import { CaptionsTrack } from "./captions-track.js";
import { MediaClock } from "./media-clock.js";
import { screenStyles } from "./styles.js";
import { jump, letGo } from "./whole-media.js";

interface Place {
  readonly time: number;
  readonly rate: number;
  readonly playing: boolean;
}

function placeIn({ currentTime: time, playbackRate: rate, paused }: HTMLMediaElement): Place {
  return { time, rate, playing: !paused };
}

function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, "");
}

/** The recording, its captions and its controls. `.tell` hears the time once a frame while it plays. */
export class CueweaveScreen extends LitElement {
  static override styles = [base, screenStyles];
  static override properties = {
    address: {},
    video: { type: Boolean },
    transcript: { attribute: false },
    marks: { attribute: false },
    captions: { type: Boolean },
    media: { state: true },
    failed: { state: true },
    full: { state: true },
  };

  declare address: string;
  declare video: boolean;
  declare transcript: Transcript | null;
  declare marks: readonly Mark[];
  declare captions: boolean;
  /** The `<video>` or `<audio>`, once there is one. */
  declare media: HTMLMediaElement | null;
  declare private failed: boolean;
  declare private full: boolean;
  /** Hears the time. */
  tell: (time: number) => void = () => undefined;
  /** The second to begin at. */
  start = 0;

  private readonly controls = createRef<CueweaveControls>();
  private clock: MediaClock | null = null;
  private track: CaptionsTrack | null = null;
  /** Where the reader was in the recording, which is loaded once more: moved, or its signed link renewed. */
  private place: Place | null = null;

  constructor() {
    super();
    this.address = "";
    this.transcript = this.media = null;
    this.marks = [];
    this.video = this.captions = this.failed = this.full = false;
    this.addEventListener("fullscreenchange", () => {
      this.full = this.matches(":fullscreen");
    });
    this.addEventListener("cw-fullscreen", () => this.toggleFullscreen());
  }

  /** Show a time on the controls; may be set a few times a second. */
  set time(time: number) {
    if (this.controls.value) this.controls.value.time = time;
  }

  /** Go to a time, if there is anything to play. */
  seek(time: number): void {
    if (this.media && !this.failed) jump(this.media, time);
  }

  /** Fill the screen, or leave that. */
  toggleFullscreen(): void {
    if (this.full) void document.exitFullscreen();
    else this.requestFullscreen?.().catch(() => undefined);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.media) return;
    this.listen(this.media);
    if (!this.media.hasAttribute("src")) this.media.src = this.address;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.clock?.end();
    if (!this.media) return;
    this.media.pause();
    const place = placeIn(this.media);
    if (letGo(this.media)) this.place = place;
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("address")) return;
    this.failed = false;
    if (!this.media) return;
    if (withoutQuery(changed.get("address") ?? "") === withoutQuery(this.address)) this.place = placeIn(this.media);
    letGo(this.media);
  }

  protected override render(): TemplateResult {
    return html`
      <div class="picture ${this.video ? "" : "audio"}">
        ${this.medium()} ${this.failed ? html`<p class="trouble" role="alert">${strings.errors.media}</p>` : nothing}
      </div>
      <cueweave-controls
        ${ref(this.controls)}
        .media=${this.media}
        .marks=${this.marks}
        .duration=${this.transcript?.duration ?? 0}
        .captions=${this.captions}
        .video=${this.video}
        .fullscreen=${this.full}
      ></cueweave-controls>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const media = this.renderRoot.querySelector<HTMLMediaElement>("video, audio");
    if (media !== this.media) {
      this.media = media;
      this.track = null;
      if (media) this.listen(media);
    }
    if (changed.has("captions") || changed.has("transcript") || changed.has("media")) this.showCaptions();
  }

  private medium(): TemplateResult {
    const fails = (): void => {
      this.failed = true;
    };
    return this.video
      ? html`<video
          src=${this.address}
          preload="metadata"
          playsinline
          @click=${this.toggle}
          @error=${fails}
          @loadedmetadata=${this.begin}
        ></video>`
      : html`<audio src=${this.address} preload="metadata" @error=${fails} @loadedmetadata=${this.begin}></audio>`;
  }

  private readonly begin = (): void => {
    const { media, place, start } = this;
    this.start = 0;
    this.place = null;
    const time = place?.time ?? start;
    if (time) this.seek(time);
    if (!place || !media) return;
    media.playbackRate = place.rate;
    if (place.playing) media.play().catch(() => undefined);
  };

  private listen(media: HTMLMediaElement): void {
    this.clock?.end();
    this.clock = new MediaClock(media, (time) => this.tell(time));
  }

  private showCaptions(): void {
    if (!this.media || !this.video) return;
    if (this.captions) this.track ??= new CaptionsTrack(this.media, this.transcript?.result.media?.language ?? "");
    this.track?.show(this.captions ? this.transcript : null);
  }

  private readonly toggle = (): void => togglePlay(this.media);
}

customElements.define("cueweave-screen", CueweaveScreen);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-screen": CueweaveScreen;
  }
}
