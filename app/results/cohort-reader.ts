import { sql, type RawBuilder } from "kysely";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf } from "#people/kept-reader.ts";
import { DECIDING_ROLES } from "#people/standing.ts";
import type { Whose } from "#scorecard/scorecard-actions.ts";
import type { Step } from "./step.ts";
import { factsFor } from "./scope-reader.ts";

type Of = Pick<Whose, "kind" | "id">;

/** Asks and introductions of these days, and what came of them up to and with `until`: what is known later says nothing. */
export interface Known {
  from: Day;
  until: Day;
}

/** So many tries of a step that are so many whole weeks old on the last day, and came so many weeks later, or not yet. */
export interface Tries {
  step: Step;
  age: number;
  lag: number | null;
  many: number;
}

/** Of a cohort's people met those whose part in buying is known, and those who decide. */
export interface CohortLevel {
  cohort: number;
  known: number;
  decide: number;
}

/** Tries of the cohorts of asks that begin on `starts`, one after the other until `to`, and at what level people were met; `cohort` is its index. */
export async function triesOfCohorts(
  tx: Tx,
  whose: Of,
  { starts, to, until }: { starts: readonly Day[]; to: Day; until: Day },
): Promise<{ tries: (Tries & { cohort: number })[]; levels: CohortLevel[] }> {
  const from = starts[0] ?? to;
  const cohort = (day: RawBuilder<unknown>) => sql`width_bucket(${day}, ${starts}::date[]) - 1`;
  type Row = Omit<Tries, "step"> & { step: Step | keyof CohortLevel; cohort: number };
  const { rows } = await sql<Row>`
    with asked as materialized (${asked(tx, whose, { from, until: to })}),
    came as materialized (
      select asked.id as ask_id, asked.day as asked_on, r.id, r.counts_from as day, ${metOn} as met_on, won.day as won_on
        from asked
        join referral r on r.workspace_id = ${tx.workspaceId} and r.ask_id = asked.id and r.taken_back_at is null and r.counts_from <= ${until}
        ${meetingsAndDeals(tx, whose, until, sql`r.id`)}
    ), tries as (
      select 'introductions' as step, asked_on, asked_on as day, min(day) as came_on from came group by ask_id, asked_on
      union all
      select 'meetings', asked_on, day, met_on from came
      union all
      select 'deals', asked_on, met_on, won_on from came where met_on is not null
    ), counted as materialized (
      select ${cohort(sql`asked_on`)} as cohort, step, ${age(until)} as age, ${lag(until)} as lag, count(*)::int as many
        from tries
       group by 1, 2, 3, 4
    )
    select cohort, step, age, lag, sum(many)::int as many
      from (select * from counted
            union all
            ${restOfAsks(sql`cohort`, sql`select ${cohort(sql`day`)} as cohort, ${age(until)} as age from asked`)}
            union all
            select ${cohort(sql`r.asked_on`)}, case when level.decides then 'decide' else 'known' end, 0, null, count(*)::int
              from came r ${level(tx, whose, until)}
             where r.met_on is not null
             group by 1, 2) as each
     group by 1, 2, 3, 4
    having sum(many) <> 0`.execute(tx.tables());
  const isTry = (row: Row): row is Tries & { cohort: number } =>
    row.step !== "known" && row.step !== "decide";
  const levels = rows.filter((row) => !isTry(row));
  return {
    tries: rows.filter(isTry),
    levels: levels.map(({ cohort: at, step, many }) => ({
      cohort: at,
      known: many,
      decide: step === "decide" ? many : 0,
    })),
  };
}

/** Asks that brought none are all of them less those that did: most of them are then counted, and looked up nowhere. */
function restOfAsks(key: RawBuilder<unknown>, all: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select ${key}, 'introductions', age, null, count(*)::int from (${all}) as ask group by 1, 3
    union all
    select ${key}, 'introductions', age, null, -sum(many)::int from counted where step = 'introductions' group by 1, 3`;
}

/** Joins to introductions `r` that led to a meeting held whether somebody was there who decides; only where it is known of anybody. */
function level(tx: Tx, whose: Of, until: Day): RawBuilder<unknown> {
  return whose.kind === "company"
    ? sql`join (${levels(tx, until)}) as level on level.referral_id = r.id`
    : sql`join lateral (${levelOf(tx, until)}) as level on level.decides is not null`;
}

/** The same of one introduction `r`, for those of few. */
export function levelOf(tx: Tx, until: Day): RawBuilder<unknown> {
  const w = tx.workspaceId;
  return sql`
    select bool_or(said.role = any(${DECIDING_ROLES}::text[])) as decides
      from meeting m
      join person h on h.workspace_id = ${w} and h.id = m.person_id
      join lateral (
        select f.role
          from (${idsOf(tx, sql`h.kept_id`)}) as same
          join buying_role f on f.workspace_id = ${w} and f.person_id = same.id and f.taken_back_at is null
         order by f.id desc limit 1) as said on said.role is not null
     where m.workspace_id = ${w} and m.referral_id = r.id and m.taken_back_at is null and m.outcome = 'held' and m.outcome_day <= ${until}`;
}

/** Introductions with a meeting held by then, by whether somebody was there who decides; only where it is known of anybody. */
function levels(tx: Tx, until: Day): RawBuilder<unknown> {
  return sql`
    select m.referral_id, bool_or(said.role = any(${DECIDING_ROLES}::text[])) as decides
      from (select distinct on (p.kept_id) p.kept_id as id, f.role
              from buying_role f join person p on p.workspace_id = f.workspace_id and p.id = f.person_id
             where f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null
             order by p.kept_id, f.id desc) as said
      join person h on h.workspace_id = ${tx.workspaceId} and h.kept_id = said.id
      join meeting m on m.workspace_id = ${tx.workspaceId} and m.person_id = h.id and m.taken_back_at is null
                    and m.outcome = 'held' and m.referral_id is not null and m.outcome_day <= ${until}
     where said.role is not null
     group by m.referral_id`;
}

/** Of a member, or with no member of all of them; tries that are older than `oldest` weeks count as that old. */
export interface MemberTries {
  memberId: string | null;
  step: Step;
  age: number;
  /** Null where it did not come yet, and where `memberId` says whose it is: then `came` says as much. */
  lag: number | null;
  came: boolean;
  many: number;
}

/**
 * All that was tried: asks; introductions, whether asked for or not; introductions that led to a meeting. Of each member how many came of
 * those of an age, and of all of them after how many weeks.
 */
export async function triesOfMembers(
  tx: Tx,
  whose: Of,
  known: Known,
  oldest: number,
): Promise<MemberTries[]> {
  const { until } = known;
  const { rows } = await sql<MemberTries>`
    with asked as materialized (${asked(tx, whose, known)}),
    introduced as materialized (
      select i.member_id, i.day, ${metOn} as met_on, won.day as won_on
        from (${introduced(tx, whose, known)}) as i
        ${meetingsAndDeals(tx, whose, known.until, sql`i.id`)}
    ), tries as (
      select 'introductions' as step, a.member_id, a.day, first.day as came_on
        from asked a ${firstOf(tx, whose, until)}
      union all
      select 'meetings', member_id, day, met_on from introduced
      union all
      select 'deals', member_id, met_on, won_on from introduced where met_on is not null
    ), counted as materialized (
      select member_id, step, least(${age(until)}, ${oldest}::int) as age, ${lag(until)} as lag, count(*)::int as many
        from tries
       group by 1, 2, 3, 4
    )
    select member_id as "memberId", step, age, lag, coalesce(came, lag is not null) as came, sum(many)::int as many
      from (select *, lag is not null as came
              from (select * from counted
                    union all
                    ${restOfAsks(sql`member_id`, sql`select member_id, least(${age(until)}, ${oldest}::int) as age from asked`)}) as each) as each
     group by grouping sets ((step, member_id, age, came), (step, age, lag))
    having sum(many) <> 0`.execute(tx.tables());
  return rows;
}

/** In which of the weeks before `until` somebody asked, and had introductions that were not the first of an ask. */
export interface MemberWeek {
  memberId: string;
  /** 0: the seven days up to `until`. */
  age: number;
  asks: number;
  unasked: number;
}

export async function weeksOfMembers(tx: Tx, whose: Of, known: Known): Promise<MemberWeek[]> {
  const { until } = known;
  const earlier = sql`exists (
    select from referral f
     where f.workspace_id = ${tx.workspaceId} and f.ask_id = i.ask_id and f.taken_back_at is null
       and (f.counts_from, f.id) < (i.day, i.id))`;
  const { rows } = await sql<MemberWeek>`
    select member_id as "memberId", ((${until}::date - day) / 7)::int as age, sum(asks)::int as asks, sum(unasked)::int as unasked
      from (select a.member_id, a.day, 1 as asks, 0 as unasked from (${asked(tx, whose, known)}) as a
            union all
            select i.member_id, i.day, 0, 1 from (${introduced(tx, whose, known)}) as i
             where i.ask_id is null or ${earlier}) as each
     group by 1, 2`.execute(tx.tables());
  return rows;
}

/** Introductions, first meetings of them and first deals won of them, in each of the weeks from `from` on; 0: its first seven days. */
export async function arrivals(
  tx: Tx,
  whose: Of,
  { begun, from, until }: Known & { begun: Day },
): Promise<{ step: Step; week: number; many: number }[]> {
  const { rows } = await sql<{ step: Step; week: number; many: number }>`
    select step, ((day - ${from}::date) / 7)::int as week, count(*)::int as many
      from (${cameOf(tx, whose, { from: begun, until })}) as each
     where day >= ${from}
     group by 1, 2`.execute(tx.tables());
  return rows;
}

/** Each introduction of these days, the first meeting of it and the first deal won: its step and day. */
function cameOf(tx: Tx, whose: Of, known: Known): RawBuilder<unknown> {
  return sql`
    with introduced as materialized (
      select i.day, ${metOn} as met_on, won.day as won_on
        from (${introduced(tx, whose, known)}) as i
        ${meetingsAndDeals(tx, whose, known.until, sql`i.id`)}
    )
    select 'introductions' as step, day from introduced
    union all
    select 'meetings', met_on from introduced
    union all
    select 'deals', won_on from introduced`;
}

/** The same of one step, only what came from a day on: id, day. Of a company in the order of their days, the latest first, as far as they are read. */
export function cameIn(
  tx: Tx,
  whose: Of,
  { step, begun, from, until }: Known & { step: Step; begun: Day },
): RawBuilder<unknown> {
  if (step === "introductions")
    return sql`select id, day from (${introduced(tx, whose, { from, until })}) as i`;
  const cameOn = step === "meetings" ? metOn : sql`won.day`;
  if (whose.kind !== "company") {
    return sql`
      select i.id, ${cameOn} as day from (${introduced(tx, whose, { from: begun, until })}) as i ${ofEach(tx, until, sql`i.id`)}
       where ${cameOn} between ${from}::date and ${until}::date`;
  }
  return sql`
    select led.id, led.day
      from ${ledOn(tx, { step, from, until }, sql`r.counts_from between ${begun}::date and ${until}::date`)} ${ofEach(tx, until, sql`led.id`)}
     where led.day <= ${cameOn}`;
}

/**
 * Introductions `r` for which `within` holds, with each day `led.day` of these days on which a deal of theirs was won or, for the step
 * "meetings", they were met: read from the indexes by day and looked up one by one, the latest first, as far as a page is read.
 */
function ledOn(
  tx: Tx,
  { step, from, until }: Known & { step: Step },
  within: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const won = sql`
      (select d.closed_on as day, d.referral_id as id from deal d
        where ${wonIn(tx)} and d.referral_id is not null and d.closed_on between ${from}::date and ${until}::date
        order by 1 desc, 2 desc)`;
  const held = sql`
      (select m.outcome_day as day, m.referral_id as id from meeting m
        where ${heldIn(tx)} and m.referral_id is not null and m.outcome_day between ${from}::date and ${until}::date
        order by 1 desc, 2 desc)`;
  return sql`
    (select distinct on (day, id) day, id from (${step === "deals" ? won : sql`${held} union all ${won}`}) as each order by day desc, id desc) as led
    cross join lateral (
      select r.* from referral r
       where r.workspace_id = ${tx.workspaceId} and r.id = led.id and r.taken_back_at is null and ${within} offset 0) as r`;
}

/** Asks of these days that count for them: id, member_id, day. */
export function asked(tx: Tx, whose: Of, known: Known): RawBuilder<unknown> {
  return factsFor(
    tx,
    whose,
    known,
    (counts) => sql`
    select a.id, a.member_id, a.day from ask a
     where a.workspace_id = ${tx.workspaceId} and a.taken_back_at is null and ${counts(sql`a.member_id`, sql`a.day`)}`,
  );
}

/** Introductions that count from these days on: id, ask_id, member_id, day. */
export function introduced(tx: Tx, whose: Of, known: Known): RawBuilder<unknown> {
  return factsFor(
    tx,
    whose,
    known,
    (counts) => sql`
    select i.id, i.ask_id, i.member_id, i.counts_from as day from referral i
     where i.workspace_id = ${tx.workspaceId} and i.taken_back_at is null and ${counts(sql`i.member_id`, sql`i.counts_from`)}`,
  );
}

/**
 * Joins the first meeting held `met` and the first deal won `won` of each introduction, as far as they were known. Of a company they are
 * gone through once; of few introductions each is looked up.
 */
function meetingsAndDeals(
  tx: Tx,
  { kind }: Of,
  until: Day,
  referralId: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (kind !== "company") return ofEach(tx, until, referralId);
  return sql`
      left join (select m.referral_id, min(m.outcome_day) as day from meeting m
                  where ${heldIn(tx)} and m.referral_id is not null and m.outcome_day <= ${until}
                  group by 1) as met on met.referral_id = ${referralId}
      left join (select d.referral_id, min(d.closed_on) as day from deal d
                  where ${wonIn(tx)} and d.referral_id is not null and d.closed_on <= ${until}
                  group by 1) as won on won.referral_id = ${referralId}`;
}

/** The same, each looked up. */
export function ofEach(tx: Tx, until: Day, referralId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
      left join lateral (select min(m.outcome_day) as day from meeting m
                          where ${heldIn(tx)} and m.referral_id = ${referralId} and m.outcome_day <= ${until}) as met on true
      left join lateral (select min(d.closed_on) as day from deal d
                          where ${wonIn(tx)} and d.referral_id = ${referralId} and d.closed_on <= ${until}) as won on true`;
}

/** Of introductions `r`, meetings `m` and deals `d`: those that count. */
export function standing(tx: Tx): RawBuilder<unknown> {
  return sql`r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null`;
}

function heldIn(tx: Tx): RawBuilder<unknown> {
  return sql`m.workspace_id = ${tx.workspaceId} and m.taken_back_at is null and m.outcome = 'held'`;
}

function wonIn(tx: Tx): RawBuilder<unknown> {
  return sql`d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null and d.outcome = 'won'`;
}

/** Whoever became a client was met, whether or not a meeting was written down. */
export const metOn = sql`least(met.day, won.day)`;

/** Joins the first introduction `first` of each ask `a` that brought one. */
function firstOf(tx: Tx, { kind }: Of, until: Day): RawBuilder<unknown> {
  const stands = sql`f.workspace_id = ${tx.workspaceId} and f.taken_back_at is null`;
  return kind === "company"
    ? sql`join (select f.ask_id, min(f.counts_from) as day from referral f
                      where ${stands} and f.ask_id is not null and f.counts_from <= ${until}
                      group by 1) as first on first.ask_id = a.id`
    : sql`join lateral (select min(f.counts_from) as day from referral f
                              where ${stands} and f.ask_id = a.id and f.counts_from <= ${until}) as first on first.day is not null`;
}

/** In whole weeks on the last day. */
function age(until: Day): RawBuilder<unknown> {
  return sql`((${until}::date - day) / 7)::int`;
}

/** As weeks are counted: what came within the same seven days came at once. A meeting may be written down before its introduction. */
function lag(until: Day): RawBuilder<unknown> {
  return sql`case when came_on is not null then greatest(0, (${until}::date - day) / 7 - (${until}::date - came_on) / 7)::int end`;
}
