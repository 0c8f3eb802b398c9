import type { Result } from "@cueweave/client";
import "@cueweave/player";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Desk } from "./desk.js";
import { base, look } from "./look.js";
import { linksOf, type Opening, open } from "./opening.js";
import { resultLook } from "./result-look.js";
import { download, fileName, type Saved, save } from "./saving.js";
import { strings } from "./strings.js";
import "./task-row.js";

const say = strings.result;
/** Seconds before signed links expire at which new ones are fetched. */
const EARLY = 60;

/** A task's result in the player; its progress while there is none. */
@customElement("cueweave-result")
export class ResultView extends LitElement {
  static override styles = [base, look, resultLook];

  @property({ attribute: false }) desk!: Desk;
  @property() taskId = "";
  /** The second to begin at. */
  @property({ attribute: false }) time: number | null = null;
  @state() private opening: Opening = { state: "loading" };
  @state() private saved: Saved | { state: "none" } | { state: "saving" } = { state: "none" };
  @query("cueweave-player") private player!: HTMLElement & { seek?: (time: number) => void };
  private edited: Result | null = null;
  private stop = new AbortController();
  private renewing: ReturnType<typeof setTimeout> | undefined;

  /** Goes to this second, if there is something to play. */
  seek(time: number): void {
    this.player?.seek?.(time);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.close();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("taskId") || changed.has("desk")) void this.load();
  }

  override render(): unknown {
    return html`
      <p class="back"><a href="#/">← ${say.back}</a></p>
      <header>
        <h1 tabindex="-1" dir="auto">${this.name}</h1>
        ${this.opening.state === "open" ? html`<button class="quiet" @click=${this.keep}>${say.download}</button>` : nothing}
      </header>
      <div class="saved" role="status">${this.saving()}</div>
      ${this.content()}
    `;
  }

  /** How the recording is called, for the title of the window. */
  get name(): string {
    const { opening } = this;
    const known = this.desk.names.of(this.taskId)?.media;
    const task = "task" in opening ? opening.task : undefined;
    return known ?? (task ? this.desk.nameOf(task) : say.unnamed);
  }

  private content(): unknown {
    const { opening } = this;
    switch (opening.state) {
      case "loading":
        return html`<p class="muted" role="status">${say.loading}</p>`;
      case "waiting":
        return html`<p class="muted">${say.waiting}</p>
          <cueweave-task .task=${opening.task} .name=${this.name} .plain=${true}></cueweave-task>`;
      case "failed":
        return html`<p class="wrong" role="alert" dir="auto">${opening.why}</p>
          ${opening.again ? html`<button @click=${this.load}>${say.tryAgain}</button>` : nothing}`;
      case "open":
        return this.playing(opening);
    }
  }

  private playing({ kept, links }: Extract<Opening, { state: "open" }>): unknown {
    return html`
      ${links ? nothing : html`<p class="muted small">${say.noMedia}</p>`}
      <cueweave-player
        .result=${kept.result}
        .kind=${kept.result.media?.kind ?? null}
        .mediaSrc=${links ? unsigned(links.media) : null}
        .assetsQuery=${links?.query ?? ""}
        .start=${this.time ?? 0}
        @cw-save=${({ detail }: CustomEvent<{ result: Result }>) => this.store(detail.result)}
      ></cueweave-player>
    `;
  }

  private saving(): unknown {
    switch (this.saved.state) {
      case "none":
        return nothing;
      case "saving":
        return html`<p>${say.saving}</p>`;
      case "saved":
        return html`<p>${say.saved}</p>`;
      case "failed":
        return html`<p class="wrong">${this.saved.why}</p>`;
      case "stale":
        return html`<p class="wrong">${say.stale}</p>
          <button @click=${this.load}>${say.fetchTheirs}</button>
          <button @click=${this.keep}>${say.keepMine}</button>`;
    }
  }

  private readonly load = async (): Promise<void> => {
    this.close();
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.saved = { state: "none" };
    this.edited = null;
    for await (const opening of open(this.desk.client, this.taskId, signal)) {
      if (signal.aborted) return;
      this.opening = opening;
      this.dispatchEvent(new CustomEvent("cw-opening", { bubbles: true, composed: true }));
    }
    this.renewLater();
  };

  private close(): void {
    this.stop.abort();
    clearTimeout(this.renewing);
  }

  /** Signed links expire; the player gets new ones before they do. */
  private renewLater(): void {
    const { opening } = this;
    if (opening.state !== "open" || opening.links === null) return;
    const seconds = (Date.parse(opening.links.expires_at) - Date.now()) / 1000 - EARLY;
    // timers can't wait for more than 2³¹ ms
    if (!(seconds < 2_000_000)) return;
    const { signal } = this.stop;
    const renew = async (): Promise<void> => {
      const links = await linksOf(this.desk.client, this.taskId, signal).catch(() => null);
      if (signal.aborted || this.opening.state !== "open") return;
      if (links) this.opening = { ...this.opening, links };
      this.renewLater();
    };
    this.renewing = setTimeout(renew, Math.max(seconds, EARLY) * 1000);
  }

  private async store(result: Result): Promise<void> {
    if (this.opening.state !== "open") return;
    this.edited = result;
    this.saved = { state: "saving" };
    const { kept } = this.opening;
    this.saved = await save(this.desk.client, this.taskId, result, kept.etag);
    if (this.saved.state === "saved") {
      this.opening = { ...this.opening, kept: { result, etag: this.saved.etag } };
      this.player.dispatchEvent(new CustomEvent("cw-saved", { detail: { result } }));
    }
  }

  private readonly keep = (): void => {
    if (this.opening.state === "open") download(fileName(this.name), this.edited ?? this.opening.kept.result);
  };
}

/** The player itself appends the signature to what it opens. */
function unsigned(address: string): string {
  return address.replace(/\?.*$/s, "");
}
