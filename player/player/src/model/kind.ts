const AUDIO = /\.(mp3|m4a|aac|wav|ogg|oga|opus|flac|wma)$/i;

/** Whether a file is sound alone, by its name. */
export function kindOf(address: string): "audio" | "video" {
  return AUDIO.test(address.replace(/[?#].*$/, "")) ? "audio" : "video";
}
