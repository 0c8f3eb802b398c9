/** What the part of the address behind `#` shows. */

export type Route = { view: "home" } | { view: "task"; taskId: string; time: number | null } | { view: "nowhere" };

const TASK = /^#\/tasks\/([^/?&#]+)(?:[?&#]t=(\d+(?:\.\d+)?))?$/;
const TASK_ID = /^[A-Za-z0-9._\-@|+]{1,128}:[0-9A-Fa-f-]{32,36}$/;

/** The route of `location.hash`; anything that names no task that there could be is nowhere. */
export function routeOf(hash: string): Route {
  if (hash === "" || hash === "#" || hash === "#/" || hash.startsWith("#main")) return { view: "home" };
  const [, written = "", time] = TASK.exec(hash) ?? [];
  const taskId = decoded(written);
  if (!TASK_ID.test(taskId)) return { view: "nowhere" };
  return { view: "task", taskId, time: time === undefined ? null : Number(time) };
}

/** The address of a task, or of a moment in its recording. */
export function hashOf(taskId: string, time?: number): string {
  return `#/tasks/${encodeURIComponent(taskId)}${time === undefined ? "" : `&t=${time}`}`;
}

/** The second that a player's own link names, `#t=83.2`; null for all other addresses. */
export function momentOf(hash: string): number | null {
  const [, time] = /^#t=(\d+(?:\.\d+)?)$/.exec(hash) ?? [];
  return time === undefined ? null : Number(time);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}
