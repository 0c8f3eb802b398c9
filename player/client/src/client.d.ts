import type { Result } from "./result.js";
import type { CancelledTask, CreatedTask, Limits, Links, TaskResult, TaskStatus, UserTasks, VersionedResult } from "./tasks.js";
import { type UploadOptions } from "./upload.js";
export interface ClientOptions {
    /** Sent as `Authorization: Bearer`, instead of the user id. */
    token?: string | undefined;
    /** Seconds between two questions, where the server sends no events; 3 if left out. */
    pollEvery?: number | undefined;
    /** Seconds for which following a task bears a server that is away; 300 if left out. */
    patience?: number | undefined;
}
export interface CallOptions {
    signal?: AbortSignal | undefined;
}
export interface ListOptions extends CallOptions {
    /** Whether to list finished tasks; the server does if left out. */
    includeCompleted?: boolean;
    /** At most so many finished ones, 1 to 200. */
    limit?: number;
    /** `next_cursor` of the page before. */
    cursor?: string | undefined;
}
export interface ResultOptions extends CallOptions {
    /** The result as the server made it, before anybody changed it. */
    version?: "original";
}
/** The document's client. Every method rejects with a CueweaveError, or with the reason of an aborted signal. */
export declare class VideoProcessingClient {
    readonly apiBase: string;
    readonly userId: string | null;
    private readonly caller;
    private readonly pollEvery;
    private readonly patience;
    /** A client of the server at this address; `userId` may be null where there is a token, or nothing to say. */
    constructor(apiBase: string, userId?: string | null, options?: ClientOptions);
    /** Hands in a recording and its subtitles; without subtitles the server recognises the speech itself. */
    createTask(srtFile: Blob | null | undefined, mediaFile: Blob, options?: UploadOptions): Promise<CreatedTask>;
    /**
     * Tells each status until the task is over, and resolves with its result. Rejects with TaskFailed or TaskCancelled
     * where there will be none. Lost connections, 429 and 503 are borne with patience.
     */
    pollTaskStatus(taskId: string, onProgress?: (status: TaskStatus) => void, options?: CallOptions): Promise<TaskResult>;
    /** Each status of the task, the last one being its end; for those who'd rather loop. */
    followTask(taskId: string, { signal }?: CallOptions): AsyncGenerator<TaskStatus, void, void>;
    /** Where the task stands. */
    getTaskStatus(taskId: string, { signal }?: CallOptions): Promise<TaskStatus>;
    /** What came out; rejects with 409 before the task is completed. */
    getTaskResult(taskId: string, { signal, version }?: ResultOptions): Promise<TaskResult>;
    /** The result with its version, for `saveResult`; the version is empty where the server keeps none. */
    getVersionedResult(taskId: string, { signal }?: CallOptions): Promise<VersionedResult>;
    /** Stores a changed result over that version of it; rejects with 412 where somebody else was faster. */
    saveResult(taskId: string, result: Result, etag: string, { signal }?: CallOptions): Promise<{
        etag: string;
    }>;
    /** The tasks of this user: all active ones, and a page of the finished ones. */
    getUserTasks({ signal, ...wanted }?: ListOptions): Promise<UserTasks>;
    /** Stops the task; its files are gone and its slot is free when this resolves. Twice does no harm. */
    cancelTask(taskId: string, { signal }?: CallOptions): Promise<CancelledTask>;
    /** Addresses of the medium and the pictures that `<video>` and `<img>` can open. */
    getLinks(taskId: string, { signal }?: CallOptions): Promise<Links>;
    /** What the server takes; needs no user. */
    limits({ signal }?: CallOptions): Promise<Limits>;
    private patiently;
}
