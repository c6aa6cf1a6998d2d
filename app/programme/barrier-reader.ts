import { sql, type RawBuilder } from "kysely";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf } from "#people/kept-reader.ts";
import type { GoalSet } from "#team/goal.ts";
import type { RepThere } from "./rep-weeks.ts";
import { HAS_COME, SINCE } from "#team/member-reader.ts";

/** Of the company, or of a team; weeks by their first days, one after the other. */
export interface Stretch {
  teamId: string | null;
  weeks: readonly Day[];
}

/** Of so many in a week so many. */
export interface InWeek {
  at: number;
  count: number;
  of: number;
}

// A client who is unhappy or was asked already is not asked again: that is a good decision, and no fear.
const GOOD_REASONS = ["unhappy", "already-asked"];
const VOICES = ["call", "in-person", "video"];

/** Of plans whose week is over, those that were not asked. */
export async function plansByWeek(tx: Tx, stretch: Stretch, today: Day): Promise<InWeek[]> {
  const { rows } = await sql<InWeek>`
    select ${weekOfDay(stretch, sql`p.mid_week`)} as at, count(*)::int as of,
           (count(*) filter (where p.id not in (
              select a.plan_id from ask a
               where a.workspace_id = ${tx.workspaceId} and a.plan_id is not null and a.taken_back_at is null)))::int as count
      from ask_plan p
     where ${planCondition(tx, stretch, today)}
     group by 1`.execute(tx.tables());
  return rows;
}

export function planCondition(tx: Tx, stretch: Stretch, today: Day): RawBuilder<unknown> {
  // The fourth day of a week that is over lies at least four days back.
  return sql`p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null and ${within(stretch, sql`p.mid_week`)}
       and p.mid_week < ${addDays(today, -3)} and (p.why_not is null or p.why_not <> all(${GOOD_REASONS}::text[]))
       and ${inTeam(tx, stretch, sql`p.member_id`, sql`p.mid_week`)}`;
}

/** Of reasons said why somebody was not asked, those that are a lost nerve: of plans, of moments, and of promises without a plan. */
export async function reasonsByWeek(tx: Tx, stretch: Stretch): Promise<InWeek[]> {
  const { rows } = await sql<InWeek>`
    select ${weekOfDay(stretch, sql`day`)} as at, count(*)::int as of, (count(*) filter (where why = 'lost-nerve'))::int as count
      from (${reasons(tx, stretch)}) as reason
     group by 1`.execute(tx.tables());
  return rows;
}

export function reasons(tx: Tx, stretch: Stretch): RawBuilder<unknown> {
  return sql`
    select p.id, 'plan' as kind, p.member_id, p.person_id, p.let_go_on as day, p.why_not as why
      from ask_plan p
     where p.workspace_id = ${tx.workspaceId} and p.taken_back_at is null and ${within(stretch, sql`p.let_go_on`)}
       and ${inTeam(tx, stretch, sql`p.member_id`, sql`p.let_go_on`)}
    union all
    select d.id, 'moment', d.let_go_by, d.person_id, d.let_go_on, d.why_not
      from moment_due d
     where d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null and ${within(stretch, sql`d.let_go_on`)}
       and d.why_not <> 'deal-ended' and ${inTeam(tx, stretch, sql`d.let_go_by`, sql`d.let_go_on`)}
    union all
    select l.id, 'promise', w.member_id, l.person_id, l.told_on, l.why_missed
      from week_promise l
      join week_plan w on w.workspace_id = l.workspace_id and w.id = l.plan_id and w.taken_back_at is null
     where l.workspace_id = ${tx.workspaceId} and l.taken_back_at is null and ${within(stretch, sql`l.told_on`)}
       and l.why_missed is not null and (l.kind = 'ask' or l.measure = 'people-asked')
       and ${inTeam(tx, stretch, sql`w.member_id`, sql`l.told_on`)}
       and not exists (select from ask_plan p where p.workspace_id = l.workspace_id and p.id = l.ask_plan_id and p.why_not is not null)`;
}

/** People at prospects who were written to, called or met without an introduction: once a rep and week each. */
export async function coldByWeek(tx: Tx, stretch: Stretch): Promise<{ at: number; count: number }[]> {
  const { rows } = await sql<{ at: number; count: number }>`
    select at, count(*)::int as count
      from (select distinct ${weekOfDay(stretch, sql`day`)} as at, member_id, person_id from (${cold(tx, stretch)}) as contact) as once
     group by at`.execute(tx.tables());
  return rows;
}

export function cold(tx: Tx, stretch: Stretch): RawBuilder<unknown> {
  const { from } = spanOf(stretch);
  const contact = (table: string, day: string, more: RawBuilder<unknown>) => sql`
    select t.id, ${table}::text as kind, t.member_id, t.person_id, t.account_id, ${sql.ref(day)} as day
      from ${sql.table(table)} t
     where t.workspace_id = ${tx.workspaceId} and t.taken_back_at is null and ${within(stretch, sql.ref(day))} ${more}
       and ${inTeam(tx, stretch, sql`t.member_id`, sql.ref(day))}`;
  // Accounts and persons are gone through once in the order of their keys. When each person was introduced first is looked up person
  // by person: they are few beside all who were ever introduced. A meeting takes place on the day it was made or later.
  return sql`
    with met as materialized (
      ${contact("touch", "t.day", sql`and t.account_id is not null`)}
      union all
      ${contact("meeting", "t.scheduled_on", sql`and t.account_id is not null and t.referral_id is null and t.day >= ${from}`)}
    ), prospect as materialized (
      select a.id
        from account a
        join account k on k.workspace_id = a.workspace_id and k.id = a.kept_id and k.kind = 'prospect'
       where a.workspace_id = ${tx.workspaceId} and a.id = any(array(select account_id from met))
    ), contact as materialized (
      select * from met where account_id in (select id from prospect)
    ), whom as materialized (
      select h.id as person_id, h.kept_id, (
               select min(r.counts_from)
                 from (${idsOf(tx, sql`h.kept_id`)}) as same
                 join referral r on r.workspace_id = ${tx.workspaceId} and r.contact_id = same.id and r.taken_back_at is null) as introduced_on
        from person h
       where h.workspace_id = ${tx.workspaceId} and h.id = any(array(select person_id from contact))
    )
    select contact.id, contact.kind, contact.member_id, whom.kept_id as person_id, contact.day
      from contact join whom on whom.person_id = contact.person_id
     where whom.introduced_on is null or whom.introduced_on > contact.day`;
}

/** Of conversations in which somebody was asked, those by voice. */
export async function asksByWeek(tx: Tx, stretch: Stretch): Promise<InWeek[]> {
  const { rows } = await sql<InWeek>`
    select ${weekOfDay(stretch, sql`c.day`)} as at, count(*)::int as of,
           (count(*) filter (where c.channel = any(${VOICES}::text[])))::int as count
      from ask_conversation c
     where ${askCondition(tx, stretch)}
     group by 1`.execute(tx.tables());
  return rows;
}

/** A conversation `c` that asked; an ask is taken back with its conversations. */
export function askCondition(tx: Tx, stretch: Stretch): RawBuilder<unknown> {
  const { from, to } = spanOf(stretch);
  const ofTeam = sql`and exists (
        select from ask a
         where a.workspace_id = c.workspace_id and a.id = c.ask_id and a.day <= ${to} and a.last_day >= ${from}
           and ${inTeam(tx, stretch, sql`a.member_id`, sql`c.day`)})`;
  return sql`c.workspace_id = ${tx.workspaceId} and c.asked and c.taken_back_at is null and ${within(stretch, sql`c.day`)}
       ${stretch.teamId === null ? sql`` : ofTeam}`;
}

/** Of deals that were opened, those that came by an introduction. */
export async function dealsByWeek(tx: Tx, stretch: Stretch): Promise<InWeek[]> {
  const { rows } = await sql<InWeek>`
    select ${weekOfDay(stretch, sql`d.opened_on`)} as at, count(*)::int as of,
           (count(*) filter (where ${BY_INTRODUCTION}))::int as count
      from deal d ${OWN_REFERRAL}
     where ${dealCondition(tx, stretch)}
     group by 1`.execute(tx.tables());
  return rows;
}

/** An introduction says so, or whoever opened the deal; a name to work on is none: METHOD.md, rule 2. */
export const BY_INTRODUCTION = sql`(d.origin = 'referral' and (d.referral_id is null or r.id is not null))`;
export const OWN_REFERRAL = sql`left join referral r on r.workspace_id = d.workspace_id and r.id = d.referral_id
       and r.counts_from is not null and r.taken_back_at is null`;

export function dealCondition(tx: Tx, stretch: Stretch): RawBuilder<unknown> {
  return sql`d.workspace_id = ${tx.workspaceId} and d.taken_back_at is null and ${within(stretch, sql`d.opened_on`)}
       and ${inTeam(tx, stretch, sql`d.member_id`, sql`d.opened_on`)}`;
}

/** Reps who were here in that time, with the teams they were in; those who were invited and never came are not among them. */
export async function repsThere(tx: Tx, from: Day): Promise<RepThere[]> {
  const { rows } = await sql<RepThere>`
    select m.id, m.name, ${SINCE} as since, m.left_at as "leftAt",
           coalesce((select jsonb_agg(jsonb_build_object('teamId', s.team_id, 'role', s.role, 'fromDay', s.from_day, 'untilDay', s.until_day) order by s.from_day)
              from team_stay s where s.workspace_id = m.workspace_id and s.member_id = m.id), '[]') as stays
      from member m
     where m.workspace_id = ${tx.workspaceId}
       and exists (select from team_stay s
                    where s.workspace_id = m.workspace_id and s.member_id = m.id and s.role = 'rep'
                      and (s.until_day is null or s.until_day > ${from}::date))
       and (m.left_at is null or m.left_at >= ${from}::date)
       and ${HAS_COME}
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

export interface Rehearsed {
  memberId: string;
  /** Side by side: which weeks, how many sessions in each, and whether one of them was of asking. */
  weeks: number[];
  sessions: number[];
  asking: boolean[];
}

/** What each of these members rehearsed, week by week; `asking`: the skills that are about the ask itself. */
export async function rehearsedBy(
  tx: Tx,
  memberIds: readonly string[],
  weeks: readonly Day[],
  asking: readonly string[],
): Promise<Rehearsed[]> {
  const stretch = { teamId: null, weeks };
  const { rows } = await sql<Rehearsed>`
    select "memberId", array_agg(at) as weeks, array_agg(n) as sessions, array_agg(asks) as asking
      from (select s.member_id as "memberId", ${weekOfDay(stretch, sql`s.day`)} as at, count(*)::int as n,
                   bool_or(s.skill = any(${asking}::text[])) as asks
              from practice_session s
             where s.workspace_id = ${tx.workspaceId} and s.member_id = any(${memberIds}::uuid[]) and s.taken_back_at is null
               and ${within(stretch, sql`s.day`)}
             group by 1, 2) as week
     group by "memberId"`.execute(tx.tables());
  return rows;
}

/** The weeks in which each of these members noted an ask or another contact. */
export async function activeWeeksOf(
  tx: Tx,
  memberIds: readonly string[],
  weeks: readonly Day[],
): Promise<{ memberId: string; weeks: number[] }[]> {
  const { from, to } = spanOf({ weeks });
  const { rows } = await sql<{ memberId: string; weeks: number[] }>`
    select m.id as "memberId", of_member.weeks
      from unnest(${memberIds}::uuid[]) as m (id)
     cross join lateral (
       select array_agg(distinct ${weekOfDay({ weeks }, sql`week`)}) as weeks from tally
        where workspace_id = ${tx.workspaceId} and scope_id = m.id and week between ${from} and ${to}
          and measure in ('people-asked', 'touches') and count > 0) as of_member
     where of_member.weeks is not null`.execute(tx.tables());
  return rows;
}

/** Every goal for people asked that was ever set. */
export async function askingGoals(tx: Tx): Promise<(GoalSet & { scopeId: string })[]> {
  const { rows } = await sql<GoalSet & { scopeId: string }>`
    select scope_id as "scopeId", from_day as "fromDay", every, amount from goal
     where workspace_id = ${tx.workspaceId} and measure = 'people-asked'`.execute(tx.tables());
  return rows;
}

export interface TeamName {
  id: string;
  name: string;
}

/** Open teams by name. */
export async function openTeams(tx: Tx): Promise<TeamName[]> {
  const { rows } = await sql<TeamName>`
    select id, name from team where workspace_id = ${tx.workspaceId} and closed_at is null order by lower(name), id`.execute(
    tx.tables(),
  );
  return rows;
}

/** Which of the weeks a day lies in. */
export function weekOfDay({ weeks }: Pick<Stretch, "weeks">, day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(width_bucket(${day}, ${weeks}::date[]) - 1)`;
}

function within(stretch: Pick<Stretch, "weeks">, day: RawBuilder<unknown>): RawBuilder<unknown> {
  const { from, to } = spanOf(stretch);
  return sql`${day} between ${from} and ${to}`;
}

function spanOf({ weeks }: Pick<Stretch, "weeks">): { from: Day; to: Day } {
  return { from: weeks[0] ?? "0001-01-01", to: addDays(weeks.at(-1) ?? "0001-01-01", 6) };
}

/** The team somebody was in on that day; before their first stay, the first one's, as what counts is credited. */
export function inTeam(
  tx: Tx,
  { teamId }: Pick<Stretch, "teamId">,
  member: RawBuilder<unknown>,
  day: RawBuilder<unknown>,
): RawBuilder<unknown> {
  if (teamId === null) return sql`true`;
  return sql`${member} in (select e.member_id from team_stay e where e.workspace_id = ${tx.workspaceId} and e.team_id = ${teamId})
       and (select s.team_id from team_stay s
               where s.workspace_id = ${tx.workspaceId} and s.member_id = ${member}
               order by (s.from_day <= ${day}) desc, case when s.from_day <= ${day} then s.from_day end desc, s.from_day
               limit 1) = ${teamId}`;
}
