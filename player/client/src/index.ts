/** Hand recordings to a Cueweave server, follow their tasks and fetch interactive transcripts. */
export {
  type CallOptions,
  type ClientOptions,
  type ListOptions,
  type ResultOptions,
  VideoProcessingClient,
} from "./client.js";
export { ConnectionLost, CueweaveError, RecordingUnreadable, TaskCancelled, TaskFailed } from "./errors.js";
export type * from "./result.js";
export type { ResumableUpload } from "./resumable.js";
export * from "./tasks.js";
export type { UploadOptions, UploadProgress } from "./upload.js";
