import { sql } from "kysely";
import type { Moment, Outcome } from "#asks/ask.ts";
import type { Part as TalkPart } from "#asks/talk-part.ts";
import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { fourthDay } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { SaidKind } from "#loops/duty.ts";
import type { Channel } from "#people/channel.ts";
import type { RubricPoint } from "#practice/rubric.ts";
import type { Practised } from "#practice/rust.ts";
import { shareOf, type Score } from "#practice/session.ts";
import { STATES, type ReferralState } from "#referrals/referral.ts";
import { HAS_COME } from "#team/member-reader.ts";

export interface Named {
  id: string;
  name: string;
}

/** The open teams, by name. */
export async function openTeams(tx: Tx): Promise<Named[]> {
  const { rows } = await sql<Named>`
    select id, name from team where workspace_id = ${tx.workspaceId} and closed_at is null order by lower(name), id`.execute(
    tx.tables(),
  );
  return rows;
}

/** Closed ones too: what they told of their weeks stays readable. */
export async function findTeam(tx: Tx, id: string): Promise<Named | null> {
  const { rows } = await sql<Named>`
    select id, name from team where workspace_id = ${tx.workspaceId} and id = ${id}`.execute(tx.tables());
  return rows[0] ?? null;
}

export interface TeamMember extends Named {
  role: Role;
}

/** Who was in the team in the middle of that week and has come in, by name; who left since too. */
export async function membersIn(tx: Tx, teamId: string, week: Day): Promise<TeamMember[]> {
  const { rows } = await sql<TeamMember>`
    select m.id, m.name, s.role
      from team_stay s
      join member m on m.workspace_id = s.workspace_id and m.id = s.member_id
     where s.workspace_id = ${tx.workspaceId} and s.team_id = ${teamId} and s.from_day <= ${fourthDay(week)}
       and (s.until_day is null or s.until_day > ${fourthDay(week)})
       and ${HAS_COME}
     order by lower(m.name), m.id`.execute(tx.tables());
  return rows;
}

/** Through whom an introduction came about, with what was asked. */
export interface AskBehind {
  referralId: string;
  askId: string | null;
}

export async function asksBehind(tx: Tx, referralIds: readonly string[]): Promise<AskBehind[]> {
  const { rows } = await sql<AskBehind>`
    select id as "referralId", ask_id as "askId" from referral
     where workspace_id = ${tx.workspaceId} and id = any(${referralIds}::uuid[]) and taken_back_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

export interface AskTold {
  askId: string;
  member: Named;
  source: Named;
  accountName: string | null;
  day: Day;
  channel: Channel;
  moment: Moment;
  outcome: Outcome | null;
  forWhom: string | null;
  targetName: string | null;
}

/** These asks with whom they named; nobody tells of one that was made to somebody who is erased. */
export async function asksTold(tx: Tx, askIds: readonly string[]): Promise<AskTold[]> {
  const { rows } = await sql<AskTold>`
    select k.id as "askId", jsonb_build_object('id', m.id, 'name', m.name) as member,
           jsonb_build_object('id', s.id, 'name', s.full_name) as source, ac.name as "accountName", k.day, k.channel, k.moment,
           k.outcome, k.for_whom as "forWhom", coalesce(tp.full_name, tac.name) as "targetName"
      from ask k
      join member m on m.workspace_id = k.workspace_id and m.id = k.member_id
      join person s0 on s0.workspace_id = k.workspace_id and s0.id = k.source_id
      join person s on s.workspace_id = k.workspace_id and s.id = s0.kept_id
      left join account a on a.workspace_id = k.workspace_id and a.id = k.account_id
      left join account ac on ac.workspace_id = k.workspace_id and ac.id = a.kept_id
      left join person tp0 on tp0.workspace_id = k.workspace_id and tp0.id = k.target_person_id
      left join person tp on tp.workspace_id = k.workspace_id and tp.id = tp0.kept_id
      left join account ta on ta.workspace_id = k.workspace_id and ta.id = k.target_account_id
      left join account tac on tac.workspace_id = k.workspace_id and tac.id = ta.kept_id
     where k.workspace_id = ${tx.workspaceId} and k.id = any(${askIds}::uuid[]) and k.taken_back_at is null and s.erased_at is null`.execute(
    tx.tables(),
  );
  return rows;
}

/** Words of an ask: what the rep noted of a conversation, or wordings they said in it. Private notes are kept elsewhere. */
export interface AskWords {
  askId: string;
  note: string | null;
  /** Of the workspace's own, their text; of those that everybody begins with, what they are called. */
  wordings: readonly { text: string | null; part: TalkPart | null; seed: string | null }[];
}

/** One for each conversation in which something was asked, up to that day, the first first. */
export async function askWords(tx: Tx, askIds: readonly string[], to: Day): Promise<AskWords[]> {
  const { rows } = await sql<AskWords>`
    select c.ask_id as "askId", c.note, coalesce((
             select jsonb_agg(jsonb_build_object('text', w.text, 'part', w.part, 'seed', u.seed) order by u.id)
               from wording_use u
               left join wording w on w.workspace_id = u.workspace_id and w.id = u.wording_id
              where u.workspace_id = c.workspace_id and u.conversation_id = c.id), '[]') as wordings
      from ask_conversation c
     where c.workspace_id = ${tx.workspaceId} and c.ask_id = any(${askIds}::uuid[]) and c.asked and c.taken_back_at is null
       and c.day <= ${to}
     order by c.day, c.id`.execute(tx.tables());
  return rows;
}

export interface WordToSource {
  referralId: string;
  memberId: string;
  memberName: string;
  kind: SaidKind;
  source: Named;
  contactName: string;
  /** What had come of it by that day; more may have come of it since. */
  state: ReferralState;
  day: Day;
}

/** What these members told sources, or thanked them for, in that time; what was let go was told to nobody. */
export async function wordsToSources(
  tx: Tx,
  memberIds: readonly string[],
  { from, to }: { from: Day; to: Day },
): Promise<WordToSource[]> {
  const { rows } = await sql<WordToSource>`
    select d.referral_id as "referralId", d.by_id as "memberId", m.name as "memberName", d.kind, d.day,
           jsonb_build_object('id', s.id, 'name', s.full_name) as source, c.full_name as "contactName",
           coalesce((select step.state from referral_step step
                      where step.workspace_id = d.workspace_id and step.referral_id = d.referral_id
                        and step.taken_back_at is null and step.day <= d.day
                      order by array_position(${STATES}::text[], step.state) desc limit 1),
                    case when r.counts_from <= d.day then 'introduced' else 'named' end) as state
      from duty_done d
      join member m on m.workspace_id = d.workspace_id and m.id = d.by_id
      join referral r on r.workspace_id = d.workspace_id and r.id = d.referral_id
      join person s0 on s0.workspace_id = d.workspace_id and s0.id = d.source_id
      join person s on s.workspace_id = d.workspace_id and s.id = s0.kept_id
      join person c0 on c0.workspace_id = d.workspace_id and c0.id = r.contact_id
      join person c on c.workspace_id = d.workspace_id and c.id = c0.kept_id
     where d.workspace_id = ${tx.workspaceId} and d.by_id = any(${memberIds}::uuid[]) and d.day between ${from} and ${to}
       and d.taken_back_at is null and d.let_go_why is null
     order by d.day, d.id`.execute(tx.tables());
  return rows;
}

export interface DealThrough {
  dealId: string;
  name: string;
  referralId: string | null;
  /** Of the introduction. */
  level: number | null;
  source: Named | null;
  contact: Named | null;
}

/** These deals, with the introduction that each came of as far as it is known. */
export async function dealsThrough(tx: Tx, dealIds: readonly string[]): Promise<DealThrough[]> {
  const { rows } = await sql<DealThrough>`
    select d.id as "dealId", d.name, r.id as "referralId", r.level,
           case when s.id is not null then jsonb_build_object('id', s.id, 'name', s.full_name) end as source,
           case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.full_name) end as contact
      from deal d
      left join referral r on r.workspace_id = d.workspace_id and r.id = d.referral_id and r.taken_back_at is null
      left join person s0 on s0.workspace_id = d.workspace_id and s0.id = r.source_id
      left join person s on s.workspace_id = d.workspace_id and s.id = s0.kept_id
      left join person c0 on c0.workspace_id = d.workspace_id and c0.id = r.contact_id
      left join person c on c.workspace_id = d.workspace_id and c.id = c0.kept_id
     where d.workspace_id = ${tx.workspaceId} and d.id = any(${dealIds}::uuid[])`.execute(tx.tables());
  return rows;
}

export interface TeamPractised extends Practised {
  memberId: string;
  scenario: string;
}

/** What each of these members rehearsed up to that day and how well, the first first. */
export async function practisedByEach(
  tx: Tx,
  memberIds: readonly string[],
  to: Day,
): Promise<TeamPractised[]> {
  const { rows } = await sql<{
    memberId: string;
    skill: string;
    scenario: string;
    day: Day;
    points: RubricPoint[];
    scores: Score[];
  }>`
    select s.member_id as "memberId", s.skill, s.scenario, s.day, s.points,
           coalesce((select jsonb_agg(jsonb_build_object('scorerId', c.scorer_id, 'kept', c.kept))
              from practice_score c where c.workspace_id = s.workspace_id and c.session_id = s.id and c.kept is not null), '[]') as scores
      from practice_session s
     where s.workspace_id = ${tx.workspaceId} and s.member_id = any(${memberIds}::uuid[]) and s.day <= ${to} and s.taken_back_at is null
     order by s.day, s.id`.execute(tx.tables());
  return rows.map(({ points, scores, ...row }) => ({ ...row, share: shareOf(points, scores) ?? 0 }));
}

/** Who is away on this day, of these members. */
export async function awayOn(tx: Tx, memberIds: readonly string[], day: Day): Promise<Set<string>> {
  const { rows } = await sql<{ memberId: string }>`
    select distinct member_id as "memberId" from absence
     where workspace_id = ${tx.workspaceId} and member_id = any(${memberIds}::uuid[]) and taken_back_at is null
       and from_day <= ${day} and to_day >= ${day}`.execute(tx.tables());
  return new Set(rows.map(({ memberId }) => memberId));
}
