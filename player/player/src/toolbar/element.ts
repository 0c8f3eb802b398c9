import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { createRef, ref } from "lit/directives/ref.js";
import { buttons } from "../buttons.js";
import "../chapters/element.js";
import type { CueweaveChapters } from "../chapters/element.js";
import "../keyboard/shortcuts.js";
import { say } from "../contract.js";
import type { CueweaveShortcuts } from "../keyboard/shortcuts.js";
import { clockTime } from "../model/time.js";
import type { Transcript } from "../model/transcript.js";
import { linkTo } from "../moments/moments.js";
import { copyMoment } from "../moments/watching.js";
import "../search/element.js";
import type { CueweaveSearch } from "../search/element.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { strings } from "./strings.js";
import { toolbarStyles } from "./styles.js";

/** What has been copied is said for so many milliseconds. */
const SAID = 4000;

/** The bar above the text: search, chapters, a link to the moment, the sheet of keys. Stays in reach while one searches. */
export class CueweaveToolbar extends LitElement {
  static override styles = [base, buttons, toolbarStyles];
  static override properties = {
    transcript: { attribute: false },
    listed: { type: Boolean },
    open: { state: true },
    said: { state: true },
  };

  declare transcript: Transcript | null;
  /** Whether the chapters are listed elsewhere, so that no menu is needed. */
  declare listed: boolean;
  declare private open: boolean;
  declare private said: string;

  private readonly field = createRef<CueweaveSearch>();
  private readonly list = createRef<CueweaveChapters>();
  private readonly sheet = createRef<CueweaveShortcuts>();
  private readonly opener = createRef<HTMLButtonElement>();
  private now = 0;
  private forget: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.transcript = null;
    this.listed = this.open = false;
    this.said = "";
  }

  /** The search within. */
  get search(): CueweaveSearch | undefined {
    return this.field.value;
  }

  /** The time in the recording; may be set a few times a second. */
  set time(time: number) {
    this.now = time;
    if (this.field.value) this.field.value.time = time;
    if (this.list.value) this.list.value.time = time;
  }

  /** Open the sheet of keys, or close it. */
  help(): void {
    this.sheet.value?.show();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("pointerdown", this.byElsewhere);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("pointerdown", this.byElsewhere);
    clearTimeout(this.forget);
  }

  protected override render(): TemplateResult {
    return html`<div class="bar">
        <cueweave-search ${ref(this.field)} .transcript=${this.transcript}></cueweave-search>
        ${this.listed ? nothing : this.chapters()}
        <slot></slot>
        <button type="button" class="bare icon link" aria-label=${strings.link} title=${strings.link} @click=${this.copy}>
          ${signs.link}
        </button>
        <button type="button" class="bare icon rare" aria-label=${strings.print} title=${strings.print} @click=${this.print}>
          ${signs.print}
        </button>
        <button type="button" class="bare icon rare" aria-label=${strings.keys} title=${strings.keys} @click=${this.help}>
          ${signs.keys}
        </button>
      </div>
      <div class="said" role="status">${this.said}</div>
      <cueweave-shortcuts ${ref(this.sheet)}></cueweave-shortcuts>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("open") && this.list.value) this.list.value.time = this.now;
  }

  private chapters(): TemplateResult | typeof nothing {
    if (!this.transcript?.chapters.length) return nothing;
    return html`<div class="menu" @keydown=${this.byKey} @cw-seek=${this.close}>
      <button ${ref(this.opener)} type="button" class="bare" aria-expanded=${this.open} aria-controls="list" @click=${this.turn}>
        ${signs.list}<span class="name">${strings.chapters}</span>
      </button>
      <div id="list" class="panel" ?hidden=${!this.open}>
        <cueweave-chapters ${ref(this.list)} .transcript=${this.transcript}></cueweave-chapters>
      </div>
    </div>`;
  }

  private readonly turn = (): void => {
    this.open = !this.open;
  };

  private readonly close = (): void => {
    if (!this.open) return;
    this.open = false;
    this.opener.value?.focus();
  };

  private readonly byKey = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || !this.open) return;
    event.preventDefault();
    this.close();
  };

  private readonly byElsewhere = (event: Event): void => {
    const menu = this.opener.value?.parentElement;
    if (this.open && menu && !event.composedPath().includes(menu)) this.open = false;
  };

  private readonly copy = (): void => {
    copyMoment(this.now).then(
      () => this.say(strings.copied(clockTime(this.now))),
      () => this.say(strings.notCopied(linkTo(location.href, this.now))),
    );
  };

  private readonly print = (): void => say(this, "cw-print");

  private say(what: string): void {
    this.said = what;
    clearTimeout(this.forget);
    this.forget = setTimeout(() => {
      this.said = "";
    }, SAID);
  }
}

customElements.define("cueweave-toolbar", CueweaveToolbar);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-toolbar": CueweaveToolbar;
  }
}
