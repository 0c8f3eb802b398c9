// @vitest-environment node
import { describe, expect, test } from "vitest";
import { type CueweaveError, RecordingUnreadable, VideoProcessingClient } from "../src/index.js";
import { type Answer, type Asked, hangUp, ID, json, serve } from "./server.js";

const media = new File(["0123456789"], "Vorlesung Öl.mp4");
const srt = new File(["1"], "talk.srt");
const CREATED = { task_id: ID, status: "pending", message: "Task created" };
const TASK = json(CREATED, 202);
const AT = "/uploads/9b2f";
const BEGUN: Answer = (response) => response.writeHead(201, { Location: AT }).end();
const GONE = json({ detail: "No such upload" }, 404);

/** So many bytes are there. */
function here(bytes: number, status = 200): Answer {
  return (response) => response.writeHead(status, { "Upload-Offset": String(bytes) }).end();
}

const said = (asked: Asked[]): string[] => asked.map(({ method, path }) => `${method} ${path}`);
const WHOLE = ["POST /uploads/", `HEAD ${AT}`, `PATCH ${AT}`, "POST /process/srt_media/"];

describe("a resumable recording", () => {
  test("is sent, and handed in by its id under a key of its own", async () => {
    const { url, asked } = await serve({
      "POST /uploads/": [BEGUN],
      [`HEAD ${AT}`]: [here(0)],
      [`PATCH ${AT}`]: [here(10, 204)],
      "POST /process/srt_media/": [TASK],
    });
    const client = new VideoProcessingClient(url, "ada");
    const shares: number[] = [];
    const begun: string[] = [];
    const task = await client.createTask(srt, client.resumable(media), {
      language: "de",
      onBegun: (id) => begun.push(id),
      onUploadProgress: ({ loaded, total }) => shares.push(loaded / total),
    });
    expect([task, said(asked), begun]).toEqual([CREATED, WHOLE, ["9b2f"]]);
    const [create, , patch, handIn] = asked;
    expect(create?.headers).toMatchObject({ "tus-resumable": "1.0.0", "upload-length": "10", "x-user-id": "ada" });
    const name = String(create?.headers["upload-metadata"]).replace("filename ", "");
    expect(Buffer.from(name, "base64").toString()).toBe("Vorlesung Öl.mp4");
    expect([patch?.body, patch?.headers["upload-offset"]]).toEqual(["0123456789", "0"]);
    expect(handIn?.headers["idempotency-key"]).toBe("9b2f");
    expect(handIn?.body).toContain('name="media_upload"\r\n\r\n9b2f');
    expect(handIn?.body).toContain('name="language"\r\n\r\nde');
    expect(handIn?.body).not.toContain("media_file");
    expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
  });

  test("goes on where a broken connection left it, and tells why it waits", async () => {
    const { url, asked } = await serve({
      "POST /uploads/": [BEGUN],
      [`HEAD ${AT}`]: [here(0), here(4)],
      [`PATCH ${AT}`]: [hangUp, here(10, 204)],
      "POST /process/srt_media/": [hangUp, TASK],
    });
    const client = new VideoProcessingClient(url, "ada");
    const waited: (number | null)[] = [];
    const onWaiting = (why: CueweaveError | null): unknown => waited.push(why ? why.status : why);
    expect(await client.createTask(srt, client.resumable(media), { onWaiting })).toEqual(CREATED);
    expect(asked.filter(({ method }) => method === "PATCH").map(({ body }) => body)).toEqual(["0123456789", "456789"]);
    expect(waited.filter((each) => each !== null)).toEqual([0, 0]);
    expect(waited.at(-1)).toBeNull();
  });

  test("begins anew where it has expired", async () => {
    const { url, asked } = await serve({
      "POST /uploads/": [BEGUN],
      "HEAD /uploads/old": [GONE],
      [`HEAD ${AT}`]: [here(0)],
      [`PATCH ${AT}`]: [here(10, 204)],
      "POST /process/srt_media/": [TASK],
    });
    const client = new VideoProcessingClient(url, "ada");
    await client.createTask(srt, client.resumable(media, "old"));
    expect(said(asked)).toEqual(["HEAD /uploads/old", ...WHOLE]);
  });

  test("is sent as a plain form where the server has no such uploads", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [TASK] });
    const client = new VideoProcessingClient(url, "ada");
    expect(await client.createTask(srt, client.resumable(media))).toEqual(CREATED);
    expect(said(asked)).toEqual(["POST /uploads/", "POST /process/srt_media/"]);
    expect(asked[1]?.body).toContain('name="media_file"; filename=');
  });

  test("need not be sent again after a hand-in that was refused", async () => {
    const { url, asked } = await serve({
      "POST /uploads/": [BEGUN],
      [`HEAD ${AT}`]: [here(0), here(10)],
      [`PATCH ${AT}`]: [here(10, 204)],
      "POST /process/srt_media/": [json({ detail: "srt_file: no subtitles" }, 415), TASK],
    });
    const client = new VideoProcessingClient(url, "ada");
    const recording = client.resumable(media);
    await expect(client.createTask(srt, recording)).rejects.toMatchObject({ status: 415 });
    await client.createTask(null, recording);
    expect(said(asked).slice(4)).toEqual([`HEAD ${AT}`, "POST /process/srt_media/"]);
  });

  test("is refused at once where the user has too many", async () => {
    const { url, asked } = await serve({ "POST /uploads/": [json({ detail: "Too many" }, 429)] });
    const client = new VideoProcessingClient(url, "ada");
    await expect(client.createTask(srt, client.resumable(media))).rejects.toMatchObject({ status: 429 });
    expect(asked.length).toBe(1);
  });

  test("is removed when it is given up, though the server is still busy with it", async () => {
    const busy = json({ detail: "Busy" }, 423, { "Retry-After": "0" });
    const { url, asked } = await serve({ [`DELETE ${AT}`]: [busy, here(0, 204)] });
    const recording = new VideoProcessingClient(url, "ada").resumable(media, "9b2f");
    await recording.giveUp();
    await recording.giveUp();
    expect(said(asked)).toEqual([`DELETE ${AT}`, `DELETE ${AT}`]);
    expect(recording.id).toBeNull();
  });

  test("that can be read no more is told apart from a lost connection", async () => {
    const { url } = await serve({ [`HEAD ${AT}`]: [here(0)], [`PATCH ${AT}`]: [hangUp] });
    const client = new VideoProcessingClient(url, "ada");
    const moved = Object.assign(new File(["0123456789"], "talk.mp4"), {
      slice: () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error("gone")) }),
    });
    await expect(client.createTask(srt, client.resumable(moved, "9b2f"))).rejects.toThrow(RecordingUnreadable);
  });

  test("stops when it is told to, also while it waits", async () => {
    const { url } = await serve({ [`HEAD ${AT}`]: [hangUp] });
    const client = new VideoProcessingClient(url, "ada");
    const stop = new AbortController();
    const onWaiting = (): void => stop.abort(new Error("enough"));
    const upload = client.createTask(srt, client.resumable(media, "9b2f"), { onWaiting, signal: stop.signal });
    await expect(upload).rejects.toThrow("enough");
  });
});
