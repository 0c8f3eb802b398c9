/** What the address of a shared page says. */

export interface Link {
  taskId: string;
  /** What a recording's, picture's and result's addresses get behind `?`. */
  query: string;
}

/** The task and the signature in `/shared/{task_id}?expires=…&signature=…`; null where one of them is missing. */
export function linkOf({ pathname, search }: Pick<Location, "pathname" | "search">): Link | null {
  const [, written] = /^\/shared\/([^/]+)$/.exec(pathname) ?? [];
  const given = new URLSearchParams(search);
  const expires = given.get("expires");
  const signature = given.get("signature");
  const taskId = written === undefined ? null : decoded(written);
  if (!taskId || !expires || !signature) return null;
  return { taskId, query: new URLSearchParams({ expires, signature }).toString() };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
