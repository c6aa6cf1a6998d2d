import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { Took } from "#accounts/absorb.ts";
import type { PeopleTables } from "./people-tables.ts";

export type MergeKind = PeopleTables["merge"]["kind"];

export interface MergeRow {
  id: string;
  kind: MergeKind;
  keptId: string;
  mergedId: string;
  took: Took & { name: string; positionId?: string | null };
  at: Date;
  byId: string;
  undoneAt: Date | null;
}

const COLUMNS = [
  "id",
  "kind",
  "kept_id as keptId",
  "merged_id as mergedId",
  "took",
  "at",
  "by_id as byId",
  "undone_at as undoneAt",
] as const;

/** Locks the row until the commit. */
export async function lockMerge(tx: Tx, id: string): Promise<MergeRow | null> {
  const row = await tx
    .tables<PeopleTables>()
    .selectFrom("merge")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  return (row as MergeRow | undefined) ?? null;
}

/** The standing merges into this one, the latest first. */
export async function mergesInto(tx: Tx, keptId: string): Promise<MergeRow[]> {
  const rows = await tx
    .tables<PeopleTables>()
    .selectFrom("merge")
    .select(COLUMNS)
    .where("workspace_id", "=", tx.workspaceId)
    .where("kept_id", "=", keptId)
    .where("undone_at", "is", null)
    .orderBy("id", "desc")
    .execute();
  return rows as MergeRow[];
}

/** That id and all that came into it by standing merges, one after the other. */
export async function idsMergedUnder(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive under as (
      select ${id}::uuid as id
      union
      select m.merged_id from merge m join under on m.kept_id = under.id
       where m.workspace_id = ${tx.workspaceId} and m.undone_at is null)
    select id from under`.execute(tx.tables());
  return rows.map((row) => row.id);
}

/** The standing merge that took this one in, if any. */
export async function mergeOf(tx: Tx, mergedId: string): Promise<{ keptId: string } | null> {
  const row = await tx
    .tables<PeopleTables>()
    .selectFrom("merge")
    .select("kept_id as keptId")
    .where("workspace_id", "=", tx.workspaceId)
    .where("merged_id", "=", mergedId)
    .where("undone_at", "is", null)
    .executeTakeFirst();
  return row ?? null;
}

export async function insertMerge(
  tx: Tx,
  merge: {
    id: string;
    kind: MergeKind;
    keptId: string;
    mergedId: string;
    took: object;
    at: Date;
    byId: string;
  },
): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .insertInto("merge")
    .values({
      workspace_id: tx.workspaceId,
      id: merge.id,
      kind: merge.kind,
      kept_id: merge.keptId,
      merged_id: merge.mergedId,
      took: JSON.stringify(merge.took),
      at: merge.at,
      by_id: merge.byId,
      undone_at: null,
      undone_by: null,
    })
    .execute();
}

export async function endMerge(tx: Tx, id: string, undone: { at: Date; by: string }): Promise<void> {
  await tx
    .tables<PeopleTables>()
    .updateTable("merge")
    .set({ undone_at: undone.at, undone_by: undone.by })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Says who stands for these persons; null: they stand for themselves. */
export async function pointPeople(tx: Tx, ids: readonly string[], keptId: string | null): Promise<void> {
  await sql`
    update person set merged_into = ${keptId}::uuid
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

/** E-mails and phones of everybody merged into that person. */
export async function waysOfMerged(tx: Tx, keptId: string): Promise<{ emails: string[]; phones: string[] }> {
  const { rows } = await sql<{ emails: string[]; phones: string[] }>`
    select emails, phones from person where workspace_id = ${tx.workspaceId} and merged_into = ${keptId}`.execute(
    tx.tables(),
  );
  return { emails: rows.flatMap((row) => row.emails), phones: rows.flatMap((row) => row.phones) };
}

/** `one` and `other` were looked at and are two different ones. Answers false when that was said before. */
export async function insertToldApart(
  tx: Tx,
  pair: readonly [string, string],
  told: { at: Date; by: string },
): Promise<boolean> {
  const [one, other] = pair;
  const done = await tx
    .tables<PeopleTables>()
    .insertInto("told_apart")
    .values({ workspace_id: tx.workspaceId, one_id: one, other_id: other, at: told.at, by_id: told.by })
    .onConflict((already) => already.doNothing())
    .executeTakeFirst();
  return done.numInsertedOrUpdatedRows !== 0n;
}

export async function deleteToldApart(tx: Tx, pair: readonly [string, string]): Promise<boolean> {
  const done = await tx
    .tables<PeopleTables>()
    .deleteFrom("told_apart")
    .where("workspace_id", "=", tx.workspaceId)
    .where("one_id", "=", pair[0])
    .where("other_id", "=", pair[1])
    .executeTakeFirst();
  return done.numDeletedRows !== 0n;
}

/** Of these, the ones that somebody told apart from any of `ids`. */
export async function toldApartFrom(
  tx: Tx,
  ids: readonly string[],
  others: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select other.id
      from unnest(${others}::uuid[]) as other (id)
     where exists (
       select from told_apart t join unnest(${ids}::uuid[]) as mine (id) on true
        where t.workspace_id = ${tx.workspaceId}
          and t.one_id = least(mine.id, other.id) and t.other_id = greatest(mine.id, other.id))`.execute(
    tx.tables(),
  );
  return rows.map((row) => row.id);
}
