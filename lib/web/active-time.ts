import { systemClock } from "#lib/kernel/clock.ts";

/** After a touch somebody is taken to be reading for so long. */
export const READS_ON_MS = 60_000;
// Looks at the clock are a second apart. Much longer, or backwards: the device slept, or its clock was set.
const SLEPT_MS = 5_000;
const LOOK_MS = 1_000;

/** What is known of somebody before a page; all times in milliseconds of the device's clock. */
export interface Attention {
  lookedAt: number | null;
  touchedAt: number | null;
  /** Whether the page has been before them since then. */
  seen: boolean;
  /** Active, and no whole second yet. */
  restMs: number;
}

export interface Look {
  at: number;
  /** Whether the page is visible and has the focus. */
  seen: boolean;
  /** A pointer, a key, a scroll or a finger, just now. */
  touched?: boolean;
}

export const NOBODY_YET: Attention = { lookedAt: null, touchedAt: null, seen: false, restMs: 0 };

/**
 * How many whole seconds somebody was active since the look before: the page was before them, and they had touched it
 * within the last minute.
 */
export function attend(before: Attention, { at, seen, touched = false }: Look): [Attention, seconds: number] {
  const since = before.lookedAt === null ? 0 : at - before.lookedAt;
  const awake = since >= 0 && since <= SLEPT_MS;
  const activeMs = before.restMs + (awake && before.seen ? activeWithin(before, since) : 0);
  const touchedAt = touched ? at : awake ? before.touchedAt : null;
  return [{ lookedAt: at, touchedAt, seen, restMs: activeMs % 1000 }, Math.floor(activeMs / 1000)];
}

/** Nobody touched anything between the two looks: a touch is a look. */
function activeWithin({ lookedAt, touchedAt }: Attention, since: number): number {
  if (lookedAt === null || touchedAt === null) return 0;
  return Math.min(Math.max(touchedAt + READS_ON_MS - lookedAt, 0), since);
}

const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel", "scroll", "touchstart", "touchmove"];
const TURNS = ["visibilitychange", "focus", "blur"];

/** Says each time that seconds were active, with the device's clock; until what it answers is called. */
export function watchActiveTime(active: (seconds: number, at: number) => void): () => void {
  let attention = NOBODY_YET;
  const look = (touched: boolean) => {
    const at = systemClock.now().getTime();
    const [after, seconds] = attend(attention, { at, seen: isBeforeSomebody(), touched });
    attention = after;
    if (seconds > 0) active(seconds, at);
  };
  const touch = () => look(true);
  const turn = () => look(false);
  const quietly = { capture: true, passive: true };
  for (const name of TOUCHES) addEventListener(name, touch, quietly);
  for (const name of TURNS) addEventListener(name, turn, quietly);
  const timer = setInterval(turn, LOOK_MS);
  turn();
  return () => {
    clearInterval(timer);
    for (const name of TOUCHES) removeEventListener(name, touch, quietly);
    for (const name of TURNS) removeEventListener(name, turn, quietly);
    turn();
  };
}

/** Of two tabs or windows at most one has the focus. */
function isBeforeSomebody(): boolean {
  return document.visibilityState === "visible" && document.hasFocus();
}
