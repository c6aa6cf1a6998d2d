import type { CalendarEvent, Invited } from "#lib/calendar/calendar-event.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";

/** So far back contacts are noticed in a calendar that is read again and again, and in a file that is brought once. */
export const LOOK_BACK_DAYS = { link: 92, file: 731 } as const;
/** So far ahead meetings that come of an introduction are noticed. */
export const LOOK_AHEAD_DAYS = 183;
/** A meeting of an introduction that is past by more is not asked about any more: it is a contact that was had. */
export const STILL_ASKED_DAYS = 30;
/** With more of our people it is an event, not a meeting with each of them. */
export const MOST_PEOPLE = 8;
export const MOST_EVENTS = 5_000;
export const MOST_FILE_BYTES = 5_000_000;

const READ_EVERY_MINUTES = 30;
const LONGEST_WAIT_MINUTES = 24 * 60;
/** After so many times in a row the member is told. */
export const TOLD_AFTER_FAILURES = 5;

/** Minutes until a calendar is read again: twice as long after each failure in a row, a day at most. */
export function minutesToWait(failures: number): number {
  return Math.min(READ_EVERY_MINUTES * 2 ** Math.min(failures, 10), LONGEST_WAIT_MINUTES);
}

export function spanOf(kind: "link" | "file", today: Day): { from: Day; to: Day } {
  return { from: addDays(today, -LOOK_BACK_DAYS[kind]), to: addDays(today, LOOK_AHEAD_DAYS) };
}

/**
 * Who takes part in an event besides the member: none where it is private, or they said no. Addresses are in lower case; whoever
 * said no, and what is no person, is left out.
 */
export function others(event: CalendarEvent, own: string): (Invited & { address: string })[] {
  if (event.secret) return [];
  if (event.invited.some(({ address, declined }) => address === own && declined)) return [];
  const all = event.organizer ? [event.organizer, ...event.invited] : event.invited;
  const seen = new Set<string>([own]);
  const declined = new Set(event.invited.filter((each) => each.declined).map(({ address }) => address));
  return all.filter((each): each is Invited & { address: string } => {
    if (each.address === null || !each.isPerson || declined.has(each.address) || seen.has(each.address))
      return false;
    seen.add(each.address);
    return true;
  });
}

/** A link as it is shown afterwards: enough to know it again, too little to open it. */
export function shownLink(url: string): string {
  const { host, pathname } = new URL(url.replace(/^webcals?:/i, "https:"));
  const end = pathname.length > 12 ? `…${pathname.slice(-8)}` : pathname;
  return `${host}/${end.replace(/^\//, "")}`;
}
