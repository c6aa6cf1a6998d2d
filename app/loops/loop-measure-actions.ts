import type { Actor } from "#lib/kernel/actor.ts";
import { periodsBetween, previousPeriods, type Period, type PeriodKind } from "#lib/kernel/fiscal.ts";
import type { Day } from "#lib/kernel/days.ts";
import { decodeDayCursor, encodeCursor, type Page } from "#lib/kernel/page.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  introductionsAfter,
  introductionsInParts,
  type OwingFilter,
  type OwingRow,
} from "./introduction-reader.ts";
import { loopFactOf, measuresOf, type LoopFact, type LoopMeasures } from "./loop-measure.ts";
import { dutiesOfRows } from "./owed-actions.ts";

const MOST_PERIODS = 53;
const USUAL_PERIODS = 6;

export interface Whose {
  memberId?: string | undefined;
  teamId?: string | undefined;
}

export interface WantedMeasures extends Whose {
  by: PeriodKind;
  from?: Day | undefined;
  to?: Day | undefined;
}

export interface NamedLoopFact extends LoopFact {
  referralId: string;
  contactName: string;
  sourceName: string;
  memberName: string;
  day: Day;
}

/**
 * How fast introductions are answered, thanked for and reported, by the period in which they count. Throws Problem invalid for too
 * long a stretch.
 */
export async function loopMeasuresOf(
  tx: Tx,
  actor: Actor,
  { by, from, to, ...whose }: WantedMeasures,
): Promise<(LoopMeasures & { period: Period })[]> {
  const { calendar } = actor.workspace;
  const last = to ?? actor.today;
  const periods = from
    ? periodsBetween(by, from, last, calendar)
    : previousPeriods(last, by, USUAL_PERIODS, calendar);
  if (periods.length > MOST_PERIODS) throw invalid(`ask for ${MOST_PERIODS} periods at most`, "from");
  const [first, end] = [periods[0], periods.at(-1)];
  if (!first || !end) throw invalid("the last day comes before the first", "to");
  const facts = periods.map((): LoopFact[] => []);
  for await (const rows of introductionsInParts(tx, filterOf(whose, first.start, end.end)))
    for (const { day, ...fact } of await factsOf(tx, actor, rows))
      facts[periods.findIndex(({ end: lastDay }) => day <= lastDay)]?.push(fact);
  return periods.map((period, at) => ({ period, ...measuresOf(facts[at] ?? []) }));
}

/** The introductions behind such measures, the first to count before the rest. */
export async function loopFactsOf(
  tx: Tx,
  actor: Actor,
  { from, to, ...whose }: Whose & { from: Day; to: Day },
  cursor: string | undefined,
  limit: number,
): Promise<Page<NamedLoopFact>> {
  const after = cursor === undefined ? null : decodeDayCursor(cursor);
  const rows = await introductionsAfter(tx, filterOf(whose, from, to), after, limit + 1);
  const items = await factsOf(tx, actor, rows.slice(0, limit));
  const last = items.at(-1);
  const more = rows.length > limit && last;
  return { items, nextCursor: more ? encodeCursor([last.day, last.referralId]) : null };
}

function filterOf({ memberId, teamId }: Whose, countedFrom: Day, to: Day): OwingFilter {
  return { countedFrom, to, ...(memberId && { memberIds: [memberId] }), ...(teamId && { teamId }) };
}

async function factsOf(tx: Tx, actor: Actor, rows: readonly OwingRow[]): Promise<NamedLoopFact[]> {
  const duties = Map.groupBy(
    await dutiesOfRows(tx, actor, rows, { withChains: false }),
    ({ referralId }) => referralId,
  );
  return rows.map((row) => ({
    ...loopFactOf({ ...row, closed: row.closed !== null }, duties.get(row.referralId) ?? [], actor.now),
    referralId: row.referralId,
    contactName: row.contactName,
    sourceName: row.sourceName,
    memberName: row.memberName,
    day: row.countsFrom,
  }));
}
