/** What keys do, as on YouTube. */

export type Action =
  | { readonly kind: "play-pause" }
  | { readonly kind: "skip"; readonly seconds: number }
  | { readonly kind: "go-to-share"; readonly share: number }
  | { readonly kind: "volume"; readonly step: number }
  | { readonly kind: "rate"; readonly step: 1 | -1 }
  | { readonly kind: "captions" }
  | { readonly kind: "mute" }
  | { readonly kind: "fullscreen" }
  | { readonly kind: "search" }
  | { readonly kind: "next-hit" }
  | { readonly kind: "previous-hit" }
  | { readonly kind: "help" };

/** What of a key event counts; `KeyboardEvent` is one. */
export interface Key {
  readonly key: string;
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
  readonly defaultPrevented: boolean;
}

/**
 * Where the key was pressed: in `media` all keys are the player's, in `text` those that scroll are the browser's, on a
 * `control` those that work it are the control's, in a `field` all are.
 */
export type Place = "media" | "text" | "control" | "field";

const PLAIN: Readonly<Record<string, Action>> = {
  k: { kind: "play-pause" },
  j: { kind: "skip", seconds: -10 },
  l: { kind: "skip", seconds: 10 },
  c: { kind: "captions" },
  m: { kind: "mute" },
  f: { kind: "fullscreen" },
  "/": { kind: "search" },
  "?": { kind: "help" },
  "<": { kind: "rate", step: -1 },
  ">": { kind: "rate", step: 1 },
  F3: { kind: "next-hit" },
};
/** On a control these work it: a slider, a list, a menu, a button. */
const WORKING: Readonly<Record<string, Action>> = {
  " ": { kind: "play-pause" },
  ArrowLeft: { kind: "skip", seconds: -5 },
  ArrowRight: { kind: "skip", seconds: 5 },
};
/** In text these scroll. */
const SCROLLING: Readonly<Record<string, Action>> = {
  ArrowUp: { kind: "volume", step: 0.05 },
  ArrowDown: { kind: "volume", step: -0.05 },
  Home: { kind: "go-to-share", share: 0 },
  End: { kind: "go-to-share", share: 1 },
};

/** What the key asks for at that place; null if it isn't the player's. */
export function actionOf(event: Key, place: Place): Action | null {
  if (place === "field" || event.ctrlKey || event.altKey || event.metaKey) return null;
  if (event.isComposing || event.defaultPrevented) return null;
  const key = keyOf(event);
  if (event.shiftKey) return withShift(key);
  if (/^[0-9]$/.test(key)) return { kind: "go-to-share", share: Number(key) / 10 };
  if (place === "control") return PLAIN[key] ?? null;
  return PLAIN[key] ?? WORKING[key] ?? (place === "media" ? (SCROLLING[key] ?? null) : null);
}

function withShift(key: string): Action | null {
  if (key === "F3") return { kind: "previous-hit" };
  return /^[/?<>]$/.test(key) ? (PLAIN[key] ?? null) : null;
}

/** The key's letter; on a layout of another script the one that stands at its place on a Latin one. */
function keyOf({ key, code }: Key): string {
  if (key.length !== 1) return key;
  const isLatin = /^[\x20-\x7e]$/.test(key);
  return isLatin ? key.toLowerCase() : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? key);
}
