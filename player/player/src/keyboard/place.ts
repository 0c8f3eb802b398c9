import type { Place } from "./actions.js";

/** Where keys write, or belong to a dialog. */
const FIELDS =
  "input:not([type=range],[type=checkbox],[type=radio],[type=button],[type=submit]), textarea, select, dialog, [contenteditable]:not([contenteditable=false])";
const CONTROLS =
  "a[href], button, summary, input, audio, video, [role=slider], [role=button], [role=menu], [role=listbox]";

/** Where a key event arose; `media` is the element of the player within which all keys are the player's. */
export function placeOf(event: Event, media: EventTarget | null): Place {
  const path = event.composedPath();
  const elements = path.filter((target): target is HTMLElement => target instanceof HTMLElement);
  if (elements.some((element) => element.matches(FIELDS))) return "field";
  if (elements.some((element) => element !== media && element.matches(CONTROLS))) return "control";
  return media !== null && path.includes(media) ? "media" : "text";
}
