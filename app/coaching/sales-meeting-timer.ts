import type { Part } from "./sales-meeting.ts";

/** How long was spent on each part so far; while it runs, more of the part that is shown since `since`. In milliseconds. */
export interface MeetingTimer {
  part: Part | null;
  spent: Readonly<Partial<Record<Part, number>>>;
  /** Null: it stands still. */
  since: number | null;
}

export const NOT_STARTED: MeetingTimer = { part: null, spent: {}, since: null };

/** Another part is shown; the time of the one before is kept, and goes on when it is shown again. */
export function turnTo(timer: MeetingTimer, part: Part, now: number): MeetingTimer {
  if (timer.part === part) return timer;
  const { since } = timer;
  return { part, spent: kept(timer, now), since: since === null ? null : now };
}

export function start(timer: MeetingTimer, now: number): MeetingTimer {
  return timer.since === null ? { ...timer, since: now } : timer;
}

export function pause(timer: MeetingTimer, now: number): MeetingTimer {
  return { ...timer, spent: kept(timer, now), since: null };
}

export function spentOn(timer: MeetingTimer, part: Part, now: number): number {
  return kept(timer, now)[part] ?? 0;
}

export function spentInAll(timer: MeetingTimer, now: number): number {
  return Object.values(kept(timer, now)).reduce((sum, spent) => sum + spent, 0);
}

/** "2:05 left", "0:40 over": a part that runs over is said, not sounded. */
export function leftText(spent: number, minutes: number): { over: boolean; text: string } {
  const left = minutes * 60_000 - spent;
  // A second is left until it is over.
  const seconds = left >= 0 ? Math.ceil(left / 1_000) : Math.floor(-left / 1_000);
  const over = left < 0 && seconds > 0;
  return { over, text: `${clockText(seconds)} ${over ? "over" : "left"}` };
}

function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

function kept({ part, spent, since }: MeetingTimer, now: number): Partial<Record<Part, number>> {
  if (part === null || since === null) return spent;
  return { ...spent, [part]: (spent[part] ?? 0) + Math.max(0, now - since) };
}
