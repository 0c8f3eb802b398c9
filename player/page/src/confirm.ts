import { css, html, LitElement } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { base, look } from "./look.js";

export interface Question {
  heading: string;
  text: string;
  no: string;
  yes: string;
}

/** A question that must be answered before something goes that doesn't come back. */
@customElement("cueweave-confirm")
export class Confirm extends LitElement {
  static override styles = [
    base,
    look,
    css`
      dialog {
        inline-size: min(26rem, calc(100vw - 2rem));
        padding: 1.5rem;
        border: 1px solid var(--cw-line);
        border-radius: calc(var(--cw-radius) * 1.4);
        background: var(--cw-bg);
        color: var(--cw-text);
        box-shadow: 0 1rem 3rem rgb(0 0 0 / 25%);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 45%);
      }
      h2 {
        font-size: 1.125rem;
        letter-spacing: -0.01em;
        text-transform: none;
        color: inherit;
        overflow-wrap: anywhere;
      }
      p {
        margin-block: 0.5rem 1.5rem;
        color: var(--cw-muted);
      }
      form {
        display: flex;
        flex-wrap: wrap;
        justify-content: end;
        gap: 0.6rem;
      }
    `,
  ];

  @state() private question: Question = { heading: "", text: "", no: "", yes: "" };
  @query("dialog") private dialog!: HTMLDialogElement;

  override render(): unknown {
    const { heading, text, no, yes } = this.question;
    return html`
      <dialog aria-labelledby="heading" aria-describedby="text">
        <h2 id="heading" dir="auto">${heading}</h2>
        <p id="text">${text}</p>
        <form method="dialog">
          <button value="no">${no}</button>
          <button value="yes" class="danger">${yes}</button>
        </form>
      </dialog>
    `;
  }

  /** Whether the answer is yes; Escape is no. */
  async ask(question: Question): Promise<boolean> {
    this.question = question;
    await this.updateComplete;
    this.dialog.returnValue = "no";
    this.dialog.showModal(); // it focuses its first button: the harmless one
    await new Promise((resolve) => this.dialog.addEventListener("close", resolve, { once: true }));
    return this.dialog.returnValue === "yes";
  }
}
