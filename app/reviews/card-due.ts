import { addDays, type Day } from "#lib/kernel/days.ts";
import { workdayAfter, workdayOnOrAfter, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { firstTouch, STAYS_WORKDAYS, turnOf, type Turn } from "#touches/rhythm.ts";
import type { Occasion } from "./questionnaire.ts";

/** What the next card to somebody is worked out from. */
export interface CardClock {
  /** Whom it goes to; each has a place of their own in days that are spread. */
  personId: string;
  /** Between cards, by their account's kind and tier; null: none goes to them by rhythm. */
  days: number | null;
  /** Since when they are a client's contact. */
  since: Day;
  /** The last card to them that was not withdrawn. */
  last: Day | null;
  /** Something was delivered: when that was, and when one comes back to it. */
  delivered: { day: Day; dueOn: Day } | null;
}

export interface DueCard extends Turn {
  occasion: Occasion;
}

/**
 * After a delivery, once, when nobody has sent one since; otherwise the last one and the interval. Moved by days off, spread and let
 * go as touches are: what was not sent in ten workdays comes again after another interval. Null: no card goes to them.
 */
export function dueCardOf(clock: CardClock, calendar: WorkCalendar, today: Day): DueCard | null {
  const after = afterDelivery(clock, calendar, today);
  if (after !== null) return after;
  const { personId, days, since, last } = clock;
  if (days === null) return null;
  const from = last ?? addDays(firstTouch(since, days, personId), -days);
  return { occasion: "half-yearly", ...turnOf({ from, days }, personId, calendar, today) };
}

function afterDelivery({ delivered, last }: CardClock, calendar: WorkCalendar, today: Day): DueCard | null {
  if (delivered === null || (last !== null && last >= delivered.day)) return null;
  const due = workdayOnOrAfter(delivered.dueOn, calendar);
  let until = due;
  for (let more = 1; more < STAYS_WORKDAYS; more++) until = workdayAfter(until, calendar);
  if (today > until) return null;
  return { occasion: "delivered", due, state: today < due ? "coming" : "due", again: null };
}

/** One a day: after a delivery first, then who has waited longest; none once the day's one was dealt with. */
export function cardForToday<T extends { personId: string; card: DueCard }>(
  waiting: readonly T[],
  dealtToday: boolean,
): T | null {
  if (dealtToday) return null;
  const rank = ({ occasion }: DueCard) => (occasion === "delivered" ? 0 : 1);
  const due = waiting
    .filter(({ card }) => card.state === "due")
    .toSorted(
      (a, b) =>
        rank(a.card) - rank(b.card) ||
        a.card.due.localeCompare(b.card.due) ||
        a.personId.localeCompare(b.personId),
    );
  return due[0] ?? null;
}
