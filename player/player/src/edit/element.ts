import type { Result } from "@cueweave/client";
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from "lit";
import { buttons } from "../buttons.js";
import { lastBegun } from "../model/transcript.js";
import { signs } from "../signs.js";
import { base } from "../tokens.js";
import { download } from "./download.js";
import { editorStyles } from "./editor-styles.js";
import type { Edit } from "./edits.js";
import type { Wish } from "./events.js";
import { settleField } from "./fields.js";
import "./paragraph.js";
import type { CueweaveParagraph } from "./paragraph.js";
import { EditRefused } from "./refused.js";
import * as sessions from "./session.js";
import { strings } from "./strings.js";

/** Typing is a step when nothing was typed for so many milliseconds. */
const PAUSE = 1000;

/**
 * Edits a result. While it doesn't, what is slotted is shown (the transcript).
 *
 * @fires cw-edited - the result is another; `detail` is `{ result }`
 * @fires cw-editing - editing begins or ends; `detail` is `{ editing }`
 * @fires cw-save - cancelable; `detail` is `{ result }`. Whoever saves it calls `preventDefault()`, and later `saved()`
 *   or `failed(message)`; otherwise the result is offered as a file
 * @fires cw-original - cancelable; whoever has the first version calls `preventDefault()`, and later `take(result)`;
 *   otherwise the result goes back to what it was when the editor got it
 */
export class CueweaveEditor extends LitElement {
  static override styles = [base, buttons, editorStyles];
  static override properties = {
    result: { attribute: false },
    editing: { type: Boolean, reflect: true },
    time: { attribute: false },
    fileName: { attribute: "file-name" },
    session: { state: true },
    current: { state: true },
    note: { state: true },
    trouble: { state: true },
    saving: { state: true },
  };

  declare result: Result | null;
  declare editing: boolean;
  /** The time in the recording; the paragraph that is spoken is marked. */
  declare time: number;
  /** The name of the file that is offered when nobody saves the result otherwise. */
  declare fileName: string;
  declare private session: sessions.Session | null;
  declare private current: number;
  declare private note: string;
  declare private trouble: string;
  declare private saving: Result | null;

  private first: Result | null = null;
  private pause: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.result = this.session = this.saving = null;
    this.editing = false;
    this.time = 0;
    this.fileName = "transcript.json";
    this.current = -1;
    this.note = this.trouble = "";
    this.addEventListener("cw-wish", this.byWish);
    this.addEventListener("keydown", this.byKey);
  }

  /** The result as it is edited, with what is being typed. */
  get edited(): Result | null {
    this.attempt(sessions.settled);
    return this.session?.history.present ?? null;
  }

  /** Whether something isn't saved. */
  get dirty(): boolean {
    return this.session !== null && sessions.isDirty(this.session);
  }

  /** What was handed out by `cw-save` is saved. */
  saved(note: string = strings.saved): void {
    if (this.session && this.saving) this.session = { ...this.session, saved: this.saving };
    this.saving = null;
    this.note = note;
    this.trouble = "";
  }

  /** It couldn't be saved; `message` says why, for people. */
  failed(message: string): void {
    this.saving = null;
    this.trouble = message;
  }

  /** Go on with another result; that can be undone. */
  take(result: Result): void {
    this.attempt((session) => sessions.replacedBy(session, result));
  }

  /** Hand the result to whoever saves it, or offer it as a file. */
  save(): void {
    const result = this.edited;
    if (!result || this.saving) return;
    this.saving = result;
    if (!this.tell("cw-save", { result })) return;
    download(result, this.fileName);
    this.saved(strings.downloaded);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener("beforeunload", this.guard);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener("beforeunload", this.guard);
    clearTimeout(this.pause);
  }

  /** The time comes a few times a second, drafts with every letter; mostly there is nothing to draw for either. */
  protected override shouldUpdate(changed: PropertyValues): boolean {
    if (changed.size !== 1) return true;
    if (changed.has("time")) return this.spoken() !== this.current;
    const before: sessions.Session | null | undefined = changed.get("session");
    return !before || !this.session || !sessions.looksSame(before, this.session);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("result") && this.result !== this.session?.history.present) {
      this.first = this.result;
      this.session = this.result && sessions.opened(this.result);
      this.note = this.trouble = "";
    }
    this.current = this.spoken();
  }

  protected override render(): TemplateResult {
    return html`${this.session ? this.bar(this.session) : nothing}
      <slot ?hidden=${this.editing}></slot>
      ${this.editing && this.session ? this.rows(this.session) : nothing}`;
  }

  private bar(session: sessions.Session): TemplateResult {
    const { past, future } = session.history;
    const dirty = sessions.isDirty(session);
    const status = this.saving ? strings.saving : dirty ? strings.unsaved : this.note;
    const turn = html`<button type="button" aria-pressed=${this.editing} @click=${this.turn}>
      ${this.editing ? strings.done : html`<span class="with">${signs.pen}</span>${strings.edit}`}
    </button>`;
    const steps = html`<button type="button" class="bare icon" aria-label=${strings.undo} title=${strings.undo} ?disabled=${past.length === 0 && !dirty} @click=${this.undo}>${signs.undo}</button>
      <button type="button" class="bare icon" aria-label=${strings.redo} title=${strings.redo} ?disabled=${future.length === 0} @click=${this.redo}>${signs.redo}</button>`;
    const save = html`<button type="button" class="chief" ?disabled=${!dirty || this.saving !== null} @click=${this.save}>${strings.save}</button>`;
    return html`<div class="bar" role="group" aria-label=${strings.tools}>
      ${turn} ${this.editing ? steps : nothing}
      <span class="status" role="status">${status}</span>
      ${this.editing ? html`<button type="button" class="bare" @click=${this.original}>${strings.original}</button>` : nothing}
      ${this.editing || dirty ? save : nothing}
      <p class="trouble" role="alert" ?hidden=${!this.trouble}>${this.trouble}</p>
    </div>`;
  }

  private rows({ history }: sessions.Session): TemplateResult {
    const { paragraphs } = history.present;
    return html`<p class="how">${strings.how}</p>
      <div class="rows" lang=${this.result?.media?.language ?? nothing}>
        ${paragraphs.map(
          (paragraph, at) => html`<cueweave-paragraph
            class=${at === this.current ? "now" : ""}
            .paragraph=${paragraph}
            .index=${at}
            .last=${at === paragraphs.length - 1}
          ></cueweave-paragraph>`,
        )}
      </div>`;
  }

  private spoken(): number {
    if (!this.editing) return -1;
    const starts = this.session?.history.present.paragraphs.map(({ start_time: start }) => ({ start })) ?? [];
    return lastBegun(starts, this.time);
  }

  private readonly turn = (): void => {
    this.attempt(sessions.settled);
    this.editing = !this.editing;
    this.tell("cw-editing", { editing: this.editing });
  };

  private readonly undo = (): void => this.attempt(sessions.back, strings.undone);

  private readonly redo = (): void => this.attempt(sessions.forth, strings.redone);

  private readonly original = (): void => {
    const { first } = this;
    if (this.tell("cw-original", null) && first) this.take(first);
  };

  private readonly byWish = (event: CustomEvent<Wish>): void => {
    event.stopPropagation();
    const wanted = event.detail;
    if (wanted.kind === "draft") this.draft(wanted.at, wanted.text);
    else if (wanted.kind === "leave") this.attempt(sessions.settled);
    else if (wanted.kind === "edit") {
      this.attempt((session) => sessions.changed(session, wanted.edit), noteOf(wanted.edit));
    } else if (wanted.kind === "split") {
      this.move((session) => sessions.splitAt(session, wanted.at, wanted.text, wanted.offset), strings.split);
    } else this.move((session) => sessions.joinedBefore(session, wanted.at), strings.joined);
  };

  private draft(at: number, text: string): void {
    this.attempt((session) => sessions.drafted(session, at, text));
    clearTimeout(this.pause);
    this.pause = setTimeout(() => this.attempt(sessions.paused), PAUSE);
  }

  /** Do it and put the caret where it belongs. */
  private move(step: (session: sessions.Session) => [sessions.Session, sessions.Caret], note: string): void {
    let caret: sessions.Caret | undefined;
    this.attempt((session) => {
      const [next, there] = step(session);
      caret = there;
      return next;
    }, note);
    if (caret) void this.stand(caret);
  }

  private async stand({ at, offset }: sessions.Caret): Promise<void> {
    (await this.row(at))?.focusText(offset);
  }

  /** Typing is over there: what is written and what is kept may differ, as after undoing. */
  private async showText(at: number): Promise<void> {
    (await this.row(at))?.showText();
  }

  /** The element of a paragraph, once it shows what it is to show. */
  private async row(at: number): Promise<CueweaveParagraph | undefined> {
    await this.updateComplete;
    const row = this.renderRoot.querySelectorAll("cueweave-paragraph")[at];
    await row?.updateComplete;
    return row;
  }

  /** Do it; what is refused is said, and what was typed for it is forgotten. */
  private attempt(step: (session: sessions.Session) => sessions.Session, note = ""): void {
    if (!this.session) return;
    const { draft } = this.session;
    const before = this.session.history.present;
    try {
      this.session = step(this.session);
      this.trouble = "";
    } catch (error) {
      if (!(error instanceof EditRefused)) throw error;
      this.trouble = error.message;
      this.session = sessions.forgotten(this.session);
    }
    if (draft && !this.session.draft) void this.showText(draft.at);
    const after = this.session.history.present;
    if (after === before) return;
    this.note = note;
    this.result = after;
    this.tell("cw-edited", { result: after });
  }

  private readonly byKey = (event: KeyboardEvent): void => {
    if (!this.editing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === "z") (event.shiftKey ? this.redo : this.undo)();
    else if (key === "y") this.redo();
    else if (key === "s") {
      settleField(event);
      this.save();
    } else return;
    event.preventDefault();
  };

  private readonly guard = (event: BeforeUnloadEvent): void => {
    if (this.dirty) event.preventDefault();
  };

  /** Whether nobody has taken the event for his own. */
  private tell(name: string, detail: unknown): boolean {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }
}

function noteOf(edit: Edit): string {
  return edit.kind === "remove" ? strings.removed : "";
}

customElements.define("cueweave-editor", CueweaveEditor);

declare global {
  interface HTMLElementTagNameMap {
    "cueweave-editor": CueweaveEditor;
  }
}
