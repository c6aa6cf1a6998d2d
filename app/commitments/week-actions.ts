import { planAsk, takeBackPlan } from "#asks/plan-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { partsOfDutyId } from "#loops/duty.ts";
import { dutiesWhere } from "#loops/owed-actions.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { checkTold, cleanPromise, keyOf, type Promised, type Told } from "./promise.ts";
import { changedPersons } from "./week-facts-reader.ts";
import { weeksOf, type WeekNow } from "./week-reader-actions.ts";
import {
  checkClosable,
  checkTellable,
  cleanLearned,
  cleanTopics,
  countOf,
  mayDrop,
  mergedLines,
  mergedTopics,
  MOST_LINES,
  plannableWeek,
  toldUntil,
  unlike,
  type StartedFrom,
} from "./week-plan.ts";
import {
  findPromise,
  holdWeeks,
  insertCheckIn,
  insertPromises,
  insertWeekPlan,
  plansBetween,
  takeBackCheckIns,
  takeBackPromises,
  takeBackWeekPlans,
  updateLearned,
  updatePromise,
  updateTopics,
  type PromiseRow,
  type WeekPlanRow,
} from "./week-store.ts";

export interface WantedWeek {
  /** Any day of it. */
  day: Day;
  topics: string | null;
  /** All of them, in their order; those that are left out are dropped. */
  promises: readonly Promised[];
  /** What they began from: what came since by another way stays. */
  startedFrom?: StartedFrom | undefined;
}

/** The week of any day of the actor's own, as it stands. */
export async function myWeek(tx: Tx, actor: Actor, day: Day): Promise<WeekNow> {
  const [week] = await weeksOf(tx, actor, [actor.member.id], { from: day, to: day });
  if (week === undefined) throw notFound("week");
  return week;
}

/**
 * A member promises for a week, or changes what they promised. Whoever will be asked is planned with it. Up to the second
 * workday of the week, and on the day it was promised, a line can be dropped or made smaller; later one says what became of it.
 * Throws Problem not-found, invalid naming the field, conflict.
 */
export async function planWeek(tx: Tx, actor: Actor, wanted: WantedWeek): Promise<WeekNow> {
  const { firstDay } = actor.workspace.calendar;
  const week = plannableWeek(wanted.day, actor.today, firstDay);
  await holdPeople(
    tx,
    wanted.promises.flatMap((each) => (each.kind === "ask" ? [each.personId] : [])),
  );
  await holdWeeks(tx, actor.member.id);
  const before = await planOfWeek(tx, actor, week);
  const known = new Map((before?.promises ?? []).map((line) => [keyOf(line.promised), line]));
  const { topics, promises } = await mergedWith(tx, before, wanted);
  const lines = unlike(await checkedLines(tx, actor, promises, known));
  if (lines.length > MOST_LINES)
    throw invalid(
      `promise at most ${MOST_LINES} things: a promise that is lost among others is not kept`,
      "promises",
    );
  if (before === null && lines.length === 0) throw invalid("promise at least one thing", "promises");
  const id = before?.id ?? newId(actor.now);
  const keys = new Set(lines.map(keyOf));
  const dropped = (before?.promises ?? []).filter(({ promised }) => !keys.has(keyOf(promised)));
  if (before !== null) await refuseLate(tx, actor, before, { dropped, lines, known });
  if (before === null) await insertWeekPlan(tx, { id, week, topics }, actor);
  else if (before.topics !== topics) await updateTopics(tx, id, topics);
  await dropLines(tx, actor, dropped);
  const added = await addLines(tx, actor, { id, week }, lines, known);
  const changed = await changeCounts(tx, actor, lines, known);
  const isChange = before !== null && (dropped.length + added + changed > 0 || before.topics !== topics);
  if (before === null || isChange)
    await writeJournal(tx, actor, [
      {
        ...about({ id, week, memberId: actor.member.id }, actor),
        verb: before === null ? "week.planned" : "week.plan-changed",
        detail: { week, promises: lines.length },
      },
    ]);
  return myWeek(tx, actor, week);
}

/** It was planned by mistake; as long as its lines can be dropped. Throws Problem not-found, conflict. */
export async function takeBackWeek(tx: Tx, actor: Actor, day: Day): Promise<void> {
  const plan = await heldPlan(tx, actor, day);
  if (plan.checkIn !== null) throw conflict("you told how this week went: take that back first");
  await refuseLate(tx, actor, plan, { dropped: plan.promises, lines: [], known: new Map() });
  await dropLines(tx, actor, plan.promises);
  await takeBackWeekPlans(tx, [plan.id], actor);
  await writeCounterEntries(tx, actor, { subjectIds: [plan.id] }, "week.plan-taken-back");
}

export interface WantedCheckIn {
  learned: string | null;
  /** What was written there when they began; not said: whatever stands is replaced. */
  learnedBefore?: string | null | undefined;
  promises: readonly (Told & { id: string })[];
  /** Lines of which nothing is said any more. */
  untold?: readonly string[];
}

/**
 * How the week went: what is not read from elsewhere, why something was missed, what becomes of it, and what was learned. Said
 * again, it replaces what was said. Throws Problem not-found, invalid naming the field, conflict.
 */
export async function checkIn(tx: Tx, actor: Actor, day: Day, wanted: WantedCheckIn): Promise<WeekNow> {
  const plan = await heldPlan(tx, actor, day);
  checkTellable(plan.week, actor.today);
  const learned = learnedNow(plan.checkIn?.learned ?? null, wanted);
  const now = await myWeek(tx, actor, plan.week);
  checkClosable(now.tellFrom, actor.today);
  const said: (readonly [string, Told | null])[] = [
    ...wanted.promises.map(({ id, ...told }) => [id, told] as const),
    ...(wanted.untold ?? []).map((id) => [id, null] as const),
  ];
  for (const [id, told] of said) {
    const line = now.promises.find((each) => each.id === id);
    if (line === undefined) throw notFound("promise");
    await writeTold(tx, actor, line, told);
  }
  if (plan.checkIn === null) {
    await insertCheckIn(tx, { id: newId(actor.now), planId: plan.id, learned }, actor);
    await writeJournal(tx, actor, [{ ...about(plan, actor), verb: "week.told" }]);
  } else if (plan.checkIn.learned !== learned) await updateLearned(tx, plan.checkIn.id, learned);
  return myWeek(tx, actor, plan.week);
}

function learnedNow(now: string | null, { learned, learnedBefore }: WantedCheckIn): string | null {
  const mine = cleanLearned(learned);
  if (learnedBefore === undefined || now === null || now === mine) return mine;
  const before = cleanLearned(learnedBefore);
  if (mine === before) return now;
  if (now !== before)
    throw conflict(`in another place you wrote that you learned: “${now}”. Read that, then tell it anew`);
  return mine;
}

/** It was not told yet. What was said of single promises stays. Throws Problem not-found, conflict. */
export async function takeBackCheckIn(tx: Tx, actor: Actor, day: Day): Promise<void> {
  const plan = await heldPlan(tx, actor, day);
  if (plan.checkIn === null) throw notFound("check-in");
  await takeBackCheckIns(tx, [plan.checkIn.id], actor);
  await writeCounterEntries(tx, actor, { subjectIds: [plan.id], verbs: ["week.told"] }, "week.untold");
}

/** One promise, in one tap; null: nothing was said of it. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function tellPromise(tx: Tx, actor: Actor, id: string, told: Told | null): Promise<WeekNow> {
  const { firstDay } = actor.workspace.calendar;
  const found = await findPromise(tx, id, firstDay);
  if (found === null || found.memberId !== actor.member.id) throw notFound("promise");
  await holdWeeks(tx, actor.member.id);
  checkTellable(found.week, actor.today);
  const line = (await myWeek(tx, actor, found.week)).promises.find((each) => each.id === id);
  if (line === undefined) throw notFound("promise");
  await writeTold(tx, actor, line, told);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "promise.untold");
  if (told !== null)
    await writeJournal(tx, actor, [
      {
        verb: "promise.told",
        subject: { kind: "week-promise", id },
        day: actor.today,
        concerns: [actor.member.id],
        detail: { week: found.week, how: told.how },
      },
    ]);
  return myWeek(tx, actor, found.week);
}

async function writeTold(
  tx: Tx,
  actor: Actor,
  line: Pick<WeekNow["promises"][number], "id" | "promised" | "state" | "told">,
  told: Told | null,
): Promise<void> {
  const { how, why, next } = line.told ?? {};
  if (how === told?.how && why === told?.why && next === told?.next) return;
  if (told !== null) {
    checkTold(line.promised, told);
    const isKept = line.state === "kept" && line.promised.kind !== "own";
    if (told.how === "missed" && isKept) throw conflict("this was kept: it stands written down");
  }
  await updatePromise(tx, line.id, { told }, actor);
}

/** Cleaned, whoever was merged since under the id they are kept by, and with what was changed elsewhere since one began. */
async function mergedWith(
  tx: Tx,
  before: WeekPlanRow | null,
  { topics, promises, startedFrom }: WantedWeek,
): Promise<StartedFrom> {
  const all = [...promises, ...(startedFrom?.promises ?? [])];
  const persons = await changedPersons(
    tx,
    all.flatMap((line) => (line.kind === "ask" ? [line.personId] : [])),
  );
  const kept = (line: Promised): Promised =>
    line.kind === "ask"
      ? { kind: "ask", personId: persons.get(line.personId)?.keptId ?? line.personId }
      : line;
  const wanted = promises.map(cleanPromise).map(kept);
  const mine = cleanTopics(topics);
  if (startedFrom === undefined) return { topics: mine, promises: wanted };
  const now = (before?.promises ?? []).map(({ promised }) => promised);
  return {
    topics: cleanTopics(mergedTopics(before?.topics ?? null, cleanTopics(startedFrom.topics), mine)),
    promises: mergedLines(now, startedFrom.promises.map(kept), wanted),
  };
}

/** What stands in the plan already is not asked about again. */
async function checkedLines(
  tx: Tx,
  actor: Actor,
  lines: readonly Promised[],
  standing: ReadonlyMap<string, PromiseRow>,
): Promise<readonly Promised[]> {
  const fresh = lines.filter((line) => !standing.has(keyOf(line)));
  const duties = fresh.flatMap((line) => (line.kind === "duty" ? [line.dutyId] : []));
  const referralIds = duties.map((dutyId) => {
    const parts = partsOfDutyId(dutyId);
    if (parts === null) throw notFound("duty");
    return parts.referralId;
  });
  const known = referralIds.length === 0 ? [] : await dutiesWhere(tx, actor, { referralIds });
  if (duties.some((id) => known.every((duty) => duty.id !== id))) throw notFound("duty");
  for (const line of fresh) if (line.kind === "ask") await getPerson(tx, line.personId);
  return lines;
}

interface Change {
  dropped: readonly PromiseRow[];
  lines: readonly Promised[];
  known: ReadonlyMap<string, PromiseRow>;
}

async function refuseLate(tx: Tx, actor: Actor, plan: WeekPlanRow, change: Change): Promise<void> {
  const calendar = await calendarOf(tx, actor, plan.week);
  const isLate = (line: PromiseRow) => !line.isNobody && !mayDrop(plan.week, line.day, actor.today, calendar);
  if (change.dropped.some(isLate))
    throw conflict(
      "a promise of this week stays now: say at the check-in what became of it, or let it go there",
    );
  const smaller = change.lines.some((line) => {
    const before = change.known.get(keyOf(line));
    return before !== undefined && countOf(line) < countOf(before.promised) && isLate(before);
  });
  if (smaller) throw conflict("the number stays now, or grows: say at the check-in why it was missed");
}

async function dropLines(tx: Tx, actor: Actor, dropped: readonly PromiseRow[]): Promise<void> {
  if (dropped.length === 0) return;
  const ids = dropped.map(({ id }) => id);
  await takeBackPromises(tx, ids, actor);
  for (const { askPlanId } of dropped) if (askPlanId !== null) await takeBackAskPlan(tx, actor, askPlanId);
}

/** One that was made by the promise goes with it, unless somebody has taken it back already. */
async function takeBackAskPlan(tx: Tx, actor: Actor, askPlanId: string): Promise<void> {
  try {
    await takeBackPlan(tx, actor, askPlanId);
  } catch (error) {
    if ((error as { kind?: string }).kind !== "not-found") throw error;
  }
}

async function addLines(
  tx: Tx,
  actor: Actor,
  { id: planId, week }: { id: string; week: Day },
  lines: readonly Promised[],
  known: ReadonlyMap<string, PromiseRow>,
): Promise<number> {
  const added = [];
  for (const [place, promised] of lines.entries()) {
    const before = known.get(keyOf(promised));
    if (before !== undefined) {
      await updatePromise(tx, before.id, { place }, actor);
      continue;
    }
    const askPlanId = promised.kind === "ask" ? await plannedWith(tx, actor, promised.personId, week) : null;
    const referralId = promised.kind === "duty" ? (partsOfDutyId(promised.dutyId)?.referralId ?? null) : null;
    added.push({ id: newId(actor.now), planId, place, promised, referralId, askPlanId });
  }
  await insertPromises(tx, added, actor);
  return added.length;
}

/** The plan to ask them, where the promise made it. */
async function plannedWith(tx: Tx, actor: Actor, personId: string, week: Day): Promise<string | null> {
  const { plan, planned } = await planAsk(tx, actor, { personId, week });
  return planned ? plan.id : null;
}

async function changeCounts(
  tx: Tx,
  actor: Actor,
  lines: readonly Promised[],
  known: ReadonlyMap<string, PromiseRow>,
): Promise<number> {
  let changed = 0;
  for (const line of lines) {
    const before = known.get(keyOf(line));
    if (before === undefined || countOf(line) === countOf(before.promised)) continue;
    await updatePromise(tx, before.id, { count: countOf(line) }, actor);
    changed += 1;
  }
  return changed;
}

async function heldPlan(tx: Tx, actor: Actor, day: Day): Promise<WeekPlanRow> {
  await holdWeeks(tx, actor.member.id);
  const plan = await planOfWeek(tx, actor, weekOf(day, actor.workspace.calendar.firstDay));
  if (plan === null) throw new Problem("not-found", "nothing was promised for this week");
  if (actor.today > toldUntil(plan.week))
    throw notAllowed("this week was over long ago: what was said of it stays");
  return plan;
}

async function planOfWeek(tx: Tx, actor: Actor, week: Day): Promise<WeekPlanRow | null> {
  const { firstDay } = actor.workspace.calendar;
  const [plan] = await plansBetween(tx, [actor.member.id], { from: week, to: week }, firstDay);
  return plan ?? null;
}

async function calendarOf(tx: Tx, actor: Actor, week: Day): Promise<WorkCalendar> {
  const { id } = actor.member;
  const calendar = (await workCalendarsOf(tx, [id], { from: week, to: toldUntil(week) })).get(id);
  if (calendar === undefined) throw notFound("member");
  return calendar;
}

function about(
  { id, week, memberId }: { id: string; week: Day; memberId: string },
  actor: Actor,
): Pick<Happening, "subject" | "day" | "concerns" | "detail"> {
  return { subject: { kind: "week-plan", id }, day: actor.today, concerns: [memberId], detail: { week } };
}
