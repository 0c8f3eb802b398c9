/** Server-sent events (HTML standard, section 9.2), read by fetch: EventSource can't send headers. */
/** The data of each event of a stream of text, as it arrives in pieces; comments and other fields are passed over. */
export declare class EventReader {
    private rest;
    private data;
    /** The data of the events that this piece completes. */
    read(piece: string): string[];
    private line;
}
/** The data of the events of a body. Rejects when nothing at all has come for so many seconds. */
export declare function eventsOf(body: ReadableStream<Uint8Array>, silence: number): AsyncGenerator<string>;
