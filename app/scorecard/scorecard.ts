import { daysBetween, type Day } from "#lib/kernel/days.ts";
import {
  periodsBetween,
  previousPeriods,
  type Calendar,
  type Period,
  type PeriodKind,
} from "#lib/kernel/fiscal.ts";
import { byCurrency, type Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Kpi, Measure } from "#team/measure.ts";

/** The names under which the KPIs stand in an answer. */
export const KPI_FIELDS = {
  "people-asked": "peopleAsked",
  "referrals-received": "referralsReceived",
  "meetings-scheduled": "meetingsScheduled",
  "meetings-held": "meetingsHeld",
  "deals-closed": "dealsClosed",
} as const satisfies Record<Kpi, string>;

/** All that stands in an answer: beside the five who heard from us and what we give, which comes back. */
export const MEASURE_FIELDS = {
  ...KPI_FIELDS,
  touches: "touches",
  "referrals-given": "referralsGiven",
} as const satisfies Record<Measure, string>;
export type MeasureField = (typeof MEASURE_FIELDS)[Measure];

export interface Count {
  count: number;
  /** Null: none was set for this period. */
  goal: number | null;
}

/** One amount a currency, the largest first; amounts of different currencies are never added. */
export interface MoneyCount extends Count {
  money: Money[];
}

export type Counts = Record<Exclude<MeasureField, "dealsClosed">, Count> & { dealsClosed: MoneyCount };

/** A sum of one measure in one currency ("" without money). */
export interface MeasureSum {
  measure: string;
  currency: string;
  count: number;
  minor: number;
}

export const PERIODS_SHOWN = 13;
const MOST_PERIODS = 530;
const FEWEST_DAYS = { week: 7, month: 28, quarter: 84 } as const;

/** The five KPIs of these sums and what was given, beside their goals. */
export function countsFrom(
  sums: readonly MeasureSum[],
  goals: Partial<Record<Measure, number | null>>,
): Counts {
  const own = (measure: Measure) => sums.filter((sum) => sum.measure === measure);
  const plain = (measure: Measure, mine = own(measure)): Count => ({
    count: mine.reduce((total, sum) => total + sum.count, 0),
    goal: goals[measure] ?? null,
  });
  const closed = own("deals-closed");
  return {
    peopleAsked: plain("people-asked"),
    referralsReceived: plain("referrals-received"),
    meetingsScheduled: plain("meetings-scheduled"),
    meetingsHeld: plain("meetings-held"),
    dealsClosed: { ...plain("deals-closed", closed), money: moneyIn(closed) },
    touches: plain("touches"),
    referralsGiven: plain("referrals-given"),
  };
}

function moneyIn(sums: readonly MeasureSum[]): Money[] {
  const found = Map.groupBy(
    sums.filter((sum) => sum.currency !== ""),
    (sum) => sum.currency,
  );
  return [...found]
    .map(([currency, own]) => ({ currency, minor: own.reduce((total, sum) => total + sum.minor, 0) }))
    .filter((money) => money.minor !== 0)
    .toSorted(byCurrency);
}

/**
 * The whole periods that a question is about: every one that shares a day with `from` to `to`. Without `from` the last
 * thirteen up to `to`; without `to` up to today. Throws Problem invalid for a stretch turned round or too long.
 */
export function periodsAsked(
  by: PeriodKind,
  stretch: { from?: Day; to?: Day },
  today: Day,
  calendar: Calendar,
): Period[] {
  const to = stretch.to ?? (stretch.from !== undefined && stretch.from > today ? stretch.from : today);
  if (stretch.from === undefined) return previousPeriods(to, by, PERIODS_SHOWN, calendar);
  if (stretch.from > to) throw invalid("the stretch ends before it begins: from is later than to", "to");
  if (daysBetween(stretch.from, to) / FEWEST_DAYS[by] > MOST_PERIODS) {
    throw invalid(
      `at most ${MOST_PERIODS} periods at a time; ask for a shorter stretch or longer periods`,
      "from",
    );
  }
  return periodsBetween(by, stretch.from, to, calendar);
}
