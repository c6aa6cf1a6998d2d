import { daysBetween, type Day } from "#lib/kernel/days.ts";
import { differenceOf, rateOf, type Interval, type Rate } from "#lib/kernel/rates.ts";

/** One real ask, and whether it brought a name. */
export interface RealAsk {
  memberId: string;
  day: Day;
  named: boolean;
}

/** Of the asks soon after practice, and of the others, how many brought a name. An association: nobody was told by lot to practise. */
export interface BesideAsks {
  after: { named: number; rate: Rate };
  others: { named: number; rate: Rate };
  /** Null: too early to compare. */
  difference: (Interval & { value: number }) | null;
}

/** Practice counts for the asks of this many days from it on, its own day included. */
export const SOON_DAYS = 7;

/** `practised`: the days on which each member rehearsed asking. */
export function besideAsks(
  asks: readonly RealAsk[],
  practised: ReadonlyMap<string, readonly Day[]>,
): BesideAsks {
  const isAfter = ({ memberId, day }: RealAsk) =>
    (practised.get(memberId) ?? []).some((held) => {
      const days = daysBetween(held, day);
      return days >= 0 && days < SOON_DAYS;
    });
  const after = shareOf(asks.filter(isAfter));
  const others = shareOf(asks.filter((ask) => !isAfter(ask)));
  return {
    after: { named: after.successes, rate: rateOf(after.successes, after.n) },
    others: { named: others.successes, rate: rateOf(others.successes, others.n) },
    difference: differenceOf(after, others),
  };
}

function shareOf(asks: readonly RealAsk[]): { successes: number; n: number } {
  return { successes: asks.filter(({ named }) => named).length, n: asks.length };
}
