import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { WhyApart } from "./apart.ts";
import type { GivingTables } from "./given-tables.ts";

export interface ApartRow {
  id: string;
  oneId: string;
  otherId: string;
  why: WhyApart;
  words: string | null;
  day: Day;
  untilDay: Day | null;
  byId: string;
  byName: string;
  byTeamId: string | null;
}

export async function insertApart(
  tx: Tx,
  apart: Omit<ApartRow, "byName" | "byTeamId"> & { at: Date },
): Promise<void> {
  await tx
    .tables<GivingTables>()
    .insertInto("kept_apart")
    .values({
      workspace_id: tx.workspaceId,
      id: apart.id,
      one_id: apart.oneId,
      other_id: apart.otherId,
      why: apart.why,
      words: apart.words,
      day: apart.day,
      until_day: apart.untilDay,
      by_id: apart.byId,
      at: apart.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackApartRow(tx: Tx, id: string, taken: { at: Date; by: string }): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("kept_apart")
    .set({ taken_back_at: taken.at, taken_back_by: taken.by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Null also for one that was taken back. */
export async function findApart(tx: Tx, id: string): Promise<ApartRow | null> {
  const { rows } = await sql<ApartRow>`
    select f.id, o.kept_id as "oneId", p.kept_id as "otherId", f.why, f.words, f.day, f.until_day as "untilDay",
           f.by_id as "byId", m.name as "byName", m.team_id as "byTeamId"
      from kept_apart f
      join member m on m.workspace_id = f.workspace_id and m.id = f.by_id
      join person o on o.workspace_id = f.workspace_id and o.id = f.one_id
      join person p on p.workspace_id = f.workspace_id and p.id = f.other_id
     where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null
       for update of f`.execute(tx.tables());
  return rows[0] ?? null;
}
