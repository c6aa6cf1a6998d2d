/** Is this key meant for a text that somebody is writing? Then no shortcut may take it. */
export function isWriting(event: KeyboardEvent): boolean {
  const at = event.target;
  return at instanceof HTMLElement && at.closest("input, textarea, select, [contenteditable]") !== null;
}
