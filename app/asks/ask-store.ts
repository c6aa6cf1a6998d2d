import type { Channel } from "#people/channel.ts";
import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { conflict } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { tableStandingOn } from "#lib/storage/standing.ts";
import { openSince, type AskSum, type Conversation, type Moment, type Outcome } from "./ask.ts";
import type { AskTables } from "./ask-tables.ts";

/** Who asked whom. */
export interface AskKey {
  id: string;
  memberId: string;
  sourceId: string;
  /** Where the source worked then. */
  accountId: string | null;
}

/** An ask as its row says it, for deciding on it. */
export interface HeldAsk extends AskKey, AskSum {
  /** The team of the rep now: who may change it. */
  memberTeamId: string | null;
}

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface AskRow extends HeldAsk {
  memberName: string;
  sourceName: string;
  sourceTitle: string | null;
  accountName: string | null;
  targetPersonName: string | null;
  targetAccountName: string | null;
  colleagueName: string | null;
  createdAt: Date;
}

export interface ConversationRow extends Conversation {
  note: string | null;
  /** Nobody knew the colleague before. */
  colleagueAdded: boolean;
  colleagueName: string | null;
  byId: string;
  byName: string | null;
  saidAt: Date;
}

export type NewConversation = Conversation & Pick<ConversationRow, "note" | "colleagueAdded">;

/** An earlier ask of the same person, by whomever. */
export interface LastAsk {
  id: string;
  memberId: string;
  memberName: string;
  day: Day;
  /** Of the latest conversation. */
  lastDay: Day;
  channel: Channel;
  outcome: Outcome | null;
  untilDay: Day | null;
}

export interface AskFilter {
  memberId?: string;
  sourceIds?: readonly string[];
  accountIds?: readonly string[];
  outcome?: Outcome;
  moment?: Moment;
  from?: Day;
  to?: Day;
  /** Only those made against a rule. */
  against?: boolean;
  /** Open on this day, see isOpen in ask.ts. */
  openOn?: Day;
  /** On this day there to be asked again: see returningAsks in ask.ts. */
  returningOn?: Day;
}

const HELD = sql`
  a.id, a.member_id as "memberId", m.team_id as "memberTeamId", a.day, a.last_day as "lastDay", a.channel, a.moment,
  a.for_whom as "forWhom", a.outcome, a.until_day as "untilDay", a.settled_on as "settledOn", a.against,
  a.permit_id as "permitId"`;

/** A standing ask, its row locked until the commit; null when it is not there or was taken back. */
export async function holdAsk(tx: Tx, id: string): Promise<HeldAsk | null> {
  const { rows } = await sql<HeldAsk>`
    select ${HELD}, a.source_id as "sourceId", a.account_id as "accountId", a.target_person_id as "targetPersonId",
           a.target_account_id as "targetAccountId", a.colleague_id as "colleagueId"
      from ask a
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
     where a.workspace_id = ${tx.workspaceId} and a.id = ${id} and a.taken_back_at is null
       for no key update of a`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The source of a standing ask, and the colleagues who were added with it; nobody when it is not there. */
export async function findPeopleOfAsk(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select source_id as id from ask
     where workspace_id = ${tx.workspaceId} and id = ${id} and taken_back_at is null
    union
    select colleague_id from ask_conversation
     where workspace_id = ${tx.workspaceId} and ask_id = ${id} and taken_back_at is null and colleague_added`.execute(
    tx.tables(),
  );
  return rows.map((row) => row.id);
}

/** The rep's standing ask of that person in these days, locked; the first if there are several. */
export async function holdAskBetween(
  tx: Tx,
  asked: { memberId: string; sourceIds: readonly string[]; from: Day; to: Day },
): Promise<AskKey | null> {
  const { rows } = await sql<AskKey>`
    select id, member_id as "memberId", source_id as "sourceId", account_id as "accountId"
      from ask
     where workspace_id = ${tx.workspaceId} and member_id = ${asked.memberId} and source_id = any(${asked.sourceIds}::uuid[])
       and day between ${asked.from} and ${asked.to} and taken_back_at is null
     order by day, id
     limit 1
       for no key update`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The standing conversations of an ask, the earliest first. */
export async function conversationsOf(tx: Tx, askId: string): Promise<ConversationRow[]> {
  const { rows } = await sql<ConversationRow>`
    select c.id, c.day, c.asked, c.channel, c.moment, c.for_whom as "forWhom", c.target_person_id as "targetPersonId",
           c.target_account_id as "targetAccountId", c.note, c.outcome, c.until_day as "untilDay",
           p.id as "colleagueId", p.full_name as "colleagueName", c.colleague_added as "colleagueAdded", c.settled_on as "settledOn", c.against,
           c.permit_id as "permitId", c.by_id as "byId",
           b.name as "byName", c.said_at as "saidAt"
      from ask_conversation c
      left join member b on b.workspace_id = c.workspace_id and b.id = c.by_id
      left join person pt on pt.workspace_id = c.workspace_id and pt.id = c.colleague_id
      left join person p on p.workspace_id = c.workspace_id and p.id = pt.kept_id
     where c.workspace_id = ${tx.workspaceId} and c.ask_id = ${askId} and c.taken_back_at is null
     order by c.day, c.id`.execute(tx.tables());
  return rows;
}

export async function insertAsk(
  tx: Tx,
  ask: { id: string; memberId: string; sourceId: string; accountId: string | null; sum: AskSum; now: Date },
): Promise<void> {
  await tx
    .tables<AskTables>()
    .insertInto("ask")
    .values({
      workspace_id: tx.workspaceId,
      id: ask.id,
      member_id: ask.memberId,
      source_id: ask.sourceId,
      account_id: ask.accountId,
      ...written(ask.sum),
      taken_back_at: null,
      taken_back_by: null,
      created_at: ask.now,
    })
    .execute();
}

export async function insertConversation(
  tx: Tx,
  askId: string,
  conversation: NewConversation,
  actor: Actor,
): Promise<void> {
  await tx
    .tables<AskTables>()
    .insertInto("ask_conversation")
    .values({
      workspace_id: tx.workspaceId,
      id: conversation.id,
      ask_id: askId,
      day: conversation.day,
      asked: conversation.asked,
      channel: conversation.channel,
      moment: conversation.moment,
      for_whom: conversation.forWhom,
      target_person_id: conversation.targetPersonId,
      target_account_id: conversation.targetAccountId,
      note: conversation.note,
      outcome: conversation.outcome,
      until_day: conversation.untilDay,
      colleague_id: conversation.colleagueId,
      colleague_added: conversation.colleagueAdded,
      settled_on: conversation.settledOn,
      against: conversation.against,
      permit_id: conversation.permitId,
      said_at: actor.now,
      by_id: actor.member.id,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function updateSum(tx: Tx, id: string, sum: AskSum): Promise<void> {
  await tx
    .tables<AskTables>()
    .updateTable("ask")
    .set(written(sum))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Null takes the letting go back. */
export async function updateSettled(tx: Tx, conversationId: string, day: Day | null): Promise<void> {
  await tx
    .tables<AskTables>()
    .updateTable("ask_conversation")
    .set({ settled_on: day })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", conversationId)
    .execute();
}

/** With all its conversations. Throws Problem conflict while a standing introduction builds on any of it. */
export async function takeBackAskRows(tx: Tx, id: string, actor: Actor): Promise<void> {
  await refusedFromAbove(async () => {
    await tx
      .tables<AskTables>()
      .updateTable("ask_conversation")
      .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
      .where("workspace_id", "=", tx.workspaceId)
      .where("ask_id", "=", id)
      .where("taken_back_at", "is", null)
      .execute();
    await tx
      .tables<AskTables>()
      .updateTable("ask")
      .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
      .where("workspace_id", "=", tx.workspaceId)
      .where("id", "=", id)
      .execute();
  });
}

/** Throws Problem conflict while a standing introduction builds on it. */
export async function takeBackConversationRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await refusedFromAbove(() =>
    tx
      .tables<AskTables>()
      .updateTable("ask_conversation")
      .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
      .where("workspace_id", "=", tx.workspaceId)
      .where("id", "=", id)
      .execute(),
  );
}

async function refusedFromAbove(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const above = tableStandingOn(error);
    if (above)
      throw conflict(
        `${above === "referral" ? "an introduction" : `a ${above}`} came of this; take that back first`,
      );
    throw error;
  }
}

export async function findAsk(tx: Tx, id: string): Promise<AskRow | null> {
  const { rows } = await sql<AskRow>`
    ${named()} where a.workspace_id = ${tx.workspaceId} and a.id = ${id} and a.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Latest first; those that return by the day that was agreed. */
export async function listAsks(
  tx: Tx,
  filter: AskFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AskRow>> {
  const returning = filter.returningOn !== undefined;
  const where = conditionsOf(tx, filter);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(
      returning
        ? sql`(a.until_day, a.id) > (${day}::date, ${id}::uuid)`
        : sql`(a.day, a.id) < (${day}::date, ${id}::uuid)`,
    );
  }
  const order = returning ? sql`a.until_day, a.id` : sql`a.day desc, a.id desc`;
  // Found before it is named and written first: PostgreSQL does not reorder this many joins.
  const page = sql`
    (select a.id from ask a where ${sql.join(where, sql` and `)} order by ${order} limit ${limit + 1}) as page
      join ask a on a.workspace_id = ${tx.workspaceId} and a.id = page.id`;
  const { rows } = await sql<AskRow>`${named(page)} order by ${order}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const place = last && [returning ? last.untilDay : last.day, last.id];
  return { items, nextCursor: rows.length > limit && place ? encodeCursor(place) : null };
}

function conditionsOf(tx: Tx, filter: AskFilter): RawBuilder<unknown>[] {
  const where = [sql`a.workspace_id = ${tx.workspaceId}`, sql`a.taken_back_at is null`];
  if (filter.memberId) where.push(sql`a.member_id = ${filter.memberId}`);
  if (filter.sourceIds) where.push(sql`a.source_id = any(${filter.sourceIds}::uuid[])`);
  if (filter.accountIds) where.push(sql`a.account_id = any(${filter.accountIds}::uuid[])`);
  if (filter.from) where.push(sql`a.day >= ${filter.from}`);
  if (filter.to) where.push(sql`a.day <= ${filter.to}`);
  if (filter.against) where.push(sql`a.against is not null`);
  if (filter.moment) where.push(sql`a.moment = ${filter.moment}`);
  if (filter.outcome) where.push(sql`a.outcome = ${filter.outcome}`);
  if (filter.openOn !== undefined) where.push(isOpenSql(filter.openOn));
  if (filter.returningOn !== undefined) where.push(returned(filter.returningOn));
  return where;
}

/** The latest ask of this person by anybody, leaving one out. */
export async function findLastAsk(
  tx: Tx,
  sourceIds: readonly string[],
  exceptId: string,
): Promise<LastAsk | null> {
  const { rows } = await sql<LastAsk>`
    select a.id, a.member_id as "memberId", m.name as "memberName", a.day, a.last_day as "lastDay", a.channel, a.outcome,
           a.until_day as "untilDay"
      from ask a
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
     where a.workspace_id = ${tx.workspaceId} and a.source_id = any(${sourceIds}::uuid[]) and a.taken_back_at is null
       and a.id <> ${exceptId}
     order by a.day desc, a.id desc
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The rule of isOpen in ask.ts, as PostgreSQL asks it of an ask `a`. */
export function isOpenSql(today: Day): RawBuilder<unknown> {
  const since = openSince(today);
  return sql`(
    a.settled_on is null and a.until_day >= ${since.untilDay}
    or a.until_day is null and (a.outcome is null or a.outcome = 'will-think') and a.last_day >= ${since.lastDay})`;
}

/** The rule of returningAsks in ask.ts, as PostgreSQL asks it: not asked again since, under whichever id of that person. */
function returned(today: Day) {
  return sql`
    a.settled_on is null and a.until_day between ${openSince(today).untilDay} and ${today}
    and not exists (
      select from person asked
       cross join lateral (
         select asked.kept_id as id
         union all
         select merged.id from person merged
          where merged.workspace_id = a.workspace_id and merged.merged_into = asked.kept_id
       ) as same
        join ask later on later.workspace_id = a.workspace_id and later.source_id = same.id and later.member_id = a.member_id
         and later.day >= a.last_day and later.id <> a.id and later.taken_back_at is null
       where asked.workspace_id = a.workspace_id and asked.id = a.source_id)`;
}

function named(asks = sql`ask a`) {
  return sql`
    select ${HELD}, m.name as "memberName", s.id as "sourceId", s.full_name as "sourceName", s.title as "sourceTitle",
           ac.id as "accountId", ac.name as "accountName", tp.id as "targetPersonId", tp.full_name as "targetPersonName",
           ta.id as "targetAccountId", ta.name as "targetAccountName", co.id as "colleagueId",
           co.full_name as "colleagueName", a.created_at as "createdAt"
      from ${asks}
      join member m on m.workspace_id = a.workspace_id and m.id = a.member_id
      join person s0 on s0.workspace_id = a.workspace_id and s0.id = a.source_id
      join person s on s.workspace_id = a.workspace_id and s.id = s0.kept_id
      left join account ac0 on ac0.workspace_id = a.workspace_id and ac0.id = a.account_id
      left join account ac on ac.workspace_id = a.workspace_id and ac.id = ac0.kept_id
      left join person tp0 on tp0.workspace_id = a.workspace_id and tp0.id = a.target_person_id
      left join person tp on tp.workspace_id = a.workspace_id and tp.id = tp0.kept_id
      left join account ta0 on ta0.workspace_id = a.workspace_id and ta0.id = a.target_account_id
      left join account ta on ta.workspace_id = a.workspace_id and ta.id = ta0.kept_id
      left join person co0 on co0.workspace_id = a.workspace_id and co0.id = a.colleague_id
      left join person co on co.workspace_id = a.workspace_id and co.id = co0.kept_id`;
}

function written(sum: AskSum) {
  return {
    day: sum.day,
    last_day: sum.lastDay,
    channel: sum.channel,
    moment: sum.moment,
    for_whom: sum.forWhom,
    target_person_id: sum.targetPersonId,
    target_account_id: sum.targetAccountId,
    outcome: sum.outcome,
    until_day: sum.untilDay,
    colleague_id: sum.colleagueId,
    settled_on: sum.settledOn,
    against: sum.against,
    permit_id: sum.permitId,
  };
}
