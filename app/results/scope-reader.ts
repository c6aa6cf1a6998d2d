import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { staysIn } from "#team/stay-reader.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";

/**
 * Whether what a member did on a day counted for whom it was asked: for a team what was done in it on that day, as the scorecard counts it
 * (`Credit` in lib/storage/journal.ts), wherever the member is today.
 */
export function countsFor(
  tx: Tx,
  whose: Pick<Whose, "kind" | "id">,
  { member, day }: { member: RawBuilder<unknown>; day: RawBuilder<unknown> },
): RawBuilder<unknown> {
  if (whose.kind === "company") return sql`true`;
  if (whose.kind === "member") return sql`${member} = ${whose.id}`;
  // Whoever was ever in it comes first: by them the facts are found.
  return sql`${member} = any (array(select s.member_id from team_stay s where s.workspace_id = ${tx.workspaceId} and s.team_id = ${whose.id}))
    and exists (
    select from ${staysIn(tx, whose.id)} as there
     where there.member_id = ${member} and ${day} >= there.from_day and ${day} < there.until_day)`;
}
