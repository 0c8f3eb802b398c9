import { ConnectionLost, CueweaveError } from "@cueweave/client";
import { describe, expect, test } from "vitest";
import { aboutTask, inWords } from "../src/words.js";

describe("errors in words", () => {
  test("the server's own, without the names of fields", () => {
    const error = new CueweaveError(415, "media_file: this is no audio or video.");
    expect(inWords(error)).toBe("This is no audio or video.");
  });

  test("with when to try again", () => {
    const error = new CueweaveError(429, "Maximum 5 concurrent tasks per user exceeded", 4.2);
    expect(inWords(error)).toBe("Maximum 5 concurrent tasks per user exceeded. Try again in 5\u00a0s.");
  });

  test("a lost connection is told from being offline", () => {
    const error = new ConnectionLost(new TypeError());
    expect(inWords(error, true)).toContain("was lost");
    expect(inWords(error, false)).toContain("no connection");
  });

  test("a bug of ours shows nothing of its inside", () => {
    expect(inWords(new TypeError("x.y is undefined"))).not.toContain("undefined");
  });

  test("a task that isn't there", () => {
    expect(aboutTask(new CueweaveError(404, "Task not found"))).toContain("cleaned up");
  });
});
