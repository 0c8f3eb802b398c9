import { linkTo, momentIn } from "./moments.js";

/** The moment that the page's address names when it is opened; null if none. */
export function openingMoment(): number | null {
  return momentIn(location.hash);
}

/** Calls `go` with each moment that the address comes to name; the answer ends this. */
export function watchMoments(go: (time: number) => void): () => void {
  const read = (): void => {
    const time = openingMoment();
    if (time !== null) go(time);
  };
  addEventListener("hashchange", read);
  return () => removeEventListener("hashchange", read);
}

/** Copies a link to the moment and answers with it. Raises what the clipboard raises where it isn't allowed. */
export async function copyMoment(time: number): Promise<string> {
  const link = linkTo(location.href, time);
  await navigator.clipboard.writeText(link);
  return link;
}
