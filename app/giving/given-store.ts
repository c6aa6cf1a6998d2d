import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Level } from "#referrals/referral.ts";
import { OUTCOMES, type GivenOutcome, type Kind, type Word } from "./given.ts";
import type { GivingTables } from "./given-tables.ts";

/** As its row says it, for deciding on it. */
export interface HeldGiven {
  id: string;
  memberId: string;
  /** The team of the rep now: who may change it. */
  memberTeamId: string | null;
  toId: string;
  toAccountId: string | null;
  whomId: string | null;
  whomAccountId: string | null;
  whomName: string | null;
  whomDoes: string | null;
  kind: Kind;
  level: Level;
  day: Day;
  countsFrom: Day | null;
}

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface GivenRow extends Omit<HeldGiven, "whomName"> {
  memberName: string;
  toName: string;
  toAccountName: string | null;
  whomName: string;
  whomAccountName: string | null;
  why: string | null;
  createdAt: Date;
  words: Word[];
}

export interface NewGiven extends Omit<HeldGiven, "memberTeamId"> {
  why: string | null;
  byId: string;
  at: Date;
}

export interface GivenFilter {
  memberId?: string;
  /** Either of the two. */
  personIds?: readonly string[];
  accountIds?: readonly string[];
  kind?: Kind;
  outcome?: GivenOutcome;
}

/** A standing one, its row locked until the commit; null when it is not there or was taken back. */
export async function holdGivenRow(tx: Tx, id: string): Promise<HeldGiven | null> {
  const { rows } = await sql<HeldGiven>`
    select g.id, g.member_id as "memberId", m.team_id as "memberTeamId", g.to_id as "toId", g.to_account_id as "toAccountId",
           g.whom_id as "whomId", g.whom_account_id as "whomAccountId", g.whom_name as "whomName", g.whom_does as "whomDoes",
           g.kind, g.level, g.day, g.counts_from as "countsFrom"
      from given_referral g
      join member m on m.workspace_id = g.workspace_id and m.id = g.member_id
     where g.workspace_id = ${tx.workspaceId} and g.id = ${id} and g.taken_back_at is null
       for update of g`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The latest standing one by this rep that joins these two, whichever way round. `whomName` where somebody outside is meant. */
export async function findGivenBetween(
  tx: Tx,
  who: { memberId: string; toIds: readonly string[]; whomIds: readonly string[]; whomName: string | null },
): Promise<{ id: string; day: Day } | null> {
  const { rows } = await sql<{ id: string; day: Day }>`
    select id, day from given_referral
     where workspace_id = ${tx.workspaceId} and member_id = ${who.memberId} and taken_back_at is null
       and ((to_id = any(${who.toIds}::uuid[])
             and (whom_id = any(${who.whomIds}::uuid[]) or lower(whom_name) = lower(${who.whomName}::text)))
            or (to_id = any(${who.whomIds}::uuid[]) and whom_id = any(${who.toIds}::uuid[])))
     order by day desc, id desc
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function insertGiven(tx: Tx, given: NewGiven): Promise<void> {
  await tx
    .tables<GivingTables>()
    .insertInto("given_referral")
    .values({
      workspace_id: tx.workspaceId,
      id: given.id,
      member_id: given.memberId,
      to_id: given.toId,
      to_account_id: given.toAccountId,
      whom_id: given.whomId,
      whom_account_id: given.whomAccountId,
      whom_name: given.whomName,
      whom_does: given.whomDoes,
      kind: given.kind,
      why: given.why,
      level: given.level,
      day: given.day,
      counts_from: given.countsFrom,
      by_id: given.byId,
      at: given.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function updateGivenLevel(
  tx: Tx,
  id: string,
  level: Level,
  countsFrom: Day | null,
): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("given_referral")
    .set({ level, counts_from: countsFrom })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackGivenRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("given_referral")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertWord(
  tx: Tx,
  givenId: string,
  word: Word & { byId: string; at: Date },
): Promise<void> {
  await tx
    .tables<GivingTables>()
    .insertInto("given_word")
    .values({
      workspace_id: tx.workspaceId,
      id: word.id,
      given_id: givenId,
      about: word.about,
      side: word.side,
      how: word.how,
      words: word.words,
      day: word.day,
      by_id: word.byId,
      at: word.at,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackWord(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<GivingTables>()
    .updateTable("given_word")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** What stands, the earliest first. */
export async function wordsOf(tx: Tx, givenId: string): Promise<Word[]> {
  return (await wordsOfEach(tx, [givenId])).get(givenId) ?? [];
}

export async function findGiven(tx: Tx, id: string): Promise<GivenRow | null> {
  const { rows } = await sql<Omit<GivenRow, "words">>`
    ${named()} where g.workspace_id = ${tx.workspaceId} and g.id = ${id} and g.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ? { ...rows[0], words: await wordsOf(tx, id) } : null;
}

/** Latest first, a page at a time. */
export async function listGiven(
  tx: Tx,
  filter: GivenFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<GivenRow>> {
  const where = conditionsOf(tx, filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(g.day, g.id) < (${day}::date, ${id}::uuid)`);
  }
  // Found before it is named: PostgreSQL does not reorder this many joins.
  const page = sql`
    (select g.id from given_referral g where ${sql.join(where, sql` and `)}
      order by g.day desc, g.id desc limit ${limit + 1}) as page
      join given_referral g on g.workspace_id = ${tx.workspaceId} and g.id = page.id`;
  const { rows } = await sql<Omit<GivenRow, "words">>`${named(page)} order by g.day desc, g.id desc`.execute(
    tx.tables(),
  );
  const shown = rows.slice(0, limit);
  const words = await wordsOfEach(
    tx,
    shown.map(({ id }) => id),
  );
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({ ...row, words: words.get(row.id) ?? [] })),
    nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null,
  };
}

async function wordsOfEach(tx: Tx, givenIds: readonly string[]): Promise<Map<string, Word[]>> {
  if (givenIds.length === 0) return new Map();
  const { rows } = await sql<Word & { givenId: string }>`
    select given_id as "givenId", id, about, side, how, words, day from given_word
     where workspace_id = ${tx.workspaceId} and given_id = any(${givenIds}::uuid[]) and taken_back_at is null
     order by id`.execute(tx.tables());
  return Map.groupBy(rows, (row) => row.givenId);
}

function conditionsOf(tx: Tx, filter: GivenFilter): RawBuilder<unknown>[] {
  const where = [sql`g.workspace_id = ${tx.workspaceId}`, sql`g.taken_back_at is null`];
  if (filter.memberId) where.push(sql`g.member_id = ${filter.memberId}`);
  if (filter.personIds)
    where.push(
      sql`(g.to_id = any(${filter.personIds}::uuid[]) or g.whom_id = any(${filter.personIds}::uuid[]))`,
    );
  if (filter.accountIds)
    where.push(
      sql`(g.to_account_id = any(${filter.accountIds}::uuid[]) or g.whom_account_id = any(${filter.accountIds}::uuid[]))`,
    );
  if (filter.kind) where.push(sql`g.kind = ${filter.kind}`);
  if (filter.outcome) where.push(sql`${outcomeOf()} = ${filter.outcome}`);
  return where;
}

/** saidOf in given.ts, for filtering by it. */
function outcomeOf(): RawBuilder<unknown> {
  return sql`
    coalesce((select w.about from given_word w
               where w.workspace_id = g.workspace_id and w.given_id = g.id and w.taken_back_at is null
                 and w.about = any(${[...OUTCOMES]}::text[])
               order by w.day desc, w.id desc limit 1), 'waits')`;
}

function named(from: RawBuilder<unknown> = sql`given_referral g`): RawBuilder<unknown> {
  return sql`
    select g.id, g.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           p.id as "toId", p.full_name as "toName", pa.id as "toAccountId", pa.name as "toAccountName",
           q.id as "whomId", coalesce(q.full_name, g.whom_name) as "whomName", g.whom_does as "whomDoes",
           qa.id as "whomAccountId", qa.name as "whomAccountName",
           g.kind, g.why, g.level, g.day, g.counts_from as "countsFrom", g.at as "createdAt"
      from ${from}
      join member m on m.workspace_id = g.workspace_id and m.id = g.member_id
      join person p0 on p0.workspace_id = g.workspace_id and p0.id = g.to_id
      join person p on p.workspace_id = g.workspace_id and p.id = p0.kept_id
      left join person q0 on q0.workspace_id = g.workspace_id and q0.id = g.whom_id
      left join person q on q.workspace_id = g.workspace_id and q.id = q0.kept_id
      left join account pa0 on pa0.workspace_id = g.workspace_id and pa0.id = g.to_account_id
      left join account pa on pa.workspace_id = g.workspace_id and pa.id = pa0.kept_id
      left join account qa0 on qa0.workspace_id = g.workspace_id and qa0.id = g.whom_account_id
      left join account qa on qa.workspace_id = g.workspace_id and qa.id = qa0.kept_id`;
}
