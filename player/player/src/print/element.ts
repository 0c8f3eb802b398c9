import { css, html, LitElement, nothing, type TemplateResult } from "lit";
import { directionOf } from "../model/direction.js";
import { clockTime } from "../model/time.js";
import type { ParagraphRef, Transcript } from "../model/transcript.js";
import { base } from "../tokens.js";
import "../visuals/element.js";
import { strings } from "./strings.js";

/** Pictures that don't come within so many milliseconds are printed without. */
const PATIENCE = 10_000;

/**
 * The transcript as an article on paper: title, chapters, paragraphs with their times in the margin, visuals at their place.
 * It is on paper only, and there is nothing in it until somebody prints; then it stands beside the screen, since charts are
 * drawn on canvases that have a size. `print()` waits for pictures and charts.
 */
export class CueweaveArticle extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: none;
        color-scheme: light;
        background: #fff;
        color: #000;
        font: 11pt / 1.5 var(--cw-font);
      }
      :host([printing]) {
        display: block;
        position: fixed;
        inset-block-start: 0;
        inset-inline-start: -200vw;
        inline-size: 17cm;
      }
      @media print {
        :host,
        :host([printing]) {
          display: block;
          position: static;
          inline-size: auto;
        }
      }
      header {
        margin-block-end: 1.5rem;
        padding-block-end: 0.75rem;
        border-block-end: 1.5pt solid #000;
      }
      h1 {
        margin: 0;
        font-size: 22pt;
        line-height: 1.2;
        letter-spacing: -0.01em;
      }
      header p {
        margin: 0.35rem 0 0;
        color: #444;
        font-size: 10pt;
      }
      h2 {
        margin: 1.4rem 0 0.4rem;
        margin-inline-start: 3.25rem;
        font-size: 14pt;
        line-height: 1.25;
        break-after: avoid;
      }
      .paragraph {
        display: grid;
        grid-template-columns: 2.5rem minmax(0, 1fr);
        gap: 0 0.75rem;
        margin-block: 0 0.7rem;
      }
      .paragraph > time {
        color: #555;
        font-size: 8.5pt;
        font-variant-numeric: tabular-nums;
        line-height: 16.5pt;
        text-align: end;
      }
      p {
        margin: 0;
        orphans: 3;
        widows: 3;
      }
      cueweave-visual {
        grid-column: 2;
        inline-size: min(100%, 10cm);
        margin-block: 0.6rem 0.4rem;
        break-inside: avoid;
      }
    `,
  ];
  static override properties = {
    transcript: { attribute: false },
    heading: {},
    assetsQuery: { attribute: "assets-query" },
    base: {},
    printing: { type: Boolean, reflect: true },
  };

  declare transcript: Transcript | null;
  /** The title of the article; without one it is the page's. */
  declare heading: string;
  declare assetsQuery: string;
  declare base: string;
  declare protected printing: boolean;

  constructor() {
    super();
    this.transcript = null;
    this.heading = this.assetsQuery = "";
    this.base = document.baseURI;
    this.printing = false;
  }

  /** Print when pictures and charts are there. */
  async print(): Promise<void> {
    await this.prepare();
    window.print();
  }

  /** Make everything that is printed. */
  async prepare(): Promise<void> {
    this.printing = true;
    await this.updateComplete;
    const visuals = [...this.renderRoot.querySelectorAll("cueweave-visual")];
    const patience = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([Promise.all(visuals.map((visual) => visual.ready())), patience]);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeprint", this.byPrint);
    addEventListener("afterprint", this.afterwards);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeprint", this.byPrint);
    removeEventListener("afterprint", this.afterwards);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { transcript } = this;
    if (!transcript || !this.printing) return nothing;
    const { media } = transcript.result;
    return html`<article lang=${media?.language ?? nothing} dir=${directionOf(media?.language)}>
      <header>
        <h1 dir="auto">${this.heading || document.title || strings.title}</h1>
        <p lang="en" dir="ltr">${strings.facts(media?.kind ?? "audio", clockTime(transcript.duration))}</p>
      </header>
      ${transcript.paragraphs.map((each) => this.paragraph(each))}
    </article>`;
  }

  private paragraph({ paragraph, start }: ParagraphRef): TemplateResult {
    const visual = html`<cueweave-visual still .visual=${paragraph.visuals} .base=${this.base} .assetsQuery=${this.assetsQuery}></cueweave-visual>`;
    return html`${paragraph.title ? html`<h2 dir="auto">${paragraph.title}</h2>` : nothing}
      <div class="paragraph">
        <time>${clockTime(start)}</time>
        <p dir="auto">${paragraph.paragraph_text}</p>
        ${paragraph.visuals ? visual : nothing}
      </div>`;
  }

  /** The browser's own print command waits for nothing: the text is made at once, charts if one was drawn before. */
  private readonly byPrint = (): void => {
    if (this.printing) return;
    this.printing = true;
    this.performUpdate();
  };

  private readonly afterwards = (): void => {
    this.printing = false;
  };
}

customElements.define("cueweave-article", CueweaveArticle);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-article": CueweaveArticle;
  }
}
