import { CueweaveError, VideoProcessingClient } from "@cueweave/client";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { BegunUploads, TaskNames } from "../src/memory.js";
import { Uploads } from "../src/uploads.js";

const job = {
  media: new File(["12345"], "talk.mp4"),
  subtitles: new File(["1"], "talk.srt"),
  slides: new File(["12"], "talk.pdf"),
  language: "de",
};
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
