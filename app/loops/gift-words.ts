import { formatMoney, type Money } from "#lib/kernel/money.ts";
import type { GiftRule, GiftVerdict, WhyNoGift } from "./gift.ts";

/** The one sentence of the method about gifts. */
export const THANKS_ONLY =
  "A gift is thanks for what somebody has done, never a reward promised for an introduction.";

/** "Anna's employer forbids gifts. A handwritten note is welcome everywhere." */
export function whyNoGiftText(why: WhyNoGift, name: string): string {
  return `${WHY_NOT[why](name)} A handwritten note is welcome everywhere.`;
}

const WHY_NOT: Readonly<Record<WhyNoGift, (name: string) => string>> = {
  employer: (name) => `The employer of ${name} forbids gifts.`,
  person: (name) => `${name} wants no gifts.`,
  clients: () => "People at clients get no gifts here.",
};

/** "€20 more than the €35 that one person gets in a year": what an approver decides on. */
export function overText(
  { over }: Extract<GiftVerdict, { kind: "needs-approval" }>,
  { cap }: GiftRule,
): string {
  if (over === null) return `not all in ${cap.currency}, in which the cap stands`;
  return `${amountText(over)} more than the ${amountText(cap)} that one person gets in a year`;
}

/** The same on the server and in the browser: "€35", "€12.50". */
export function amountText(money: Money): string {
  return formatMoney(money, "en-GB").replace(/\.0+$/, "");
}

/** "Given this year: €20 of €35, and €96 asked for"; amounts of two currencies stand beside each other. */
export function givenText(counted: readonly (Money & { given: boolean })[], { cap }: GiftRule): string {
  const given = sumText(counted.filter((each) => each.given));
  const asked = sumText(counted.filter((each) => !each.given));
  return `Given this year: ${given ?? "nothing"} of ${amountText(cap)}${asked === null ? "" : `, and ${asked} asked for`}`;
}

function sumText(amounts: readonly Money[]): string | null {
  const sums = [...Map.groupBy(amounts, ({ currency }) => currency)].map(([currency, each]) =>
    amountText({ minor: each.reduce((sum, { minor }) => sum + minor, 0), currency }),
  );
  return sums.length === 0 ? null : sums.join(" and ");
}
