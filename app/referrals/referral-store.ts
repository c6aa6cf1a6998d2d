import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { conflict } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { tableStandingOn } from "#lib/storage/standing.ts";
import type { Level, ReferralState, ReferralWords, Standing, Step } from "./referral.ts";
import type { ReferralTables } from "./referral-tables.ts";

/** A referral as its row says it, for deciding on it. */
export interface HeldReferral {
  id: string;
  memberId: string;
  /** The team of the rep now: who may change it. */
  memberTeamId: string | null;
  sourceId: string;
  contactId: string;
  /** Nobody knew the contact before. */
  contactAdded: boolean;
  accountId: string | null;
  askId: string | null;
  /** The conversation of the ask in which the contact was named. */
  answerId: string | null;
  /** That conversation is there only because of this referral. */
  answerAdded: boolean;
  level: Level;
  day: Day;
  countsFrom: Day | null;
  state: ReferralState;
}

/** With the names a reader needs; persons and the account are those that stand for merged ones. */
export interface ReferralRow
  extends Omit<HeldReferral, "answerId" | "answerAdded" | "contactAdded">, ReferralWords {
  memberName: string;
  sourceName: string;
  contactName: string;
  contactTitle: string | null;
  accountName: string | null;
  stateDay: Day;
  arrivedAt: Date | null;
  respondedAt: Date | null;
  createdAt: Date;
}

export interface NewReferral extends Omit<HeldReferral, "memberTeamId" | "state">, ReferralWords {
  arrivedAt: Date | null;
  standing: Standing;
  createdAt: Date;
}

export interface ReferralFilter {
  memberId?: string;
  sourceIds?: readonly string[];
  contactIds?: readonly string[];
  accountIds?: readonly string[];
  askId?: string;
  state?: ReferralState;
  level?: Level;
  unanswered?: boolean;
}

/** A standing referral, its row locked until the commit; null when it is not there or was taken back. */
export async function holdReferral(tx: Tx, id: string): Promise<HeldReferral | null> {
  const { rows } = await sql<HeldReferral>`
    select r.id, r.member_id as "memberId", m.team_id as "memberTeamId", r.source_id as "sourceId", r.contact_id as "contactId", r.contact_added as "contactAdded",
           r.account_id as "accountId", r.ask_id as "askId", r.answer_id as "answerId", r.answer_added as "answerAdded", r.level, r.day,
           r.counts_from as "countsFrom", r.state
      from referral r
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
     where r.workspace_id = ${tx.workspaceId} and r.id = ${id} and r.taken_back_at is null
       for update of r`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The latest standing referral by this source of this contact to this rep. */
export async function findReferralBetween(
  tx: Tx,
  who: { memberId: string; sourceIds: readonly string[]; contactIds: readonly string[] },
): Promise<{ id: string; day: Day; state: ReferralState } | null> {
  const { rows } = await sql<{ id: string; day: Day; state: ReferralState }>`
    select id, day, state from referral
     where workspace_id = ${tx.workspaceId} and contact_id = any(${who.contactIds}::uuid[])
       and source_id = any(${who.sourceIds}::uuid[]) and member_id = ${who.memberId} and taken_back_at is null
     order by day desc, id desc
     limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function stepsOf(tx: Tx, referralId: string): Promise<Step[]> {
  return tx
    .tables<ReferralTables>()
    .selectFrom("referral_step")
    .select(["id", "state", "day", "because_id as becauseId", "at", "by_id as byId"])
    .where("workspace_id", "=", tx.workspaceId)
    .where("referral_id", "=", referralId)
    .where("taken_back_at", "is", null)
    .orderBy("id")
    .execute();
}

export async function insertStep(tx: Tx, referralId: string, step: Step): Promise<void> {
  await tx
    .tables<ReferralTables>()
    .insertInto("referral_step")
    .values({
      workspace_id: tx.workspaceId,
      id: step.id,
      referral_id: referralId,
      state: step.state,
      day: step.day,
      because_id: step.becauseId,
      at: step.at,
      by_id: step.byId,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackSteps(tx: Tx, ids: readonly string[], actor: Actor): Promise<void> {
  await sql`
    update referral_step set taken_back_at = ${actor.now}, taken_back_by = ${actor.member.id}
     where workspace_id = ${tx.workspaceId} and id = any(${ids}::uuid[])`.execute(tx.tables());
}

export async function updateStanding(tx: Tx, id: string, standing: Standing): Promise<void> {
  await tx
    .tables<ReferralTables>()
    .updateTable("referral")
    .set({
      state: standing.state,
      state_day: standing.day,
      responded_at: standing.respondedAt,
      responded_by: standing.respondedBy,
    })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function insertReferral(tx: Tx, referral: NewReferral): Promise<void> {
  const { standing } = referral;
  await tx
    .tables<ReferralTables>()
    .insertInto("referral")
    .values({
      workspace_id: tx.workspaceId,
      id: referral.id,
      member_id: referral.memberId,
      source_id: referral.sourceId,
      contact_id: referral.contactId,
      contact_added: referral.contactAdded,
      account_id: referral.accountId,
      ask_id: referral.askId,
      answer_id: referral.answerId,
      answer_added: referral.answerAdded,
      level: referral.level,
      day: referral.day,
      counts_from: referral.countsFrom,
      arrived_at: referral.arrivedAt,
      state: standing.state,
      state_day: standing.day,
      ...written(referral),
      responded_at: standing.respondedAt,
      responded_by: standing.respondedBy,
      taken_back_at: null,
      taken_back_by: null,
      created_at: referral.createdAt,
    })
    .execute();
}

/** `arrivedAt` is the moment from which it counts, where that is known; without one what is written there stays. */
export async function updateLevel(
  tx: Tx,
  id: string,
  level: Level,
  countsFrom: Day | null,
  arrivedAt?: Date,
): Promise<void> {
  await tx
    .tables<ReferralTables>()
    .updateTable("referral")
    .set({ level, counts_from: countsFrom, ...(arrivedAt && { arrived_at: arrivedAt }) })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function updateWords(tx: Tx, id: string, words: ReferralWords): Promise<void> {
  await tx
    .tables<ReferralTables>()
    .updateTable("referral")
    .set(written(words))
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Throws Problem conflict while a standing meeting or deal builds on it. */
export async function takeBackReferralRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  try {
    await tx
      .tables<ReferralTables>()
      .updateTable("referral")
      .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
      .where("workspace_id", "=", tx.workspaceId)
      .where("id", "=", id)
      .execute();
  } catch (error) {
    const table = tableStandingOn(error);
    if (table) throw conflict(`a ${table} came of this introduction; take that back first`);
    throw error;
  }
}

/** Another standing introduction that builds on the same answer has added it from now on; false: there is none. */
export async function passAnswerOn(tx: Tx, answerId: string): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    update referral set answer_added = true
     where workspace_id = ${tx.workspaceId} and id = (
       select r.id from referral r
        where r.workspace_id = ${tx.workspaceId} and r.answer_id = ${answerId} and r.taken_back_at is null
        order by r.id limit 1)
    returning id`.execute(tx.tables());
  return rows.length > 0;
}

export async function findReferral(tx: Tx, id: string): Promise<ReferralRow | null> {
  const { rows } = await sql<ReferralRow>`
    ${named()} where r.workspace_id = ${tx.workspaceId} and r.id = ${id} and r.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Latest first, a page at a time; what waits for an answer with the longest waiting first. */
export async function listReferrals(
  tx: Tx,
  filter: ReferralFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<ReferralRow>> {
  const where = conditionsOf(tx, filter);
  const order = filter.unanswered ? sql`r.day, r.id` : sql`r.day desc, r.id desc`;
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(r.day, r.id) ${filter.unanswered ? sql`>` : sql`<`} (${day}::date, ${id}::uuid)`);
  }
  // Found before it is named and written first: PostgreSQL does not reorder this many joins.
  const page = sql`
    (select r.id from referral r where ${sql.join(where, sql` and `)} order by ${order} limit ${limit + 1}) as page
      join referral r on r.workspace_id = ${tx.workspaceId} and r.id = page.id`;
  const { rows } = await sql<ReferralRow>`${named(page)} order by ${order}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

function conditionsOf(tx: Tx, filter: ReferralFilter): RawBuilder<unknown>[] {
  const where = [sql`r.workspace_id = ${tx.workspaceId}`, sql`r.taken_back_at is null`];
  if (filter.memberId) where.push(sql`r.member_id = ${filter.memberId}`);
  if (filter.sourceIds) where.push(sql`r.source_id = any(${filter.sourceIds}::uuid[])`);
  if (filter.contactIds) where.push(sql`r.contact_id = any(${filter.contactIds}::uuid[])`);
  if (filter.accountIds) where.push(sql`r.account_id = any(${filter.accountIds}::uuid[])`);
  if (filter.askId) where.push(sql`r.ask_id = ${filter.askId}`);
  if (filter.state) where.push(sql`r.state = ${filter.state}`);
  if (filter.level !== undefined) where.push(sql`r.level = ${filter.level}`);
  if (filter.unanswered) where.push(sql`r.state = 'introduced'`);
  return where;
}

function named(referrals = sql`referral r`) {
  return sql`
    select r.id, r.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId",
           s.id as "sourceId", s.full_name as "sourceName", c.id as "contactId", c.full_name as "contactName", c.title as "contactTitle",
           a.id as "accountId", a.name as "accountName", r.ask_id as "askId", r.level, r.day, r.counts_from as "countsFrom",
           r.state, r.state_day as "stateDay", r.reason, r.note, r.how_known as "howKnown", r.promised, r.arrived_at as "arrivedAt", r.responded_at as "respondedAt", r.created_at as "createdAt"
      from ${referrals}
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
      join person st on st.workspace_id = r.workspace_id and st.id = r.source_id
      join person s on s.workspace_id = r.workspace_id and s.id = st.kept_id
      join person ct on ct.workspace_id = r.workspace_id and ct.id = r.contact_id
      join person c on c.workspace_id = r.workspace_id and c.id = ct.kept_id
      left join account at on at.workspace_id = r.workspace_id and at.id = r.account_id
      left join account a on a.workspace_id = r.workspace_id and a.id = at.kept_id`;
}

function written({ reason, note, howKnown, promised }: ReferralWords) {
  return { reason, note, how_known: howKnown, promised };
}
