import type { Result } from "@cueweave/client";
import { say } from "../contract.js";
import type { Edit } from "./edits.js";

/** What a paragraph asks its editor for; these events go no further. */
export type Wish =
  | { readonly kind: "draft"; readonly at: number; readonly text: string }
  | { readonly kind: "leave" }
  | { readonly kind: "edit"; readonly edit: Edit }
  | { readonly kind: "split"; readonly at: number; readonly text: string; readonly offset: number }
  | { readonly kind: "join-before"; readonly at: number };

/** Tell the editor around `from`. */
export function wish(from: EventTarget, detail: Wish): void {
  say(from, "cw-wish", detail);
}

declare global {
  interface HTMLElementEventMap {
    "cw-wish": CustomEvent<Wish>;
    "cw-edited": CustomEvent<{ result: Result }>;
    "cw-editing": CustomEvent<{ editing: boolean }>;
    "cw-save": CustomEvent<{ result: Result }>;
    "cw-original": CustomEvent<null>;
  }
}
