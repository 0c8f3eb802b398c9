/** Uploads under way: each a job that becomes a task, stops with an error, or is cancelled. */
import type { VideoProcessingClient } from "@cueweave/client";
import { Changes } from "./changes.js";
import type { Job } from "./files.js";
import { type Begun, BegunUploads, type Names, type TaskNames } from "./memory.js";
import { Pace } from "./pace.js";
import { inWords } from "./words.js";

export interface Upload extends Begun {
  /** `cut`: the page was left while it was sent; only its names are still known. */
  state: "sending" | "stopped" | "cut";
  job: Job | null;
  /** 0 to 1. */
  share: number;
  loaded: number;
  total: number;
  pace: Pace;
  /** Why it stopped. */
  error: string;
  stop: AbortController;
}

const clock = (): number => performance.now() / 1000;

export class Uploads {
  readonly changes = new Changes();
  all: Upload[] = [];
  private readonly begun: BegunUploads;
  private readonly jobs = new Map<string, Job>();

  constructor(
    user: string,
    private readonly client: VideoProcessingClient,
    private readonly names: TaskNames,
    private readonly arrived: (taskId: string, name: string) => void,
    private readonly refused: (error: unknown) => void,
  ) {
    this.begun = new BegunUploads(user);
    this.all = this.begun.all().map((each) => ({ ...fresh(each, null), state: "cut" as const }));
  }

  /** How many are being sent. */
  get sending(): number {
    return this.all.filter(({ state }) => state === "sending").length;
  }

  /** The files of a task that was sent from this page, as long as it isn't left. */
  jobOf(taskId: string): Job | null {
    return this.jobs.get(taskId) ?? null;
  }

  /** Begins to send. */
  start(job: Job): void {
    const { media, subtitles, slides, language } = job;
    const names: Names = { media: media.name, subtitles: subtitles?.name ?? null, slides: slides?.name };
    const size = media.size + (subtitles?.size ?? 0) + (slides?.size ?? 0);
    const begun = { id: newId(), ...names, language, size };
    const upload = fresh(begun, job);
    this.all = [upload, ...this.all];
    this.begun.add(begun);
    this.changes.tell();
    void this.send(upload, job);
  }

  /** Sends again what has stopped; false where the files are no longer known. */
  again(upload: Upload): boolean {
    this.remove(upload);
    if (upload.job) this.start(upload.job);
    return upload.job !== null;
  }

  /** Ends it, whatever it is doing, and forgets it. */
  remove(upload: Upload): void {
    upload.stop.abort();
    this.begun.remove(upload.id);
    this.all = this.all.filter((each) => each !== upload);
    this.changes.tell();
  }

  /** Ends all of them, for one who signs out. */
  stopAll(): void {
    for (const upload of this.all) this.remove(upload);
  }

  private async send(upload: Upload, job: Job): Promise<void> {
    const onUploadProgress = ({ loaded, total }: { loaded: number; total: number }): void => {
      upload.pace.add(clock(), loaded);
      Object.assign(upload, { loaded, total, share: total > 0 ? loaded / total : 0 });
      this.changes.tell();
    };
    const options = {
      onUploadProgress,
      signal: upload.stop.signal,
      language: job.language || undefined,
      slides: job.slides,
    };
    try {
      const { task_id } = await this.client.createTask(job.subtitles, job.media, options);
      this.names.add(task_id, { media: upload.media, subtitles: upload.subtitles, slides: upload.slides });
      this.jobs.set(task_id, job);
      this.remove(upload);
      this.arrived(task_id, upload.media);
    } catch (error) {
      if (upload.stop.signal.aborted) return;
      Object.assign(upload, { state: "stopped", error: inWords(error) });
      this.begun.remove(upload.id);
      this.changes.tell();
      this.refused(error);
    }
  }
}

function fresh(begun: Begun, job: Job | null): Upload {
  const start = { state: "sending" as const, share: 0, loaded: 0, total: begun.size, error: "" };
  return { ...begun, ...start, job, pace: new Pace(8, 1), stop: new AbortController() };
}

let last = 0;

/** Not by crypto.randomUUID: a page from an address of one's own network without TLS doesn't have it. */
function newId(): string {
  last += 1;
  return `${Date.now()}.${last}`;
}
