import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { periodOf, type Period, type PeriodKind } from "#lib/kernel/fiscal.ts";
import type { Page } from "#lib/kernel/page.ts";
import { invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { factsBehind, sumsByMember, weeksFrom, type FactScope } from "#lib/storage/facts.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { goalsFor, goalsOfEach } from "#team/goal-actions.ts";
import { MEASURES, type Measure } from "#team/measure.ts";
import { nameFacts, type NamedFact } from "./fact-reader.ts";
import {
  countsFrom,
  MEASURE_FIELDS,
  periodsAsked,
  type Count,
  type Counts,
  type MeasureField,
  type MeasureSum,
} from "./scorecard.ts";
import {
  allTeams,
  findMember,
  findMembers,
  findTeam,
  membersHereSince,
  type MemberLine,
} from "./scorecard-reader.ts";

/** Whose numbers: `id` is the member's, the team's or the workspace's. */
export interface Whose {
  kind: "member" | "team" | "company";
  id: string;
  name: string;
}

/** Of a member, of a team, or with neither of the company. */
export interface Wanted {
  memberId?: string;
  teamId?: string;
}

export interface ScorecardRow extends Counts {
  period: Period;
}

type OpenRow = ScorecardRow & Record<MeasureField, { facts: NamedFact[] }>;

const MOST_FACTS = 2_000;

/** One row a period, oldest first. Everybody in the workspace may read everybody's numbers: the team holds itself to them. */
export async function scorecardOf(
  tx: Tx,
  actor: Actor,
  wanted: Wanted & { by: PeriodKind; from?: Day; to?: Day },
): Promise<{ whose: Whose; rows: ScorecardRow[] }> {
  const { calendar } = actor.workspace;
  const whose = await whoseOf(tx, actor, wanted);
  const periods = periodsAsked(wanted.by, wanted, actor.today, calendar);
  const [sums, goals] = await Promise.all([
    sumsOf(tx, { scopeIds: [whose.id], measures: MEASURES, stretches: periods }),
    goalsFor(tx, whose, periods, calendar),
  ]);
  const ofPeriod = Map.groupBy(sums, (sum) => sum.stretch);
  const rows = periods.map((period, at) => {
    const here = Object.fromEntries(
      MEASURES.map((measure) => [measure, goals[measure][at] ?? null]),
    ) as Record<Measure, number | null>;
    return { period, ...countsFrom(ofPeriod.get(at) ?? [], here) };
  });
  return { whose, rows };
}

/** The rows with the facts behind each number, newest first. Throws Problem invalid when they are too many for one answer. */
export async function withFacts(
  tx: Tx,
  actor: Actor,
  whose: Whose,
  rows: readonly ScorecardRow[],
): Promise<OpenRow[]> {
  const total = rows.reduce((sum, row) => sum + countIn(row), 0);
  if (total > MOST_FACTS) {
    throw invalid(
      `these are ${total} facts; ask for a shorter stretch, or page through /scorecard/facts`,
      "facts",
    );
  }
  const from = rows[0]?.period.start ?? actor.today;
  const weeks = weeksFrom(from, rows.at(-1)?.period.end ?? from, actor.workspace.calendar.firstDay);
  const facts = {} as Record<Measure, NamedFact[]>;
  for (const measure of MEASURES) {
    const page = await factsBehind(tx, { scope: scopeOf(whose), measure, weeks }, undefined, MOST_FACTS);
    facts[measure] = await nameFacts(tx, page.items);
  }
  return rows.map((row) => {
    const { start, end } = row.period;
    const open = <C extends Count>(of: C, measure: Measure) => ({
      ...of,
      facts: facts[measure].filter(({ day }) => day >= start && day <= end),
    });
    return {
      period: row.period,
      peopleAsked: open(row.peopleAsked, "people-asked"),
      referralsReceived: open(row.referralsReceived, "referrals-received"),
      meetingsScheduled: open(row.meetingsScheduled, "meetings-scheduled"),
      meetingsHeld: open(row.meetingsHeld, "meetings-held"),
      dealsClosed: open(row.dealsClosed, "deals-closed"),
      touches: open(row.touches, "touches"),
      referralsGiven: open(row.referralsGiven, "referrals-given"),
    };
  });
}

/**
 * The facts behind one number, newest first, a page at a time: as many as the number says. Weeks are taken whole. Of a member
 * in a team only what counted for that team; the team "none" is what was done outside any team.
 */
export async function listFacts(
  tx: Tx,
  actor: Actor,
  wanted: Wanted & { measure: string; from: Day; to: Day },
  cursor: string | undefined,
  limit: number,
): Promise<Page<NamedFact>> {
  const { memberId, teamId, measure, from, to } = wanted;
  if (memberId !== undefined) await whoseOf(tx, actor, { memberId });
  if (teamId !== undefined && teamId !== "none") await whoseOf(tx, actor, { teamId });
  const scope = { memberId, teamId: teamId === "none" ? null : teamId };
  periodsAsked("week", wanted, actor.today, actor.workspace.calendar);
  const weeks = weeksFrom(from, to, actor.workspace.calendar.firstDay);
  const page = await factsBehind(tx, { scope, measure, weeks }, cursor, limit);
  return { ...page, items: await nameFacts(tx, page.items) };
}

export interface TeamRow extends Counts {
  id: string;
  name: string;
  closed: boolean;
}

/** Every team in one period, side by side, with what was done outside any team: together they are the company. */
export async function teamsSideBySide(
  tx: Tx,
  actor: Actor,
  wanted: { by: PeriodKind; day?: Day },
): Promise<{ period: Period; teams: TeamRow[]; teamless: Counts; company: Counts }> {
  const { calendar } = actor.workspace;
  const period = periodOf(wanted.day ?? actor.today, wanted.by, calendar);
  const teams = await allTeams(tx);
  const scopeIds = [...teams.map((team) => team.id), tx.workspaceId];
  // The goals first: what they need is added up here while PostgreSQL adds up the tally.
  const [goals, sums] = await Promise.all([
    goalsOfEach(tx, "team", period, calendar),
    sumsOf(tx, { scopeIds, measures: MEASURES, stretches: [period] }),
  ]);
  const ofScope = Map.groupBy(sums, (sum) => sum.scopeId);
  const ofCompany = ofScope.get(tx.workspaceId) ?? [];
  const rows = teams
    .filter((team) => !team.closed || ofScope.has(team.id))
    .map((team) => ({ ...team, ...countsFrom(ofScope.get(team.id) ?? [], goals.get(team.id) ?? {}) }));
  const inTeams = sums.filter((sum) => sum.scopeId !== tx.workspaceId);
  return {
    period,
    teams: rows,
    teamless: countsFrom([...ofCompany, ...inTeams.map(negated)], {}),
    company: countsFrom(ofCompany, {}),
  };
}

export interface RepRow extends Counts {
  id: string;
  name: string;
  /** Today's team. */
  teamId: string | null;
  left: boolean;
}

/**
 * Every rep of a team in one period: what each did in this team, so that together they are the team. Whoever is in it today
 * stands there, and whoever counted for it then.
 */
export async function membersOfTeam(
  tx: Tx,
  actor: Actor,
  wanted: { teamId: string; by: PeriodKind; day?: Day },
): Promise<{ period: Period; members: RepRow[]; team: Counts }> {
  const { calendar } = actor.workspace;
  if (!(await findTeam(tx, wanted.teamId))) throw notFound("team");
  const period = periodOf(wanted.day ?? actor.today, wanted.by, calendar);
  const weeks = weeksFrom(period.start, period.end, calendar.firstDay);
  const sums = await sumsByMember(tx, { teamId: wanted.teamId, measures: MEASURES, weeks });
  const ofMember = Map.groupBy(sums, (sum) => sum.memberId);
  const members = await findMembers(tx, { ids: [...ofMember.keys()], teamId: wanted.teamId });
  const goals = await goalsOfEach(tx, { memberIds: members.map((each) => each.id) }, period, calendar);
  const row = (member: MemberLine) => ({
    ...member,
    ...countsFrom(ofMember.get(member.id) ?? [], goals.get(member.id) ?? {}),
  });
  return { period, members: members.map(row), team: countsFrom(sums, {}) };
}

/** Everybody who was here in one period, by name, a page at a time, with all they did in it, in whichever team. */
export async function listMembers(
  tx: Tx,
  actor: Actor,
  wanted: { by: PeriodKind; day?: Day },
  cursor: string | undefined,
  limit: number,
): Promise<{ period: Period; page: Page<RepRow> }> {
  const { calendar } = actor.workspace;
  const period = periodOf(wanted.day ?? actor.today, wanted.by, calendar);
  const page = await membersHereSince(tx, period.start, cursor, limit);
  const memberIds = page.items.map((each) => each.id);
  const [sums, goals] = await Promise.all([
    sumsOf(tx, { scopeIds: memberIds, measures: MEASURES, stretches: [period] }),
    goalsOfEach(tx, { memberIds }, period, calendar),
  ]);
  const ofMember = Map.groupBy(sums, (sum) => sum.scopeId);
  const row = (member: MemberLine) => ({
    ...member,
    ...countsFrom(ofMember.get(member.id) ?? [], goals.get(member.id) ?? {}),
  });
  return { period, page: { ...page, items: page.items.map(row) } };
}

/** Throws Problem invalid for a member and a team at once, not-found for who is not here. */
export async function whoseOf(
  tx: Tx,
  actor: Pick<Actor, "workspace">,
  { memberId, teamId }: Wanted,
): Promise<Whose> {
  if (memberId !== undefined && teamId !== undefined)
    throw invalid("ask for a member or for a team, not for both", "team");
  if (memberId !== undefined) {
    const member = await findMember(tx, memberId);
    if (!member) throw notFound("member");
    return { kind: "member", id: member.id, name: member.name };
  }
  if (teamId !== undefined) {
    const team = await findTeam(tx, teamId);
    if (!team) throw notFound("team");
    return { kind: "team", id: team.id, name: team.name };
  }
  return { kind: "company", id: tx.workspaceId, name: actor.workspace.name };
}

function scopeOf(whose: Whose): FactScope {
  if (whose.kind === "company") return {};
  return whose.kind === "team" ? { teamId: whose.id } : { memberId: whose.id };
}

function countIn(row: Counts): number {
  return MEASURES.reduce((sum, measure) => sum + row[MEASURE_FIELDS[measure]].count, 0);
}

function negated(sum: MeasureSum): MeasureSum {
  return { ...sum, count: -sum.count, minor: -sum.minor };
}
