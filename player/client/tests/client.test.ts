// @vitest-environment node
import { describe, expect, test } from "vitest";
import { ConnectionLost, CueweaveError, VideoProcessingClient } from "../src/index.js";
import { type Answer, AT, hangUp, ID, json, RESULT, serve, silence } from "./server.js";

const CREATED = { task_id: ID, status: "pending", message: "Task created successfully." };
const srt = new File(["1\n00:00:00,000 --> 00:00:01,000\nHello\n"], "talk.srt");
const media = new File([new Uint8Array(3_000_000)], "talk.mp4", { type: "video/mp4" });

describe("handing in", () => {
  test("sends the document's form and answers with the task", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [json(CREATED, 202)] });
    const client = new VideoProcessingClient(url, "ada");
    expect(await client.createTask(srt, media)).toEqual(CREATED);
    expect(asked[0]?.headers["x-user-id"]).toBe("ada");
    expect(asked[0]?.headers["content-type"]).toContain("multipart/form-data");
    expect(asked[0]?.body).toContain('name="srt_file"; filename="talk.srt"');
    expect(asked[0]?.body).toContain('name="media_file"; filename="talk.mp4"');
  });

  test("sends a language, and no subtitles where there are none", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [json(CREATED, 202)] });
    await new VideoProcessingClient(url, "ada").createTask(null, media, { language: "pt-BR" });
    expect(asked[0]?.body).toContain('name="language"\r\n\r\npt-BR');
    expect(asked[0]?.body).not.toContain("srt_file");
  });

  test("learns how a recording is called", async () => {
    const named = (disposition: string): Answer => json("", 200, { "Content-Disposition": disposition });
    const { url } = await serve({
      [`HEAD ${AT}/media?download=1`]: [
        named('attachment; filename="talk.mp4"'),
        named("attachment; filename*=utf-8''Vorlesung%20%C3%96l.mp4"),
        named("inline"),
        json({ detail: "Medium not found" }, 404),
      ],
    });
    const client = new VideoProcessingClient(url, "ada");
    expect(await client.getMediaName(ID)).toBe("talk.mp4");
    expect(await client.getMediaName(ID)).toBe("Vorlesung Öl.mp4");
    expect(await client.getMediaName(ID)).toBeNull();
    await expect(client.getMediaName(ID)).rejects.toMatchObject({ status: 404 });
  });

  test("says whether an earlier task will do where it is told to", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [json(CREATED, 202)] });
    const client = new VideoProcessingClient(url, "ada");
    await client.createTask(srt, media, { reuseResult: false });
    await client.createTask(srt, media);
    expect(asked[0]?.body).toContain('name="reuse_result"\r\n\r\nfalse');
    expect(asked[1]?.body).not.toContain("reuse_result");
  });

  test("sends slides", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [json(CREATED, 202)] });
    const slides = new File(["%PDF-1.7"], "talk.pdf");
    await new VideoProcessingClient(url, "ada").createTask(srt, media, { slides });
    expect(asked[0]?.body).toContain('name="slides_file"; filename="talk.pdf"');
  });

  test("tells how far it is, never backwards, up to all of it", async () => {
    const { url, asked } = await serve({ "POST /process/srt_media/": [json(CREATED, 202)] });
    const seen: number[] = [];
    const client = new VideoProcessingClient(url, "ada");
    await client.createTask(srt, media, { onUploadProgress: ({ loaded, total }) => seen.push(loaded / total) });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(3);
    expect(seen.at(-1)).toBe(1);
    expect(asked[0]?.body.length).toBeGreaterThan(media.size);
  });

  test.each([undefined, () => undefined])("an upload ends with its signal", async (onUploadProgress) => {
    const { url } = await serve({ "POST /process/srt_media/": [silence] });
    const stop = new AbortController();
    const upload = new VideoProcessingClient(url, "ada").createTask(srt, media, {
      signal: stop.signal,
      onUploadProgress,
    });
    setTimeout(() => stop.abort(new Error("enough")), 30);
    await expect(upload).rejects.toThrow("enough");
  });
});

describe("errors", () => {
  test("an answer that is no success is an error with its status, its words and when to try again", async () => {
    const detail = "Maximum 5 concurrent tasks per user exceeded";
    const { url } = await serve({ "POST /process/srt_media/": [json({ detail }, 429, { "Retry-After": "7" })] });
    const error = await new VideoProcessingClient(url, "ada").createTask(srt, media).catch((reason) => reason);
    expect(error).toBeInstanceOf(CueweaveError);
    expect(error).toMatchObject({ status: 429, detail, message: detail, retryAfter: 7, isTemporary: true });
  });

  test("an answer in a proxy's own words is an error, too", async () => {
    const page = "<html>Bad gateway</html>";
    const { url } = await serve({ "/users/me/tasks": [(response) => void response.writeHead(502).end(page)] });
    await expect(new VideoProcessingClient(url, "ada").getUserTasks()).rejects.toMatchObject({
      status: 502,
      detail: "The server answered 502.",
    });
  });

  test("no answer at all is a lost connection", async () => {
    const { url } = await serve({ [`${AT}/status`]: [hangUp] });
    const error = await new VideoProcessingClient(url, "ada").getTaskStatus(ID).catch((reason) => reason);
    expect(error).toBeInstanceOf(ConnectionLost);
    expect(error).toMatchObject({ status: 0, isTemporary: true });
  });

  test("every call ends with its signal", async () => {
    const { url } = await serve({ [`${AT}/status`]: [silence], [`${AT}/result`]: [silence], [AT]: [silence] });
    const client = new VideoProcessingClient(url, "ada");
    for (const call of ["getTaskStatus", "getTaskResult", "cancelTask"] as const) {
      await expect(client[call](ID, { signal: AbortSignal.timeout(30) })).rejects.toMatchObject({
        name: "TimeoutError",
      });
    }
  });
});

describe("asking", () => {
  test("a token speaks for the user", async () => {
    const { url, asked } = await serve({ "/users/me/tasks": [json({})] });
    await new VideoProcessingClient(`${url}/`, null, { token: "a.b.c" }).getUserTasks();
    expect(asked[0]?.headers.authorization).toBe("Bearer a.b.c");
    expect(asked[0]?.headers["x-user-id"]).toBeUndefined();
  });

  test("a link speaks for itself, behind whatever else is asked", async () => {
    const link = "expires=1&signature=uPp";
    const { url, asked } = await serve({
      [`${AT}/result?${link}`]: [json(RESULT)],
      [`${AT}/result?format=srt&${link}`]: [json("1")],
    });
    const client = new VideoProcessingClient(url, null, { link });
    expect(await client.getTaskResult(ID)).toEqual(RESULT);
    expect(await (await client.exportResult(ID, "srt")).text()).toBe('"1"');
    expect(asked[0]?.headers["x-user-id"]).toBeUndefined();
  });

  test("a list is asked for in pages", async () => {
    const path = "/users/me/tasks?include_completed=true&limit=10&cursor=a%2Bb";
    const { url } = await serve({ [path]: [json({ user_id: "ada" })] });
    const client = new VideoProcessingClient(url, "ada");
    expect(await client.getUserTasks({ includeCompleted: true, limit: 10, cursor: "a+b" })).toEqual({ user_id: "ada" });
  });

  test("links, limits, the first version and cancelling have their addresses", async () => {
    const { url } = await serve({
      [`${AT}/links`]: [json({ media: "/m" })],
      [`${AT}/links?seconds=60`]: [json({ page: "/p" })],
      "/limits": [json({ auth: "jwt" })],
      [`${AT}/result?version=original`]: [json(RESULT)],
      [`DELETE ${AT}`]: [json({ status: "cancelled" })],
    });
    const client = new VideoProcessingClient(url, "ada");
    expect((await client.getLinks(ID)).media).toBe("/m");
    expect((await client.getLinks(ID, { seconds: 60 })).page).toBe("/p");
    expect((await client.limits()).auth).toBe("jwt");
    expect(await client.getTaskResult(ID, { version: "original" })).toEqual(RESULT);
    expect((await client.cancelTask(ID)).status).toBe("cancelled");
  });

  test("a result is saved over the version that was read", async () => {
    const { url, asked } = await serve({
      [`GET ${AT}/result`]: [json(RESULT, 200, { ETag: '"1"' })],
      [`PUT ${AT}/result`]: [json({}, 200, { ETag: '"2"' }), json({ detail: "Somebody else has saved." }, 412)],
    });
    const client = new VideoProcessingClient(url, "ada");
    const { result, etag } = await client.getVersionedResult(ID);
    expect(etag).toBe('"1"');
    expect(await client.saveResult(ID, result, etag)).toEqual({ etag: '"2"' });
    expect(asked[1]?.headers["if-match"]).toBe('"1"');
    expect(JSON.parse(asked[1]?.body ?? "")).toEqual(result);
    await expect(client.saveResult(ID, result, etag)).rejects.toMatchObject({ status: 412 });
  });
});
