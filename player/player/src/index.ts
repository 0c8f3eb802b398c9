/** The custom elements; importing this module defines them. */
export type { Hit, Mark, SeekEvent } from "./contract.js";
export { askToSeek } from "./contract.js";
