import type { CueweaveError } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { duration, size } from "./format.js";
import { base, look, row } from "./look.js";
import { strings } from "./strings.js";
import type { Upload } from "./uploads.js";

const say = strings.uploads;
/** Too much was asked, or there is no room: the server says so itself. */
const FULL = [429, 503];

/** An upload: how far it is and how fast, or why it isn't; tells `cw-stop` and `cw-again`. */
@customElement("cueweave-upload")
export class UploadRow extends LitElement {
  static override styles = [
    base,
    look,
    row,
    css`
      .error {
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false, hasChanged: () => true }) upload!: Upload;

  override render(): unknown {
    const { media, state } = this.upload;
    return html`
      <article class=${state === "sending" ? "" : "said"}>
        <div>
          <h3 dir="auto">${media}</h3>
          ${state === "sending" ? this.sending() : this.stopped()}
        </div>
        <div class="doing">
          ${
            state === "sending"
              ? html`<button class="quiet" aria-label=${say.cancelOf(media)} @click=${() => this.tell("cw-stop")}>
                  ${say.cancel}
                </button>`
              : html`<button aria-label=${say.againOf(media)} @click=${() => this.tell("cw-again")}>${say.again}</button>
                  <button class="quiet" aria-label=${say.dismissOf(media)} @click=${() => this.tell("cw-stop")}>
                    ${say.dismiss}
                  </button>`
          }
        </div>
        ${
          state === "sending"
            ? html`<progress max="1" .value=${this.upload.share} aria-label=${strings.tasks.progressOf(media)}></progress>`
            : nothing
        }
      </article>
    `;
  }

  private sending(): unknown {
    const { loaded, total, share, pace, waiting } = this.upload;
    if (waiting) return this.waiting(waiting);
    if (share >= 1) return html`<p class="about">${say.checking}</p>`;
    const left = pace.left(total);
    return html`
      <p class="about numbers">
        <span>${say.sending}</span>
        <span>${strings.tasks.percent(Math.floor(share * 100))}</span>
        <span>${say.of(size(loaded), size(total))}</span>
        ${pace.speed === null ? nothing : html`<span>${say.speed(size(pace.speed))}</span>`}
        ${left === null ? nothing : html`<span>${strings.tasks.left(duration(left))}</span>`}
      </p>
    `;
  }

  /** How far it is, and why it is no further. */
  private waiting(why: CueweaveError): unknown {
    const { loaded, total, share } = this.upload;
    const said = FULL.includes(why.status) ? say.waitingFor(why.detail) : say.waiting;
    return html`
      <p class="about numbers">
        <span>${strings.tasks.percent(Math.floor(share * 100))}</span>
        <span>${say.of(size(loaded), size(total))}</span>
      </p>
      <p class="small muted">${said}</p>
    `;
  }

  private stopped(): unknown {
    const { state, error, resumable } = this.upload;
    if (state === "stopped") return html`<p class="small error wrong">${error}</p>`;
    return html`<p class="small error muted">${resumable ? say.cutPart : say.cut}</p>`;
  }

  private tell(name: "cw-stop" | "cw-again"): void {
    this.dispatchEvent(new CustomEvent(name, { detail: this.upload, bubbles: true, composed: true }));
  }
}
