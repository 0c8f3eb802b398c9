/** All that a signed-in user works with. */
import { CueweaveError, type Limits, type TaskStatus, VideoProcessingClient } from "@cueweave/client";
import { Board } from "./board.js";
import { Changes } from "./changes.js";
import { moment } from "./format.js";
import { type Identity, rememberIdentity, TaskNames } from "./memory.js";
import { Naming } from "./naming.js";
import { strings } from "./strings.js";
import { Uploads } from "./uploads.js";

export class Desk {
  readonly changes = new Changes();
  /** What was said last to those who don't see it. */
  said = "";
  readonly board: Board;
  readonly uploads: Uploads;
  readonly names: TaskNames;
  readonly naming: Naming;

  constructor(
    readonly user: string,
    readonly client: VideoProcessingClient,
    readonly limits: Limits | null,
    refused: () => void,
  ) {
    const look = (error: unknown): void => {
      if (error instanceof CueweaveError && error.status === 401) refused();
    };
    this.names = new TaskNames(user);
    this.board = new Board(client, (task) => this.say(strings.tasks.ended(this.nameOf(task), task.status)), look);
    this.naming = new Naming(client, this.names);
    this.board.changes.listen(() => this.naming.look(this.board.finished));
    const arrived = (_: string, name: string): void => {
      this.say(strings.uploads.done(name));
      this.board.look();
    };
    const held = (name: string): void => this.say(strings.uploads.held(name));
    this.uploads = new Uploads(user, client, this.names, arrived, look, held);
  }

  /** How the recording of a task is called, where that is known; otherwise when it was sent. */
  nameOf(task: TaskStatus): string {
    return this.names.of(task.task_id)?.media ?? strings.tasks.unnamed(moment(task.created_at));
  }

  say(text: string): void {
    this.said = text;
    this.changes.tell();
  }

  close(): void {
    this.board.close();
    this.naming.close();
    this.uploads.stopAll();
  }
}

/** The client for this identity. */
function clientOf({ kind, value }: Identity): VideoProcessingClient {
  const patience = Number.POSITIVE_INFINITY; // a page waits as long as it is open
  return kind === "jwt"
    ? new VideoProcessingClient(location.origin, null, { token: value, patience })
    : new VideoProcessingClient(location.origin, value, { patience });
}

/** Asks the server whether it knows this identity, and keeps it if so. Rejects with a CueweaveError otherwise. */
export async function enter(identity: Identity, limits: Limits | null, refused: () => void): Promise<Desk> {
  const client = clientOf(identity);
  const { user_id } = await client.getUserTasks({ includeCompleted: false });
  rememberIdentity(identity);
  return new Desk(user_id, client, limits, refused);
}
