import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Money } from "#lib/kernel/money.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SaidKind } from "./duty.ts";
import type { GiftState } from "./gift.ts";

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface GiftRow {
  id: string;
  personId: string;
  personName: string;
  accountId: string | null;
  accountName: string | null;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  referralId: string | null;
  /** Who was introduced to us, where it is thanks for that. */
  contactName: string | null;
  dutyKinds: SaidKind[];
  what: string;
  minor: number;
  currency: string;
  words: string | null;
  day: Day;
  askedAt: Date | null;
  approvedAt: Date | null;
  approvedByName: string | null;
  refusedAt: Date | null;
  refusedByName: string | null;
  refusedWhy: string | null;
  decidedById: string | null;
  givenOn: Day | null;
  byId: string;
  byName: string;
}

/** giftStateOf in gift.ts. */
const STATE = sql`
  case when g.given_on is not null then 'given' when g.refused_at is not null then 'refused'
       when g.approved_at is not null then 'approved' else 'asked' end`;

export interface GiftFilter {
  /** Of somebody, with all who were merged into them. */
  personIds?: readonly string[] | undefined;
  /** Given in this calendar year, or asked for in it. */
  year?: number | undefined;
  states?: readonly GiftState[] | undefined;
}

/** A standing one; null when it is not there or was taken back. */
export async function findGift(tx: Tx, id: string): Promise<GiftRow | null> {
  const { rows } =
    await sql<GiftRow>`${named(sql`gift`)} where g.workspace_id = ${tx.workspaceId} and g.id = ${id}
    and g.taken_back_at is null`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Latest first, a page at a time. */
export async function listGifts(
  tx: Tx,
  filter: GiftFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<GiftRow>> {
  const where = conditionsOf(tx, filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(g.day, g.id) < (${day}::date, ${id}::uuid)`);
  }
  const page = sql`
    (select * from gift g where ${sql.join(where, sql` and `)} order by g.day desc, g.id desc limit ${limit + 1})`;
  const { rows } = await sql<GiftRow>`${named(page)} order by g.day desc, g.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** What counts towards a cap. */
export interface CountedGift extends Money {
  /** false: asked for, or approved and not given yet. */
  given: boolean;
}

/** What counts towards the cap of somebody in a year: given, and asked for and not refused. */
export async function countedGifts(
  tx: Tx,
  personIds: readonly string[],
  year: number,
  without: readonly string[],
): Promise<CountedGift[]> {
  const { rows } = await sql<CountedGift>`
    select g.minor, g.currency, g.given_on is not null as given from gift g
     where ${sql.join(conditionsOf(tx, { personIds, year }), sql` and `)} and g.refused_at is null
       and g.id <> all(${without}::uuid[])
     order by g.day, g.id`.execute(tx.tables());
  return rows;
}

/** A gift for duties that are not done with it yet. */
export interface GiftNotGiven {
  id: string;
  referralId: string;
  personId: string;
  memberId: string;
  dutyKinds: SaidKind[];
  what: string;
  value: Money;
  state: Exclude<GiftState, "given">;
  refusedByName: string | null;
  refusedWhy: string | null;
}

/** Of introductions, what was asked for and not given, the latest first. */
export async function giftsNotGiven(tx: Tx, referralIds: readonly string[]): Promise<GiftNotGiven[]> {
  const { rows } = await sql<GiftNotGiven>`
    select g.id, g.referral_id as "referralId", p.kept_id as "personId", g.member_id as "memberId", g.duty_kinds as "dutyKinds", g.what,
           jsonb_build_object('minor', g.minor, 'currency', g.currency) as value, ${STATE} as state,
           n.name as "refusedByName", g.refused_why as "refusedWhy"
      from gift g
      join person p on p.workspace_id = g.workspace_id and p.id = g.person_id
      left join member n on n.workspace_id = g.workspace_id and n.id = g.refused_by
     where g.workspace_id = ${tx.workspaceId} and g.taken_back_at is null and g.given_on is null
       and g.referral_id = any(${referralIds}::uuid[])
     order by g.id desc`.execute(tx.tables());
  return rows;
}

export interface GiftSum {
  personId: string;
  personName: string;
  accountName: string | null;
  currency: string;
  /** Given, and asked for. */
  minor: number;
  /** Of that, what is not given yet. */
  waiting: number;
  gifts: number;
}

const MOST_SUMS = 500;

/** What each got in a year, with what was asked for, who got most first. */
export async function giftSums(tx: Tx, year: number, personIds?: readonly string[]): Promise<GiftSum[]> {
  const { rows } = await sql<GiftSum>`
    select p.id as "personId", p.full_name as "personName", a.name as "accountName", sum.currency, sum.minor, sum.waiting, sum.gifts
      from (select q.kept_id, g.currency, sum(g.minor)::bigint as minor,
                   coalesce(sum(g.minor) filter (where g.given_on is null), 0)::bigint as waiting, count(*)::int as gifts
              from gift g
              join person q on q.workspace_id = g.workspace_id and q.id = g.person_id
             where ${sql.join(conditionsOf(tx, { personIds, year }), sql` and `)} and g.refused_at is null
             group by 1, 2 order by 3 desc, 1 limit ${MOST_SUMS}) as sum
      join person p on p.workspace_id = ${tx.workspaceId} and p.id = sum.kept_id
      left join account ac on ac.workspace_id = p.workspace_id and ac.id = p.account_id
      left join account a on a.workspace_id = p.workspace_id and a.id = ac.kept_id
     order by sum.minor desc, p.sort_key, p.id`.execute(tx.tables());
  return rows;
}

/** The day of the first one that stands; null while there is none. */
export async function giftsSince(tx: Tx): Promise<Day | null> {
  const { rows } = await sql<{ day: Day }>`
    select g.day from gift g where g.workspace_id = ${tx.workspaceId} and g.taken_back_at is null order by g.day, g.id limit 1`.execute(
    tx.tables(),
  );
  return rows[0]?.day ?? null;
}

/** The same gift by the same giver on the same day: said twice. */
export async function findTwinGift(
  tx: Tx,
  gift: {
    personIds: readonly string[];
    memberId: string;
    what: string;
    value: Money;
    day: Day;
    asked: boolean;
  },
): Promise<string | null> {
  const { personIds, memberId, what, value, day, asked } = gift;
  const { rows } = await sql<{ id: string }>`
    select g.id from gift g
     where ${sql.join(conditionsOf(tx, { personIds }), sql` and `)} and g.member_id = ${memberId} and g.day = ${day}
       and lower(g.what) = lower(${what}) and g.minor = ${value.minor} and g.currency = ${value.currency}
       and (g.asked_at is not null) = ${asked} and g.refused_at is null and g.referral_id is null
     limit 1`.execute(tx.tables());
  return rows[0]?.id ?? null;
}

function conditionsOf(tx: Tx, { personIds, year, states }: GiftFilter): RawBuilder<unknown>[] {
  const where = [sql`g.workspace_id = ${tx.workspaceId}`, sql`g.taken_back_at is null`];
  if (personIds) where.push(sql`g.person_id = any(${personIds}::uuid[])`);
  if (year !== undefined)
    where.push(
      sql`coalesce(g.given_on, g.day) between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`,
    );
  if (states) {
    // As the index of those that wait says it.
    if (!states.includes("given")) where.push(sql`g.given_on is null`);
    if (!states.includes("refused")) where.push(sql`g.refused_at is null`);
    where.push(sql`${STATE} = any(${[...states]}::text[])`);
  }
  return where;
}

function named(from: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select g.id, p.id as "personId", p.full_name as "personName", a.id as "accountId", a.name as "accountName",
           g.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", g.referral_id as "referralId",
           c.full_name as "contactName", g.duty_kinds as "dutyKinds", g.what, g.minor, g.currency, g.words, g.day,
           g.asked_at as "askedAt", g.approved_at as "approvedAt", y.name as "approvedByName", g.refused_at as "refusedAt",
           n.name as "refusedByName", g.refused_why as "refusedWhy", coalesce(g.approved_by, g.refused_by) as "decidedById",
           g.given_on as "givenOn", g.by_id as "byId", b.name as "byName"
      from ${from} as g
      join person pt on pt.workspace_id = g.workspace_id and pt.id = g.person_id
      join person p on p.workspace_id = g.workspace_id and p.id = pt.kept_id
      join member m on m.workspace_id = g.workspace_id and m.id = g.member_id
      join member b on b.workspace_id = g.workspace_id and b.id = g.by_id
      left join member y on y.workspace_id = g.workspace_id and y.id = g.approved_by
      left join member n on n.workspace_id = g.workspace_id and n.id = g.refused_by
      left join account ac on ac.workspace_id = g.workspace_id and ac.id = g.account_id
      left join account a on a.workspace_id = g.workspace_id and a.id = ac.kept_id
      left join referral r on r.workspace_id = g.workspace_id and r.id = g.referral_id
      left join person ct on ct.workspace_id = r.workspace_id and ct.id = r.contact_id
      left join person c on c.workspace_id = ct.workspace_id and c.id = ct.kept_id`;
}
