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
