import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { GivingTables } from "./given-tables.ts";
import type { EndedHow, What } from "./need.ts";

/** Names and ids are those of who stands for merged ones. */
export interface NeedRow {
  id: string;
  what: What;
  personId: string | null;
  personName: string | null;
  accountId: string | null;
  accountName: string | null;
  line: string;
  day: Day;
  untilDay: Day | null;
  byId: string;
  byName: string;
  /** Their team now. */
  byTeamId: string | null;
  endedOn: Day | null;
  endedHow: EndedHow | null;
}

export interface NewNeed {
  id: string;
  what: What;
  personId: string | null;
  accountId: string | null;
  line: string;
  day: Day;
  untilDay: Day | null;
  byId: string;
  at: Date;
}

export async function insertNeed(tx: Tx, need: NewNeed): Promise<void> {
  await tx
    .tables<GivingTables>()
    .insertInto("need_or_offer")
    .values({
      workspace_id: tx.workspaceId,
      id: need.id,
      what: need.what,
      person_id: need.personId,
      account_id: need.accountId,
      line: need.line,
      day: need.day,
      until_day: need.untilDay,
      by_id: need.byId,
      at: need.at,
      ended_on: null,
      ended_by: null,
      ended_how: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** `ended` null: it holds again. */
export async function endNeedRow(
  tx: Tx,
  id: string,
  ended: { on: Day; by: string; how: EndedHow } | null,
): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("need_or_offer")
    .set({ ended_on: ended?.on ?? null, ended_by: ended?.by ?? null, ended_how: ended?.how ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackNeedRow(tx: Tx, id: string, taken: { at: Date; by: string }): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("need_or_offer")
    .set({ taken_back_at: taken.at, taken_back_by: taken.by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Its row locked until the commit. */
export async function holdNeed(tx: Tx, id: string): Promise<NeedRow | null> {
  await sql`
    select 1 from need_or_offer where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  return findNeed(tx, id);
}

/** Null also for one that was taken back. */
export async function findNeed(tx: Tx, id: string): Promise<NeedRow | null> {
  const { rows } = await sql<NeedRow>`${named()} and n.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Of these persons or accounts, the latest first; what has ended comes last. */
export async function listNeeds(
  tx: Tx,
  of: { personIds: readonly string[]; accountIds: readonly string[] },
): Promise<NeedRow[]> {
  const { rows } = await sql<NeedRow>`
    ${named()} and (n.person_id = any(${of.personIds}::uuid[]) or n.account_id = any(${of.accountIds}::uuid[]))
     order by n.ended_on desc nulls first, n.id desc limit 100`.execute(tx.tables());
  return rows;
}

function named() {
  return sql`
    select n.id, n.what, p.id as "personId", p.full_name as "personName", a.id as "accountId", a.name as "accountName",
           n.line, n.day, n.until_day as "untilDay", n.by_id as "byId", m.name as "byName", m.team_id as "byTeamId",
           n.ended_on as "endedOn", n.ended_how as "endedHow"
      from need_or_offer n
      join member m on m.workspace_id = n.workspace_id and m.id = n.by_id
      left join person p0 on p0.workspace_id = n.workspace_id and p0.id = n.person_id
      left join person p on p.workspace_id = n.workspace_id and p.id = p0.kept_id
      left join account a0 on a0.workspace_id = n.workspace_id and a0.id = n.account_id
      left join account a on a.workspace_id = n.workspace_id and a.id = a0.kept_id
     where n.workspace_id = current_workspace() and n.taken_back_at is null`;
}
