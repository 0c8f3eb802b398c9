/** How long a recording is, as far as the browser can tell without reading it all. */

/** Milliseconds after which the browser is asked no more; nobody should wait for what the server finds out anyway. */
const PATIENCE = 3000;

/** The seconds that a recording lasts; null where the browser doesn't know the format, or doesn't say. */
export async function secondsOf(media: File, patience = PATIENCE): Promise<number | null> {
  const address = URL.createObjectURL(media);
  const element = document.createElement("video"); // plays sound alone, too
  let giveUp: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve) => {
      const tell = (): void =>
        resolve(element.duration > 0 && Number.isFinite(element.duration) ? element.duration : null);
      element.addEventListener("loadedmetadata", tell);
      element.addEventListener("error", () => resolve(null));
      giveUp = setTimeout(() => resolve(null), patience);
      element.preload = "metadata";
      element.src = address;
    });
  } finally {
    clearTimeout(giveUp);
    element.removeAttribute("src");
    element.load();
    URL.revokeObjectURL(address);
  }
}
