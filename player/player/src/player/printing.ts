/** Calls `print` before the page is printed, when all of it must be laid out at once, and after; the answer ends that. */
export function watchPrinting(print: (printing: boolean) => void): () => void {
  const stop = new AbortController();
  window.addEventListener("beforeprint", () => print(true), { signal: stop.signal });
  window.addEventListener("afterprint", () => print(false), { signal: stop.signal });
  return () => stop.abort();
}
