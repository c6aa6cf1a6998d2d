import { coachedBetween } from "#coaching/coached-reader.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { previousPeriods, type Period } from "#lib/kernel/fiscal.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import { rateOf, type Rate } from "#lib/kernel/rates.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { weeksFrom } from "#lib/storage/facts.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { practiceLibrary } from "#practice/library-actions.ts";
import { requiredByWeek } from "#practice/practice-week-actions.ts";
import { goalOn } from "#team/goal.ts";
import { mayLead, mayManageTeam } from "#team/member.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { alignedAt, AREAS } from "./alignment.ts";
import {
  BARRIER_NAMES,
  BARRIERS,
  changeOf,
  gravest,
  MEASURE_RULES,
  verdictOf,
  type Barrier,
  type BarrierMeasure,
  type Change,
  type Found,
  type Verdict,
} from "./barrier.ts";
import { marksNow, type MarkNow } from "./barrier-mark-actions.ts";
import {
  activeWeeksOf,
  askingGoals,
  asksByWeek,
  coldByWeek,
  dealsByWeek,
  openTeams,
  plansByWeek,
  reasonsByWeek,
  rehearsedBy,
  repsThere,
  type InWeek,
  type TeamName,
} from "./barrier-reader.ts";
import { ageOf } from "./priority.ts";
import { alignmentsSaid, statementsSaid } from "./priority-store.ts";
import { repWeeksOf, teamOn, type RepThere, type RepWeek } from "./rep-weeks.ts";

/** A stretch of whole weeks: its first day and its last. */
export interface Span {
  start: Day;
  end: Day;
}

/** What a measure finds in a stretch, or on its last day. */
export type Measures = Record<BarrierMeasure, (span: Span) => Found>;

export interface MeasureNow {
  measure: BarrierMeasure;
  found: Found;
  /** Of shares, with its interval. */
  rate: Rate | null;
  verdict: Verdict;
  mark: MarkNow;
  change: Change;
  before: Found;
  trend: (Found & { period: Period })[];
}

export interface BarrierNow {
  barrier: Barrier;
  verdict: Verdict;
  measures: MeasureNow[];
  /** The measure whose next step comes first. */
  first: BarrierMeasure;
}

export interface Barriers {
  team: TeamName | null;
  /** That the actor may look at. */
  teams: TeamName[];
  mayCompany: boolean;
  span: Span;
  before: Span;
  barriers: BarrierNow[];
}

/** Thirteen weeks, the present one included: a quarter's length whatever day it is. */
export const WEEKS_LOOKED_AT = 13;
const PERIODS_BACK = { month: 6, quarter: 4 } as const;
export type TrendBy = keyof typeof PERIODS_BACK;

/** Of the company or of a team, against their own past. Leaders see all, managers their teams. Throws Problem not-allowed, not-found. */
export async function barriersOf(
  tx: Tx,
  actor: Actor,
  wanted: { teamId: string | undefined; by: TrendBy },
): Promise<Barriers> {
  const { team, teams } = await wholeOrTeam(tx, actor, wanted.teamId);
  const { calendar } = actor.workspace;
  const thisWeek = weekOf(actor.today, calendar.firstDay);
  const span = spanUpTo(thisWeek);
  const before = spanUpTo(addDays(span.start, -7));
  const periods = previousPeriods(actor.today, wanted.by, PERIODS_BACK[wanted.by], calendar);
  const from = [before.start, periods[0]?.start ?? before.start].toSorted()[0] ?? before.start;
  const measures = await measuresOf(tx, actor, { teamId: team?.id ?? null, from });
  const markOf = await marksNow(tx);
  const barriers = BARRIER_NAMES.map((barrier): BarrierNow => {
    const own = BARRIERS[barrier].map((measure) =>
      measureNow(measure, measures, markOf(measure), { span, before, periods }),
    );
    const verdict = gravest(own.map((each) => each.verdict));
    const first = own.find((each) => each.verdict === verdict) ?? own[0];
    if (first === undefined) throw new Error("a barrier without a measure");
    return { barrier, verdict, measures: own, first: first.measure };
  });
  return { team, teams, mayCompany: mayLead(actor), span, before, barriers };
}

/** The team asked for, or the company for a leader; a manager who names none looks at their first. */
export async function wholeOrTeam(
  tx: Tx,
  actor: Actor,
  teamId: string | undefined,
): Promise<{ team: TeamName | null; teams: TeamName[] }> {
  if (actor.member.role === "rep") throw notAllowed("these numbers are for whoever leads");
  const teams = (await openTeams(tx)).filter(({ id }) => mayManageTeam(actor, id));
  if (teamId === undefined && mayLead(actor)) return { team: null, teams };
  const team = teamId === undefined ? teams[0] : teams.find(({ id }) => id === teamId);
  if (team) return { team, teams };
  if (teamId !== undefined && (await openTeams(tx)).some(({ id }) => id === teamId))
    throw notAllowed("these numbers are for whoever leads that team");
  throw teamId === undefined ? notAllowed("you manage no team yet") : notFound("team");
}

/** Everything that can be measured from that week on; a team's as who was in it on the day. */
export async function measuresOf(
  tx: Tx,
  actor: Actor,
  { teamId, from }: { teamId: string | null; from: Day },
): Promise<Measures> {
  const { calendar } = actor.workspace;
  const weeks = weeksFrom(from, actor.today, calendar.firstDay);
  const stretch = { teamId, weeks };
  const share = (rows: readonly InWeek[]) => {
    const byWeek = perWeek(rows);
    return (span: Span) => summed(byWeek, indexesIn(weeks, span));
  };
  const plans = await plansByWeek(tx, stretch, actor.today);
  const reasons = await reasonsByWeek(tx, stretch);
  const asks = await asksByWeek(tx, stretch);
  const deals = await dealsByWeek(tx, stretch);
  const outreach = await outreachByWeek(tx, stretch);
  const reps = await repsThere(tx, from);
  const repWeeks = await repWeeksHere(tx, actor, reps, stretch);
  const practice = await practiceByWeek(tx, repWeeks, weeks);
  const active = new Set(
    (await activeWeeksOf(tx, idsOf(repWeeks), weeks)).flatMap(({ memberId, weeks: own }) =>
      own.map((at) => `${memberId} ${at}`),
    ),
  );
  const coached = await coachedWeeks(tx, actor, weeks);
  const hitsAmong = (of: readonly RepWeek[]) => {
    const keyed = of.map((week) => ({ at: week.at, key: keyOf(week) }));
    return (hits: ReadonlySet<string>) =>
      share(keyed.map(({ at, key }) => ({ at, count: Number(hits.has(key)), of: 1 })));
  };
  const ofRepWeeks = hitsAmong(repWeeks);
  const statements = await statementsSaid(tx);
  const areas = await alignmentsSaid(tx);
  const goals = Map.groupBy(await askingGoals(tx), ({ scopeId }) => scopeId);
  return {
    "planned-not-asked": share(plans),
    "lost-nerve": share(reasons),
    "asking-rehearsed": ofRepWeeks(practice.asking),
    "outreach-by-asking": share(outreach),
    "statement-age": ({ end }) => {
      const on = earlier(end, actor.today);
      const said = statements.find(({ day }) => day <= on);
      return { count: said === undefined ? null : ageOf(said, on), of: null };
    },
    "areas-aligned": ({ end }) => {
      const on = earlier(end, actor.today);
      const aligned = AREAS.filter((area) =>
        alignedAt(
          areas.filter((each) => each.area === area),
          on,
        ),
      );
      return { count: aligned.length, of: AREAS.length };
    },
    "goals-on-asking": ({ end }) => {
      const here = repsOn(reps, teamId, earlier(end, actor.today), actor.workspace.timeZone);
      const on = earlier(end, actor.today);
      const layers = (rep: RepThere) =>
        [rep.id, teamOn(rep.stays, on) ?? "", tx.workspaceId].map((id) => goals.get(id) ?? []);
      return { count: here.filter((rep) => goalOn(layers(rep), on, null) !== null).length, of: here.length };
    },
    "activity-noted": ofRepWeeks(active),
    "practice-kept": hitsAmong(practice.required)(practice.kept),
    coached: ofRepWeeks(coached),
    "asked-by-voice": share(asks),
    "deals-from-introductions": share(deals),
  };
}

function measureNow(
  measure: BarrierMeasure,
  measures: Measures,
  mark: MarkNow,
  { span, before, periods }: { span: Span; before: Span; periods: readonly Period[] },
): MeasureNow {
  const foundIn = measures[measure];
  const found = foundIn(span);
  const past = foundIn(before);
  const isShare = MEASURE_RULES[measure].kind === "share";
  return {
    measure,
    found,
    rate: isShare ? rateOf(found.count ?? 0, found.of ?? 0) : null,
    verdict: verdictOf(measure, found, mark.mark),
    mark,
    change: changeOf(measure, found, past),
    before: past,
    trend: periods.map((period) => ({ period, ...foundIn(period) })),
  };
}

/** People asked, of them and of those who were approached cold. */
async function outreachByWeek(
  tx: Tx,
  stretch: { teamId: string | null; weeks: readonly Day[] },
): Promise<InWeek[]> {
  const asked = await sumsOf(tx, {
    scopeIds: [stretch.teamId ?? tx.workspaceId],
    measures: ["people-asked"],
    stretches: stretch.weeks.map((week) => ({ start: week, end: addDays(week, 6) })),
  });
  const cold = await coldByWeek(tx, stretch);
  return [
    ...asked.map(({ stretch: at, count }) => ({ at, count, of: count })),
    ...cold.map(({ at, count }) => ({ at, count: 0, of: count })),
  ];
}

/** The weeks that are over of reps who were here and worked. */
export async function repWeeksHere(
  tx: Tx,
  actor: Actor,
  reps: readonly RepThere[],
  { teamId, weeks }: { teamId: string | null; weeks: readonly Day[] },
): Promise<RepWeek[]> {
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return [];
  const ids = reps.map(({ id }) => id);
  const calendars = await workCalendarsOf(tx, ids, { from: first, to: addDays(last, 6) });
  const { timeZone, calendar } = actor.workspace;
  return repWeeksOf(reps, weeks, {
    teamId,
    today: actor.today,
    timeZone,
    firstDay: calendar.firstDay,
    calendars,
  });
}

/** Rep-weeks in which anything is required, those in which as often was rehearsed, and those in which the ask itself was. */
export async function practiceByWeek(
  tx: Tx,
  repWeeks: readonly RepWeek[],
  weeks: readonly Day[],
): Promise<{ kept: Set<string>; asking: Set<string>; required: RepWeek[] }> {
  const { rubrics } = await practiceLibrary(tx, "en");
  const skills = rubrics.filter(({ discipline }) => discipline === "asking").map(({ key }) => key);
  const rehearsed = await rehearsedBy(tx, idsOf(repWeeks), weeks, skills);
  const sessions = new Map<string, number>();
  const asking = new Set<string>();
  for (const row of rehearsed) {
    for (const [place, at] of row.weeks.entries()) {
      const key = keyOf({ memberId: row.memberId, at });
      sessions.set(key, row.sessions[place] ?? 0);
      if (row.asking[place]) asking.add(key);
    }
  }
  const required = await requiredByWeek(tx, weeks);
  const mustBe = (week: RepWeek) => Math.min(required[week.at] ?? 0, week.workdays);
  const due = repWeeks.filter((week) => mustBe(week) > 0);
  const kept = due.filter((week) => (sessions.get(keyOf(week)) ?? 0) >= mustBe(week));
  return { kept: new Set(kept.map(keyOf)), asking, required: due };
}

/** Rep-weeks in which a one-on-one was held. */
export async function coachedWeeks(tx: Tx, actor: Actor, weeks: readonly Day[]): Promise<Set<string>> {
  const [from, last] = [weeks[0], weeks.at(-1)];
  if (from === undefined || last === undefined) return new Set();
  const held = await coachedBetween(tx, { from, to: addDays(last, 6) });
  const { firstDay } = actor.workspace.calendar;
  return new Set(
    held.map(({ memberId, day }) => keyOf({ memberId, at: weeks.indexOf(weekOf(day, firstDay)) })),
  );
}

/** Reps of the company or the team who were here on that day. */
export function repsOn(
  reps: readonly RepThere[],
  teamId: string | null,
  on: Day,
  timeZone: string,
): RepThere[] {
  return reps.filter(
    ({ since, leftAt, stays }) =>
      since <= on &&
      (leftAt === null || dayIn(leftAt, timeZone) > on) &&
      (teamId === null || teamOn(stays, on) === teamId),
  );
}

export function keyOf({ memberId, at }: Pick<RepWeek, "memberId" | "at">): string {
  return `${memberId} ${at}`;
}

function idsOf(repWeeks: readonly RepWeek[]): string[] {
  return [...new Set(repWeeks.map(({ memberId }) => memberId))];
}

function perWeek(rows: readonly InWeek[]): InWeek[] {
  const sums = new Map<number, InWeek>();
  for (const { at, count, of } of rows) {
    const sum = sums.get(at);
    if (sum === undefined) sums.set(at, { at, count, of });
    else {
      sum.count += count;
      sum.of += of;
    }
  }
  return [...sums.values()];
}

function summed(rows: readonly InWeek[], { first, last }: { first: number; last: number }): Found {
  let [count, of] = [0, 0];
  for (const row of rows) {
    if (row.at < first || row.at > last) continue;
    count += row.count;
    of += row.of;
  }
  return { count, of };
}

function indexesIn(weeks: readonly Day[], { start, end }: Span): { first: number; last: number } {
  const first = weeks.findIndex((week) => week >= start);
  return { first: first < 0 ? weeks.length : first, last: weeks.findLastIndex((week) => week <= end) };
}

function spanUpTo(week: Day): Span {
  return { start: addDays(week, -7 * (WEEKS_LOOKED_AT - 1)), end: addDays(week, 6) };
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}
