import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { TALLY } from "./copy-store.ts";
import type { NumbersView } from "./newsletter-view.ts";

/** A letter that somebody got. */
export interface Had {
  id: string;
  newsletterId: string;
  subject: string;
  at: Date;
  bounce: "hard" | "soft" | null;
  replied: boolean;
}

const SHOWN = 12;

/** The latest first. */
export async function hadBy(tx: Tx, personIds: readonly string[]): Promise<Had[]> {
  const { rows } = await sql<Had>`
    select c.id, c.newsletter_id as "newsletterId", n.subject, c.accepted_at as at, c.bounce,
           exists (select from newsletter_reply r
                    where r.workspace_id = c.workspace_id and r.newsletter_id = c.newsletter_id
                      and not r.by_other and r.person_id = any(${personIds}::uuid[])) as replied
      from newsletter_copy c join newsletter n on n.workspace_id = c.workspace_id and n.id = c.newsletter_id
     where c.workspace_id = ${tx.workspaceId} and c.person_id = any(${personIds}::uuid[]) and c.accepted_at is not null
     order by c.id desc limit ${SHOWN}`.execute(tx.tables());
  return rows;
}

/** The stop of their own that says "no newsletter", and no more than that. */
export async function newsletterStopOf(
  tx: Tx,
  personIds: readonly string[],
  today: Day,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from do_not_write
     where workspace_id = ${tx.workspaceId} and person_id = any(${personIds}::uuid[]) and reach = 'newsletter'
       and taken_back_at is null and (lifted_on is null or lifted_on > ${today})
     order by id desc limit 1`.execute(tx.tables());
  return rows[0]?.id ?? null;
}

/** By the month in which letters were sent off, in the workspace's time zone; the latest first. */
export async function readMonths(
  tx: Tx,
  most: number,
): Promise<{ month: string; letters: number; numbers: NumbersView }[]> {
  const { rows } = await sql<{ month: string; letters: number; leaving: number } & NumbersView>`
    with letter as (
      select n.id, to_char(n.sent_at at time zone w.time_zone, 'YYYY-MM') as month
        from newsletter n join workspace w on w.workspace_id = n.workspace_id
       where n.workspace_id = ${tx.workspaceId} and n.sent_at is not null
    ), copies as (
      select letter.month, count(distinct letter.id)::int as letters, count(c.id)::int as recipients,
             ${TALLY}
        from letter join newsletter_copy c on c.workspace_id = ${tx.workspaceId} and c.newsletter_id = letter.id
       group by letter.month
    ), replies as (
      select letter.month, count(*) filter (where not r.by_other)::int as own, count(*) filter (where r.by_other)::int as others
        from letter join newsletter_reply r on r.workspace_id = ${tx.workspaceId} and r.newsletter_id = letter.id
       group by letter.month
    )
    select copies.*, coalesce(replies.own, 0) as replies, coalesce(replies.others, 0) as "othersReplies"
      from copies left join replies on replies.month = copies.month order by copies.month desc limit ${most}`.execute(
    tx.tables(),
  );
  return rows.map(({ month, letters, leaving, ...numbers }) => ({
    month,
    letters,
    numbers: { ...numbers, waiting: numbers.waiting + leaving },
  }));
}
