import { sql } from "kysely";
import type { Heard } from "#lib/audio/heard.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TeamTables } from "#team/team-tables.ts";
import type { PracticeTables } from "./practice-tables.ts";
import type { TakeTables } from "./take-tables.ts";
import type { TakeEnd } from "./take.ts";

/** A take that was shared. */
export interface TakeRow {
  id: string;
  memberId: string;
  memberName: string;
  /** Null also where the session was taken back. */
  sessionId: string | null;
  scenarioName: string;
  type: string;
  seconds: number;
  bytes: number;
  received: number;
  heard: Heard | null;
  wrappedKey: Buffer | null;
  untilDay: Day;
  sharedAt: Date;
  ended: TakeEnd | null;
}

export type NewTake = Omit<TakeRow, "memberName" | "received" | "ended" | "wrappedKey"> & {
  wrappedKey: Buffer;
};

export interface Viewer {
  takeId: string;
  id: string;
  name: string;
}

type Tables = TakeTables & TeamTables & Pick<PracticeTables, "practice_session">;

export async function insertTake(tx: Tx, take: NewTake): Promise<void> {
  await tx
    .tables<TakeTables>()
    .insertInto("practice_take")
    .values({
      workspace_id: tx.workspaceId,
      id: take.id,
      member_id: take.memberId,
      session_id: take.sessionId,
      scenario_name: take.scenarioName,
      type: take.type,
      seconds: take.seconds,
      bytes: take.bytes,
      received: 0,
      heard: take.heard && sql`${JSON.stringify(take.heard)}::jsonb`,
      wrapped_key: take.wrappedKey,
      until_day: take.untilDay,
      shared_at: take.sharedAt,
      received_at: take.sharedAt,
    })
    .execute();
}

/** They are of this session from now on. */
export async function tieTakeRows(tx: Tx, ids: readonly string[], sessionId: string): Promise<void> {
  await tx
    .tables<TakeTables>()
    .updateTable("practice_take")
    .set({ session_id: sessionId })
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

/** Puts these in place of whoever was chosen before. */
export async function chooseViewers(
  tx: Tx,
  takeId: string,
  memberIds: readonly string[],
  now: Date,
): Promise<void> {
  await tx
    .tables<TakeTables>()
    .deleteFrom("practice_take_viewer")
    .where("take_id", "=", takeId)
    .where("member_id", "!=", sql<string>`all(${[...memberIds]}::uuid[])`)
    .execute();
  if (memberIds.length === 0) return;
  await tx
    .tables<TakeTables>()
    .insertInto("practice_take_viewer")
    .values(
      memberIds.map((memberId) => ({
        workspace_id: tx.workspaceId,
        take_id: takeId,
        member_id: memberId,
        chosen_at: now,
      })),
    )
    .onConflict((row) => row.doNothing())
    .execute();
}

export async function findTake(tx: Tx, id: string): Promise<TakeRow | undefined> {
  return readTakes(tx).where("t.id", "=", id).executeTakeFirst();
}

/** The same, held until the transaction ends: two that write it wait for each other. */
export async function holdTake(tx: Tx, id: string): Promise<TakeRow | undefined> {
  return readTakes(tx).where("t.id", "=", id).forUpdate("t").executeTakeFirst();
}

/** A member's own that stand, the latest first. */
export async function standingTakesOf(tx: Tx, memberId: string): Promise<TakeRow[]> {
  return readTakes(tx)
    .where("t.member_id", "=", memberId)
    .where("t.ended_at", "is", null)
    .orderBy("t.id", "desc")
    .execute();
}

/** Those of others that this member may see, whole and within their day, the latest first. */
export async function takesShownTo(tx: Tx, memberId: string, today: Day): Promise<TakeRow[]> {
  return readTakes(tx)
    .innerJoin("practice_take_viewer as v", (join) =>
      join.onRef("v.take_id", "=", "t.id").on("v.member_id", "=", memberId),
    )
    .where("t.ended_at", "is", null)
    .where("t.until_day", ">=", today)
    .whereRef("t.received", "=", "t.bytes")
    .orderBy("t.id", "desc")
    .execute();
}

export async function viewersOf(tx: Tx, takeIds: readonly string[]): Promise<Viewer[]> {
  return tx
    .tables<Tables>()
    .selectFrom("practice_take_viewer as v")
    .innerJoin("member as m", "m.id", "v.member_id")
    .select(["v.take_id as takeId", "m.id", "m.name"])
    .where("v.take_id", "=", sql<string>`any(${[...takeIds]}::uuid[])`)
    .orderBy("m.name")
    .execute();
}

export async function addReceived(tx: Tx, id: string, received: number, now: Date): Promise<void> {
  await tx
    .tables<TakeTables>()
    .updateTable("practice_take")
    .set({ received, received_at: now })
    .where("id", "=", id)
    .execute();
}

/** The key is gone with it; nobody is chosen any more. */
export async function endTakeRows(tx: Tx, ids: readonly string[], ended: TakeEnd, now: Date): Promise<void> {
  await tx
    .tables<TakeTables>()
    .updateTable("practice_take")
    .set({ ended, ended_at: now, wrapped_key: null, heard: null })
    .where("id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .where("ended_at", "is", null)
    .execute();
  await tx
    .tables<TakeTables>()
    .deleteFrom("practice_take_viewer")
    .where("take_id", "=", sql<string>`any(${[...ids]}::uuid[])`)
    .execute();
}

export async function chooseNoMore(tx: Tx, memberId: string): Promise<void> {
  await tx
    .tables<TakeTables>()
    .deleteFrom("practice_take_viewer")
    .where("member_id", "=", memberId)
    .execute();
}

/** All that stand, to be looked through: how far each is, and since when. */
export async function standingTakes(
  tx: Tx,
): Promise<{ id: string; untilDay: Day; isWhole: boolean; receivedAt: Date }[]> {
  return tx
    .tables<TakeTables>()
    .selectFrom("practice_take")
    .select([
      "id",
      "until_day as untilDay",
      sql<boolean>`received = bytes`.as("isWhole"),
      "received_at as receivedAt",
    ])
    .where("ended_at", "is", null)
    .execute();
}

function readTakes(tx: Tx) {
  return tx
    .tables<Tables>()
    .selectFrom("practice_take as t")
    .innerJoin("member as m", "m.id", "t.member_id")
    .leftJoin("practice_session as s", (join) =>
      join.onRef("s.id", "=", "t.session_id").on("s.taken_back_at", "is", null),
    )
    .select([
      "t.id",
      "t.member_id as memberId",
      "m.name as memberName",
      "s.id as sessionId",
      "t.scenario_name as scenarioName",
      "t.type",
      "t.seconds",
      "t.bytes",
      "t.received",
      "t.heard",
      "t.wrapped_key as wrappedKey",
      "t.until_day as untilDay",
      "t.shared_at as sharedAt",
      "t.ended",
    ]);
}
