import { sql } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface AskedRow {
  memberId: string;
  personId: string;
  day: Day;
}

/**
 * Who was asked by these members from one week to another, by the ids under which merged persons are kept; where `of` is given, of
 * these persons alone.
 */
export async function askedBetween(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
  of?: readonly string[],
): Promise<AskedRow[]> {
  const whom = sql`with whom as materialized (select unnest(${of ?? []}::uuid[]) as id)`;
  const these = sql`and a.source_id = any(array(
    select id from whom
     union all
    select id from person
     where workspace_id = ${tx.workspaceId} and merged_into = any(array(select id from whom))))`;
  const { rows } = await sql<AskedRow>`
    ${of === undefined ? sql`` : whom}
    select distinct a.member_id as "memberId", p.kept_id as "personId", c.day
      from ask a
      join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null
       and c.day between ${from} and ${addDays(to, 6)}
      join person p on p.workspace_id = a.workspace_id and p.id = a.source_id
     where a.workspace_id = ${tx.workspaceId} and a.member_id = any(${memberIds}::uuid[]) and a.taken_back_at is null
       and a.day <= ${addDays(to, 6)} and a.last_day >= ${from} ${of === undefined ? sql`` : these}`.execute(
    tx.tables(),
  );
  return rows;
}

/** Of these persons those who are kept under another id, or who are nobody to ask any more: few of many. */
export async function changedPersons(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { keptId: string; isNobody: boolean }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; keptId: string; isNobody: boolean }>`
    select p.id, p.kept_id as "keptId", coalesce(k.erased_at, k.removed_at) is not null as "isNobody"
      from person p
      join person k on k.workspace_id = p.workspace_id and k.id = p.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])
       and (p.merged_into is not null or p.erased_at is not null or p.removed_at is not null)`.execute(
    tx.tables(),
  );
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}
