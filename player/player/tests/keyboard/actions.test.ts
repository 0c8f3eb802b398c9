import { expect, test } from "vitest";
import { actionOf, type Key, type Place } from "../../src/keyboard/actions.js";
import { placeOf } from "../../src/keyboard/place.js";

const press = (key: string, more: Partial<Key> = {}): Key => ({
  key,
  code: "",
  shiftKey: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  isComposing: false,
  defaultPrevented: false,
  ...more,
});

test.each([
  [" ", { kind: "play-pause" }],
  ["k", { kind: "play-pause" }],
  ["K", { kind: "play-pause" }],
  ["j", { kind: "skip", seconds: -10 }],
  ["l", { kind: "skip", seconds: 10 }],
  ["ArrowLeft", { kind: "skip", seconds: -5 }],
  ["ArrowRight", { kind: "skip", seconds: 5 }],
  ["c", { kind: "captions" }],
  ["m", { kind: "mute" }],
  ["f", { kind: "fullscreen" }],
  ["/", { kind: "search" }],
  ["0", { kind: "go-to-share", share: 0 }],
  ["7", { kind: "go-to-share", share: 0.7 }],
  ["F3", { kind: "next-hit" }],
  ["x", null],
  ["Enter", null],
])("in the text, %j does %j", (key, action) => {
  expect(actionOf(press(key), "text")).toEqual(action);
});

test.each([
  ["?", { kind: "help" }],
  ["<", { kind: "rate", step: -1 }],
  [">", { kind: "rate", step: 1 }],
  ["F3", { kind: "previous-hit" }],
  ["K", null],
  ["ArrowRight", null],
  ["1", null],
])("with Shift, %j does %j", (key, action) => {
  expect(actionOf(press(key, { shiftKey: true }), "text")).toEqual(action);
});

test.each(["ctrlKey", "altKey", "metaKey", "isComposing", "defaultPrevented"])(
  "with %s a key is not ours",
  (modifier) => {
    expect(actionOf(press("k", { [modifier]: true }), "media")).toBeNull();
  },
);

test.each<[Place, string, boolean]>([
  ["field", "k", false],
  ["control", "k", true],
  ["control", " ", false],
  ["control", "ArrowLeft", false],
  ["control", "/", true],
  ["text", "ArrowUp", false],
  ["text", "Home", false],
  ["media", "ArrowUp", true],
  ["media", "End", true],
])("in a %s, whether %j is the player's: %j", (place, key, ours) => {
  expect(actionOf(press(key), place) !== null).toBe(ours);
});

test("on a Cyrillic layout the key at the place of k plays", () => {
  expect(actionOf(press("л", { code: "KeyK" }), "text")).toEqual({ kind: "play-pause" });
});

test.each<[string, Place]>([
  ["<p id=here></p>", "text"],
  ["<input type=search id=here>", "field"],
  ["<textarea id=here></textarea>", "field"],
  ["<div contenteditable><b id=here></b></div>", "field"],
  ["<dialog><p id=here></p></dialog>", "field"],
  ["<input type=range id=here>", "control"],
  ["<button><span id=here></span></button>", "control"],
  ["<div id=media><p id=here></p></div>", "media"],
  ["<div id=media><button id=here></button></div>", "control"],
])("in %j a key is pressed in a %s", (markup, place) => {
  document.body.innerHTML = markup;
  let seen: Place | undefined;
  const note = (event: Event): void => {
    seen = placeOf(event, document.getElementById("media"));
  };
  document.body.addEventListener("keydown", note, { once: true });
  document.getElementById("here")?.dispatchEvent(new KeyboardEvent("keydown", { key: "k", bubbles: true }));
  expect(seen).toBe(place);
});
