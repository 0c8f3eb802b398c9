/** Resolves after so many seconds; rejects with the signal's reason as soon as it is aborted. */
export declare function wait(seconds: number, signal?: AbortSignal): Promise<void>;
/** How long to wait before the next try: twice as long each time, or as long as the server says, with some chance. */
export declare function pause(failures: number, retryAfter: number | null, random?: () => number): number;
/** Failures in a row, and when they have become too many to bear. */
export declare class Patience {
    private readonly seconds;
    private failures;
    private since;
    /** Bears failures in a row for so many seconds. */
    constructor(seconds: number);
    /** Something has succeeded. */
    renew(): void;
    /** Waits before the next try; throws the error where trying again won't help or has been tried for too long. */
    bear(error: unknown, signal?: AbortSignal): Promise<void>;
}
