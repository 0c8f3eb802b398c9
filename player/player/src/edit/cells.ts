import type { ChartContent, TableContent, VisualContent } from "@cueweave/client";
import { EditRefused } from "./refused.js";

/** Edits of the cells of charts and tables. */

/** A chart or a table as rows of texts; the columns of a chart are its labels and its numbers. */
export interface Grid {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Where a cell is; the row of headers is `HEADERS`. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export const HEADERS = -1;
export const NUMBERS = 1;

/** The cells of a visual; null for a picture, which has none. */
export function gridOf(content: VisualContent): Grid | null {
  switch (content.type) {
    case "chart":
      return {
        headers: [],
        rows: content.data.labels.map((label, row) => [label, String(content.data.datasets[row])]),
      };
    case "table":
      return { headers: content.headers, rows: content.data };
    case "image":
      return null;
  }
}

/** With this text in the cell. Raises EditRefused where it must be a number and isn't. */
export function written(content: VisualContent, cell: Cell, text: string): VisualContent {
  const before = gridOf(content);
  const there = (cell.row === HEADERS ? before?.headers : before?.rows[cell.row])?.[cell.column];
  if (there === undefined) throw new EditRefused("This cell isn’t there any more.");
  if (there === text.trim()) return content;
  return content.type === "chart"
    ? writtenChart(content, cell, text.trim())
    : writtenTable(content as TableContent, cell, text.trim());
}

/** With a row more, before the one at `row`: empty, and 0 where there must be a number. */
export function withRow(content: VisualContent, row: number): VisualContent {
  switch (content.type) {
    case "chart": {
      const { labels, datasets } = content.data;
      return { ...content, data: { labels: labels.toSpliced(row, 0, ""), datasets: datasets.toSpliced(row, 0, 0) } };
    }
    case "table":
      return { ...content, data: content.data.toSpliced(row, 0, Array(content.headers.length).fill("")) };
    case "image":
      return content;
  }
}

/** Without a row. Raises EditRefused if it is the last one. */
export function withoutRow(content: VisualContent, row: number): VisualContent {
  if (gridOf(content)?.rows.length === 1) {
    throw new EditRefused("One row has to stay; to be rid of it, remove the chart or table itself.");
  }
  switch (content.type) {
    case "chart": {
      const { labels, datasets } = content.data;
      return { ...content, data: { labels: labels.toSpliced(row, 1), datasets: datasets.toSpliced(row, 1) } };
    }
    case "table":
      return { ...content, data: content.data.toSpliced(row, 1) };
    case "image":
      return content;
  }
}

const NUMBER = /^[+-]?(?:(?:\d+|\d{1,3}(?: \d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;

/**
 * The number that somebody wrote; null if it is none. Digits may stand in threes. A comma is refused: it is a thousand to one reader
 * and a tenth to another.
 */
export function numberFrom(text: string): number | null {
  const plain = text.trim().replace(/\s/g, " ").replace("−", "-");
  const number = NUMBER.test(plain) ? Number(plain.replaceAll(" ", "")) : Number.NaN;
  return Number.isFinite(number) ? number : null;
}

function writtenChart(content: ChartContent, { row, column }: Cell, text: string): ChartContent {
  const { labels, datasets } = content.data;
  if (column !== NUMBERS) return { ...content, data: { labels: labels.with(row, text), datasets } };
  const number = numberFrom(text);
  if (number === null) {
    const stays = `“${labels[row]}” stays at ${datasets[row]}.`;
    throw new EditRefused(`“${text}” isn’t a number; ${stays} Write digits, and a dot before tenths, such as 1234.5.`);
  }
  return number === datasets[row] ? content : { ...content, data: { labels, datasets: datasets.with(row, number) } };
}

function writtenTable(content: TableContent, { row, column }: Cell, text: string): TableContent {
  if (row === HEADERS) return { ...content, headers: content.headers.with(column, text) };
  return { ...content, data: content.data.with(row, (content.data[row] as string[]).with(column, text)) };
}
