import type { Limits } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { ACCEPT, type Chosen, choose, type Job, problemsOf } from "./files.js";
import { duration, size } from "./format.js";
import { handInLook } from "./hand-in-look.js";
import { languages } from "./languages.js";
import { secondsOf } from "./length.js";
import { base, look } from "./look.js";
import { strings } from "./strings.js";

const say = strings.handIn;
const NOTHING: Chosen = { media: null, subtitles: null, slides: null, refused: [] };

/** Where files are dropped or chosen, looked at, and handed in; tells `cw-hand-in` with the job. */
@customElement("cueweave-hand-in")
export class HandIn extends LitElement {
  static override styles = [base, look, handInLook];

  @property({ attribute: false }) limits: Limits | null = null;
  /** How many tasks and uploads are under way. */
  @property({ type: Number }) active = 0;
  /** What was to be sent and must be chosen once more. */
  @property({ attribute: false }) missing: Pick<Job, "language"> & { names: string } = { names: "", language: "" };
  @state() private chosen = NOTHING;
  @state() private hovered = false;
  @state() private language = "";
  /** How many seconds the chosen recording has; null where the browser can't tell, undefined while it looks. */
  @state() private seconds: number | null | undefined = null;
  @query("input[type=file]") private input!: HTMLInputElement;

  /** Moves the focus to where files are chosen. */
  override focus(): void {
    this.input.focus();
    this.scrollIntoView({ block: "start" });
  }

  /** Takes these files as if they had been dropped. */
  add(files: readonly File[]): void {
    this.chosen = choose(this.chosen, files);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has("missing") && this.missing.language) this.language = this.missing.language;
    const before = changed.get("chosen");
    if (before && before.media !== this.chosen.media) void this.measure(this.chosen.media);
  }

  override render(): unknown {
    const { media, subtitles, slides } = this.chosen;
    const any = media !== null || subtitles !== null || slides !== null;
    return html`
      <form novalidate @submit=${this.send}>
        <div
          class="drop ${this.hovered ? "hovered" : ""} ${any ? "small-drop" : ""}"
          @dragenter=${this.hover}
          @dragover=${this.hover}
          @dragleave=${this.leave}
          @drop=${this.drop}
        >
          ${any ? nothing : html`<p class="lead">${this.hovered ? say.dropNow : say.drop}</p>`}
          <input id="files" type="file" multiple accept=${ACCEPT} class="unseen" aria-describedby="formats" @keydown=${this.press} @change=${this.pick} />
          <label for="files" class="button ${any ? "" : "main"}">${any ? say.chooseMore : say.choose}</label>
          <p id="formats" class="small muted">${say.formats} ${this.limitsInWords()}</p>
        </div>
        <div class="messages" role="status">${this.messages()}</div>
        ${any ? this.slots() : nothing}
      </form>
    `;
  }

  private limitsInWords(): string {
    const { limits } = this;
    return limits ? say.limits(size(limits.max_media_bytes), duration(limits.max_media_seconds)) : "";
  }

  private messages(): unknown {
    const { names } = this.missing;
    return [
      ...(names && this.chosen.media === null ? [html`<p>${say.again(names)}</p>`] : []),
      ...[...this.chosen.refused, ...this.problems].map((text) => html`<p class="wrong">${text}</p>`),
      ...(this.full ? [html`<p>${say.full(this.limits?.max_active_tasks ?? 0)}</p>`] : []),
    ];
  }

  private slots(): unknown {
    const { media, subtitles, slides } = this.chosen;
    return html`
      <dl>
        ${this.held(say.media, media, say.noMedia, () => this.keep({ media: null }))}
        ${this.held(say.subtitles, subtitles, say.noSubtitles, () => this.keep({ subtitles: null }))}
        ${this.held(say.slides, slides, say.noSlides, () => this.keep({ slides: null }))}
      </dl>
      <div class="last">
        <div class="language">
          <label for="language" class="small">${say.language}</label>
          <select id="language" @change=${this.speak}>
            <option value="" ?selected=${this.language === ""}>${say.anyLanguage}</option>
            ${languages().map(
              ([code, name]) => html`<option value=${code} ?selected=${code === this.language}>${name}</option>`,
            )}
          </select>
        </div>
        <button class="main" ?disabled=${!this.ready}>${say.send}</button>
      </div>
    `;
  }

  private held(kind: string, file: File | null, without: string, remove: () => void): unknown {
    return html`
      <div class="slot">
        <dt class="small muted">${kind}</dt>
        ${
          file
            ? html`<dd>
                <span class="name" dir="auto">${file.name}</span>
                <span class="small muted numbers">${size(file.size)}</span>
                <button type="button" class="quiet" aria-label=${say.remove(file.name)} @click=${remove}>✕</button>
              </dd>`
            : html`<dd class="small muted">${without}</dd>`
        }
      </div>
    `;
  }

  private get problems(): string[] {
    return problemsOf(this.chosen, this.limits, this.seconds ?? null);
  }

  private get full(): boolean {
    return this.limits !== null && this.active >= this.limits.max_active_tasks;
  }

  private get ready(): boolean {
    return this.chosen.media !== null && this.seconds !== undefined && this.problems.length === 0 && !this.full;
  }

  private async measure(media: File | null): Promise<void> {
    this.seconds = media && undefined;
    const seconds = media && (await secondsOf(media));
    if (media === this.chosen.media) this.seconds = seconds;
  }

  private async keep(kept: Partial<Chosen>): Promise<void> {
    this.chosen = { ...this.chosen, ...kept, refused: [] };
    await this.updateComplete;
    this.input.focus(); // the button that had it is gone
  }

  private speak(event: Event): void {
    this.language = (event.target as HTMLSelectElement).value;
  }

  /** Enter would hand in what has been chosen so far; it opens the chooser here, as on every other button. */
  private press(event: KeyboardEvent): void {
    if (event.key !== "Enter") return;
    event.preventDefault();
    this.input.click();
  }

  private pick(): void {
    this.add([...(this.input.files ?? [])]);
    this.input.value = ""; // so that the same file can be chosen once more
  }

  private hover(event: DragEvent): void {
    event.preventDefault();
    this.hovered = true;
  }

  private leave(event: DragEvent): void {
    const within = event.currentTarget as HTMLElement;
    this.hovered = event.relatedTarget instanceof Node && within.contains(event.relatedTarget);
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.hovered = false;
    this.add([...(event.dataTransfer?.files ?? [])]);
  }

  private async send(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { media, subtitles, slides } = this.chosen;
    if (!this.ready || media === null) return;
    const detail: Job = { media, subtitles, slides, language: this.language };
    this.chosen = NOTHING;
    this.dispatchEvent(new CustomEvent("cw-hand-in", { detail, bubbles: true, composed: true }));
    await this.updateComplete;
    this.input.focus();
  }
}

declare global {
  interface HTMLElementEventMap {
    "cw-hand-in": CustomEvent<Job>;
  }
}
