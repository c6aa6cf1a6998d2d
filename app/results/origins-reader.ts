import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { Origin } from "#referrals/origin.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import { REPORTED, type OriginFacts, type Reported } from "./origin.ts";
import { countsFor } from "./scope-reader.ts";
import type { Stretch } from "./stretch.ts";

/** Whose meetings and deals of which weeks, as they stand today. */
export interface Scope {
  whose: Whose;
  stretch: Stretch;
  today: Day;
}

/** What is told apart; what is in none of them is left out. Rows say by `place` which one they are of. */
export type Groups = readonly (readonly Reported[])[];

export async function meetingsHeld(
  tx: Tx,
  scope: Scope,
  groups: Groups,
): Promise<{ place: number; many: number }[]> {
  const { rows } = await sql<{ place: number; many: number }>`
    select ${placeIn(groups)} as place, count(*)::int as many
      from meeting d
     where ${factCondition(tx, "meetings-held", scope)} and ${isIn(groups)}
     group by 1`.execute(tx.tables());
  return rows;
}

/** Deals opened in the weeks: for how many days they were open, until they ended or until today. */
export async function dealLives(
  tx: Tx,
  scope: Scope,
  groups: Groups,
): Promise<{ place: number; time: number; ended: boolean; many: number }[]> {
  const { rows } = await sql<{ place: number; time: number; ended: boolean; many: number }>`
    select ${placeIn(groups)} as place, ${daysOpen(scope.today)} as time, d.closed_on is not null as ended, count(*)::int as many
      from deal d
     where ${factCondition(tx, "opened", scope)} and ${isIn(groups)}
     group by 1, 2, 3`.execute(tx.tables());
  return rows;
}

export function daysOpen(today: Day): RawBuilder<unknown> {
  return sql`(coalesce(d.closed_on, ${today}::date) - d.opened_on)`;
}

/** Null: without an amount; such deals have no size either. `size`, of deals won only: see SIZE. */
export interface EndedSum {
  place: number;
  outcome: "won" | "lost";
  currency: string | null;
  size: number | null;
  many: number;
  minor: number;
}

export async function dealsEnded(tx: Tx, scope: Scope, groups: Groups): Promise<EndedSum[]> {
  const { rows } = await sql<EndedSum>`
    select ${placeIn(groups)} as place, d.outcome, case when d.outcome = 'won' then d.currency end as currency,
           case when d.outcome = 'won' then ${SIZE} end as size, count(*)::int as many,
           coalesce(sum(d.amount_minor) filter (where d.outcome = 'won'), 0)::bigint as minor
      from deal d
     where ${factCondition(tx, "ended", scope)} and ${isIn(groups)}
     group by 1, 2, 3, 4`.execute(tx.tables());
  return rows;
}

// Amounts fall into sizes, each a sixteenth of a power of e wide, so that a median is found without sorting all of them.
const SIZE = sql`floor(ln(greatest(d.amount_minor, 1)::float8) * 16)::int`;

/** The sizes in which the values around a median lie. */
export interface AroundMedian {
  place: number;
  currency: string;
  fromSize: number;
  toSize: number;
}

/** The amounts of deals won that are of these sizes, equal ones together, the smallest first. */
export async function amountsAround(
  tx: Tx,
  scope: Scope,
  groups: Groups,
  around: readonly AroundMedian[],
): Promise<{ place: number; currency: string; minor: number; many: number }[]> {
  if (around.length === 0) return [];
  const { rows } = await sql<{ place: number; currency: string; minor: number; many: number }>`
    select won.place, won.currency, won.minor, count(*)::int as many
      from (select ${placeIn(groups)} as place, d.currency, d.amount_minor as minor, ${SIZE} as size
              from deal d
             where ${factCondition(tx, "won", scope)} and ${isIn(groups)} and d.currency is not null) as won
      join jsonb_to_recordset(${JSON.stringify(around)}::jsonb) as near (place int, currency text, "fromSize" int, "toSize" int)
        on near.place = won.place and near.currency = won.currency and won.size between near."fromSize" and near."toSize"
     group by 1, 2, 3
     order by 1, 2, 3`.execute(tx.tables());
  return rows;
}

/** Deals that were open at the end of the weeks. */
export async function dealsOpen(
  tx: Tx,
  scope: Scope,
  groups: Groups,
): Promise<{ place: number; currency: string | null; many: number; minor: number }[]> {
  // In two parts, each with an index of its own.
  const part = (condition: RawBuilder<unknown>) => sql`
    select ${placeIn(groups)} as place, d.currency, count(*) as many, sum(d.amount_minor) as minor
      from deal d where ${condition} and ${isIn(groups)} group by 1, 2`;
  const { rows } = await sql<{ place: number; currency: string | null; many: number; minor: number }>`
    select place, currency, sum(many)::int as many, coalesce(sum(minor), 0)::bigint as minor
      from (${part(stillOpen(tx, scope))} union all ${part(closedSince(tx, scope))}) as open
     group by 1, 2`.execute(tx.tables());
  return rows;
}

/** Which rows `d` count; of meetings or of deals. */
export function factCondition(tx: Tx, what: OriginFacts, scope: Scope): RawBuilder<unknown> {
  const { from, to } = scope.stretch;
  const here = sql`d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null`;
  const counts = (day: RawBuilder<unknown>) => countsFor(tx, scope.whose, { member: sql`d.member_id`, day });
  const on = (day: RawBuilder<unknown>) =>
    sql`${day} between ${from}::date and ${to}::date and ${counts(day)}`;
  if (what === "meetings-held") return sql`${here} and d.outcome = 'held' and ${on(sql`d.outcome_day`)}`;
  if (what === "opened") return sql`${here} and ${on(sql`d.opened_on`)}`;
  if (what === "open") return sql`((${stillOpen(tx, scope)}) or (${closedSince(tx, scope)}))`;
  const outcome = what === "ended" ? sql`` : sql`and d.outcome = ${sql.lit(what)}`;
  return sql`${here} and d.outcome <> 'open' ${outcome} and ${on(sql`d.closed_on`)}`;
}

function stillOpen(tx: Tx, scope: Scope): RawBuilder<unknown> {
  return sql`d.outcome = 'open' and ${openThen(tx, scope)}`;
}

function closedSince(tx: Tx, scope: Scope): RawBuilder<unknown> {
  return sql`d.outcome <> 'open' and d.closed_on > ${scope.stretch.to}::date and ${openThen(tx, scope)}`;
}

/** What is open belongs to the team its member was in on the last day of the weeks. */
function openThen(tx: Tx, { whose, stretch, today }: Scope): RawBuilder<unknown> {
  const last = stretch.to < today ? stretch.to : today;
  const counts = countsFor(tx, whose, { member: sql`d.member_id`, day: sql`${last}::date` });
  return sql`d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null and d.opened_on <= ${last}::date and ${counts}`;
}

/** Which of the groups a meeting or a deal `d` is in; null for none of them. */
export function placeIn(groups: Groups): RawBuilder<unknown> {
  const place = (reported: Reported) => {
    const at = groups.findIndex((group) => group.includes(reported));
    return at < 0 ? sql`null::int` : sql.lit(at);
  };
  const plain = groups.flat().filter((reported): reported is Origin & Reported => !APART.has(reported));
  const each = plain.map((origin) => sql`when ${sql.lit(origin)} then ${place(origin)}`);
  return sql`(case when d.origin is null then ${place("not-said")} else
    case d.origin when 'referral' then
      case d.came when 'asked' then ${place("referral-asked")} when 'spontaneous' then ${place("referral-spontaneous")}
      else ${place("referral-unknown")} end
    ${sql.join(each, sql` `)} end end)`;
}

const APART: ReadonlySet<Reported> = new Set([
  "referral-asked",
  "referral-spontaneous",
  "referral-unknown",
  "not-said",
]);

function isIn(groups: Groups): RawBuilder<unknown> {
  if (REPORTED.every((reported) => groups.some((group) => group.includes(reported)))) return sql`true`;
  return sql`${placeIn(groups)} is not null`;
}
