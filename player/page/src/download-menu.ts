import { css, html, LitElement, type PropertyValues } from "lit";
import { customElement, query, state } from "lit/decorators.js";
import { Elsewhere } from "./elsewhere.js";
import type { Format } from "./formats.js";
import { base, look, panel } from "./look.js";
import { strings } from "./strings.js";

const say = strings.downloads;
/** From which item each key leads to which; -1 is the last one. */
const MOVES: Readonly<Record<string, (at: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

/** A menu of the formats that a transcript can be had in; tells `cw-download` with the format. */
@customElement("cueweave-download-menu")
export class DownloadMenu extends LitElement {
  static override styles = [
    base,
    look,
    panel,
    css`
      :host {
        position: relative;
      }
      .opener {
        gap: 0.4rem;
      }
      .panel {
        inline-size: min(21rem, calc(100vw - 3rem));
        max-block-size: min(34rem, 65svh);
        padding: 0.5rem;
        overflow-y: auto;
      }
      .heading {
        padding: 0.5rem 0.6rem 0.15rem;
        color: var(--cw-muted);
        font-size: 0.8125rem;
      }
      .panel button {
        justify-content: space-between;
        gap: 1.5rem;
        inline-size: 100%;
        min-block-size: 2.25rem;
        padding-inline: 0.6rem;
        border-color: transparent;
        background: none;
        font-weight: 400;
        text-align: start;
      }
      .panel button:focus-visible {
        outline-offset: -2px;
      }
      .panel button:hover,
      .panel button:focus-visible {
        background: var(--cw-surface);
      }
    `,
  ];

  @state() private open = false;
  @query(".opener") private opener!: HTMLButtonElement;
  /** The item that gets the focus as soon as the menu is there. */
  private entry = 0;

  constructor() {
    super();
    new Elsewhere(this, () => {
      this.open = false;
    });
  }

  override render(): unknown {
    return html`<div @keydown=${this.byKey}>
      <button
        id="opener"
        type="button"
        class="quiet opener"
        aria-haspopup="menu"
        aria-expanded=${this.open}
        aria-controls="list"
        @click=${this.turn}
      >
        ${say.menu}
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
          <path d="m5.5 9.5 6.5 6.5 6.5-6.5" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
        </svg>
      </button>
      <div id="list" class="panel" role="menu" aria-labelledby="opener" ?hidden=${!this.open}>
        ${say.groups.map(
          ({ heading, formats }, at) => html`<div role="group" aria-labelledby="group-${at}">
            <p id="group-${at}" class="heading" role="presentation">${heading}</p>
            ${formats.map((format) => this.item(format))}
          </div>`,
        )}
      </div>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("open") && this.open) this.items.at(this.entry)?.focus();
  }

  private get items(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>("[role=menuitem]")];
  }

  private item(format: Format): unknown {
    return html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.choose(format)}>
      ${format.label} <span class="muted small">.${format.extension}</span>
    </button>`;
  }

  private choose(detail: Format): void {
    this.close();
    this.dispatchEvent(new CustomEvent("cw-download", { detail, bubbles: true, composed: true }));
  }

  private show(entry: number): void {
    this.entry = entry;
    this.open = true;
  }

  private close(): void {
    this.open = false;
    this.opener.focus();
  }

  private readonly turn = (): void => (this.open ? this.close() : this.show(0));

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.open ? this.whenOpen(event) : this.whenClosed(event)) event.preventDefault();
  };

  /** While it is closed; whether the key was for it. */
  private whenClosed({ key }: KeyboardEvent): boolean {
    if (key !== "ArrowDown" && key !== "ArrowUp") return false;
    this.show(key === "ArrowDown" ? 0 : -1);
    return true;
  }

  /** While it is open; whether the key was for it. */
  private whenOpen({ key }: KeyboardEvent): boolean {
    if (key === "Escape" || key === "Tab") {
      this.close(); // the browser then takes Tab on from the button
      return key === "Escape";
    }
    const { items } = this;
    const at = items.findIndex((item) => item.matches(":focus"));
    const move = MOVES[key];
    if (move) items.at(move(at) % items.length)?.focus();
    else if (/^\S$/u.test(key)) named(items, key, at)?.focus();
    else return false;
    return true;
  }
}

/** The next item, from the one at `at` on, whose name begins with the letter. */
function named(items: readonly HTMLElement[], letter: string, at: number): HTMLElement | undefined {
  const round = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  return round.find((item) => item.textContent?.trim().toLowerCase().startsWith(letter.toLowerCase()));
}

declare global {
  interface HTMLElementEventMap {
    "cw-download": CustomEvent<Format>;
  }
}
