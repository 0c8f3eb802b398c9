/** Play, or stop playing, if there is anything to play. */
export function togglePlay(media: HTMLMediaElement | null): void {
  if (media?.paused) media.play().catch(() => undefined);
  else media?.pause();
}
