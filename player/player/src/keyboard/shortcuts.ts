import { css, html, LitElement, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { buttons, sheets } from "../buttons.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { strings } from "./strings.js";

/** The sheet that says what keys do; `show()` opens it. */
export class CueweaveShortcuts extends LitElement {
  static override styles = [
    base,
    buttons,
    sheets,
    css`
      :host {
        color: var(--cw-text);
        font: 0.9375rem / 1.4 var(--cw-font);
      }
      dialog {
        inline-size: 50rem;
      }
      .groups {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 21rem), 1fr));
        gap: 0.5rem 2.5rem;
      }
      h3 {
        margin: 0.5rem 0 0.25rem;
        color: var(--cw-muted);
        font-size: 0.875rem;
        font-weight: 600;
      }
      dl {
        margin: 0;
      }
      dl div {
        display: flex;
        justify-content: space-between;
        gap: 1rem;
        padding-block: 0.4rem;
        border-block-start: 1px solid var(--cw-line);
      }
      dd {
        margin: 0;
        white-space: nowrap;
      }
      kbd {
        display: inline-block;
        min-inline-size: 1.75rem;
        padding: 0.05rem 0.4rem;
        border: 1px solid var(--cw-line);
        border-block-end-width: 2px;
        border-radius: 6px;
        background: var(--cw-surface);
        font: 600 0.8125rem / 1.5 var(--cw-font);
        text-align: center;
      }
    `,
  ];

  private readonly sheet = createRef<HTMLDialogElement>();

  /** Open the sheet, or close it if it is open. */
  show(): void {
    const sheet = this.sheet.value;
    if (sheet?.open) sheet.close();
    else sheet?.showModal();
  }

  protected override render(): TemplateResult {
    const close = (): void => this.sheet.value?.close();
    return html`<dialog aria-labelledby="title" @keydown=${this.byKey} ${ref(this.sheet)}>
      <div class="sheet-head">
        <h2 id="title">${strings.title}</h2>
        <button type="button" class="icon" aria-label=${strings.close} @click=${close}>${signs.close}</button>
      </div>
      <div class="groups">${strings.groups.map(groupOf)}</div>
    </dialog>`;
  }

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.key === "?") this.sheet.value?.close();
  };
}

function groupOf({ name, rows }: (typeof strings.groups)[number]): TemplateResult {
  const keysOf = (keys: readonly string[]): TemplateResult[] =>
    keys.map((key, at) => html`${at > 0 ? html` <span class="unseen">${strings.or}</span> ` : ""}<kbd>${key}</kbd>`);
  return html`<section>
    <h3>${name}</h3>
    <dl>${rows.map(({ what, keys }) => html`<div><dt>${what}</dt><dd>${keysOf(keys)}</dd></div>`)}</dl>
  </section>`;
}

customElements.define("cueweave-shortcuts", CueweaveShortcuts);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-shortcuts": CueweaveShortcuts;
  }
}
