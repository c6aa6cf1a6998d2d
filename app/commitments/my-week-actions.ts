import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { fourthDay, nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import { decodeCursorAs, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { notAllowed } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getMember } from "#team/member-actions.ts";
import { mayChangeFor, mayManageTeam } from "#team/member.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { othersIn, partnershipsOf } from "./partner-actions.ts";
import { partnerNews, type PartnerNews } from "./partner-news-actions.ts";
import { repsOf, type RepLine } from "./partner-reader.ts";
import { nudgesBetween, partnershipsBetween, type PartnershipRow } from "./partner-store.ts";
import { streakOf } from "./streak.ts";
import { invitationFor, type Invitation } from "./week-plan.ts";
import {
  isWaiting,
  weekLineOf,
  weekLinesOf,
  weeksOf,
  type WeekLine,
  type WeekNow,
} from "./week-reader-actions.ts";

/** Weeks that are looked back on: a quarter. */
export const WEEKS_BACK = 13;
/** So far a streak is followed. */
const STREAK_WEEKS = 53;

export interface MyWeek {
  invitation: { to: Invitation; week: Day } | null;
  week: WeekNow;
  asked: { week: Day; byNames: string[] } | null;
  missing: { id: string; name: string; week: Day; nudgeId: string | null }[];
  partners: PartnerNews;
}

/** What a member's promises are on this day, for Today: what it is the day for, what is kept, and who waits for whom. */
export async function myWeekToday(tx: Tx, actor: Actor): Promise<MyWeek> {
  const { firstDay } = actor.workspace.calendar;
  const { id: memberId } = actor.member;
  const week = weekOf(actor.today, firstDay);
  const [before, after] = [addDays(week, -7), nextWeek(week)];
  const partnerships = await partnershipsOf(tx, memberId, actor.today, { agreed: true });
  const partners = partnerships.flatMap((each) => othersIn(each, memberId));
  const everybody = [memberId, ...partners.map(({ id }) => id)];
  const span = { from: before, to: after };
  const weeks = await weeksOf(tx, actor, everybody, span);
  const calendars = await workCalendarsOf(tx, [memberId], { from: before, to: addDays(after, 6) });
  const nudges = await nudgesBetween(tx, everybody, { from: before, to: addDays(after, 6) });
  const mine = weeks.filter((each) => each.memberId === memberId);
  const calendar = calendars.get(memberId);
  const now = mine.find((each) => each.week === week);
  if (calendar === undefined || now === undefined) throw new Error("a member without a week");
  const known = {
    planned: new Set(mine.filter(({ plan }) => plan !== null).map((each) => each.week)),
    told: new Set(mine.filter(({ plan }) => plan?.checkIn != null).map((each) => each.week)),
  };
  const nudged = (who: string, of: Day) =>
    nudges.filter((each) => each.memberId === who && each.midWeek === fourthDay(of));
  const untold = mine.find(
    (each) => each.plan !== null && isWaiting(each) && nudged(memberId, each.week).length > 0,
  );
  // Whoever leads is asked once they promise something themselves, or tell somebody.
  const promises = actor.member.role === "rep" || partners.length > 0 || known.planned.size > 0;
  return {
    invitation: promises ? invitationFor(actor.today, calendar, firstDay, known) : null,
    week: now,
    asked: untold
      ? { week: untold.week, byNames: nudged(memberId, untold.week).map(({ byName }) => byName) }
      : null,
    missing: partners.flatMap(({ id, name }) => {
      // Of a week before they were partners nothing is theirs to read.
      const missing = weeks.findLast(
        (each) => each.memberId === id && each.isMissing && arePartnersIn(each.week, partnerships, id),
      );
      if (missing === undefined) return [];
      const own = nudged(id, missing.week).find(({ byId }) => byId === memberId);
      return [{ id, name, week: missing.week, nudgeId: own?.id ?? null }];
    }),
    partners: await partnerNews(tx, actor),
  };
}

function arePartnersIn(week: Day, partnerships: readonly PartnershipRow[], memberId: string): boolean {
  const day = fourthDay(week);
  return partnerships.some(
    ({ fromDay, untilDay, members }) =>
      fromDay <= day && day <= untilDay && members.some(({ id }) => id === memberId),
  );
}

/** The last weeks of a member, the latest first, and how many in a row were reported. */
export async function weeksBack(
  tx: Tx,
  actor: Actor,
  memberId: string,
): Promise<{ streak: number; weeks: WeekNow[] }> {
  const week = weekOf(actor.today, actor.workspace.calendar.firstDay);
  const from = addDays(week, -7 * (STREAK_WEEKS - 1));
  const all = (await weeksOf(tx, actor, [memberId], { from, to: week })).toReversed();
  const weeks = await seenOf(tx, actor, { memberId, from, to: week }, all);
  return { streak: streakIn(weeks.map(weekLineOf)), weeks: sinceFirst(weeks).slice(0, WEEKS_BACK) };
}

/** A partner sees weeks in which they were partners, and no others. */
async function seenOf(
  tx: Tx,
  actor: Actor,
  { memberId, from, to }: { memberId: string; from: Day; to: Day },
  weeks: readonly WeekNow[],
): Promise<WeekNow[]> {
  const { teamId } = await getMember(tx, actor, memberId);
  if (mayChangeFor(actor, { memberId, teamId })) return [...weeks];
  const span = { from, to: addDays(to, 6) };
  const together = (await partnershipsBetween(tx, span, { memberId: actor.member.id })).filter(
    ({ agreed }) => agreed,
  );
  return weeks.filter(({ week }) => arePartnersIn(week, together, memberId));
}

export interface RepKept extends RepLine {
  streak: number;
  weeks: WeekLine[];
}

/**
 * What each rep kept in the weeks up to this one, by name, a page at a time: of a team, or of all whom the actor leads. Throws
 * Problem not-allowed, and invalid for a foreign cursor.
 */
export async function promisesKept(
  tx: Tx,
  actor: Actor,
  { teamId, cursor, limit }: { teamId: string | undefined; cursor: string | undefined; limit: number },
): Promise<Page<RepKept> & { weeks: Day[] }> {
  const all = await repsLed(tx, actor, teamId);
  const [after] = cursor === undefined ? [null] : decodeCursorAs(cursor, ["id"]);
  const begin = after === null ? 0 : all.findIndex(({ id }) => id === after) + 1;
  const reps = all.slice(begin, begin + limit);
  const to = weekOf(actor.today, actor.workspace.calendar.firstDay);
  const from = addDays(to, -7 * (WEEKS_BACK - 1));
  const lines = await weekLinesOf(tx, actor, idsOf(reps), { from, to });
  const byRep = Map.groupBy(lines, ({ memberId }) => memberId);
  const last = reps.at(-1);
  return {
    weeks: Array.from({ length: WEEKS_BACK }, (_, at) => addDays(from, 7 * at)),
    items: reps.map((rep) => {
      const weeks = byRep.get(rep.id) ?? [];
      return { ...rep, weeks, streak: streakIn(weeks) };
    }),
    nextCursor: last !== undefined && begin + limit < all.length ? encodeCursor([last.id]) : null,
  };
}

/** How many of them promised something for this week. Throws as promisesKept does. */
export async function promisedNow(
  tx: Tx,
  actor: Actor,
  teamId: string | undefined,
): Promise<{ week: Day; promised: number; of: number }> {
  const reps = await repsLed(tx, actor, teamId);
  const week = weekOf(actor.today, actor.workspace.calendar.firstDay);
  const lines = await weekLinesOf(tx, actor, idsOf(reps), { from: week, to: week });
  return { week, promised: lines.filter(({ planned }) => planned).length, of: reps.length };
}

async function repsLed(tx: Tx, actor: Actor, teamId: string | undefined): Promise<RepLine[]> {
  const { role } = actor.member;
  const may = teamId === undefined ? role !== "rep" : mayManageTeam(actor, teamId);
  if (!may) throw notAllowed("what a rep kept is for them, their partner and whoever leads them");
  const led = role === "leader" ? undefined : actor.leads;
  return repsOf(tx, teamId === undefined ? led : [teamId]);
}

function idsOf(reps: readonly RepLine[]): string[] {
  return reps.map(({ id }) => id);
}

function streakIn(weeks: readonly WeekLine[]): number {
  return streakOf(
    weeks.map(({ week, told, waiting, away, planned, ended }) => ({
      week,
      told,
      // A week that nobody planned cannot be told of; this one can be planned still.
      waiting: waiting && (planned || !ended),
      away,
    })),
  );
}

/** Without the weeks before the first that was planned. */
function sinceFirst(weeks: readonly WeekNow[]): WeekNow[] {
  return weeks.slice(0, weeks.findLastIndex(({ plan }) => plan !== null) + 1);
}
