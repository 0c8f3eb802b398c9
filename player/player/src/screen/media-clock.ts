/**
 * What is lit in a frame is seen at its end, a sixtieth of a second later; half a frame more picks the frame that is nearest to a word's
 * start, not the first one after it.
 */
const UNTIL_SEEN = 1.5 / 60;
/** A prediction this far from the medium's own word is wrong: it stalled or jumped. */
const BELIEVED = 0.12;

interface Anchor {
  readonly media: number;
  readonly at: number;
}

/**
 * The time of a medium, told once a frame while it plays and once after each jump. Between what the medium says (exact at each new
 * picture, where the browser tells of pictures) the time is predicted by the playback rate.
 */
export class MediaClock {
  private anchor: Anchor | null = null;
  private animation = 0;
  private picture = 0;
  private readonly stop = new AbortController();

  constructor(
    private readonly media: HTMLMediaElement,
    private readonly tell: (time: number) => void,
  ) {
    const { signal } = this.stop;
    for (const name of ["playing", "ratechange", "seeked"]) media.addEventListener(name, this.restart, { signal });
    for (const name of ["pause", "waiting", "ended", "emptied"]) media.addEventListener(name, this.rest, { signal });
    for (const name of ["seeking", "loadedmetadata"]) media.addEventListener(name, this.say, { signal });
    this.restart();
  }

  /** Stop for good. */
  end(): void {
    this.stop.abort();
    this.cancel();
  }

  /** The time at `now` (of `performance.now`), predicted from the last anchor. */
  at(now: number): number {
    const { currentTime, playbackRate } = this.media;
    if (!this.anchor) return currentTime;
    const predicted = this.anchor.media + ((now - this.anchor.at) / 1000) * playbackRate;
    if (Math.abs(predicted - currentTime) <= BELIEVED) return predicted;
    this.anchor = { media: currentTime, at: now };
    return currentTime;
  }

  private readonly restart = (): void => {
    this.cancel();
    this.anchor = null;
    this.tell(this.media.currentTime);
    if (this.media.paused || this.media.ended) return;
    this.animation = requestAnimationFrame(this.frame);
    if ("requestVideoFrameCallback" in this.media) this.listen(this.media as HTMLVideoElement);
  };

  private readonly rest = (): void => {
    this.cancel();
    this.anchor = null;
    this.tell(this.media.currentTime);
  };

  private readonly say = (): void => {
    this.anchor = null;
    this.tell(this.media.currentTime);
  };

  private readonly frame = (now: number): void => {
    this.animation = requestAnimationFrame(this.frame);
    this.tell(this.at(now) + UNTIL_SEEN * this.media.playbackRate);
  };

  private listen(video: HTMLVideoElement): void {
    this.picture = video.requestVideoFrameCallback((_now, { mediaTime, expectedDisplayTime }) => {
      this.anchor = { media: mediaTime, at: expectedDisplayTime };
      this.listen(video);
    });
  }

  private cancel(): void {
    cancelAnimationFrame(this.animation);
    if (this.picture) (this.media as HTMLVideoElement).cancelVideoFrameCallback?.(this.picture);
    this.picture = 0;
  }
}
