import { sql, type RawBuilder } from "kysely";
import { SIZE_BANDS } from "#accounts/account-size.ts";
import type { Tx } from "#lib/storage/database.ts";
import { daysOpen, factCondition, placeIn, type Groups, type Scope } from "./origins-reader.ts";
import { AGES } from "./stands-alike.ts";

/** Of deals that are alike in rep and in how many people work at their account; null: not known. */
interface Stratum {
  place: number;
  memberId: string;
  band: string | null;
}

/** `currency`: of deals won, null for those without an amount. `logs` of them have one above nothing. */
export interface EndedStratum extends Stratum {
  currency: string | null;
  many: number;
  won: number;
  logs: number;
  sum: number;
  squares: number;
}

/** Deals that ended in the weeks, and sums of the logarithms of what was won. */
export async function endedInStrata(tx: Tx, scope: Scope, groups: Groups): Promise<EndedStratum[]> {
  const { rows } = await sql<EndedStratum>`
    select place, "memberId", band, currency, count(*)::int as many, (count(*) filter (where won))::int as won,
           count(log)::int as logs, coalesce(sum(log), 0) as sum, coalesce(sum(log * log), 0) as squares
      from (select ${placeIn(groups)} as place, d.member_id as "memberId", a.band, d.outcome = 'won' as won,
                   case when d.outcome = 'won' then d.currency end as currency,
                   case when d.outcome = 'won' and d.amount_minor > 0 then ln(d.amount_minor::float8) end as log
              from deal d join ${bands(tx, scope)} as a on a.id = d.account_id
             where ${factCondition(tx, "ended", scope)}) as ended
     where place is not null
     group by 1, 2, 3, 4`.execute(tx.tables());
  return rows;
}

/** Of each of AGES, how many ended at it, and how many days all were looked at. */
export interface OpenedStratum extends Stratum {
  many: number;
  events: number[];
  times: number[];
}

/** Deals opened in the weeks. A day is looked at when a deal was open on it, its first and its last included. */
export async function openedInStrata(tx: Tx, scope: Scope, groups: Groups): Promise<OpenedStratum[]> {
  const ages = AGES.map((from, at) => ({ from: sql.lit(from), until: sql.lit(AGES[at + 1] ?? FOREVER) }));
  const events = ages.map(
    ({ from, until }) => sql`count(*) filter (where ended and days >= ${from} and days < ${until})`,
  );
  const times = ages.map(({ from, until }) => sql`sum(greatest(0, least(days + 1, ${until}) - ${from}))`);
  const { rows } = await sql<OpenedStratum>`
    select place, "memberId", band, count(*)::int as many, array[${sql.join(events)}]::float8[] as events,
           array[${sql.join(times)}]::float8[] as times
      from (select ${placeIn(groups)} as place, d.member_id as "memberId", a.band, d.closed_on is not null as ended,
                   ${daysOpen(scope.today)} as days
              from deal d join ${bands(tx, scope)} as a on a.id = d.account_id
             where ${factCondition(tx, "opened", scope)}) as opened
     where place is not null
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

// Longer than any deal can be open.
const FOREVER = 1_000_000;

/** Joins an account `a` under all its ids, with how many people work there. */
function bands(tx: Tx, { whose }: Scope): RawBuilder<unknown> {
  const each = SIZE_BANDS.toReversed().map(
    ({ band, from }) => sql`when kept.employees >= ${sql.lit(from)} then ${sql.lit(band)}`,
  );
  // Of a company put together once and not for each deal; those of few deals are looked up.
  const once = whose.kind === "company" ? sql`offset 0` : sql``;
  return sql`(
    select own.id, case ${sql.join(each, sql` `)} end as band
      from account own
      join account kept on kept.workspace_id = own.workspace_id and kept.id = own.kept_id
     where own.workspace_id = ${tx.workspaceId}
    ${once})`;
}
