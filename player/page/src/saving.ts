/** Storing an edited result over the version that was read, and what then can be done about another's version. */
import { CueweaveError, type Result, type VideoProcessingClient } from "@cueweave/client";
import { inWords } from "./words.js";

export type Saved =
  | { state: "saved"; etag: string }
  /** Somebody else has stored another version meanwhile. */
  | { state: "stale" }
  | { state: "failed"; why: string };

/** Stores it. Rejects with nothing: every end has its own state. */
export async function save(
  client: VideoProcessingClient,
  taskId: string,
  result: Result,
  etag: string,
): Promise<Saved> {
  try {
    return { state: "saved", ...(await client.saveResult(taskId, result, etag)) };
  } catch (error) {
    if (error instanceof CueweaveError && error.status === 412) return { state: "stale" };
    return { state: "failed", why: inWords(error) };
  }
}

/** Hands the reader a file. */
export function download(name: string, content: unknown): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(content, null, 2)], { type: "application/json" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

/** The name of a file of this recording's transcript. */
export function fileName(recording: string): string {
  return `${recording.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{N}._-]+/gu, "-") || "transcript"}.json`;
}
