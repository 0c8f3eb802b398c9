import type { ChartContent, TableContent, VisualContent } from "@cueweave/client";
import { expect, test } from "vitest";
import { gridOf, HEADERS, numberFrom, withoutRow, withRow, written } from "../../src/edit/cells.js";

const chart: ChartContent = {
  type: "chart",
  chart_type: "bar",
  title: "Energy",
  data: { labels: ["Lead", "Iron"], datasets: [35, 125.5] },
};
const table: TableContent = {
  type: "table",
  title: "Cells",
  caption: null,
  headers: ["Cell", "Voltage"],
  data: [
    ["Lead", "2.0 V"],
    ["Iron", "3.2 V"],
  ],
};
const rowsOf = (content: VisualContent): unknown => gridOf(content)?.rows;

test.each([
  ["40", 40],
  [" -0.5 ", -0.5],
  ["−3", -3],
  [".5", 0.5],
  ["7.", 7],
  ["1 234 567.8", 1_234_567.8],
  ["1\u202f234", 1234],
  ["1e3", 1000],
])("%j is a number", (text, number) => expect(numberFrom(text)).toBe(number));

test.each(["", " ", "12k", "3,5", "1,234", "12 34", "1.2.3", ".", "-", "e5", "1e999", "NaN", "Infinity", "0x10"])(
  "%j is none",
  (text) => expect(numberFrom(text)).toBeNull(),
);

test("labels and numbers of a chart are written, each in its place", () => {
  const named = written(chart, { row: 1, column: 0 }, " Iron phosphate ");
  expect(rowsOf(written(named, { row: 0, column: 1 }, "40"))).toEqual([
    ["Lead", "40"],
    ["Iron phosphate", "125.5"],
  ]);
});

test("what is no number is refused in a sentence that says what stays and what to write", () => {
  expect(() => written(chart, { row: 1, column: 1 }, "3,5")).toThrow(
    "“3,5” isn’t a number; “Iron” stays at 125.5. Write digits, and a dot before tenths, such as 1234.5.",
  );
});

test("headers and cells of a table are written, numbers or not", () => {
  const headed = written(table, { row: HEADERS, column: 1 }, "Volts");
  expect(headed).toMatchObject({ headers: ["Cell", "Volts"], data: table.data });
  expect(rowsOf(written(table, { row: 1, column: 1 }, "3,3 V"))).toEqual([
    ["Lead", "2.0 V"],
    ["Iron", "3,3 V"],
  ]);
});

test("writing what is there changes nothing", () => {
  expect(written(chart, { row: 1, column: 1 }, "125.50")).toBe(chart);
  expect(written(table, { row: 0, column: 0 }, "Lead ")).toBe(table);
});

test("rows come and go with all their cells, but the last one stays", () => {
  expect(rowsOf(withRow(chart, 2))).toEqual([
    ["Lead", "35"],
    ["Iron", "125.5"],
    ["", "0"],
  ]);
  expect(rowsOf(withRow(table, 0))).toEqual([["", ""], ...table.data]);
  expect(rowsOf(withoutRow(table, 0))).toEqual([["Iron", "3.2 V"]]);
  const alone = withoutRow(chart, 1);
  expect(rowsOf(alone)).toEqual([["Lead", "35"]]);
  expect(() => withoutRow(alone, 0)).toThrow("One row has to stay");
});

test("a cell that isn’t there, and a picture, are refused", () => {
  expect(() => written(table, { row: 2, column: 0 }, "x")).toThrow("isn’t there any more");
  expect(() => written({ type: "image", title: "", alt_text: null, url: "a" }, { row: 0, column: 0 }, "x")).toThrow(
    "isn’t there any more",
  );
});
