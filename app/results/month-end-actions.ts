import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { FIRST_FACT_DAY } from "#lib/kernel/fact-day.ts";
import { periodOf, type Period } from "#lib/kernel/fiscal.ts";
import { byCurrency, type Money } from "#lib/kernel/money.ts";
import type { Page } from "#lib/kernel/page.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { ORIGINS, type Origin } from "#referrals/origin.ts";
import { scorecardOf, whoseOf, type Whose } from "#scorecard/scorecard-actions.ts";
import { MEASURE_FIELDS } from "#scorecard/scorecard.ts";
import { goalsOverPeriods } from "#team/goal-actions.ts";
import { inHandUntil, type InHand, type OpenTries } from "./in-hand-actions.ts";
import {
  goalsTogether,
  PLANNED,
  quarterOf,
  weeksOver,
  yearToDate,
  type Attained,
  type Planned,
} from "./month-end.ts";
import { repsOfMonth } from "./month-end-reader.ts";
import { ORDER_KINDS, type OrderKind } from "./order.ts";
import { orderSums, type OrderSum } from "./orders-reader.ts";
import type { Looker } from "./results-actions.ts";

export interface AskedMonth {
  /** Any day of the fiscal month; not said: this one. */
  day?: Day | undefined;
  member?: string | undefined;
  team?: string | undefined;
}

export interface Orders {
  orders: number;
  money: Money[];
}

export type Plan = Record<Planned, { month: Attained; year: Attained }>;

export interface MonthEnd {
  whose: Whose;
  month: Period;
  /** The first day of its fiscal year. */
  yearFrom: Day;
  weeksOver: number;
  /** Whether there is anything yet that counts for a goal, or an order in the month. */
  begun: boolean;
  plan: Plan;
  orders: Orders & {
    kinds: Record<OrderKind, Orders>;
    origins: ({ origin: Origin } & Orders & { kinds: Record<OrderKind, Orders> })[];
  };
}

/** A month against its goals, and where its orders came from. Throws Problem not-found, invalid. */
export async function monthEndOf(tx: Tx, actor: Actor, asked: AskedMonth): Promise<MonthEnd> {
  const { whose, month } = await monthAsked(tx, actor, asked);
  const year = yearToDate(month, actor.workspace.calendar);
  const wanted = {
    ...(whose.kind === "member" && { memberId: whose.id }),
    ...(whose.kind === "team" && { teamId: whose.id }),
    by: "month" as const,
    from: year[0]!.start,
    to: month.end,
  };
  const always = { start: weekOf(FIRST_FACT_DAY, actor.workspace.calendar.firstDay), end: month.end };
  const [{ rows }, sums, ever] = await Promise.all([
    scorecardOf(tx, actor, wanted),
    orderSums(tx, whose, { from: month.start, to: month.end }),
    sumsOf(tx, { scopeIds: [whose.id], measures: PLANNED, stretches: [always] }),
  ]);
  const plan = perPlanned((measure) => {
    const months = rows.map((row) => row[MEASURE_FIELDS[measure]]);
    const { count, goal } = months.at(-1)!;
    return {
      month: { count, goal },
      year: {
        count: months.reduce((sum, each) => sum + each.count, 0),
        goal: goalsTogether(months.map((each) => each.goal)),
      },
    };
  });
  return {
    whose,
    month,
    yearFrom: year[0]!.start,
    weeksOver: weeksOver(month, actor.today),
    begun: ever.length > 0 || sums.length > 0,
    plan,
    orders: ordersFrom(sums),
  };
}

export interface RepPlan {
  id: string;
  name: string;
  left: boolean;
  plan: Plan;
}

/** Each rep of the month against their own goals, this month and from the start of the fiscal year, wherever they did it; by name. */
export async function repPlans(
  tx: Tx,
  actor: Actor,
  asked: AskedMonth,
  cursor: string | undefined,
  limit: number | null,
): Promise<Page<RepPlan> & { month: Period }> {
  const { whose, month } = await monthAsked(tx, actor, asked);
  const { calendar } = actor.workspace;
  const page = await repsOfMonth(tx, whose, month, cursor, limit);
  const memberIds = page.items.map(({ id }) => id);
  const months = yearToDate(month, calendar);
  const before = months.length > 1 ? [{ start: months[0]!.start, end: addDays(month.start, -1) }] : [];
  const stretches = [...before, month];
  const [sums, goals] = await Promise.all([
    sumsOf(tx, { scopeIds: memberIds, measures: PLANNED, stretches }),
    goalsOverPeriods(tx, memberIds, months, calendar),
  ]);
  const bySum = Map.groupBy(sums, ({ scopeId, measure }) => `${scopeId} ${measure}`);
  const planOf = (id: string): Plan =>
    perPlanned((measure) => {
      const own = bySum.get(`${id} ${measure}`) ?? [];
      const counted = (some: typeof own) => some.reduce((sum, { count }) => sum + count, 0);
      const set = goals.get(id)?.[measure] ?? [];
      return {
        month: {
          count: counted(own.filter(({ stretch }) => stretch === stretches.length - 1)),
          goal: set.at(-1) ?? null,
        },
        year: { count: counted(own), goal: goalsTogether(set) },
      };
    });
  return { ...page, items: page.items.map((rep) => ({ ...rep, plan: planOf(rep.id) })), month };
}

export interface StillToCome {
  month: Period;
  quarter: Period;
  byMonth: InHand;
  byQuarter: InHand;
  /** Null: the quarter is over. */
  open: OpenTries | null;
}

/** What asks and introductions in hand can still bring by the end of the month, and of the quarter that holds it. */
export async function stillToCome(tx: Tx, looker: Looker, asked: AskedMonth): Promise<StillToCome> {
  const { whose, month } = await monthAsked(tx, looker, asked);
  const quarter = quarterOf(month, looker.workspace.calendar);
  const { days, open } = await inHandUntil(tx, looker, whose, [month.end, quarter.end]);
  const [byMonth, byQuarter] = days;
  return { month, quarter, byMonth: byMonth!, byQuarter: byQuarter!, open };
}

async function monthAsked(
  tx: Tx,
  looker: Looker,
  { day = looker.today, member, team }: AskedMonth,
): Promise<{ whose: Whose; month: Period }> {
  const month = periodOf(day, "month", looker.workspace.calendar);
  if (month.start > looker.today)
    throw invalid("this month is still to come; ask for this one or one before", "day");
  return { whose: await whoseOf(tx, looker, { memberId: member, teamId: team }), month };
}

function perPlanned<T>(of: (measure: Planned) => T): Record<Planned, T> {
  return Object.fromEntries(PLANNED.map((measure) => [measure, of(measure)])) as Record<Planned, T>;
}

function ordersFrom(sums: readonly OrderSum[]): MonthEnd["orders"] {
  const kindsOf = (some: readonly OrderSum[]) =>
    Object.fromEntries(
      ORDER_KINDS.map((kind) => [kind, together(some.filter((sum) => sum.kind === kind))]),
    ) as Record<OrderKind, Orders>;
  const origins = ORIGINS.map((origin) => {
    const own = sums.filter((sum) => sum.origin === origin);
    return { origin, ...together(own), kinds: kindsOf(own) };
  });
  return {
    ...together(sums),
    kinds: kindsOf(sums),
    origins: origins.filter(({ orders }) => orders > 0),
  };
}

function together(sums: readonly OrderSum[]): Orders {
  const found = Map.groupBy(
    sums.filter(({ currency }) => currency !== null),
    ({ currency }) => currency!,
  );
  return {
    orders: sums.reduce((total, { orders }) => total + orders, 0),
    money: [...found]
      .map(([currency, own]) => ({ currency, minor: own.reduce((total, { minor }) => total + minor, 0) }))
      .toSorted(byCurrency),
  };
}
