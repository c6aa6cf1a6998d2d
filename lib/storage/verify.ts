import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import type { Database, Tx } from "./database.ts";
import { mistakesInTally } from "./tally.ts";

export interface Verified {
  id: string;
  firstDay: Weekday;
}

/** One thing that must hold in every workspace. */
export interface Check {
  /** What is compared with what, as it is printed. */
  name: string;
  /** What is wrong, a sentence each; at most a hundred. */
  mistakes(tx: Tx, workspace: Verified): Promise<string[]>;
}

export interface CheckResult {
  name: string;
  mistakes: string[];
  ms: number;
}

/** Every sum of the tally against a replay of the journal. */
export const tallyCheck: Check = {
  name: "the tally against a replay of the journal",
  mistakes: async (tx, { firstDay }) =>
    (await mistakesInTally(tx, firstDay)).map(
      (each) =>
        `${each.measure} of ${each.scopeId} in the week of ${each.week}${each.currency ? ` in ${each.currency}` : ""}: ` +
        `the tally says ${each.tally}, the journal ${each.journal}`,
    ),
};

/** Where a line of the journal shows on timelines, against what the line itself says. */
export const timelineCheck: Check = {
  name: "timelines against the journal",
  mistakes: async (tx) => {
    const { rows } = await sql<{ lineId: string; concernId: string; day: Day; isMissing: boolean }>`
      with said as (
        select id as line_id, unnest(concerns) as concern_id, day from journal where workspace_id = ${tx.workspaceId}
      ), kept as (
        select line_id, concern_id, day from journal_concern where workspace_id = ${tx.workspaceId}
      )
      select line_id as "lineId", concern_id as "concernId", day, is_missing as "isMissing"
        from (select *, true as is_missing from (select * from said except select * from kept) as missing
              union all
              select *, false from (select * from kept except select * from said) as surplus) as differing
       limit 100`.execute(tx.tables());
    return rows.map(
      ({ lineId, concernId, day, isMissing }) =>
        `the line ${lineId} of ${day} ${isMissing ? "is missing from" : "does not belong on"} the timeline of ${concernId}`,
    );
  },
};

/** Every line that takes another back, against that other: the same, with the signs turned round. */
export const counterCheck: Check = {
  name: "what was taken back against what it was",
  mistakes: async (tx) => {
    const { rows } = await sql<{ id: string; undoes: string }>`
      select u.id, u.undoes
        from journal u
        left join journal j on j.workspace_id = u.workspace_id and j.id = u.undoes
       where u.workspace_id = ${tx.workspaceId} and u.undoes is not null
         and (j.id is null or j.undoes is not null
              or (u.day, u.subject_id, u.measure, u.member_id, u.team_id, u.currency, u.once_key, u.count, u.minor)
                 is distinct from
                 (j.day, j.subject_id, j.measure, j.member_id, j.team_id, j.currency, j.once_key, -j.count, -j.minor))
       limit 100`.execute(tx.tables());
    return rows.map(({ id, undoes }) => `the line ${id} takes ${undoes} back and does not mirror it`);
  },
};

/**
 * Carries out the checks on one moment of the workspace, while others go on working. `now` answers milliseconds, for how
 * long each took.
 */
export async function verify(
  database: Database,
  workspace: Verified,
  checks: readonly Check[],
  now: () => number,
): Promise<CheckResult[]> {
  return database.read(workspace.id, async (tx) => {
    await sql`set transaction isolation level repeatable read`.execute(tx.tables());
    await sql`set local statement_timeout = 0`.execute(tx.tables());
    const results: CheckResult[] = [];
    for (const check of checks) {
      const began = now();
      const mistakes = await check.mistakes(tx, workspace);
      results.push({ name: check.name, mistakes, ms: now() - began });
    }
    return results;
  });
}

/**
 * Holds rows of a room against the standing lines of the journal that count: as many of each as there should be.
 * `expected` selects subject_id, measure, day, member_id, minor and currency.
 */
export async function mistakesInCounting(
  tx: Tx,
  kind: string,
  measures: readonly string[],
  expected: RawBuilder<unknown>,
): Promise<string[]> {
  const columns = sql`subject_id, measure, day, member_id, minor, currency`;
  const { rows } = await sql<{ id: string; measure: string; day: string; wanted: number; standing: number }>`
    with standing as (
      select ${columns} from journal j
       where j.workspace_id = ${tx.workspaceId} and j.subject_kind = ${kind} and j.measure = any(${measures}::text[])
         and j.undoes is null
         and not exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = j.id)
    ), both_sides as (
      select ${columns}, 1 as wanted, 0 as standing from (${expected}) as expected
      union all
      select ${columns}, 0, 1 from standing
    )
    select subject_id as id, measure, day, sum(wanted)::int as wanted, sum(standing)::int as standing
      from both_sides group by ${columns} having sum(wanted) <> sum(standing)
     order by subject_id, measure, day limit 100`.execute(tx.tables());
  return rows.map(
    (row) =>
      `${kind} ${row.id}: ${row.measure} on ${row.day} should stand ${times(row.wanted)} in the journal and stands ${times(row.standing)}`,
  );
}

function times(count: number): string {
  return count === 1 ? "once" : count === 0 ? "not at all" : `${count} times`;
}
