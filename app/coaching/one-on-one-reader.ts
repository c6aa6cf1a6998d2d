import { sql, type RawBuilder } from "kysely";
import type { Outcome } from "#asks/ask.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import type { Role } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf, type Weekday } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { idsOf } from "#people/kept-reader.ts";
import { DEFAULT_WEEKS } from "./one-on-one.ts";
import { HAS_COME } from "#team/member-reader.ts";

/** Somebody who works here, who coaches them, and when they met last and next. */
export interface CoachedMember {
  id: string;
  name: string;
  role: Role;
  teamId: string | null;
  teamName: string | null;
  joinedAt: Date;
  /** Who manages their team; of managers, and where nobody does, the leader who came first. Null: a leader, whom nobody leads. */
  coachId: string | null;
  coachName: string | null;
  everyWeeks: number;
  lastOn: Day | null;
  plannedOn: Day | null;
  memberPrepared: boolean;
  coachPrepared: boolean;
}

export interface WhoIsCoached {
  memberIds?: readonly string[];
  teamIds?: readonly string[];
  coachId?: string;
}

/** Those who are here, by name; without leaders and whoever was invited and has not come in yet, unless they are named. */
export async function coachedMembers(tx: Tx, who: WhoIsCoached): Promise<CoachedMember[]> {
  const where: RawBuilder<unknown>[] = [];
  if (who.memberIds) where.push(sql`id = any(${who.memberIds}::uuid[])`);
  else where.push(sql`role <> 'leader' and came`);
  if (who.teamIds) where.push(sql`"teamId" = any(${who.teamIds}::uuid[])`);
  if (who.coachId) where.push(sql`"coachId" = ${who.coachId}`);
  const { rows } = await sql<CoachedMember>`
    with leader as (
      select id, name from member
       where workspace_id = ${tx.workspaceId} and role = 'leader' and left_at is null order by joined_at, id limit 1
    ), somebody as (
      select m.id, m.name, m.role, m.team_id as "teamId", t.name as "teamName", m.joined_at as "joinedAt",
             ${HAS_COME} as came,
             case when m.role = 'leader' then null
                  when c.id is not null then c.id else (select id from leader) end as "coachId",
             case when m.role = 'leader' then null
                  when c.id is not null then c.name else (select name from leader) end as "coachName"
        from member m
        left join team t on t.workspace_id = m.workspace_id and t.id = m.team_id
        left join member c on c.workspace_id = t.workspace_id and c.id = t.manager_id and c.id <> m.id and c.left_at is null
                          and m.role = 'rep'
       where m.workspace_id = ${tx.workspaceId} and m.left_at is null
    )
    select s.*, coalesce(r.every_weeks, ${DEFAULT_WEEKS})::int as "everyWeeks", held.day as "lastOn", n.planned_on as "plannedOn",
           n.prepared_member as "memberPrepared", n.prepared_coach as "coachPrepared"
      from (select * from somebody where ${sql.join(where, sql` and `)}) s
      left join lateral (
        select every_weeks from coaching_rhythm r
         where r.workspace_id = ${tx.workspaceId} and r.member_id = s.id and r.coach_id = s."coachId" and r.taken_back_at is null
         order by r.at desc, r.id desc limit 1) r on true
      left join lateral (
        select max(o.held_on) as day from one_on_one o
         where o.workspace_id = ${tx.workspaceId} and o.member_id = s.id and o.held_on is not null and o.taken_back_at is null) held on true
      left join lateral (
        select max(o.planned_on) as planned_on, coalesce(bool_or(o.member_words is not null), false) as prepared_member,
               coalesce(bool_or(o.coach_words is not null), false) as prepared_coach
          from one_on_one o
         where o.workspace_id = ${tx.workspaceId} and o.member_id = s.id and o.prepared_with = s."coachId"
           and o.held_on is null and o.taken_back_at is null) n on true
     order by lower(s.name), s.id`.execute(tx.tables());
  return rows;
}

/** Whom they mean to ask, with what came of it from a day on. */
export interface MeantPerson {
  id: string;
  name: string;
  accountName: string | null;
  /** The last time the member asked them since. */
  askedOn: Day | null;
  outcome: Outcome | null;
  /** A plan to ask them that stands, or the last that was let go. */
  plannedWeek: Day | null;
  letGo: boolean;
  whyNot: WhyNotAsked | null;
}

/** As the viewer may see it: why somebody was not asked is the rep's own business until the week of the plan has ended. */
export async function meantPeople(
  tx: Tx,
  oneOnOneIds: readonly string[],
  of: { memberId: string; since: Day; today: Day; firstDay: Weekday; isOwn: boolean },
): Promise<Map<string, MeantPerson[]>> {
  if (oneOnOneIds.length === 0) return new Map();
  const { memberId, since, today, firstDay, isOwn } = of;
  const week = weekOf(today, firstDay);
  const { rows } = await sql<Omit<MeantPerson, "plannedWeek"> & { oneOnOneId: string; midWeek: Day | null }>`
    select w.one_on_one_id as "oneOnOneId", s.id, s.full_name as name, ac.name as "accountName",
           asked.day as "askedOn", asked.outcome, plan.mid_week as "midWeek",
           coalesce(plan.let_go_on is not null, false) as "letGo", plan.why_not as "whyNot"
      from one_on_one_person w
      join person p on p.workspace_id = w.workspace_id and p.id = w.person_id
      join person s on s.workspace_id = p.workspace_id and s.id = p.kept_id
      left join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
      left join account ac on ac.workspace_id = a.workspace_id and ac.id = a.kept_id
      left join lateral (
        select c.day, k.outcome
          from (${idsOf(tx, sql`s.id`)}) as same
          join ask k on k.workspace_id = ${tx.workspaceId} and k.source_id = same.id and k.member_id = ${memberId}
                    and k.taken_back_at is null and k.last_day >= ${since}
          join ask_conversation c on c.workspace_id = k.workspace_id and c.ask_id = k.id and c.asked and c.taken_back_at is null
                                 and c.day >= ${since}
         order by c.day desc limit 1) asked on true
      left join lateral (
        select k.mid_week, k.let_go_on, k.why_not
          from (${idsOf(tx, sql`s.id`)}) as same
          join ask_plan k on k.workspace_id = ${tx.workspaceId} and k.person_id = same.id and k.member_id = ${memberId}
                         and k.taken_back_at is null and k.mid_week >= ${addDays(since, -6)}
                         and (k.let_go_on is null or k.mid_week < ${week} or ${isOwn})
         order by k.mid_week desc limit 1) plan on true
     where w.workspace_id = ${tx.workspaceId} and w.one_on_one_id = any(${oneOnOneIds}::uuid[])
     order by w.place, s.id`.execute(tx.tables());
  const found = rows.map(({ midWeek, ...row }) => ({
    ...row,
    plannedWeek: midWeek === null ? null : weekOf(midWeek, firstDay),
  }));
  return Map.groupBy(found, ({ oneOnOneId }) => oneOnOneId);
}

/** A plan whose week is over, and nobody was asked. */
export interface UnaskedPlan {
  planId: string;
  personId: string;
  personName: string;
  accountName: string | null;
  week: Day;
  whyNot: WhyNotAsked | null;
}

/** Of this member, of weeks that began from one day on and are over, the latest first. */
export async function unaskedPlans(
  tx: Tx,
  memberId: string,
  { from, today, firstDay }: { from: Day; today: Day; firstDay: Weekday },
  limit: number,
): Promise<UnaskedPlan[]> {
  const { rows } = await sql<Omit<UnaskedPlan, "week"> & { midWeek: Day }>`
    select k.id as "planId", s.id as "personId", s.full_name as "personName", ac.name as "accountName", k.mid_week as "midWeek",
           k.why_not as "whyNot"
      from ask_plan k
      join person p on p.workspace_id = k.workspace_id and p.id = k.person_id
      join person s on s.workspace_id = p.workspace_id and s.id = p.kept_id
      left join account a on a.workspace_id = s.workspace_id and a.id = s.account_id
      left join account ac on ac.workspace_id = a.workspace_id and ac.id = a.kept_id
     where k.workspace_id = ${tx.workspaceId} and k.member_id = ${memberId} and k.taken_back_at is null
       and k.mid_week >= ${from} and k.mid_week < ${weekOf(today, firstDay)}
       and not exists (
         select from ask q where q.workspace_id = k.workspace_id and q.plan_id = k.id and q.taken_back_at is null)
     order by k.mid_week desc, s.full_name, k.id limit ${limit}`.execute(tx.tables());
  return rows.map(({ midWeek, ...row }) => ({ ...row, week: weekOf(midWeek, firstDay) }));
}

/** How many they planned to ask in weeks that began from one day on and are over, and whether anybody ever introduced somebody to them. */
export async function plannedAndIntroduced(
  tx: Tx,
  memberId: string,
  { from, today, firstDay }: { from: Day; today: Day; firstDay: Weekday },
): Promise<{ planned: number; introduced: boolean }> {
  const { rows } = await sql<{ planned: number; introduced: boolean }>`
    select (select count(*)::int from ask_plan k
             where k.workspace_id = ${tx.workspaceId} and k.member_id = ${memberId} and k.taken_back_at is null
               and k.mid_week >= ${from} and k.mid_week < ${weekOf(today, firstDay)}) as planned,
           exists (select from referral r
             where r.workspace_id = ${tx.workspaceId} and r.member_id = ${memberId} and r.counts_from is not null
               and r.taken_back_at is null) as introduced`.execute(tx.tables());
  return rows[0] ?? { planned: 0, introduced: false };
}

/** How often a source was asked in a time: by this member, and by everybody. */
export interface BorneBy {
  id: string;
  name: string;
  asks: number;
  named: number;
  byAll: number;
  against: number;
}

/** Every source whom this member asked in that time, the busiest first. */
export async function sourcesBearing(
  tx: Tx,
  memberId: string,
  { from, to }: { from: Day; to: Day },
): Promise<BorneBy[]> {
  const { rows } = await sql<BorneBy>`
    with own as (
      select p.kept_id as id, count(*)::int as asks, count(*) filter (where k.outcome = 'named-someone')::int as named,
             count(k.against)::int as against
        from ask k join person p on p.workspace_id = k.workspace_id and p.id = k.source_id
       where k.workspace_id = ${tx.workspaceId} and k.member_id = ${memberId} and k.taken_back_at is null
         and k.day between ${from} and ${to}
       group by 1
    )
    select own.*, s.full_name as name, (
             select count(*)::int from (${idsOf(tx, sql`own.id`)}) as same
               join ask k on k.workspace_id = ${tx.workspaceId} and k.source_id = same.id and k.taken_back_at is null
              where k.day between ${from} and ${to}) as "byAll"
      from own join person s on s.workspace_id = ${tx.workspaceId} and s.id = own.id
     order by own.asks desc, "byAll" desc, s.full_name, own.id`.execute(tx.tables());
  return rows;
}

/** How often this member rehearsed a skill from a day on. */
export async function rehearsedSince(
  tx: Tx,
  memberId: string,
  { skill, since }: { skill: string; since: Day },
): Promise<number> {
  const { rows } = await sql<{ sessions: number }>`
    select count(*)::int as sessions from practice_session
     where workspace_id = ${tx.workspaceId} and member_id = ${memberId} and skill = ${skill} and day >= ${since}
       and taken_back_at is null`.execute(tx.tables());
  return rows[0]?.sessions ?? 0;
}
