import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { periodOf, previousPeriods, type Period, type PeriodKind } from "#lib/kernel/fiscal.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { factsBehind, weeksFrom } from "#lib/storage/facts.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { refuseUnseen } from "#commitments/partner-actions.ts";
import { promiseText } from "#commitments/promise-words.ts";
import { weeksOf, type PromiseNow } from "#commitments/week-reader-actions.ts";
import { linesWithNames } from "#people/timeline-actions.ts";
import { colleagues, isTeam, loopFacts, type Colleague } from "./board-reader.ts";
import { boardsOff, insertBoardOff, takeBackBoardOff } from "./board-store.ts";
import {
  FEWEST_PLACED,
  MEASURE_OF,
  maySwitchBoards,
  placesOf,
  type Board,
  type BoardKind,
  type Placed,
} from "./board.ts";
import { doneIn, workdaysThere } from "./done-actions.ts";
import { linesOfSubjects } from "./milestone-reader.ts";
import type { Fact } from "./praise-actions.ts";
import { togetherIn, type Together } from "./together-actions.ts";

/** Of how many periods a team sees its own past, the present one included. */
const PERIODS = 4;
/** In a bigger company a team's past is its teams'. */
const MOST_WITH_PAST = 60;
const MOST_FACTS = 200;

export interface BoardAsked {
  /** Null: everybody. */
  teamId: string | null;
  by: Extract<PeriodKind, "month" | "quarter">;
  /** In the period that holds it. */
  day: Day;
}

export type PlacedMember = Placed & { name: string };

export interface BoardSeen {
  board: Board;
  period: Period;
  /** Null: a leader has switched it off. */
  members: PlacedMember[] | null;
  /** Too few to be placed. */
  small: boolean;
  /** The oldest first, the present period last. Empty where there are too many of them. */
  past: Together[];
}

/**
 * What reps did side by side in a period, with places for a few of them, and what they did together in the periods before. Everybody
 * may read it, as all numbers. Throws Problem not-found.
 */
export async function boardOf(tx: Tx, actor: Actor, board: Board, asked: BoardAsked): Promise<BoardSeen> {
  const period = periodOf(asked.day, asked.by, actor.workspace.calendar);
  const off = await boardsOff(tx);
  if (off.some((each) => each.board === board))
    return { board, period, members: null, small: false, past: [] };
  const reps = await repsIn(tx, actor, asked.teamId);
  const there = await workdaysThere(tx, reps, [period], actor.today);
  const [now = []] = await doneIn(tx, actor, board, reps, [period], there);
  const periods =
    reps.length > MOST_WITH_PAST
      ? []
      : previousPeriods(asked.day, asked.by, PERIODS, actor.workspace.calendar);
  const names = new Map(reps.map(({ id, name }) => [id, name]));
  return {
    board,
    period,
    members: placesOf(now).map((each) => ({ ...each, name: names.get(each.memberId) ?? "" })),
    small: reps.length < FEWEST_PLACED,
    past: await togetherIn(tx, actor, board, { teamId: asked.teamId, periods }),
  };
}

/** Reps who are here: of a team, or all. Throws Problem not-found. */
export async function repsIn(tx: Tx, actor: Actor, teamId: string | null): Promise<Colleague[]> {
  if (teamId !== null && !(await isTeam(tx, teamId))) throw notFound("team");
  const here = await colleagues(tx, actor.workspace.timeZone, teamId);
  return here.filter(({ role }) => role === "rep");
}

/** One thing that a number of a board counts: a line of the journal, or a promise in words. */
export interface BoardFact {
  day: Day;
  fact: Fact | null;
  words: string | null;
}

/**
 * What one number of a board counts, the latest first. Which promises somebody kept is for those who see their weeks. Throws Problem
 * not-found.
 */
export async function boardFacts(
  tx: Tx,
  actor: Actor,
  board: Board,
  { memberId, by, day }: { memberId: string; by: BoardAsked["by"]; day: Day },
): Promise<BoardFact[]> {
  if ((await boardsOff(tx)).some((each) => each.board === board)) return [];
  const { start: from, end: to } = periodOf(day, by, actor.workspace.calendar);
  if (board === "promises-kept") {
    await refuseUnseen(tx, actor, memberId, actor.today);
    const weeks = await weeksOf(tx, actor, [memberId], { from, to: to < actor.today ? to : actor.today });
    return weeks
      .toReversed()
      .flatMap(({ week, promises }) =>
        promises
          .filter(({ state }) => state === "kept")
          .map((promise) => ({ day: week, fact: null, words: wordsOf(promise) })),
      );
  }
  const lineIds =
    board === "loops-closed"
      ? await loopLines(tx, memberId, { from, to })
      : (
          await factsBehind(
            tx,
            {
              scope: { memberId },
              measure: MEASURE_OF[board],
              weeks: weeksFrom(from, to, actor.workspace.calendar.firstDay),
            },
            undefined,
            MOST_FACTS,
          )
        ).items.map(({ id }) => id);
  const { lines, names } = await linesWithNames(tx, lineIds);
  return lineIds.flatMap((id) => {
    const line = lines.get(id);
    return line === undefined ? [] : [{ day: line.day, fact: { line, names }, words: null }];
  });
}

async function loopLines(tx: Tx, memberId: string, span: { from: Day; to: Day }): Promise<string[]> {
  const dutyIds = await loopFacts(tx, memberId, span);
  const lines = await linesOfSubjects(tx, dutyIds, ["source.told"]);
  return dutyIds.flatMap((id) => lines.get(id) ?? []);
}

function wordsOf({ promised, personName, duty }: PromiseNow): string {
  return promiseText({
    kind: promised.kind,
    personName,
    measure: promised.kind === "count" ? promised.measure : null,
    count: "count" in promised ? promised.count : null,
    words: promised.kind === "own" ? promised.words : null,
    duty,
  });
}

/** Nobody sees that board any more. Again changes nothing. Throws Problem not-allowed. */
export async function switchBoardOff(tx: Tx, actor: Actor, board: BoardKind): Promise<void> {
  refuse(actor);
  const id = await insertBoardOff(tx, board, actor);
  if (id === null) return;
  await writeJournal(tx, actor, [
    {
      verb: "board.switched-off",
      subject: { kind: "board", id },
      day: actor.today,
      concerns: [actor.member.id],
      detail: { board },
    },
  ]);
}

/** Throws Problem not-allowed. */
export async function switchBoardOn(tx: Tx, actor: Actor, board: BoardKind): Promise<void> {
  refuse(actor);
  const ids = await takeBackBoardOff(tx, board, actor);
  if (ids.length > 0) await writeCounterEntries(tx, actor, { subjectIds: ids }, "board.switched-on");
}

function refuse(actor: Actor): void {
  if (!maySwitchBoards(actor)) throw notAllowed("leaders say which boards there are");
}
