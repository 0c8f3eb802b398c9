/** A recording that goes on where a broken connection left it: as much of the tus protocol (1.0) as that takes. */
import { ConnectionLost, CueweaveError, RecordingUnreadable } from "./errors.js";
import { ask, askJson, type Caller } from "./http.js";
import type { CreatedTask } from "./tasks.js";
import { formOf, PATH as HAND_IN, type UploadOptions, upload } from "./upload.js";
import { Patience } from "./waiting.js";
import { sendWatched } from "./watched.js";

const PATH = "/uploads/";
const VERSION = { "Tus-Resumable": "1.0.0" };
const BYTES = { ...VERSION, "Content-Type": "application/offset+octet-stream" };
/** Bytes of a request where nothing tells how much of it has gone. */
const PIECE = 16 * 1024 ** 2;
/** Seconds; the server itself gives up a connection on which too little comes for 30. */
const SILENCE = 45;
/** How a server answers that doesn't have such uploads. */
const UNKNOWN = [404, 405, 501];
/** The connection, or what stands between; an earlier request that the server hasn't given up yet; one that was too slow. */
const LOST = [0, 408, 423, 502, 504];
/** The same, too often, a server that is full, and bytes for another place: what counts is asked anew then. */
const PASSING = [...LOST, 409, 429, 460, 503];
/** Seconds for which the server may still be busy with what is to be removed. */
const LETTING_GO = 60;

export class ResumableUpload {
  /** What stands for it on the server, from when it has begun there until it is gone. */
  id: string | null;

  /** `id` of one that began earlier with the same file goes on with that. */
  constructor(
    private readonly caller: Caller,
    private readonly media: File,
    private readonly patience: number,
    id: string | null = null,
  ) {
    this.id = id;
  }

  /** Sends what is missing, and makes a task of it; after an error, once more goes on from there. */
  async handIn(srtFile: Blob | null | undefined, options: UploadOptions): Promise<CreatedTask> {
    const { signal } = options;
    if (!(await this.send(options))) return upload(this.caller, formOf(srtFile, this.media, options), options);
    const form = formOf(srtFile, this.id ?? "", options);
    const headers = { "Idempotency-Key": this.id ?? "" };
    try {
      return await this.patiently(LOST, options, () =>
        askJson<CreatedTask>(this.caller, HAND_IN, { method: "POST", headers, body: form, signal }),
      );
    } catch (error) {
      if (statusOf(error) === 404) this.id = null; // it has expired
      throw error;
    }
  }

  /** Removes what has arrived; where that can't be done now, it expires. Never rejects. */
  async giveUp(): Promise<void> {
    if (this.id === null) return;
    const path = PATH + this.id;
    this.id = null;
    try {
      await patiently([423], new Patience(LETTING_GO), {}, () =>
        ask(this.caller, path, { method: "DELETE", headers: VERSION }),
      );
    } catch {
      // gone, or out of reach
    }
  }

  /** False where the server doesn't have such uploads. */
  private async send(options: UploadOptions): Promise<boolean> {
    try {
      if (this.id === null) await this.patiently(LOST, options, () => this.begin(options));
    } catch (error) {
      if (UNKNOWN.includes(statusOf(error))) return false;
      throw error;
    }
    await this.patiently(PASSING, options, (going) => this.sendRest(options, going));
    return true;
  }

  private async begin({ signal, onBegun }: UploadOptions): Promise<void> {
    const headers = {
      ...VERSION,
      "Upload-Length": String(this.media.size),
      "Upload-Metadata": `filename ${base64(this.media.name)}`,
    };
    const response = await ask(this.caller, PATH, { method: "POST", headers, signal });
    this.id = response.headers.get("Location")?.split("/").pop() || null;
    if (this.id === null) throw new CueweaveError(404, "The server doesn't say where the upload goes.");
    onBegun?.(this.id);
  }

  /** From where the server has it. */
  private async sendRest(options: UploadOptions, going: () => void): Promise<void> {
    const { onUploadProgress: tell, signal } = options;
    const total = this.media.size;
    try {
      if (this.id === null) await this.begin(options);
      for (let from = await this.offset(signal); from < total; ) {
        tell?.({ loaded: from, total });
        const start = from;
        from = await this.sendFrom(start, signal, (gone) => {
          going();
          tell?.({ loaded: start + gone, total });
        });
      }
      tell?.({ loaded: total, total });
    } catch (error) {
      if (statusOf(error) === 404) {
        this.id = null; // it has expired meanwhile: from the start
        throw new ConnectionLost(error);
      }
      if (error instanceof ConnectionLost) await this.checkReadable();
      throw error;
    }
  }

  private async offset(signal: AbortSignal | undefined): Promise<number> {
    const response = await ask(this.caller, PATH + this.id, { method: "HEAD", headers: VERSION, signal });
    return offsetIn(response.headers.get("Upload-Offset"));
  }

  /** How far the server has it then. */
  private async sendFrom(
    start: number,
    signal: AbortSignal | undefined,
    tell: (gone: number) => void,
  ): Promise<number> {
    const [method, path] = ["PATCH", PATH + this.id];
    const headers = { ...BYTES, "Upload-Offset": String(start) };
    if (typeof XMLHttpRequest === "undefined") {
      const body = this.media.slice(start, start + PIECE);
      const response = await ask(this.caller, path, { method, headers, body, signal });
      tell(body.size);
      return offsetIn(response.headers.get("Upload-Offset"));
    }
    const body = this.media.slice(start);
    const request = await sendWatched(this.caller, { method, path, headers, body }, { tell, signal, silence: SILENCE });
    return offsetIn(request.getResponseHeader("Upload-Offset"));
  }

  /** A file that was moved or changed looks like a lost connection to whoever sends it. */
  private async checkReadable(): Promise<void> {
    try {
      await this.media.slice(0, 1).arrayBuffer();
    } catch (error) {
      throw new RecordingUnreadable(error);
    }
  }

  private patiently<T>(statuses: number[], options: UploadOptions, act: (going: () => void) => Promise<T>): Promise<T> {
    return patiently(statuses, new Patience(this.patience), options, act);
  }
}

/** Again and again after answers of these statuses, as long as there is patience; tells why it waits, and when no more. */
async function patiently<T>(
  statuses: number[],
  patience: Patience,
  { onWaiting, signal }: Pick<UploadOptions, "onWaiting" | "signal">,
  act: (going: () => void) => Promise<T>,
): Promise<T> {
  const going = (): void => {
    patience.renew();
    onWaiting?.(null);
  };
  for (;;) {
    try {
      const done = await act(going);
      going();
      return done;
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof CueweaveError && statuses.includes(error.status)) || error instanceof RecordingUnreadable)
        throw error;
      onWaiting?.(error);
      await patience.pause(error, signal);
    }
  }
}

function offsetIn(header: string | null): number {
  if (!header) throw new CueweaveError(200, "The server doesn't say how much of the upload has arrived.");
  return Number(header);
}

function statusOf(error: unknown): number {
  return error instanceof CueweaveError ? error.status : -1;
}

/** Of the text in UTF-8. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
