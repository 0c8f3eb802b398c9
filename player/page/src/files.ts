/** Which file is the recording, which the subtitles and which the slides, and whether the server would take them. */
import type { Limits } from "@cueweave/client";
import { clockTime } from "../../player/src/model/time.js";
import { duration, size } from "./format.js";
import { strings } from "./strings.js";

/** What is to be handed in. */
export interface Job {
  media: File;
  subtitles: File | null;
  slides: File | null;
  /** A code such as `en`; empty: told from the words. */
  language: string;
}

/** What has been chosen so far, and what of it was no use, in words. */
export interface Chosen {
  media: File | null;
  subtitles: File | null;
  slides: File | null;
  refused: string[];
}

export const SUBTITLES = [".srt", ".vtt", ".ass", ".ssa"];
const SLIDES = ".pdf";
const MEDIA = (
  ".mp4 .m4v .mov .m4a .m4b .3gp .3g2 .mkv .mka .webm .mp3 .wav .flac .ogg .oga .ogv .opus .aac .avi .flv .ts .m2ts .mts " +
  ".mpg .mpeg .asf .wmv .wma .aif .aiff .caf"
).split(" ");

/** What a file chooser offers. */
export const ACCEPT = ["video/*", "audio/*", ...MEDIA, ...SUBTITLES, SLIDES].join(",");

export type Kind = "media" | "subtitles" | "slides";

/** What a file is by its name, or by the type that the browser gives it. */
export function kindOf(file: { name: string; type: string }): Kind | null {
  const ending = /\.[^.]+$/.exec(file.name.toLowerCase())?.[0] ?? "";
  if (SUBTITLES.includes(ending)) return "subtitles";
  if (ending === SLIDES) return "slides";
  return MEDIA.includes(ending) || /^(video|audio)\//.test(file.type) ? "media" : null;
}

/** What is chosen after these files have come, too: the first of each kind takes the place of the one before. */
export function choose(before: Pick<Chosen, Kind>, files: readonly File[]): Chosen {
  const refused = files.filter((file) => kindOf(file) === null).map((file) => strings.files.unknown(file.name));
  const [media, subtitles, slides] = (["media", "subtitles", "slides"] as const).map((kind) => {
    const [first, ...others] = files.filter((file) => kindOf(file) === kind);
    refused.push(...others.map((file) => strings.files.another(file.name, kind)));
    return first ?? before[kind];
  }) as [File | null, File | null, File | null];
  return { media, subtitles, slides, refused };
}

/**
 * Why the server wouldn't take it, a sentence a reason; what it takes is null where it doesn't say, and so are the seconds that the
 * recording has.
 */
export function problemsOf(job: Pick<Chosen, Kind>, limits: Limits | null, seconds: number | null): string[] {
  return [
    ...sizeProblem(job.media, limits?.max_media_bytes, strings.files.mediaTooLarge),
    ...lengthProblem(job.media, limits?.max_media_seconds, seconds),
    ...sizeProblem(job.subtitles, limits?.max_subtitle_bytes, strings.files.subtitlesTooLarge),
    ...sizeProblem(job.slides, limits?.max_slides_bytes, strings.files.slidesTooLarge),
  ];
}

/** Browsers and the server may round differently: about a second more, the server decides. */
const NEARLY = 1;

function lengthProblem(media: File | null, most: number | undefined, seconds: number | null): string[] {
  if (media === null || most === undefined || seconds === null || seconds <= most + NEARLY) return [];
  const said = duration(seconds) === duration(most) ? clockTime : duration;
  return [strings.files.mediaTooLong(media.name, said(seconds), said(most))];
}

function sizeProblem(
  file: File | null,
  most: number | undefined,
  tooLarge: (name: string, has: string, most: string) => string,
): string[] {
  if (file === null) return [];
  if (file.size === 0) return [strings.files.empty(file.name)];
  return most !== undefined && file.size > most ? [tooLarge(file.name, size(file.size), size(most))] : [];
}
