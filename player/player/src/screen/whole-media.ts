/** Media beyond this size are not fetched whole. */
const LARGEST = 300 * 1024 * 1024;

const fetched = new Set<string>();
/** Of a medium that was fetched whole, where it comes from and where it lies. */
const held = new WeakMap<HTMLMediaElement, { address: string; here: string }>();

/** Whether the server of a medium lets one jump to `time`: simple ones, as `python -m http.server`, have no ranges. */
function canSeek(media: HTMLMediaElement, time: number): boolean {
  const { seekable, readyState } = media;
  if (readyState === HTMLMediaElement.HAVE_NOTHING || !time) return true;
  for (let at = 0; at < seekable.length; at++) {
    if (seekable.start(at) <= time && time <= seekable.end(at) + 0.5) return true;
  }
  return false;
}

/** Go to `time`; where the server has no ranges, fetch the medium whole first, once. */
export function jump(media: HTMLMediaElement, time: number): void {
  const { currentSrc: address } = media;
  if (canSeek(media, time) || fetched.has(address)) {
    media.currentTime = time;
    return;
  }
  fetched.add(address);
  void wholeMedia(address).then((whole) => {
    if (!whole) return;
    if (media.currentSrc !== address || !media.isConnected) return fetched.delete(address);
    const playing = !media.paused;
    const here = URL.createObjectURL(whole);
    held.set(media, { address, here });
    fetched.add(here);
    media.src = here;
    media.currentTime = time;
    if (playing) media.play().catch(() => undefined);
  });
}

/** Lets go of a medium that was fetched whole, and of its hundreds of megabytes; whether there was one. It has no source then. */
export function letGo(media: HTMLMediaElement): boolean {
  const medium = held.get(media);
  if (!medium) return false;
  held.delete(media);
  for (const address of Object.values(medium)) fetched.delete(address);
  media.removeAttribute("src");
  media.load();
  URL.revokeObjectURL(medium.here);
  return true;
}

/** Fetch a medium whole, so that one can jump in it; null if it is too large or can't be had. */
async function wholeMedia(address: string): Promise<Blob | null> {
  try {
    const response = await fetch(address);
    const size = Number(response.headers.get("Content-Length"));
    return response.ok && size <= LARGEST ? await response.blob() : null;
  } catch {
    return null;
  }
}
