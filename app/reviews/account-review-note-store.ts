import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { NoteNow } from "./account-review.ts";
import type { AccountReviewTables } from "./account-review-tables.ts";

/** A point of a review's own. */
export interface OwnPoint {
  id: string;
  name: string;
}

export interface NoteRow extends NoteNow {
  point: string;
  at: Date;
}

export async function notesOf(tx: Tx, reviewId: string): Promise<NoteRow[]> {
  const { rows } = await sql<NoteRow>`
    select n.point, n.words, n.version, n.at, m.name as "byName"
      from account_review_note n join member m on m.workspace_id = n.workspace_id and m.id = n.by_id
     where n.workspace_id = ${tx.workspaceId} and n.review_id = ${reviewId} order by n.point`.execute(
    tx.tables(),
  );
  return rows;
}

export async function saveNote(
  tx: Tx,
  note: { reviewId: string; point: string; words: string; version: number },
  actor: Actor,
): Promise<void> {
  const { reviewId, point, words, version } = note;
  await sql`
    insert into account_review_note (workspace_id, review_id, point, words, version, by_id, at)
    values (${tx.workspaceId}, ${reviewId}, ${point}, ${words}, ${version}, ${actor.member.id}, ${actor.now})
    on conflict (workspace_id, review_id, point) do update set
      words = excluded.words, version = excluded.version, by_id = excluded.by_id, at = excluded.at`.execute(
    tx.tables(),
  );
}

/** In the order in which they were added. */
export async function ownPointsOf(tx: Tx, reviewId: string): Promise<OwnPoint[]> {
  const { rows } = await sql<OwnPoint>`
    select id, name from account_review_point
     where workspace_id = ${tx.workspaceId} and review_id = ${reviewId} and taken_back_at is null order by id`.execute(
    tx.tables(),
  );
  return rows;
}

export async function insertPoint(
  tx: Tx,
  { id, reviewId, name }: OwnPoint & { reviewId: string },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .insertInto("account_review_point")
    .values({ ...written(tx, id, actor), review_id: reviewId, name })
    .execute();
}

export async function takeBackPointRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("account_review_point")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Where something was noted, or promised, that would go with it. */
export async function hasContent(tx: Tx, reviewId: string): Promise<boolean> {
  const { rows } = await sql<{ has: boolean }>`
    select exists (select from account_review_note
                    where workspace_id = ${tx.workspaceId} and review_id = ${reviewId} and words <> '')
        or exists (select from review_commitment
                    where workspace_id = ${tx.workspaceId} and review_id = ${reviewId} and taken_back_at is null) as has`.execute(
    tx.tables(),
  );
  return rows[0]?.has ?? false;
}

function written(tx: Tx, id: string, actor: Actor) {
  return {
    workspace_id: tx.workspaceId,
    id,
    by_id: actor.member.id,
    at: actor.now,
    taken_back_at: null,
    taken_back_by: null,
  };
}
