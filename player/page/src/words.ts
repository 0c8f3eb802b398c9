/** What went wrong, as a sentence that helps. */
import { CueweaveError, RecordingUnreadable } from "@cueweave/client";
import { strings } from "./strings.js";

/** The server's own words where they are for people; ours where there are none or where they are for programs. */
export function inWords(error: unknown, online: boolean = navigator.onLine): string {
  if (!(error instanceof CueweaveError)) return strings.errors.unexpected;
  if (error instanceof RecordingUnreadable) return strings.errors.unreadable;
  const own = { 0: online ? strings.errors.lost : strings.errors.offline, 403: strings.errors.forbidden };
  const said = own[error.status as keyof typeof own] ?? withoutField(error.detail);
  return error.retryAfter === null ? said : `${ended(said)} ${strings.errors.busy(Math.ceil(error.retryAfter))}`;
}

/** A task that failed, or isn't there. */
export function aboutTask(error: unknown): string {
  return error instanceof CueweaveError && error.status === 404 ? strings.errors.missing : inWords(error);
}

/** Names of form fields are for programs. */
function withoutField(detail: string): string {
  const text = detail.replace(/^(media_file|srt_file|slides_file|language): /, "");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function ended(sentence: string): string {
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}
