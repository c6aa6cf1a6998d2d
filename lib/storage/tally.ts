import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { addDays } from "#lib/kernel/days.ts";
import { nextWeek, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "./database.ts";

/**
 * The one rule of what a set of journal lines counts, by member, team, week, measure and currency:
 * lines without a once-key add up; of the standing lines with the same once-key in one member's week, the first counts alone.
 * `lines` needs the columns week, measure, member_id, team_id, count, minor, currency, once_key, undoes, day, id.
 */
function contributions(lines: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select member_id, team_id, week, measure, coalesce(currency, '') as currency, count::bigint as count, minor
      from ${lines} as free
     where measure is not null and once_key is null
    union all
    select * from (
      select distinct on (member_id, measure, week, once_key)
             member_id, team_id, week, measure, '' as currency, count::bigint as count, 0::bigint as minor
        from ${lines} as keyed
       where measure is not null and once_key is not null and undoes is null
         and not exists (select from ${lines} as counter where counter.undoes = keyed.id)
       order by member_id, measure, week, once_key, day, id
    ) as firsts`;
}

/** The same contributions once for the member, once for the team and once for the workspace. */
function byScope(workspaceId: string, counted: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select scope.id as scope_id, week, measure, currency, sum(count) as count, sum(minor) as minor
      from (${counted}) as counted
     cross join lateral (values (member_id), (team_id), (${workspaceId}::uuid)) as scope (id)
     where scope.id is not null
     group by scope.id, week, measure, currency`;
}

/**
 * Common table expressions that add what the relation `line` changes to the tally: what the touched weeks count with the new
 * lines, less what they counted without them. Rows are written in one order everywhere, so that no two writers deadlock.
 */
export function changeOfTally(workspaceId: string): RawBuilder<unknown> {
  const columns = sql`week, measure, member_id, team_id, count, minor, currency, once_key, undoes, day, id`;
  return sql`
    key as (select distinct member_id, measure, once_key, week from line where once_key is not null),
    kept as materialized (
      select key.week, j.measure, j.member_id, j.team_id, j.count, j.minor, j.currency, j.once_key, j.undoes, j.day, j.id
        from key
        join journal j on j.workspace_id = ${workspaceId} and j.member_id = key.member_id and j.measure = key.measure
         and j.once_key = key.once_key and j.day >= key.week and j.day < key.week + 7
    ),
    both_sets as materialized (select ${columns} from kept union all select ${columns} from line),
    change as (
      select member_id, team_id, week, measure, currency, count, minor from (${contributions(sql`both_sets`)}) as after
      union all
      select member_id, team_id, week, measure, currency, -count, -minor from (${contributions(sql`kept`)}) as before
    ),
    tallied as (
      insert into tally as t (workspace_id, scope_id, week, measure, currency, count, minor)
      select ${workspaceId}::uuid, scope_id, week, measure, currency, count, minor
        from (${byScope(workspaceId, sql`select * from change`)}) as change_by_scope
       where count <> 0 or minor <> 0
       order by scope_id, week, measure, currency
      on conflict (workspace_id, scope_id, week, measure, currency)
      do update set count = t.count + excluded.count, minor = t.minor + excluded.minor
    )`;
}

export interface TallyMistake {
  scopeId: string;
  week: Day;
  measure: string;
  currency: string;
  tally: number;
  journal: number;
}

/** Compares the tally with a replay of the whole journal; answers at most a hundred rows that differ. */
export async function mistakesInTally(tx: Tx, firstDay: Weekday): Promise<TallyMistake[]> {
  const weeks = await weeksOfJournal(tx, firstDay);
  const { rows } = await sql<TallyMistake>`
    with replayed as (${replay(tx.workspaceId, weeks)}),
         kept as (select scope_id, week, measure, currency, count, minor from tally
                   where workspace_id = ${tx.workspaceId} and (count <> 0 or minor <> 0))
    select coalesce(k.scope_id, r.scope_id) as "scopeId", coalesce(k.week, r.week) as week,
           coalesce(k.measure, r.measure) as measure, coalesce(k.currency, r.currency) as currency,
           coalesce(k.count, 0) as tally, coalesce(r.count, 0)::bigint as journal
      from kept k
      full join (select * from replayed where count <> 0 or minor <> 0) r
        on k.scope_id = r.scope_id and k.week = r.week and k.measure = r.measure and k.currency = r.currency
     where k.count is distinct from r.count or k.minor is distinct from r.minor
     limit 100`.execute(tx.tables());
  return rows;
}

/** Makes the tally anew from the journal for weeks that begin on `firstDay`. Call inside `Database.alone`. */
export async function recount(
  tx: Tx,
  firstDay: Weekday,
  onWeek: (done: number, total: number) => void = () => {},
): Promise<void> {
  const weeks = await weeksOfJournal(tx, firstDay);
  await sql`delete from tally where workspace_id = ${tx.workspaceId}`.execute(tx.tables());
  const stretch = Math.max(1, Math.ceil(weeks.length / 20));
  for (let start = 0; start < weeks.length; start += stretch) {
    await sql`
      insert into tally (workspace_id, scope_id, week, measure, currency, count, minor)
      select ${tx.workspaceId}::uuid, scope_id, week, measure, currency, count, minor
        from (${replay(tx.workspaceId, weeks.slice(start, start + stretch))}) as replayed
       where count <> 0 or minor <> 0`.execute(tx.tables());
    onWeek(Math.min(start + stretch, weeks.length), weeks.length);
  }
}

/** What the journal of these consecutive weeks counts. */
function replay(workspaceId: string, weeks: readonly Day[]): RawBuilder<unknown> {
  const from = weeks[0] ?? "0001-01-01";
  const until = addDays(weeks.at(-1) ?? "0001-01-01", 7);
  const lines = sql`(
    select (${weeks}::date[])[width_bucket(j.day, ${weeks}::date[])] as week, j.measure, j.member_id, j.team_id, j.count, j.minor,
           j.currency, j.once_key, j.undoes, j.day, j.id
      from journal j
     where j.workspace_id = ${workspaceId} and j.measure is not null and j.day >= ${from} and j.day < ${until})`;
  return byScope(workspaceId, contributions(lines));
}

async function weeksOfJournal(tx: Tx, firstDay: Weekday): Promise<Day[]> {
  const { rows } = await sql<{ first: Day | null; last: Day | null }>`
    select min(day) as first, max(day) as last from journal
     where workspace_id = ${tx.workspaceId} and measure is not null`.execute(tx.tables());
  const { first, last } = rows[0] ?? {};
  if (!first || !last) return [];
  const weeks: Day[] = [];
  for (let week = weekOf(first, firstDay); week <= last; week = nextWeek(week)) weeks.push(week);
  return weeks;
}
