/** All that can go wrong, in one tree; `message` is a sentence for a person. */
import type { TaskStatus } from "./tasks.js";

/** An answer that is no success, or none at all. */
export class CueweaveError extends Error {
  override name = "CueweaveError";
  /** The HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** The server's own words. */
  readonly detail: string;
  /** Seconds until trying again makes sense, where the server says so. */
  readonly retryAfter: number | null;

  constructor(status: number, detail: string, retryAfter: number | null = null, options?: ErrorOptions) {
    super(detail, options);
    this.status = status;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }

  /** Whether the same request may succeed later: no answer, a limit that is reached, a server that is away. */
  get isTemporary(): boolean {
    return [0, 429, 502, 503, 504].includes(this.status);
  }
}

/** The server could not be reached, or hung up. */
export class ConnectionLost extends CueweaveError {
  override name = "ConnectionLost";

  constructor(cause: unknown) {
    super(0, "The server can't be reached.", null, { cause });
  }
}

/** The file that is being sent was moved, changed or taken away. */
export class RecordingUnreadable extends CueweaveError {
  override name = "RecordingUnreadable";

  constructor(cause: unknown) {
    super(0, "The recording can't be read any more; choose it again.", null, { cause });
  }

  override get isTemporary(): boolean {
    return false;
  }
}

/** The task failed; the message says why. */
export class TaskFailed extends CueweaveError {
  override name = "TaskFailed";
  readonly task: TaskStatus;

  constructor(task: TaskStatus) {
    super(200, task.error_message || "Task failed");
    this.task = task;
  }
}

/** Somebody cancelled the task, so that there will be no result. */
export class TaskCancelled extends CueweaveError {
  override name = "TaskCancelled";
  readonly task: TaskStatus;

  constructor(task: TaskStatus) {
    super(200, "Task was cancelled");
    this.task = task;
  }
}

/** The error that an answer is, from whatever body a server or a proxy in between has given it. */
export function errorOf(status: number, body: string, retryAfter: string | null): CueweaveError {
  return new CueweaveError(status, detailIn(body) ?? `The server answered ${status}.`, secondsOf(retryAfter));
}

function detailIn(body: string): string | null {
  try {
    const answer: unknown = JSON.parse(body);
    const detail = typeof answer === "object" && answer !== null && "detail" in answer ? answer.detail : null;
    return typeof detail === "string" ? detail : null;
  } catch {
    return null;
  }
}

/** `Retry-After` in seconds; it may be a date, too (RFC 9110, section 10.2.3). */
export function secondsOf(retryAfter: string | null): number | null {
  if (retryAfter === null || retryAfter.trim() === "") return null;
  const seconds = Number(retryAfter);
  if (Number.isFinite(seconds)) return Math.max(seconds, 0);
  const until = Date.parse(retryAfter);
  return Number.isNaN(until) ? null : Math.max((until - Date.now()) / 1000, 0);
}
