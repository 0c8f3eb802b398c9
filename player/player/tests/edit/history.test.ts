import fc from "fast-check";
import { expect, test } from "vitest";
import { begin, type History, record, redo, STEPS, undo } from "../../src/edit/history.js";

const after = (values: readonly number[]): History<number> => values.reduce(record<number>, begin(0));

test("undoing a step and doing it again leads back", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1 }), (values) => {
      const history = after(values);
      expect(redo(undo(history)).present).toBe(history.present);
    }),
  );
});

test("undoing all leads to the beginning, and no further", () => {
  expect(undo(undo(undo(after([1, 2]))))).toEqual({ past: [], present: 0, future: [2, 1] });
});

test("a new step forgets what was undone", () => {
  expect(redo(record(undo(after([1, 2])), 3)).present).toBe(3);
});

test("a step that changes nothing is none", () => {
  expect(record(undo(after([1, 2])), 1).future).toEqual([2]);
});

test("only so many steps are kept", () => {
  expect(after(Array.from({ length: STEPS + 50 }, (_, at) => at + 1)).past.length).toBe(STEPS);
});
