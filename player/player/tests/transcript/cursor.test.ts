import { expect, test } from "vitest";
import { transcriptOf } from "../../src/model/transcript.js";
import { moved } from "../../src/transcript/cursor.js";
import { paragraph } from "../made.js";

const transcript = transcriptOf({
  paragraphs: [paragraph(null, "a b c", 0), paragraph(null, "", 3), paragraph(null, "d e", 4)],
});
const press = (
  key: string,
  from: number,
  { rightToLeft = false, ...more }: { rightToLeft?: boolean; ctrlKey?: boolean } = {},
) => moved(transcript, from, new KeyboardEvent("keydown", { key, ...more }), rightToLeft);

test("arrows go from word to word, in the direction of the script", () => {
  expect([press("ArrowRight", 1), press("ArrowLeft", 1)]).toEqual([2, 0]);
  expect(press("ArrowRight", 1, { rightToLeft: true })).toBe(0);
});

test("up and down go from paragraph to paragraph, past empty ones", () => {
  expect([press("ArrowDown", 1), press("ArrowUp", 4), press("ArrowUp", 1)]).toEqual([3, 0, 1]);
});

test("Home and End stay in the paragraph, with Ctrl they leave it", () => {
  expect([press("Home", 4), press("End", 0), press("End", 0, { ctrlKey: true })]).toEqual([3, 2, 4]);
});

test("nobody leaves the text, and other keys don't move", () => {
  expect([
    press("ArrowLeft", 0),
    press("ArrowRight", 4),
    press("x", 1),
    press("ArrowRight", 1, { ctrlKey: true }),
  ]).toEqual([0, 4, null, null]);
});
