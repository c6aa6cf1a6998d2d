import { createHash } from "node:crypto";
import { sql } from "kysely";
import { conflict, invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface Answered {
  status: number;
  answer: unknown;
}

interface IdempotencyTables {
  idempotency_key: {
    workspace_id: string;
    member_id: string;
    key: string;
    request_hash: string;
    status: number | null;
    answer: string | null;
    at: Date;
  };
}

/**
 * Does `work` once for a key, in the transaction of the work itself: a second request with the key waits for the first and
 * gets its answer; after a rollback the key is free again. The same key for another request is a conflict.
 */
export async function onceForKey(
  tx: Tx,
  request: { memberId: string; key: string; hash: string; now: Date; secret?: true },
  work: () => Promise<Answered>,
): Promise<Answered & { replayed: boolean }> {
  const keys = tx.tables<IdempotencyTables>();
  const mine = { workspace_id: tx.workspaceId, member_id: request.memberId, key: request.key };
  const claimed = await keys
    .insertInto("idempotency_key")
    .values({ ...mine, request_hash: request.hash, status: null, answer: null, at: request.now })
    .onConflict((already) => already.doNothing())
    .executeTakeFirst();
  if (claimed.numInsertedOrUpdatedRows === 0n) {
    const earlier = await keys
      .selectFrom("idempotency_key")
      .select(["request_hash", "status", "answer"])
      .where("workspace_id", "=", mine.workspace_id)
      .where("member_id", "=", mine.member_id)
      .where("key", "=", mine.key)
      .executeTakeFirstOrThrow();
    if (earlier.request_hash !== request.hash) {
      throw conflict("this Idempotency-Key was used for another request; use a new one");
    }
    if (request.secret) throw conflict("this was done already, and what it showed is shown only once; withdraw it and make another");
    return { status: earlier.status ?? 200, answer: earlier.answer, replayed: true };
  }
  const answered = await work();
  const kept = request.secret || answered.answer === undefined ? null : JSON.stringify(answered.answer);
  await keys
    .updateTable("idempotency_key")
    .set({ status: answered.status, answer: kept })
    .where("workspace_id", "=", mine.workspace_id)
    .where("member_id", "=", mine.member_id)
    .where("key", "=", mine.key)
    .execute();
  return { ...answered, replayed: false };
}

/** The key of a request, or null. Throws Problem invalid when it is too long to keep. */
export function idempotencyKeyOf(header: string | undefined): string | null {
  if (header === undefined || header === "") return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(header)) throw invalid("Idempotency-Key must be 1 to 200 visible characters, such as a UUID");
  return header;
}

export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

/** Forgets keys older than two days; answers how many. */
export async function forgetOldKeys(tx: Tx, now: Date): Promise<number> {
  const before = new Date(now.getTime() - 2 * 86_400_000);
  const done = await sql`delete from idempotency_key where workspace_id = ${tx.workspaceId} and at < ${before}`.execute(tx.tables());
  return Number(done.numAffectedRows ?? 0n);
}
