/** Handing files in, with progress: by XMLHttpRequest where there is one, since fetch tells nothing of an upload. */
import { ConnectionLost, errorOf } from "./errors.js";
import { address, askJson, type Caller, identity } from "./http.js";
import type { CreatedTask } from "./tasks.js";

const PATH = "/process/srt_media/";

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
  signal?: AbortSignal | undefined;
}

/** The form of a task; small things first, so that the server refuses bad subtitles before the recording has come. */
export function formOf(
  srtFile: Blob | null | undefined,
  mediaFile: Blob,
  { language, slides, reuseResult }: Pick<UploadOptions, "language" | "slides" | "reuseResult">,
): FormData {
  const form = new FormData();
  if (language) form.append("language", language);
  if (reuseResult !== undefined) form.append("reuse_result", String(reuseResult));
  if (srtFile) form.append("srt_file", srtFile);
  if (slides) form.append("slides_file", slides);
  form.append("media_file", mediaFile);
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

function sendXhr(caller: Caller, form: FormData, tell: Tell, signal: AbortSignal | undefined): Promise<CreatedTask> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const abort = (): void => {
      request.abort();
      reject(signal?.reason);
    };
    request.open("POST", address(caller, PATH));
    for (const [name, value] of Object.entries(identity(caller))) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => tell({ loaded, total });
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(JSON.parse(request.responseText) as CreatedTask);
      else reject(errorOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    };
    request.onerror = () => reject(new ConnectionLost(new Error("XMLHttpRequest failed")));
    request.onloadend = () => signal?.removeEventListener("abort", abort);
    signal?.addEventListener("abort", abort, { once: true });
    request.send(form);
  });
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
