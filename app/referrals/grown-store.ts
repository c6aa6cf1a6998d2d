import { sql, type RawBuilder } from "kysely";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf, keptOf } from "#people/kept-reader.ts";
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
       ${nextGeneration(tx)}
       and next.person <> ${personId} and next.person <> all(${above}::uuid[])
    ), line as (
      select id, source, generation, day, count(*) over () as all_grown
        from grown where id is not null order by generation, day, id limit ${most}
    )
    select found.*, (select all_grown::int from line limit 1) as "allGrown"
      from (${named(tx)} order by line.generation, line.day, line.id) as found`.execute(tx.tables());
  return { links: rows, more: (rows[0]?.allGrown ?? 0) - rows.length };
}

/** How many people grew from each of these kept persons, as `grownFrom` draws them; from whom nobody grew is missing. */
export async function countGrown(
  tx: Tx,
  personIds: readonly string[],
): Promise<{ personId: string; people: number }[]> {
  if (personIds.length === 0) return [];
  const { rows } = await sql<{ personId: string; people: number }>`
    with recursive up as (
      select who.id as root, null::date as day, null::uuid as id, who.id as person, array[who.id] as persons
        from unnest(${personIds}::uuid[]) as who (id)
      union all
      select up.root, led.day, led.id, led.source, up.persons || led.source
        from up
       cross join lateral (
         select * from (${introductionsOf(tx, sql`up.person`)}) as earlier
          where (up.id is null or (earlier.day, earlier.id) < (up.day, up.id)) and earlier.source <> all(up.persons)
          ${FIRST}
       ) as led
    ), above as (
      select root, array_agg(person) as persons from up group by root
    ), grown as (
      select above.root, above.persons, null::uuid as id, null::date as day, above.root as person from above
      union all
      select grown.root, grown.persons, next.id, next.day, next.person
        from grown
       ${nextGeneration(tx)}
       and next.person <> all(grown.persons)
    )
    select root as "personId", count(*)::int as people from grown where id is not null group by root`.execute(
    tx.tables(),
  );
  return rows;
}

/** From each row of `grown` to whom that person introduced, where nobody introduced those before (see FIRST). */
function nextGeneration(tx: Tx): RawBuilder<unknown> {
  return sql`
       cross join lateral (${idsOf(tx, sql`grown.person`)}) as same
       cross join lateral (
         select r.id, r.day, r.level, ${keptOf(tx, sql`r.contact_id`)} as person
           from referral r
          where r.workspace_id = ${tx.workspaceId} and r.source_id = same.id and r.taken_back_at is null
            and (grown.id is null or (r.day, r.id) > (grown.day, grown.id))
         offset 0
       ) as next
       where next.person <> grown.person and not exists (
         ${introductionsOf(tx, sql`next.person`, sql`(r.level = 0, r.day, r.id) < (next.level = 0, next.day, next.id)`)})`;
}
