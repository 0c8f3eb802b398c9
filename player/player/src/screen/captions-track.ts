import { captionsOf } from "../model/captions.js";
import type { Transcript } from "../model/transcript.js";
import { strings } from "../strings.js";

/** Captions of one medium as a text track; its cues are made when they are first switched on. */
export class CaptionsTrack {
  private readonly track: TextTrack;
  private made: Transcript | null = null;

  constructor(media: HTMLMediaElement, language: string) {
    this.track = media.addTextTrack("captions", strings.controls.captions, language);
    this.track.mode = "hidden";
  }

  /** Show the captions of a transcript, or none. */
  show(transcript: Transcript | null): void {
    if (transcript && this.made !== transcript) this.fill(transcript);
    this.track.mode = transcript ? "showing" : "hidden";
  }

  private fill(transcript: Transcript): void {
    for (const cue of [...(this.track.cues ?? [])]) this.track.removeCue(cue);
    for (const { start, end, text } of captionsOf(transcript)) this.track.addCue(new VTTCue(start, end, escaped(text)));
    this.made = transcript;
  }
}

/** Cue text is markup; ours is plain. */
function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
