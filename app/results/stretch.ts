import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { periodOf, previousPeriods, type Calendar } from "#lib/kernel/fiscal.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";

/** Whole weeks, as the scorecard counts them; both days included. */
export interface Stretch {
  from: Day;
  to: Day;
}

/** What is asked for most. "year": the fiscal year until now. */
export const STRETCHES = ["twelve-months", "year", "quarter", "month", "all"] as const;
export type StretchName = (typeof STRETCHES)[number];

/** Up to and with the week, month or quarter that holds today. */
export function stretchNamed(name: StretchName, today: Day, calendar: Calendar): Stretch {
  const week = periodOf(today, "week", calendar);
  if (name === "all") return { from: weekOf(FIRST_FACT_DAY, calendar.firstDay), to: week.end };
  if (name === "twelve-months")
    return { from: previousPeriods(today, "month", 12, calendar)[0]!.start, to: week.end };
  const quarter = periodOf(today, "quarter", calendar);
  if (name === "year")
    return { from: previousPeriods(today, "quarter", quarter.number, calendar)[0]!.start, to: week.end };
  const { start, end } = name === "quarter" ? quarter : periodOf(today, "month", calendar);
  return { from: start, to: end };
}

/** The weeks that share a day with what was asked for; the twelve months until now unless said otherwise. Throws Problem invalid. */
export function stretchAsked(
  { from, to }: { from?: Day | undefined; to?: Day | undefined },
  today: Day,
  calendar: Calendar,
): Stretch {
  const usual = stretchNamed("twelve-months", to ?? today, calendar);
  const first = from ?? usual.from;
  const last = to ?? (first > today ? first : today);
  if (first > last)
    throw invalid(
      "these weeks end before they begin: choose an earlier day as “from” or a later one as “to”",
      "to",
    );
  return wholeWeeks({ from: first, to: last }, calendar);
}

/** The weeks that hold these days, whole. */
export function wholeWeeks({ from, to }: Stretch, calendar: Calendar): Stretch {
  return { from: weekOf(from, calendar.firstDay), to: periodOf(to, "week", calendar).end };
}

/** As many weeks right before. */
export function stretchBefore({ from, to }: Stretch): Stretch {
  return { from: addDays(from, -1 - daysBetween(from, to)), to: addDays(from, -1) };
}
