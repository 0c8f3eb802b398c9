const AUDIO = /\.(mp3|m4a|aac|wav|ogg|oga|opus|flac|wma)$/i;

/** Whether a file is sound alone, by its name. */
export function soundsLikeAudio(address: string): boolean {
  return AUDIO.test(address.replace(/[?#].*$/, ""));
}
