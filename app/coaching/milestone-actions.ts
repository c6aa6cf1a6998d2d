import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { fourthDay, nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { workdaysIn, type WorkCalendar } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { WeekTold } from "#commitments/streak.ts";
import { standingOf } from "#commitments/week-plan.ts";
import { sourcesUpTheChain } from "#referrals/chain-actions.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import {
  askDays,
  firstFacts,
  firstReviews,
  introductionsFromIntroduced,
  linesOfSubjects,
  toldWeeks,
  type AskRow,
  type Span,
  type ToldWeekRow,
} from "./milestone-reader.ts";
import {
  endsOfSilence,
  FIRST_OF,
  SILENT_WORKDAYS,
  tenthWeeks,
  WEEKS_IN_A_ROW,
  type Milestone,
} from "./milestone.ts";

/** Further back than ten weeks, for those that were away meanwhile. */
const WEEKS_LOOKED_BACK = WEEKS_IN_A_ROW + 16;
const CHAIN = 3;

/**
 * What members reached in a span, the latest first: worked out from what stands written down, so that it goes when that is taken
 * back. The number of queries does not grow with the members.
 */
export async function milestonesOf(
  tx: Tx,
  actor: Actor,
  { memberIds, from, to }: { memberIds: readonly string[]; from: Day; to: Day },
): Promise<Milestone[]> {
  if (memberIds.length === 0) return [];
  const span = { from, to };
  const all = [
    ...(await firsts(tx, memberIds, span)),
    ...(await silencesEnded(tx, memberIds, span)),
    ...(await chainsOfThree(tx, memberIds, span)),
    ...(await reviews(tx, memberIds, span)),
    ...(await weeksInARow(tx, actor, memberIds, span)),
  ];
  return all.toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : a.factId > b.factId ? -1 : 1));
}

async function firsts(tx: Tx, memberIds: readonly string[], span: Span): Promise<Milestone[]> {
  const rows = await firstFacts(tx, memberIds, Object.keys(FIRST_OF), span);
  return rows.map(({ memberId, measure, day, factId }) => ({
    memberId,
    kind: FIRST_OF[measure as keyof typeof FIRST_OF],
    day,
    factId,
    weeks: null,
  }));
}

async function silencesEnded(tx: Tx, memberIds: readonly string[], span: Span): Promise<Milestone[]> {
  const asks = Map.groupBy(await askDays(tx, memberIds, span), ({ memberId }) => memberId);
  const quiet = [...asks].filter(([, own]) => mayHaveBeenSilent(own));
  if (quiet.length === 0) return [];
  const first =
    quiet.flatMap(([, own]) => own.flatMap(({ before }) => before ?? [])).toSorted()[0] ?? span.from;
  const calendars = await workCalendarsOf(
    tx,
    quiet.map(([memberId]) => memberId),
    { from: first, to: span.to },
  );
  return quiet.flatMap(([memberId, own]) => {
    const calendar = calendars.get(memberId);
    if (calendar === undefined) return [];
    const ended = endsOfSilence(own, own[0]?.before ?? null, (after, until) =>
      workdaysIn(addDays(after, 1), addDays(until, -1), calendar),
    );
    return ended.map(({ day, factId, weeks }): Milestone => ({
      memberId,
      kind: "ask-after-silence",
      day,
      factId,
      weeks,
    }));
  });
}

/** Whoever asked on days so near to each other was not silent, whatever their calendar. */
function mayHaveBeenSilent(asks: readonly AskRow[]): boolean {
  const days = [asks[0]?.before, ...asks.map(({ day }) => day)].flatMap((day) => day ?? []).toSorted();
  return days.some((day, at) => at > 0 && daysBetween(days[at - 1] ?? day, day) > SILENT_WORKDAYS);
}

async function chainsOfThree(tx: Tx, memberIds: readonly string[], span: Span): Promise<Milestone[]> {
  const rows = await introductionsFromIntroduced(tx, memberIds, span);
  const ids = rows.map(({ referralId }) => referralId);
  const above = await sourcesUpTheChain(tx, ids);
  const three = rows.filter(({ referralId }) => above.get(referralId)?.length === CHAIN - 1);
  const lines = await linesOfSubjects(
    tx,
    three.map(({ referralId }) => referralId),
    ["referral.received", "referral.introduced"],
  );
  return three.flatMap(({ referralId, memberId, day }): Milestone[] => {
    const factId = lines.get(referralId);
    return factId === undefined ? [] : [{ memberId, kind: "chain-of-three", day, factId, weeks: null }];
  });
}

async function reviews(tx: Tx, memberIds: readonly string[], span: Span): Promise<Milestone[]> {
  const rows = await firstReviews(tx, memberIds, span);
  const lines = await linesOfSubjects(
    tx,
    rows.map(({ subjectId }) => subjectId),
    ["review.held"],
  );
  return rows.flatMap(({ subjectId, memberId, day }): Milestone[] => {
    const factId = lines.get(subjectId);
    return factId === undefined ? [] : [{ memberId, kind: "first-review", day, factId, weeks: null }];
  });
}

async function weeksInARow(
  tx: Tx,
  actor: Actor,
  memberIds: readonly string[],
  span: Span,
): Promise<Milestone[]> {
  const { firstDay } = actor.workspace.calendar;
  const since = addDays(weekOf(span.from, firstDay), -7 * WEEKS_LOOKED_BACK);
  const told = Map.groupBy(
    await toldWeeks(tx, memberIds, span, fourthDay(since)),
    ({ memberId }) => memberId,
  );
  if (told.size === 0) return [];
  const calendars = await workCalendarsOf(tx, [...told.keys()], { from: since, to: addDays(span.to, 6) });
  const found = [...told].flatMap(([memberId, own]) => {
    const calendar = calendars.get(memberId);
    if (calendar === undefined) return [];
    const inSpan = new Map(
      own
        .filter(({ day }) => day >= span.from && day <= span.to)
        .map((row) => [weekOf(row.midWeek, firstDay), row]),
    );
    const weeks = weeksTold(own, calendar, actor);
    return tenthWeeks(weeks, (week) => inSpan.has(week)).flatMap((week) => inSpan.get(week) ?? []);
  });
  const lines = await linesOfSubjects(
    tx,
    found.map(({ planId }) => planId),
    ["week.told"],
  );
  return found.flatMap(({ planId, memberId, day }): Milestone[] => {
    const factId = lines.get(planId);
    return factId === undefined
      ? []
      : [{ memberId, kind: "ten-weeks-told", day, factId, weeks: WEEKS_IN_A_ROW }];
  });
}

/** From the first week that was told of: what was before makes no row longer. */
function weeksTold(own: readonly ToldWeekRow[], calendar: WorkCalendar, actor: Actor): WeekTold[] {
  const { firstDay } = actor.workspace.calendar;
  const told = new Set(own.map(({ midWeek }) => weekOf(midWeek, firstDay)));
  const [first, last] = [[...told].toSorted()[0], [...told].toSorted().at(-1)];
  const weeks: WeekTold[] = [];
  if (first === undefined || last === undefined) return weeks;
  for (let week = first; week <= last; week = nextWeek(week)) {
    const isTold = told.has(week);
    // Whoever told of a week was there, whatever their calendar.
    const away = !isTold && standingOf(week, actor.today, calendar).away;
    weeks.push({ week, told: isTold, waiting: false, away });
  }
  return weeks;
}
