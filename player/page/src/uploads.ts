/** Uploads under way: each a job that becomes a task, stops with an error, or is cancelled. */
import type { CueweaveError, ResumableUpload, VideoProcessingClient } from "@cueweave/client";
import { Changes } from "./changes.js";
import type { Job } from "./files.js";
import { type Begun, BegunUploads, type Names, type TaskNames } from "./memory.js";
import { Pace } from "./pace.js";
import { inWords } from "./words.js";

export interface Upload extends Begun {
  /** `cut`: the page was left while it was sent; only its names are still known. */
  state: "sending" | "stopped" | "cut";
  job: Job | null;
  /** The recording, where it goes on after a broken connection. */
  recording: ResumableUpload | null;
  /** Why it waits before it goes on; null: it goes on. */
  waiting: CueweaveError | null;
  /** 0 to 1. */
  share: number;
  loaded: number;
  total: number;
  pace: Pace;
  /** Why it stopped. */
  error: string;
  stop: AbortController;
}

/** Bytes of a recording from which on it is worth while to go on where a broken connection left it. */
const LARGE = 8 * 1024 ** 2;
const clock = (): number => performance.now() / 1000;

export class Uploads {
  readonly changes = new Changes();
  all: Upload[] = [];
  private readonly begun: BegunUploads;
  private readonly jobs = new Map<string, Job>();
  /** The ids of what has arrived of recordings, by the files that must be chosen again to go on. */
  private readonly parts = new Map<string, string>();

  constructor(
    user: string,
    private readonly client: VideoProcessingClient,
    private readonly names: TaskNames,
    private readonly arrived: (taskId: string, name: string) => void,
    private readonly refused: (error: unknown) => void,
    private readonly held: (name: string) => void = () => undefined,
  ) {
    this.begun = new BegunUploads(user);
    this.all = this.begun.all().map((each) => this.cut(each));
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
    const resumable = media.size >= LARGE ? this.partOf(media) : undefined;
    const upload = fresh({ id: newId(), ...names, language, size, resumable }, job);
    if (media.size >= LARGE) upload.recording = this.client.resumable(media, resumable?.id);
    this.all = [upload, ...this.all];
    this.begun.add(begunOf(upload));
    this.changes.tell();
    void this.send(upload, job);
  }

  /** Sends again what has stopped; false where the files are no longer known. What has arrived of it stays. */
  again(upload: Upload): boolean {
    const part = upload.resumable;
    if (part) this.parts.set(part.file, part.id);
    this.forget(upload);
    if (upload.job) this.start(upload.job);
    return upload.job !== null;
  }

  /** Ends it, whatever it is doing, and forgets it; nothing of it stays on the server. */
  remove(upload: Upload): void {
    this.forget(upload);
    void upload.recording?.giveUp();
  }

  private forget(upload: Upload): void {
    upload.stop.abort();
    this.begun.remove(upload.id);
    this.all = this.all.filter((each) => each !== upload);
    this.changes.tell();
  }

  /** Of what had begun before the page was left: what has arrived can be removed, or gone on with by whoever has the file. */
  private cut(begun: Begun): Upload {
    const { media, resumable } = begun;
    const recording = resumable ? this.client.resumable(new File([], media), resumable.id) : null;
    return { ...fresh(begun, null), state: "cut", recording };
  }

  /** What has arrived of this recording already, perhaps with other subtitles, which were no good; that row goes then. */
  private partOf(media: File): Begun["resumable"] {
    const file = fileOf(media);
    const stopped = this.all.find(({ state, resumable }) => state !== "sending" && resumable?.file === file);
    if (stopped) this.forget(stopped);
    const id = stopped?.resumable?.id ?? this.parts.get(file);
    this.parts.delete(file);
    return id === undefined ? undefined : { id, file };
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
    const onBegun = (id: string): void => {
      upload.resumable = { id, file: fileOf(job.media) };
      this.begun.add(begunOf(upload));
    };
    const onWaiting = (why: CueweaveError | null): void => {
      if (why && !upload.waiting) this.held(upload.media);
      upload.waiting = why;
      this.changes.tell();
    };
    const options = {
      onUploadProgress,
      onBegun,
      onWaiting,
      signal: upload.stop.signal,
      language: job.language || undefined,
      slides: job.slides,
    };
    try {
      const { task_id } = await this.client.createTask(job.subtitles, upload.recording ?? job.media, options);
      this.names.add(task_id, { media: upload.media, subtitles: upload.subtitles, slides: upload.slides });
      this.jobs.set(task_id, job);
      this.forget(upload);
      this.arrived(task_id, upload.media);
    } catch (error) {
      if (upload.stop.signal.aborted) return;
      Object.assign(upload, { state: "stopped", error: inWords(error), waiting: null });
      this.begun.remove(upload.id);
      this.changes.tell();
      this.refused(error);
    }
  }
}

function fresh(begun: Begun, job: Job | null): Upload {
  const start = { state: "sending" as const, share: 0, loaded: 0, total: begun.size, error: "" };
  const free = { recording: null, waiting: null, pace: new Pace(8, 1), stop: new AbortController() };
  return { ...begun, ...start, ...free, job };
}

/** What is remembered of it. */
function begunOf({ id, media, subtitles, slides, language, size, resumable }: Upload): Begun {
  return { id, media, subtitles, slides, language, size, resumable };
}

/** Tells a file from others, and from itself after a change. */
function fileOf({ name, size, lastModified }: File): string {
  return `${name} ${size} ${lastModified}`;
}

let last = 0;

/** Not by crypto.randomUUID: a page from an address of one's own network without TLS doesn't have it. */
function newId(): string {
  last += 1;
  return `${Date.now()}.${last}`;
}
