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
