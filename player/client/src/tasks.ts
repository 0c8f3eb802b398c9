/** What the server answers about tasks; times are UTC, ISO 8601. */
import type { Result } from "./result.js";

export type Status = "pending" | "processing" | "completed" | "failed" | "cancelled";

/** The stages come in this order; a failed task keeps the one it failed in. */
export type Stage = "queued" | "transcribing" | "processing_llm" | "aligning" | "completed";

/** Where a task stands; status, stage and progress only move forward. */
export interface TaskStatus {
  task_id: string;
  status: Status;
  stage: Stage;
  /** A whole number, 0 to 100. */
  progress: number;
  created_at: string;
  updated_at: string;
  /** Why a task failed; absent otherwise. */
  error_message?: string;
}

/** A task that was just created. */
export interface CreatedTask {
  task_id: string;
  status: Status;
  message: string;
}

export type CancelledTask = CreatedTask;

/** A completed task with what came out. */
export interface TaskResult {
  task_id: string;
  status: Status;
  result: Result;
}

/** A user's tasks, newest first; the totals count all of them. */
export interface UserTasks {
  user_id: string;
  active_tasks: TaskStatus[];
  /** One page of those that completed, failed or were cancelled. */
  completed_tasks: TaskStatus[];
  total_active: number;
  total_completed: number;
  /** What to ask the next page with; absent on the last. */
  next_cursor?: string;
}

/** Addresses that need no header, for `<video>`, `<img>` and people, until they expire. */
export interface Links {
  task_id: string;
  expires_at: string;
  /** Where the medium is, signed; relative to the server. */
  media: string;
  /** What is appended behind `?` to the address of a picture of this task. */
  query: string;
  /** A page to hand on, which shows the transcript to whoever has this address; relative to the server. */
  page: string;
}

/** What the server takes, and how callers say who they are. */
export interface Limits {
  auth: "header" | "jwt";
  max_media_bytes: number;
  max_subtitle_bytes: number;
  max_slides_bytes: number;
  max_media_seconds: number;
  max_active_tasks: number;
}

/** A result and the version it is, for saving it after a change. */
export interface VersionedResult {
  result: Result;
  etag: string;
}

/** Whether nothing will happen any more. */
export function isOver(status: Status): boolean {
  return status === "completed" || status === "failed" || status === "cancelled";
}
