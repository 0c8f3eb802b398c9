import type { Result } from "@cueweave/client";

/** Offers the result as a JSON file. */
export function download(result: Result, name: string): void {
  offer(new Blob([JSON.stringify(result, null, 2)], { type: "application/json" }), name);
}

/** Offers a file under that name. */
export function offer(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // Safari reads it a moment later
}
