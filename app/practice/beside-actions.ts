import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import { nextWeek, weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { sumsOf } from "#lib/storage/sums.ts";
import { mayChangeFor, mayLead, mayManageTeam } from "#team/member.ts";
import { besideAsks, type BesideAsks } from "./beside-asks.ts";
import { daysPractised, realAsks } from "./beside-reader.ts";
import { practiceLibrary } from "./library-actions.ts";
import { firstSessionDay, peopleWhoPractise } from "./practice-reader.ts";
import { PRACTICE_MEASURE } from "./practice-week-actions.ts";

export interface PracticeBesideAsks extends BesideAsks {
  /** The last weeks, the oldest first. */
  weeks: { week: Day; sessions: number; asks: number }[];
  /** From when on asks are compared; null: nobody has practised yet. */
  from: Day | null;
}

const WEEKS = 12;
/** How far back asks are compared. */
const COMPARED_WEEKS = 52;

/**
 * Practice and real asks side by side, of one member, of a team, or of everybody: for oneself and whoever manages them. Compared
 * since somebody first practised here, for a year at most. Throws Problem not-found, not-allowed.
 */
export async function practiceBesideAsks(
  tx: Tx,
  actor: Actor,
  of: { memberId?: string | undefined; teamId?: string | undefined },
): Promise<PracticeBesideAsks> {
  const people = await peopleWhoPractise(tx, of);
  refuseOthers(actor, of, people);
  const memberIds = people.map(({ id }) => id);
  const { firstDay } = actor.workspace.calendar;
  const now = weekOf(actor.today, firstDay);
  const stretches: { start: Day; end: Day }[] = [];
  for (let week = addDays(now, -7 * (WEEKS - 1)); week <= now; week = nextWeek(week))
    stretches.push({ start: week, end: addDays(week, 6) });
  const measures = [PRACTICE_MEASURE, "people-asked"];
  const sums = await sumsOf(tx, { scopeIds: memberIds, measures, stretches });
  const countOf = (measure: string, at: number) =>
    sums
      .filter((each) => each.measure === measure && each.stretch === at)
      .reduce((all, { count }) => all + count, 0);
  const first = await firstSessionDay(tx);
  const longest = addDays(now, -7 * (COMPARED_WEEKS - 1));
  const from = first === null ? null : first > longest ? first : longest;
  const span = { from: from ?? actor.today, to: actor.today };
  const { rubrics } = await practiceLibrary(tx, "en");
  const asking = rubrics.flatMap(({ key, discipline }) => (discipline === "asking" ? [key] : []));
  const asks = from === null ? [] : await realAsks(tx, memberIds, span);
  return {
    ...besideAsks(asks, await daysPractised(tx, memberIds, asking, span)),
    weeks: stretches.map(({ start }, at) => ({
      week: start,
      sessions: countOf(PRACTICE_MEASURE, at),
      asks: countOf("people-asked", at),
    })),
    from,
  };
}

function refuseOthers(
  actor: Actor,
  { memberId, teamId }: { memberId?: string | undefined; teamId?: string | undefined },
  people: readonly { id: string; teamId: string | null }[],
): void {
  if (memberId !== undefined) {
    const [member] = people;
    if (!member) throw notFound("member");
    if (mayChangeFor(actor, { memberId, teamId: member.teamId })) return;
  } else if (teamId === undefined ? mayLead(actor) : mayManageTeam(actor, teamId)) return;
  throw notAllowed("how often somebody rehearses is theirs and their manager's to see");
}
