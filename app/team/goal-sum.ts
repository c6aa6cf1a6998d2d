import type { Role } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Calendar, Period } from "#lib/kernel/fiscal.ts";
import { DEFAULT_GOALS, goalFor, type GoalSet, type PeriodsIn, periodsWithin, roundGoal } from "./goal.ts";
import { type Measure, MEASURES } from "./measure.ts";

export interface GoalRow extends GoalSet {
  scopeId: string;
  measure: Measure;
}

/**
 * Members who were in teams on the same days. Those with goals of their own stand alone, with their id; a team is named when
 * it was asked for or has goals of its own.
 */
export interface Stays {
  memberId: string | null;
  teamId: string | null;
  role: Role;
  fromDay: Day;
  untilDay: Day | null;
  heads: number;
}

/** Per KPI one number a period, rounded to one decimal; null where nobody has a goal on the period's last day. */
export type GoalSums = Record<Measure, (number | null)[]>;

/**
 * Adds up the goals of whoever is there on each period's last day. What was worked out for one is kept for all who have the
 * same goals: a company has thousands of members and few goals.
 */
export function goalAdder(
  workspaceId: string,
  rows: readonly GoalRow[],
  periods: readonly Period[],
  calendar: Calendar,
): (stays: readonly Stays[]) => GoalSums {
  const layers = layersOf(rows);
  const layerOf = (id: string | null, kpi: Measure) =>
    id === null ? NOTHING : (layers.get(id)?.[kpi] ?? NOTHING);
  const periodsIn = remembered();
  const known = new Map<string, (number | null)[] | null>();

  function amountsFor(stay: Stays, kpi: Measure): (number | null)[] | null {
    const isRep = stay.role === "rep";
    const own = layerOf(stay.memberId, kpi);
    const team = isRep ? layerOf(stay.teamId, kpi) : NOTHING;
    const company = isRep ? layerOf(workspaceId, kpi) : NOTHING;
    const method = isRep ? (DEFAULT_GOALS[kpi] ?? null) : null;
    const key = `${kpi} ${isRep} ${own.says};${team.says}`;
    let amounts = known.get(key);
    if (amounts === undefined) {
      const sets = [own.sets, team.sets, company.sets];
      amounts = periods.map((period) => goalFor(sets, period, calendar, method, periodsIn));
      if (amounts.every((amount) => amount === null)) amounts = null;
      known.set(key, amounts);
    }
    return amounts;
  }

  return (stays) => {
    const sums = {} as GoalSums;
    for (const kpi of MEASURES) {
      const sum: (number | null)[] = periods.map(() => null);
      for (const stay of stays) {
        const amounts = amountsFor(stay, kpi);
        if (amounts === null) continue;
        for (const [at, { end }] of periods.entries()) {
          const amount = amounts[at] ?? null;
          if (amount === null || stay.fromDay > end || (stay.untilDay !== null && stay.untilDay <= end))
            continue;
          sum[at] = (sum[at] ?? 0) + amount * stay.heads;
        }
      }
      sums[kpi] = sum.map((amount) => (amount === null ? null : roundGoal(amount)));
    }
    return sums;
  };
}

/** All that one scope ever set for a KPI, and the same as a text: equal texts are equal goals. */
interface Layer {
  sets: GoalSet[];
  says: string;
}

const NOTHING: Layer = { sets: [], says: "" };

function layersOf(rows: readonly GoalRow[]): Map<string, Partial<Record<Measure, Layer>>> {
  const layers = new Map<string, Partial<Record<Measure, Layer>>>();
  const inOrder = rows.toSorted((one, other) => (one.fromDay < other.fromDay ? -1 : 1));
  for (const row of inOrder) {
    const ofScope = layers.get(row.scopeId) ?? {};
    const layer = (ofScope[row.measure] ??= { sets: [], says: "" });
    layer.sets.push(row);
    layer.says += `${row.fromDay} ${row.every} ${row.amount},`;
    layers.set(row.scopeId, ofScope);
  }
  return layers;
}

/** The weeks of a month are worked out once, not once for everybody who has a goal a week. */
function remembered(): PeriodsIn {
  const known = new Map<string, Period[]>();
  return (kind, period, calendar) => {
    const key = `${kind} ${period.start} ${period.end}`;
    const parts = known.get(key) ?? periodsWithin(kind, period, calendar);
    known.set(key, parts);
    return parts;
  };
}
