import { weeksOf, type WeekNow } from "#commitments/week-reader-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import { dutiesWhere } from "#loops/owed-actions.ts";
import { practiceOfEach, type WeekOfPractice } from "#practice/practice-week-actions.ts";
import { mayManageTeam } from "#team/member.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { coachedBetween, type Coached } from "./coached-reader.ts";
import { kpisBeside, weeksLookedAt, type KpiBeside } from "./coached-weeks-actions.ts";
import { NOTHING_ASKED, whatHolds, type AskingFacts, type Holds } from "./comfort.ts";
import { askingFactsOf } from "./comfort-reader.ts";
import { dueOf, isDue, type Due } from "./one-on-one.ts";
import { coachedMembers, type CoachedMember } from "./one-on-one-reader.ts";
import { whatMatters, type WhatMatters } from "./what-matters.ts";

const CALENDAR_DAYS = 200;
/** So long after somebody was coached they count as coached: four weeks, today included. */
export const COACHED_DAYS = 28;

export interface DueMember extends CoachedMember {
  due: Due;
}

/** Whom the actor coaches and who is due, the first due first; and the actor's own, where somebody coaches them. */
export async function dueWith(
  tx: Tx,
  actor: Actor,
): Promise<{ mine: DueMember | null; people: DueMember[] }> {
  const [me] = await coachedMembers(tx, { memberIds: [actor.member.id] });
  const people = actor.member.role === "rep" ? [] : await coachedMembers(tx, { coachId: actor.member.id });
  const mine = me && me.coachId !== null ? [me] : [];
  const all = await withDue(tx, actor, [...mine, ...people]);
  return {
    mine: mine.length > 0 ? (all[0] ?? null) : null,
    people: all
      .slice(mine.length)
      .filter(({ due }) => isDue(due))
      .toSorted(firstDueFirst),
  };
}

/** So many lines are worked out at once: more people nobody coaches. */
const MOST_LINES = 50;

export interface PersonLine extends DueMember {
  matters: WhatMatters;
  holds: Holds;
  promises: { kept: number; missed: number };
}

/**
 * Everybody whom the actor coaches, or everybody in a team they lead, with the one line that matters; who is due first, fifty at most. Throws Problem
 * not-allowed.
 */
export async function coachedPeople(
  tx: Tx,
  actor: Actor,
  teamId: string | undefined,
): Promise<{ lines: PersonLine[]; of: number; due: number }> {
  if (teamId !== undefined && !mayManageTeam(actor, teamId))
    throw notAllowed("how somebody is coached is for them and for whoever leads them");
  const who = teamId === undefined ? { coachId: actor.member.id } : { teamIds: [teamId] };
  const all = (await coachedMembers(tx, who)).filter(({ id }) => id !== actor.member.id);
  const inOrder = (await withDue(tx, actor, all)).toSorted(firstDueFirst);
  const people = inOrder.slice(0, MOST_LINES);
  const ids = people.map(({ id }) => id);
  const { thisWeek, recent, before } = weeksLookedAt(actor);
  const calendars = await workCalendarsOf(tx, ids, { from: before[0] as Day, to: addDays(thisWeek, 6) });
  const kpis = await kpisBeside(tx, actor, people, calendars);
  const weeks = Map.groupBy(
    await weeksOf(tx, actor, ids, { from: recent[0] as Day, to: thisWeek }),
    ({ memberId }) => memberId,
  );
  const asking = await askingFactsOf(tx, ids, actor.today, actor.workspace.calendar.firstDay);
  const practice = await practiceOfEach(tx, actor, ids, recent.length + 1);
  const since = instantOf(recent[0] as Day, "00:00", actor.workspace.timeZone);
  const duties = await dutiesWhere(tx, actor, { memberIds: ids, owing: true });
  const late = Map.groupBy(
    duties.filter(({ state }) => state === "late"),
    ({ memberId }) => memberId,
  );
  const lateOf = (id: string): LineFacts["late"] => {
    const all = late.get(id) ?? [];
    return { all: all.length, recent: all.filter(({ dueAt }) => dueAt >= since).length };
  };
  const lines = people.map((person) =>
    lineOf(person, {
      kpis: kpis.get(person.id) ?? [],
      weeks: weeks.get(person.id) ?? [],
      asking: asking.get(person.id) ?? NOTHING_ASKED,
      practice: practice.get(person.id) ?? [],
      late: lateOf(person.id),
    }),
  );
  return { lines, of: all.length, due: inOrder.filter(({ due }) => isDue(due)).length };
}

export interface CoachedLine extends Coached {
  memberName: string;
  teamName: string | null;
}

export interface WhoWasCoached {
  from: Day;
  to: Day;
  /** Of those who are here and are led by somebody, how many were coached in that time. */
  coached: number;
  rate: Rate;
  teams: { id: string | null; name: string | null; coached: number; of: number }[];
  items: CoachedLine[];
  /** Who was not, the longest ago first. */
  missing: CoachedMember[];
}

/**
 * Who was coached, when and on what: of everybody for a leader, of their own teams for a manager; the last four weeks unless said
 * otherwise. Throws Problem not-allowed.
 */
export async function whoWasCoached(
  tx: Tx,
  actor: Actor,
  stretch: { from?: Day | undefined; to?: Day | undefined },
): Promise<WhoWasCoached> {
  const { role } = actor.member;
  if (role === "rep") throw notAllowed("how somebody is coached is for them and for whoever leads them");
  const to = stretch.to ?? actor.today;
  const from = stretch.from ?? addDays(to, 1 - COACHED_DAYS);
  const led = role === "leader" ? {} : { teamIds: actor.leads };
  const members = (await coachedMembers(tx, led)).filter(({ id }) => id !== actor.member.id);
  const byId = new Map(members.map((each) => [each.id, each]));
  const held = await coachedBetween(tx, { from, to, ...led });
  const items = held.flatMap((each) => {
    const member = byId.get(each.memberId);
    if (member === undefined) return [];
    return [{ ...each, memberName: member.name, teamName: member.teamName }];
  });
  const coachedIds = new Set(items.map(({ memberId }) => memberId));
  const isCoached = ({ id }: CoachedMember) => coachedIds.has(id);
  const teams = [...Map.groupBy(members, ({ teamId }) => teamId)].map(([id, own]) => ({
    id,
    name: own[0]?.teamName ?? null,
    coached: own.filter(isCoached).length,
    of: own.length,
  }));
  return {
    from,
    to,
    coached: coachedIds.size,
    rate: rateOf(coachedIds.size, members.length),
    teams: teams.toSorted((a, b) => (a.name ?? "~").localeCompare(b.name ?? "~")),
    items,
    missing: members
      .filter((each) => !isCoached(each))
      .toSorted((a, b) => ((a.lastOn ?? "") < (b.lastOn ?? "") ? -1 : 1)),
  };
}

async function withDue(tx: Tx, actor: Actor, members: readonly CoachedMember[]): Promise<DueMember[]> {
  const { firstDay } = actor.workspace.calendar;
  const ids = members.flatMap(({ id, coachId }) => (coachId === null ? [id] : [id, coachId]));
  const span = { from: addDays(actor.today, -CALENDAR_DAYS), to: addDays(actor.today, 2 * CALENDAR_DAYS) };
  const calendars = await workCalendarsOf(tx, [...new Set(ids)], span);
  return members.map((member) => {
    const both = [member.id, member.coachId].flatMap((id) => (id === null ? [] : (calendars.get(id) ?? [])));
    return { ...member, due: dueOf(member, both, actor.today, firstDay) };
  });
}

interface LineFacts {
  kpis: readonly KpiBeside[];
  weeks: readonly WeekNow[];
  asking: AskingFacts;
  practice: readonly WeekOfPractice[];
  late: { all: number; recent: number };
}

function lineOf(person: DueMember, { kpis, weeks, asking, practice, late }: LineFacts): PersonLine {
  const whole = weeks.slice(0, -1);
  const sum = (which: "kept" | "missed") => whole.reduce((total, { tally }) => total + tally[which], 0);
  const promises = { kept: sum("kept"), missed: sum("missed") };
  const now = weeks.at(-1);
  const asked = kpis.find(({ kpi }) => kpi === "people-asked");
  const introductions = kpis.find(({ kpi }) => kpi === "referrals-received");
  const holding = whatHolds(asking);
  const { plans, asks } = asking;
  const over = practice.slice(0, -1);
  const matters = whatMatters({
    lateWords: late,
    promises,
    promisedThisWeek: (now?.promises.length ?? 0) > 0,
    away: now?.away ?? false,
    holding,
    notMade: { count: plans.notMade, of: plans.made + plans.notMade },
    without: { count: asks.without, of: asks.brought + asks.without },
    asked: {
      count: asked?.recent ?? 0,
      usual: asked?.average == null ? null : asked.average * asked.recentWeeks,
      than: asked?.than ?? "too-early",
    },
    introductions: { count: introductions?.recent ?? 0, goal: introductions?.goalRecent ?? null },
    practice: {
      kept: over.filter(({ state }) => state === "kept").length,
      missed: over.filter(({ state }) => state === "missed").length,
    },
  });
  return { ...person, matters, holds: holding.holds, promises };
}

const ORDER = { late: 0, "this-week": 1, first: 2, ahead: 3 } as const;

function firstDueFirst(a: DueMember, b: DueMember): number {
  return (
    ORDER[a.due.standing] - ORDER[b.due.standing] ||
    (a.due.on ?? "").localeCompare(b.due.on ?? "") ||
    a.name.localeCompare(b.name)
  );
}
