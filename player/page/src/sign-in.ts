import type { Limits } from "@cueweave/client";
import { css, html, LitElement, nothing } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { base, look } from "./look.js";
import type { Identity } from "./memory.js";
import { strings } from "./strings.js";
import { inWords } from "./words.js";

const FORMS = { header: /^[A-Za-z0-9._\-@|+]{1,128}$/, jwt: /^[\w-]+\.[\w-]+\.[\w-]*$/ };
const say = strings.signIn;

/** Asks who is there, for a user id or a token as the server wants it. */
@customElement("cueweave-sign-in")
export class SignIn extends LitElement {
  static override styles = [
    base,
    look,
    css`
      :host {
        max-inline-size: 26rem;
        margin-block: clamp(1.5rem, 8vh, 5rem);
        margin-inline: auto;
      }
      mark {
        padding-inline: 0.1em;
        margin-inline: -0.1em;
        border-radius: 0.18em;
        background: var(--cw-lit);
        color: inherit;
      }
      .intro {
        margin-block: 0.75rem 2rem;
        color: var(--cw-muted);
      }
      form {
        display: grid;
        gap: 0.4rem;
      }
      .main {
        margin-block-start: 1rem;
      }
      .notice {
        margin-block-end: 1.25rem;
        padding: 0.75rem 1rem;
        border-radius: var(--cw-radius);
        background: var(--cw-surface);
      }
    `,
  ];

  /** What the server wants to know. */
  @property() auth: Limits["auth"] = "header";
  /** Why one has to sign in again. */
  @property() notice = "";
  /** Signs in; rejects where the server doesn't want this one. */
  @property({ attribute: false }) enter: (identity: Identity) => Promise<void> = async () => undefined;
  @state() private wrong = "";
  @state() private busy = false;
  @query("input") private input!: HTMLInputElement;

  override render(): unknown {
    const token = this.auth === "jwt";
    const [before, lit, after] = say.heading;
    return html`
      <h1 tabindex="-1">${before}<mark>${lit}</mark>${after}</h1>
      <p class="intro">${say.intro}</p>
      ${this.notice ? html`<p class="notice" role="status">${this.notice}</p>` : nothing}
      <form novalidate @submit=${this.submit}>
        <label for="who">${token ? say.token : say.user}</label>
        <input
          id="who"
          name=${token ? "token" : "username"}
          type=${token ? "password" : "text"}
          autocomplete=${token ? "off" : "username"}
          autocapitalize="none"
          spellcheck="false"
          required
          aria-describedby="hint wrong"
          aria-invalid=${this.wrong ? "true" : "false"}
          @input=${() => {
            this.wrong = "";
          }}
        />
        <p id="hint" class="small muted">${token ? say.tokenHint : say.userHint}</p>
        <p id="wrong" class="small wrong" role="alert">${this.wrong}</p>
        <button class="main" ?disabled=${this.busy}>${this.busy ? say.busy : say.submit}</button>
      </form>
    `;
  }

  private async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const value = this.input.value.trim();
    this.wrong = FORMS[this.auth].test(value) ? "" : this.auth === "jwt" ? say.tokenWrong : say.userWrong;
    if (this.wrong) return this.input.focus();
    this.busy = true;
    try {
      await this.enter({ kind: this.auth, value });
    } catch (error) {
      this.wrong = inWords(error);
      this.input.focus();
    } finally {
      this.busy = false;
    }
  }
}
