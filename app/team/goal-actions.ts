import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Calendar, Period } from "#lib/kernel/fiscal.ts";
import type { Page } from "#lib/kernel/page.ts";
import { notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { checkGoalAmount, DEFAULT_GOALS, type Goal, type GoalSet, standingGoal } from "./goal.ts";
import {
  type GoalScopeRow,
  goalsOf,
  saveGoals,
  scopesWithOwnGoals,
  staysIn,
  staysOfEach,
  staysOn,
  teamsOfEach,
} from "./goal-store.ts";
import { goalAdder, type GoalRow, type GoalSums, type Stays } from "./goal-sum.ts";
import { type Measure, MEASURES } from "./measure.ts";
import { mayLead, mayManageTeam } from "./member.ts";
import { findMember } from "./member-store.ts";
import { findTeam } from "./team-store.ts";

/** Whose goals: `id` is the member's, the team's or the workspace's. */
export interface GoalScope {
  kind: "member" | "team" | "company";
  id: string;
}

/**
 * What is to be reached, per KPI, one number a period in the order given, rounded to one decimal; null where nothing is set.
 * A team's and the company's goal is the sum over the reps who are in it on the period's last day. Managers and leaders have
 * only goals set for themselves.
 */
export async function goalsFor(
  tx: Tx,
  scope: GoalScope,
  periods: readonly Period[],
  calendar: Calendar,
): Promise<GoalSums> {
  const { id, kind } = scope;
  const [stays, goals] =
    kind === "company"
      ? await Promise.all([staysIn(tx, null), goalsOf(tx, "all")])
      : await withTheirGoals(tx, kind === "team" ? staysIn(tx, id) : staysOfEach(tx, [id]));
  return goalAdder(tx.workspaceId, goals, periods, calendar)(stays);
}

/**
 * The same for every team, or for each of these members, in one period: for tables that lay them side by side. Who has no
 * goals is missing. The number of queries does not grow with them.
 */
export async function goalsOfEach(
  tx: Tx,
  each: "team" | { memberIds: readonly string[] },
  period: Period,
  calendar: Calendar,
): Promise<Map<string, Record<Measure, number | null>>> {
  const [stays, set] =
    each === "team"
      ? await Promise.all([staysOn(tx, period.end), goalsOf(tx, "all")])
      : await withTheirGoals(tx, staysOfEach(tx, each.memberIds));
  const add = goalAdder(tx.workspaceId, set, [period], calendar);
  const byScope = Map.groupBy(stays, (stay) => (each === "team" ? stay.teamId : stay.memberId));
  const goals = new Map<string, Record<Measure, number | null>>();
  for (const [id, own] of byScope) {
    if (id === null) continue;
    const sums = add(own);
    const ofOne = {} as Record<Measure, number | null>;
    for (const kpi of MEASURES) ofOne[kpi] = sums[kpi][0] ?? null;
    goals.set(id, ofOne);
  }
  return goals;
}

/** The same for each of these members over several periods, one number a period. Who has no goals is missing. */
export async function goalsOverPeriods(
  tx: Tx,
  memberIds: readonly string[],
  periods: readonly Period[],
  calendar: Calendar,
): Promise<Map<string, GoalSums>> {
  const [stays, set] = await withTheirGoals(tx, staysOfEach(tx, memberIds));
  const add = goalAdder(tx.workspaceId, set, periods, calendar);
  return new Map(
    [...Map.groupBy(stays, ({ memberId }) => memberId)].flatMap(([id, own]) =>
      id === null ? [] : [[id, add(own)]],
    ),
  );
}

async function withTheirGoals(tx: Tx, asked: Promise<Stays[]>): Promise<[Stays[], GoalRow[]]> {
  const stays = await asked;
  const named = stays.flatMap((stay) => [stay.memberId, stay.teamId]).filter((id) => id !== null);
  return [stays, await goalsOf(tx, [...new Set([...named, tx.workspaceId])])];
}

export interface ScopeGoal {
  measure: Measure;
  holds: (Goal & { from: GoalScope["kind"] | "default" }) | null;
  own: GoalSet[];
}

/** Per KPI what holds today for one rep of the scope, and all that was set for the scope itself, the newest first. */
export async function goalsSetFor(tx: Tx, actor: Actor, of: string | null): Promise<ScopeGoal[]> {
  const scope = await scopeOf(tx, actor, of);
  const set = setByScope(
    await goalsOf(
      tx,
      scope.layers.map((layer) => layer.id),
    ),
  );
  return MEASURES.map((measure) => scopeGoal(scope, measure, set, actor.today));
}

/**
 * Leaders set any goal, managers those of their teams and of who is in them. `amount` null lets the wider scope's goal hold
 * from that day. Throws Problem not-found and not-allowed.
 */
export async function setGoal(
  tx: Tx,
  actor: Actor,
  wanted: { of: string | null; measure: Measure; amount: number | null; every: Goal["every"]; fromDay?: Day },
): Promise<ScopeGoal> {
  const { of, measure, amount, every, fromDay = actor.today } = wanted;
  const scope = await scopeOf(tx, actor, of);
  const may = scope.kind === "company" ? mayLead(actor) : mayManageTeam(actor, scope.teamId);
  if (!may) throw notAllowed("a leader sets goals, and a manager those of their own teams");
  checkGoalAmount(amount);
  const row = { scopeId: scope.id, measure, fromDay, every, amount };
  await saveGoals(tx, [{ ...row, setBy: actor.member.id, setAt: actor.now }]);
  await writeJournal(tx, actor, [
    {
      verb: "goal.set",
      subject: { kind: scope.kind, id: scope.id },
      day: actor.today,
      detail: { kpi: measure, amount, every, fromDay },
    },
  ]);
  const set = setByScope(
    await goalsOf(
      tx,
      scope.layers.map((layer) => layer.id),
    ),
  );
  return scopeGoal(scope, measure, set, actor.today);
}

/**
 * The same for many members at once, each their own; null lets the wider scope's goal hold. Answers what was set for each of them
 * before, on that day. The number of queries does not grow with them. Throws Problem not-found, not-allowed, invalid.
 */
export async function setGoalsOfEach(
  tx: Tx,
  actor: Actor,
  wanted: { measure: Measure; fromDay: Day; goals: ReadonlyMap<string, Goal | null> },
): Promise<Map<string, Goal | null>> {
  const { measure, fromDay, goals } = wanted;
  const ids = [...goals.keys()];
  const teams = await teamsOfEach(tx, ids);
  for (const [id, goal] of goals) {
    const teamId = teams.get(id);
    if (teamId === undefined) throw notFound("member");
    if (!mayManageTeam(actor, teamId))
      throw notAllowed("a leader sets goals, and a manager those of their own teams");
    checkGoalAmount(goal?.amount ?? null);
  }
  const before = setByScope(await goalsOf(tx, ids));
  const rows = [...goals].map(([scopeId, goal]) => ({
    scopeId,
    measure,
    fromDay,
    every: goal?.every ?? ("month" as const),
    amount: goal?.amount ?? null,
  }));
  await saveGoals(
    tx,
    rows.map((row) => ({ ...row, setBy: actor.member.id, setAt: actor.now })),
  );
  await writeJournal(
    tx,
    actor,
    rows.map(({ scopeId, every, amount }) => ({
      verb: "goal.set",
      subject: { kind: "member", id: scopeId },
      day: actor.today,
      detail: { kpi: measure, amount, every, fromDay },
    })),
  );
  return new Map(ids.map((id) => [id, standingGoal(before.get(keyOf(id, measure)) ?? [], fromDay)]));
}

/** What is set for each of these themselves and stands on that day; null: nothing is. */
export async function ownGoalsOfEach(
  tx: Tx,
  memberIds: readonly string[],
  measure: Measure,
  day: Day,
): Promise<Map<string, Goal | null>> {
  const set = setByScope(await goalsOf(tx, memberIds));
  return new Map(memberIds.map((id) => [id, standingGoal(set.get(keyOf(id, measure)) ?? [], day)]));
}

/** Teams and members who have goals of their own today. */
export function scopesWithGoals(
  tx: Tx,
  actor: Actor,
  cursor: string | undefined,
  limit: number,
): Promise<Page<GoalScopeRow>> {
  return scopesWithOwnGoals(tx, actor.today, cursor, limit);
}

/** `layers`: whose goals hold here, the narrowest first. `teamId`: who manages it may set its goals. */
interface FoundScope extends GoalScope {
  teamId: string | null;
  layers: GoalScope[];
  hasDefault: boolean;
}

async function scopeOf(tx: Tx, actor: Actor, of: string | null): Promise<FoundScope> {
  const company: GoalScope = { kind: "company", id: tx.workspaceId };
  if (of === null || of === tx.workspaceId)
    return { ...company, teamId: null, layers: [company], hasDefault: true };
  const team = await findTeam(tx, of);
  if (team) {
    const self: GoalScope = { kind: "team", id: team.id };
    return { ...self, teamId: team.id, layers: [self, company], hasDefault: true };
  }
  const member = await findMember(tx, of, actor.today);
  if (!member) throw notFound("team or member");
  const self: GoalScope = { kind: "member", id: member.id };
  const { teamId } = member;
  const wider: GoalScope[] = teamId === null ? [company] : [{ kind: "team", id: teamId }, company];
  const isRep = member.role === "rep";
  return { ...self, teamId, layers: isRep ? [self, ...wider] : [self], hasDefault: isRep };
}

function scopeGoal(scope: FoundScope, measure: Measure, set: SetByScope, today: Day): ScopeGoal {
  const own = (set.get(keyOf(scope.id, measure)) ?? []).toSorted((a, b) => (a.fromDay < b.fromDay ? 1 : -1));
  const sets = own.map(({ amount, every, fromDay }) => ({ amount, every, fromDay }));
  for (const layer of scope.layers) {
    const goal = standingGoal(set.get(keyOf(layer.id, measure)) ?? [], today);
    if (goal) return { measure, holds: { ...goal, from: layer.kind }, own: sets };
  }
  const method = scope.hasDefault ? DEFAULT_GOALS[measure] : undefined;
  return { measure, holds: method ? { ...method, from: "default" } : null, own: sets };
}

type SetByScope = ReadonlyMap<string, readonly GoalSet[]>;

function setByScope(rows: readonly GoalRow[]): SetByScope {
  const set = new Map<string, GoalSet[]>();
  for (const row of rows) {
    const key = keyOf(row.scopeId, row.measure);
    set.set(key, [...(set.get(key) ?? []), row]);
  }
  return set;
}

function keyOf(scopeId: string, kpi: Measure): string {
  return `${scopeId} ${kpi}`;
}
