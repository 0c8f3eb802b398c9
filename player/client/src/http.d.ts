/** Whom requests go to, and from whom they come. */
export interface Caller {
    apiBase: string;
    userId: string | null;
    token: string | null;
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
export declare function identity(caller: Caller): Record<string, string>;
/** The address of a path of the server. */
export declare function address(caller: Caller, path: string): string;
/** The path of something of a task. */
export declare function taskPath(taskId: string, what?: string): string;
/** The answer, if it is a success. Throws a CueweaveError otherwise, or the signal's reason. */
export declare function ask(caller: Caller, path: string, wanted?: Ask): Promise<Response>;
/** The JSON of the answer. */
export declare function askJson<T>(caller: Caller, path: string, wanted?: Ask): Promise<T>;
/** The promise, its failure named: all that fetch rejects with, but for an abort, is a lost connection. */
export declare function lost<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T>;
