import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import type { LetterTimes } from "./answer-letter.ts";
import type { LoopTables } from "./loop-tables.ts";

export interface AnswerLetterRow extends LetterTimes {
  id: string;
  referralId: string;
  memberId: string;
  memberName: string;
  memberEmail: string;
  memberTeamId: string | null;
  contactId: string;
  contactName: string;
  sourceId: string;
  toAddress: string;
  copyAddress: string | null;
  subject: string;
  text: string;
  messageId: string;
  askedAt: Date;
  answeredAt: Date | null;
  failure: string | null;
  copyFailure: string | null;
}

export interface NewAnswerLetter {
  id: string;
  referralId: string;
  memberId: string;
  contactId: string;
  sourceId: string;
  toAddress: string;
  copyAddress: string | null;
  subject: string;
  text: string;
  messageId: string;
  askedAt: Date;
}

export async function insertLetter(tx: Tx, letter: NewAnswerLetter): Promise<void> {
  await tx
    .tables<LoopTables>()
    .insertInto("answer_letter")
    .values({
      workspace_id: tx.workspaceId,
      id: letter.id,
      referral_id: letter.referralId,
      member_id: letter.memberId,
      contact_id: letter.contactId,
      source_id: letter.sourceId,
      to_address: letter.toAddress,
      copy_address: letter.copyAddress,
      subject: letter.subject,
      text: letter.text,
      message_id: letter.messageId,
      asked_at: letter.askedAt,
      handed_at: null,
      accepted_at: null,
      answered_at: null,
      failed_at: null,
      failure: null,
      doubted_at: null,
      copy_failure: null,
      called_back_at: null,
      called_back_by: null,
    })
    .execute();
}

const letters = sql`
  select l.id, l.referral_id as "referralId", l.member_id as "memberId", m.name as "memberName", m.email as "memberEmail",
         m.team_id as "memberTeamId", c.kept_id as "contactId", c.full_name as "contactName", s.kept_id as "sourceId",
         l.to_address as "toAddress", l.copy_address as "copyAddress", l.subject, l.text, l.message_id as "messageId",
         l.asked_at as "askedAt", l.handed_at as "handedAt", l.accepted_at as "acceptedAt", l.answered_at as "answeredAt",
         l.failed_at as "failedAt", l.failure, l.doubted_at as "doubtedAt", l.copy_failure as "copyFailure",
         l.called_back_at as "calledBackAt"
    from answer_letter l
    join member m on m.workspace_id = l.workspace_id and m.id = l.member_id
    join person c on c.workspace_id = l.workspace_id and c.id = l.contact_id
    join person s on s.workspace_id = l.workspace_id and s.id = l.source_id`;

/** The latest first. */
export async function lettersOf(tx: Tx, referralId: string): Promise<AnswerLetterRow[]> {
  const { rows } = await sql<AnswerLetterRow>`
    ${letters} where l.workspace_id = ${tx.workspaceId} and l.referral_id = ${referralId} order by l.id desc`.execute(
    tx.tables(),
  );
  return rows;
}

export async function findLetter(tx: Tx, id: string): Promise<AnswerLetterRow | null> {
  const { rows } = await sql<AnswerLetterRow>`
    ${letters} where l.workspace_id = ${tx.workspaceId} and l.id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export async function lettersSince(tx: Tx, memberId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from answer_letter
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and asked_at > ${since}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}

/** It begins to leave; false when it was called back or has begun before. */
export async function markHanded(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update answer_letter set handed_at = ${at}
     where workspace_id = ${tx.workspaceId} and id = ${id}
       and handed_at is null and accepted_at is null and failed_at is null and doubted_at is null and called_back_at is null
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

/** What follows from it was noted. */
export async function markAnswered(tx: Tx, id: string, at: Date): Promise<void> {
  await change(tx, id, { answered_at: at });
}

export async function markDoubted(tx: Tx, id: string, at: Date): Promise<void> {
  await change(tx, id, { doubted_at: at });
}

export async function markCopyFailed(tx: Tx, id: string, failure: string): Promise<void> {
  await change(tx, id, { copy_failure: failure });
}

/** It has not left, unless it was handed over or called back meanwhile. */
export async function markFailed(tx: Tx, id: string, failed: { at: Date; failure: string }): Promise<void> {
  await sql`
    update answer_letter set failed_at = ${failed.at}, failure = ${failed.failure}
     where workspace_id = ${tx.workspaceId} and id = ${id}
       and handed_at is null and accepted_at is null and doubted_at is null and called_back_at is null`.execute(
    tx.tables(),
  );
}

/** False when it is leaving, or has left. */
export async function markCalledBack(tx: Tx, id: string, back: { at: Date; by: string }): Promise<boolean> {
  const { rows } = await sql`
    update answer_letter set called_back_at = ${back.at}, called_back_by = ${back.by}
     where workspace_id = ${tx.workspaceId} and id = ${id}
       and handed_at is null and accepted_at is null and failed_at is null and doubted_at is null and called_back_at is null
    returning id`.execute(tx.tables());
  return rows.length > 0;
}

async function change(
  tx: Tx,
  id: string,
  set: Partial<
    Pick<
      LoopTables["answer_letter"],
      "handed_at" | "accepted_at" | "answered_at" | "doubted_at" | "copy_failure"
    >
  >,
): Promise<void> {
  await tx
    .tables<LoopTables>()
    .updateTable("answer_letter")
    .set(set)
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}
