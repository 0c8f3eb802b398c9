/** Hand recordings to a Cueweave server, follow their tasks and fetch interactive transcripts. */
export {
  type CallOptions,
  type ClientOptions,
  type ListOptions,
  type ResultOptions,
  VideoProcessingClient,
} from "./client.ts";
export { ConnectionLost, CueweaveError, TaskCancelled, TaskFailed } from "./errors.ts";
export type * from "./result.ts";
export * from "./tasks.ts";
export type { UploadOptions, UploadProgress } from "./upload.ts";
