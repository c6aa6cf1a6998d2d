import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Page } from "#lib/kernel/page.ts";
import type { Tx } from "#lib/storage/database.ts";
import { weeksFrom } from "#lib/storage/facts.ts";
import { listFacts } from "#scorecard/scorecard-actions.ts";
import { periodsAsked } from "#scorecard/scorecard.ts";
import { goalOn } from "#team/goal.ts";
import { alignmentNow } from "./priority-actions.ts";
import type { BarrierMeasure } from "./barrier.ts";
import { coachedWeeks, keyOf, practiceByWeek, repsOn, repWeeksHere, wholeOrTeam } from "./barrier-actions.ts";
import { eventFacts, type BarrierFact, type EventMeasure } from "./barrier-fact-reader.ts";
import { activeWeeksOf, askingGoals, repsThere } from "./barrier-reader.ts";
import { statementsSaid } from "./priority-store.ts";
import { teamOn, type RepThere, type RepWeek } from "./rep-weeks.ts";

/** Which facts: of whole weeks, those that count or the others. */
export interface WantedFacts {
  measure: BarrierMeasure;
  teamId: string | undefined;
  from: Day;
  to: Day;
  counts: boolean;
}

/** What a measure was counted from. Throws Problem not-allowed, not-found. */
export async function barrierFacts(
  tx: Tx,
  actor: Actor,
  wanted: WantedFacts,
  cursor: string | undefined,
  limit: number,
): Promise<Page<BarrierFact>> {
  const { team } = await wholeOrTeam(tx, actor, wanted.teamId);
  const { calendar } = actor.workspace;
  const { from, to, counts } = wanted;
  periodsAsked("week", { from, to }, actor.today, calendar);
  const teamId = team?.id ?? null;
  const weeks = weeksFrom(from, to, calendar.firstDay);
  const stretch = { teamId, weeks, today: actor.today };
  switch (wanted.measure) {
    case "outreach-by-asking":
      if (counts) return askedPeople(tx, actor, { teamId, from, to }, cursor, limit);
      return eventFacts(tx, wanted.measure, stretch, counts, cursor, limit);
    case "planned-not-asked":
    case "lost-nerve":
    case "asked-by-voice":
    case "deals-from-introductions":
      return eventFacts(tx, wanted.measure satisfies EventMeasure, stretch, counts, cursor, limit);
    case "statement-age":
      return whole(
        (await statementsSaid(tx)).map(({ id, day, byName, words }) => ({
          ...NOTHING,
          id,
          day,
          memberName: byName,
          kind: "statement",
          name: words,
          counts: true,
        })),
      );
    case "areas-aligned":
      return whole(
        (await alignmentNow(tx, actor)).map(({ area, state, alignedOn, ownerId, ownerName, said }) => ({
          ...NOTHING,
          id: said?.id ?? area,
          day: alignedOn,
          memberId: ownerId,
          memberName: ownerName,
          kind: "area",
          name: area,
          note: state,
          counts: state === "aligned",
        })),
      );
    case "goals-on-asking":
      return whole(await goalsOfReps(tx, actor, teamId, to));
    default:
      return whole(await weeksOfReps(tx, actor, wanted.measure, { teamId, weeks }));
  }
}

function whole(items: BarrierFact[]): Page<BarrierFact> {
  return { items, nextCursor: null };
}

const NOTHING = {
  day: null,
  memberId: null,
  memberName: null,
  subjectId: null,
  name: null,
  note: null,
  count: null,
  of: null,
} as const;

async function askedPeople(
  tx: Tx,
  actor: Actor,
  { teamId, from, to }: { teamId: string | null; from: Day; to: Day },
  cursor: string | undefined,
  limit: number,
): Promise<Page<BarrierFact>> {
  const wanted = { measure: "people-asked", from, to, ...(teamId !== null && { teamId }) };
  const page = await listFacts(tx, actor, wanted, cursor, limit);
  return {
    ...page,
    items: page.items.map(({ id, day, member, subject, person }) => ({
      ...NOTHING,
      id,
      day,
      memberId: member.id,
      memberName: member.name,
      kind: "ask",
      subjectId: subject.id,
      name: person?.name ?? null,
      counts: true,
    })),
  };
}

async function goalsOfReps(tx: Tx, actor: Actor, teamId: string | null, to: Day): Promise<BarrierFact[]> {
  const on = to < actor.today ? to : actor.today;
  const goals = await askingGoals(tx);
  const here = repsOn(await repsThere(tx, on), teamId, on, actor.workspace.timeZone);
  return here.map((rep) => {
    const scopes = [rep.id, teamOn(rep.stays, on), tx.workspaceId];
    const layers = scopes.map((id) => goals.filter(({ scopeId }) => scopeId === id));
    const goal = goalOn(layers, on, null);
    return {
      ...ofRep(rep),
      note: goal?.every ?? null,
      count: goal?.amount ?? null,
      counts: goal !== null,
    };
  });
}

async function weeksOfReps(
  tx: Tx,
  actor: Actor,
  measure: "asking-rehearsed" | "activity-noted" | "practice-kept" | "coached",
  stretch: { teamId: string | null; weeks: readonly Day[] },
): Promise<BarrierFact[]> {
  const { weeks } = stretch;
  const reps = await repsThere(tx, weeks[0] ?? actor.today);
  const all = await repWeeksHere(tx, actor, reps, stretch);
  const { hits, of } = await hitsOf(tx, actor, measure, all, weeks);
  const byRep = Map.groupBy(of, ({ memberId }) => memberId);
  return reps.flatMap((rep): BarrierFact[] => {
    const own = byRep.get(rep.id) ?? [];
    if (own.length === 0) return [];
    const count = own.filter((week) => hits.has(keyOf(week))).length;
    return [{ ...ofRep(rep), count, of: own.length, counts: count > 0 }];
  });
}

async function hitsOf(
  tx: Tx,
  actor: Actor,
  measure: "asking-rehearsed" | "activity-noted" | "practice-kept" | "coached",
  repWeeks: readonly RepWeek[],
  weeks: readonly Day[],
): Promise<{ hits: ReadonlySet<string>; of: readonly RepWeek[] }> {
  if (measure === "coached") return { hits: await coachedWeeks(tx, actor, weeks), of: repWeeks };
  if (measure === "activity-noted") {
    const ids = [...new Set(repWeeks.map(({ memberId }) => memberId))];
    const active = await activeWeeksOf(tx, ids, weeks);
    const keys = active.flatMap(({ memberId, weeks: own }) => own.map((at) => keyOf({ memberId, at })));
    return { hits: new Set(keys), of: repWeeks };
  }
  const { kept, asking, required } = await practiceByWeek(tx, repWeeks, weeks);
  return measure === "practice-kept" ? { hits: kept, of: required } : { hits: asking, of: repWeeks };
}

function ofRep({ id, name }: RepThere) {
  return { ...NOTHING, id, memberId: id, memberName: name, kind: "rep", subjectId: id, name };
}
