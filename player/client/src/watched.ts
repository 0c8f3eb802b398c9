/** A request whose way to the server can be watched: fetch tells nothing of an upload. */
import { ConnectionLost, errorOf } from "./errors.js";
import { address, type Caller, identity } from "./http.js";

export interface Sent {
  method: string;
  path: string;
  headers?: Record<string, string>;
  body: FormData | Blob;
}

export interface Watch {
  /** Takes how many bytes of how many have gone. */
  tell: (loaded: number, total: number) => void;
  signal: AbortSignal | undefined;
  /** Seconds without a byte after which the connection counts as lost; without end if left out. */
  silence?: number;
}

/** Sends it and resolves with the answer, if it is a success; otherwise as `ask` of http.ts. */
export function sendWatched(caller: Caller, sent: Sent, watch: Watch): Promise<XMLHttpRequest> {
  const { tell, signal, silence } = watch;
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const request = new XMLHttpRequest();
    const lose = (why: string): void => reject(new ConnectionLost(new Error(why)));
    const abort = (): void => {
      request.abort();
      reject(signal?.reason);
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (): void => {
      clearTimeout(timer);
      if (silence !== undefined) timer = setTimeout(() => [lose("silence"), request.abort()], silence * 1000);
    };
    request.open(sent.method, address(caller, sent.path));
    const headers = { ...identity(caller), ...sent.headers };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => {
      listen();
      tell(loaded, total);
    };
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request);
      else reject(errorOf(request.status, request.responseText, request.getResponseHeader("Retry-After")));
    };
    request.onerror = () => lose("XMLHttpRequest failed");
    request.onloadend = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    signal?.addEventListener("abort", abort, { once: true });
    listen();
    request.send(sent.body);
  });
}
