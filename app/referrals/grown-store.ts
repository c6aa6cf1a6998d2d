import { sql } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { FIRST, introductionsOf, named, type ChainLink } from "./chain-store.ts";

/** What grew from somebody: the introductions nearest to them, and how many more there are. */
export interface Grown {
  links: ChainLink[];
  more: number;
}

/**
 * Whom this kept person introduced, whom those introduced, and so on: generation by generation, the oldest first, at most `most`.
 * Everybody stands below whoever introduced them first (see FIRST), and below the first generation only when that came after the
 * introduction of whoever introduced them: it goes strictly forward in time, so it ends, and nobody stands in it twice.
 * Nobody of `above` is in it: they led here.
 */
export async function grownFrom(
  tx: Tx,
  personId: string,
  above: readonly string[],
  most: number,
): Promise<Grown> {
  const { rows } = await sql<ChainLink & { allGrown: number }>`
    with recursive grown as (
      select null::uuid as id, null::date as day, ${personId}::uuid as person, null::uuid as source, 0 as generation
      union all
      select next.id, next.day, next.person, grown.person, grown.generation + 1
        from grown
       cross join lateral (
         select r.id, r.day, c.kept_id as person
           from person same
           join referral r on r.workspace_id = ${tx.workspaceId} and r.source_id = same.id and r.taken_back_at is null
           join person c on c.workspace_id = ${tx.workspaceId} and c.id = r.contact_id
          where same.workspace_id = ${tx.workspaceId} and (same.id = grown.person or same.merged_into = grown.person)
            and c.kept_id <> ${personId} and c.kept_id <> all(${above}::uuid[])
            and (grown.id is null or (r.day, r.id) > (grown.day, grown.id))
         offset 0
       ) as next
       cross join lateral (
         select id from (${introductionsOf(tx, sql`next.person`)}) as theirs ${FIRST}
       ) as deciding
       where deciding.id = next.id
    ), line as (
      select id, source, generation, day, count(*) over () as all_grown
        from grown where id is not null order by generation, day, id limit ${most}
    )
    select found.*, line.all_grown::int as "allGrown"
      from line join (${named(tx)}) as found on found."referralId" = line.id
     order by line.generation, line.day, line.id`.execute(tx.tables());
  return { links: rows, more: (rows[0]?.allGrown ?? 0) - rows.length };
}
