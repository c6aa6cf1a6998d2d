import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Author } from "#lib/storage/journal.ts";
import type { Shape } from "./chain-credit.ts";
import type { Verdict } from "./credit-dispute.ts";
import type { CreditRow } from "./credit-reader.ts";
import type { CreditTables } from "./credit-tables.ts";

/** Credits are written one at a time in a workspace: held until the commit. */
export async function holdCredits(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`credits ${tx.workspaceId}`}, 0))`.execute(
    tx.tables(),
  );
}

/** Any number of lines, in one statement. */
export async function insertCredits(
  tx: Tx,
  rows: readonly CreditRow[],
  by: Pick<Author, "now" | "member">,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into credit (workspace_id, id, deal_id, line_id, round, place, source_id, count, minor, begun_minor, currency, member_id, team_id,
                        day, rule_number, decision_id, undoes, why, by_id, at)
    select ${tx.workspaceId}::uuid, id, "dealId", "lineId", round, place, "sourceId", count, minor, "begunMinor", currency, "memberId", "teamId",
           day, "ruleNumber", "decisionId", undoes, why, ${by.member?.id ?? null}::uuid, ${by.now}::timestamptz
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row (
           id uuid, "dealId" uuid, "lineId" uuid, round smallint, place smallint, "sourceId" uuid, count smallint, minor bigint,
           "begunMinor" bigint, currency text, "memberId" uuid, "teamId" uuid, day date, "ruleNumber" smallint, "decisionId" uuid,
           undoes uuid, why text)`.execute(tx.tables());
}

/** A moment before the last one changes nothing. */
export async function sayBooked(tx: Tx, through: Date): Promise<void> {
  await sql`
    insert into credit_booked (workspace_id, through_at) values (${tx.workspaceId}, ${through})
    on conflict (workspace_id) do update set through_at = greatest(credit_booked.through_at, excluded.through_at)`.execute(
    tx.tables(),
  );
}

export async function insertRule(
  tx: Tx,
  { number, shape, reason }: { number: number; shape: Shape; reason: string },
  by: Actor,
): Promise<string> {
  const id = newId(by.now);
  await tx
    .tables<CreditTables>()
    .insertInto("credit_rule")
    .values({ ...said(tx, id, by), number, ...columnsOf(shape), reason })
    .execute();
  return id;
}

export async function insertDispute(
  tx: Tx,
  { dealId, reason, proposes }: { dealId: string; reason: string; proposes: string | null },
  by: Actor,
): Promise<string> {
  const id = newId(by.now);
  await tx
    .tables<CreditTables>()
    .insertInto("credit_dispute")
    .values({ ...said(tx, id, by), ...STANDS, deal_id: dealId, reason, proposes, decision_id: null })
    .execute();
  return id;
}

export async function insertDecision(
  tx: Tx,
  decision: {
    disputeId: string;
    verdict: Verdict;
    shape: Shape | null;
    reason: string;
    ledBy: string | null;
    upholdsId: string | null;
  },
  by: Actor,
): Promise<string> {
  const id = newId(by.now);
  const { disputeId, verdict, shape, reason, ledBy, upholdsId } = decision;
  const columns = shape === null ? { kind: null, part: null, of_parts: null } : columnsOf(shape);
  await tx
    .tables<CreditTables>()
    .insertInto("credit_decision")
    .values({
      ...said(tx, id, by),
      ...STANDS,
      dispute_id: disputeId,
      verdict,
      ...columns,
      reason,
      led_by: ledBy,
      upholds_id: upholdsId,
    })
    .execute();
  await settle(tx, disputeId, id);
  return id;
}

/** The dispute is open again. Throws what PostgreSQL says where another one is open by now. */
export async function takeBackDecision(
  tx: Tx,
  { id, disputeId }: { id: string; disputeId: string },
  by: Actor,
): Promise<void> {
  await tx
    .tables<CreditTables>()
    .updateTable("credit_decision")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
  await settle(tx, disputeId, null);
}

export async function takeBackDispute(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<CreditTables>()
    .updateTable("credit_dispute")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

async function settle(tx: Tx, disputeId: string, decisionId: string | null): Promise<void> {
  await tx
    .tables<CreditTables>()
    .updateTable("credit_dispute")
    .set({ decision_id: decisionId })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", disputeId)
    .execute();
}

const STANDS = { taken_back_at: null, taken_back_by: null };

function said(tx: Tx, id: string, by: Actor) {
  return { workspace_id: tx.workspaceId, id, day: by.today, by_id: by.member.id, at: by.now };
}

function columnsOf(shape: Shape) {
  const { part, of } = shape.kind === "split" ? shape.kept : { part: null, of: null };
  return { kind: shape.kind, part, of_parts: of };
}
