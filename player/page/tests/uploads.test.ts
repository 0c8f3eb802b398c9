import { CueweaveError, type ResumableUpload, VideoProcessingClient } from "@cueweave/client";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { BegunUploads, TaskNames } from "../src/memory.js";
import { Uploads } from "../src/uploads.js";

const job = {
  media: new File(["12345"], "talk.mp4"),
  subtitles: new File(["1"], "talk.srt"),
  slides: new File(["12"], "talk.pdf"),
  language: "de",
};
const large = { ...job, media: new File([new Uint8Array(8 * 1024 ** 2)], "day.mp4", { lastModified: 1 }) };
const client = new VideoProcessingClient("http://server", "ada");
const names = (): TaskNames => new TaskNames("ada");
let arrived: string[];

function uploads(): Uploads {
  return new Uploads(
    "ada",
    client,
    names(),
    (taskId) => arrived.push(taskId),
    () => undefined,
  );
}

/** Lets what is waiting go on. */
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  arrived = [];
  vi.restoreAllMocks();
});

describe("an upload", () => {
  test("becomes a task, whose name and files are remembered", async () => {
    const create = vi
      .spyOn(client, "createTask")
      .mockResolvedValue({ task_id: "ada:1", status: "pending", message: "" });
    const all = uploads();
    all.start(job);
    expect([all.sending, new BegunUploads("ada").all()]).toMatchObject([1, [{ media: "talk.mp4", size: 8 }]]);
    await settled();
    expect(create.mock.calls[0]?.[2]).toMatchObject({ language: "de", slides: job.slides });
    expect([all.all, arrived, new BegunUploads("ada").all()]).toEqual([[], ["ada:1"], []]);
    expect(names().of("ada:1")).toEqual({ media: "talk.mp4", subtitles: "talk.srt", slides: "talk.pdf" });
    expect(all.jobOf("ada:1")).toBe(job);
  });

  test("that is refused stays with its files and the reason, and can be sent again", async () => {
    vi.spyOn(client, "createTask")
      .mockRejectedValueOnce(new CueweaveError(503, "Server is busy"))
      .mockResolvedValue({ task_id: "ada:2", status: "pending", message: "" });
    const all = uploads();
    all.start(job);
    await settled();
    const [stopped] = all.all;
    expect(stopped).toMatchObject({ state: "stopped", error: "Server is busy" });
    expect(stopped && all.again(stopped)).toBe(true);
    await settled();
    expect([all.all, arrived]).toEqual([[], ["ada:2"]]);
  });

  test("that was cut off by a reload is known by its names only", async () => {
    vi.spyOn(client, "createTask").mockReturnValue(new Promise(() => undefined));
    uploads().start(job);
    const later = uploads();
    expect(later.all).toMatchObject([
      { state: "cut", media: "talk.mp4", subtitles: "talk.srt", language: "de", job: null },
    ]);
    const [cut] = later.all;
    expect(cut && later.again(cut)).toBe(false);
    expect([later.all, uploads().all]).toEqual([[], []]);
  });

  test("of a large recording goes on with what has arrived when the file is chosen again after a reload", async () => {
    const create = vi.spyOn(client, "createTask").mockImplementation((_, __, options) => {
      options?.onBegun?.("9b2f");
      return new Promise(() => undefined);
    });
    const resumable = vi.spyOn(client, "resumable");
    uploads().start(large);
    expect(create.mock.calls[0]?.[1]).toBe(resumable.mock.results[0]?.value);
    expect(new BegunUploads("ada").all()).toMatchObject([{ media: "day.mp4", resumable: { id: "9b2f" } }]);
    const later = uploads();
    const [cut] = later.all;
    expect(cut && later.again(cut)).toBe(false);
    later.start({ ...large, media: new File([large.media], "day.mp4", { lastModified: 2 }) });
    expect(resumable).toHaveBeenLastCalledWith(expect.anything(), undefined); // it has changed
    create.mockReturnValue(new Promise(() => undefined)); // what goes on doesn't begin
    later.start(large);
    expect(resumable).toHaveBeenLastCalledWith(large.media, "9b2f");
    expect(new BegunUploads("ada").all().at(-1)).toMatchObject({ media: "day.mp4", resumable: { id: "9b2f" } });
  });

  test("of a large recording that was refused for its subtitles goes on with others", async () => {
    vi.spyOn(client, "createTask").mockImplementation((_, __, options) => {
      options?.onBegun?.("9b2f");
      return Promise.reject(new CueweaveError(415, "No subtitles"));
    });
    const resumable = vi.spyOn(client, "resumable");
    const all = uploads();
    all.start(large);
    await settled();
    all.start({ ...large, subtitles: new File(["2"], "better.srt") });
    expect(resumable).toHaveBeenLastCalledWith(large.media, "9b2f");
    expect(all.all).toMatchObject([{ subtitles: "better.srt" }]);
  });

  test("of a large recording leaves nothing on the server when it is dismissed", async () => {
    vi.spyOn(client, "createTask").mockRejectedValue(new CueweaveError(415, "No subtitles"));
    const all = uploads();
    all.start(large);
    await settled();
    const [stopped] = all.all;
    const giveUp = vi.spyOn(stopped?.recording as ResumableUpload, "giveUp");
    if (stopped) all.remove(stopped);
    expect([giveUp.mock.calls.length, all.all]).toEqual([1, []]);
  });

  test("that waits for the connection says so once, until it goes on", () => {
    let wait: (why: CueweaveError | null) => void = () => undefined;
    vi.spyOn(client, "createTask").mockImplementation((_, __, options) => {
      wait = (why) => options?.onWaiting?.(why);
      return new Promise(() => undefined);
    });
    const held: string[] = [];
    const nothing = (): void => undefined;
    const all = new Uploads("ada", client, names(), nothing, nothing, (name) => held.push(name));
    all.start(large);
    const lost = new CueweaveError(0, "The server can't be reached.");
    for (const why of [lost, lost, null, lost]) wait(why);
    expect([held, all.all[0]?.waiting]).toEqual([["day.mp4", "day.mp4"], lost]);
  });

  test("that is cancelled leaves nothing, whatever comes later", async () => {
    let fail: (reason: unknown) => void = () => undefined;
    vi.spyOn(client, "createTask").mockImplementation((_, __, options) => {
      fail = () => options?.signal?.throwIfAborted();
      return new Promise((_, reject) =>
        options?.signal?.addEventListener("abort", () => reject(options.signal?.reason)),
      );
    });
    const all = uploads();
    all.start(job);
    all.stopAll();
    await settled();
    expect(fail).toThrow();
    expect([all.all, arrived, uploads().all]).toEqual([[], [], []]);
  });
});
