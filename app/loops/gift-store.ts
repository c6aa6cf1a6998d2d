import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SaidKind } from "./duty.ts";
import type { LoopTables } from "./loop-tables.ts";

export interface NewGift {
  id: string;
  personId: string;
  accountId: string | null;
  /** Who gives. */
  memberId: string;
  referralId: string | null;
  dutyKinds: readonly SaidKind[];
  what: string;
  value: Money;
  words: string | null;
  day: Day;
  /** Above the cap it is asked for first; otherwise it was given on its day. */
  asked: boolean;
}

export async function insertGift(tx: Tx, gift: NewGift, actor: Actor): Promise<void> {
  await tx
    .tables<LoopTables>()
    .insertInto("gift")
    .values({
      workspace_id: tx.workspaceId,
      id: gift.id,
      person_id: gift.personId,
      account_id: gift.accountId,
      member_id: gift.memberId,
      referral_id: gift.referralId,
      duty_kinds: [...gift.dutyKinds],
      what: gift.what,
      minor: gift.value.minor,
      currency: gift.value.currency,
      words: gift.words,
      day: gift.day,
      asked_at: gift.asked ? actor.now : null,
      approved_at: null,
      approved_by: null,
      refused_at: null,
      refused_by: null,
      refused_why: null,
      given_on: gift.asked ? null : gift.day,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function approveGiftRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await change(tx, id, { approved_at: actor.now, approved_by: actor.member.id });
}

export async function refuseGiftRow(tx: Tx, id: string, why: string, actor: Actor): Promise<void> {
  await change(tx, id, { refused_at: actor.now, refused_by: actor.member.id, refused_why: why });
}

export async function forgetDecision(tx: Tx, id: string): Promise<void> {
  const nobody = {
    approved_at: null,
    approved_by: null,
    refused_at: null,
    refused_by: null,
    refused_why: null,
  };
  await change(tx, id, nobody);
}

/** null: approved, and not given after all. */
export async function updateGivenOn(tx: Tx, id: string, day: Day | null): Promise<void> {
  await change(tx, id, { given_on: day });
}

export async function takeBackGiftRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await change(tx, id, { taken_back_at: actor.now, taken_back_by: actor.member.id });
}

/** Of what was said of duties, the gifts that no other standing duty was done with. */
export async function giftsOnlyOf(
  tx: Tx,
  settledIds: readonly string[],
): Promise<{ id: string; asked: boolean }[]> {
  if (settledIds.length === 0) return [];
  const { rows } = await sql<{ id: string; asked: boolean }>`
    select distinct g.id, g.asked_at is not null as asked
      from duty_done d
      join gift g on g.workspace_id = d.workspace_id and g.id = d.gift_id and g.taken_back_at is null
     where d.workspace_id = ${tx.workspaceId} and d.id = any(${settledIds}::uuid[])
       and not exists (
         select from duty_done other
          where other.workspace_id = d.workspace_id and other.gift_id = g.id and other.taken_back_at is null
            and other.id <> all(${settledIds}::uuid[]))`.execute(tx.tables());
  return rows;
}

/** What was said of duties that were done with this gift, as it stands. */
export async function settledWith(tx: Tx, giftId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from duty_done
     where workspace_id = ${tx.workspaceId} and gift_id = ${giftId} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows.map(({ id }) => id);
}

async function change(tx: Tx, id: string, to: Partial<LoopTables["gift"]>): Promise<void> {
  await tx
    .tables<LoopTables>()
    .updateTable("gift")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
