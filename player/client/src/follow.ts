/** A task's way to its end: told by the server where it sends events, asked for every few seconds elsewhere. */
import { CueweaveError } from "./errors.js";
import { eventsOf } from "./events.js";
import { ask, askJson, type Caller, lost, taskPath } from "./http.js";
import { isOver, type TaskStatus } from "./tasks.js";
import { type Patience, wait } from "./waiting.js";

export interface Following {
  /** Seconds between two questions. */
  pollEvery: number;
  patience: Patience;
  signal?: AbortSignal | undefined;
}

/** Seconds without a byte after which a stream of events counts as dead. */
const SILENCE = 45;

/** Each status that the task goes through, the last one being its end; lost connections are taken up again. */
export async function* follow(caller: Caller, taskId: string, following: Following): AsyncGenerator<TaskStatus> {
  const { patience, signal } = following;
  let told = true;
  for (;;) {
    try {
      const statuses = told ? listen(caller, taskId, signal) : poll(caller, taskId, following);
      for await (const status of statuses) {
        patience.renew();
        yield status;
        if (isOver(status.status)) return;
      }
      if (told) await wait(following.pollEvery, signal); // a server ends its streams now and then
    } catch (error) {
      if (told && hasNoEvents(error)) told = false;
      else await patience.bear(error, signal);
    }
  }
}

/**
 * Older servers, proxies that know nothing of events, and servers with as many streams as they keep for a user. A task
 * that isn't there is told by the polling then.
 */
function hasNoEvents(error: unknown): boolean {
  return error instanceof CueweaveError && [404, 405, 406, 429, 501].includes(error.status);
}

async function* listen(caller: Caller, taskId: string, signal: AbortSignal | undefined): AsyncGenerator<TaskStatus> {
  const headers = { Accept: "text/event-stream" };
  const response = await ask(caller, taskPath(taskId, "/events"), { headers, signal });
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream") || response.body === null) {
    await response.body?.cancel();
    throw new CueweaveError(501, "The server sends no events.");
  }
  const events = eventsOf(response.body, SILENCE);
  for (;;) {
    const { done, value } = await lost(events.next(), signal);
    if (done) return;
    yield JSON.parse(value) as TaskStatus;
  }
}

async function* poll(caller: Caller, taskId: string, following: Following): AsyncGenerator<TaskStatus> {
  for (;;) {
    yield await askJson<TaskStatus>(caller, taskPath(taskId, "/status"), { signal: following.signal });
    await wait(following.pollEvery, following.signal);
  }
}
