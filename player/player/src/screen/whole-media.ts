/** Media beyond this size are not fetched whole. */
const LARGEST = 300 * 1024 * 1024;

const fetched = new Set<string>();

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
    if (media.currentSrc !== address) return URL.revokeObjectURL(whole);
    const playing = !media.paused;
    fetched.add(whole);
    media.src = whole;
    media.currentTime = time;
    if (playing) media.play().catch(() => undefined);
  });
}

/** Fetch a medium whole, so that one can jump in it; null if it is too large or can't be had. */
async function wholeMedia(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    const size = Number(response.headers.get("Content-Length"));
    if (!response.ok || !(size <= LARGEST)) return null;
    return URL.createObjectURL(await response.blob());
  } catch {
    return null;
  }
}
