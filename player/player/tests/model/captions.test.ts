import { expect, test } from "vitest";
import { captionsOf } from "../../src/model/captions.js";
import { transcriptOf } from "../../src/model/transcript.js";
import { paragraph, random } from "../made.js";

const captions = (text: string, start = 0) => captionsOf(transcriptOf({ paragraphs: [paragraph(null, text, start)] }));

test("a sentence that fits stands on one line", () => {
  expect(captions("Ions move inside.").map(({ text }) => text)).toEqual(["Ions move inside."]);
});

test("a longer sentence stands on two lines of much the same length", () => {
  const [first] = captions("Almost everything that we carry with us runs on one");
  expect(first?.text).toBe("Almost everything that we\ncarry with us runs on one");
});

test("a caption ends with its sentence", () => {
  expect(captions("It ends. Another begins.").map(({ text }) => text)).toEqual(["It ends.", "Another begins."]);
});

test("a caption lingers, but never into the next one", () => {
  const [first, second] = captions("It ends. Another begins.");
  expect([first?.start, first?.end, second?.start, second?.end]).toEqual([0, 1, 1, 2.4]);
});

test("Japanese is written without spaces", () => {
  const words = { ...paragraph(null, "電池 は 熱い。", 0), paragraph_text: "電池は熱い。" };
  expect(captionsOf(transcriptOf({ paragraphs: [words] }))[0]?.text).toBe("電池は熱い。");
});

test("captions hold every word once, in order, on at most two lines of 42, and never overlap, whatever is said", () => {
  const next = random(3);
  for (let round = 0; round < 200; round++) {
    const length = 1 + Math.floor(next() * 60);
    const words = Array.from({ length }, () => {
      const letters = "abcdefghijklm".slice(0, 1 + Math.floor(next() * 12));
      return next() < 0.1 ? `${letters}.` : letters;
    });
    const made = captions(words.join(" "), next() * 100);
    expect(made.flatMap(({ text }) => text.split(/\s/))).toEqual(words);
    for (const [at, { start, end, text }] of made.entries()) {
      const lines = text.split("\n");
      expect(lines.length).toBeLessThanOrEqual(2);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(42);
      expect(end).toBeGreaterThan(start);
      expect(end).toBeLessThanOrEqual(made[at + 1]?.start ?? Infinity);
    }
  }
});
