/** What a key does in the room. */
export type Turn = "next" | "before" | "first" | "last" | "pause";

const KEYS: Readonly<Record<string, Turn>> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  " ": "next",
  Enter: "next",
  ArrowLeft: "before",
  ArrowUp: "before",
  PageUp: "before",
  Backspace: "before",
  Home: "first",
  End: "last",
  p: "pause",
  P: "pause",
};

/**
 * Null: not ours. A clicker sends the keys of a page. Up and down scroll a slide that is too long for the screen, before they turn it;
 * the space bar and Enter press the button that has the focus.
 */
export function turnOf(
  event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "target">,
): Turn | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const turn = KEYS[event.key] ?? null;
  const on = event.target instanceof HTMLElement ? event.target : null;
  if ((event.key === " " || event.key === "Enter") && on?.closest("button, a") != null) return null;
  if (event.key === "ArrowDown" || event.key === "ArrowUp")
    return scrolls(on, event.key === "ArrowDown") ? null : turn;
  return turn;
}

function scrolls(on: HTMLElement | null, down: boolean): boolean {
  const body = on?.closest("dialog")?.querySelector("[data-slide]");
  if (!body) return false;
  const room = down ? body.scrollHeight - body.clientHeight - body.scrollTop : body.scrollTop;
  return room > 1;
}
