import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PeopleTables } from "./people-tables.ts";

/** A time at an employer; `untilDay` is the first day no longer there, null for the current one. */
export interface PositionRow {
  id: string;
  /** Whose it was when it was written; for a merged person not the kept one's id. */
  personId: string;
  accountId: string;
  accountName: string;
  title: string | null;
  fromDay: Day | null;
  untilDay: Day | null;
}

/** Of any of these persons, the latest first. */
export async function listPositions(tx: Tx, personIds: readonly string[]): Promise<PositionRow[]> {
  const { rows } = await sql<PositionRow>`
    select p.id, p.person_id as "personId", a.id as "accountId", a.name as "accountName", p.title,
           p.from_day as "fromDay", p.until_day as "untilDay"
      from position p
      join account at on at.workspace_id = p.workspace_id and at.id = p.account_id
      join account a on a.workspace_id = at.workspace_id and a.id = at.kept_id
     where p.workspace_id = ${tx.workspaceId} and p.person_id = any(${personIds}::uuid[])
     order by p.until_day desc nulls first, p.from_day desc nulls last, p.id desc`.execute(tx.tables());
  return rows;
}

export async function insertPosition(
  tx: Tx,
  position: {
    id: string;
    personId: string;
    accountId: string;
    title: string | null;
    fromDay: Day | null;
    untilDay: Day | null;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("position")
    .values({
      workspace_id: tx.workspaceId,
      id: position.id,
      person_id: position.personId,
      account_id: position.accountId,
      title: position.title,
      from_day: position.fromDay,
      until_day: position.untilDay,
    })
    .execute();
}

/** What is undefined stays. */
export async function updatePosition(
  tx: Tx,
  id: string,
  to: { accountId?: string; title?: string | null; fromDay?: Day | null; untilDay?: Day | null },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("position")
    .set({ account_id: to.accountId, title: to.title, from_day: to.fromDay, until_day: to.untilDay })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function deletePosition(tx: Tx, id: string): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .deleteFrom("position")
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
