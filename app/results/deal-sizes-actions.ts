import { inOrderFrom, nearMiddle, type InOrder } from "#lib/kernel/bootstrap.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import type { Tx } from "#lib/storage/database.ts";
import {
  amountsAround,
  type AroundMedian,
  type EndedSum,
  type Groups,
  type Scope,
} from "./origins-reader.ts";

/** Amounts of the deals won that have one, in order; of one group and currency. */
export interface Amounts {
  place: number;
  currency: string;
  inOrder: InOrder;
}

/** Of each group and currency, from how many deals won there are of each size; only the amounts around the medians are read. */
export async function amountsInOrder(
  tx: Tx,
  scope: Scope,
  groups: Groups,
  ended: readonly EndedSum[],
): Promise<Amounts[]> {
  const won = ended.flatMap(({ place, currency, size, many }) =>
    currency === null || size === null ? [] : [{ place, currency, size, many }],
  );
  const plans = [...Map.groupBy(won, ({ place, currency }) => `${place} ${currency}`).values()].map(planOf);
  const enough = plans.filter(({ n }) => n >= ENOUGH_EVENTS);
  const found = Map.groupBy(
    await amountsAround(tx, scope, groups, enough),
    ({ place, currency }) => `${place} ${currency}`,
  );
  return plans.map(({ place, currency, n, before }) => {
    const runs = (found.get(`${place} ${currency}`) ?? []).map(({ minor, many }) => ({ value: minor, many }));
    return { place, currency, inOrder: inOrderFrom(runs, { n, before }) };
  });
}

/** Which sizes hold the places that matter, and how many deals are smaller. */
function planOf(
  own: readonly { place: number; currency: string; size: number; many: number }[],
): AroundMedian & { n: number; before: number } {
  const sizes = [...Map.groupBy(own, ({ size }) => size)]
    .map(([size, some]) => ({ size, many: some.reduce((sum, { many }) => sum + many, 0) }))
    .toSorted((a, b) => a.size - b.size);
  const n = sizes.reduce((sum, { many }) => sum + many, 0);
  const { first, last } = nearMiddle(n);
  let [before, end] = [0, 0];
  let [fromSize, toSize] = [-Infinity, -Infinity];
  for (const { size, many } of sizes) {
    const start = end;
    end += many;
    if (start <= first) [fromSize, before] = [size, start];
    if (start <= last) toSize = size;
  }
  const { place, currency } = own[0]!;
  return { place, currency, fromSize, toSize, n, before };
}
