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
  const these = sql`and a.source_id = any(array(
    select unnest(${of ?? []}::uuid[])
     union all
    select id from person where workspace_id = ${tx.workspaceId} and merged_into = any(${of ?? []}::uuid[])))`;
  const { rows } = await sql<AskedRow>`
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

/** Under which id each of these persons is kept, and whether there is nobody to ask any more; who is not here is missing. */
export async function keptPersons(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, { keptId: string; isNobody: boolean }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; keptId: string; isNobody: boolean }>`
    select p.id, p.kept_id as "keptId", coalesce(k.erased_at, k.removed_at) is not null as "isNobody"
      from person p
      join person k on k.workspace_id = p.workspace_id and k.id = p.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.id = any(${ids}::uuid[])`.execute(tx.tables());
  return new Map(rows.map(({ id, ...person }) => [id, person]));
}
