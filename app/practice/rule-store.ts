import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PracticeTables } from "./practice-tables.ts";

export interface RuleRow {
  id: string;
  sessions: number;
  fromDay: Day;
  byName: string;
}

/** All that were ever said and stand, the last said first. */
export async function rulesSaid(tx: Tx): Promise<RuleRow[]> {
  const { rows } = await sql<RuleRow>`
    select r.id, r.sessions, r.from_day as "fromDay", m.name as "byName"
      from practice_rule r join member m on m.workspace_id = r.workspace_id and m.id = r.by_id
     where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null
     order by r.id desc`.execute(tx.tables());
  return rows;
}

export async function insertRule(
  tx: Tx,
  { sessions, fromDay }: Pick<RuleRow, "sessions" | "fromDay">,
  actor: Actor,
): Promise<string> {
  const id = newId(actor.now);
  await tx
    .tables<PracticeTables>()
    .insertInto("practice_rule")
    .values({
      workspace_id: tx.workspaceId,
      id,
      sessions,
      from_day: fromDay,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
  return id;
}

/** Answers whether it stood. */
export async function takeBackRuleRow(tx: Tx, id: string, actor: Actor): Promise<boolean> {
  const { rows } = await sql`
    update practice_rule set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null returning id`.execute(
    tx.tables(),
  );
  return rows.length > 0;
}
