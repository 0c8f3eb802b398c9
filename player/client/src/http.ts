/** One request to the server: who is calling, and what answers mean. */
import { ConnectionLost, errorOf } from "./errors.js";

/** Whom requests go to, and from whom they come. */
export interface Caller {
  apiBase: string;
  userId: string | null;
  token: string | null;
  /** A signed query that every address gets; empty where there is none. */
  link: string;
}

export interface Ask {
  method?: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  /** Node asks for it where the body is a stream. */
  duplex?: "half";
  signal?: AbortSignal | undefined;
}

/** What says who is calling. */
export function identity(caller: Caller): Record<string, string> {
  if (caller.token !== null) return { Authorization: `Bearer ${caller.token}` };
  return caller.userId === null ? {} : { "X-User-ID": caller.userId };
}

/** The address of a path of the server. */
export function address(caller: Caller, path: string): string {
  const full = caller.apiBase.replace(/\/+$/, "") + path;
  return caller.link === "" ? full : `${full}${full.includes("?") ? "&" : "?"}${caller.link}`;
}

/** The path of something of a task. */
export function taskPath(taskId: string, what = ""): string {
  return `/tasks/${encodeURIComponent(taskId)}${what}`;
}

/** The answer, if it is a success. Throws a CueweaveError otherwise, or the signal's reason. */
export async function ask(caller: Caller, path: string, wanted: Ask = {}): Promise<Response> {
  const { headers, signal, ...rest } = wanted;
  const options = { ...rest, headers: { ...identity(caller), ...headers }, cache: "no-store" as const };
  const response = await lost(fetch(address(caller, path), { ...options, signal: signal ?? null }), signal);
  if (response.ok) return response;
  const body = await lost(response.text(), signal);
  throw errorOf(response.status, body, response.headers.get("Retry-After"));
}

/** The JSON of the answer. */
export async function askJson<T>(caller: Caller, path: string, wanted: Ask = {}): Promise<T> {
  return jsonOf(await ask(caller, path, wanted), wanted.signal);
}

/** The JSON of an answer that has begun to come. */
export async function jsonOf<T>(response: Response, signal: AbortSignal | undefined): Promise<T> {
  return JSON.parse(await lost(response.text(), signal)) as T;
}

/** The name in a Content-Disposition (RFC 6266), as servers of Cueweave write it; null where there is none. */
export function fileNameIn(disposition: string): string | null {
  const [, encoded] = /filename\*=utf-8''([^;]+)/i.exec(disposition) ?? [];
  const [, plain] = /filename="([^"]*)"/.exec(disposition) ?? [];
  return (encoded === undefined ? plain : decodeURIComponent(encoded)) || null;
}

/** The promise, its failure named: all that fetch rejects with, but for an abort, is a lost connection. */
export async function lost<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw new ConnectionLost(error);
  }
}
