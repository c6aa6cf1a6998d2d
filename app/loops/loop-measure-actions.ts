import type { Actor } from "#lib/kernel/actor.ts";
import { periodsBetween, previousPeriods, type Period, type PeriodKind } from "#lib/kernel/fiscal.ts";
import type { Day } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { introductionsThatOwe } from "./introduction-reader.ts";
import { loopFactOf, measuresOf, type LoopFact, type LoopMeasures } from "./loop-measure.ts";
import { dutiesOfRows } from "./owed-actions.ts";

const MOST_PERIODS = 53;
/** Of more the middle is no news, and reading them all would be. */
const MOST_INTRODUCTIONS = 20_000;
const USUAL_PERIODS = 6;

export interface WantedMeasures {
  by: PeriodKind;
  from?: Day | undefined;
  to?: Day | undefined;
  memberId?: string | undefined;
  teamId?: string | undefined;
}

export interface NamedLoopFact extends LoopFact {
  referralId: string;
  contactName: string;
  sourceName: string;
  memberName: string;
  day: Day;
}

/**
 * How fast introductions are answered, thanked for and reported, by the period in which they count; with the facts behind.
 * Throws Problem invalid for too long a stretch.
 */
export async function loopMeasuresOf(
  tx: Tx,
  actor: Actor,
  { by, from, to, memberId, teamId }: WantedMeasures,
): Promise<(LoopMeasures & { period: Period; facts: NamedLoopFact[] })[]> {
  const { calendar } = actor.workspace;
  const last = to ?? actor.today;
  const periods = from
    ? periodsBetween(by, from, last, calendar)
    : previousPeriods(last, by, USUAL_PERIODS, calendar);
  if (periods.length > MOST_PERIODS) throw invalid(`ask for ${MOST_PERIODS} periods at most`, "from");
  const [first, end] = [periods[0], periods.at(-1)];
  if (!first || !end) throw invalid("the last day comes before the first", "to");
  const rows = await introductionsThatOwe(tx, {
    countedFrom: first.start,
    to: end.end,
    most: MOST_INTRODUCTIONS + 1,
    ...(memberId && { memberIds: [memberId] }),
    ...(teamId && { teamId }),
  });
  if (rows.length > MOST_INTRODUCTIONS)
    throw invalid("these are too many introductions for one answer; ask for a shorter stretch", "from");
  const duties = Map.groupBy(
    await dutiesOfRows(tx, actor, rows, { withChains: false }),
    ({ referralId }) => referralId,
  );
  const facts = rows.map((row) => ({
    ...loopFactOf({ ...row, closed: row.closed !== null }, duties.get(row.referralId) ?? [], actor.now),
    referralId: row.referralId,
    contactName: row.contactName,
    sourceName: row.sourceName,
    memberName: row.memberName,
    day: row.countsFrom,
  }));
  return periods.map((period) => {
    const here = facts.filter(({ day }) => day >= period.start && day <= period.end);
    return { period, ...measuresOf(here), facts: here };
  });
}
