/** Handing files in, with progress: by XMLHttpRequest where there is one, since fetch tells nothing of an upload. */
import type { CueweaveError } from "./errors.js";
import { askJson, type Caller } from "./http.js";
import type { CreatedTask } from "./tasks.js";
import { sendWatched } from "./watched.js";

export const PATH = "/process/srt_media/";

/** How far an upload is, in bytes of the whole form. */
export interface UploadProgress {
  loaded: number;
  total: number;
}

export interface UploadOptions {
  /** What is spoken, as ISO 639-1 code or BCP 47 tag; told from the words if left out. */
  language?: string | undefined;
  /** The slides as a PDF, whose pages are shown where the video shows them or where they are spoken about. */
  slides?: Blob | null | undefined;
  /** Whether your earlier task of the same content will do, where the server offers that; the operator says if left out. */
  reuseResult?: boolean | undefined;
  onUploadProgress?: ((progress: UploadProgress) => void) | undefined;
  /** Of a resumable upload: its id, as soon as the server has given it one; again where it had to begin anew. */
  onBegun?: ((id: string) => void) | undefined;
  /** Of a resumable upload: why it waits before it tries again, and null as soon as it goes on. */
  onWaiting?: ((why: CueweaveError | null) => void) | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * The form of a task; small things first, so that the server refuses bad subtitles before the recording has come. A
 * recording that is there already is named by the id of its upload.
 */
export function formOf(
  srtFile: Blob | null | undefined,
  media: Blob | string,
  { language, slides, reuseResult }: Pick<UploadOptions, "language" | "slides" | "reuseResult">,
): FormData {
  const form = new FormData();
  if (language) form.append("language", language);
  if (reuseResult !== undefined) form.append("reuse_result", String(reuseResult));
  if (srtFile) form.append("srt_file", srtFile);
  if (slides) form.append("slides_file", slides);
  if (typeof media === "string") form.append("media_upload", media);
  else form.append("media_file", media);
  return form;
}

/** Sends the form and answers with the task. */
export async function upload(caller: Caller, form: FormData, options: UploadOptions): Promise<CreatedTask> {
  const { onUploadProgress: tell, signal } = options;
  if (!tell) return askJson(caller, PATH, { method: "POST", body: form, signal });
  signal?.throwIfAborted();
  return typeof XMLHttpRequest === "undefined"
    ? sendStream(caller, form, tell, signal)
    : sendXhr(caller, form, tell, signal);
}

type Tell = (progress: UploadProgress) => void;

async function sendXhr(
  caller: Caller,
  form: FormData,
  tell: Tell,
  signal: AbortSignal | undefined,
): Promise<CreatedTask> {
  const watch = { tell: (loaded: number, total: number) => tell({ loaded, total }), signal };
  const request = await sendWatched(caller, { method: "POST", path: PATH, body: form }, watch);
  return JSON.parse(request.responseText) as CreatedTask;
}

/** Node's fetch takes a stream as body, and asks it for no more than the connection takes. */
async function sendStream(
  caller: Caller,
  form: FormData,
  tell: Tell,
  signal: AbortSignal | undefined,
): Promise<CreatedTask> {
  const encoded = new Response(form);
  const total = [...form.values()].reduce((sum, value) => sum + (typeof value === "string" ? 0 : value.size), 0);
  let loaded = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      loaded += piece.byteLength;
      // what stands between the files counts as sent, too, but isn't known beforehand
      tell({ loaded: Math.min(loaded, total), total });
      controller.enqueue(piece);
    },
  });
  return askJson(caller, PATH, {
    method: "POST",
    headers: { "Content-Type": encoded.headers.get("Content-Type") ?? "" },
    body: (encoded.body as ReadableStream<Uint8Array<ArrayBuffer>>).pipeThrough(counted),
    duplex: "half",
    signal,
  });
}
