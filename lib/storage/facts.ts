import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { nextWeek, weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "./database.ts";

/** A standing line of the journal that counts: not taken back, and of lines with one once-key in a week the first. */
export interface Fact {
  id: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  day: Day;
  measure: string;
  memberId: string;
  teamId: string | null;
  count: number;
  minor: number;
  currency: string | null;
}

/** Of a member, of a team (null: outside any), of a member in a team, or of the whole workspace. */
export interface FactScope {
  memberId?: string;
  teamId?: string | null;
}

export interface FactsAsked {
  scope: FactScope;
  measure: string;
  /** First days of weeks, one after the other; see weeksFrom. */
  weeks: readonly Day[];
}

/** The facts behind a number of the tally, newest first, a page at a time: as many as the number says. */
export async function factsBehind(
  tx: Tx,
  asked: FactsAsked,
  cursor: string | undefined,
  limit: number,
): Promise<Page<Fact>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const { rows } = await sql<Fact>`
    select j.id, j.verb, j.subject_kind as "subjectKind", j.subject_id as "subjectId", j.day, j.measure,
           j.member_id as "memberId", j.team_id as "teamId", j.count, j.minor, j.currency
      from journal j
     where ${standing(tx, asked)}
       ${after === null ? sql`` : sql`and (j.day, j.id) < (${after[0]}::date, ${after[1]}::uuid)`}
     order by j.day desc, j.id desc
     limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** As much of a fact as it takes to count it. */
export interface BareFact extends Pick<Fact, "id" | "subjectId" | "day" | "memberId" | "teamId"> {
  /** The day on which it was written down, in the time zone that was asked for; null: none was. */
  writtenOn: Day | null;
}

/** Every fact behind a number, of the whole workspace or of some members; of those of one week with one once-key the first. */
export async function factsOfEach(
  tx: Tx,
  asked: { measure: string; weeks: readonly Day[]; memberIds?: readonly string[]; timeZone?: string },
): Promise<BareFact[]> {
  if (asked.weeks.length === 0) return [];
  const { rows } = await sql<BareFact>`
    select j.id, j.subject_id as "subjectId", j.day, j.member_id as "memberId", j.team_id as "teamId",
           (j.at at time zone ${asked.timeZone ?? null})::date as "writtenOn"
      from journal j
     where ${standing(tx, { scope: {}, measure: asked.measure, weeks: asked.weeks })}
       ${asked.memberIds === undefined ? sql`` : sql`and j.member_id = any(${asked.memberIds}::uuid[])`}`.execute(
    tx.tables(),
  );
  return rows;
}

export interface MemberSum {
  memberId: string;
  measure: string;
  currency: string;
  count: number;
  minor: number;
}

/** What a team counted in these weeks, by the member who did it: exactly the team's number, taken apart. */
export async function sumsByMember(
  tx: Tx,
  asked: { teamId: string; measures: readonly string[]; weeks: readonly Day[] },
): Promise<MemberSum[]> {
  const { rows } = await sql<MemberSum>`
    select j.member_id as "memberId", j.measure, coalesce(j.currency, '') as currency,
           sum(j.count)::bigint as count, sum(j.minor)::bigint as minor
      from unnest(${asked.measures}::text[]) as wanted (measure)
      join journal j on j.measure = wanted.measure
     where ${standing(tx, { scope: { teamId: asked.teamId }, measure: null, weeks: asked.weeks })}
     group by j.member_id, j.measure, coalesce(j.currency, '')`.execute(tx.tables());
  return rows;
}

/** The first days of the weeks that share a day with `from` to `to`. */
export function weeksFrom(from: Day, to: Day, firstDay: Weekday): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(from, firstDay); week <= to; week = nextWeek(week)) weeks.push(week);
  return weeks;
}

/** The tally's own rule (contributions in tally.ts), as a condition on one line `j`; the property tests hold them together. */
function standing(
  tx: Tx,
  asked: { scope: FactScope; measure: string | null; weeks: readonly Day[] },
): RawBuilder<unknown> {
  const from = asked.weeks[0] ?? "0001-01-01";
  const until = addDays(asked.weeks.at(-1) ?? "0001-01-01", asked.weeks.length > 0 ? 7 : 0);
  const week = sql`(${asked.weeks}::date[])[width_bucket(j.day, ${asked.weeks}::date[])]`;
  const undone = (line: string) => sql`
    exists (select from journal u where u.workspace_id = ${tx.workspaceId} and u.undoes = ${sql.ref(`${line}.id`)})`;
  return sql`j.workspace_id = ${tx.workspaceId} and ${inScope(asked.scope)}
       ${asked.measure === null ? sql`` : sql`and j.measure = ${asked.measure}`}
       and j.day >= ${from} and j.day < ${until} and j.undoes is null and not ${undone("j")}
       and (j.once_key is null or not exists (
             select from journal e
              where e.workspace_id = ${tx.workspaceId} and e.member_id = j.member_id and e.measure = j.measure
                and e.once_key = j.once_key and e.day >= ${week} and e.day <= j.day
                and (e.day, e.id) < (j.day, j.id) and e.undoes is null and not ${undone("e")}))`;
}

function inScope({ memberId, teamId }: FactScope): RawBuilder<unknown> {
  const conditions = [sql`j.measure is not null`];
  if (memberId !== undefined) conditions.push(sql`j.member_id = ${memberId}`);
  if (teamId !== undefined)
    conditions.push(teamId === null ? sql`j.team_id is null` : sql`j.team_id = ${teamId}`);
  return sql.join(conditions, sql` and `);
}
