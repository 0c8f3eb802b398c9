/** Waiting that an AbortSignal ends, and how long to wait for a server that is away. */
import { CueweaveError } from "./errors.js";

/** Resolves after so many seconds; rejects with the signal's reason as soon as it is aborted. */
export function wait(seconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, seconds * 1000);
    signal?.addEventListener("abort", abort, { once: true });
  });
}

const LONGEST_PAUSE = 30;

/** How long to wait before the next try: twice as long each time, or as long as the server says, with some chance. */
export function pause(failures: number, retryAfter: number | null, random: () => number = Math.random): number {
  const grown = Math.min(2 ** (failures - 1), LONGEST_PAUSE);
  // a whole audience that lost the same server must not come back in the same second
  return retryAfter === null ? grown * (0.5 + random() / 2) : retryAfter * (1 + random() / 10);
}

/** Failures in a row, and when they have become too many to bear. */
export class Patience {
  private failures = 0;
  private since = 0;

  /** Bears failures in a row for so many seconds. */
  constructor(private readonly seconds: number) {}

  /** Something has succeeded. */
  renew(): void {
    this.failures = 0;
  }

  /** Waits before the next try; throws the error where trying again won't help or has been tried for too long. */
  async bear(error: unknown, signal?: AbortSignal): Promise<void> {
    if (!(error instanceof CueweaveError && error.isTemporary)) throw error;
    await this.pause(error, signal);
  }

  /** Waits before the next try, whatever the error is; throws it where that has been tried for too long. */
  async pause(error: CueweaveError, signal?: AbortSignal): Promise<void> {
    if (this.failures === 0) this.since = Date.now();
    this.failures += 1;
    const next = pause(this.failures, error.retryAfter);
    if ((Date.now() - this.since) / 1000 + next > this.seconds) throw error;
    await wait(next, signal);
  }
}
