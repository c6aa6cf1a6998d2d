import { pairKey } from "#giving/apart.ts";
import { whoShouldMeet, type Meetable } from "#giving/meet.ts";
import { throwDice } from "#demo/dice.ts";
import type { LabelledPeople } from "./meet-people.ts";

/** Pairs, the best first. */
export type Order = (people: readonly Meetable[]) => [string, string][];

export interface Measured {
  proposed: number;
  right: number;
  good: number;
}

const AT = 3;

/** The formula of the product. */
export const byFormula: Order = (people) =>
  whoShouldMeet(people, new Set()).map(({ one, other }) => [one.personId, other.personId]);

/** How many words as they are written two have in common, needs, offers and trade together. */
export const byWords: Order = (people) => {
  const words = people.map(
    ({ needs, offers, trade }) =>
      new Set(
        [...needs, ...offers, trade]
          .join(" ")
          .toLowerCase()
          .split(/[^\p{L}]+/u)
          .filter((word) => word.length > 2),
      ),
  );
  return allPairs(people)
    .map(([a, b]) => ({ a, b, shared: [...words[a]!].filter((word) => words[b]!.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .toSorted((one, other) => other.shared - one.shared)
    .map(({ a, b }) => [people[a]!.personId, people[b]!.personId]);
};

export function byChance(seed: number): Order {
  return (people) => {
    const dice = throwDice(seed);
    return allPairs(people)
      .map((pair) => ({ pair, lot: dice.roll() }))
      .toSorted((one, other) => one.lot - other.lot)
      .map(({ pair: [a, b] }) => [people[a]!.personId, people[b]!.personId]);
  };
}

/** Of everybody's best three, how many should meet, and how many of those who should are among somebody's best three. */
export function measure({ people, good }: LabelledPeople, order: Order): Measured {
  const ranked = order(people);
  const proposed = new Set(
    people.flatMap(({ personId }) =>
      ranked
        .filter((pair) => pair.includes(personId))
        .slice(0, AT)
        .map(([one, other]) => pairKey(one, other)),
    ),
  );
  const wanted = good.map(([one, other]) => pairKey(one, other));
  return {
    proposed: proposed.size,
    right: wanted.filter((pair) => proposed.has(pair)).length,
    good: wanted.length,
  };
}

function allPairs(people: readonly Meetable[]): [number, number][] {
  return people.flatMap((_, a) => people.slice(a + 1).map((__, b): [number, number] => [a, a + 1 + b]));
}
