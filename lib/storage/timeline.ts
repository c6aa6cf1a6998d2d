import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "./database.ts";

/** A line of the journal as it is told: with what it takes back, and whether it was taken back itself. */
export interface ToldLine {
  id: string;
  actId: string;
  at: Date;
  day: Day;
  verb: string;
  subjectKind: string;
  subjectId: string;
  byId: string | null;
  measure: string | null;
  memberId: string | null;
  minor: number;
  currency: string | null;
  detail: Record<string, unknown>;
  concerns: string[];
  undoes: string | null;
  undoesVerb: string | null;
  undone: boolean;
}

/** Lines on subjects of these kinds are left out unless they concern, or were written by, one of these members. */
export interface LeftOut {
  subjectKinds: readonly string[];
  unlessOf: readonly string[];
}

/** What concerns any of these ids, each line once, the latest day first and within a day the last written, a page at a time. */
export async function timelineOf(
  tx: Tx,
  ids: readonly string[],
  cursor: string | undefined,
  limit: number,
  leftOut: readonly LeftOut[] = [],
): Promise<Page<ToldLine>> {
  const before = cursor === undefined ? null : decodeDayCursor(cursor);
  const hidden = leftOut.map(
    ({ subjectKinds, unlessOf }) =>
      sql`(j.subject_kind = any(${subjectKinds}::text[])
           and not coalesce(j.concerns && ${unlessOf}::uuid[] or j.by_id = any(${unlessOf}::uuid[]), false))`,
  );
  const told =
    hidden.length === 0
      ? sql``
      : sql`and not exists (select from journal j where j.workspace_id = c.workspace_id and j.id = c.line_id
              and (${sql.join(hidden, sql` or `)}))`;
  const { rows } = await sql<ToldLine>`
    with place as (
      select distinct place.day, place.line_id
        from unnest(${ids}::uuid[]) as wanted (id)
       cross join lateral (
         select c.day, c.line_id
           from journal_concern c
          where c.workspace_id = ${tx.workspaceId} and c.concern_id = wanted.id
            ${before === null ? sql`` : sql`and (c.day, c.line_id) < (${before[0]}::date, ${before[1]}::uuid)`}
            ${told}
          order by c.day desc, c.line_id desc
          limit ${limit + 1}) as place
       order by place.day desc, place.line_id desc
       limit ${limit + 1}
    )
    select ${TOLD}
      from place
      join journal j on j.workspace_id = ${tx.workspaceId} and j.id = place.line_id
      left join journal taken on taken.workspace_id = j.workspace_id and taken.id = j.undoes
     order by j.day desc, j.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** These lines, in no order; those that are not there are missing. */
export async function toldLines(tx: Tx, ids: readonly string[]): Promise<ToldLine[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<ToldLine>`
    select ${TOLD}
      from journal j
      left join journal taken on taken.workspace_id = j.workspace_id and taken.id = j.undoes
     where j.workspace_id = ${tx.workspaceId} and j.id = any(${ids}::uuid[])`.execute(tx.tables());
  return rows;
}

/** Of a line `j`, and of the line `taken` that it takes back. */
const TOLD = sql`
           j.id, j.act_id as "actId", j.at, j.day, j.verb, j.subject_kind as "subjectKind", j.subject_id as "subjectId",
           j.by_id as "byId", j.measure, j.member_id as "memberId", j.minor, j.currency, j.detail, j.concerns,
           j.undoes, taken.verb as "undoesVerb",
           exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id) as undone`;

/** A fact that stands in the way of removing something. */
export interface StandingFact {
  id: string;
  subjectKind: string;
  subjectId: string;
  day: Day;
}

/**
 * For each of these ids the latest line that concerns it, stands (was not taken back, takes nothing back) and is about a
 * subject of another kind than `exceptKinds`. Ids without one are missing.
 */
export async function standingFacts(
  tx: Tx,
  ids: readonly string[],
  exceptKinds: readonly string[],
): Promise<StandingFact[]> {
  const { rows } = await sql<StandingFact>`
    select wanted.id, fact."subjectKind", fact."subjectId", fact.day
      from unnest(${ids}::uuid[]) as wanted (id)
     cross join lateral (
       select j.subject_kind as "subjectKind", j.subject_id as "subjectId", j.day
         from journal_concern c
         join journal j on j.workspace_id = c.workspace_id and j.id = c.line_id
        where c.workspace_id = ${tx.workspaceId} and c.concern_id = wanted.id
          and j.undoes is null and j.subject_kind <> all(${exceptKinds}::text[])
          and not exists (select from journal u where u.workspace_id = j.workspace_id and u.undoes = j.id)
        order by c.day desc, c.line_id desc
        limit 1) as fact`.execute(tx.tables());
  return rows;
}
