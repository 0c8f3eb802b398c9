import type { VisualContent } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { type Cell, type Grid, gridOf, HEADERS, NUMBERS } from "./cells.js";
import { wish } from "./events.js";
import { gridStyles } from "./grid-styles.js";
import { strings } from "./strings.js";

/** The fields of a column are as wide as the longest text in it, from so many letters to so many. */
const NARROWEST = 7;
const WIDEST = 24;
/** Keys that lead to the field above or below. */
const STEPS: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1, Enter: 1 };

/** The cells of a chart or table as fields. It changes nothing itself, it wishes; of a picture it shows nothing. */
export class CueweaveGrid extends LitElement {
  static override styles = [base, buttons, gridStyles];
  static override properties = { content: { attribute: false }, index: { type: Number } };

  declare content: VisualContent | null;
  declare index: number;
  private widths: readonly number[] = [];
  /** What gets the focus as soon as the rows are others. */
  private goal: string | null = null;

  constructor() {
    super();
    this.content = null;
    this.index = 0;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { content } = this;
    const grid = content && gridOf(content);
    if (!grid || content.type === "image") return nothing;
    const numbered = content.type === "chart";
    this.widths = widthsOf(grid);
    return html`<div class="cells" role="group" aria-label=${strings.cells[content.type]}>
      <div class="scroll">
        <table role="presentation" @keydown=${this.byKey}>
          ${grid.headers.length > 0 ? this.headers(grid) : nothing}
          ${grid.rows.map((_, row) => this.row(grid, row, numbered))}
        </table>
      </div>
      <button type="button" class="bare small" @click=${() => this.addRow(grid.rows.length)}>+ ${strings.addRow}</button>
    </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("content") || this.goal === null) return;
    this.renderRoot.querySelector<HTMLElement>(this.goal)?.focus();
    this.goal = null;
  }

  private headers({ headers }: Grid): TemplateResult {
    const cells = headers.map((text, column) => this.cell({ row: HEADERS, column }, text, strings.header(column + 1)));
    return html`<tr class="head">${cells}<td></td></tr>`;
  }

  private row({ headers, rows }: Grid, row: number, numbered: boolean): TemplateResult {
    const texts = rows[row] as readonly string[];
    const nameOf = (column: number): string => {
      if (!numbered) return strings.cell(headers[column] ?? "", column + 1, row + 1);
      return column === NUMBERS ? strings.number(row + 1, texts[0] ?? "") : strings.label(row + 1);
    };
    const isNumber = (column: number): boolean => numbered && column === NUMBERS;
    return html`<tr>
      ${texts.map((text, column) => this.cell({ row, column }, text, nameOf(column), isNumber(column)))}
      <td>
        <button
          type="button"
          class="bare icon remove"
          data-row=${row}
          aria-label=${strings.removeRow(row + 1)}
          title=${strings.removeRow(row + 1)}
          ?disabled=${rows.length === 1}
          @click=${() => this.removeRow(row, rows.length)}
        >${signs.close}</button>
      </td>
    </tr>`;
  }

  private cell(cell: Cell, text: string, name: string, isNumber = false): TemplateResult {
    const change = (event: Event): void => {
      const field = event.target as HTMLInputElement;
      const edit = { kind: "write-cell", at: this.index, cell, text: field.value } as const;
      wish(this, { kind: "edit", edit });
      field.value = text; // what was refused isn't there; what wasn't comes with the next drawing
    };
    return html`<td>
      <input
        aria-label=${name}
        data-row=${cell.row}
        data-column=${cell.column}
        data-text=${text}
        class=${isNumber ? "number" : ""}
        dir="auto"
        inputmode=${isNumber ? "decimal" : "text"}
        size=${this.widths[cell.column] ?? NARROWEST}
        .value=${text}
        @change=${change}
      />
    </td>`;
  }

  private addRow(row: number): void {
    this.goal = `input[data-row="${row}"]`;
    wish(this, { kind: "edit", edit: { kind: "add-row", at: this.index, row } });
  }

  private removeRow(row: number, rows: number): void {
    this.goal = rows > 2 ? `.remove[data-row="${Math.min(row, rows - 2)}"]` : 'input[data-row="0"]';
    wish(this, { kind: "edit", edit: { kind: "remove-row", at: this.index, row } });
  }

  /** As in a sheet: Enter and arrows lead down and up; Escape, or undoing, takes back what is being typed. */
  private readonly byKey = (event: KeyboardEvent): void => {
    const field = event.target;
    if (!(field instanceof HTMLInputElement) || event.isComposing || event.altKey) return;
    const { row, column, text } = field.dataset;
    const undoes = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
    if ((undoes || event.key === "Escape") && field.value !== text) {
      field.value = text ?? "";
      event.stopPropagation();
    } else {
      const step = event.ctrlKey || event.metaKey || event.shiftKey ? undefined : STEPS[event.key];
      const next = step && `input[data-row="${Number(row) + step}"][data-column="${column}"]`;
      const there = next ? this.renderRoot.querySelector<HTMLInputElement>(next) : null;
      if (!there) return;
      there.focus();
      there.select();
    }
    event.preventDefault();
  };
}

function widthsOf({ headers, rows }: Grid): number[] {
  const columns = (rows[0] ?? headers).map((_, at) => [headers, ...rows].map((row) => row[at]?.length ?? 0));
  return columns.map((lengths) => Math.min(Math.max(...lengths, NARROWEST), WIDEST));
}

customElements.define("cueweave-grid", CueweaveGrid);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-grid": CueweaveGrid;
  }
}
