import type { Calendar, Period } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { DEFAULT_GOALS, goalFor, type GoalSet, roundGoal } from "./goal.ts";
import { type GoalRow, goalsOf, type Stays, staysIn, staysOfEach } from "./goal-store.ts";
import { type Kpi, KPIS } from "./measure.ts";

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
): Promise<Record<Kpi, (number | null)[]>> {
  const stays = await staysIn(tx, {
    memberId: scope.kind === "member" ? scope.id : null,
    teamId: scope.kind === "team" ? scope.id : null,
  });
  const named = stays.flatMap((stay) => [stay.memberId, stay.teamId]).filter((id) => id !== null);
  const set = setByScope(await goalsOf(tx, [...new Set([...named, tx.workspaceId])]));
  const forKpi = (kpi: Kpi) =>
    periods.map((period) => sumOver(tx.workspaceId, stays, kpi, period, calendar, set));
  return Object.fromEntries(KPIS.map((kpi) => [kpi, forKpi(kpi)])) as Record<Kpi, (number | null)[]>;
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
): Promise<Map<string, Record<Kpi, number | null>>> {
  const stays =
    each === "team"
      ? await staysIn(tx, { memberId: null, teamId: null })
      : await staysOfEach(tx, each.memberIds);
  const named = stays.flatMap((stay) => [stay.memberId, stay.teamId]).filter((id) => id !== null);
  const set = setByScope(await goalsOf(tx, [...new Set([...named, tx.workspaceId])]));
  const byScope = Map.groupBy(stays, (stay) => (each === "team" ? stay.teamId : stay.memberId));
  const goals = new Map<string, Record<Kpi, number | null>>();
  for (const [id, own] of byScope) {
    if (id === null) continue;
    const of = (kpi: Kpi) => sumOver(tx.workspaceId, own, kpi, period, calendar, set);
    goals.set(id, Object.fromEntries(KPIS.map((kpi) => [kpi, of(kpi)])) as Record<Kpi, number | null>);
  }
  return goals;
}

type SetByScope = ReadonlyMap<string, readonly GoalSet[]>;

function sumOver(
  workspaceId: string,
  stays: readonly Stays[],
  kpi: Kpi,
  period: Period,
  calendar: Calendar,
  set: SetByScope,
): number | null {
  const shared = new Map<string, number | null>();
  const goalsOfScope = (id: string | null) => (id === null ? [] : (set.get(keyOf(id, kpi)) ?? []));
  const inherited = (teamId: string | null) => {
    const team = goalsOfScope(teamId);
    const key = team.length > 0 ? (teamId as string) : "";
    if (!shared.has(key)) {
      shared.set(key, goalFor([team, goalsOfScope(workspaceId)], period, calendar, DEFAULT_GOALS[kpi]));
    }
    return shared.get(key) ?? null;
  };
  const own = (stay: Stays) => {
    const layers = [
      goalsOfScope(stay.memberId),
      ...(stay.role === "rep" ? [goalsOfScope(stay.teamId), goalsOfScope(workspaceId)] : []),
    ];
    return goalFor(layers, period, calendar, stay.role === "rep" ? DEFAULT_GOALS[kpi] : null);
  };
  let sum: number | null = null;
  for (const stay of stays) {
    if (stay.fromDay > period.end || (stay.untilDay !== null && stay.untilDay <= period.end)) continue;
    const each = stay.memberId !== null ? own(stay) : inherited(stay.teamId);
    if (each !== null) sum = (sum ?? 0) + each * stay.heads;
  }
  return sum === null ? null : roundGoal(sum);
}

function setByScope(rows: readonly GoalRow[]): SetByScope {
  const set = new Map<string, GoalSet[]>();
  for (const row of rows) {
    const key = keyOf(row.scopeId, row.measure);
    set.set(key, [...(set.get(key) ?? []), row]);
  }
  return set;
}

function keyOf(scopeId: string, kpi: Kpi): string {
  return `${scopeId} ${kpi}`;
}
