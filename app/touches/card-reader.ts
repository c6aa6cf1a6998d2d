import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { CardFacts } from "./card.ts";

/** What is known of somebody that one could write about, under any record of theirs. */
export async function cardFactsOf(
  tx: Tx,
  personIds: readonly string[],
  today: Day,
): Promise<Pick<CardFacts, "introduced" | "said" | "need">> {
  const w = tx.workspaceId;
  const { rows } = await sql<Pick<CardFacts, "introduced" | "said" | "need">>`
    select (select jsonb_build_object('name', c.full_name, 'day', r.counts_from, 'became',
                     case when exists (select from deal d where d.workspace_id = ${w} and d.referral_id = r.id
                                        and d.taken_back_at is null and d.outcome = 'won') then 'deal'
                          when exists (select from meeting m where m.workspace_id = ${w} and m.referral_id = r.id
                                        and m.taken_back_at is null and m.outcome = 'held') then 'meeting' end)
              from referral r
              join person c0 on c0.workspace_id = ${w} and c0.id = r.contact_id
              join person c on c.workspace_id = ${w} and c.id = c0.kept_id
             where r.workspace_id = ${w} and r.source_id = any(${personIds}::uuid[]) and r.taken_back_at is null
               and r.counts_from is not null
             order by r.counts_from desc, r.id desc limit 1) as introduced,
           (select case when last.earned then last.words end
              from (select earned, words from right_word
                     where workspace_id = ${w} and person_id = any(${personIds}::uuid[]) and taken_back_at is null
                     order by day desc, id desc limit 1) as last) as said,
           (select n.line from need_or_offer n
             where n.workspace_id = ${w} and n.person_id = any(${personIds}::uuid[]) and n.what = 'need' and n.taken_back_at is null
               and n.ended_on is null and (n.until_day is null or n.until_day >= ${today})
             order by n.id desc limit 1) as need`.execute(tx.tables());
  return rows[0] ?? { introduced: null, said: null, need: null };
}
