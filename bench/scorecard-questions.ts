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
  /** As the route asks, goals and names included; the numbers are written out only when they are to be compared. */
  ask: (tx: Tx) => Promise<() => Numbers>;
  /** The sums alone: all that the journal is asked for. */
  sums: (tx: Tx) => Promise<unknown>;
  /** The same asked of the journal; answers RawRows. */
  exact: Statement;
  /** Ways to add the journal's rows up without the rule that a person counts once; the fastest is the least it can cost. */
  added: Statement[];
}

export interface Statement {
  text: string;
  values: unknown[];
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
      ask: async (tx) => ofPeriods(await scorecardOf(tx, actor, { by: "week", memberId: repId })),
      sums: (tx) => sumsOf(tx, { scopeIds: [repId], measures: KPIS, stretches: thirteen }),
      exact: countedByPeriod(workspaceId, thirteen, repId),
      added: [addedByPeriod(workspaceId, thirteen, repId)],
    },
    {
      name: "a quarter, every team",
      aim: { times: 50, ms: 50 },
      ask: async (tx) => ofTeams(await teamsSideBySide(tx, actor, { by: "quarter", day: quarter.start })),
      sums: (tx) => sumsOf(tx, { scopeIds: [...teamIds, workspaceId], measures: KPIS, stretches: [quarter] }),
      exact: countedByTeam(workspaceId, quarter),
      added: [addedByTeam(workspaceId, quarter)],
    },
    {
      name: "the company, five years by month",
      aim: { times: 50, ms: 50 },
      ask: async (tx) => ofPeriods(await scorecardOf(tx, actor, { by: "month", from })),
      sums: (tx) => sumsOf(tx, { scopeIds: [workspaceId], measures: KPIS, stretches: months }),
      exact: countedByPeriod(workspaceId, months, null),
      added: [addedByPeriod(workspaceId, months, null), addedByDayFirst(workspaceId, months)],
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

function ofPeriods({ rows }: { rows: readonly (Counts & { period: Period })[] }): () => Numbers {
  return () => written(rows.flatMap((row, at) => countsOf(String(at), row)));
}

function ofTeams({ teams }: { teams: readonly (Counts & { id: string })[] }): () => Numbers {
  return () => written(teams.flatMap((team) => countsOf(team.id, team)));
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

// Who was asked counts once for a rep and week, as long as one of the lines stands; everything else adds up.
const NOT_ASKED = "measure is not null and measure <> 'people-asked'";
const ASKED = "measure = 'people-asked'";

function countedByPeriod(workspaceId: string, periods: readonly Period[], repId: string | null): Statement {
  const mine = repId === null ? "" : "and member_id = $5";
  const within = `workspace_id = $1 and day >= $3 and day <= $4 ${mine}`;
  return {
    text: `
      select of, measure, currency, sum(count) as count, sum(minor) as minor from (
        select width_bucket(day, $2::date[]) - 1 as of, measure, currency, sum(count) as count, sum(minor) as minor
          from journal where ${within} and ${NOT_ASKED} group by 1, 2, 3
        union all
        select width_bucket(day, $2::date[]) - 1, 'people-asked', null, count(*), 0 from (
          select min(day) as day from journal where ${within} and ${ASKED}
           group by member_id, once_key, (day - $3::date) / 7 having sum(count) > 0) as once
         group by 1
      ) as counted group by 1, 2, 3`,
    values: [workspaceId, ...stretchOf(periods), ...(repId === null ? [] : [repId])],
  };
}

function countedByTeam(workspaceId: string, { start, end }: Period): Statement {
  const within = "workspace_id = $1 and day >= $2 and day <= $3";
  return {
    text: `
      select team_id as of, measure, currency, sum(count) as count, sum(minor) as minor
        from journal where ${within} and ${NOT_ASKED} group by 1, 2, 3
      union all
      select team_id, 'people-asked', null, count(*), 0 from (
        select team_id from journal where ${within} and ${ASKED}
         group by team_id, member_id, once_key, (day - $2::date) / 7 having sum(count) > 0) as once
       group by 1`,
    values: [workspaceId, start, end],
  };
}

function addedByPeriod(workspaceId: string, periods: readonly Period[], repId: string | null): Statement {
  return {
    text: `
      select width_bucket(day, $2::date[]) - 1 as of, measure, currency, sum(count) as count, sum(minor) as minor from journal
       where workspace_id = $1 and measure is not null and day >= $3 and day <= $4 ${repId === null ? "" : "and member_id = $5"}
       group by 1, 2, 3`,
    values: [workspaceId, ...stretchOf(periods), ...(repId === null ? [] : [repId])],
  };
}

/** In the order of the index, so that nothing is sorted or hashed but a few thousand sums. */
function addedByDayFirst(workspaceId: string, periods: readonly Period[]): Statement {
  return {
    text: `
      select width_bucket(day, $2::date[]) - 1 as of, measure, currency, sum(count) as count, sum(minor) as minor
        from (select measure, day, currency, sum(count) as count, sum(minor) as minor from journal
               where workspace_id = $1 and measure is not null and day >= $3 and day <= $4
               group by measure, day, currency) as days
       group by 1, 2, 3`,
    values: [workspaceId, ...stretchOf(periods)],
  };
}

function addedByTeam(workspaceId: string, { start, end }: Period): Statement {
  return {
    text: `select team_id as of, measure, currency, sum(count) as count, sum(minor) as minor from journal
            where workspace_id = $1 and measure is not null and day >= $2 and day <= $3 group by 1, 2, 3`,
    values: [workspaceId, start, end],
  };
}

function stretchOf(periods: readonly Period[]): [string[], string, string] {
  return [periods.map(({ start }) => start), periods[0]?.start ?? "", periods.at(-1)?.end ?? ""];
}
