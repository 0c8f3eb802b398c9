/** The custom elements; importing this module defines them. */
export type { Hit, Mark, SeekEvent } from "./contract.js";
export { askToSeek } from "./contract.js";
export type { Chapter, ParagraphRef, Transcript, WordRef } from "./model/transcript.js";
export { chapterAt, paragraphAt, transcriptOf, wordAt } from "./model/transcript.js";
export { CueweavePlayer } from "./player/element.js";
export { CueweaveTranscript } from "./transcript/element.js";
