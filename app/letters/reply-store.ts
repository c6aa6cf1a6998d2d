import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { ReplyRow } from "./letter-tables.ts";

const COLUMNS = sql`
  r.id, r.newsletter_id as "newsletterId", n.subject as "newsletterSubject", n.member_id as "writerId", m.name as "writerName",
  m.team_id as "writerTeamId", p.id as "personId", p.full_name as "personName", a.name as "accountName", r.by_other as "byOther",
  r.other_address as "otherAddress", cp.full_name as "recipientName", r.is_proven as "isProven", r.says_no_more as "saysNoMore", r.subject, r.words, r.at,
  r.settled_at as "settledAt", r.touch_id as "touchId"`;

function from(tx: Tx): RawBuilder<unknown> {
  return sql`
    newsletter_reply r
    join newsletter n on n.workspace_id = r.workspace_id and n.id = r.newsletter_id
    join member m on m.workspace_id = n.workspace_id and m.id = n.member_id
    left join person p0 on p0.workspace_id = r.workspace_id and p0.id = r.person_id
    left join person p on p.workspace_id = r.workspace_id and p.id = p0.kept_id
    left join newsletter_copy c on c.workspace_id = r.workspace_id and c.id = r.copy_id
    left join person cp0 on cp0.workspace_id = c.workspace_id and cp0.id = c.person_id
    left join person cp on cp.workspace_id = cp0.workspace_id and cp.id = cp0.kept_id
    left join account a0 on a0.workspace_id = r.workspace_id and a0.id = p.account_id
    left join account a on a.workspace_id = r.workspace_id and a.id = a0.kept_id
   where r.workspace_id = ${tx.workspaceId}`;
}

/** False when the same mail was told before. */
export async function insertReply(
  tx: Tx,
  reply: Pick<
    ReplyRow,
    | "id"
    | "newsletterId"
    | "personId"
    | "byOther"
    | "otherAddress"
    | "isProven"
    | "saysNoMore"
    | "subject"
    | "words"
    | "at"
  > & {
    copyId: string | null;
    mailKey: string;
  },
): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into newsletter_reply (workspace_id, id, newsletter_id, copy_id, person_id, by_other, other_address, is_proven, says_no_more, mail_key, subject, words, at)
    values (${tx.workspaceId}, ${reply.id}, ${reply.newsletterId}, ${reply.copyId}, ${reply.personId}, ${reply.byOther}, ${reply.otherAddress},
            ${reply.isProven}, ${reply.saysNoMore}, ${reply.mailKey},
            ${reply.subject}, ${reply.words}, ${reply.at})
    on conflict (workspace_id, mail_key) do nothing returning id`.execute(tx.tables());
  return rows.length > 0;
}

export async function findReply(tx: Tx, id: string): Promise<ReplyRow | null> {
  const { rows } = await sql<ReplyRow>`select ${COLUMNS} from ${from(tx)} and r.id = ${id}`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

export async function lockReply(tx: Tx, id: string): Promise<void> {
  await sql`select from newsletter_reply where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
}

/** The latest first: to one letter, of one person, or those that wait for an answer by one member. */
export async function listReplies(
  tx: Tx,
  filter: {
    newsletterId?: string | undefined;
    personIds?: readonly string[] | undefined;
    waitingFor?: string | undefined;
  },
  cursor: string | undefined,
  limit: number,
): Promise<Page<ReplyRow>> {
  const [after = null] = cursor === undefined ? [] : decodeCursorAs(cursor, ["id"]);
  const { newsletterId = null, personIds = null, waitingFor = null } = filter;
  const { rows } = await sql<ReplyRow>`
    select ${COLUMNS} from ${from(tx)}
       and (${newsletterId}::uuid is null or r.newsletter_id = ${newsletterId}::uuid)
       and (${personIds}::uuid[] is null or r.person_id = any(${personIds}::uuid[]))
       and (${waitingFor}::uuid is null or (n.member_id = ${waitingFor}::uuid and r.settled_at is null))
       and (${after}::uuid is null or r.id < ${after}::uuid)
     order by r.id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/** Answered, with the touch that was noted, or none needed; null: it waits again. */
export async function settleReplyRow(
  tx: Tx,
  id: string,
  settled: { by: Actor; touchId: string | null } | null,
): Promise<void> {
  await sql`
    update newsletter_reply set settled_at = ${settled?.by.now ?? null}, settled_by = ${settled?.by.member.id ?? null},
                                touch_id = ${settled?.touchId ?? null}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

export async function markPassedOn(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update newsletter_reply set passed_on_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
}

export async function replyWithKey(
  tx: Tx,
  mailKey: string,
): Promise<{ id: string; passedOn: boolean } | null> {
  const { rows } = await sql<{ id: string; passedOn: boolean }>`
    select id, passed_on_at is not null as "passedOn" from newsletter_reply
     where workspace_id = ${tx.workspaceId} and mail_key = ${mailKey}`.execute(tx.tables());
  return rows[0] ?? null;
}
