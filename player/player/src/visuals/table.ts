import type { ChartContent, TableContent } from "@cueweave/client";
import { html, nothing, type TemplateResult } from "lit";
import { strings } from "./strings.js";

const NUMBER = /^[\s()+\-−±~≈<>≤≥]*[\p{Sc}]?\s*\d[\d\s.,'’]*\s*(?:[%‰\p{Sc}]|[\p{L}/°²³·]{1,8})?[\s)]*$/u;

/** A table's rows and headers; columns of numbers stand at the line's end. */
export function tableOf({ title, caption, headers, data }: TableContent): TemplateResult {
  const columns = headers.map((_, at) => (isNumeric(data, at) ? "number" : ""));
  const head = html`<thead>
    <tr>${headers.map((header, at) => html`<th scope="col" dir="auto" class=${columns[at] ?? ""}>${header}</th>`)}</tr>
  </thead>`;
  return html`<table>
    <caption dir="auto" class=${caption ? "" : "unseen"}>${caption || strings.table(title)}</caption>
    ${headers.length > 0 ? head : nothing}
    <tbody>
      ${data.map((row) => html`<tr>${row.map((cell, at) => html`<td dir="auto" class=${columns[at] ?? ""}>${cell}</td>`)}</tr>`)}
    </tbody>
  </table>`;
}

/** The numbers of a chart as a table. */
export function numbersOf({ title, data }: ChartContent): TemplateResult {
  const row = (label: string, at: number): TemplateResult => html`<tr>
    <th scope="row" dir="auto">${label}</th>
    <td class="number">${data.datasets[at]?.toLocaleString(document.documentElement.lang || undefined) ?? ""}</td>
  </tr>`;
  return html`<table>
    <caption class="unseen" dir="auto">${title}</caption>
    <thead>
      <tr>
        <th scope="col">${strings.label}</th>
        <th scope="col" class="number">${strings.value}</th>
      </tr>
    </thead>
    <tbody>${data.labels.map(row)}</tbody>
  </table>`;
}

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  const cells = rows.map((row) => row[column] ?? "").filter((cell) => cell.trim() !== "");
  return cells.length > 0 && cells.every((cell) => NUMBER.test(cell));
}
