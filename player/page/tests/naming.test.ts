import { ConnectionLost, CueweaveError, type TaskStatus, VideoProcessingClient } from "@cueweave/client";
import { beforeEach, expect, test, vi } from "vitest";
import { TaskNames } from "../src/memory.js";
import { Naming } from "../src/naming.js";

const client = new VideoProcessingClient("http://server", "ada");
const settled = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve));
const time = "2025-01-17T10:00:00.000Z";

function task(id: string, status: TaskStatus["status"] = "completed"): TaskStatus {
  return { task_id: id, status, stage: "completed", progress: 100, created_at: time, updated_at: time };
}

beforeEach(() => {
  localStorage.clear();
  vi.restoreAllMocks();
});

test("completed tasks without a name are asked about once, and their names kept", async () => {
  const names = new TaskNames("ada");
  names.add("ada:1", { media: "mine.mp4", subtitles: null });
  const ask = vi.spyOn(client, "getMediaName").mockImplementation(async (id) => `${id}.mp4`);
  const naming = new Naming(client, names);
  let told = 0;
  naming.changes.listen(() => {
    told += 1;
  });
  for (let look = 0; look < 2; look += 1) naming.look([task("ada:1"), task("ada:2"), task("ada:3", "failed")]);
  await settled();
  expect([ask.mock.calls.map(([id]) => id), told]).toEqual([["ada:2"], 1]);
  expect(new TaskNames("ada").of("ada:2")).toEqual({ media: "ada:2.mp4", subtitles: null });
});

test("a recording that isn't kept is not asked about again, an outage is", async () => {
  const ask = vi
    .spyOn(client, "getMediaName")
    .mockRejectedValueOnce(new CueweaveError(404, "Medium not found"))
    .mockRejectedValueOnce(new ConnectionLost(null))
    .mockResolvedValue(null);
  const naming = new Naming(client, new TaskNames("ada"));
  for (let look = 0; look < 3; look += 1) {
    naming.look([task("ada:1"), task("ada:2")]);
    await settled();
  }
  expect(ask.mock.calls.map(([id]) => id)).toEqual(["ada:1", "ada:2", "ada:2"]);
});
