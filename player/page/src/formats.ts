/** What a transcript can be downloaded as. */
import { CueweaveError, type VideoProcessingClient } from "@cueweave/client";
import { strings } from "./strings.js";
import { aboutTask } from "./words.js";

export interface Format {
  /** The server's name of it. */
  readonly name: string;
  readonly label: string;
  /** How its files' names end; no two formats of one recording have the same. */
  readonly extension: string;
}

/** The format that the page has at hand, with what isn't saved yet. */
export const AT_HAND = "json";

export type Made = { state: "made"; file: Blob } | { state: "failed"; why: string };

/** Has the server make the file. Rejects with nothing but the signal's reason: every end has its own state. */
export async function made(
  client: VideoProcessingClient,
  taskId: string,
  { name, label }: Format,
  signal: AbortSignal,
): Promise<Made> {
  try {
    return { state: "made", file: await client.exportResult(taskId, name, { signal }) };
  } catch (error) {
    signal.throwIfAborted();
    const why = isUnknown(error) ? strings.downloads.unknown : aboutTask(error);
    return { state: "failed", why: strings.downloads.failed(label, why) };
  }
}

/** What the server says of a format that it doesn't have is for programs. */
function isUnknown(error: unknown): boolean {
  return error instanceof CueweaveError && error.detail.startsWith("format:");
}

/** The name of a file of this recording's transcript. */
export function fileName(recording: string, extension: string): string {
  const stem = recording.replace(/\.[^.]*$/, "").replace(/[^\p{L}\p{M}\p{N}._-]+/gu, "-");
  return `${stem.replace(/^[-.]+|[-.]+$/g, "") || "transcript"}.${extension}`;
}
