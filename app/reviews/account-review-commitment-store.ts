import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { AccountReviewTables } from "./account-review-tables.ts";

export interface NewCommitment {
  id: string;
  reviewId: string;
  accountId: string;
  memberId: string | null;
  personId: string | null;
  words: string;
  dueOn: Day;
  day: Day;
}

/** With the names a reader needs; persons and accounts are those that stand for merged ones. */
export interface CommitmentRow extends NewCommitment {
  accountName: string;
  memberName: string | null;
  personName: string | null;
  doneOn: Day | null;
}

export async function insertCommitment(tx: Tx, said: NewCommitment, actor: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .insertInto("review_commitment")
    .values({
      workspace_id: tx.workspaceId,
      id: said.id,
      review_id: said.reviewId,
      account_id: said.accountId,
      member_id: said.memberId,
      person_id: said.personId,
      words: said.words,
      due_on: said.dueOn,
      day: said.day,
      done_on: null,
      done_by: null,
      by_id: actor.member.id,
      at: actor.now,
      taken_back_at: null,
      taken_back_by: null,
    })
    .execute();
}

/** Null: it is not done after all. */
export async function updateDone(tx: Tx, id: string, done: { on: Day; by: string } | null): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("review_commitment")
    .set({ done_on: done?.on ?? null, done_by: done?.by ?? null })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function takeBackCommitmentRow(tx: Tx, id: string, by: Actor): Promise<void> {
  await tx
    .tables<AccountReviewTables>()
    .updateTable("review_commitment")
    .set({ taken_back_at: by.now, taken_back_by: by.member.id })
    .where("workspace_id", "=", tx.workspaceId)
    .where("id", "=", id)
    .execute();
}

/** Locked until the commit. Null also for one that was taken back. */
export async function holdCommitment(tx: Tx, id: string): Promise<CommitmentRow | null> {
  await sql`select from review_commitment where workspace_id = ${tx.workspaceId} and id = ${id} for update`.execute(
    tx.tables(),
  );
  const { rows } = await sql<CommitmentRow>`
    ${named} where c.workspace_id = ${tx.workspaceId} and c.id = ${id} and c.taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows[0] ?? null;
}

/** At these accounts: those of one review, and those of earlier ones that were open when it began. */
export async function commitmentsFor(
  tx: Tx,
  accountIds: readonly string[],
  { reviewId, since, until }: { reviewId: string; since: Day; until: Day },
): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    ${named} where c.workspace_id = ${tx.workspaceId} and c.account_id = any(${accountIds}::uuid[]) and c.taken_back_at is null
       and (c.review_id = ${reviewId} or (c.day <= ${until} and (c.done_on is null or c.done_on >= ${since})))
     order by c.due_on, c.id`.execute(tx.tables());
  return rows;
}

/** What one of us is to do until that day, and what was promised to them in a review of theirs; the longest overdue first. */
export async function dueCommitmentsOf(
  tx: Tx,
  memberId: string,
  until: Day,
  limit: number,
): Promise<CommitmentRow[]> {
  const { rows } = await sql<CommitmentRow>`
    ${named} where c.workspace_id = ${tx.workspaceId} and c.taken_back_at is null and c.done_on is null and c.due_on <= ${until}
       and (c.member_id = ${memberId} or (c.member_id is null and r.member_id = ${memberId}))
     order by c.due_on, c.id limit ${limit}`.execute(tx.tables());
  return rows;
}

const named: RawBuilder<unknown> = sql`
  select c.id, c.review_id as "reviewId", ac.id as "accountId", ac.name as "accountName", c.member_id as "memberId",
         m.name as "memberName", p.id as "personId", p.full_name as "personName", c.words,
         c.due_on as "dueOn", c.day, c.done_on as "doneOn"
    from review_commitment c
    join account_review r on r.workspace_id = c.workspace_id and r.id = c.review_id
    join account at on at.workspace_id = c.workspace_id and at.id = c.account_id
    join account ac on ac.workspace_id = c.workspace_id and ac.id = at.kept_id
    left join member m on m.workspace_id = c.workspace_id and m.id = c.member_id
    left join person pt on pt.workspace_id = c.workspace_id and pt.id = c.person_id
    left join person p on p.workspace_id = c.workspace_id and p.id = pt.kept_id`;
