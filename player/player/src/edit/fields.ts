/** What stands in the field of a key event is meant as it is, though the focus hasn't left the field. */
export function settleField(event: KeyboardEvent): void {
  const [field] = event.composedPath();
  if (field instanceof HTMLInputElement) field.dispatchEvent(new Event("change"));
}
