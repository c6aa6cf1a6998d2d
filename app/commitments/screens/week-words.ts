import { shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { capital, counted, inWords } from "#lib/web/words.ts";
import type { WeekView } from "../week-view.ts";
import type { Range, Reckoned } from "../wish.ts";

/** The heading of a member's own week. */
export function weekHeading({ plan, checkIn, tally, ended, promises }: WeekView, isNext: boolean): string {
  if (plan === null) {
    if (ended) return "Nothing was promised";
    return isNext ? "What will you promise for next week?" : "What will you promise this week?";
  }
  const of = promises.length - tally.neither;
  if (isNext) return `${capital(counted(promises.length, "promise", "promises"))} for next week`;
  if (of === 0) return "A week off counts as neither kept nor missed";
  if (tally.kept === of) return of === 1 ? "One promise, kept" : `All ${inWords(of)} promises kept`;
  const kept = `${capital(tally.kept === 0 ? "none" : inWords(tally.kept))} of ${counted(of, "promise", "promises")} kept`;
  return ended || checkIn !== null ? kept : `${kept} so far`;
}

/** "Four weeks reported in a row." */
export function streakText(streak: number): string {
  if (streak === 0) return "A streak is of weeks told, not of weeks won: tell how this one goes.";
  return `${capital(counted(streak, "week", "weeks"))} told in a row, whatever was kept in ${streak === 1 ? "it" : "them"}.`;
}

/** "4 of 5 kept" */
export function keptText({ kept, missed, open }: WeekView["tally"]): string {
  const of = kept + missed + open;
  return of === 0 ? "neither kept nor missed" : `${kept} of ${of} kept`;
}

/** "The week of Mon 16 Nov" */
export function weekName(week: Day, today: Day): string {
  return `The week of ${shortDay(week, today)}`;
}

/** "2 to 5", "3"; where it is without end, "40 or more". */
export function rangeText({ low, high }: Range): string {
  const most = 99;
  if (low >= most) return `more than ${most}`;
  if (high > most) return `${low} or more`;
  return low === high ? String(low) : `${low} to ${high}`;
}

/** Whose rate this is, with its range, as a sentence. */
export function rateText(
  what: string,
  { value, low, high, n, origin, source }: Reckoned & { source: string | null },
): string {
  const range = `${percent(value)} (${percent(low)} to ${percent(high)})`;
  if (origin === "own") return `${what}: ${range}, from ${n} of yours.`;
  if (origin === "team")
    return `${what}: ${range}, from ${n} of your team. Under 20 of yours it is too early to say.`;
  return `${what}: ${range}. Under 20 of your team it is too early to say, so this is a published figure: ${source}.`;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** What today is the day for, and what the button does. */
export function invitationWords(to: "plan" | "check-in" | "plan-next"): { says: string; does: string } {
  if (to === "plan")
    return { says: "Whom will you ask this week? Promise it in three minutes.", does: "Promise" };
  if (to === "check-in")
    return { says: "How did the week go? What you logged is marked already.", does: "Tell" };
  return { says: "Promise for next week while you remember this one.", does: "Promise" };
}
