import { coachedBetween } from "#coaching/coached-reader.ts";
import type { Counted } from "#commitments/promise.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { previousPeriods, type Period } from "#lib/kernel/fiscal.ts";
import type { Page } from "#lib/kernel/page.ts";
import { differenceOf, rateOf, type Rate } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { practiceLibrary } from "#practice/library-actions.ts";
import { goalsFor } from "#team/goal-actions.ts";
import { mayLead } from "#team/member.ts";
import type { Change, Found } from "./barrier.ts";
import { repsOn, wholeOrTeam } from "./barrier-actions.ts";
import { repsThere, type TeamName } from "./barrier-reader.ts";
import { introducedByClients, listMeetingsHeld, meetingsHeld, type HeldMeeting } from "./leading-reader.ts";
import { membersExpected } from "./roll-out-reader.ts";

export interface Talk {
  id: string;
  day: Day;
  coachName: string | null;
  /** What was agreed on to rehearse, as the library calls it. */
  skill: string | null;
  number: { measure: Counted; count: number } | null;
}

/** A leader's three questions, with what they are counted of. */
export interface Leading {
  team: TeamName | null;
  teams: TeamName[];
  mayCompany: boolean;
  month: Period;
  introductions: {
    count: number;
    fromClients: number;
    /** Of the reps, from clients: what the goal, which is the sum of theirs, is measured by. METHOD.md, rule 8. */
    towardsGoal: number;
    goal: number | null;
    asked: number;
    before: number;
    beforeMonth: Period;
  };
  coached: { reps: { id: string; name: string; talks: Talk[] }[]; talks: number };
  meetings: Found & { rate: Rate; before: Found; change: Change };
}

export type WhichMonth = "last" | "this";

/** How many introductions, who was coached, what share of meetings came from them. Throws Problem not-allowed, not-found. */
export async function leadingOf(
  tx: Tx,
  actor: Actor,
  wanted: { teamId: string | undefined; month: WhichMonth },
): Promise<Leading> {
  const { team, teams } = await wholeOrTeam(tx, actor, wanted.teamId);
  const { calendar, timeZone } = actor.workspace;
  const [early, middle, late] = previousPeriods(actor.today, "month", 3, calendar);
  const [beforeMonth, month] = wanted.month === "this" ? [middle, late] : [early, middle];
  if (beforeMonth === undefined || month === undefined) throw new Error("a month has two before it");
  const teamId = team?.id ?? null;
  const scopeId = teamId ?? tx.workspaceId;
  const sums = await sumsOf(tx, {
    scopeIds: [scopeId],
    measures: ["referrals-received", "people-asked"],
    stretches: [beforeMonth, month],
  });
  const sum = (measure: string, stretch: number) =>
    sums.find((each) => each.measure === measure && each.stretch === stretch)?.count ?? 0;
  const kind = teamId === null ? "company" : "team";
  const goals = await goalsFor(tx, { kind, id: scopeId }, [month], calendar);
  const on = month.end < actor.today ? month.end : actor.today;
  const reps = repsOn(await repsThere(tx, month.start), teamId, on, timeZone);
  const repIds = reps.map(({ id }) => id);
  const fromClients = await introducedByClients(tx, { teamId, start: month.start, end: month.end }, repIds);
  const talks = await talksOf(tx, month);
  const held = await meetingsHeld(tx, { teamId, ...month });
  const before = await meetingsHeld(tx, { teamId, ...beforeMonth });
  const withTalks = reps.map(({ id, name }) => ({ id, name, talks: talks.get(id) ?? [] }));
  return {
    team,
    teams,
    mayCompany: mayLead(actor),
    month,
    introductions: {
      count: sum("referrals-received", 1),
      fromClients: fromClients.all,
      towardsGoal: fromClients.ofMembers,
      goal: goals["referrals-received"][0] ?? null,
      asked: sum("people-asked", 1),
      before: sum("referrals-received", 0),
      beforeMonth,
    },
    coached: {
      reps: withTalks,
      talks: withTalks.reduce((total, { talks: own }) => total + own.length, 0),
    },
    meetings: { ...held, rate: rateOf(held.count, held.of), before, change: shareChange(held, before) },
  };
}

/** The meetings behind the third answer. Throws Problem not-allowed, not-found. */
export async function meetingsBehind(
  tx: Tx,
  actor: Actor,
  wanted: { teamId: string | undefined; from: Day; to: Day; introduced: boolean | undefined },
  cursor: string | undefined,
  limit: number,
): Promise<Page<HeldMeeting>> {
  const { team } = await wholeOrTeam(tx, actor, wanted.teamId);
  const { from: start, to: end, introduced } = wanted;
  return listMeetingsHeld(tx, { teamId: team?.id ?? null, start, end, introduced }, cursor, limit);
}

/** The one-on-ones of a time by whom they were with, the latest first. */
async function talksOf(tx: Tx, { start, end }: { start: Day; end: Day }): Promise<Map<string, Talk[]>> {
  const held = await coachedBetween(tx, { from: start, to: end });
  if (held.length === 0) return new Map();
  const names = new Map((await membersExpected(tx)).map(({ id, name }) => [id, name]));
  const { rubrics } = await practiceLibrary(tx, "en");
  const skillName = (key: string | null) => rubrics.find((each) => each.key === key)?.name ?? key;
  const talks = new Map<string, Talk[]>();
  for (const { oneOnOneId, memberId, coachId, day, skill, number } of held) {
    const own = talks.get(memberId) ?? [];
    own.push({ id: oneOnOneId, day, coachName: names.get(coachId) ?? null, skill: skillName(skill), number });
    talks.set(memberId, own);
  }
  return talks;
}

function shareChange(now: { count: number; of: number }, before: { count: number; of: number }): Change {
  const difference = differenceOf(
    { successes: now.count, n: now.of },
    { successes: before.count, n: before.of },
  );
  if (difference === null) return "too-early";
  if (difference.low <= 0 && difference.high >= 0) return "same";
  return difference.value > 0 ? "better" : "worse";
}
