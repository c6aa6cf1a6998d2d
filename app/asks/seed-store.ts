import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SeedMoment } from "./seed.ts";
import type { WaitingTables } from "./waiting-tables.ts";

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface SeedRow {
  id: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  personId: string;
  personName: string;
  /** Where they worked then. */
  accountId: string | null;
  accountName: string | null;
  moment: SeedMoment;
  day: Day;
  words: string | null;
  /** The ask that harvested it; null: nobody has asked them since. */
  askId: string | null;
  harvestedOn: Day | null;
}

export interface SeedFilter {
  memberId?: string | undefined;
  personIds?: readonly string[] | undefined;
  accountIds?: readonly string[] | undefined;
  harvested?: boolean | undefined;
}

/** A seed and what it was planted with, for the lines about it. */
export type SeedKey = Pick<SeedRow, "id" | "memberId" | "personId" | "accountId" | "moment" | "day">;

export async function findSeed(tx: Tx, id: string): Promise<SeedRow | null> {
  const { rows } = await sql<SeedRow>`
    ${named} where f.workspace_id = ${tx.workspaceId} and f.id = ${id} and f.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** The latest first. */
export async function listSeeds(
  tx: Tx,
  { memberId, personIds, accountIds, harvested }: SeedFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<SeedRow>> {
  const where: RawBuilder<unknown>[] = [
    sql`f.workspace_id = ${tx.workspaceId}`,
    sql`f.taken_back_at is null`,
  ];
  if (memberId) where.push(sql`f.member_id = ${memberId}`);
  if (personIds) where.push(sql`f.person_id = any(${personIds}::uuid[])`);
  if (accountIds) where.push(sql`f.account_id = any(${accountIds}::uuid[])`);
  if (harvested !== undefined) where.push(harvested ? sql`f.ask_id is not null` : sql`f.ask_id is null`);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(f.day, f.id) < (${day}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<SeedRow>`
    ${named} where ${sql.join(where, sql` and `)} order by f.day desc, f.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

export async function insertSeed(tx: Tx, seed: SeedKey & { words: string | null }, by: Actor): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .insertInto("seed")
    .values({
      workspace_id: tx.workspaceId,
      id: seed.id,
      member_id: seed.memberId,
      person_id: seed.personId,
      account_id: seed.accountId,
      moment: seed.moment,
      words: seed.words,
      ask_id: null,
      day: seed.day,
      by_id: by.member.id,
      at: by.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function updateSeed(
  tx: Tx,
  id: string,
  to: { words: string | null } | { takenBack: Actor },
): Promise<void> {
  await tx
    .tables<WaitingTables>()
    .updateTable("seed")
    .set(
      "words" in to
        ? { words: to.words }
        : { taken_back_at: to.takenBack.now, taken_back_by: to.takenBack.member.id },
    )
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** An ask of that day harvests what was planted with its source until then and waits still. */
export async function harvestSeeds(
  tx: Tx,
  by: { askId: string; sourceIds: readonly string[]; day: Day },
): Promise<SeedKey[]> {
  const { rows } = await sql<SeedKey>`
    update seed set ask_id = ${by.askId}
     where workspace_id = ${tx.workspaceId} and person_id = any(${by.sourceIds}::uuid[]) and day <= ${by.day}
       and ask_id is null and taken_back_at is null
    returning id, member_id as "memberId", person_id as "personId", account_id as "accountId", moment, day`.execute(
    tx.tables(),
  );
  return rows;
}

/** What an ask had harvested and, asked last on that day, or not at all any more, does not harvest now: it waits again. */
export async function releaseSeeds(tx: Tx, askId: string, lastAsked: Day | null): Promise<SeedKey[]> {
  const { rows } = await sql<SeedKey>`
    update seed set ask_id = null
     where workspace_id = ${tx.workspaceId} and ask_id = ${askId} and (${lastAsked}::date is null or day > ${lastAsked})
    returning id, member_id as "memberId", person_id as "personId", account_id as "accountId", moment, day`.execute(
    tx.tables(),
  );
  return rows;
}

/** The first standing ask of any of these persons, by anybody, with a talk since that day. */
export async function askSince(
  tx: Tx,
  of: { sourceIds: readonly string[]; day: Day },
): Promise<{ askId: string; day: Day } | null> {
  const { rows } = await sql<{ askId: string; day: Day }>`
    select a.id as "askId", c.day
      from ask a
      join ask_conversation c on c.workspace_id = a.workspace_id and c.ask_id = a.id and c.asked and c.taken_back_at is null
     where a.workspace_id = ${tx.workspaceId} and a.source_id = any(${of.sourceIds}::uuid[]) and a.taken_back_at is null
       and c.day >= ${of.day}
     order by c.day, c.id limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

const named = sql`
  select f.id, f.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", p.id as "personId",
         p.full_name as "personName", ac.id as "accountId", ac.name as "accountName", f.moment, f.day, f.words,
         f.ask_id as "askId", a.last_day as "harvestedOn"
    from seed f
    join member m on m.workspace_id = f.workspace_id and m.id = f.member_id
    join person pt on pt.workspace_id = f.workspace_id and pt.id = f.person_id
    join person p on p.workspace_id = f.workspace_id and p.id = pt.kept_id
    left join account at on at.workspace_id = f.workspace_id and at.id = f.account_id
    left join account ac on ac.workspace_id = f.workspace_id and ac.id = at.kept_id
    left join ask a on a.workspace_id = f.workspace_id and a.id = f.ask_id`;
