/** What the browser keeps: who is signed in, how tasks were called, and which uploads were under way. */

export interface Identity {
  kind: "header" | "jwt";
  /** The user id, or the token. */
  value: string;
}

/** How the files of a task were called; the server keeps no names. */
export interface Names {
  media: string;
  subtitles: string | null;
  slides?: string | undefined;
}

/** An upload that had begun, as a reload finds it. */
export interface Begun extends Names {
  id: string;
  language: string;
  size: number;
  /** What stands on the server for the part of the recording that has arrived, and for which file that is. */
  resumable?: { id: string; file: string } | undefined;
}

const MOST_NAMES = 500;

/** A user id is no secret and stays; a token is one and goes with its tab. */
const PLACES = { header: ["localStorage", "cueweave.user"], jwt: ["sessionStorage", "cueweave.token"] } as const;

export function recallIdentity(kind: Identity["kind"]): Identity | null {
  const [place, key] = PLACES[kind];
  const value = window[place].getItem(key);
  return value ? { kind, value } : null;
}

export function rememberIdentity({ kind, value }: Identity): void {
  const [place, key] = PLACES[kind];
  write(place, key, value);
}

export function forgetIdentity(): void {
  for (const [place, key] of Object.values(PLACES)) window[place].removeItem(key);
}

/** The names of a user's tasks by id. */
export class TaskNames {
  private readonly key: string;
  private names: [string, Names][];

  constructor(user: string) {
    this.key = `cueweave.names:${user}`;
    this.names = read("localStorage", this.key);
  }

  of(taskId: string): Names | null {
    return this.names.find(([id]) => id === taskId)?.[1] ?? null;
  }

  add(taskId: string, names: Names): void {
    // another tab may have written since
    const others = read<[string, Names]>("localStorage", this.key).filter(([id]) => id !== taskId);
    this.names = [[taskId, names] as [string, Names], ...others].slice(0, MOST_NAMES);
    write("localStorage", this.key, JSON.stringify(this.names));
  }
}

/** The uploads of this tab that have begun and not ended. */
export class BegunUploads {
  private readonly key: string;

  constructor(user: string) {
    this.key = `cueweave.uploads:${user}`;
  }

  all(): Begun[] {
    return read("sessionStorage", this.key);
  }

  /** In the place of what was known of it before. */
  add(begun: Begun): void {
    const others = this.all().filter(({ id }) => id !== begun.id);
    write("sessionStorage", this.key, JSON.stringify([...others, begun]));
  }

  remove(id: string): void {
    write("sessionStorage", this.key, JSON.stringify(this.all().filter((each) => each.id !== id)));
  }
}

type Place = "localStorage" | "sessionStorage";

function read<T>(place: Place, key: string): T[] {
  try {
    const kept: unknown = JSON.parse(window[place].getItem(key) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function write(place: Place, key: string, value: string): void {
  try {
    window[place].setItem(key, value);
  } catch {
    // full, or forbidden in this window: then nothing is remembered, and all else works
  }
}
