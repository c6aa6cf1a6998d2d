import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { BoardKind } from "./board.ts";

export interface BoardOff {
  id: string;
  board: BoardKind;
  byName: string;
}

export async function boardsOff(tx: Tx): Promise<BoardOff[]> {
  const { rows } = await sql<BoardOff>`
    select o.id, o.board, m.name as "byName"
      from board_off o join member m on m.workspace_id = o.workspace_id and m.id = o.by_id
     where o.workspace_id = ${tx.workspaceId} and o.taken_back_at is null`.execute(tx.tables());
  return rows;
}

/** Answers its id, or null where it was off already. */
export async function insertBoardOff(tx: Tx, board: BoardKind, actor: Actor): Promise<string | null> {
  const id = newId(actor.now);
  const { rows } = await sql`
    insert into board_off (workspace_id, id, board, day, by_id, at)
    values (${tx.workspaceId}, ${id}, ${board}, ${actor.today}, ${actor.member.id}, ${actor.now})
    on conflict (workspace_id, board) where taken_back_at is null do nothing returning id`.execute(
    tx.tables(),
  );
  return rows.length > 0 ? id : null;
}

/** Answers the ids of what no longer holds. */
export async function takeBackBoardOff(tx: Tx, board: BoardKind, actor: Actor): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update board_off set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and board = ${board} and taken_back_at is null returning id`.execute(
    tx.tables(),
  );
  return rows.map(({ id }) => id);
}
