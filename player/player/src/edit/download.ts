import type { Result } from "@cueweave/client";

/** Offers the result as a JSON file. */
export function download(result: Result, name: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(result, null, 2)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // Safari reads it a moment later
}
