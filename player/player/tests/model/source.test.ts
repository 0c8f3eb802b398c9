import { afterEach, expect, test, vi } from "vitest";
import { loadResult, resolved, resultFrom } from "../../src/model/source.js";

const result = { paragraphs: [] };
const answer = (body: string, status = 200) => vi.stubGlobal("fetch", async () => new Response(body, { status }));
const load = () => loadResult("result.json", new AbortController().signal);

afterEach(() => vi.unstubAllGlobals());

test("a bare result is taken", async () => {
  answer(JSON.stringify(result));
  expect(await load()).toEqual(result);
});

test("the body of a task's result is taken", () => {
  expect(resultFrom({ task_id: "1", status: "completed", result })).toEqual(result);
});

test.each([
  [
    "a task that isn't completed",
    { task_id: "1", status: "processing", result: null },
    /isn’t completed yet; it is processing/,
  ],
  ["another document", { cues: [] }, /isn’t a Cueweave result/],
  ["a list", [], /isn’t a Cueweave result/],
  ["nothing", null, /isn’t a Cueweave result/],
  ["paragraphs of something else", { paragraphs: [{ text: "one" }] }, /isn’t a Cueweave result/],
])("%s is refused in words", (_, body, message) => {
  expect(() => resultFrom(body)).toThrow(message);
});

test.each([
  [404, /no transcript at this address/],
  [403, /may not see this transcript/],
  [503, /status 503/],
])("status %i is said in words", async (status, message) => {
  answer("", status);
  await expect(load()).rejects.toThrow(message);
});

test("what isn't JSON is refused in words", async () => {
  answer("<html>");
  await expect(load()).rejects.toThrow(/isn’t a Cueweave result/);
});

test("no connection is said in words", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("Failed to fetch")));
  await expect(load()).rejects.toThrow(/Check the connection/);
});

const BASE = "https://talks.example/a/result.json";

test("an address is relative to the result", () => {
  expect(resolved("assets/slide-1.jpg", BASE, "")).toBe("https://talks.example/a/assets/slide-1.jpg");
});

test("the query goes after one that is there", () => {
  expect(resolved("m.mp4?v=2", BASE, "expires=9&signature=x")).toBe(
    "https://talks.example/a/m.mp4?v=2&expires=9&signature=x",
  );
});

test("other servers never see the signature", () => {
  expect(resolved("https://elsewhere.example/p.png", BASE, "signature=x")).toBe("https://elsewhere.example/p.png");
  expect(resolved("data:image/png;base64,AA", BASE, "signature=x")).toBe("data:image/png;base64,AA");
});
