import type { Result, Visual } from "@cueweave/client";
import { strings } from "../strings.js";

/** Why there is no transcript, as a sentence for people. */
export class NoTranscript extends Error {}

/** Fetch a result: the bare document, or the body of `GET /tasks/{id}/result`. Throws `NoTranscript`. */
export async function loadResult(src: string, signal: AbortSignal): Promise<Result> {
  const response = await fetch(src, { signal }).catch((reason: unknown) => {
    if (signal.aborted) throw reason;
    throw new NoTranscript(strings.errors.network);
  });
  if (!response.ok) throw new NoTranscript(refusal(response.status));
  const body: unknown = await response.json().catch((reason: unknown) => {
    if (signal.aborted) throw reason;
    throw new NoTranscript(strings.errors.format);
  });
  return resultFrom(body);
}

/** The result in a body that somebody gave us, whichever of the two shapes it has. Throws `NoTranscript`. */
export function resultFrom(body: unknown): Result {
  if (!isRecord(body)) throw new NoTranscript(strings.errors.format);
  if (isResult(body.result)) return body.result;
  if (isResult(body)) return body;
  if (typeof body.status === "string") throw new NoTranscript(strings.errors.unfinished(body.status));
  throw new NoTranscript(strings.errors.format);
}

/**
 * Where a picture or the medium is: relative to `base`, with `query` appended, but only on the server that `base` is on: a
 * signature is nobody else's business.
 */
export function resolved(url: string, base: string, query: string): string {
  const from = new URL(base, document.baseURI);
  let full: URL;
  try {
    full = new URL(url, from);
  } catch {
    return url;
  }
  const extra = query.replace(/^[?&]/, "");
  if (!extra || full.origin !== from.origin || full.origin === "null") return full.href;
  full.search = full.search ? `${full.search}&${extra}` : extra;
  return full.href;
}

/** The same visual with a full address, where it has one. */
export function resolvedVisual(visual: Visual, base: string, query: string): Visual {
  const { content } = visual;
  if (content.type !== "image") return visual;
  return { ...visual, content: { ...content, url: resolved(content.url, base, query) } };
}

function refusal(status: number): string {
  if (status === 404 || status === 410) return strings.errors.missing;
  if (status === 401 || status === 403) return strings.errors.forbidden;
  return strings.errors.server(status);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isResult(value: unknown): value is Result {
  return isRecord(value) && Array.isArray(value.paragraphs) && value.paragraphs.every(isParagraph);
}

function isParagraph(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value.words) && typeof value.paragraph_text === "string";
}
