/**
 * The tasks of a user, kept up to date by asking for the list: one question for all of them. A stream of events a task
 * would take up a connection each, and browsers open six to a server of HTTP/1.1.
 */
import type { TaskStatus, UserTasks, VideoProcessingClient } from "@cueweave/client";
import { Changes } from "./changes.js";
import { Pace } from "./pace.js";

const PAGE = 20;
/** Seconds between two questions. */
const EVERY = { busy: 2, quiet: 15, hidden: 20 };
const LONGEST_PAUSE = 30;

export class Board {
  readonly changes = new Changes();
  active: TaskStatus[] = [];
  finished: TaskStatus[] = [];
  totalFinished = 0;
  /** Whether the list has come once. */
  known = false;
  /** Why the list can't be had at the moment. */
  error: unknown = null;
  private cursor: string | undefined;
  private readonly paces = new Map<string, Pace>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: Promise<void> | null = null;
  private failures = 0;
  private stop = new AbortController();

  constructor(
    private readonly client: VideoProcessingClient,
    private readonly ended: (task: TaskStatus) => void,
    private readonly refused: (error: unknown) => void,
  ) {}

  /** Begins to ask, and goes on until it is closed. */
  open(): void {
    this.stop = new AbortController();
    const { signal } = this.stop;
    window.addEventListener("online", () => this.look(), { signal });
    document.addEventListener("visibilitychange", () => !document.hidden && this.look(), { signal });
    this.look();
  }

  close(): void {
    this.stop.abort();
    clearTimeout(this.timer);
  }

  /** Whether there are older ones to show. */
  get hasMore(): boolean {
    return this.cursor !== undefined;
  }

  /** Seconds that the task will still take, about; null as long as that can't be told. */
  leftOf(task: TaskStatus): number | null {
    return this.paces.get(task.task_id)?.left(100) ?? null;
  }

  /** Asks now. */
  look(): void {
    clearTimeout(this.timer);
    this.asking ??= this.ask().finally(() => {
      this.asking = null;
      if (!this.stop.signal.aborted) this.timer = setTimeout(() => this.look(), this.next * 1000);
    });
  }

  /** Stops the task; the list is as the server has it when this resolves. */
  async cancel(taskId: string): Promise<void> {
    await this.client.cancelTask(taskId);
    await this.asking;
    this.look();
    await this.asking;
  }

  /** Fetches the next page of finished tasks. */
  async more(): Promise<void> {
    const page = await this.client.getUserTasks({ limit: PAGE, cursor: this.cursor });
    this.finished = merged(this.finished, page.completed_tasks);
    this.cursor = page.next_cursor;
    this.changes.tell();
  }

  private get next(): number {
    if (this.failures > 0) return Math.min(2 ** (this.failures - 1), LONGEST_PAUSE);
    if (document.hidden) return EVERY.hidden;
    return this.active.length > 0 ? EVERY.busy : EVERY.quiet;
  }

  private async ask(): Promise<void> {
    const { signal } = this.stop;
    try {
      const brief = await this.client.getUserTasks({ includeCompleted: false, signal });
      const page = this.hasEnded(brief) ? await this.client.getUserTasks({ limit: PAGE, signal }) : null;
      this.take(page ?? brief, page);
      this.failures = 0;
      this.error = null;
    } catch (error) {
      if (signal.aborted) return;
      this.failures += 1;
      this.error = error;
      this.refused(error);
    }
    this.changes.tell();
  }

  /** Whether there is something new among the finished ones. */
  private hasEnded({ active_tasks, total_completed }: UserTasks): boolean {
    const still = new Set(active_tasks.map(({ task_id }) => task_id));
    return (
      !this.known || total_completed !== this.totalFinished || this.active.some(({ task_id }) => !still.has(task_id))
    );
  }

  private take(list: UserTasks, page: UserTasks | null): void {
    const before = new Set(this.active.map(({ task_id }) => task_id));
    this.active = list.active_tasks;
    this.totalFinished = list.total_completed;
    for (const task of this.active) this.measure(task);
    if (page) {
      const fits = page.completed_tasks.length >= page.total_completed;
      // only a page that goes on where the ones that are shown begin may be put before them
      const meets = page.completed_tasks.some(({ task_id }) => this.finished.some((each) => each.task_id === task_id));
      if (!this.known || fits || !meets) this.cursor = page.next_cursor;
      this.finished = fits || !meets ? page.completed_tasks : merged(page.completed_tasks, this.finished);
      for (const task of page.completed_tasks) if (before.has(task.task_id)) this.ended(task);
    }
    this.known = true;
  }

  private measure(task: TaskStatus): void {
    if (task.status !== "processing") return;
    const pace = this.paces.get(task.task_id) ?? new Pace(60, 6);
    this.paces.set(task.task_id, pace);
    pace.add(performance.now() / 1000, task.progress);
  }
}

function merged(first: TaskStatus[], rest: TaskStatus[]): TaskStatus[] {
  const there = new Set(first.map(({ task_id }) => task_id));
  return [...first, ...rest.filter(({ task_id }) => !there.has(task_id))];
}
