import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, dayIn, type Day } from "#lib/kernel/days.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { partsOfDutyId } from "#loops/duty.ts";
import { dutiesWhere, type OwedDuty } from "#loops/owed-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import {
  measureOf,
  progressOf,
  stateOf,
  tallied,
  type PromiseState,
  type Tallied,
  type WeekFacts,
  type WeekStanding,
} from "./promise.ts";
import { askedBetween } from "./week-facts-reader.ts";
import { plannedWeeks } from "./week-line-reader.ts";
import { isCheckInMissing, lastWorkday, standingOf, standingsOn } from "./week-plan.ts";
import { plansBetween, type PromiseLine, type PromiseRow, type WeekPlanRow } from "./week-store.ts";

export interface PromiseNow extends PromiseRow {
  state: PromiseState;
  progress: { done: number; of: number } | null;
  /** What is owed, where it promises that and it is not gone. */
  duty: OwedDuty | null;
}

/** A member's week as it stands now, planned or not. */
export interface WeekNow extends WeekStanding {
  memberId: string;
  week: Day;
  plan: Omit<WeekPlanRow, "promises"> | null;
  promises: PromiseNow[];
  tally: Tallied;
  /** It was promised, and its check-in is missing: a partner asks. */
  isMissing: boolean;
  /** From this day on it can be told of as a whole. */
  tellFrom: Day;
}

/** What came of a member's week, without its promises one by one. */
export interface WeekLine extends WeekStanding {
  memberId: string;
  week: Day;
  planned: boolean;
  told: boolean;
  /** No check-in was made, and there is time for it. */
  waiting: boolean;
  tally: Tallied;
}

/**
 * Every week of these members from one to another, the oldest first: the one reading of what was kept, for the screen, the mail,
 * the partner and whoever leads them. The number of queries does not grow with them.
 */
export async function weeksOf(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<WeekNow[]> {
  const weeks = weeksIn(span, actor);
  const [from, to] = [weeks[0], weeks.at(-1)];
  if (from === undefined || to === undefined || memberIds.length === 0) return [];
  const plans = await plansBetween(tx, memberIds, { from, to }, actor.workspace.calendar.firstDay);
  const calendars = await workCalendarsOf(tx, memberIds, { from, to: addDays(to, 6) });
  const factsOf = await factsBetween(tx, actor, plans, weeks);
  const planned = new Map(plans.map((plan) => [keyOf(plan), plan]));
  return eachWeek(memberIds, weeks, calendars, (memberId, week, calendar) => {
    const plan = planned.get(keyOf({ memberId, week })) ?? null;
    return weekNow({ memberId, week, plan, today: actor.today, calendar }, factsOf(memberId, week));
  });
}

/** The same in sums, for a whole company: no names are read, and no words. */
export async function weekLinesOf(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  span: { from: Day; to: Day },
): Promise<WeekLine[]> {
  const weeks = weeksIn(span, actor);
  const [from, to] = [weeks[0], weeks.at(-1)];
  if (from === undefined || to === undefined || memberIds.length === 0) return [];
  const plans = await plannedWeeks(tx, memberIds, { from, to }, actor.workspace.calendar.firstDay);
  const calendars = await workCalendarsOf(tx, memberIds, { from, to: addDays(to, 6) });
  const factsOf = await factsBetween(tx, actor, plans, weeks);
  const planned = new Map(plans.map((plan) => [keyOf(plan), plan]));
  const standingIn = standingsOn(actor.today);
  return eachWeek(memberIds, weeks, calendars, (memberId, week, calendar) => {
    const plan = planned.get(keyOf({ memberId, week }));
    const standing = standingIn(week, calendar);
    const told = plan?.told ?? false;
    const facts = plan && factsOf(memberId, week);
    const states = facts
      ? plan.promises.map((line) => stateOf(line.promised, line.told, facts, standing))
      : [];
    return {
      ...standing,
      memberId,
      week,
      planned: plan !== undefined,
      told,
      waiting: !told && !standing.closed,
      tally: tallied(states),
    };
  });
}

/** A week as a line of sums. */
export function weekLineOf(now: WeekNow): WeekLine {
  const { memberId, week, ended, closed, away, plan, tally } = now;
  const told = plan?.checkIn != null;
  const waiting = isWaiting(now);
  return { memberId, week, ended, closed, away, planned: plan !== null, told, waiting, tally };
}

function weeksIn(span: { from: Day; to: Day }, actor: Actor): Day[] {
  const weeks: Day[] = [];
  const first = weekOf(span.from, actor.workspace.calendar.firstDay);
  for (let week = first; week <= span.to; week = nextWeek(week)) weeks.push(week);
  return weeks;
}

function eachWeek<W>(
  memberIds: readonly string[],
  weeks: readonly Day[],
  calendars: ReadonlyMap<string, WorkCalendar>,
  make: (memberId: string, week: Day, calendar: WorkCalendar) => W,
): W[] {
  return memberIds.flatMap((memberId) => {
    const calendar = calendars.get(memberId);
    return calendar === undefined ? [] : weeks.map((week) => make(memberId, week, calendar));
  });
}

function keyOf({ memberId, week }: { memberId: string; week: Day }): string {
  return `${memberId} ${week}`;
}

function weekNow(
  {
    memberId,
    week,
    plan,
    today,
    calendar,
  }: { memberId: string; week: Day; plan: WeekPlanRow | null; today: Day; calendar: WorkCalendar },
  facts: WeekFacts & { owed: (dutyId: string) => OwedDuty | null },
): WeekNow {
  const standing = standingOf(week, today, calendar);
  const promises = (plan?.promises ?? []).map((line) => ({
    ...line,
    state: stateOf(line.promised, line.told, facts, standing),
    progress: progressOf(line.promised, facts),
    duty: line.promised.kind === "duty" ? facts.owed(line.promised.dutyId) : null,
  }));
  return {
    ...standing,
    memberId,
    week,
    plan,
    promises,
    tally: tallied(promises.map(({ state }) => state)),
    tellFrom: lastWorkday(week, calendar),
    isMissing: plan !== null && plan.checkIn === null && isCheckInMissing(week, today, calendar),
  };
}

async function factsBetween(
  tx: Tx,
  actor: Actor,
  plans: readonly { memberId: string; promises: readonly PromiseLine[] }[],
  weeks: readonly Day[],
) {
  const memberIds = [...new Set(plans.map(({ memberId }) => memberId))];
  const span = { from: weeks[0] as Day, to: weeks.at(-1) as Day };
  const { whom, nobody, measures, referralIds } = readIn(plans);
  const asked = whom.size === 0 ? [] : await askedBetween(tx, memberIds, span, [...whom]);
  const sums = await sumsOf(tx, {
    scopeIds: measures.size === 0 ? [] : memberIds,
    measures: [...measures],
    stretches: weeks.map((week) => ({ start: week, end: addDays(week, 6) })),
  });
  const duties =
    referralIds.size === 0 ? [] : await dutiesWhere(tx, actor, { referralIds: [...referralIds] });
  const { timeZone } = actor.workspace;
  const owed = dutyFinder(duties);
  const askedBy = Map.groupBy(asked, (each) => each.memberId);
  const counts = new Map<string, Map<string, number>>();
  for (const { scopeId, stretch, measure, count } of sums) {
    const key = `${scopeId} ${stretch}`;
    const own = counts.get(key) ?? new Map<string, number>();
    counts.set(key, own.set(measure, (own.get(measure) ?? 0) + count));
  }
  const places = new Map(weeks.map((week, at) => [week, { at, last: addDays(week, 6) }]));
  return (memberId: string, week: Day) => {
    const { at, last } = places.get(week) as { at: number; last: Day };
    const inWeek = (askedBy.get(memberId) ?? []).filter((each) => each.day >= week && each.day <= last);
    const counted = counts.get(`${memberId} ${at}`);
    return {
      asked: inWeek.length === 0 ? NOBODY : new Set(inWeek.map(({ personId }) => personId)),
      nobody,
      counted: (measure: string) => counted?.get(measure) ?? 0,
      owed,
      duty: (dutyId: string) => {
        const duty = owed(dutyId);
        if (duty === null || duty.state === "let-go") return "gone";
        const doneOn = duty.settled?.day ?? (duty.doneAt === null ? null : dayIn(duty.doneAt, timeZone));
        return doneOn !== null && doneOn <= last ? "done" : "owed";
      },
    } as const;
  };
}

/** What has to be known to say what was kept of them. */
function readIn(plans: readonly { promises: readonly PromiseLine[] }[]) {
  const [whom, nobody] = [new Set<string>(), new Set<string>()];
  const [measures, referralIds] = [new Set<string>(), new Set<string>()];
  for (const { promises } of plans)
    for (const { promised, isNobody, referralId } of promises) {
      const measure = measureOf(promised);
      if (measure !== null) measures.add(measure);
      if (referralId !== null) referralIds.add(referralId);
      if (promised.kind !== "ask") continue;
      whom.add(promised.personId);
      if (isNobody) nobody.add(promised.personId);
    }
  return { whom, nobody, measures, referralIds };
}

const NOBODY: ReadonlySet<string> = new Set();

/** Finds the duty itself, or the only one of its kind where its source was merged since. */
function dutyFinder(duties: readonly OwedDuty[]): (dutyId: string) => OwedDuty | null {
  const byId = new Map(duties.map((duty) => [duty.id, duty]));
  const alike = Map.groupBy(duties, ({ referralId, kind }) => `${referralId} ${kind}`);
  return (dutyId) => {
    const same = byId.get(dutyId);
    if (same) return same;
    const parts = partsOfDutyId(dutyId);
    const those = parts === null ? [] : (alike.get(`${parts.referralId} ${parts.kind}`) ?? []);
    return those.length === 1 ? (those[0] ?? null) : null;
  };
}

/** Whether a check-in can be made still. */
export function isWaiting({ closed, plan }: Pick<WeekNow, "closed" | "plan">): boolean {
  return plan?.checkIn == null && !closed;
}
