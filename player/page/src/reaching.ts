/** Whether the server can be reached, and asking it until it can. */
import { CueweaveError, type Limits, VideoProcessingClient } from "@cueweave/client";
import type { Board } from "./board.js";
import { Changes } from "./changes.js";

const LONGEST_PAUSE = 30;

export type Reach = "good" | "offline" | "lost";

export class Reaching {
  readonly changes = new Changes();
  private lost = false;
  private wake: () => void = () => undefined;

  constructor(private readonly board: () => Board | null) {
    window.addEventListener("online", () => this.tryNow());
    window.addEventListener("offline", () => this.changes.tell());
  }

  /** What is the matter, if anything is. */
  get state(): Reach {
    if (!navigator.onLine) return "offline";
    const error = this.board()?.error;
    return this.lost || (error instanceof CueweaveError && error.isTemporary && error.status !== 429) ? "lost" : "good";
  }

  /** Asks again at once. */
  tryNow(): void {
    this.wake();
    this.board()?.look();
    this.changes.tell();
  }

  /** What the server takes, as soon as it says so; null where it doesn't. */
  async limits(): Promise<Limits | null> {
    const nobody = new VideoProcessingClient(location.origin);
    return this.patiently(() => nobody.limits()).catch(() => null);
  }

  /** The answer, however long the server is away. Rejects with any other error. */
  async patiently<T>(question: () => Promise<T>): Promise<T> {
    for (let failures = 0; ; failures += 1) {
      try {
        const answer = await question();
        this.know(false);
        return answer;
      } catch (error) {
        if (!(error instanceof CueweaveError && error.isTemporary)) throw error;
        this.know(true);
        await this.pause(error.retryAfter ?? Math.min(2 ** failures, LONGEST_PAUSE));
      }
    }
  }

  private know(lost: boolean): void {
    if (this.lost === lost) return;
    this.lost = lost;
    this.changes.tell();
  }

  private pause(seconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, seconds * 1000);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
