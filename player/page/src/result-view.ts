import type { Result } from "@cueweave/client";
import type { CueweavePlayer } from "@cueweave/player";
import "@cueweave/player";
import { html, LitElement, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { download, offer } from "../../player/src/edit/download.js";
import type { Desk } from "./desk.js";
import "./download-menu.js";
import { AT_HAND, type Format, fileName, made } from "./formats.js";
import { base, look } from "./look.js";
import { linksOf, type Opening, open } from "./opening.js";
import { resultLook } from "./result-look.js";
import { save } from "./saving.js";
import "./share.js";
import { strings } from "./strings.js";
import "./task-row.js";
import { aboutTask } from "./words.js";

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
  /** Whether somebody else has saved since the reader began. */
  @state() private stale = false;
  /** What is said of the download that was chosen last. */
  @state() private downloading = { said: "", failed: false };
  @query("cueweave-player") private player!: CueweavePlayer;
  private edited: Result | null = null;
  /** The version that the reader's edits are made of. */
  private etag = "";
  private stop = new AbortController();
  private renewing: ReturnType<typeof setTimeout> | undefined;

  /** Goes to this second, if there is something to play. */
  seek(time: number): void {
    this.player?.seek(time);
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
        ${this.opening.state === "open" ? this.downloads() : nothing}
      </header>
      <div class="stale" role="status">${this.stale ? this.choice() : nothing}</div>
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
        .editable=${kept.etag !== ""}
        @cw-save=${this.store}
        @cw-original=${this.original}
      ></cueweave-player>
    `;
  }

  private downloads(): unknown {
    const { failed, said } = this.downloading;
    return html`<div class="downloads">
      <p class="small muted" role="status">${failed ? "" : said}</p>
      <p class="small wrong" role="alert">${failed ? said : ""}</p>
      <cueweave-share .client=${this.desk.client} .taskId=${this.taskId}></cueweave-share>
      <cueweave-download-menu
        @cw-download=${({ detail }: CustomEvent<Format>) => this.export(detail)}
      ></cueweave-download-menu>
    </div>`;
  }

  /** What else there is to say of an edit, the editor says itself. */
  private choice(): unknown {
    return html`<p class="wrong">${say.stale}</p>
      <button @click=${this.load}>${say.fetchTheirs}</button>
      <button @click=${this.keep}>${say.keepMine}</button>`;
  }

  private readonly load = async (): Promise<void> => {
    this.close();
    this.stop = new AbortController();
    const { signal } = this.stop;
    this.stale = false;
    this.downloading = { said: "", failed: false };
    this.edited = null;
    for await (const opening of open(this.desk.client, this.taskId, signal)) {
      if (signal.aborted) return;
      this.opening = opening;
      if (opening.state === "open") this.etag = opening.kept.etag;
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

  private readonly store = async (event: CustomEvent<{ result: Result }>): Promise<void> => {
    event.preventDefault(); // otherwise the editor hands out a file
    const { signal } = this.stop;
    this.edited = event.detail.result;
    const saved = await save(this.desk.client, this.taskId, this.edited, this.etag);
    if (signal.aborted) return;
    this.stale = saved.state === "stale";
    if (saved.state === "saved") {
      this.etag = saved.etag;
      this.player.editor?.saved();
    } else {
      this.player.editor?.failed(saved.state === "failed" ? saved.why : "");
    }
  };

  /** Brings back the result as the server made it; the editor keeps that as a step that can be undone. */
  private readonly original = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { signal } = this.stop;
    try {
      const { result } = await this.desk.client.getTaskResult(this.taskId, { version: "original", signal });
      this.player.editor?.take(result);
    } catch (error) {
      if (!signal.aborted) this.player.editor?.failed(aboutTask(error));
    }
  };

  /** The transcript as it stands here, saved or not. */
  private readonly keep = (): void => {
    if (this.opening.state !== "open") return;
    const { editor } = this.player;
    const here = (editor?.dirty && editor.edited) || this.edited || this.opening.kept.result;
    download(here, fileName(this.name, AT_HAND));
  };

  private async export(format: Format): Promise<void> {
    const file = fileName(this.name, format.extension);
    const tell = (said: string, failed = false): void => Object.assign(this, { downloading: { said, failed } });
    if (format.name === AT_HAND) {
      this.keep();
      return tell(strings.downloads.done(file));
    }
    tell(strings.downloads.making(format.label));
    const { signal } = this.stop;
    const answer = await made(this.desk.client, this.taskId, format, signal).catch(() => null);
    if (answer === null || signal.aborted) return;
    if (answer.state === "failed") return tell(answer.why, true);
    offer(answer.file, file);
    tell(this.player.editor?.dirty ? strings.downloads.doneSaved(file) : strings.downloads.done(file));
  }
}

/** The player itself appends the signature to what it opens. */
function unsigned(address: string): string {
  return address.replace(/\?.*$/s, "");
}
