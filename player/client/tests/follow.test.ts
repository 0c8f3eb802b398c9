// @vitest-environment node
import { describe, expect, test } from "vitest";
import { CueweaveError, TaskCancelled, TaskFailed, VideoProcessingClient } from "../src/index.js";
import { AT, events, hangUp, ID, json, RESULT, serve, silence, status } from "./server.js";

const SOON = { pollEvery: 0.01 };
const sent = (...statuses: ReturnType<typeof status>[]): string[] =>
  statuses.map((each) => `data: ${JSON.stringify(each)}\n\n`);

describe("a server without events", () => {
  test("is asked until the task is completed; then there is the result", async () => {
    const { url } = await serve({
      [`${AT}/status`]: [json(status("pending")), json(status("processing", 40)), json(status("completed", 100))],
      [`${AT}/result`]: [json(RESULT)],
    });
    const seen: number[] = [];
    const client = new VideoProcessingClient(url, "ada", SOON);
    expect(await client.pollTaskStatus(ID, ({ progress }) => seen.push(progress))).toEqual(RESULT);
    expect(seen).toEqual([0, 40, 100]);
  });

  test("a failed task rejects with its message", async () => {
    const { url } = await serve({ [`${AT}/status`]: [json(status("failed", 7, { error_message: "No sound." }))] });
    const error = await new VideoProcessingClient(url, "ada", SOON).pollTaskStatus(ID).catch((reason) => reason);
    expect(error).toBeInstanceOf(TaskFailed);
    expect(error).toMatchObject({ message: "No sound.", task: { progress: 7 } });
  });

  test("a cancelled task settles, too", async () => {
    const { url } = await serve({ [`${AT}/status`]: [json(status("pending")), json(status("cancelled"))] });
    const following = new VideoProcessingClient(url, "ada", SOON).pollTaskStatus(ID);
    await expect(following).rejects.toBeInstanceOf(TaskCancelled);
  });

  test("a task that isn't there rejects at once", async () => {
    const { url } = await serve({ [`${AT}/status`]: [json({ detail: "Task not found" }, 404)] });
    const following = new VideoProcessingClient(url, "ada", SOON).pollTaskStatus(ID);
    await expect(following).rejects.toMatchObject({ status: 404, detail: "Task not found" });
  });

  test("a busy server, a server that hangs up and a result that comes late are borne", async () => {
    const busy = json({ detail: "Server is busy, please try again later" }, 503, { "Retry-After": "0" });
    const { url } = await serve({
      [`${AT}/status`]: [hangUp, busy, json(status("completed", 100))],
      [`${AT}/result`]: [busy, json(RESULT)],
    });
    expect(await new VideoProcessingClient(url, "ada", SOON).pollTaskStatus(ID)).toEqual(RESULT);
  });

  test("patience ends", async () => {
    const { url } = await serve({ [`${AT}/events`]: [hangUp], [`${AT}/status`]: [hangUp] });
    const following = new VideoProcessingClient(url, "ada", { ...SOON, patience: 0.1 }).pollTaskStatus(ID);
    await expect(following).rejects.toBeInstanceOf(CueweaveError);
  });
});

describe("a server with events", () => {
  test("tells each status without being asked", async () => {
    const told = sent(status("pending"), status("processing", 50), status("completed", 100));
    const { url, asked } = await serve({ [`${AT}/events`]: [events(told)], [`${AT}/result`]: [json(RESULT)] });
    const seen: number[] = [];
    const client = new VideoProcessingClient(url, "ada", SOON);
    expect(await client.pollTaskStatus(ID, ({ progress }) => seen.push(progress))).toEqual(RESULT);
    expect(seen).toEqual([0, 50, 100]);
    expect(asked.map(({ path }) => path)).toEqual([`${AT}/events`, `${AT}/result`]);
    expect(asked[0]?.headers["x-user-id"]).toBe("ada");
  });

  test("is listened to again after its stream has ended or broken", async () => {
    const { url } = await serve({
      [`${AT}/events`]: [
        events(sent(status("processing", 10))),
        events(sent(status("processing", 20)), "hang up"),
        events(sent(status("failed", 30))),
      ],
    });
    const seen: number[] = [];
    for await (const { progress } of new VideoProcessingClient(url, "ada", SOON).followTask(ID)) seen.push(progress);
    expect(seen).toEqual([10, 20, 30]);
  });

  test("a signal ends the listening and the waiting", async () => {
    const { url } = await serve({
      [`${AT}/events`]: [events(sent(status("processing", 10)), "stay")],
    });
    const following = new VideoProcessingClient(url, "ada", SOON).pollTaskStatus(ID, undefined, {
      signal: AbortSignal.timeout(50),
    });
    await expect(following).rejects.toMatchObject({ name: "TimeoutError" });
    const slow = await serve({ [`${AT}/status`]: [json(status("pending"))], [`${AT}/result`]: [silence] });
    const waiting = new VideoProcessingClient(slow.url, "ada").pollTaskStatus(ID, undefined, {
      signal: AbortSignal.timeout(50),
    });
    await expect(waiting).rejects.toMatchObject({ name: "TimeoutError" });
  });
});
