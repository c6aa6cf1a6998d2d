import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { countsFor } from "./scope-reader.ts";

/** Of clients who gave a score on report cards handed in on these days, those who introduced somebody within so many days after it. */
export async function saidAndDid(
  tx: Tx,
  whose: Pick<Whose, "kind" | "id">,
  { from, to, within }: { from: Day; to: Day; within: number },
): Promise<{ score: number; of: number; did: number }[]> {
  const w = tx.workspaceId;
  const { rows } = await sql<{ score: number; of: number; did: number }>`
    select c.score, count(*)::int as of, (count(*) filter (where exists (
             select from person s
               join referral r on r.workspace_id = ${w} and r.source_id = s.id and r.taken_back_at is null
              where s.workspace_id = ${w} and s.kept_id = p.kept_id
                and r.counts_from > c.handed_in_on and r.counts_from <= c.handed_in_on + ${within}::int)))::int as did
      from report_card c
      join person p on p.workspace_id = ${w} and p.id = c.person_id
     where c.workspace_id = ${w} and c.handed_in_on between ${from} and ${to}
       and ${countsFor(tx, whose, { member: sql`c.member_id`, day: sql`c.handed_in_on` })}
     group by c.score`.execute(tx.tables());
  return rows;
}

/** Cards that are too young for that. */
export async function cardsSince(tx: Tx, whose: Pick<Whose, "kind" | "id">, day: Day): Promise<number> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from report_card c
     where c.workspace_id = ${tx.workspaceId} and c.handed_in_on > ${day} and c.person_id is not null
       and ${countsFor(tx, whose, { member: sql`c.member_id`, day: sql`c.handed_in_on` })}`.execute(
    tx.tables(),
  );
  return rows[0]?.many ?? 0;
}
