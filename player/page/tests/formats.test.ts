import { CueweaveError, VideoProcessingClient } from "@cueweave/client";
import { expect, test, vi } from "vitest";
import { AT_HAND, type Format, fileName, made } from "../src/formats.js";
import { strings } from "../src/strings.js";

const FORMATS: Format[] = strings.downloads.groups.flatMap(({ formats }) => formats);
const SRT: Format = { name: "srt", label: "SubRip", extension: "srt" };
const client = new VideoProcessingClient("http://server", "ada");
const { signal } = new AbortController();

test("each format is there once, and no two of a recording have one file name", () => {
  for (const key of ["name", "label", "extension"] as const) {
    expect(new Set(FORMATS.map((format) => format[key])).size).toBe(FORMATS.length);
  }
  expect(FORMATS.map(({ name }) => name)).toContain(AT_HAND);
});

test("a file is called after its recording, by letters, digits and dashes alone", () => {
  expect(fileName("Vorlesung 1: Über/Öl.mp4", "srt")).toBe("Vorlesung-1-Über-Öl.srt");
  expect(fileName("वीडियो.mp4", "words.vtt")).toBe("वीडियो.words.vtt");
  expect(fileName("../../etc/passwd", "json")).toBe("transcript.json");
  expect(fileName("", "json")).toBe("transcript.json");
});

test.each([
  [client, { "X-User-ID": "ada" }],
  [new VideoProcessingClient("http://server", null, { token: "a.b.c" }), { Authorization: "Bearer a.b.c" }],
])("the file is what the server makes, asked for with the caller's identity", async (caller, identity) => {
  const ask = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("1\n00:00:00,000"));
  const answer = await made(caller, "ada:1", SRT, signal);
  expect(answer.state === "made" && (await answer.file.text())).toBe("1\n00:00:00,000");
  const [address, options] = ask.mock.lastCall as [string, RequestInit];
  expect(address).toBe("http://server/tasks/ada%3A1/result?format=srt");
  expect(options.headers).toMatchObject(identity);
});

test.each([
  [
    "format: must be one of json, vtt",
    "SubRip couldn’t be downloaded. This server doesn’t write files of that format.",
  ],
  ["There are no words.", "SubRip couldn’t be downloaded. There are no words."],
])("the refusal %j is told as %j", async (detail, why) => {
  vi.spyOn(client, "exportResult").mockRejectedValue(new CueweaveError(422, detail));
  expect(await made(client, "ada:1", SRT, signal)).toEqual({ state: "failed", why });
});
