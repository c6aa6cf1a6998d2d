import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { PeopleTables } from "./people-tables.ts";
import { AUTHOR } from "./protection-store.ts";
import type { Met, MetHow, RightWord, RoleSaid } from "./standing.ts";

type Of<Fact> = Fact & { personId: string };

/** For each of these records the last time somebody was met, and the first day. */
export async function lastMet(
  tx: Tx,
  personIds: readonly string[],
): Promise<(Of<Met> & { firstDay: Day })[]> {
  const { rows } = await sql<Of<Met> & { firstDay: Day }>`
    select distinct on (f.person_id) f.id, f.person_id as "personId", f.day, f.how, f.because_id as "becauseId",
           min(f.day) over (partition by f.person_id) as "firstDay",
           ${AUTHOR} as by
      from person_met f left join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null
     order by f.person_id, f.day desc, f.id desc`.execute(tx.tables());
  return rows;
}

/** For each of these records the last word about the right to ask. */
export async function lastRightWords(tx: Tx, personIds: readonly string[]): Promise<Of<RightWord>[]> {
  const { rows } = await sql<Of<RightWord>>`
    select distinct on (f.person_id) f.id, f.person_id as "personId", f.earned, f.words, f.day,
           ${AUTHOR} as by
      from right_word f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null
     order by f.person_id, f.day desc, f.id desc`.execute(tx.tables());
  return rows;
}

/** For each of these records the part in buying that was said last. */
export async function lastRoles(tx: Tx, personIds: readonly string[]): Promise<Of<RoleSaid>[]> {
  const { rows } = await sql<Of<RoleSaid>>`
    select distinct on (f.person_id) f.id, f.person_id as "personId", f.role, f.since,
           ${AUTHOR} as by
      from buying_role f join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
     where f.workspace_id = ${tx.workspaceId} and f.person_id = any(${personIds}::uuid[]) and f.taken_back_at is null
     order by f.person_id, f.id desc`.execute(tx.tables());
  return rows;
}

/** What this (a meeting, say) has noted about who was met, standing or taken back. */
export async function findMetBecause(
  tx: Tx,
  becauseId: string,
): Promise<{ id: string; personId: string; day: Day; byId: string | null; takenBack: boolean } | null> {
  const row = await tx
    .tables<PeopleTables>()
    .selectFrom("person_met")
    .select(["id", "person_id as personId", "day", "by_id as byId"])
    .select(sql<boolean>`taken_back_at is not null`.as("takenBack"))
    .where("workspace_id", "=", tx.workspaceId)
    .where("because_id", "=", becauseId)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertMet(
  tx: Tx,
  met: {
    id: string;
    personId: string;
    day: Day;
    how: MetHow;
    becauseId: string | null;
    byId: string | null;
    at: Date;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("person_met")
    .values({
      workspace_id: tx.workspaceId,
      id: met.id,
      person_id: met.personId,
      day: met.day,
      how: met.how,
      because_id: met.becauseId,
      by_id: met.byId,
      at: met.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** It stands, on that day and with that person. */
export async function moveMet(
  tx: Tx,
  id: string,
  met: { personId: string; day: Day; byId: string | null; at: Date },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("person_met")
    .set({
      person_id: met.personId,
      day: met.day,
      by_id: met.byId,
      at: met.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** `taken` null: it stands again. */
export async function takeBackMetRow(
  tx: Tx,
  id: string,
  taken: { at: Date; by: string | null } | null,
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("person_met")
    .set({ taken_back_at: taken?.at ?? null, taken_back_by: taken?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
