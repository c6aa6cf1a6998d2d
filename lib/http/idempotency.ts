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
    /** When it may be forgotten. */
    kept_until: Date;
  };
}

const KEPT_DAYS = 2;
/** A device may send a gesture again for a month (lib/web/outbox.ts). */
const KEPT_DAYS_LATE = 35;
// More than one, so that old keys become fewer however many come.
const SWEPT_A_KEY = 3;

export interface Keyed {
  memberId: string;
  key: string;
  hash: string;
  now: Date;
  secret?: true | undefined;
  /** Sent by a device that may have kept it, and may send it again. */
  mayBeLate?: boolean;
}

/**
 * Claims a key in the transaction of the work itself: null, and the work is to be done, or the answer that was given. A
 * second request with the key waits for the first; after a rollback the key is free again. The same key for another request
 * is a conflict. Keys are kept for two days at least, those of a write that may be late for 35.
 */
export async function claimKey(tx: Tx, request: Keyed): Promise<Answered | null> {
  const keys = tx.tables<IdempotencyTables>();
  const mine = { workspace_id: tx.workspaceId, member_id: request.memberId, key: request.key };
  const claimed = await sql`
    with swept as (
      delete from idempotency_key
       where workspace_id = ${mine.workspace_id} and (member_id, key) in (
        select member_id, key from idempotency_key
         where workspace_id = ${mine.workspace_id} and kept_until < ${request.now}
           and (member_id, key) <> (${mine.member_id}::uuid, ${mine.key}::text)
         order by kept_until limit ${SWEPT_A_KEY} for update skip locked))
    insert into idempotency_key (workspace_id, member_id, key, request_hash, kept_until)
    values (${mine.workspace_id}, ${mine.member_id}, ${mine.key}, ${request.hash}, ${keptUntil(request)})
    on conflict do nothing`.execute(tx.tables());
  if (claimed.numAffectedRows === 0n) {
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
    if (request.secret)
      throw conflict(
        "this was done already, and what it showed is shown only once; withdraw it and make another",
      );
    return { status: earlier.status ?? 200, answer: earlier.answer };
  }
  return null;
}

/** Keeps the answer for a repeat of the request. */
export async function keepAnswer(tx: Tx, request: Keyed, answered: Answered): Promise<Answered> {
  const kept = request.secret || answered.answer === undefined ? null : JSON.stringify(answered.answer);
  await tx
    .tables<IdempotencyTables>()
    .updateTable("idempotency_key")
    .set({ status: answered.status, answer: kept })
    .where("workspace_id", "=", tx.workspaceId)
    .where("member_id", "=", request.memberId)
    .where("key", "=", request.key)
    .execute();
  return answered;
}

/** The key of a request, or null. Throws Problem invalid when it is too long to keep. */
export function idempotencyKeyOf(header: string | undefined): string | null {
  if (header === undefined || header === "") return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(header))
    throw invalid("Idempotency-Key must be 1 to 200 visible characters, such as a UUID");
  return header;
}

export function requestHash(method: string, path: string, body: string): string {
  return createHash("sha256").update(`${method} ${path}\n${body}`).digest("hex");
}

function keptUntil({ now, mayBeLate }: Keyed): Date {
  return new Date(now.getTime() + (mayBeLate ? KEPT_DAYS_LATE : KEPT_DAYS) * 86_400_000);
}
