import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { periodOf, type Period } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { KPI_FIELDS, periodsAsked, type Counts } from "#scorecard/scorecard.ts";
import { scorecardOf, teamsSideBySide } from "#scorecard/scorecard-actions.ts";
import { KPIS } from "#team/measure.ts";

export interface Question {
  name: string;
  /** Where it is set one: how many times faster, and how fast. */
  aim: { times: number; ms: number } | null;
  /** As the route asks, goals and names included. */
  ask: (tx: Tx) => Promise<Numbers>;
  /** The sums alone: all that the journal is asked for. */
  sums: (tx: Tx) => Promise<unknown>;
  /** Ways to ask the journal itself, of which the fastest counts; they answer RawRows. */
  raw: { text: string; values: unknown[] }[];
}

/** One line a number that is not zero, sorted: whose or which period's, which measure, how many or how much. */
export type Numbers = string[];

export interface RawRow {
  /** A team's id or the index of a period. */
  of: string | number;
  measure: string;
  currency: string | null;
  count: string;
  minor: string;
}

/** The three questions of the scorecard; the facts go back `weeks`. */
export function questionsOf(
  actor: Actor,
  { repId, teamIds, weeks }: { repId: string; teamIds: readonly string[]; weeks: number },
): Question[] {
  const { id: workspaceId, calendar } = actor.workspace;
  const thirteen = periodsAsked("week", {}, actor.today, calendar);
  const quarter = periodOf(addDays(actor.today, -91), "quarter", calendar);
  const from = addDays(actor.today, -7 * (weeks - 1));
  const months = periodsAsked("month", { from }, actor.today, calendar);
  return [
    {
      name: "one rep, 13 weeks",
      aim: null,
      ask: async (tx) => ofPeriods((await scorecardOf(tx, actor, { by: "week", memberId: repId })).rows),
      sums: (tx) => sumsOf(tx, { scopeIds: [repId], measures: KPIS, stretches: thirteen }),
      raw: [byPeriod("and member_id = $5", workspaceId, thirteen, [repId])],
    },
    {
      name: "a quarter, every team",
      aim: { times: 50, ms: 50 },
      ask: async (tx) => ofTeams(await teamsSideBySide(tx, actor, { by: "quarter", day: quarter.start })),
      sums: (tx) => sumsOf(tx, { scopeIds: [...teamIds, workspaceId], measures: KPIS, stretches: [quarter] }),
      raw: [
        {
          text: `select team_id as of, measure, currency, sum(count) as count, sum(minor) as minor from journal
                  where workspace_id = $1 and measure is not null and day >= $2 and day <= $3 group by 1, 2, 3`,
          values: [workspaceId, quarter.start, quarter.end],
        },
      ],
    },
    {
      name: "the company, five years by month",
      aim: { times: 50, ms: 50 },
      ask: async (tx) => ofPeriods((await scorecardOf(tx, actor, { by: "month", from })).rows),
      sums: (tx) => sumsOf(tx, { scopeIds: [workspaceId], measures: KPIS, stretches: months }),
      raw: [byPeriod("", workspaceId, months), byDayFirst(workspaceId, months)],
    },
  ];
}

/** The numbers in rows of the journal. */
export function numbersIn(rows: readonly RawRow[]): Numbers {
  const counts = new Map<string, number>();
  const add = (what: string, number: number) => counts.set(what, (counts.get(what) ?? 0) + number);
  for (const { of, measure, currency, count, minor } of rows) {
    add(`${of} ${measure}`, Number(count));
    if (currency !== null) add(`${of} ${measure} ${currency}`, Number(minor));
  }
  return written([...counts]);
}

function ofPeriods(rows: readonly (Counts & { period: Period })[]): Numbers {
  return written(rows.flatMap((row, at) => countsOf(String(at), row)));
}

function ofTeams({ teams }: { teams: readonly (Counts & { id: string })[] }): Numbers {
  return written(teams.flatMap((team) => countsOf(team.id, team)));
}

function countsOf(of: string, counts: Counts): [string, number][] {
  const numbers = KPIS.map((kpi): [string, number] => [`${of} ${kpi}`, counts[KPI_FIELDS[kpi]].count]);
  const money = counts.dealsClosed.money.map((each): [string, number] => [
    `${of} deals-closed ${each.currency}`,
    each.minor,
  ]);
  return [...numbers, ...money];
}

function written(counts: [string, number][]): Numbers {
  return counts
    .filter(([, number]) => number !== 0)
    .map(([what, number]) => `${what}: ${number}`)
    .toSorted();
}

function byPeriod(where: string, workspaceId: string, periods: readonly Period[], more: unknown[] = []) {
  return {
    text: `select width_bucket(day, $2::date[]) - 1 as of, measure, currency, sum(count) as count, sum(minor) as minor
             from journal
            where workspace_id = $1 and measure is not null and day >= $3 and day <= $4 ${where} group by 1, 2, 3`,
    values: [workspaceId, ...stretchOf(periods), ...more],
  };
}

/** In the order of the index, so that nothing is sorted or hashed but a few thousand sums. */
function byDayFirst(workspaceId: string, periods: readonly Period[]) {
  return {
    text: `select width_bucket(day, $2::date[]) - 1 as of, measure, currency, sum(count) as count, sum(minor) as minor
             from (select measure, day, currency, sum(count) as count, sum(minor) as minor from journal
                    where workspace_id = $1 and measure is not null and day >= $3 and day <= $4
                    group by measure, day, currency) as days
            group by 1, 2, 3`,
    values: [workspaceId, ...stretchOf(periods)],
  };
}

function stretchOf(periods: readonly Period[]): [string[], string, string] {
  return [periods.map(({ start }) => start), periods[0]?.start ?? "", periods.at(-1)?.end ?? ""];
}
