/** Names of recordings that were handed in elsewhere: a status has none, but the recording is offered under its own. */
import { CueweaveError, type TaskStatus, type VideoProcessingClient } from "@cueweave/client";
import { Changes } from "./changes.js";
import type { TaskNames } from "./memory.js";

export class Naming {
  readonly changes = new Changes();
  private readonly asked = new Set<string>();
  private readonly unnamed: string[] = [];
  private isAsking = false;
  private readonly stop = new AbortController();

  constructor(
    private readonly client: VideoProcessingClient,
    private readonly names: TaskNames,
  ) {}

  /** Asks, one after another, how the recordings of those tasks are called that are ready and have no name here. */
  look(tasks: readonly TaskStatus[]): void {
    for (const { task_id, status } of tasks) {
      if (status !== "completed" || this.asked.has(task_id) || this.names.of(task_id)) continue;
      this.asked.add(task_id);
      this.unnamed.push(task_id);
    }
    if (!this.isAsking) void this.ask();
  }

  close(): void {
    this.stop.abort();
  }

  private async ask(): Promise<void> {
    this.isAsking = true;
    for (let id = this.unnamed.shift(); id && !this.stop.signal.aborted; id = this.unnamed.shift()) {
      try {
        this.take(id, await this.client.getMediaName(id, { signal: this.stop.signal }));
      } catch (error) {
        // without its recording, a task goes on being called by its time
        if (error instanceof CueweaveError && error.isTemporary) this.asked.delete(id);
      }
    }
    this.isAsking = false;
  }

  private take(taskId: string, name: string | null): void {
    if (!name || this.names.of(taskId)) return;
    this.names.add(taskId, { media: name, subtitles: null });
    this.changes.tell();
  }
}
