import { createHash } from "node:crypto";
import { sql } from "kysely";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";

export interface Limit {
  /** What is counted; kept only as a hash. */
  of: string;
  most: number;
  seconds: number;
}

// More than one, so that closed windows become fewer however many come.
const SWEPT_A_HIT = 3;

/** Counts one more of something for all server processes; throws Problem too-many beyond the limit. */
export async function countOne(
  database: Database,
  limit: Limit,
  now: Date,
  reason = "too many tries; wait a minute and try again",
): Promise<void> {
  const hits = await hit(database, limit, now);
  if (hits > limit.most) throw new Problem("too-many", reason);
}

/** Whether the limit is used up, without counting. */
export async function isUsedUp(database: Database, limit: Limit, now: Date): Promise<boolean> {
  const { rows } = await sql<{ hits: number }>`
    select hits from rate_window where key = ${hashOf(limit)} and closes > ${now}`.execute(
    database.outside(),
  );
  return (rows[0]?.hits ?? 0) >= limit.most;
}

/** Starts the counting anew: after a right password, say. */
export async function forgive(database: Database, limit: Limit): Promise<void> {
  await sql`delete from rate_window where key = ${hashOf(limit)}`.execute(database.outside());
}

async function hit(database: Database, limit: Limit, now: Date): Promise<number> {
  const closes = new Date(now.getTime() + limit.seconds * 1000);
  const { rows } = await sql<{ hits: number }>`
    with swept as (
      delete from rate_window where key in (
        select key from rate_window where closes < ${now} and key <> ${hashOf(limit)}
         order by closes limit ${SWEPT_A_HIT} for update skip locked))
    insert into rate_window as r (key, opened, closes, hits) values (${hashOf(limit)}, ${now}, ${closes}, 1)
    on conflict (key) do update set
      hits = case when r.closes > ${now} then r.hits + 1 else 1 end,
      opened = case when r.closes > ${now} then r.opened else excluded.opened end,
      closes = case when r.closes > ${now} then r.closes else excluded.closes end
    returning hits`.execute(database.outside());
  return rows[0]?.hits ?? 1;
}

function hashOf(limit: Limit): string {
  return createHash("sha256").update(limit.of).digest("base64url");
}
