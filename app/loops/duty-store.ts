import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { DutyHow, SaidKind, Settled } from "./duty.ts";
import type { LoopTables } from "./loop-tables.ts";

export interface NewSettled {
  id: string;
  referralId: string;
  kind: SaidKind;
  sourceId: string;
  how: DutyHow | null;
  letGoWhy: string | null;
  words: string | null;
  day: Day;
  at: Date;
  /** What the clock said when it was settled. */
  dueAt: Date;
  /** With which gift. */
  giftId: string | null;
}

/** What was said of duties, as it stands, with who said it. */
export interface SettledRow extends Settled {
  referralId: string;
  byName: string;
  /** Null also for a gift of before there was a register. */
  gift: { id: string; what: string; value: Money } | null;
}

export async function insertSettled(tx: Tx, settled: readonly NewSettled[], actor: Actor): Promise<void> {
  await tx
    .tables<LoopTables>()
    .insertInto("duty_done")
    .values(
      settled.map((each) => ({
        workspace_id: tx.workspaceId,
        id: each.id,
        referral_id: each.referralId,
        kind: each.kind,
        source_id: each.sourceId,
        how: each.how,
        let_go_why: each.letGoWhy,
        words: each.words,
        day: each.day,
        at: each.at,
        due_at: each.dueAt,
        by_id: actor.member.id,
        gift_id: each.giftId,
        taken_back_at: null,
        taken_back_by: null,
      })),
    )
    .execute();
}

export async function takeBackSettled(tx: Tx, ids: readonly string[], actor: Actor): Promise<void> {
  await sql`
    update duty_done set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[]) and taken_back_at is null`.execute(
    tx.tables(),
  );
}

/** Sources are those that stand for merged ones. */
export async function settledOf(tx: Tx, referralIds: readonly string[]): Promise<SettledRow[]> {
  if (referralIds.length === 0) return [];
  const { rows } = await sql<SettledRow>`
    select d.id, d.referral_id as "referralId", d.kind, s.kept_id as "sourceId", d.how, d.let_go_why as "letGoWhy", d.words, d.day, d.at,
           d.by_id as "byId", m.name as "byName",
           case when g.id is not null then jsonb_build_object('id', g.id, 'what', g.what,
             'value', jsonb_build_object('minor', g.minor, 'currency', g.currency)) end as gift
      from duty_done d
      join person s on s.workspace_id = d.workspace_id and s.id = d.source_id
      join member m on m.workspace_id = d.workspace_id and m.id = d.by_id
      left join gift g on g.workspace_id = d.workspace_id and g.id = d.gift_id
     where d.workspace_id = ${tx.workspaceId} and d.referral_id = any(${referralIds}::uuid[]) and d.taken_back_at is null
     order by d.id desc`.execute(tx.tables());
  return rows;
}

export interface Passed {
  id: string;
  referralId: string;
  toId: string;
  toName: string;
  words: string | null;
  byId: string;
}

/** To whom introductions were passed, as it stands: the last one of each. */
export async function passedOf(tx: Tx, referralIds: readonly string[]): Promise<Passed[]> {
  if (referralIds.length === 0) return [];
  const { rows } = await sql<Passed>`
    select distinct on (p.referral_id) p.id, p.referral_id as "referralId", p.to_id as "toId", m.name as "toName", p.words, p.by_id as "byId"
      from duty_passed p
      join member m on m.workspace_id = p.workspace_id and m.id = p.to_id
     where p.workspace_id = ${tx.workspaceId} and p.referral_id = any(${referralIds}::uuid[]) and p.taken_back_at is null
     order by p.referral_id, p.id desc`.execute(tx.tables());
  return rows;
}

/** Introductions that this member was asked to see to. */
export async function introductionsPassedTo(tx: Tx, memberId: string): Promise<string[]> {
  const { rows } = await sql<{ referralId: string }>`
    select distinct referral_id as "referralId" from duty_passed
     where workspace_id = ${tx.workspaceId} and to_id = ${memberId} and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows.map(({ referralId }) => referralId);
}

export async function insertPassed(
  tx: Tx,
  passed: { id: string; referralId: string; toId: string; words: string | null },
  actor: Actor,
): Promise<void> {
  await tx
    .tables<LoopTables>()
    .insertInto("duty_passed")
    .values({
      workspace_id: tx.workspaceId,
      id: passed.id,
      referral_id: passed.referralId,
      to_id: passed.toId,
      words: passed.words,
      day: actor.today,
      at: actor.now,
      by_id: actor.member.id,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackPassed(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<LoopTables>()
    .updateTable("duty_passed")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
