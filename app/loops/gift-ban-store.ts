import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { LoopTables } from "./loop-tables.ts";

/** "Wants no gifts", or "their employer forbids them". Persons and accounts are those that stand for merged ones. */
export interface GiftBan {
  id: string;
  personId: string | null;
  accountId: string | null;
  /** Of the person or the account. */
  name: string;
  words: string | null;
  day: Day;
  byId: string;
  byName: string;
  byTeamId: string | null;
  liftedOn: Day | null;
  liftedByName: string | null;
}

export interface NewGiftBan {
  id: string;
  personId: string | null;
  accountId: string | null;
  words: string | null;
  day: Day;
}

export async function insertGiftBan(tx: Tx, ban: NewGiftBan, actor: Actor): Promise<void> {
  await tx
    .tables<LoopTables>()
    .insertInto("gift_ban")
    .values({
      workspace_id: tx.workspaceId,
      id: ban.id,
      person_id: ban.personId,
      account_id: ban.accountId,
      words: ban.words,
      day: ban.day,
      by_id: actor.member.id,
      at: actor.now,
      lifted_on: null,
      lifted_by: null,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function liftGiftBan(tx: Tx, id: string, lifted: { on: Day; by: string } | null): Promise<void> {
  await change(tx, id, { lifted_on: lifted?.on ?? null, lifted_by: lifted?.by ?? null });
}

export async function takeBackGiftBan(tx: Tx, id: string, actor: Actor): Promise<void> {
  await change(tx, id, { taken_back_at: actor.now, taken_back_by: actor.member.id });
}

export async function findGiftBan(tx: Tx, id: string): Promise<GiftBan | null> {
  const [ban] = await bansWhere(tx, sql`b.id = ${id}`);
  return ban ?? null;
}

/** Lifted ones too, the latest first; `ids` with those that were merged into them. */
export async function giftBansOf(
  tx: Tx,
  of: { personIds?: readonly string[]; accountIds?: readonly string[] },
): Promise<GiftBan[]> {
  const { personIds = [], accountIds = [] } = of;
  return bansWhere(
    tx,
    sql`(b.person_id = any(${personIds}::uuid[]) or b.account_id = any(${accountIds}::uuid[]))`,
  );
}

async function bansWhere(tx: Tx, condition: ReturnType<typeof sql>): Promise<GiftBan[]> {
  const { rows } = await sql<GiftBan>`
    select b.id, p.id as "personId", a.id as "accountId", coalesce(p.full_name, a.name) as name, b.words, b.day,
           b.by_id as "byId", m.name as "byName", m.team_id as "byTeamId", b.lifted_on as "liftedOn", l.name as "liftedByName"
      from gift_ban b
      join member m on m.workspace_id = b.workspace_id and m.id = b.by_id
      left join member l on l.workspace_id = b.workspace_id and l.id = b.lifted_by
      left join person pt on pt.workspace_id = b.workspace_id and pt.id = b.person_id
      left join person p on p.workspace_id = b.workspace_id and p.id = pt.kept_id
      left join account ac on ac.workspace_id = b.workspace_id and ac.id = b.account_id
      left join account a on a.workspace_id = b.workspace_id and a.id = ac.kept_id
     where b.workspace_id = ${tx.workspaceId} and b.taken_back_at is null and ${condition}
     order by b.day desc, b.id desc`.execute(tx.tables());
  return rows;
}

async function change(tx: Tx, id: string, to: Partial<LoopTables["gift_ban"]>): Promise<void> {
  await tx
    .tables<LoopTables>()
    .updateTable("gift_ban")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
