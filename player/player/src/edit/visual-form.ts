import type { ChartType, Visual } from "@cueweave/client";
import { html, LitElement, nothing, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { base } from "../tokens.js";
import { strings as visualStrings } from "../visuals/strings.js";
import { wish } from "./events.js";
import "./grid.js";
import { strings } from "./strings.js";
import { rowStyles } from "./styles.js";
import type { VisualRevision } from "./visuals.js";

const CHARTS = Object.keys(visualStrings.kinds) as ChartType[];

/** The visual of a paragraph, folded: what it says, when it is shown, and to which paragraph it belongs. */
export class CueweaveVisualForm extends LitElement {
  static override styles = [base, buttons, rowStyles];
  static override properties = { visual: { attribute: false }, index: { type: Number }, last: { type: Boolean } };

  declare visual: Visual | null;
  declare index: number;
  /** Whether there is no next paragraph. */
  declare last: boolean;

  constructor() {
    super();
    this.visual = null;
    this.index = 0;
    this.last = false;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { visual } = this;
    if (!visual) return nothing;
    return html`<details class="visual">
      <summary dir="auto">${strings.visual(strings.kinds[visual.type], visual.title)}</summary>
      <div class="fields">
        ${this.field(strings.visualTitle, "title", visual.title)} ${this.ownField(visual)}
        ${this.field(strings.from, "start_time", visual.start_time)} ${this.field(strings.to, "end_time", visual.end_time)}
      </div>
      <cueweave-grid .content=${visual.content} .index=${this.index}></cueweave-grid>
      <div class="moves">
        <button type="button" ?disabled=${this.index === 0} @click=${() => this.move(-1)}>${strings.before}</button>
        <button type="button" ?disabled=${this.last} @click=${() => this.move(1)}>${strings.after}</button>
        <button type="button" class="danger" @click=${this.removeVisual}>${strings.removeVisual}</button>
      </div>
    </details>`;
  }

  private ownField({ content }: Visual): TemplateResult {
    switch (content.type) {
      case "image":
        return this.field(strings.alternative, "alt_text", content.alt_text ?? "");
      case "table":
        return this.field(strings.caption, "caption", content.caption ?? "");
      case "chart":
        return this.kindField(content.chart_type);
    }
  }

  private kindField(kind: ChartType): TemplateResult {
    const change = (event: Event): void =>
      this.revise({ chart_type: (event.target as HTMLSelectElement).value as ChartType });
    return html`<label>
      ${strings.chartType}
      <select @change=${change}>
        ${CHARTS.map((each) => html`<option value=${each} ?selected=${each === kind}>${visualStrings.kinds[each]}</option>`)}
      </select>
    </label>`;
  }

  private field(label: string, name: keyof VisualRevision, value: string | number): TemplateResult {
    const isNumber = typeof value === "number";
    const change = (event: Event): void => {
      const field = event.target as HTMLInputElement;
      this.revise({ [name]: isNumber ? field.valueAsNumber : field.value });
      if (isNumber) field.valueAsNumber = this.visual?.[name as "start_time"] ?? value;
    };
    return html`<label>
      ${label}
      <input type=${isNumber ? "number" : "text"} step="any" min="0" dir="auto" .value=${String(value)} @change=${change} />
    </label>`;
  }

  private revise(revision: VisualRevision): void {
    wish(this, { kind: "edit", edit: { kind: "revise-visual", at: this.index, revision } });
  }

  private move(by: 1 | -1): void {
    wish(this, { kind: "edit", edit: { kind: "move-visual", at: this.index, to: this.index + by } });
  }

  private readonly removeVisual = (): void =>
    wish(this, { kind: "edit", edit: { kind: "remove-visual", at: this.index } });
}

customElements.define("cueweave-visual-form", CueweaveVisualForm);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-visual-form": CueweaveVisualForm;
  }
}
