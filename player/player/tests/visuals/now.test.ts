import type { Result, Visual } from "@cueweave/client";
import { expect, test } from "vitest";
import { pictureAddress } from "../../src/visuals/address.js";
import { visualAt, visualsOf } from "../../src/visuals/now.js";
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
  [10, "next"],
  [10.1, "long"],
  [20, "long"],
  [20.1, undefined],
])("at %f s, %s is shown", (time, title) => {
  expect(visualAt(visualsOf(result), time)?.visual.title).toBe(title);
});

test("visuals are in the order of their times and know their paragraphs", () => {
  expect(visualsOf({ paragraphs: [...result.paragraphs].reverse() }).map(({ paragraph }) => paragraph)).toEqual([
    3, 1, 0,
  ]);
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
  ["data:text/html,x", "", ""],
  ["javascript:alert(1)", "", ""],
  ["http://[", "", ""],
])("the picture %j with the query %j is at %j", (url, query, address) => {
  expect(pictureAddress(url, BASE, query)).toBe(address);
});
