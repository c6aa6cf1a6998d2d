import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PeopleTables } from "./people-tables.ts";
import type { SeriousIssue } from "./protection.ts";
import { AUTHOR } from "./protection-store.ts";

export type IssueRow = SeriousIssue & { at: Date; takenBack: boolean };

export async function insertIssue(
  tx: Tx,
  issue: {
    id: string;
    personId: string | null;
    accountId: string | null;
    what: string;
    day: Day;
    byId: string;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("serious_issue")
    .values({
      workspace_id: tx.workspaceId,
      id: issue.id,
      person_id: issue.personId,
      account_id: issue.accountId,
      what: issue.what,
      day: issue.day,
      by_id: issue.byId,
      at: issue.at,
      settled_on: null,
      settled_by: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Taken back or not. */
export async function findIssue(tx: Tx, id: string): Promise<IssueRow | null> {
  const { rows } = await sql<IssueRow>`
    select f.id, f.person_id as "personId", f.account_id as "accountId", f.what, f.day, f.at, f.settled_on as "settledOn",
           f.taken_back_at is not null as "takenBack",
           ${AUTHOR} as by
      from serious_issue f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function rewordIssueRow(tx: Tx, id: string, what: string): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("serious_issue")
    .set({ what })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `settled` null: it is open again. */
export async function settleIssueRow(
  tx: Tx,
  id: string,
  settled: { on: Day; by: string } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("serious_issue")
    .set({ settled_on: settled?.on ?? null, settled_by: settled?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `taken` null: it stands again. */
export async function takeBackIssueRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("serious_issue")
    .set({ taken_back_at: taken?.at ?? null, taken_back_by: taken?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Everybody who stands for themselves and works at one of these accounts. */
export async function idsOfPeopleAt(tx: Tx, accountIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from person
     where workspace_id = ${tx.workspaceId} and account_id = any(${accountIds}::uuid[])
       and merged_into is null and removed_at is null`.execute(tx.tables());
  return rows.map((row) => row.id);
}
