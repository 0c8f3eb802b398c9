import { render } from "lit";
import { expect, test } from "vitest";
import { isLying } from "../../src/visuals/lying.js";
import { numbersOf, tableOf } from "../../src/visuals/table.js";

const shown = (template: ReturnType<typeof tableOf>): HTMLElement => {
  const place = document.createElement("div");
  render(template, place);
  return place;
};

test("columns of numbers stand at the end, others at the beginning", () => {
  const data = [
    ["Lead acid", "2.0 V", "35 Wh/kg", "1 000", "-5 %", "€ 3.50", "A4"],
    ["NMC", "3.7 V", "220 Wh/kg", "", "~20 %", "€ 4", "7 a day or so"],
  ];
  const headers = ["Cell", "Voltage", "Energy", "Cycles", "Change", "Price", "Other"];
  const place = shown(tableOf({ type: "table", title: "Cells", caption: null, headers, data }));
  const ends = [...place.querySelectorAll("thead th")].map((header) => header.className);
  expect(ends).toEqual(["", "number", "number", "number", "number", "number", ""]);
});

test("a table without a caption is named by its title for screen readers", () => {
  const place = shown(tableOf({ type: "table", title: "Cells", caption: null, headers: [], data: [["a"]] }));
  expect(place.querySelector("caption")?.textContent).toBe("Table: Cells");
  expect(place.querySelector("thead")).toBeNull();
});

test("a chart's numbers are rows with their labels as headers", () => {
  const data = { labels: ["a", "b"], datasets: [1, 2.5] };
  const place = shown(numbersOf({ type: "chart", chart_type: "pie", title: "Shares", data }));
  expect([...place.querySelectorAll("tbody tr")].map((row) => row.textContent?.replace(/\s+/g, " ").trim())).toEqual([
    "a 1",
    "b 2.5",
  ]);
  expect(place.querySelectorAll("th[scope=row]").length).toBe(2);
});

test.each([
  ["bar", 4, "Lead acid", false],
  ["bar", 12, "Lead acid", true],
  ["bar", 3, "Lithium nickel manganese cobalt", true],
  ["line", 12, "Lead acid", false],
] as const)("a %s chart of %i labels such as %j lies: %j", (chart_type, count, label, lies) => {
  const data = { labels: Array<string>(count).fill(label), datasets: Array<number>(count).fill(1) };
  expect(isLying({ type: "chart", chart_type, title: "", data })).toBe(lies);
});
