import type { ImageContent } from "@cueweave/client";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { buttons, sheets } from "../buttons.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { strings } from "./strings.js";
import { visualStyles } from "./styles.js";

/** A picture, and a larger view of it in a sheet. */
export class CueweavePicture extends LitElement {
  static override styles = [base, buttons, sheets, visualStyles];
  static override properties = { content: { attribute: false }, failed: { state: true }, large: { state: true } };

  declare content: ImageContent | null;
  declare private failed: boolean;
  declare private large: boolean;

  private readonly sheet = createRef<HTMLDialogElement>();

  constructor() {
    super();
    this.content = null;
    this.failed = this.large = false;
  }

  /** When the picture can be shown, or it is known that it can't. */
  async loaded(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot
      .querySelector("img")
      ?.decode()
      .catch(() => undefined);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("content")) this.failed = false;
  }

  protected override render(): TemplateResult {
    const { url = "", title = "", alt_text } = this.content ?? {};
    const what = alt_text || title;
    const fails = (): void => {
      this.failed = true;
    };
    if (this.failed) return html`<p class="missing">${strings.missing}<br />${what}</p>`;
    return html`<button type="button" class="enlarge" aria-label=${strings.larger(what)} @click=${this.open}>
        <img src=${url} alt="" decoding="async" @error=${fails} />
        <span class="corner">${signs.larger}</span>
      </button>
      <dialog aria-labelledby="title" ${ref(this.sheet)} @click=${this.byClick} @close=${this.closed}>
        <div class="sheet-head">
          <h2 id="title" dir="auto">${title}</h2>
          <button type="button" class="icon" aria-label=${strings.close} @click=${this.close}>${signs.close}</button>
        </div>
        ${this.large ? html`<img src=${url} alt=${what} />` : ""}
      </dialog>`;
  }

  private readonly open = async (): Promise<void> => {
    this.large = true;
    await this.updateComplete;
    this.sheet.value?.showModal();
  };

  private readonly close = (): void => this.sheet.value?.close();

  private readonly closed = (): void => {
    this.large = false;
  };

  /** A click beside the sheet closes it. */
  private readonly byClick = (event: MouseEvent): void => {
    if (event.target === this.sheet.value && !within(event, this.sheet.value)) this.close();
  };
}

function within({ clientX: x, clientY: y }: MouseEvent, element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  return x >= left && x <= right && y >= top && y <= bottom;
}

customElements.define("cueweave-picture", CueweavePicture);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-picture": CueweavePicture;
  }
}
