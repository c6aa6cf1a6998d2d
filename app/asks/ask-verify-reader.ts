import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Check } from "#lib/storage/verify.ts";
import { isOpenSql } from "./ask-store.ts";

const MOST = 100;

/** What must hold of asks beside what their conversations make them. */
export const askChecks: readonly Check[] = [
  { name: "open asks of one source against the rule of one at a time", mistakes: openTwice },
  { name: "permits against the asks made with them", mistakes: misusedPermits },
];

/**
 * Two open asks of one source by different reps are right only where one was made against the rule or with a permit, was opened
 * by taking something back, or where their source was merged after both were made.
 */
async function openTwice(tx: Tx): Promise<string[]> {
  const today = await todayThere(tx);
  const { rows } = await sql<{ one: string; other: string }>`
    with open as materialized (
      select a.id, a.member_id, a.source_id, a.created_at, p.kept_id,
             a.against is not null or a.permit_id is not null
             or exists (select from ask_conversation c
                         where c.workspace_id = a.workspace_id and c.ask_id = a.id and c.taken_back_at is not null)
             or exists (select from journal j where j.workspace_id = a.workspace_id and j.subject_id = a.id
                         and j.verb in ('ask.taken-up-again', 'ask.conversation-taken-back')) as is_explained
        from ask a join person p on p.workspace_id = a.workspace_id and p.id = a.source_id
       where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and ${isOpenSql(today)}
    )
    select o.id as one, t.id as other
      from open o join open t on t.kept_id = o.kept_id and t.id > o.id and t.member_id <> o.member_id
     where not o.is_explained and not t.is_explained
       and not exists (select from merge m
                        where m.workspace_id = ${tx.workspaceId} and m.kind = 'person' and m.undone_at is null
                          and m.merged_id in (o.source_id, t.source_id) and o.source_id <> t.source_id
                          and m.at >= greatest(o.created_at, t.created_at))
     limit ${MOST}`.execute(tx.tables());
  return rows.map(
    ({ one, other }) => `the asks ${one} and ${other} are open with one source, and nothing says why`,
  );
}

/** One permit, one ask: of the rep and the source it was given for, within its days. */
async function misusedPermits(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id
      from ask a
      join ask_permit g on g.workspace_id = a.workspace_id and g.id = a.permit_id
      join person p on p.workspace_id = a.workspace_id and p.id = a.source_id
      join person q on q.workspace_id = g.workspace_id and q.id = g.source_id
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null
       and (g.taken_back_at is not null or g.member_id <> a.member_id or g.until_day < a.day)
     limit ${MOST}`.execute(tx.tables());
  return rows.map(({ id }) => `the ask ${id} was made with a permit that does not let it`);
}

/** The day it is there, by this machine's clock. */
async function todayThere(tx: Tx): Promise<Day> {
  const { rows } = await sql<{ today: Day }>`
    select (now() at time zone time_zone)::date as today from workspace where workspace_id = ${tx.workspaceId}`.execute(
    tx.tables(),
  );
  return rows[0]?.today ?? "1970-01-01";
}
