import type { Result, Visual } from "@cueweave/client";
import { expect, test } from "vitest";
import { resolved } from "../../src/model/source.js";
import { transcriptOf } from "../../src/model/transcript.js";
import { besideText, visualAt, visualsOf } from "../../src/model/visuals.js";
import { paragraph } from "../made.js";

const visual = (title: string, start_time: number, end_time: number): Visual => ({
  type: "image",
  title,
  start_time,
  end_time,
  content: { type: "image", title, alt_text: null, url: "a.webp" },
});
const result: Result = {
  paragraphs: [
    { ...paragraph(null, "a", 0), visuals: visual("long", 1, 20) },
    paragraph(null, "b", 3),
    { ...paragraph(null, "c", 4), visuals: visual("short", 5, 8) },
    { ...paragraph(null, "d", 6), visuals: visual("next", 8, 10) },
  ],
};

test.each([
  [0.9, undefined],
  [1, "long"],
  [5, "short"],
  [7.99, "short"],
  [8, "next"],
  [10.1, "long"],
  [20.1, undefined],
])("at %f s, %s is shown", (time, title) => {
  const visuals = visualsOf(transcriptOf(result));
  expect(visualAt(visuals, time)?.visual.title).toBe(title);
});

test("beside the text stands what isn’t on the screen already", () => {
  const chart: Visual = {
    ...visual("chart", 1, 2),
    type: "chart",
    content: { type: "chart", chart_type: "bar", title: "chart", data: { labels: ["a"], datasets: [1] } },
  };
  const visuals = [visual("slide", 0, 1), chart].map((each, at) => ({ paragraph: at, visual: each }));
  expect(besideText(visuals, true)).toEqual(visuals.slice(1));
  expect(besideText(visuals, false)).toEqual(visuals);
});

const BASE = "https://example.org/talks/result.json";
test.each([
  ["slides/a.webp", "", "https://example.org/talks/slides/a.webp"],
  [
    "/tasks/1/assets/a.webp",
    "expires=1&signature=x",
    "https://example.org/tasks/1/assets/a.webp?expires=1&signature=x",
  ],
  ["a.webp?size=2", "?expires=1", "https://example.org/talks/a.webp?size=2&expires=1"],
  ["https://elsewhere.org/a.webp", "expires=1", "https://elsewhere.org/a.webp"],
  ["data:image/png;base64,AA", "expires=1", "data:image/png;base64,AA"],
])("the picture %j with the query %j is at %j", (url, query, address) => {
  expect(resolved(url, BASE, query)).toBe(address);
});
