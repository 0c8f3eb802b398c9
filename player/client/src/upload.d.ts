import { type Caller } from "./http.js";
import type { CreatedTask } from "./tasks.js";
/** How far an upload is, in bytes of the whole form. */
export interface UploadProgress {
    loaded: number;
    total: number;
}
export interface UploadOptions {
    /** What is spoken, as ISO 639-1 code or BCP 47 tag; told from the words if left out. */
    language?: string | undefined;
    onUploadProgress?: ((progress: UploadProgress) => void) | undefined;
    signal?: AbortSignal | undefined;
}
/** The form of a task; small things first, so that the server refuses bad subtitles before the recording has come. */
export declare function formOf(srtFile: Blob | null | undefined, mediaFile: Blob, language: string | undefined): FormData;
/** Sends the form and answers with the task. */
export declare function upload(caller: Caller, form: FormData, options: UploadOptions): Promise<CreatedTask>;
