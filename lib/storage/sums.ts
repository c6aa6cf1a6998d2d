import { sql } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "./database.ts";

/** What a scope counted in one of the stretches asked for; `stretch` is its index. */
export interface Sum {
  scopeId: string;
  stretch: number;
  measure: string;
  /** "" for counts without money. */
  currency: string;
  count: number;
  minor: number;
}

/**
 * Sums of the tally for members, teams or the workspace, in one query. Stretches are whole weeks, one after the other
 * without gaps, oldest first; what counts nothing is left out.
 */
export async function sumsOf(
  tx: Tx,
  asked: {
    scopeIds: readonly string[];
    measures: readonly string[];
    stretches: readonly { start: Day; end: Day }[];
  },
): Promise<Sum[]> {
  const first = asked.stretches[0];
  const last = asked.stretches.at(-1);
  if (!first || !last || asked.scopeIds.length === 0) return [];
  const starts = asked.stretches.map((stretch) => stretch.start);
  const stretch = starts.length === 1 ? sql`0` : sql`width_bucket(week, ${starts}::date[]) - 1`;
  // Each scope by itself: a handful of sums at a time are quicker found than thousands. The measures wait for the sums: as a
  // condition on the index they would cost one descent each for every scope and week, as one on its rows a comparison a row.
  const { rows } = await sql<Sum>`
    select scope.id as "scopeId", of_scope.stretch, of_scope.measure, of_scope.currency, of_scope.count, of_scope.minor
      from unnest(${asked.scopeIds}::uuid[]) as scope (id)
     cross join lateral (
       select ${stretch} as stretch, measure, currency, sum(count)::bigint as count, sum(minor)::bigint as minor
         from tally
        where workspace_id = ${tx.workspaceId} and scope_id = scope.id and week >= ${first.start} and week <= ${last.end}
        group by 1, measure, currency
       having case when measure = any(${asked.measures}::text[]) then sum(count) <> 0 or sum(minor) <> 0 end
     ) as of_scope`.execute(tx.tables());
  return rows;
}
