/** A Cueweave server as one user sees it. */
import { TaskCancelled, TaskFailed } from "./errors.js";
import { follow } from "./follow.js";
import { ask, askJson, type Caller, fileNameIn, jsonOf, lost, taskPath } from "./http.js";
import type { Result } from "./result.js";
import { ResumableUpload } from "./resumable.js";
import type {
  CancelledTask,
  CreatedTask,
  Limits,
  Links,
  TaskResult,
  TaskStatus,
  UserTasks,
  VersionedResult,
} from "./tasks.js";
import { formOf, type UploadOptions, upload } from "./upload.js";
import { Patience } from "./waiting.js";

export interface ClientOptions {
  /** Sent as `Authorization: Bearer`, instead of the user id. */
  token?: string | undefined;
  /** The query of a shared page's address: who has it may read that task's result without saying who they are. */
  link?: string | undefined;
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

export interface LinkOptions extends CallOptions {
  /** For how long the links shall hold; as long as the server has it if left out. */
  seconds?: number;
}

/** The document's client. Every method rejects with a CueweaveError, or with the reason of an aborted signal. */
export class VideoProcessingClient {
  readonly apiBase: string;
  readonly userId: string | null;
  private readonly caller: Caller;
  private readonly pollEvery: number;
  private readonly patience: number;

  /** A client of the server at this address; `userId` may be null where there is a token, or nothing to say. */
  constructor(apiBase: string, userId?: string | null, options: ClientOptions = {}) {
    this.apiBase = apiBase;
    this.userId = userId ?? null;
    this.caller = { apiBase, userId: this.userId, token: options.token ?? null, link: options.link ?? "" };
    this.pollEvery = options.pollEvery ?? 3;
    this.patience = options.patience ?? 300;
  }

  /**
   * Hands in a recording and its subtitles; without subtitles the server recognises the speech itself. A recording that was
   * made `resumable` goes on after a broken connection.
   */
  async createTask(
    srtFile: Blob | null | undefined,
    mediaFile: Blob | ResumableUpload,
    options: UploadOptions = {},
  ): Promise<CreatedTask> {
    if (mediaFile instanceof ResumableUpload) return mediaFile.handIn(srtFile, options);
    return upload(this.caller, formOf(srtFile, mediaFile, options), options);
  }

  /**
   * The recording for `createTask`, as one that goes on where a broken connection left it. Lost connections are borne with
   * patience; after an error `createTask` goes on, too, and `giveUp` removes what has arrived. `id` goes on with an upload of
   * the same file that began earlier.
   */
  resumable(mediaFile: File, id: string | null = null): ResumableUpload {
    return new ResumableUpload(this.caller, mediaFile, this.patience, id);
  }

  /**
   * Tells each status until the task is over, and resolves with its result. Rejects with TaskFailed or TaskCancelled
   * where there will be none. Lost connections, 429 and 503 are borne with patience.
   */
  async pollTaskStatus(
    taskId: string,
    onProgress?: (status: TaskStatus) => void,
    options: CallOptions = {},
  ): Promise<TaskResult> {
    for await (const status of this.followTask(taskId, options)) {
      onProgress?.(status);
      if (status.status === "failed") throw new TaskFailed(status);
      if (status.status === "cancelled") throw new TaskCancelled(status);
    }
    return this.patiently(() => this.getTaskResult(taskId, options), options.signal);
  }

  /** Each status of the task, the last one being its end; for those who'd rather loop. */
  followTask(taskId: string, { signal }: CallOptions = {}): AsyncGenerator<TaskStatus, void, void> {
    const patience = new Patience(this.patience);
    return follow(this.caller, taskId, { pollEvery: this.pollEvery, patience, signal });
  }

  /** Where the task stands. */
  async getTaskStatus(taskId: string, { signal }: CallOptions = {}): Promise<TaskStatus> {
    return askJson(this.caller, taskPath(taskId, "/status"), { signal });
  }

  /** What came out; rejects with 409 before the task is completed. */
  async getTaskResult(taskId: string, { signal, version }: ResultOptions = {}): Promise<TaskResult> {
    return askJson(this.caller, taskPath(taskId, version ? `/result?version=${version}` : "/result"), { signal });
  }

  /** The result with its version, for `saveResult`; the version is empty where the server keeps none. */
  async getVersionedResult(taskId: string, { signal }: CallOptions = {}): Promise<VersionedResult> {
    const response = await ask(this.caller, taskPath(taskId, "/result"), { signal });
    const { result } = await jsonOf<TaskResult>(response, signal);
    return { result, etag: response.headers.get("ETag") ?? "" };
  }

  /** The result as a file of another format, such as `srt`; rejects with a sentence where the server has no such format. */
  async exportResult(taskId: string, format: string, { signal }: CallOptions = {}): Promise<Blob> {
    const query = new URLSearchParams({ format });
    const response = await ask(this.caller, taskPath(taskId, `/result?${query}`), { signal });
    return lost(response.blob(), signal);
  }

  /** Stores a changed result over that version of it; rejects with 412 where somebody else was faster. */
  async saveResult(
    taskId: string,
    result: Result,
    etag: string,
    { signal }: CallOptions = {},
  ): Promise<{ etag: string }> {
    const headers = { "Content-Type": "application/json", "If-Match": etag };
    const body = JSON.stringify(result);
    const response = await ask(this.caller, taskPath(taskId, "/result"), { method: "PUT", headers, body, signal });
    await response.body?.cancel();
    return { etag: response.headers.get("ETag") ?? "" };
  }

  /** The tasks of this user: all active ones, and a page of the finished ones. */
  async getUserTasks({ signal, ...wanted }: ListOptions = {}): Promise<UserTasks> {
    const query = new URLSearchParams();
    if (wanted.includeCompleted !== undefined) query.set("include_completed", String(wanted.includeCompleted));
    if (wanted.limit !== undefined) query.set("limit", String(wanted.limit));
    if (wanted.cursor !== undefined) query.set("cursor", wanted.cursor);
    return askJson(this.caller, `/users/me/tasks${query.size > 0 ? `?${query}` : ""}`, { signal });
  }

  /** Stops the task; its files are gone and its slot is free when this resolves. Twice does no harm. */
  async cancelTask(taskId: string, { signal }: CallOptions = {}): Promise<CancelledTask> {
    return askJson(this.caller, taskPath(taskId), { method: "DELETE", signal });
  }

  /** Addresses of the medium and the pictures that `<video>` and `<img>` can open, and of a page to hand on. */
  async getLinks(taskId: string, { signal, seconds }: LinkOptions = {}): Promise<Links> {
    const what = seconds === undefined ? "/links" : `/links?seconds=${seconds}`;
    return askJson(this.caller, taskPath(taskId, what), { signal });
  }

  /** How the file of a completed task's recording is called; null where it has no name. Rejects with 404 where it isn't kept. */
  async getMediaName(taskId: string, { signal }: CallOptions = {}): Promise<string | null> {
    const response = await ask(this.caller, taskPath(taskId, "/media?download=1"), { method: "HEAD", signal });
    return fileNameIn(response.headers.get("Content-Disposition") ?? "");
  }

  /** What the server takes; needs no user. */
  async limits({ signal }: CallOptions = {}): Promise<Limits> {
    return askJson(this.caller, "/limits", { signal });
  }

  private async patiently<T>(question: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const patience = new Patience(this.patience);
    for (;;) {
      try {
        return await question();
      } catch (error) {
        await patience.bear(error, signal);
      }
    }
  }
}
