import { coachedBetween } from "#coaching/coached-reader.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { mayChangeFor, mayManageTeam } from "#team/member.ts";
import { AREAS } from "./alignment.ts";
import { rollOutNow } from "./priority-actions.ts";
import { alignmentsSaid, statementsSaid, type AlignmentRow } from "./priority-store.ts";
import {
  ALIGNED_WANTED,
  ANEW_AFTER_DAYS,
  dayOfRollOut,
  everybody,
  INTRODUCTIONS_WANTED,
  ROLL_OUT,
  soMany,
  spanOfBlock,
  type Progress,
  type RollOutBlock,
  type RollOutLine,
} from "./roll-out.ts";
import {
  askingGoalDays,
  firstCounted,
  firstDaysOf,
  firstPollDay,
  firstPromised,
  membersExpected,
  teamMeetings,
  type Expected,
} from "./roll-out-reader.ts";

export interface LineNow {
  line: RollOutLine;
  count: number;
  of: number;
  on: Day | null;
  /** Who made it true, being the last, where the actor leads them. */
  lastName: string | null;
  /** Whom it waits for, of those whom the actor leads: to everybody else it says how many. */
  missing: string[];
}

export interface RollOut {
  id: string;
  startOn: Day;
  byName: string;
  /** Which of the ninety days it is. */
  dayNumber: number;
  done: number;
  of: number;
  blocks: { block: RollOutBlock; start: Day; end: Day; lines: LineNow[] }[];
}

/** The ninety days as they stand, worked out from what is written down; null: no day was set on which they begin. */
export async function rollOutOf(tx: Tx, actor: Actor): Promise<RollOut | null> {
  const begun = await rollOutNow(tx);
  if (begun === null) return null;
  const { startOn } = begun;
  const members = await membersExpected(tx);
  const teams = await teamMeetings(tx, startOn);
  // That somebody was not coached, or was the last to be, is for whoever leads them, and for themselves.
  const ownMembers = members.filter(({ id, teamId }) => mayChangeFor(actor, { memberId: id, teamId }));
  const ownTeams = teams.filter(({ id }) => mayManageTeam(actor, id));
  const names = new Map([...ownMembers, ...ownTeams].map(({ id, name }) => [id, name]));
  const progressOf = await factsOf(tx, actor, startOn, members, teams);
  const blocks = ROLL_OUT.map(({ name, weeks, lines }) => {
    const span = spanOfBlock(weeks, startOn);
    return {
      block: name,
      ...span,
      lines: lines.map((line): LineNow => {
        const { count, of, on, lastId, missingIds } = progressOf(line, span.end);
        const lastName = lastId === null ? null : (names.get(lastId) ?? null);
        return { line, count, of, on, lastName, missing: missingIds.flatMap((id) => names.get(id) ?? []) };
      }),
    };
  });
  const all = blocks.flatMap(({ lines }) => lines);
  return {
    id: begun.id,
    startOn,
    byName: begun.byName,
    dayNumber: dayOfRollOut(startOn, actor.today),
    done: all.filter(({ on }) => on !== null).length,
    of: all.length,
    blocks,
  };
}

async function factsOf(
  tx: Tx,
  actor: Actor,
  startOn: Day,
  members: readonly Expected[],
  teams: Awaited<ReturnType<typeof teamMeetings>>,
): Promise<(line: RollOutLine, end: Day) => Progress> {
  const reps = members.filter(({ role }) => role === "rep");
  const leads = members.filter(({ role }) => role !== "rep");
  const repIds = reps.map(({ id }) => id);
  const counted = await firstCounted(
    tx,
    members.map(({ id }) => id),
    ["practice-sessions", "people-asked", "referrals-received"],
    startOn,
  );
  const firsts = [...counted, ...(await firstPromised(tx, repIds, startOn, actor.today))];
  const firstOf = (what: string) =>
    new Map(firsts.filter((each) => each.what === what).map(({ memberId, day }) => [memberId, day]));
  const talks = Map.groupBy(
    (await coachedBetween(tx, { from: startOn, to: actor.today })).toReversed(),
    ({ memberId }) => memberId,
  );
  const talk = (which: number) =>
    new Map([...talks].flatMap(([id, held]) => (held[which] ? [[id, held[which].day] as const] : [])));
  const held = new Map(teams.flatMap(({ id, heldOn }) => (heldOn === null ? [] : [[id, heldOn] as const])));
  const statements = await statementsSaid(tx);
  const areas = await alignmentsSaid(tx);
  const goals = await askingGoalDays(tx, actor.today);
  const introductions = await firstDaysOf(tx, "referrals-received", startOn, INTRODUCTIONS_WANTED);
  const poll = await firstPollDay(tx, startOn, actor.today);
  const aligned = AREAS.flatMap((area) => lastOf(areas, area)?.alignedOn ?? []).toSorted();
  const anewFrom = addDays(startOn, ANEW_AFTER_DAYS);
  const rep = (what: string) => (end: Day) => everybody(idsBy(reps, end), firstOf(what));
  const lines: Record<RollOutLine, (end: Day) => Progress> = {
    statement: () => soMany(statements.map(({ day }) => day).toSorted(), 1),
    "areas-owned": () => soMany(ownedDays(areas).toSorted(), AREAS.length),
    "goals-set": () => goalProgress(goals),
    "leads-rehearsed": (end) => everybody(idsBy(leads, end), firstOf("practice-sessions")),
    "reps-rehearsed": rep("practice-sessions"),
    "partners-found": rep("partner"),
    "weeks-promised": rep("week"),
    "everybody-asked": rep("people-asked"),
    "everybody-coached": (end) => everybody(idsBy(reps, end), talk(0)),
    "meetings-led": (end) => everybody(idsBy(teams, end), held),
    "ten-introductions": () => soMany(introductions, INTRODUCTIONS_WANTED),
    "three-aligned": () => soMany(aligned, ALIGNED_WANTED),
    "poll-answered": () => soMany(poll === null ? [] : [poll], 1),
    "everybody-introduced": rep("referrals-received"),
    "all-aligned": () => soMany(aligned, AREAS.length),
    "coached-again": (end) => everybody(idsBy(reps, end), talk(1)),
    "said-anew": () =>
      soMany(
        statements
          .map(({ day }) => day)
          .filter((day) => day >= anewFrom)
          .toSorted(),
        1,
      ),
  };
  return (line, end) => lines[line](end);
}

function idsBy(of: readonly { id: string; since: Day }[], end: Day): string[] {
  return of.filter(({ since }) => since <= end).map(({ id }) => id);
}

/** Since when each area that has an owner who is here, and a day, has had them. */
function ownedDays(areas: readonly AlignmentRow[]): Day[] {
  return AREAS.flatMap((area) => {
    const said = areas.filter((each) => each.area === area);
    const firstUnowned = said.findIndex((each) => !isOwned(each));
    const since = firstUnowned < 0 ? said.at(-1) : said[firstUnowned - 1];
    return since ? [since.day] : [];
  });
}

function isOwned({ ownerIsHere, dueOn, alignedOn }: AlignmentRow): boolean {
  return ownerIsHere && (dueOn !== null || alignedOn !== null);
}

/** One for the company is enough; without it every team has its own. */
function goalProgress({ company, teams }: Awaited<ReturnType<typeof askingGoalDays>>): Progress {
  if (company !== null || teams.length === 0) return soMany(company === null ? [] : [company], 1);
  const days = teams.flatMap(({ day }) => day ?? []).toSorted();
  return soMany(days, teams.length);
}

function lastOf(areas: readonly AlignmentRow[], area: AlignmentRow["area"]): AlignmentRow | undefined {
  return areas.find((each) => each.area === area);
}
