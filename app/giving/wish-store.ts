import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sql } from "kysely";
import type { GivingTables } from "./given-tables.ts";

export async function insertWish(
  tx: Tx,
  wish: { id: string; personId: string; askFirst: boolean; day: Day; byId: string; at: Date },
): Promise<void> {
  await tx
    .tables<GivingTables>()
    .insertInto("introduction_wish")
    .values({
      workspace_id: tx.workspaceId,
      id: wish.id,
      person_id: wish.personId,
      ask_first: wish.askFirst,
      day: wish.day,
      by_id: wish.byId,
      at: wish.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Of these persons, by kept id, who wants to be asked before they are introduced. */
export async function whoWantsToBeAsked(tx: Tx, personIds: readonly string[]): Promise<Set<string>> {
  if (personIds.length === 0) return new Set();
  const { rows } = await sql<{ personId: string; askFirst: boolean }>`
    select distinct on (k.kept_id) k.kept_id as "personId", w.ask_first as "askFirst"
      from person asked
      join person k on k.workspace_id = asked.workspace_id and k.kept_id = asked.kept_id
      join introduction_wish w on w.workspace_id = k.workspace_id and w.person_id = k.id and w.taken_back_at is null
     where asked.workspace_id = ${tx.workspaceId} and asked.id = any(${personIds}::uuid[])
     order by k.kept_id, w.id desc`.execute(tx.tables());
  return new Set(rows.filter(({ askFirst }) => askFirst).map(({ personId }) => personId));
}
