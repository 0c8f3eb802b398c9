/** What the window is called: what is going on, or what is being read. */
import type { Desk } from "./desk.js";
import type { Route } from "./route.js";
import { strings } from "./strings.js";

const { title, name } = strings;

/** `reading`: how the recording that is open is called. */
export function titleOf(desk: Desk | null, route: Route, reading: string | null): string {
  if (route.view === "task" && reading !== null) return title.named(reading);
  const upload = desk?.uploads.all.find(({ state }) => state === "sending");
  if (upload) return title.progress(Math.floor(upload.share * 100), upload.media);
  const task = desk?.board.active.find(({ status }) => status === "processing");
  return desk && task ? title.progress(task.progress, desk.nameOf(task)) : name;
}
