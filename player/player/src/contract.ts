/** What the elements tell one another. Events bubble and are composed. */

/** Words `first` to `last` by index, as search finds them; `cueweave-transcript` takes `.hits` and `.currentHit`. */
export interface Hit {
  readonly first: number;
  readonly last: number;
}

/** A mark on the timeline; `cueweave-player` takes `.marks` (chapters are there already). */
export interface Mark {
  readonly time: number;
  readonly kind: "chapter" | "hit";
  readonly label?: string;
}

/** Asks the player to go to `time`. */
export type SeekEvent = CustomEvent<{ time: number }>;

/** Send an event that every element around may hear. */
export function say(from: EventTarget, name: string, detail?: unknown): void {
  from.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
}

/** Ask the player, from any element within it, to go to `time` in seconds. */
export function askToSeek(from: EventTarget, time: number): void {
  say(from, "cw-seek", { time });
}

declare global {
  interface HTMLElementEventMap {
    "cw-seek": SeekEvent;
  }
}
