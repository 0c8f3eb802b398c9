import { afterEach, expect, type MockInstance, test, vi } from "vitest";
import { linkOf } from "../src/shared/link.js";
import { open } from "../src/shared/opening.js";
import { strings } from "../src/strings.js";

const ID = "ada@x.org|1:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b";
const QUERY = "expires=1795521600&signature=uPp_-A";
const LINK = { taskId: ID, query: QUERY };
const RESULT = { paragraphs: [] };

afterEach(() => vi.restoreAllMocks());

/** Let the server answer this; what it was asked. */
function answered(status: number, body: unknown): MockInstance<typeof fetch> {
  return vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(JSON.stringify(body), { status }));
}

test("the address of a shared page says whose link it is", () => {
  expect(linkOf({ pathname: `/shared/${encodeURIComponent(ID)}`, search: `?${QUERY}` })).toEqual(LINK);
  expect(linkOf({ pathname: `/shared/${ID}`, search: `?utm_source=x&${QUERY}&maxwidth=3` })).toEqual(LINK);
});

test.each([
  ["/shared/", `?${QUERY}`],
  ["/shared/%", `?${QUERY}`],
  ["/shared/ada:1/x", `?${QUERY}`],
  ["/", `?${QUERY}`],
  [`/shared/${ID}`, ""],
  [`/shared/${ID}`, "?expires=1795521600"],
  [`/shared/${ID}`, "?signature=uPp"],
])("%s%s is no link", (pathname, search) => expect(linkOf({ pathname, search })).toBeNull());

test("the transcript is asked for by the link alone, and so are the recording and the pictures", async () => {
  const ask = answered(200, { task_id: ID, status: "completed", result: RESULT });
  const opening = await open(LINK, "http://server");
  const path = `/tasks/${encodeURIComponent(ID)}`;
  expect(opening).toEqual({ state: "open", result: RESULT, media: `${path}/media`, query: QUERY });
  const [address, options] = ask.mock.calls[0] ?? [];
  expect(address).toBe(`http://server${path}/result?${QUERY}`);
  expect(options?.headers).toEqual({});
});

test.each([
  [403, strings.shared.refused, false],
  [401, strings.shared.refused, false],
  [404, strings.shared.gone, false],
  [503, "The task store can't be reached.", true],
])("an answer %i is a sentence for whoever got the link", async (status, why, again) => {
  answered(status, { detail: "The task store can't be reached." });
  expect(await open(LINK, "http://server")).toEqual({ state: "failed", why, again });
});

test("a link that isn't whole is not asked about", async () => {
  const ask = answered(200, {});
  expect(await open(null, "http://server")).toEqual({ state: "failed", why: strings.shared.refused, again: false });
  expect(ask.mock.calls).toEqual([]);
});
