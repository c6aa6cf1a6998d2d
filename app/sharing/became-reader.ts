import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Level, ReferralState } from "#referrals/referral.ts";
import type { PageRow } from "./page-store.ts";

/** An introduction of a page's source, and whether the page tells of it. */
export interface Became {
  referralId: string;
  contactId: string;
  contactName: string;
  level: Level;
  /** Null while it is a name only. */
  introducedOn: Day | null;
  state: ReferralState;
  stateDay: Day;
  tells: boolean;
  /** The rep's own words. */
  told: string | null;
}

/** Standing introductions that came of a page, of its ask, or for which it was made, names alone too. The oldest first. */
export async function becameOf(
  tx: Tx,
  page: Pick<PageRow, "id" | "askId" | "referralId" | "sourceId">,
): Promise<Became[]> {
  const { rows } = await sql<Became>`
    select r.id as "referralId", c.id as "contactId", c.full_name as "contactName", r.level, r.counts_from as "introducedOn", r.state,
           r.state_day as "stateDay", t.page_id is not null as tells, t.told
      from referral r
      join person st on st.workspace_id = r.workspace_id and st.id = r.source_id
      join person ct on ct.workspace_id = r.workspace_id and ct.id = r.contact_id
      join person c on c.workspace_id = ct.workspace_id and c.id = ct.kept_id
      left join shared_telling t on t.workspace_id = r.workspace_id and t.page_id = ${page.id} and t.referral_id = r.id
     where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null and st.kept_id = ${page.sourceId}
       and (r.ask_id = ${page.askId} or r.id = ${page.referralId} or r.id in (
             select x.referral_id from shared_answer x
               join shared_page p on p.workspace_id = x.workspace_id and p.id = x.page_id
              where x.workspace_id = r.workspace_id and (p.id = ${page.id} or p.parent_id = ${page.id})))
     order by r.day, r.id
     limit 20`.execute(tx.tables());
  return rows;
}
