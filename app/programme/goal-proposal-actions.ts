import { eventsOfEach, type MemberEvents } from "#commitments/wish-reader.ts";
import {
  PUBLISHED_CLOSE,
  PUBLISHED_YIELD,
  reckon,
  sumOf,
  type Events,
  type Reckoned,
} from "#commitments/wish.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { periodOf, type Period } from "#lib/kernel/fiscal.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Money } from "#lib/kernel/money.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { daysOfWeeks, workdaysAmong, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { goalsOfEach, goalsSetFor, ownGoalsOfEach, setGoalsOfEach } from "#team/goal-actions.ts";
import { DEFAULT_GOALS, goalFor, type Goal } from "#team/goal.ts";
import { mayLead, mayManageTeam } from "#team/member.ts";
import { workCalendarsOf, workspaceCalendar } from "#team/work-calendar-actions.ts";
import {
  aimOfEach,
  asksAWeek,
  capacityOf,
  checkAim,
  LOOKED_BACK_WEEKS,
  proposeGoal,
  tenReps,
  type Pace,
  type Proposal,
  type Range,
  type RepFacts,
  type TenReps,
} from "./goal-proposal.ts";
import {
  broughtAlong,
  repsHere,
  teamsHere,
  wonByIntroduction,
  type RepHere,
} from "./goal-proposal-reader.ts";
import {
  aimsNow,
  holdAcceptance,
  holdAcceptances,
  insertAcceptance,
  insertAim,
  lastAcceptance,
  takeBackAcceptanceRow,
  type AcceptanceRow,
} from "./goal-proposal-store.ts";

const MEASURE = "referrals-received";

export interface RepProposal extends RepFacts {
  id: string;
  name: string;
  teamId: string | null;
  since: Day;
  /** What holds for them in the month. */
  goal: number | null;
  proposal: Proposal;
  yields: Reckoned;
  /** People to ask each week for what is proposed. */
  asks: Range;
  mayAccept: boolean;
}

/** A team, or the company: what is aimed for, what its reps' goals add up to, and what is proposed to them. */
export interface ScopeSum {
  /** null: the company. */
  teamId: string | null;
  name: string;
  reps: number;
  /** As somebody said it; null: nobody has. */
  aim: number | null;
  /** Its share of what the company aims for, by the time its reps have. */
  share: number;
  goals: number;
  proposed: number;
  /** What the pace of its reps brings; null: nobody's numbers say. */
  pace: Range | null;
  maySetAim: boolean;
}

export interface GoalProposals {
  /** The month that comes. */
  month: Period;
  /** What a rep who works full-time aims for, unless somebody said otherwise. */
  usual: number;
  /** Days of the month on which nobody works, though it is their weekday; none: perhaps nobody has brought the list. */
  holidays: number;
  lookedBackFrom: Day;
  company: ScopeSum;
  teams: ScopeSum[];
  /** Whom the actor leads; a rep: themselves. */
  reps: RepProposal[];
  ten: TenReps & { value: { average: Money; deals: number } | null; deals: number };
  /** What the actor accepted last for this month, and can take back. */
  accepted: { id: string; at: Date; reps: number } | null;
}

/** Proposed goals of the month that comes, from aims, working days and everybody's own pace. The number of queries does not grow with the reps. */
export async function goalProposalsOf(tx: Tx, actor: Actor): Promise<GoalProposals> {
  const { calendar, currency } = actor.workspace;
  const month = monthToCome(actor);
  const back = lookedBack(actor);
  const [usual, reps, teams, aims] = [
    await usualGoal(tx, actor, month),
    await repsHere(tx),
    await teamsHere(tx),
    await aimsNow(tx),
  ];
  const ids = reps.map(({ id }) => id);
  const goals = await goalsOfEach(tx, { memberIds: ids }, month, calendar);
  const here = reps.filter(({ id }) => goals.has(id));
  const { facts, holidays } = await factsOf(tx, here, month, back);
  const everybody = paceOf([...facts.values()]);
  const events = await eventsOfEach(tx, actor.today);
  const company = (which: "close" | "yields") => sumOf(events.map((each) => each[which]));
  const yieldsOf = yieldsBy(events, here, company("yields"));
  const capacityIn = (some: readonly RepHere[]) =>
    some.reduce((sum, { id }) => sum + capacityOf(facts.get(id)!), 0);
  const eachOf = aimOfEach(aims.get("") ?? null, capacityIn(here), usual);
  const inTeam = Map.groupBy(here, ({ teamId }) => teamId);
  const aimIn = (teamId: string | null) => {
    const said = teamId === null ? null : (aims.get(teamId) ?? null);
    return aimOfEach(said, capacityIn(inTeam.get(teamId) ?? []), eachOf);
  };
  const aimsIn = new Map([...inTeam.keys()].map((teamId) => [teamId, aimIn(teamId)]));
  const lines = here.map((rep): RepProposal => {
    const own = facts.get(rep.id)!;
    const proposal = proposeGoal(own, aimsIn.get(rep.teamId) ?? eachOf, everybody);
    const yields = yieldsOf(rep);
    return {
      ...rep,
      ...own,
      goal: goals.get(rep.id)?.[MEASURE] ?? null,
      proposal,
      yields,
      asks: asksAWeek(proposal.amount, month.weeks, yields),
      mayAccept: mayManageTeam(actor, rep.teamId),
    };
  });
  const won = await wonByIntroduction(tx, actor.today, currency);
  const last = await lastToTakeBack(tx, actor, month.start);
  const scope = (teamId: string | null, name: string, some: readonly RepProposal[]): ScopeSum => ({
    teamId,
    name,
    ...sumLines(some),
    aim: aims.get(teamId ?? "") ?? null,
    share: roundedTo(eachOf * capacityIn(some), 10),
    maySetAim: teamId === null ? mayLead(actor) : mayManageTeam(actor, teamId),
  });
  return {
    month,
    usual,
    holidays,
    lookedBackFrom: back.start,
    company: scope(null, actor.workspace.name, lines),
    // A team of one is its one rep: what it comes to is for whoever leads it.
    teams: teams
      .filter(({ id }) => mayManageTeam(actor, id))
      .map(({ id, name }) =>
        scope(
          id,
          name,
          lines.filter(({ teamId }) => teamId === id),
        ),
      ),
    reps: lines.filter(({ id, mayAccept }) => mayAccept || id === actor.member.id),
    ten: { ...tenReps(usual, company("close"), PUBLISHED_CLOSE), ...worth(won, currency) },
    accepted: last && { id: last.id, at: last.at, reps: last.goals.length },
  };
}

/** What a team, or with null the company, is to reach each month; null: what its reps aim for. Throws Problem not-found, not-allowed, invalid. */
export async function setAim(
  tx: Tx,
  actor: Actor,
  { teamId, amount }: { teamId: string | null; amount: number | null },
): Promise<void> {
  if (teamId !== null && !(await teamsHere(tx)).some(({ id }) => id === teamId)) throw notFound("team");
  const may = teamId === null ? mayLead(actor) : mayManageTeam(actor, teamId);
  if (!may)
    throw notAllowed("a leader says what the company aims for, and whoever leads a team what it does");
  checkAim(amount);
  await insertAim(tx, { teamId, amount }, actor);
  const subject = { kind: teamId === null ? "company" : "team", id: teamId ?? tx.workspaceId };
  await writeJournal(tx, actor, [{ verb: "goal.aim-set", subject, day: actor.today, detail: { amount } }]);
}

/** Sets goals for the month that comes and on, all at once. Throws Problem not-found, not-allowed, invalid. */
export async function acceptGoals(
  tx: Tx,
  actor: Actor,
  wanted: readonly { memberId: string; amount: number }[],
): Promise<{ id: string; reps: number }> {
  if (wanted.length === 0) throw invalid("choose somebody", "goals");
  const fromDay = monthToCome(actor).start;
  const goals = new Map(wanted.map(({ memberId, amount }) => [memberId, aMonth(amount)]));
  if (goals.size < wanted.length) throw invalid("each rep once", "goals");
  await holdAcceptances(tx);
  const before = await setGoalsOfEach(tx, actor, { measure: MEASURE, fromDay, goals });
  const reps = new Set((await repsHere(tx)).map(({ id }) => id));
  if (wanted.some(({ memberId }) => !reps.has(memberId)))
    throw invalid("these goals are for reps who are here", "goals");
  const id = newId(actor.now);
  const accepted = wanted.map(({ memberId, amount }) => ({
    memberId,
    amount,
    before: before.get(memberId) ?? null,
  }));
  await insertAcceptance(tx, { id, fromDay, goals: accepted }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "goals.accepted",
      subject: { kind: "goal-acceptance", id },
      day: actor.today,
      detail: { fromDay, reps: wanted.length },
    },
  ]);
  return { id, reps: wanted.length };
}

/** Sets them as they were. Throws Problem not-found, not-allowed, and conflict where one was set anew since. */
export async function takeBackAcceptance(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdAcceptances(tx);
  const accepted = await holdAcceptance(tx, id);
  if (accepted === null) throw notFound("acceptance");
  const { goals, fromDay } = accepted;
  if (accepted.byId !== actor.member.id && !mayLead(actor))
    throw notAllowed("whoever accepted them takes them back");
  if (!(await stillHolds(tx, accepted))) throw conflict("a goal was set anew since: set that one by hand");
  const before = new Map(goals.map((each) => [each.memberId, each.before]));
  await setGoalsOfEach(tx, actor, { measure: MEASURE, fromDay, goals: before });
  await takeBackAcceptanceRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "goals.acceptance-taken-back");
}

/** Nothing is offered that was set anew since. */
async function lastToTakeBack(tx: Tx, actor: Actor, fromDay: Day): Promise<AcceptanceRow | null> {
  const last = await lastAcceptance(tx, fromDay, actor.member.id);
  return last !== null && (await stillHolds(tx, last)) ? last : null;
}

async function stillHolds(tx: Tx, { goals, fromDay }: AcceptanceRow): Promise<boolean> {
  const ids = goals.map(({ memberId }) => memberId);
  const now = await ownGoalsOfEach(tx, ids, MEASURE, fromDay);
  return goals.every(({ memberId, amount }) => isSame(now.get(memberId) ?? null, aMonth(amount)));
}

/** The month after the one that today belongs to. */
function monthToCome(actor: Actor): Period {
  const { calendar } = actor.workspace;
  return periodOf(addDays(periodOf(actor.today, "month", calendar).end, 1), "month", calendar);
}

/** Whole weeks before this one. */
function lookedBack(actor: Actor): { start: Day; end: Day } {
  const week = weekOf(actor.today, actor.workspace.calendar.firstDay);
  return { start: addDays(week, -7 * LOOKED_BACK_WEEKS), end: addDays(week, -1) };
}

async function usualGoal(tx: Tx, actor: Actor, month: Period): Promise<number> {
  const set = (await goalsSetFor(tx, actor, null)).find(({ measure }) => measure === MEASURE);
  const amount = goalFor([set?.own ?? []], month, actor.workspace.calendar, DEFAULT_GOALS[MEASURE] ?? null);
  return roundedTo(amount ?? 0, 10);
}

async function factsOf(
  tx: Tx,
  reps: readonly RepHere[],
  month: Period,
  back: { start: Day; end: Day },
): Promise<{ facts: Map<string, RepFacts>; holidays: number }> {
  const ids = reps.map(({ id }) => id);
  const span = { from: back.start, to: month.end };
  const calendars = await workCalendarsOf(tx, ids, span);
  const everybodys = await workspaceCalendar(tx, span);
  const sums = await sumsOf(tx, { scopeIds: ids, measures: [MEASURE], stretches: [back] });
  const received = Map.groupBy(sums, ({ scopeId }) => scopeId);
  const days = daysOfWeeks(span.from, span.to);
  const workdaysIn = (calendar: WorkCalendar, from: Day, to: Day) =>
    workdaysAmong(
      days.slice(Math.max(0, daysBetween(span.from, from)), daysBetween(span.from, to) + 1),
      calendar,
    );
  const fullDays = workdaysIn(everybodys, month.start, month.end);
  const holidays = workdaysIn({ ...everybodys, off: () => false }, month.start, month.end) - fullDays;
  const brought = await broughtAlong(tx, reps, back.start);
  const facts = reps.map(({ id, since }): [string, RepFacts] => {
    const calendar = calendars.get(id) ?? everybodys;
    // Nobody knows how long they worked for what they brought along: the whole time that is looked at.
    const came = brought.get(id) ?? since;
    const from = brought.has(id) || since < back.start ? back.start : since;
    return [
      id,
      {
        days: workdaysIn(calendar, since > month.start ? since : month.start, month.end),
        fullDays,
        hereForDays: daysBetween(came, month.start),
        received: Math.max(
          0,
          (received.get(id) ?? []).reduce((sum, { count }) => sum + count, 0),
        ),
        workedDays: workdaysIn(calendar, from, back.end),
      },
    ];
  });
  return { facts: new Map(facts), holidays };
}

function paceOf(all: readonly RepFacts[]): Pace {
  return {
    received: all.reduce((sum, { received }) => sum + received, 0),
    workedDays: all.reduce((sum, { workedDays }) => sum + workedDays, 0),
  };
}

/** A rep's share of asks that bring an introduction, drawn towards their team's. */
function yieldsBy(
  events: readonly MemberEvents[],
  reps: readonly RepHere[],
  company: Events,
): (rep: RepHere) => Reckoned {
  const own = new Map(events.map(({ memberId, yields }) => [memberId, yields]));
  const teams = Map.groupBy(reps, ({ teamId }) => teamId);
  const ofTeam = new Map(
    [...teams].map(([teamId, some]) => [teamId, sumOf(some.flatMap(({ id }) => own.get(id) ?? []))]),
  );
  return ({ id, teamId }) =>
    reckon(own.get(id) ?? NONE, teamId === null ? company : (ofTeam.get(teamId) ?? company), PUBLISHED_YIELD);
}

const NONE: Events = { did: 0, of: 0 };

/** Ranges are joined as if chance struck each rep by themselves. */
function sumLines(lines: readonly RepProposal[]): Pick<ScopeSum, "reps" | "goals" | "proposed" | "pace"> {
  const paces = lines.flatMap(({ proposal }) => proposal.pace ?? []);
  const middle = paces.reduce((sum, pace) => sum + pace.middle, 0);
  const down = Math.hypot(...paces.map((pace) => pace.middle - pace.low));
  const up = Math.hypot(...paces.map((pace) => pace.high - pace.middle));
  const pace = { low: middle - down, middle, high: middle + up };
  return {
    reps: lines.length,
    goals: roundedTo(
      lines.reduce((sum, { goal }) => sum + (goal ?? 0), 0),
      10,
    ),
    proposed: lines.reduce((sum, { proposal }) => sum + proposal.amount, 0),
    pace:
      paces.length === 0
        ? null
        : {
            low: Math.max(0, roundedTo(pace.low, 10)),
            middle: roundedTo(pace.middle, 10),
            high: roundedTo(pace.high, 10),
          },
  };
}

function worth(won: { deals: number; minor: number }, currency: string) {
  const average = { minor: Math.round(won.minor / Math.max(1, won.deals)), currency };
  return { value: won.deals >= ENOUGH_EVENTS ? { average, deals: won.deals } : null, deals: won.deals };
}

function aMonth(amount: number): Goal {
  return { every: "month", amount };
}

function isSame(one: Goal | null, other: Goal): boolean {
  return one !== null && one.every === other.every && one.amount === other.amount;
}

function roundedTo(value: number, parts: number): number {
  return Math.round(value * parts + 1e-9) / parts;
}
