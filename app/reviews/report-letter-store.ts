import { sql } from "kysely";
import type { LetterTimes } from "#loops/answer-letter.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface ReportLetterRow extends LetterTimes {
  id: string;
  cardId: string;
  personId: string;
  personName: string;
  memberId: string;
  memberName: string;
  memberEmail: string;
  toAddress: string;
  subject: string;
  text: string;
  messageId: string;
  askedAt: Date;
  failure: string | null;
}

export async function insertReportLetter(
  tx: Tx,
  letter: {
    id: string;
    cardId: string;
    personId: string;
    memberId: string;
    toAddress: string;
    subject: string;
    text: string;
    messageId: string;
    askedAt: Date;
  },
): Promise<void> {
  const { id, cardId, personId, memberId, toAddress, subject, text, messageId, askedAt } = letter;
  await sql`
    insert into report_letter (workspace_id, id, card_id, person_id, member_id, to_address, subject, text, message_id, asked_at)
    values (${tx.workspaceId}, ${id}, ${cardId}, ${personId}, ${memberId}, ${toAddress}, ${subject}, ${text}, ${messageId},
            ${askedAt})`.execute(tx.tables());
}

const letters = sql`
  select l.id, l.card_id as "cardId", p.kept_id as "personId", p.full_name as "personName", l.member_id as "memberId",
         m.name as "memberName", m.email as "memberEmail", l.to_address as "toAddress", l.subject, l.text,
         l.message_id as "messageId", l.asked_at as "askedAt", l.handed_at as "handedAt", l.accepted_at as "acceptedAt",
         l.failed_at as "failedAt", l.failure, l.doubted_at as "doubtedAt", l.called_back_at as "calledBackAt"
    from report_letter l
    join member m on m.workspace_id = l.workspace_id and m.id = l.member_id
    join person p on p.workspace_id = l.workspace_id and p.id = l.person_id`;

export async function findReportLetter(tx: Tx, id: string): Promise<ReportLetterRow | null> {
  const { rows } = await sql<ReportLetterRow>`
    ${letters} where l.workspace_id = ${tx.workspaceId} and l.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

/** The latest first. */
export async function reportLettersOf(tx: Tx, cardId: string): Promise<ReportLetterRow[]> {
  const { rows } = await sql<ReportLetterRow>`
    ${letters} where l.workspace_id = ${tx.workspaceId} and l.card_id = ${cardId} order by l.id desc`.execute(
    tx.tables(),
  );
  return rows;
}

export async function reportLettersSince(tx: Tx, memberId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from report_letter
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and asked_at > ${since}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}

/** It begins to leave; false when it was called back or has begun before. */
export async function markHanded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update report_letter set handed_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = ${id} and ${WAITING} returning id`.execute(tx.tables());
  return rows.length > 0;
}

/** The mail server refused it: it has not left after all. */
export async function unmarkHanded(tx: Tx, id: string): Promise<void> {
  await sql`update report_letter set handed_at = null where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
}

export async function markAccepted(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update report_letter set accepted_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
}

export async function markDoubted(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update report_letter set doubted_at = ${at} where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(
    tx.tables(),
  );
}

/** It has not left, unless it was handed over or called back meanwhile. */
export async function markFailed(tx: Tx, id: string, failed: { at: Date; failure: string }): Promise<void> {
  await sql`
    update report_letter set failed_at = ${failed.at}, failure = ${failed.failure}
     where workspace_id = ${tx.workspaceId} and id = ${id} and ${WAITING}`.execute(tx.tables());
}

/** False when it is leaving, or has left. */
export async function markCalledBack(tx: Tx, id: string, back: { at: Date; by: string }): Promise<boolean> {
  const { rows } = await sql`
    update report_letter set called_back_at = ${back.at}, called_back_by = ${back.by}
     where workspace_id = ${tx.workspaceId} and id = ${id} and ${WAITING} returning id`.execute(tx.tables());
  return rows.length > 0;
}

const WAITING = sql`handed_at is null and accepted_at is null and failed_at is null and doubted_at is null
       and called_back_at is null`;
