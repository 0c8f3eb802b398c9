import type { Paragraph } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { buttons } from "../buttons.js";
import { askToSeek } from "../contract.js";
import { clockTime } from "../model/time.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { wish } from "./events.js";
import "./keyword-chips.js";
import { whenNear } from "./near.js";
import { strings } from "./strings.js";
import { rowStyles } from "./styles.js";
import "./visual-form.js";

/** A paragraph that is edited: its title, its text, its keywords and its visual. It changes nothing itself, it wishes. */
export class CueweaveParagraph extends LitElement {
  static override styles = [base, buttons, rowStyles];
  static override properties = {
    paragraph: { attribute: false },
    index: { type: Number },
    last: { type: Boolean },
    titled: { state: true },
    near: { state: true },
  };

  declare paragraph: Paragraph | null;
  declare index: number;
  declare last: boolean;
  /** Whether there is a field for a title that isn't there yet. */
  declare private titled: boolean;
  /** Whether it has come near the screen: only then it gets its tools, which are what takes time in a long transcript. */
  declare private near: boolean;

  private readonly area = createRef<HTMLTextAreaElement>();

  constructor() {
    super();
    this.paragraph = null;
    this.index = 0;
    this.last = this.titled = this.near = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.near) whenNear(this, () => Object.assign(this, { near: true }));
  }

  /** Stand before the character at `offset`. */
  focusText(offset: number): void {
    this.area.value?.focus();
    this.area.value?.setSelectionRange(offset, offset);
  }

  /** Show what the paragraph says, whatever is written there. */
  showText(): void {
    const [area, text] = [this.area.value, this.paragraph?.paragraph_text ?? ""];
    if (!area || area.value === text) return;
    const caret = area.selectionStart;
    area.value = text;
    if (this.shadowRoot?.activeElement === area) area.setSelectionRange(caret, caret);
    this.grow();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paragraph } = this;
    if (!paragraph) return nothing;
    return html`<section class="row" aria-label=${strings.paragraph(this.index + 1)}>
      ${paragraph.title !== null || this.titled ? this.titleField(paragraph.title ?? "") : nothing}
      ${this.time(paragraph.start_time)}
      <div class="body">
        ${this.text()}
        ${this.near ? this.tools(paragraph) : html`<div class=${paragraph.visuals ? "room seen" : "room"}></div>`}
      </div>
    </section>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("paragraph")) this.takeText();
    if (changed.has("titled") && this.titled) this.renderRoot.querySelector<HTMLElement>(".title input")?.focus();
  }

  private tools(paragraph: Paragraph): TemplateResult {
    return html`<cueweave-keyword-chips .paragraph=${paragraph} .index=${this.index} .selected=${this.selected}>
        ${paragraph.title === null && !this.titled ? this.titleButton() : nothing}
      </cueweave-keyword-chips>
      <cueweave-visual-form .visual=${paragraph.visuals} .index=${this.index} .last=${this.last}></cueweave-visual-form>`;
  }

  private titleField(title: string): TemplateResult {
    const change = (event: Event): void => this.retitle((event.target as HTMLInputElement).value);
    return html`<div class="title">
      <input aria-label=${strings.title} placeholder=${strings.title} dir="auto" .value=${title} @change=${change} @keydown=${this.inTitle} />
      <button type="button" class="bare icon" aria-label=${strings.removeTitle} title=${strings.removeTitle} @click=${() => this.retitle("")}>
        ${signs.close}
      </button>
    </div>`;
  }

  private time(start: number): TemplateResult {
    const time = clockTime(start);
    return html`<button type="button" class="bare time" aria-label=${strings.play(time)} @click=${() => askToSeek(this, start)}>
      ${time}
    </button>`;
  }

  /** What stands under the text area is as high as the text, and so is what lies over it. */
  private text(): TemplateResult {
    return html`<div class="grown">
      <textarea
        rows="1"
        dir="auto"
        spellcheck="true"
        aria-label=${strings.text(this.index + 1)}
        @input=${this.byInput}
        @keydown=${this.byKey}
        @blur=${this.byBlur}
        ${ref(this.area)}
      ></textarea>
    </div>`;
  }

  private titleButton(): TemplateResult {
    const open = (): void => {
      this.titled = true;
    };
    return html`<button type="button" class="bare small" @click=${open}>+ ${strings.addTitle}</button>`;
  }

  /** What is written stays as it is while only its white space differs. */
  private takeText(): void {
    const text = this.paragraph?.paragraph_text;
    if (this.area.value?.value.trim().replace(/\s+/g, " ") !== text) this.showText();
  }

  private grow(): void {
    const area = this.area.value;
    if (area?.parentElement) area.parentElement.dataset.text = area.value;
  }

  private retitle(title: string): void {
    this.titled = false;
    wish(this, { kind: "edit", edit: { kind: "title", at: this.index, title } });
  }

  private readonly selected = (): string => {
    const area = this.area.value;
    return area ? area.value.slice(area.selectionStart, area.selectionEnd).trim() : "";
  };

  private readonly inTitle = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    (event.target as HTMLInputElement).blur();
    this.focusText(0);
  };

  private readonly byInput = (): void => {
    this.grow();
    wish(this, { kind: "draft", at: this.index, text: this.area.value?.value ?? "" });
  };

  private readonly byBlur = (): void => wish(this, { kind: "leave" });

  private readonly byKey = (event: KeyboardEvent): void => {
    const area = this.area.value;
    if (!area || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const { selectionStart: start, selectionEnd: end, value: text } = area;
    if (event.key === "Enter") wish(this, { kind: "split", at: this.index, text, offset: start });
    else if (event.key === "Backspace" && start === 0 && end === 0 && this.index > 0) {
      wish(this, { kind: "join-before", at: this.index });
    } else return;
    event.preventDefault();
  };
}

customElements.define("cueweave-paragraph", CueweaveParagraph);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-paragraph": CueweaveParagraph;
  }
}
