import type { ChartContent, Visual } from "@cueweave/client";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { resolvedVisual } from "../model/source.js";
import { base } from "../tokens.js";
import "./chart.js";
import "./picture.js";
import { strings } from "./strings.js";
import { visualStyles } from "./styles.js";
import { numbersOf, tableOf } from "./table.js";

/**
 * A chart, a table or a picture with its title. Addresses of pictures are relative to `base`; `assetsQuery` is appended to
 * those on its server.
 */
export class CueweaveVisual extends LitElement {
  static override styles = [base, buttons, visualStyles];
  static override properties = {
    visual: { attribute: false },
    assetsQuery: { attribute: "assets-query" },
    base: {},
    still: { type: Boolean },
    inNumbers: { state: true },
    undrawn: { state: true },
    overflows: { state: true },
  };

  declare visual: Visual | null;
  declare assetsQuery: string;
  declare base: string;
  /** Whether charts are there at once, without growing. */
  declare still: boolean;
  /** Whether the reader wants charts as tables; it holds for the charts that follow. */
  declare private inNumbers: boolean;
  declare private undrawn: boolean;
  declare private overflows: boolean;

  constructor() {
    super();
    this.visual = null;
    this.assetsQuery = "";
    this.base = document.baseURI;
    this.still = this.inNumbers = this.undrawn = this.overflows = false;
  }

  /** When its chart is drawn or its picture is there, or it is known that they won't be. */
  async ready(): Promise<void> {
    await this.updateComplete;
    await this.renderRoot.querySelector("cueweave-chart")?.drawn();
    await this.renderRoot.querySelector("cueweave-picture")?.loaded();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { visual } = this;
    if (!visual) return nothing;
    return html`<figure>
      <figcaption>
        <span class="title" id="title" dir="auto">${visual.title}</span>
        ${visual.content.type === "chart" && !this.undrawn ? this.toggle() : nothing}
      </figcaption>
      ${this.contentOf(visual)}
    </figure>`;
  }

  protected override updated(): void {
    const box = this.renderRoot.querySelector(".scroll");
    this.overflows = box !== null && (box.scrollWidth > box.clientWidth || box.scrollHeight > box.clientHeight);
  }

  private contentOf(visual: Visual): TemplateResult {
    const { content } = resolvedVisual(visual, this.base, this.assetsQuery);
    switch (content.type) {
      case "chart":
        return this.chartOf(content);
      case "table":
        return this.scrolling(tableOf(content));
      case "image":
        return html`<cueweave-picture .content=${content}></cueweave-picture>`;
    }
  }

  /** The table is there in either case: it is what a screen reader reads of a chart. */
  private chartOf(content: ChartContent): TemplateResult {
    if (this.inNumbers || this.undrawn) return this.scrolling(numbersOf(content));
    return html`<cueweave-chart .still=${this.still} .content=${content} @cw-undrawn=${this.fails}></cueweave-chart>
      <div class="unseen">${numbersOf(content)}</div>`;
  }

  /** A box that can be scrolled by keys, where there is something to scroll. */
  private scrolling(table: TemplateResult): TemplateResult {
    return this.overflows
      ? html`<div class="scroll" role="group" tabindex="0" aria-labelledby="title">${table}</div>`
      : html`<div class="scroll">${table}</div>`;
  }

  private toggle(): TemplateResult {
    const turn = (): void => {
      this.inNumbers = !this.inNumbers;
    };
    return html`<button type="button" class="bare" @click=${turn}>
      ${this.inNumbers ? strings.asChart : strings.asTable}
    </button>`;
  }

  private readonly fails = (): void => {
    this.undrawn = true;
  };
}

customElements.define("cueweave-visual", CueweaveVisual);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-visual": CueweaveVisual;
  }
}
