import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
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

/** Whether a fact of a member on a day is one of them. */
type Counts = (member: RawBuilder<unknown>, day: RawBuilder<unknown>) => RawBuilder<unknown>;

/**
 * Facts of these days by the same rule, where they are found by members and days: `facts` says which, with `counts` among its conditions.
 * Of a team they are found stay by stay (`offset 0`: an index is not left for one that holds everybody's days).
 */
export function factsFor(
  tx: Tx,
  whose: Pick<Whose, "kind" | "id">,
  { from, until }: { from: Day; until: Day },
  facts: (counts: Counts) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  const within = (day: RawBuilder<unknown>) => sql`${day} between ${from}::date and ${until}::date`;
  if (whose.kind !== "team")
    return facts((member, day) => sql`${within(day)} and ${countsFor(tx, whose, { member, day })}`);
  const stay: Counts = (member, day) => sql`
    ${within(day)} and ${member} = there.member_id and ${day} >= there.from_day and ${day} < there.until_day`;
  return sql`
    select fact.* from ${staysIn(tx, whose.id)} as there cross join lateral (${facts(stay)} offset 0) as fact`;
}
