import type { Result } from "@cueweave/client";
import { type Edit, edited } from "./edits.js";
import { begin, type History, record, redo, undo } from "./history.js";
import { joinWords, wordsBefore } from "./text.js";

/** What is being typed: `base` is the result when it began, so that a word that is retyped slowly keeps its time. */
interface Draft {
  readonly at: number;
  readonly text: string;
  readonly base: Result;
}

/** Somebody's work on a result. All functions give a new session; those that edit raise EditRefused. */
export interface Session {
  readonly history: History<Result>;
  readonly saved: Result;
  readonly draft: Draft | null;
}

/** Where the caret goes. */
export interface Caret {
  readonly at: number;
  readonly offset: number;
}

export function opened(result: Result): Session {
  return { history: begin(result), saved: result, draft: null };
}

/** Whether there is something to save. */
export function isDirty({ history, saved, draft }: Session): boolean {
  return history.present !== saved || (draft !== null && draft.text !== textOf(history.present, draft.at));
}

/** Whether there is nothing to draw between two sessions: what is being typed shows itself. */
export function looksSame(before: Session, after: Session): boolean {
  return before.history === after.history && before.saved === after.saved && isDirty(before) === isDirty(after);
}

/** The paragraph is being written; nothing is decided yet. */
export function drafted(session: Session, at: number, text: string): Session {
  const goesOn = session.draft?.at === at ? session : settled(session);
  return { ...goesOn, draft: { at, text, base: goesOn.draft?.base ?? goesOn.history.present } };
}

/** What was typed up to now is a step of its own, though typing may go on. */
export function paused(session: Session): Session {
  const { draft, history } = session;
  if (!draft || draft.text.trim() === "") return session;
  const next = edited(draft.base, { kind: "rewrite", at: draft.at, text: draft.text });
  const isSame = textOf(next, draft.at) === textOf(history.present, draft.at);
  return isSame ? session : { ...session, history: record(history, next) };
}

/** Typing is over. */
export function settled(session: Session): Session {
  const { draft } = session;
  if (!draft) return session;
  if (draft.text.trim() !== "") return { ...paused(session), draft: null };
  const next = edited(session.history.present, { kind: "rewrite", at: draft.at, text: "" });
  return { ...session, history: record(session.history, next), draft: null };
}

/** What was typed since the last step never was. */
export function forgotten(session: Session): Session {
  return { ...session, draft: null };
}

export function changed(session: Session, edit: Edit): Session {
  const before = settled(session);
  return { ...before, history: record(before.history, edited(before.history.present, edit)) };
}

/** The paragraph is split at the caret, which stands `offset` characters into `text`. */
export function splitAt(session: Session, at: number, text: string, offset: number): [Session, Caret] {
  const before = settled(session);
  const words = before.history.present.paragraphs[at]?.words.map(({ word }) => word) ?? [];
  const word = wordsBefore(words, text, offset);
  if (word === 0 || word === words.length) return [before, { at, offset }];
  return [changed(before, { kind: "split", at, word }), { at: at + 1, offset: 0 }];
}

/** The paragraph is joined to the one before it; the caret stands where they meet. */
export function joinedBefore(session: Session, at: number): [Session, Caret] {
  const before = settled(session);
  const [first, second] = [before.history.present.paragraphs[at - 1], before.history.present.paragraphs[at]];
  const joined = changed(before, { kind: "join", at: at - 1 });
  const texts = [...(first?.words ?? []), ...(second?.words.slice(0, 1) ?? [])].map(({ word }) => word);
  return [joined, { at: at - 1, offset: joinWords(texts).length - (texts.at(-1)?.length ?? 0) }];
}

/** One step back; what is being typed is a step, too. */
export function back(session: Session): Session {
  const before = settled(session);
  return { ...before, history: undo(before.history) };
}

export function forth(session: Session): Session {
  const before = settled(session);
  return { ...before, history: redo(before.history) };
}

/** Another result is shown as a step that can be undone. */
export function replacedBy(session: Session, result: Result): Session {
  const before = settled(session);
  return { ...before, history: record(before.history, result) };
}

function textOf(result: Result, at: number): string | undefined {
  return result.paragraphs[at]?.paragraph_text;
}
