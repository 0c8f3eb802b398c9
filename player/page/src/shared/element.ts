import "@cueweave/player";
import { html, LitElement } from "lit";
import { customElement, state } from "lit/decorators.js";
import { base, look, tokens } from "../look.js";
import { strings } from "../strings.js";
import { linkOf } from "./link.js";
import { sharedLook } from "./look.js";
import { type Opening, open } from "./opening.js";

/** A transcript to read and play: no editing, no other tasks, nobody to sign in. */
@customElement("cueweave-shared")
export class SharedPage extends LitElement {
  static override styles = [tokens, base, look, sharedLook];

  @state() private opening: Opening = { state: "loading" };

  override connectedCallback(): void {
    super.connectedCallback();
    void this.load();
  }

  override render(): unknown {
    return html`<main><h1 dir="auto">${document.title}</h1>${this.content()}</main>`;
  }

  private content(): unknown {
    const { opening } = this;
    switch (opening.state) {
      case "loading":
        return html`<p class="muted" role="status">${strings.shared.loading}</p>`;
      case "failed":
        return html`<p class="wrong" role="alert" dir="auto">${opening.why}</p>
          ${opening.again ? html`<button @click=${this.load}>${strings.shared.tryAgain}</button>` : ""}`;
      case "open":
        return html`<cueweave-player
          .result=${opening.result}
          .kind=${opening.result.media?.kind ?? null}
          .mediaSrc=${opening.media}
          .assetsQuery=${opening.query}
        ></cueweave-player>`;
    }
  }

  private readonly load = async (): Promise<void> => {
    this.opening = { state: "loading" };
    this.opening = await open(linkOf(location), location.origin);
  };
}
