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
  // As a condition on the index, the measures would cost one descent each for every scope and week.
  const { rows } = await sql<Sum>`
    select scope_id as "scopeId", ${stretch} as stretch, measure, currency, sum(count)::bigint as count,
           sum(minor)::bigint as minor
      from tally
     where workspace_id = ${tx.workspaceId} and scope_id = any(${asked.scopeIds}::uuid[])
       and week >= ${first.start} and week <= ${last.end}
       and array_position(${asked.measures}::text[], measure) is not null
     group by scope_id, 2, measure, currency
    having sum(count) <> 0 or sum(minor) <> 0`.execute(tx.tables());
  return rows;
}
