import type { Limits } from "@cueweave/client";
import { describe, expect, test } from "vitest";
import { choose, kindOf, problemsOf } from "../src/files.js";

const file = (name: string, type = "", bytes = 10): File => new File([new Uint8Array(bytes)], name, { type });
const NONE = { media: null, subtitles: null, slides: null };
const LIMITS: Limits = {
  auth: "header",
  max_media_bytes: 100,
  max_subtitle_bytes: 50,
  max_slides_bytes: 40,
  max_media_seconds: 60,
  max_active_tasks: 5,
};

describe("which file is which", () => {
  test.each([
    ["talk.MP4", "", "media"],
    ["talk", "video/x-unheard-of", "media"],
    ["talk.srt", "application/x-subrip", "subtitles"],
    ["talk.vtt", "video/mp4", "subtitles"],
    ["talk.PDF", "", "slides"],
    ["talk.docx", "application/msword", null],
    ["srt", "", null],
  ])("%s of type %j: %s", (name, type, kind) => expect(kindOf({ name, type })).toBe(kind));

  test("is told by type, in any order; what comes later replaces what was there", () => {
    const first = choose(NONE, [file("a.srt"), file("a.mp4")]);
    expect([first.media?.name, first.subtitles?.name, first.refused]).toEqual(["a.mp4", "a.srt", []]);
    const second = choose(first, [file("b.vtt")]);
    expect([second.media?.name, second.subtitles?.name]).toEqual(["a.mp4", "b.vtt"]);
  });

  test("what is of no use is named", () => {
    const { media, refused } = choose(NONE, [file("a.mp4"), file("b.mp4"), file("c.odp")]);
    expect(media?.name).toBe("a.mp4");
    expect(refused).toHaveLength(2);
    expect(refused.join()).toMatch(/c\.odp.*b\.mp4/);
  });
});

describe("what the server wouldn't take", () => {
  test("is said before it is sent", () => {
    const job = { media: file("a.mp4", "", 101), subtitles: file("a.srt", "", 51), slides: file("a.pdf", "", 41) };
    expect(problemsOf(job, LIMITS, null).join()).toMatch(
      /a\.mp4 has 101.bytes.*100.bytes.*a\.srt has 51.bytes.*a\.pdf has 41.bytes/,
    );
    expect(problemsOf({ media: file("a.mp4", "", 0), subtitles: null, slides: null }, null, null)).toEqual([
      "a.mp4 is empty.",
    ]);
    expect(problemsOf({ media: file("a.mp4", "", 100), subtitles: null, slides: null }, LIMITS, 60)).toEqual([]);
  });

  test.each([
    [null, ""],
    [60.9, ""],
    [3600, "a.mp4 lasts 1\u00a0h; this server takes recordings of up to 1\u00a0min."],
    [62, "a.mp4 lasts 1:02; this server takes recordings of up to 1:00."],
  ])("a recording of %j seconds is answered with %j", (seconds, said) => {
    expect(problemsOf({ media: file("a.mp4"), subtitles: null, slides: null }, LIMITS, seconds).join()).toBe(said);
    expect(problemsOf({ media: file("a.mp4"), subtitles: null, slides: null }, null, seconds)).toEqual([]);
  });
});
