import { expect, test } from "vitest";
import { CueweaveLegend, countsOf } from "../../src/legend/element.js";
import { transcriptOf } from "../../src/model/transcript.js";
import { paragraph } from "../made.js";

const transcript = transcriptOf({
  paragraphs: [
    { ...paragraph(null, "ions move, ions", 0), keywords: [{ word: "ions", type: "Key Terms" }] },
    { ...paragraph(null, "heat harms", 5), keywords: [{ word: "heat", type: "Warnings" }] },
  ],
});

test("the places where words are marked are counted by type", () => {
  expect([...countsOf(transcript)]).toEqual([
    ["Key Terms", 2],
    ["Warnings", 1],
  ]);
  expect(countsOf(null).size).toBe(0);
});

test("types are named as people call them, and only those that are there", async () => {
  const legend = new CueweaveLegend();
  legend.transcript = transcript;
  document.body.append(legend);
  await legend.updateComplete;
  const names = [...legend.renderRoot.querySelectorAll(".name")].map((name) => name.textContent);
  expect(names).toEqual(["Terms", "Warnings"]);
});
