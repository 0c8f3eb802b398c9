/** An edit that would break what a result promises; its message is a sentence for the person who edits. */
export class EditRefused extends Error {
  override name = "EditRefused";
}
