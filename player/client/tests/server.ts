/** A local HTTP server that answers as a test says and remembers what it was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import type { Status, TaskStatus } from "../src/tasks.js";

export interface Asked {
  method: string;
  path: string;
  headers: IncomingMessage["headers"];
  body: string;
}

export type Answer = (response: ServerResponse, asked: Asked) => void;

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** Starts a server; each path has answers, of which the last is repeated. What has none gets 404. */
export async function serve(answers: Record<string, Answer[]>): Promise<{ url: string; asked: Asked[] }> {
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    try {
      for await (const piece of request) pieces.push(piece as Buffer);
    } catch {
      return; // the client went while it asked
    }
    const one: Asked = {
      method: request.method ?? "",
      path: request.url ?? "",
      headers: request.headers,
      body: Buffer.concat(pieces).toString("latin1"),
    };
    asked.push(one);
    const known = answers[`${one.method} ${one.path}`] ?? answers[one.path] ?? [json({ detail: "Not here" }, 404)];
    const answer = known.length > 1 ? known.shift() : known[0];
    answer?.(response, one);
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked };
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(JSON.stringify(body));
  };
}

/** Hangs up without an answer. */
export const hangUp: Answer = (response) => {
  response.socket?.destroy();
};

/** Never answers. */
export const silence: Answer = () => undefined;

/** A stream of events; then it ends, or hangs up. */
export function events(pieces: string[], end: "end" | "hang up" | "stay" = "end"): Answer {
  return (response) => {
    response.writeHead(200, { "Content-Type": "text/event-stream; charset=utf-8" });
    for (const piece of pieces) response.write(piece);
    if (end === "end") response.end();
    if (end === "hang up") response.socket?.end();
  };
}

export const ID = "ada:3f2b9c1e-5d4a-4b6f-8a7e-0c1d2e3f4a5b";
export const AT = `/tasks/${encodeURIComponent(ID)}`;

export function status(name: Status, progress = 0, more: Partial<TaskStatus> = {}): TaskStatus {
  const stage = name === "completed" ? "completed" : name === "pending" ? "queued" : "aligning";
  const time = "2025-01-17T10:00:00.000Z";
  return { task_id: ID, status: name, stage, progress, created_at: time, updated_at: time, ...more };
}

export const RESULT = { task_id: ID, status: "completed", result: { paragraphs: [] } };
