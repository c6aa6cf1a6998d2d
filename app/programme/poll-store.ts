import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Statement, Urn } from "./poll.ts";
import type { PollTables } from "./poll-tables.ts";

export interface PollRow {
  id: string;
  statements: Statement[];
  openedOn: Day;
  lastDay: Day;
  byName: string;
  urn: Urn;
  /** Whether this member has answered. */
  answered: boolean;
}

/** Those that stand, the newest first. */
export async function pollsFor(tx: Tx, memberId: string): Promise<PollRow[]> {
  const { rows } = await sql<Omit<PollRow, "urn"> & Urn>`
    select p.id, p.statements, p.opened_on as "openedOn", p.last_day as "lastDay", m.name as "byName",
           exists (select from poll_voter v
                    where v.workspace_id = p.workspace_id and v.poll_id = p.id and v.member_id = ${memberId}) as answered,
           u.answers, u.rank_sums as "rankSums", u.rank_squares as "rankSquares", u.agreed, u.chance
      from poll p
      join poll_urn u on u.workspace_id = p.workspace_id and u.poll_id = p.id
      join member m on m.workspace_id = p.workspace_id and m.id = p.by_id
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null
     order by p.last_day desc, p.id desc`.execute(tx.tables());
  return rows.map(({ answers, rankSums, rankSquares, agreed, chance, ...poll }) => ({
    ...poll,
    urn: { answers, rankSums, rankSquares, agreed, chance },
  }));
}

/** Whom a poll asks: who works here and does not lead the company, as a leader would know their own answer. */
export async function countAsked(tx: Tx): Promise<number> {
  const { rows } = await sql<{ asked: number }>`
    select count(*)::int as asked from member
     where workspace_id = ${tx.workspaceId} and left_at is null and role <> 'leader'`.execute(tx.tables());
  return rows[0]?.asked ?? 0;
}

/** Locks all about polls in this workspace until the commit: they are opened seldom. */
export async function holdPolls(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`polls ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

export async function insertPoll(
  tx: Tx,
  poll: { id: string; statements: readonly Statement[]; lastDay: Day; urn: Urn },
  by: Actor,
): Promise<void> {
  await tx
    .tables<PollTables>()
    .insertInto("poll")
    .values({
      workspace_id: tx.workspaceId,
      id: poll.id,
      statements: JSON.stringify(poll.statements) as never,
      opened_on: by.today,
      last_day: poll.lastDay,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
  await tx
    .tables<PollTables>()
    .insertInto("poll_urn")
    .values({ workspace_id: tx.workspaceId, poll_id: poll.id, ...columnsOf(poll.urn) })
    .execute();
}

export async function updateLastDay(tx: Tx, id: string, lastDay: Day): Promise<void> {
  await tx
    .tables<PollTables>()
    .updateTable("poll")
    .set({ last_day: lastDay })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackPollRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<PollTables>()
    .updateTable("poll")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** False where they have answered before. */
export async function insertVoter(tx: Tx, pollId: string, memberId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .tables<PollTables>()
    .insertInto("poll_voter")
    .values({ workspace_id: tx.workspaceId, poll_id: pollId, member_id: memberId })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Locked until the commit, so that two answers at once are both in it. */
export async function holdUrn(tx: Tx, pollId: string): Promise<Urn | null> {
  const { rows } = await sql<Urn>`
    select answers, rank_sums as "rankSums", rank_squares as "rankSquares", agreed, chance
      from poll_urn where workspace_id = ${tx.workspaceId} and poll_id = ${pollId} for update`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function saveUrn(tx: Tx, pollId: string, urn: Urn): Promise<void> {
  await tx
    .tables<PollTables>()
    .updateTable("poll_urn")
    .set(columnsOf(urn))
    .where("workspace_id", "=", tx.workspaceId)
    .where("poll_id", "=", pollId)
    .execute();
}

function columnsOf({ answers, rankSums, rankSquares, agreed, chance }: Urn) {
  return { answers, rank_sums: rankSums, rank_squares: rankSquares, agreed, chance };
}
