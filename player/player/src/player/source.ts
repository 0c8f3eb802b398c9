import { loadResult, NoTranscript, resultFrom } from "../model/source.js";
import { type Transcript, transcriptOf } from "../model/transcript.js";

/** Where the transcript comes from; what is asked last wins, whatever arrives when. */
export class Source {
  private loading = new AbortController();

  constructor(
    private readonly taken: (transcript: Transcript) => void,
    private readonly fail: (message: string) => void,
  ) {}

  /** Fetch it. */
  load(src: string): void {
    this.stop();
    const { signal } = this.loading;
    loadResult(src, signal).then(
      (result) => signal.aborted || this.take(result),
      (error: unknown) => signal.aborted || this.refuse(error),
    );
  }

  /** Take what somebody has already. */
  take(body: unknown): void {
    this.stop();
    try {
      this.taken(transcriptOf(resultFrom(body)));
    } catch (error) {
      this.refuse(error);
    }
  }

  /** Forget what is on its way. */
  stop(): void {
    this.loading.abort();
    this.loading = new AbortController();
  }

  private refuse(error: unknown): void {
    if (!(error instanceof NoTranscript)) throw error;
    this.fail(error.message);
  }
}
