import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { linesWithNames } from "#people/timeline-actions.ts";
import { anythingBefore, colleagues, isTeam } from "./board-reader.ts";
import type { Milestone } from "./milestone.ts";
import { milestonesOf } from "./milestone-actions.ts";
import { praiseOf, seenOf, type Fact } from "./praise-actions.ts";
import { praisedFacts, type PraiseRow } from "./praise-store.ts";

/** So much of the wall at a time: four weeks; of many people one. */
const WALL_DAYS = 28;
const MANY = 60;
const DAYS_OF_MANY = 7;

/** `fact`: null where the actor is not told of it. */
export type WallItem = { day: Day; fact: Fact | null; praiseId: string | null } & (
  | { kind: "praise"; praise: PraiseRow }
  | { kind: "milestone"; milestone: Milestone; name: string }
);

export interface Wall {
  from: Day;
  to: Day;
  items: WallItem[];
  /** Something happened before these weeks. */
  more: boolean;
}

/** Praise and milestones of the weeks up to a day, the latest first: of a team's people, or of everybody. Throws Problem not-found. */
export async function wallOf(
  tx: Tx,
  actor: Actor,
  { teamId, to = actor.today }: { teamId?: string | undefined; to?: Day | undefined },
): Promise<Wall> {
  if (teamId !== undefined && !(await isTeam(tx, teamId))) throw notFound("team");
  const since = addDays(to, 1 - WALL_DAYS);
  const people = await colleagues(tx, actor.workspace.timeZone, teamId ?? null, since);
  const from = addDays(to, 1 - (people.length > MANY ? DAYS_OF_MANY : WALL_DAYS));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const praise = await praiseOf(tx, actor, { teamId, from, to });
  const milestones = await milestonesOf(tx, actor, { memberIds: [...names.keys()], from, to });
  const factIds = [...praise, ...milestones].map(({ factId }) => factId);
  const facts = await linesWithNames(tx, factIds);
  const seen = new Set((await seenOf(tx, actor, [...facts.lines.values()])).map(({ id }) => id));
  const mine = await praisedFacts(tx, actor.member.id, factIds);
  const around = (factId: string) => {
    const line = facts.lines.get(factId);
    if (line === undefined) throw notFound("fact");
    const fact = seen.has(factId) ? { line, names: facts.names } : null;
    return { fact, praiseId: mine.get(factId) ?? null };
  };
  const items: WallItem[] = [
    ...praise.map((each) => ({
      kind: "praise" as const,
      day: each.day,
      praise: each,
      ...around(each.factId),
    })),
    ...milestones.map((each) => ({
      kind: "milestone" as const,
      day: each.day,
      milestone: each,
      name: names.get(each.memberId) ?? "",
      ...around(each.factId),
    })),
  ];
  return {
    from,
    to,
    items: items.toSorted((a, b) => (a.day > b.day ? -1 : a.day < b.day ? 1 : 0)),
    more: await anythingBefore(tx, from),
  };
}
