import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { askToSeek, type Mark, say } from "../contract.js";
import { clockTime } from "../model/time.js";
import { strings } from "../strings.js";
import { base } from "../tokens.js";
import { icons } from "./icons.js";
import { togglePlay } from "./playing.js";
import { controlStyles } from "./styles.js";
import type { CueweaveTimeline } from "./timeline.js";
import "./timeline.js";

/** The rates that the menu offers. */
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;
const SKIP = 10;
const CHANGES = ["play", "pause", "ended", "volumechange", "ratechange", "durationchange", "emptied"] as const;

/** Buttons and the timeline of `.media`. Sends `cw-seek`, `cw-captions` and `cw-fullscreen`; sets rate and volume itself. */
export class CueweaveControls extends LitElement {
  static override styles = [base, controlStyles];
  static override properties = {
    media: { attribute: false },
    marks: { attribute: false },
    duration: { type: Number },
    captions: { type: Boolean },
    video: { type: Boolean },
    fullscreen: { type: Boolean },
  };

  declare media: HTMLMediaElement | null;
  declare marks: readonly Mark[];
  /** The length to show until the medium tells its own. */
  declare duration: number;
  declare captions: boolean;
  declare video: boolean;
  declare fullscreen: boolean;

  private readonly timeline = createRef<CueweaveTimeline>();
  private readonly clock = createRef<HTMLElement>();
  private listening = new AbortController();

  constructor() {
    super();
    this.media = null;
    this.marks = [];
    this.duration = 0;
    this.captions = this.video = this.fullscreen = false;
  }

  /** Show a time; renders nothing anew. */
  set time(time: number) {
    if (this.timeline.value) this.timeline.value.time = time;
    const text = clockTime(time);
    if (this.clock.value && this.clock.value.textContent !== text) this.clock.value.textContent = text;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.media) this.requestUpdate("media", null); // it was moved, and listens to nothing since
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listening.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("media")) return;
    this.listening.abort();
    this.listening = new AbortController();
    const { signal } = this.listening;
    for (const name of CHANGES) this.media?.addEventListener(name, () => this.requestUpdate(), { signal });
    this.media?.addEventListener("progress", this.showLoaded, { signal });
  }

  protected override render(): TemplateResult {
    const { controls } = strings;
    const length = this.length();
    return html`
      <cueweave-timeline ${ref(this.timeline)} .duration=${length} .marks=${this.marks}></cueweave-timeline>
      <div class="row">
        ${this.playButton()}
        <button type="button" class="skip" aria-label=${controls.back} title=${controls.back} @click=${this.skipBack}>
          ${icons.back}
        </button>
        <button type="button" class="skip" aria-label=${controls.forward} title=${controls.forward} @click=${this.skipOn}>
          ${icons.forward}
        </button>
        <span class="time"><span ${ref(this.clock)}>0:00</span><span class="all"> / ${clockTime(length)}</span></span>
        <span class="space"></span>
        ${this.volumeControls()} ${this.video ? this.captionsButton() : nothing} ${this.rateMenu()}
        ${this.video ? this.fullscreenButton() : nothing}
      </div>
    `;
  }

  private length(): number {
    const own = this.media?.duration;
    return own && Number.isFinite(own) ? own : this.duration;
  }

  private playButton(): TemplateResult {
    const paused = this.media?.paused ?? true;
    const name = paused ? strings.controls.play : strings.controls.pause;
    return html`<button type="button" class="play" aria-label=${name} title=${name} @click=${this.toggle}>
      ${paused ? icons.play : icons.pause}
    </button>`;
  }

  private volumeControls(): TemplateResult {
    const silent = !this.media || this.media.muted || this.media.volume === 0;
    const name = silent ? strings.controls.unmute : strings.controls.mute;
    return html`
      <button type="button" class="mute" aria-label=${name} title=${name} @click=${this.mute}>
        ${silent ? icons.mute : icons.loud}
      </button>
      <input
        class="volume"
        type="range"
        min="0"
        max="1"
        step="0.05"
        aria-label=${strings.controls.volume}
        .value=${String(silent ? 0 : (this.media?.volume ?? 1))}
        @input=${this.setVolume}
      />
    `;
  }

  private captionsButton(): TemplateResult {
    const { captions } = strings.controls;
    return html`<button
      type="button"
      class="captions"
      aria-label=${captions}
      title=${captions}
      aria-pressed=${this.captions}
      @click=${() => say(this, "cw-captions")}
    >
      ${icons.captions}
    </button>`;
  }

  private rateMenu(): TemplateResult {
    const rate = this.media?.playbackRate ?? 1;
    const rates = RATES.some((each) => each === rate) ? RATES : [...RATES, rate].sort((a, b) => a - b);
    return html`<select class="rate" aria-label=${strings.controls.rate} title=${strings.controls.rate} @change=${this.setRate}>
      ${rates.map((each) => html`<option value=${each} .selected=${each === rate}>${each}×</option>`)}
    </select>`;
  }

  private fullscreenButton(): TemplateResult {
    const name = this.fullscreen ? strings.controls.leaveFullscreen : strings.controls.fullscreen;
    return html`<button type="button" class="full" aria-label=${name} title=${name} @click=${() => say(this, "cw-fullscreen")}>
      ${this.fullscreen ? icons.window : icons.fullscreen}
    </button>`;
  }

  private readonly toggle = (): void => togglePlay(this.media);

  private readonly skipBack = (): void => askToSeek(this, (this.media?.currentTime ?? 0) - SKIP);

  private readonly skipOn = (): void => askToSeek(this, (this.media?.currentTime ?? 0) + SKIP);

  private readonly mute = (): void => {
    if (!this.media) return;
    const silent = this.media.muted || this.media.volume === 0;
    this.media.muted = !silent;
    if (silent && this.media.volume === 0) this.media.volume = 0.5;
  };

  private readonly setVolume = (event: Event): void => {
    if (!this.media) return;
    this.media.volume = Number((event.target as HTMLInputElement).value);
    this.media.muted = false;
  };

  private readonly setRate = (event: Event): void => {
    if (this.media) this.media.playbackRate = Number((event.target as HTMLSelectElement).value);
  };

  private readonly showLoaded = (): void => {
    const ranges = this.media?.buffered;
    if (ranges?.length && this.timeline.value) this.timeline.value.loaded = ranges.end(ranges.length - 1);
  };
}

customElements.define("cueweave-controls", CueweaveControls);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-controls": CueweaveControls;
  }
}
