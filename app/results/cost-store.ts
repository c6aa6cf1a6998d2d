import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Origin } from "#referrals/origin.ts";
import type { CostTables } from "./cost-tables.ts";
import type { Spent } from "./cost.ts";

export interface NewCost extends Spent {
  id: string;
  origin: Origin;
  midMonth: Day;
  memberId: string | null;
}

export async function insertCost(tx: Tx, cost: NewCost, by: Actor): Promise<void> {
  await tx
    .tables<CostTables>()
    .insertInto("origin_cost")
    .values({
      workspace_id: tx.workspaceId,
      id: cost.id,
      origin: cost.origin,
      mid_month: cost.midMonth,
      member_id: cost.memberId,
      minutes: cost.minutes,
      minor: cost.amount?.minor ?? null,
      currency: cost.amount?.currency ?? null,
      note: cost.note,
      day: by.today,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Answers whether it stood. */
export async function takeBackCostRow(tx: Tx, id: string, by: Actor): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .tables<CostTables>()
    .updateTable("origin_cost")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .where("taken_back_at", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
