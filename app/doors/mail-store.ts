import { sql } from "kysely";
import { decodeCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { WHY_ASKED, type MailState, type Named, type Why } from "./member-mail.ts";

/** A member's own way in. */
export interface Box {
  token: string;
  workspaceId: string;
  memberId: string;
}

export async function boxesWith(database: Database, tokens: readonly string[]): Promise<Box[]> {
  if (tokens.length === 0) return [];
  const { rows } = await sql<Box>`
    select token, workspace_id as "workspaceId", member_id as "memberId" from mail_token where token = any(${tokens}::text[])`.execute(
    database.outside(),
  );
  return rows;
}

/** The member's token, or null while they have none. */
export async function findToken(tx: Tx, memberId: string): Promise<string | null> {
  const { rows } = await sql<{ token: string }>`
    select token from mail_token where workspace_id = ${tx.workspaceId} and member_id = ${memberId}`.execute(
    tx.tables(),
  );
  return rows[0]?.token ?? null;
}

/** The one before, if any, is nobody's from now on. */
export async function setToken(tx: Tx, memberId: string, token: string, now: Date): Promise<void> {
  await sql`
    insert into mail_token (token, workspace_id, member_id, made_at) values (${token}, ${tx.workspaceId}, ${memberId}, ${now})
    on conflict (workspace_id, member_id) do update set token = excluded.token, made_at = excluded.made_at`.execute(
    tx.tables(),
  );
}

export async function dropToken(tx: Tx, memberId: string): Promise<void> {
  await sql`delete from mail_token where workspace_id = ${tx.workspaceId} and member_id = ${memberId}`.execute(
    tx.tables(),
  );
}

export async function keepsWords(tx: Tx, memberId: string): Promise<boolean> {
  const { rows } = await sql<{ keeps: boolean }>`
    select keeps_words as keeps from mail_setting where workspace_id = ${tx.workspaceId} and member_id = ${memberId}`.execute(
    tx.tables(),
  );
  return rows[0]?.keeps ?? false;
}

export async function setKeepsWords(tx: Tx, memberId: string, keeps: boolean, now: Date): Promise<void> {
  await sql`
    insert into mail_setting (workspace_id, member_id, keeps_words, at) values (${tx.workspaceId}, ${memberId}, ${keeps}, ${now})
    on conflict (workspace_id, member_id) do update set keeps_words = excluded.keeps_words, at = excluded.at`.execute(
    tx.tables(),
  );
}

/** The words of all mail of theirs that are kept. */
export async function dropWords(tx: Tx, memberId: string): Promise<void> {
  await sql`
    update member_mail set words = null
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and words is not null`.execute(
    tx.tables(),
  );
}

export interface MailRow {
  id: string;
  memberId: string;
  at: Date;
  sender: string;
  subject: string;
  writtenAt: Date;
  byMember: boolean;
  named: Named[];
  words: string | null;
  state: MailState;
  why: Why | null;
}

export type NewMail = MailRow & { key: string };

/**
 * False where the same message is there. One that was put to the member because nobody answered for its sender gives way to the
 * same one with proof.
 */
export async function insertMail(tx: Tx, mail: NewMail): Promise<boolean> {
  const { rows } = await sql<{ id: string }>`
    insert into member_mail as m (workspace_id, id, member_id, message_key, at, sender, subject, written_at, by_member, named, words, state, why)
    values (${tx.workspaceId}, ${mail.id}, ${mail.memberId}, ${mail.key}, ${mail.at}, ${mail.sender}, ${mail.subject}, ${mail.writtenAt},
            ${mail.byMember}, ${JSON.stringify(mail.named)}::jsonb, ${mail.words}, ${mail.state}, ${mail.why})
    on conflict (workspace_id, member_id, message_key) do update
       set id = excluded.id, at = excluded.at, sender = excluded.sender, subject = excluded.subject, written_at = excluded.written_at,
           by_member = excluded.by_member, named = excluded.named, words = excluded.words, state = excluded.state, why = excluded.why
     where m.state = 'question' and m.why in ('not-yours', 'not-proven') and m.settled_at is null
       and excluded.why is distinct from 'not-yours' and excluded.why is distinct from 'not-proven'
    returning id`.execute(tx.tables());
  return rows.length > 0;
}

export async function updateMailState(
  tx: Tx,
  id: string,
  { state, why, settledAt = null }: { state: MailState; why: Why | null; settledAt?: Date | null },
): Promise<void> {
  await sql`
    update member_mail set state = ${state}, why = ${why}, settled_at = coalesce(${settledAt}::timestamptz, settled_at)
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** Mail since then about which nothing was done: what a flood leaves behind. */
export async function countIdleSince(tx: Tx, memberId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from member_mail
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and at >= ${since} and state in ('question', 'ignored')`.execute(
    tx.tables(),
  );
  return rows[0]?.count ?? 0;
}

/** Held until the commit. */
export async function holdMail(tx: Tx, id: string, memberId: string): Promise<MailRow | null> {
  const { rows } = await sql<MailRow>`
    select ${COLUMNS} from member_mail
     where workspace_id = ${tx.workspaceId} and id = ${id} and member_id = ${memberId} for no key update`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** The latest first, a page at a time; `questions`: only those. */
export async function listMail(
  tx: Tx,
  memberId: string,
  { cursor, limit, questions }: { cursor: string | undefined; limit: number; questions: boolean },
): Promise<Page<MailRow>> {
  const [before] = cursor ? (decodeCursor(cursor, 1) as [string]) : [null];
  const { rows } = await sql<MailRow>`
    select ${COLUMNS} from member_mail
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId}
       and (${before}::uuid is null or id < ${before}::uuid) and (not ${questions}::boolean or state = 'question')
     order by id desc limit ${limit + 1}`.execute(tx.tables());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > limit && last ? encodeCursor([last.id]) : null };
}

/** How many are put to a member and not settled. */
export async function countQuestions(tx: Tx, memberId: string): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from member_mail
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and state = 'question'`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}

/** Those of the member's that are in this state, or of `ids` those that are, are in the other from now on. Answers which. */
export async function settleQuestions(
  tx: Tx,
  memberId: string,
  { ids, from, to, at }: { ids: readonly string[] | null; from: MailState; to: MailState; at: Date | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update member_mail set state = ${to}, settled_at = ${at}
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and state = ${from}
       and (${ids}::uuid[] is null or id = any(${ids}::uuid[])) and why = any(${WHY_ASKED}::text[])
    returning id`.execute(tx.tables());
  return rows.map(({ id }) => id);
}

/** What was logged of theirs, written from `since` to before `until`; the first first. */
export async function loggedMailWritten(
  tx: Tx,
  memberId: string,
  { since, until }: { since: Date; until: Date },
): Promise<MailRow[]> {
  const { rows } = await sql<MailRow>`
    select ${COLUMNS} from member_mail
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and state = 'done'
       and written_at >= ${since} and written_at < ${until}
     order by written_at, id for no key update`.execute(tx.tables());
  return rows;
}

/** The mail of others than `mailId` that answered one of these introductions, and still does; the latest first. */
export async function mailAnswering(
  tx: Tx,
  mailId: string,
  referralIds: readonly string[],
): Promise<{ memberId: string; subject: string; writtenAt: Date }[]> {
  const { rows } = await sql<{ memberId: string; subject: string; writtenAt: Date }>`
    select m.member_id as "memberId", m.subject, m.written_at as "writtenAt"
      from member_mail_effect e
      join member_mail m on m.workspace_id = e.workspace_id and m.id = e.mail_id
     where e.workspace_id = ${tx.workspaceId} and e.kind = 'answer' and e.taken_back_at is null
       and e.subject_id = any(${referralIds}::uuid[]) and e.mail_id <> ${mailId}
     order by m.id desc`.execute(tx.tables());
  return rows;
}

export async function dropMailBefore(tx: Tx, before: Date): Promise<void> {
  await sql`delete from member_mail where workspace_id = ${tx.workspaceId} and at < ${before}`.execute(
    tx.tables(),
  );
}

const COLUMNS = sql`
  id, member_id as "memberId", at, sender, subject, written_at as "writtenAt", by_member as "byMember", named, words, state, why`;

export const EFFECTS = ["touch", "answer", "person", "introduction"] as const;
export type EffectKind = (typeof EFFECTS)[number];

export interface EffectRow {
  mailId: string;
  kind: EffectKind;
  /** The touch, the introduction, the person. */
  subjectId: string;
  personId: string;
  personName: string;
  takenBack: boolean;
}

export async function insertEffect(
  tx: Tx,
  effect: { mailId: string; kind: EffectKind; subjectId: string; personId: string },
  now: Date,
): Promise<void> {
  await sql`
    insert into member_mail_effect (workspace_id, mail_id, kind, subject_id, person_id, at)
    values (${tx.workspaceId}, ${effect.mailId}, ${effect.kind}, ${effect.subjectId}, ${effect.personId}, ${now})
    on conflict (workspace_id, mail_id, kind, subject_id) do update set at = excluded.at, taken_back_at = null`.execute(
    tx.tables(),
  );
}

/** In the order in which they came about. */
export async function effectsOf(tx: Tx, mailIds: readonly string[]): Promise<EffectRow[]> {
  const { rows } = await sql<EffectRow>`
    select e.mail_id as "mailId", e.kind, e.subject_id as "subjectId", p.id as "personId", p.full_name as "personName",
           e.taken_back_at is not null as "takenBack"
      from member_mail_effect e
      join person p0 on p0.workspace_id = e.workspace_id and p0.id = e.person_id
      join person p on p.workspace_id = e.workspace_id and p.id = p0.kept_id
     where e.workspace_id = ${tx.workspaceId} and e.mail_id = any(${mailIds}::uuid[])
     order by e.mail_id, e.at, array_position(array['introduction', 'person', 'touch', 'answer'], e.kind), e.subject_id`.execute(
    tx.tables(),
  );
  return rows;
}

/** Those with one person, or all. */
export async function takeBackEffects(
  tx: Tx,
  mailId: string,
  now: Date,
  personId: string | null = null,
): Promise<void> {
  await sql`
    update member_mail_effect set taken_back_at = ${now}
     where workspace_id = ${tx.workspaceId} and mail_id = ${mailId} and taken_back_at is null
       and (${personId}::uuid is null
            or person_id in (select id from person where workspace_id = ${tx.workspaceId} and kept_id = ${personId}))`.execute(
    tx.tables(),
  );
}
