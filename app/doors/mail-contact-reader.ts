import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";

export interface MailContact {
  touchId: string;
  personId: string;
  day: Day;
  /** Of the mail that it was logged from; null: it was written down otherwise. */
  subject: string | null;
}

/** The contacts by mail of a member, or told in a meeting, with these people on these days, by which further mail of the day counts. */
export async function mailContacts(
  tx: Tx,
  memberId: string,
  { personIds, days }: { personIds: readonly string[]; days: readonly Day[] },
): Promise<MailContact[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<MailContact>`
    select t.id as "touchId", p.kept_id as "personId", t.day, m.subject
      from person p
      join touch t on t.workspace_id = p.workspace_id and t.person_id = p.id
      left join member_mail_effect e
        on e.workspace_id = t.workspace_id and e.kind = 'touch' and e.subject_id = t.id and e.taken_back_at is null
      left join member_mail m on m.workspace_id = e.workspace_id and m.id = e.mail_id and m.member_id = ${memberId}
     where p.workspace_id = ${tx.workspaceId} and p.kept_id = any(${personIds}::uuid[]) and t.kind = 'e-mail'
       and t.day = any(${days}::date[]) and t.taken_back_at is null
       and (t.member_id = ${memberId} or t.meeting_id is not null)
     order by m.id desc nulls last, t.id`.execute(tx.tables());
  return rows;
}
