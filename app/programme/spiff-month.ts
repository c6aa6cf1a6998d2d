import { addDays, type Day } from "#lib/kernel/days.ts";
import { type Calendar, periodOf } from "#lib/kernel/fiscal.ts";
import { type Round, roundsIn, type Spiff, type Stretch, type Version } from "./spiff.ts";

/** signed · to-sign: it is over and comes next · waits: an earlier one is to be signed first · running */
export const MONTH_STATES = ["signed", "to-sign", "waits", "running"] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** A month that was signed, as far as it decides what is open. */
export interface Signed extends Stretch {
  id: string;
  calendar: Calendar;
}

export interface OpenMonth<V extends Version = Version> extends Stretch {
  rounds: Round<V>[];
  over: boolean;
  /** What corrects earlier months comes with this one, and it is the one to be signed next. */
  due: boolean;
}

export interface Books<V extends Version = Version> {
  /** By the pay-out's id. */
  signed: Map<string, Round<V>[]>;
  /** Those after the last one signed, up to this month, the first one first. At least one. */
  open: OpenMonth<V>[];
  due: OpenMonth<V>;
}

/**
 * Which months are signed and which are open. They are signed in their order. What corrects a signed one comes with the first open
 * month in which there is a SPIFF; where there is none, with the last that is over, and before that with this month: so there is
 * always a next statement.
 */
export function booksOf<V extends Version>(
  spiffs: readonly Spiff<V>[],
  payouts: readonly Signed[],
  today: Day,
  calendar: Calendar,
): Books<V> {
  const paidTo = new Map<string, Day>();
  const signed = new Map<string, Round<V>[]>();
  for (const payout of payouts) {
    const rounds = spiffs.flatMap((spiff) =>
      roundsIn(spiff, payout, payout.calendar, paidTo.get(spiff.id) ?? null),
    );
    signed.set(payout.id, rounds);
    for (const { spiffId, end } of rounds) paidTo.set(spiffId, laterOf(paidTo.get(spiffId), end));
  }
  const lastDay = payouts.at(-1)?.end ?? null;
  const open = stretches(firstOpenDay(spiffs, lastDay, today), lastDay, today, calendar).map((month) => ({
    ...month,
    rounds: spiffs.flatMap((spiff) => roundsIn(spiff, month, calendar, paidTo.get(spiff.id) ?? null)),
    over: month.end < today,
    due: false,
  }));
  const due =
    open.find(({ rounds }) => rounds.length > 0) ?? open.findLast(({ over }) => over) ?? open.at(-1)!;
  due.due = true;
  return { signed, open, due };
}

function firstOpenDay(spiffs: readonly Spiff[], lastDay: Day | null, today: Day): Day {
  if (lastDay !== null) return addDays(lastDay, 1);
  const begun = spiffs.flatMap(({ versions }) => versions.map(({ fromDay }) => fromDay));
  return begun.reduce((first, day) => (day < first ? day : first), today);
}

function stretches(first: Day, lastDay: Day | null, today: Day, calendar: Calendar): Stretch[] {
  const months: Stretch[] = [];
  // A signed month of an earlier calendar may reach beyond today's.
  const until = first > today ? first : today;
  for (let day = first; day <= until;) {
    const { start, end } = periodOf(day, "month", calendar);
    months.push({ start: lastDay !== null && start <= lastDay ? addDays(lastDay, 1) : start, end });
    day = addDays(end, 1);
  }
  return months;
}

function laterOf(a: Day | undefined, b: Day): Day {
  return a === undefined || b > a ? b : a;
}
