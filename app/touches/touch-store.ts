import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TouchTables } from "./touch-tables.ts";

/** Names and ids are those of who stands for merged ones. */
export interface TouchRow {
  id: string;
  personId: string;
  personName: string;
  accountId: string | null;
  accountName: string | null;
  memberId: string;
  memberName: string;
  /** The member's team now. */
  memberTeamId: string | null;
  kind: string;
  words: string | null;
  day: Day;
  counts: boolean;
}

export interface NewTouch {
  id: string;
  personId: string;
  accountId: string | null;
  memberId: string;
  kind: string;
  words: string | null;
  day: Day;
  counts: boolean;
  meetingId: string | null;
}

export interface TouchFilter {
  memberId?: string | undefined;
  personIds?: readonly string[] | undefined;
  accountIds?: readonly string[] | undefined;
  kind?: string | undefined;
}

export async function insertTouch(tx: Tx, touch: NewTouch, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .insertInto("touch")
    .values({
      workspace_id: tx.workspaceId,
      id: touch.id,
      person_id: touch.personId,
      account_id: touch.accountId,
      member_id: touch.memberId,
      kind: touch.kind,
      words: touch.words,
      day: touch.day,
      counts: touch.counts,
      meeting_id: touch.meetingId,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

export async function takeBackTouchRow(tx: Tx, id: string, actor: Actor): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("touch")
    .set({ taken_back_at: actor.now, taken_back_by: actor.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Null also for one that was taken back. */
export async function findTouch(tx: Tx, id: string): Promise<TouchRow | null> {
  const { rows } = await sql<TouchRow>`
    ${named()} where t.workspace_id = ${tx.workspaceId} and t.id = ${id} and t.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** One of that day that says the same; one that was in a meeting does so whoever of us held it. */
export async function findSameTouch(
  tx: Tx,
  { memberId, kind, day }: Pick<NewTouch, "memberId" | "kind" | "day">,
  personIds: readonly string[],
): Promise<TouchRow | null> {
  const { rows } = await sql<TouchRow>`
    ${named()} where t.workspace_id = ${tx.workspaceId} and t.person_id = any(${personIds}::uuid[]) 
       and (t.member_id = ${memberId} or t.meeting_id is not null) and t.kind = ${kind} and t.day = ${day} and t.taken_back_at is null limit 1`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** The meeting in which touches of this kind were on that day at that account. */
export async function meetingOfTouches(
  tx: Tx,
  { accountId, kind, day }: Pick<NewTouch, "accountId" | "kind" | "day">,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select t.meeting_id as id from account a
      join account b on b.workspace_id = a.workspace_id and b.kept_id = a.kept_id
      join touch t on t.workspace_id = b.workspace_id and t.account_id = b.id
     where a.workspace_id = ${tx.workspaceId} and a.id = ${accountId} and t.kind = ${kind} and t.day = ${day}
       and t.meeting_id is not null and t.taken_back_at is null limit 1`.execute(tx.tables());
  return rows[0]?.id ?? null;
}

/** Of that kind, with these persons or at these accounts, on that day and in no meeting; or all that are in one. */
export async function touchesOfKind(
  tx: Tx,
  kind: string,
  which: { day: Day; personIds: readonly string[]; accountIds: readonly string[] } | { meetingId: string },
): Promise<TouchRow[]> {
  const among =
    "meetingId" in which
      ? sql`t.meeting_id = ${which.meetingId}`
      : sql`t.day = ${which.day} and t.meeting_id is null
            and (p.id = any(${which.personIds}::uuid[]) or t.account_id = any(${which.accountIds}::uuid[]))`;
  const { rows } = await sql<TouchRow>`
    ${named()} where t.workspace_id = ${tx.workspaceId} and t.kind = ${kind} and t.taken_back_at is null and ${among}
     order by t.id`.execute(tx.tables());
  return rows;
}

export async function updateTouch(
  tx: Tx,
  id: string,
  to: { meeting_id: string | null; counts: boolean },
): Promise<void> {
  await tx
    .tables<TouchTables>()
    .updateTable("touch")
    .set(to)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Latest first, a page at a time. */
export async function listTouches(
  tx: Tx,
  filter: TouchFilter,
  cursor: string | undefined,
  limit: number,
): Promise<Page<TouchRow>> {
  const where = [sql`t.workspace_id = ${tx.workspaceId}`, sql`t.taken_back_at is null`];
  if (filter.memberId) where.push(sql`t.member_id = ${filter.memberId}`);
  if (filter.personIds) where.push(sql`t.person_id = any(${filter.personIds}::uuid[])`);
  if (filter.accountIds) where.push(sql`t.account_id = any(${filter.accountIds}::uuid[])`);
  if (filter.kind) where.push(sql`t.kind = ${filter.kind}`);
  if (cursor) {
    const [day, id] = decodeDayCursor(cursor);
    where.push(sql`(t.day, t.id) < (${day}::date, ${id}::uuid)`);
  }
  const page = sql`
    (select t.id from touch t where ${sql.join(where, sql` and `)} order by t.day desc, t.id desc limit ${limit + 1}) as page
      join touch t on t.workspace_id = ${tx.workspaceId} and t.id = page.id`;
  const { rows } = await sql<TouchRow>`${named(page)} order by t.day desc, t.id desc`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.day, last.id]) : null };
}

/** People whom the member has dealt with today, as far as this room knows: each is one of the day's few. */
export async function dealtWithSince(tx: Tx, memberId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct person_id)::int as count from (
      select person_id from touch
       where workspace_id = ${tx.workspaceId} and by_id = ${memberId} and at >= ${since} and taken_back_at is null
      union all
      select person_id from occasion_offer
       where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and sent_at >= ${since} and taken_back_at is null
      union all
      select person_id from touch_pause
       where workspace_id = ${tx.workspaceId} and by_id = ${memberId} and at >= ${since} and taken_back_at is null) as dealt`.execute(
    tx.tables(),
  );
  return rows[0]?.count ?? 0;
}

function named(from: RawBuilder<unknown> = sql`touch t`): RawBuilder<unknown> {
  return sql`
    select t.id, p.id as "personId", p.full_name as "personName", a.id as "accountId", a.name as "accountName",
           t.member_id as "memberId", m.name as "memberName", m.team_id as "memberTeamId", t.kind, t.words, t.day, t.counts
      from ${from}
      join member m on m.workspace_id = t.workspace_id and m.id = t.member_id
      join person p0 on p0.workspace_id = t.workspace_id and p0.id = t.person_id
      join person p on p.workspace_id = t.workspace_id and p.id = p0.kept_id
      left join account a0 on a0.workspace_id = t.workspace_id and a0.id = t.account_id
      left join account a on a.workspace_id = t.workspace_id and a.id = a0.kept_id`;
}
