/** From a link to what its page shows. */
import { CueweaveError, type Result, VideoProcessingClient } from "@cueweave/client";
import { strings } from "../strings.js";
import { inWords } from "../words.js";
import type { Link } from "./link.js";

export type Opening =
  | { state: "loading" }
  | { state: "failed"; why: string; again: boolean }
  | { state: "open"; result: Result; media: string; query: string };

/** The transcript that the link opens, or a sentence about why there is none. */
export async function open(link: Link | null, server: string): Promise<Opening> {
  if (link === null) return { state: "failed", why: strings.shared.refused, again: false };
  const { taskId, query } = link;
  try {
    const { result } = await new VideoProcessingClient(server, null, { link: query }).getTaskResult(taskId);
    return { state: "open", result, media: `/tasks/${encodeURIComponent(taskId)}/media`, query };
  } catch (error) {
    const again = !(error instanceof CueweaveError) || error.isTemporary;
    return { state: "failed", why: inSharedWords(error), again };
  }
}

function inSharedWords(error: unknown): string {
  const status = error instanceof CueweaveError ? error.status : 0;
  if (status === 401 || status === 403) return strings.shared.refused;
  return status === 404 || status === 409 ? strings.shared.gone : inWords(error);
}
