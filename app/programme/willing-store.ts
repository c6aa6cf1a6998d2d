import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SaidAt } from "./willing.ts";
import type { WillingTables } from "./willing-tables.ts";

export interface OwnTheme {
  id: string;
  name: string;
  signs: string[];
}

export async function ownThemes(tx: Tx): Promise<OwnTheme[]> {
  const { rows } = await sql<OwnTheme>`
    select id, name, signs from willing_theme
     where workspace_id = ${tx.workspaceId} and taken_back_at is null order by id`.execute(tx.tables());
  return rows;
}

export async function insertTheme(tx: Tx, theme: OwnTheme, by: Actor): Promise<void> {
  const { id, name, signs } = theme;
  await tx
    .tables<WillingTables>()
    .insertInto("willing_theme")
    .values({ ...written(tx, id, by), name, signs })
    .execute();
}

export async function takeBackTheme(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<WillingTables>()
    .updateTable("willing_theme")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Locks what is said of these words until the commit. */
export async function holdWords(tx: Tx, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`willing ${tx.workspaceId} ${key}`}, 0))`.execute(
    tx.tables(),
  );
}

/** The words stand under these themes from now on, and under no others. */
export async function saveThemes(
  tx: Tx,
  at: SaidAt,
  { fresh, over }: { fresh: readonly string[]; over: readonly string[] },
  by: Actor,
): Promise<void> {
  const { kind, recordId, place } = at;
  const isCard = kind === "card";
  if (over.length > 0)
    await sql`
      update willing_word set taken_back_at = ${by.now}, taken_back_by = ${by.member.id}
       where workspace_id = ${tx.workspaceId} and taken_back_at is null and theme = any(${over}::text[])
         and ${isCard ? sql`card_id` : sql`review_id`} = ${recordId}
         and ${isCard ? sql`question_id` : sql`point`} = ${place}`.execute(tx.tables());
  if (fresh.length > 0)
    await tx
      .tables<WillingTables>()
      .insertInto("willing_word")
      .values(
        fresh.map((theme) => ({
          ...written(tx, newId(by.now), by),
          card_id: isCard ? recordId : null,
          question_id: isCard ? place : null,
          review_id: isCard ? null : recordId,
          point: isCard ? null : place,
          theme,
        })),
      )
      .execute();
}

function written(tx: Tx, id: string, by: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    by_id: by.member.id,
    at: by.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
