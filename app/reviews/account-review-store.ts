import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { MeetingOutcome } from "#meetings/meeting.ts";
import type { ReviewState } from "./account-review.ts";
import type { AccountReviewTables } from "./account-review-tables.ts";

/** Somebody invited to a review, by whoever stands for them now. */
export interface Invited {
  personId: string;
  fullName: string;
  title: string | null;
  email: string | null;
  /** Null: it was not held yet. */
  came: boolean | null;
}

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface AccountReviewRow {
  id: string;
  accountId: string;
  accountName: string;
  memberId: string;
  memberName: string;
  memberTeamId: string | null;
  /** That of its meeting, where it has one. */
  day: Day;
  time: string | null;
  /** Null also where the meeting was taken back. */
  meetingId: string | null;
  meetingOutcome: MeetingOutcome | null;
  madeMeeting: boolean;
  toldMeeting: boolean;
  slotPersonId: string | null;
  slotPersonName: string | null;
  heldOn: Day | null;
  people: Invited[];
}

export interface AccountReviewFilter {
  accountIds?: readonly string[] | undefined;
  memberId?: string | undefined;
  state?: ReviewState | undefined;
  today: Day;
}

export interface NewAccountReview {
  id: string;
  accountId: string;
  memberId: string;
  day: Day;
  meetingId: string;
  madeMeeting: boolean;
  personIds: readonly string[];
}

export async function insertReview(tx: Tx, review: NewAccountReview, actor: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .insertInto("account_review")
    .values({
      workspace_id: tx.workspaceId,
      id: review.id,
      account_id: review.accountId,
      member_id: review.memberId,
      day: review.day,
      meeting_id: review.meetingId,
      made_meeting: review.madeMeeting,
      slot_person_id: null,
      held_on: null,
      held_by: null,
      held_at: null,
      told_meeting: false,
      made_on: actor.today,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
  await invite(tx, review.id, review.personIds);
}

/** Whoever is invited already stays so. */
export async function invite(tx: Tx, reviewId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    insert into account_review_person (workspace_id, review_id, person_id)
    select ${tx.workspaceId}::uuid, ${reviewId}::uuid, unnest(${personIds}::uuid[])
    on conflict do nothing`.execute(tx.tables());
}

/** All but these are not invited any more; ids of merged records count as those who stand for them. */
export async function uninviteOthers(tx: Tx, reviewId: string, personIds: readonly string[]): Promise<void> {
  await sql`
    delete from account_review_person i using person p
     where i.workspace_id = ${tx.workspaceId} and i.review_id = ${reviewId}
       and p.workspace_id = i.workspace_id and p.id = i.person_id and not p.kept_id = any(${personIds}::uuid[])`.execute(
    tx.tables(),
  );
}

export async function updateReview(
  tx: Tx,
  id: string,
  to: Partial<
    Omit<AccountReviewTables["account_review"], "workspace_id" | "id" | "account_id" | "by_id" | "at">
  >,
): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("account_review")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Who came, and the touch that was written for them; null: it is not held. */
export async function updateCame(
  tx: Tx,
  reviewId: string,
  came: readonly { personId: string; came: boolean; touchId: string | null }[] | null,
): Promise<void> {
  if (came === null) {
    await sql`
      update account_review_person set came = null, touch_id = null
       where workspace_id = ${tx.workspaceId} and review_id = ${reviewId}`.execute(tx.tables());
    return;
  }
  await sql`
    update account_review_person i set came = said.came, touch_id = said."touchId"
      from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as said ("personId" uuid, came boolean, "touchId" uuid), person p
     where i.workspace_id = ${tx.workspaceId} and i.review_id = ${reviewId}
       and p.workspace_id = i.workspace_id and p.id = i.person_id and p.kept_id = said."personId"`.execute(
    tx.tables(),
  );
}

/** The touches that were written when it was held. */
export async function touchesOfReview(tx: Tx, reviewId: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select t.id from account_review_person i
      join touch t on t.workspace_id = i.workspace_id and t.id = i.touch_id and t.taken_back_at is null
     where i.workspace_id = ${tx.workspaceId} and i.review_id = ${reviewId} order by t.id`.execute(
    tx.tables(),
  );
  return rows.map(({ id }) => id);
}

/** Locks it until the commit: whoever writes at the same time waits. */
export async function lockReview(tx: Tx, id: string): Promise<void> {
  await sql`select from account_review where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** Null also for one that was taken back. */
export async function findReview(tx: Tx, id: string): Promise<AccountReviewRow | null> {
  const { rows } = await sql<AccountReviewRow>`
    ${named()} where r.workspace_id = ${tx.workspaceId} and r.id = ${id} and r.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** Those that are not held yet, at these accounts and those merged into them. */
export async function openReviews(tx: Tx, keptIds: readonly string[]): Promise<AccountReviewRow[]> {
  const { rows } = await sql<AccountReviewRow>`
    ${named()} where r.workspace_id = ${tx.workspaceId} and at.kept_id = any(${keptIds}::uuid[]) and r.held_on is null
       and r.taken_back_at is null order by coalesce(g.day, r.day), r.id`.execute(tx.tables());
  return rows;
}

/** Those of a member that are not held yet and whose day comes until then. */
export async function openReviewsOf(tx: Tx, memberId: string, until: Day): Promise<AccountReviewRow[]> {
  const { rows } = await sql<AccountReviewRow>`
    ${named()} where r.workspace_id = ${tx.workspaceId} and r.member_id = ${memberId} and r.held_on is null
       and r.taken_back_at is null and coalesce(g.day, r.day) <= ${until} order by coalesce(g.day, r.day), r.id`.execute(
    tx.tables(),
  );
  return rows;
}

/** The latest first. */
export async function listReviews(
  tx: Tx,
  { accountIds, memberId, state, today }: AccountReviewFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<AccountReviewRow>> {
  const day = sql`coalesce(r.held_on, g.day, r.day)`;
  const where: RawBuilder<unknown>[] = [
    sql`r.workspace_id = ${tx.workspaceId}`,
    sql`r.taken_back_at is null`,
  ];
  if (accountIds) where.push(sql`r.account_id = any(${accountIds}::uuid[])`);
  if (memberId) where.push(sql`r.member_id = ${memberId}`);
  if (state === "held") where.push(sql`r.held_on is not null`);
  if (state === "planned") where.push(sql`r.held_on is null and ${day} > ${today}`);
  if (state === "unsaid") where.push(sql`r.held_on is null and ${day} <= ${today}`);
  if (cursor) {
    const [after, id] = decodeDayCursor(cursor);
    where.push(sql`(${day}, r.id) < (${after}::date, ${id}::uuid)`);
  }
  const { rows } = await sql<AccountReviewRow>`
    ${named()} where ${sql.join(where, sql` and `)} order by ${day} desc, r.id desc limit ${limit + 1}`.execute(
    tx.tables(),
  );
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.heldOn ?? last.day, last.id]) : null;
  return { items, nextCursor };
}

function named(): RawBuilder<unknown> {
  return sql`
    select r.id, ac.id as "accountId", ac.name as "accountName", m.id as "memberId", m.name as "memberName",
           m.team_id as "memberTeamId", coalesce(g.day, r.day) as day, to_char(g.time, 'HH24:MI') as time, g.id as "meetingId",
           g.outcome as "meetingOutcome", r.made_meeting as "madeMeeting", r.told_meeting as "toldMeeting",
           s.id as "slotPersonId", s.full_name as "slotPersonName", r.held_on as "heldOn",
           coalesce(invited.people, '[]') as people
      from account_review r
      join account at on at.workspace_id = r.workspace_id and at.id = r.account_id
      join account ac on ac.workspace_id = r.workspace_id and ac.id = at.kept_id
      join member m on m.workspace_id = r.workspace_id and m.id = r.member_id
      left join meeting g on g.workspace_id = r.workspace_id and g.id = r.meeting_id and g.taken_back_at is null
      left join person st on st.workspace_id = r.workspace_id and st.id = r.slot_person_id
      left join person s on s.workspace_id = r.workspace_id and s.id = st.kept_id
      left join lateral (
        select jsonb_agg(jsonb_build_object('personId', k.id, 'fullName', k.full_name, 'title', k.title,
                 'email', k.emails[1], 'came', i.came) order by k.sort_key, k.id) as people
          from (select p.kept_id, bool_or(i.came) as came
                  from account_review_person i
                  join person p on p.workspace_id = i.workspace_id and p.id = i.person_id
                 where i.workspace_id = r.workspace_id and i.review_id = r.id group by p.kept_id) as i
          join person k on k.workspace_id = r.workspace_id and k.id = i.kept_id and k.removed_at is null
      ) as invited on true`;
}
