/** All that can go wrong, in one tree; `message` is a sentence for a person. */
import type { TaskStatus } from "./tasks.js";
/** An answer that is no success, or none at all. */
export declare class CueweaveError extends Error {
    name: string;
    /** The HTTP status; 0 where there was no answer. */
    readonly status: number;
    /** The server's own words. */
    readonly detail: string;
    /** Seconds until trying again makes sense, where the server says so. */
    readonly retryAfter: number | null;
    constructor(status: number, detail: string, retryAfter?: number | null, options?: ErrorOptions);
    /** Whether the same request may succeed later: no answer, a limit that is reached, a server that is away. */
    get isTemporary(): boolean;
}
/** The server could not be reached, or hung up. */
export declare class ConnectionLost extends CueweaveError {
    name: string;
    constructor(cause: unknown);
}
/** The task failed; the message says why. */
export declare class TaskFailed extends CueweaveError {
    name: string;
    readonly task: TaskStatus;
    constructor(task: TaskStatus);
}
/** Somebody cancelled the task, so that there will be no result. */
export declare class TaskCancelled extends CueweaveError {
    name: string;
    readonly task: TaskStatus;
    constructor(task: TaskStatus);
}
/** The error that an answer is, from whatever body a server or a proxy in between has given it. */
export declare function errorOf(status: number, body: string, retryAfter: string | null): CueweaveError;
/** `Retry-After` in seconds; it may be a date, too (RFC 9110, section 10.2.3). */
export declare function secondsOf(retryAfter: string | null): number | null;
