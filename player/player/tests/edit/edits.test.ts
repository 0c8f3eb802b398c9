import type { Result } from "@cueweave/client";
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Edit, edited } from "../../src/edit/edits.js";
import { EditRefused } from "../../src/edit/refused.js";
import { broken, edits, results } from "./results.js";

/** The result after the edit, or as it was if the edit is refused. */
function attempted(result: Result, edit: Edit): Result {
  try {
    return edited(result, edit);
  } catch (error) {
    if (error instanceof EditRefused) return result;
    throw error;
  }
}

const countVisuals = ({ paragraphs }: Result): number => paragraphs.filter(({ visuals }) => visuals).length;

test("whatever is edited, and in which order, the result keeps its promises and its visuals", () => {
  fc.assert(
    fc.property(results, fc.array(edits, { maxLength: 12 }), (result, wanted) => {
      expect(broken(result)).toEqual([]);
      const after = wanted.reduce(attempted, result);
      expect(broken(after)).toEqual([]);
      expect(countVisuals(after)).toBe(countVisuals(result));
    }),
    { numRuns: 500 },
  );
});

test("an edit leaves the result it was given as it was", () => {
  fc.assert(
    fc.property(results, edits, (result, edit) => {
      const before = JSON.stringify(result);
      attempted(result, edit);
      expect(JSON.stringify(result)).toBe(before);
    }),
  );
});

test("writing down what is there changes nothing", () => {
  fc.assert(
    fc.property(results, (result) => {
      result.paragraphs.forEach(({ paragraph_text: text }, at) => {
        expect(edited(result, { kind: "rewrite", at, text })).toBe(result);
      });
    }),
  );
});

test("splitting and joining again gives all words with their times back", () => {
  fc.assert(
    fc.property(results, fc.nat(5), (result, word) => {
      const split = edited(result, { kind: "split", at: 0, word });
      const joined = split === result ? result : edited(split, { kind: "join", at: 0 });
      expect(joined.paragraphs.map(({ words }) => words)).toEqual(result.paragraphs.map(({ words }) => words));
    }),
  );
});

test("paragraphs that aren't edited stay the same objects, so that nothing is drawn again", () => {
  fc.assert(
    fc.property(results, (result) => {
      const after = edited(result, { kind: "title", at: 0, title: "Another" });
      expect(after.paragraphs.slice(1).every((paragraph, at) => paragraph === result.paragraphs[at + 1])).toBe(true);
    }),
  );
});
