import { CueweaveError, type VideoProcessingClient } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { Elsewhere } from "./elsewhere.js";
import { moment } from "./format.js";
import { base, look, panel } from "./look.js";
import { strings } from "./strings.js";
import { aboutTask } from "./words.js";

const say = strings.share;
const USUAL = 604_800;

/** Makes a link by which others read a transcript. */
@customElement("cueweave-share")
export class Share extends LitElement {
  static override styles = [
    base,
    look,
    panel,
    css`
      .panel {
        display: grid;
        gap: 0.75rem;
        box-sizing: border-box;
        inline-size: min(24rem, calc(100vw - 3rem));
        padding: 1rem;
      }
      .panel[hidden] {
        display: none;
      }
      label {
        display: grid;
        gap: 0.25rem;
      }
      input {
        box-sizing: border-box;
        inline-size: 100%;
      }
    `,
  ];

  @property({ attribute: false }) client!: VideoProcessingClient;
  @property() taskId = "";
  @state() private open = false;
  @state() private seconds = USUAL;
  /** The link, and until when it holds. */
  @state() private made: { address: string; until: string } | null = null;
  @state() private wrong = "";
  @query(".opener") private opener!: HTMLButtonElement;
  @query("input") private field!: HTMLInputElement | null;

  constructor() {
    super();
    new Elsewhere(this, () => {
      this.open = false;
    });
  }

  override render(): unknown {
    return html`<div @keydown=${this.byKey}>
      <button type="button" class="quiet opener" aria-expanded=${this.open} aria-controls="panel" @click=${this.turn}>
        ${say.button}
      </button>
      <div id="panel" class="panel" role="group" aria-label=${say.button} ?hidden=${!this.open}>
        <label>
          ${say.lasting}
          <select @change=${this.choose}>
            ${say.times.map(
              ({ seconds, label }) =>
                html`<option value=${seconds} ?selected=${seconds === this.seconds}>${label}</option>`,
            )}
          </select>
        </label>
        <button type="button" class="main" @click=${this.make}>${say.make}</button>
        <p class="small wrong" role="alert">${this.wrong}</p>
        ${this.made ? this.link(this.made.address) : nothing}
        <p class="small muted" role="status">${this.made ? say.made(this.made.until) : ""}</p>
      </div>
    </div>`;
  }

  private link(address: string): unknown {
    return html`<label>${say.address}<input readonly .value=${address} @focus=${() => this.field?.select()} /></label>`;
  }

  private readonly turn = (): void => {
    this.open = !this.open;
  };

  private readonly choose = (event: Event): void => {
    this.seconds = Number((event.target as HTMLSelectElement).value);
    this.made = null;
  };

  private readonly make = async (): Promise<void> => {
    this.wrong = "";
    this.made = null;
    try {
      const { page, expires_at } = await this.client.getLinks(this.taskId, { seconds: this.seconds });
      this.made = { address: new URL(page, location.origin).href, until: moment(expires_at) };
    } catch (error) {
      this.wrong = error instanceof CueweaveError && error.status === 422 ? say.tooLong : aboutTask(error);
      return;
    }
    await this.updateComplete;
    this.field?.focus();
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.preventDefault();
    this.open = false;
    this.opener.focus();
  };
}
