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
  COUNTED,
  PRACTICE_MEASURE,
  progressOf,
  stateOf,
  tallied,
  type PromiseState,
  type Tallied,
  type WeekFacts,
  type WeekStanding,
} from "./promise.ts";
import { askedBetween } from "./week-facts-reader.ts";
import { isCheckInMissing, lastWorkday, standingOf, toldUntil } from "./week-plan.ts";
import { plansBetween, type PromiseRow, type WeekPlanRow } from "./week-store.ts";

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
  const { firstDay } = actor.workspace.calendar;
  const weeks: Day[] = [];
  for (let week = weekOf(span.from, firstDay); week <= span.to; week = nextWeek(week)) weeks.push(week);
  const [from, to] = [weeks[0], weeks.at(-1)];
  if (from === undefined || to === undefined || memberIds.length === 0) return [];
  const plans = await plansBetween(tx, memberIds, { from, to }, firstDay);
  const calendars = await workCalendarsOf(tx, memberIds, { from, to: addDays(to, 6) });
  const factsOf = await factsBetween(tx, actor, plans, weeks);
  const planned = new Map(plans.map((plan) => [`${plan.memberId} ${plan.week}`, plan]));
  return memberIds.flatMap((memberId) => {
    const calendar = calendars.get(memberId);
    if (calendar === undefined) return [];
    return weeks.map((week) => {
      const plan = planned.get(`${memberId} ${week}`) ?? null;
      return weekNow({ memberId, week, plan, today: actor.today, calendar }, factsOf(memberId, week));
    });
  });
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

async function factsBetween(tx: Tx, actor: Actor, plans: readonly WeekPlanRow[], weeks: readonly Day[]) {
  const memberIds = [...new Set(plans.map(({ memberId }) => memberId))];
  const span = { from: weeks[0] as Day, to: weeks.at(-1) as Day };
  const asked = await askedBetween(tx, memberIds, span);
  const sums = await sumsOf(tx, {
    scopeIds: memberIds,
    measures: [...COUNTED, PRACTICE_MEASURE],
    stretches: weeks.map((week) => ({ start: week, end: addDays(week, 6) })),
  });
  const referralIds = plans.flatMap(({ promises }) => promises.flatMap(({ referralId }) => referralId ?? []));
  const duties =
    referralIds.length === 0 ? [] : await dutiesWhere(tx, actor, { referralIds: [...new Set(referralIds)] });
  const { timeZone } = actor.workspace;
  const owed = (dutyId: string) => dutyLike(duties, dutyId);
  const nobody = new Set(
    plans
      .flatMap(({ promises }) => promises)
      .flatMap(({ promised, isNobody }) => (promised.kind === "ask" && isNobody ? [promised.personId] : [])),
  );
  const askedBy = Map.groupBy(asked, (each) => each.memberId);
  const sumsIn = Map.groupBy(sums, (sum) => `${sum.scopeId} ${sum.stretch}`);
  return (memberId: string, week: Day) => {
    const last = addDays(week, 6);
    const own = sumsIn.get(`${memberId} ${weeks.indexOf(week)}`) ?? [];
    const inWeek = (askedBy.get(memberId) ?? []).filter((each) => each.day >= week && each.day <= last);
    return {
      asked: new Set(inWeek.map(({ personId }) => personId)),
      nobody,
      counted: (measure: string) =>
        own.filter((sum) => sum.measure === measure).reduce((total, { count }) => total + count, 0),
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

/** The duty itself, or the only one of its kind where its source was merged since. */
function dutyLike(duties: readonly OwedDuty[], dutyId: string): OwedDuty | null {
  const same = duties.find(({ id }) => id === dutyId);
  if (same) return same;
  const parts = partsOfDutyId(dutyId);
  const alike = duties.filter((each) => each.referralId === parts?.referralId && each.kind === parts.kind);
  return alike.length === 1 ? (alike[0] ?? null) : null;
}

/** Whether a check-in can be made still. */
export function isWaiting({ week, plan }: Pick<WeekNow, "week" | "plan">, today: Day): boolean {
  return plan?.checkIn == null && today <= toldUntil(week);
}
