import type { Result } from "@cueweave/client";
import { expect, test } from "vitest";
import * as sessions from "../../src/edit/session.js";
import { paragraph } from "../made.js";

const result: Result = {
  paragraphs: [paragraph("Ions", "Every battery has two", 0), paragraph(null, "sides and ions", 6)],
  media: { duration: 20, kind: "audio", language: "en" },
};
const texts = ({ history }: sessions.Session): string[] =>
  history.present.paragraphs.map((each) => each.paragraph_text);

test("typing is undone step by step, as it paused", () => {
  const typed = sessions.paused(sessions.drafted(sessions.opened(result), 0, "Every big battery has two"));
  const more = sessions.settled(sessions.drafted(typed, 0, "Every big battery has three"));
  expect(texts(sessions.back(more))[0]).toBe("Every big battery has two");
  expect(sessions.back(sessions.back(more)).history.present).toBe(result);
  expect(texts(sessions.forth(sessions.back(more)))[0]).toBe("Every big battery has three");
});

test("a word that is taken out, and written anew after a pause, keeps its time", () => {
  const taken = sessions.paused(sessions.drafted(sessions.opened(result), 0, "Every  has two"));
  const written = sessions.settled(sessions.drafted(taken, 0, "Every cell has two"));
  expect(written.history.present.paragraphs[0]?.words[1]).toEqual({
    word: "cell",
    start: 0.5,
    end: 0.9,
    confidence: 0.9,
  });
});

test("an empty paragraph waits until typing is over, and then goes", () => {
  const emptied = sessions.drafted(sessions.opened(result), 1, " ");
  expect(sessions.paused(emptied)).toBe(emptied);
  expect(texts(sessions.settled(emptied))).toEqual(["Every battery has two"]);
});

test("what is being typed counts as unsaved, and is no longer when it is typed back", () => {
  const session = sessions.opened(result);
  expect(sessions.isDirty(session)).toBe(false);
  const typed = sessions.drafted(session, 0, "Every");
  expect(sessions.isDirty(typed)).toBe(true);
  expect(sessions.isDirty(sessions.drafted(typed, 0, "Every battery has two"))).toBe(false);
});

test("only what can be seen is worth drawing", () => {
  const typed = sessions.drafted(sessions.opened(result), 0, "Every");
  expect(sessions.looksSame(typed, sessions.drafted(typed, 0, "Ever"))).toBe(true);
  expect(sessions.looksSame(sessions.opened(result), typed)).toBe(false);
});

test("going on in another paragraph keeps what was typed in the first", () => {
  const first = sessions.drafted(sessions.opened(result), 0, "Every cell has two");
  const second = sessions.settled(sessions.drafted(first, 1, "sides, and ions"));
  expect(texts(second)).toEqual(["Every cell has two", "sides, and ions"]);
});

test("a split counts letters, not blanks, so that the caret may stand in blanks that somebody typed", () => {
  const text = "Every  battery   has two";
  const typed = sessions.drafted(sessions.opened(result), 0, text);
  const [split, caret] = sessions.splitAt(typed, 0, text, text.indexOf("  has"));
  expect(texts(split)).toEqual(["Every battery", "has two", "sides and ions"]);
  expect(caret).toEqual({ at: 1, offset: 0 });
});

test("at the end of a paragraph there is nothing to split", () => {
  const [same, caret] = sessions.splitAt(sessions.opened(result), 0, "Every battery has two", 21);
  expect(same.history.present).toBe(result);
  expect(caret).toEqual({ at: 0, offset: 21 });
});

test("joining puts the caret where the paragraphs meet", () => {
  const [joined, caret] = sessions.joinedBefore(sessions.opened(result), 1);
  expect(texts(joined)).toEqual(["Every battery has two sides and ions"]);
  expect(caret).toEqual({ at: 0, offset: "Every battery has two ".length });
});

test("another version is a step that can be undone", () => {
  const other: Result = { ...result, paragraphs: result.paragraphs.slice(0, 1) };
  const session = sessions.replacedBy(sessions.opened(result), other);
  expect(session.history.present).toBe(other);
  expect(sessions.back(session).history.present).toBe(result);
});
