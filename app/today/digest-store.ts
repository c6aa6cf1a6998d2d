import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { DigestLine } from "./digest-compose.ts";
import type { Effect } from "./digest-line.ts";
import { USUAL, type DigestKind, type DigestSetting, type MailTimes } from "./digest.ts";
import type { TodayTables } from "./today-tables.ts";

export interface DigestMailRow extends MailTimes {
  id: string;
  memberId: string;
  memberName: string;
  memberEmail: string;
  isHere: boolean;
  kind: DigestKind;
  day: Day;
  madeAt: Date;
  openUntil: Date;
  answersId: string | null;
  failure: string | null;
}

export interface DigestLineRow extends DigestLine {
  id: string;
  mailId: string;
  place: number;
  doneAt: Date | null;
  did: string | null;
  effect: Effect | null;
  undoneAt: Date | null;
}

export async function settingOf(tx: Tx, memberId: string): Promise<DigestSetting> {
  const { rows } = await sql<DigestSetting>`
    select wanted, at_time as "atTime", when_done as "whenDone" from digest_setting
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId}`.execute(tx.tables());
  return rows[0] ?? USUAL;
}

export async function saveSetting(
  tx: Tx,
  memberId: string,
  { wanted, atTime, whenDone }: DigestSetting,
  now: Date,
): Promise<void> {
  const set = { wanted, at_time: atTime, when_done: whenDone, changed_at: now };
  await tx
    .tables<TodayTables>()
    .insertInto("digest_setting")
    .values({ workspace_id: tx.workspaceId, member_id: memberId, ...set })
    .onConflict((same) => same.columns(["workspace_id", "member_id"]).doUpdateSet(set))
    .execute();
}

export interface Recipient {
  memberId: string;
  atTime: string;
}

/** Members who sign in, want the mail of the day, and have not had this one's. */
export async function recipients(tx: Tx, day: Day): Promise<Recipient[]> {
  const { rows } = await sql<Recipient>`
    select m.id as "memberId", coalesce(s.at_time, ${USUAL.atTime}) as "atTime"
      from member m
      left join digest_setting s on s.workspace_id = m.workspace_id and s.member_id = m.id
     where m.workspace_id = ${tx.workspaceId} and m.left_at is null and m.user_id is not null
       and coalesce(s.wanted, ${USUAL.wanted})
       and not exists (select from digest_mail d where d.workspace_id = m.workspace_id and d.member_id = m.id
                        and d.kind = 'day' and d.day = ${day})
     order by m.id`.execute(tx.tables());
  return rows;
}

export interface NewMail {
  id: string;
  memberId: string;
  kind: DigestKind;
  day: Day;
  openUntil: Date;
  answersKey?: string;
  answersId?: string | null;
}

/** False where that day's, or the answer to that mail, is there already. */
export async function insertMail(tx: Tx, mail: NewMail, now: Date): Promise<boolean> {
  const done = await tx
    .tables<TodayTables>()
    .insertInto("digest_mail")
    .values({
      workspace_id: tx.workspaceId,
      id: mail.id,
      member_id: mail.memberId,
      kind: mail.kind,
      day: mail.day,
      made_at: now,
      open_until: mail.openUntil,
      answers_key: mail.answersKey ?? null,
      answers_id: mail.answersId ?? null,
      handed_at: null,
      accepted_at: null,
      doubted_at: null,
      failed_at: null,
      failure: null,
    })
    .onConflict((same) => same.doNothing())
    .executeTakeFirst();
  return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function insertLines(
  tx: Tx,
  mailId: string,
  lines: readonly (DigestLine & { id: string; place: number })[],
): Promise<void> {
  if (lines.length === 0) return;
  await tx
    .tables<TodayTables>()
    .insertInto("digest_line")
    .values(
      lines.map(({ id, place, about, shown }) => ({
        workspace_id: tx.workspaceId,
        id,
        mail_id: mailId,
        place,
        about: JSON.stringify(about) as never,
        shown: JSON.stringify(shown) as never,
        done_at: null,
        did: null,
        effect: null,
        undone_at: null,
      })),
    )
    .execute();
}

const mails = sql`
  select d.id, d.member_id as "memberId", m.name as "memberName", m.email as "memberEmail",
         m.left_at is null as "isHere", d.kind, d.day, d.made_at as "madeAt", d.open_until as "openUntil",
         d.answers_id as "answersId", d.handed_at as "handedAt", d.accepted_at as "acceptedAt", d.doubted_at as "doubtedAt",
         d.failed_at as "failedAt", d.failure
    from digest_mail d join member m on m.workspace_id = d.workspace_id and m.id = d.member_id`;

export async function findMail(tx: Tx, id: string): Promise<DigestMailRow | null> {
  const { rows } = await sql<DigestMailRow>`
    ${mails} where d.workspace_id = ${tx.workspaceId} and d.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The last one of a member that is no answer. */
export async function lastMailOf(tx: Tx, memberId: string): Promise<DigestMailRow | null> {
  const { rows } = await sql<DigestMailRow>`
    ${mails} where d.workspace_id = ${tx.workspaceId} and d.member_id = ${memberId} and d.kind <> 'answer'
     order by d.made_at desc, d.id desc limit 1`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function mailsSince(
  tx: Tx,
  { memberId, kind, since }: { memberId: string; kind: DigestKind; since: Date },
): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from digest_mail
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and kind = ${kind} and made_at >= ${since}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}

const lines = sql`
  select id, mail_id as "mailId", place, about, shown, done_at as "doneAt", did, effect, undone_at as "undoneAt" from digest_line`;

export async function linesOf(tx: Tx, mailId: string): Promise<DigestLineRow[]> {
  const { rows } = await sql<DigestLineRow>`
    ${lines} where workspace_id = ${tx.workspaceId} and mail_id = ${mailId} order by place`.execute(
    tx.tables(),
  );
  return rows;
}

export async function findLine(tx: Tx, id: string): Promise<DigestLineRow | null> {
  const { rows } = await sql<DigestLineRow>`
    ${lines} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** Locked until the commit. */
export async function holdLine(tx: Tx, id: string): Promise<DigestLineRow | null> {
  const { rows } = await sql<DigestLineRow>`
    ${lines} where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function markDone(
  tx: Tx,
  id: string,
  { did, effect }: { did: string; effect: Effect | null },
  now: Date,
): Promise<void> {
  await sql`
    update digest_line set done_at = ${now}, did = ${did}, effect = ${effect === null ? null : JSON.stringify(effect)}::jsonb, undone_at = null
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

export async function markUndone(tx: Tx, id: string, now: Date): Promise<void> {
  await sql`
    update digest_line set done_at = null, undone_at = ${now}
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** What a line says once it was worked off. */
export async function rewriteLine(tx: Tx, id: string, { about, shown }: DigestLine): Promise<void> {
  await sql`
    update digest_line set about = ${JSON.stringify(about)}::jsonb, shown = ${JSON.stringify(shown)}::jsonb
     where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
}

/** It begins to leave; false when it has before, or will not any more. */
export async function markHanded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update digest_mail set handed_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = ${id}
       and handed_at is null and accepted_at is null and failed_at is null and doubted_at is null
    returning id`.execute(tx.tables());
  return rows.length > 0;
}

/** The mail server refused it: it has not left after all. */
export async function unmarkHanded(tx: Tx, id: string): Promise<void> {
  await change(tx, id, { handed_at: null });
}

export async function markAccepted(tx: Tx, id: string, at: Date): Promise<void> {
  await change(tx, id, { accepted_at: at, doubted_at: null });
}

export async function markDoubted(tx: Tx, id: string, at: Date): Promise<void> {
  await change(tx, id, { doubted_at: at });
}

/** It has not left, unless it was handed over meanwhile. */
export async function markFailed(tx: Tx, id: string, failed: { at: Date; failure: string }): Promise<void> {
  await sql`
    update digest_mail set failed_at = ${failed.at}, failure = ${failed.failure}
     where workspace_id = ${tx.workspaceId} and id = ${id}
       and handed_at is null and accepted_at is null and doubted_at is null`.execute(tx.tables());
}

/** Mails of before, with their lines: what they said is of no use any more. */
export async function dropMailsBefore(tx: Tx, before: Date): Promise<void> {
  await tx
    .tables<TodayTables>()
    .deleteFrom("digest_mail")
    .where("workspace_id", "=", tx.workspaceId)
    .where("made_at", "<", before)
    .execute();
}

async function change(
  tx: Tx,
  id: string,
  set: Partial<Pick<TodayTables["digest_mail"], "handed_at" | "accepted_at" | "doubted_at">>,
): Promise<void> {
  await tx
    .tables<TodayTables>()
    .updateTable("digest_mail")
    .set(set)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
