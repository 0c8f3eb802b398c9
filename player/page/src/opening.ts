/** From a task's id to what its view shows: the result and where its recording and pictures are. */
import {
  CueweaveError,
  isOver,
  type Links,
  type TaskStatus,
  type VersionedResult,
  type VideoProcessingClient,
} from "@cueweave/client";
import { strings } from "./strings.js";
import { aboutTask } from "./words.js";

export type Opening =
  | { state: "loading" }
  | { state: "waiting"; task: TaskStatus }
  | { state: "failed"; why: string; again: boolean; task?: TaskStatus }
  | { state: "open"; task: TaskStatus; kept: VersionedResult; links: Links | null };

/** Each state on the way, until there is a result or there won't be one. Ends with the signal. */
export async function* open(
  client: VideoProcessingClient,
  taskId: string,
  signal: AbortSignal,
): AsyncGenerator<Opening> {
  yield { state: "loading" };
  try {
    let task = await client.getTaskStatus(taskId, { signal });
    if (!isOver(task.status)) {
      for await (task of client.followTask(taskId, { signal })) yield { state: "waiting", task };
    }
    yield task.status === "completed" ? await result(client, task, signal) : without(task);
  } catch (error) {
    if (signal.aborted) return;
    const again = !(error instanceof CueweaveError) || error.isTemporary;
    yield { state: "failed", why: aboutTask(error), again };
  }
}

async function result(client: VideoProcessingClient, task: TaskStatus, signal: AbortSignal): Promise<Opening> {
  const [kept, links] = await Promise.all([
    client.getVersionedResult(task.task_id, { signal }),
    linksOf(client, task.task_id, signal),
  ]);
  return { state: "open", task, kept, links };
}

/** None where the server gives none. */
export async function linksOf(
  client: VideoProcessingClient,
  taskId: string,
  signal: AbortSignal,
): Promise<Links | null> {
  try {
    return await client.getLinks(taskId, { signal });
  } catch (error) {
    if (error instanceof CueweaveError && [404, 405, 501].includes(error.status)) return null;
    throw error;
  }
}

function without(task: TaskStatus): Opening {
  const { status, error_message: said } = task;
  const why = status === "failed" ? `${strings.result.failed} ${said ?? ""}`.trim() : strings.result.cancelled;
  return { state: "failed", why, again: false, task };
}
