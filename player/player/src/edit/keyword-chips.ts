import type { Keyword, KeywordType, Paragraph } from "@cueweave/client";
import { html, LitElement, type PropertyValues, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { KEYWORD_CLASS, keywordMarks } from "../keyword-marks.js";
import { TYPE_NAMES } from "../legend/strings.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { wish } from "./events.js";
import { strings } from "./strings.js";
import { rowStyles } from "./styles.js";

const TYPES = Object.keys(TYPE_NAMES) as KeywordType[];

/**
 * The keywords of a paragraph: each with its type, and a form for another one. `.selected` is what the form begins with;
 * what is slotted stands at the end.
 */
export class CueweaveKeywordChips extends LitElement {
  static override styles = [base, buttons, keywordMarks, rowStyles];
  static override properties = {
    paragraph: { attribute: false },
    index: { type: Number },
    adding: { state: true },
  };

  declare paragraph: Paragraph | null;
  declare index: number;
  declare private adding: boolean;
  /** Answers with the words that are selected in the text. */
  selected: () => string = () => "";

  constructor() {
    super();
    this.paragraph = null;
    this.index = 0;
    this.adding = false;
  }

  protected override render(): TemplateResult {
    const keywords = this.paragraph?.keywords ?? [];
    return html`<div class="chips" role="group" aria-label=${strings.keywords}>
      ${keywords.map((keyword, at) => this.chip(keyword, at))} ${this.adding ? this.form() : this.opener()}
      <slot></slot>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("adding") && this.adding) this.renderRoot.querySelector("input")?.focus();
    if (changed.get("adding") && !this.adding) this.renderRoot.querySelector<HTMLElement>(".opener")?.focus();
  }

  private chip(keyword: Keyword, index: number): TemplateResult {
    const { word, type } = keyword;
    const retype = (event: Event): void => {
      const chosen = (event.target as HTMLSelectElement).value as KeywordType;
      const edit = { kind: "change-keyword", at: this.index, index, keyword: { word, type: chosen } } as const;
      wish(this, { kind: "edit", edit });
    };
    const remove = (): void => wish(this, { kind: "edit", edit: { kind: "remove-keyword", at: this.index, index } });
    return html`<span class="chip">
      <span class="name keyword ${KEYWORD_CLASS[type]}" dir="auto">${word}</span>
      <select aria-label=${strings.keywordType(word)} .value=${type} @change=${retype}>
        ${typeOptions(type)}
      </select>
      <button type="button" class="bare icon" aria-label=${strings.removeKeyword(word)} @click=${remove}>${signs.close}</button>
    </span>`;
  }

  private opener(): TemplateResult {
    const open = (): void => {
      this.adding = true;
    };
    return html`<button type="button" class="bare small opener" @click=${open}>+ ${strings.addKeyword}</button>`;
  }

  private form(): TemplateResult {
    return html`<form @submit=${this.add} @keydown=${this.byKey}>
      <input name="word" required dir="auto" aria-label=${strings.keyword} placeholder=${strings.keyword} .value=${this.selected()} />
      <select name="type" aria-label=${strings.newType}>
        ${typeOptions("Key Terms")}
      </select>
      <button type="submit">${strings.add}</button>
      <button type="button" class="bare" @click=${this.close}>${strings.cancel}</button>
    </form>`;
  }

  private readonly add = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [word, type] = [String(data.get("word")), String(data.get("type")) as KeywordType];
    wish(this, { kind: "edit", edit: { kind: "add-keyword", at: this.index, word, type } });
    this.close();
  };

  private readonly close = (): void => {
    this.adding = false;
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") this.close();
  };
}

function typeOptions(chosen: KeywordType): TemplateResult[] {
  return TYPES.map((type) => html`<option value=${type} ?selected=${type === chosen}>${TYPE_NAMES[type]}</option>`);
}

customElements.define("cueweave-keyword-chips", CueweaveKeywordChips);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-keyword-chips": CueweaveKeywordChips;
  }
}
