import { type Caller } from "./http.js";
import { type TaskStatus } from "./tasks.js";
import { type Patience } from "./waiting.js";
export interface Following {
    /** Seconds between two questions. */
    pollEvery: number;
    patience: Patience;
    signal?: AbortSignal | undefined;
}
/** Each status that the task goes through, the last one being its end; lost connections are taken up again. */
export declare function follow(caller: Caller, taskId: string, following: Following): AsyncGenerator<TaskStatus>;
