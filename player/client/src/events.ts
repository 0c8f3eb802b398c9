/** Server-sent events (HTML standard, section 9.2), read by fetch: EventSource can't send headers. */

/** The data of each event of a stream of text, as it arrives in pieces; comments and other fields are passed over. */
export class EventReader {
  private rest = "";
  private data: string[] = [];

  /** The data of the events that this piece completes. */
  read(piece: string): string[] {
    const lines = (this.rest + piece).split(/\r\n|\r(?!$)|\n/);
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.line(line));
  }

  private line(line: string): string[] {
    if (line !== "") {
      const [, value] = /^data(?:: ?(.*))?$/s.exec(line) ?? [null, null];
      if (value !== null) this.data.push(value ?? "");
      return [];
    }
    const event = this.data.join("\n");
    this.data = [];
    return event === "" ? [] : [event];
  }
}

/** The data of the events of a body. Rejects when nothing at all has come for so many seconds. */
export async function* eventsOf(body: ReadableStream<Uint8Array>, silence: number): AsyncGenerator<string> {
  const events = new EventReader();
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await within(silence, reader.read());
      if (done) return;
      yield* events.read(decoder.decode(value, { stream: true }));
    }
  } finally {
    reader.cancel().catch(() => undefined); // it may be broken already
  }
}

/** A connection that nobody closed and that says nothing any more looks like one on which nothing happens. */
async function within<T>(seconds: number, promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing for ${seconds} s`)), seconds * 1000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
