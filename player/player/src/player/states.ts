import { html, nothing, type TemplateResult } from "lit";
import { strings } from "../strings.js";

const LINES = Array.from({ length: 12 }, () => html`<div></div>`);

/** While the transcript loads: where its lines will be. */
export function skeleton(): TemplateResult {
  return html`<p class="unseen" role="status">${strings.loading}</p>
    <div class="bones" aria-hidden="true">${LINES}</div>`;
}

/** Why there is no transcript, and a button that tries again if that makes sense. */
export function troubleNote(message: string, retry: (() => void) | null): TemplateResult {
  return html`<div class="note error" role="alert">
    ${message}
    ${retry ? html`<button type="button" class="retry" @click=${retry}>${strings.retry}</button>` : nothing}
  </div>`;
}

/** A recording in which nobody speaks. */
export function emptyNote(): TemplateResult {
  return html`<p class="note">${strings.empty}</p>`;
}
