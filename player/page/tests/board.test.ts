import {
  CueweaveError,
  type ListOptions,
  type TaskStatus,
  type UserTasks,
  VideoProcessingClient,
} from "@cueweave/client";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Board } from "../src/board.js";

const task = (id: string, status: TaskStatus["status"], progress = 0): TaskStatus => ({
  task_id: id,
  status,
  stage: "aligning",
  progress,
  created_at: "",
  updated_at: "",
});
const list = (active: TaskStatus[], finished: TaskStatus[], total = finished.length, next?: string): UserTasks => ({
  user_id: "ada",
  active_tasks: active,
  completed_tasks: finished,
  total_active: active.length,
  total_completed: total,
  ...(next ? { next_cursor: next } : {}),
});

let answer: (wanted: ListOptions) => UserTasks | Error;
let asked: ListOptions[];
let ended: string[];
let board: Board;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  ended = [];
  const client = new VideoProcessingClient("http://server", "ada");
  vi.spyOn(client, "getUserTasks").mockImplementation(async (wanted = {}) => {
    asked.push(wanted);
    const said = answer(wanted);
    if (said instanceof Error) throw said;
    return said;
  });
  board = new Board(
    client,
    ({ task_id }) => ended.push(task_id),
    () => undefined,
  );
});

afterEach(() => {
  board.close();
  vi.useRealTimers();
});

const ids = (tasks: TaskStatus[]): string[] => tasks.map(({ task_id }) => task_id);
const seconds = (count: number): Promise<unknown> => vi.advanceTimersByTimeAsync(count * 1000);

describe("the list", () => {
  test("is asked for every two seconds while there is something to see, without the finished ones", async () => {
    answer = () => list([task("a", "processing")], []);
    board.open();
    await seconds(6.5);
    expect(asked.map(({ includeCompleted }) => includeCompleted)).toEqual([false, undefined, false, false, false]);
    expect(ids(board.active)).toEqual(["a"]);
  });

  test("is asked for seldom while nothing goes on", async () => {
    answer = () => list([], []);
    board.open();
    await seconds(29);
    expect(asked).toHaveLength(3);
  });

  test("tells what has ended, once", async () => {
    answer = () => list([task("a", "processing"), task("b", "pending")], []);
    board.open();
    await seconds(1);
    answer = () => list([task("b", "processing")], [task("a", "completed")]);
    await seconds(8);
    expect(ended).toEqual(["a"]);
    expect(ids(board.finished)).toEqual(["a"]);
  });

  test("keeps the pages that were fetched when something new comes", async () => {
    answer = ({ cursor }) =>
      cursor
        ? list([], [task("y", "completed"), task("z", "completed")], 4)
        : list([], [task("w", "completed"), task("x", "completed")], 4, "next");
    board.open();
    await seconds(1);
    expect(board.hasMore).toBe(true);
    await board.more();
    expect(ids(board.finished)).toEqual(["w", "x", "y", "z"]);
    expect(board.hasMore).toBe(false);
    answer = () => list([], [task("v", "completed"), task("w", "completed")], 5, "other");
    board.look();
    await seconds(1);
    expect(ids(board.finished)).toEqual(["v", "w", "x", "y", "z"]);
    expect(board.hasMore).toBe(false);
  });

  test("starts anew where nothing of the new page was there before", async () => {
    answer = () => list([], [task("a", "completed")], 9, "one");
    board.open();
    await seconds(1);
    answer = () => list([], [task("m", "completed")], 30, "two");
    board.look();
    await seconds(1);
    expect(ids(board.finished)).toEqual(["m"]);
    expect(board.hasMore).toBe(true);
  });

  test("survives a server that is away, and asks less and less often", async () => {
    answer = () => list([task("a", "processing")], []);
    board.open();
    await seconds(1);
    answer = () => new CueweaveError(0, "away");
    asked = [];
    await seconds(60);
    expect(board.error).toBeInstanceOf(CueweaveError);
    expect(ids(board.active)).toEqual(["a"]);
    expect(asked.length).toBeLessThan(8);
    answer = () => list([], [task("a", "completed")]);
    window.dispatchEvent(new Event("online"));
    await seconds(1);
    expect([board.error, ended]).toEqual([null, ["a"]]);
  });

  test("says how long a task will still take", async () => {
    let progress = 0;
    answer = () => {
      progress += 10;
      return list([task("a", "processing", progress)], []);
    };
    board.open();
    await seconds(1);
    const [first] = board.active;
    expect(first && board.leftOf(first)).toBeNull();
    await seconds(8);
    const [later] = board.active;
    expect(later && board.leftOf(later)).toBeGreaterThan(0);
  });
});
