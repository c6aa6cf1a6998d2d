import type { Money } from "#lib/kernel/money.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { capital, counted, moneyText } from "#lib/web/words.ts";
import type { Origin } from "#referrals/origin.ts";
import type { CostsView } from "../cost-view.ts";

type OriginCost = CostsView["origins"][number];

/** What somebody does there, for sentences. */
const SPENT_ON: Record<Origin, string> = {
  referral: "referrals",
  "cold-call": "cold calls",
  inbound: "those who came to us",
  event: "events",
  partner: "partners",
  "existing-client": "existing clients",
  other: "all else",
};

/** "7.25 hours", "one hour"; what is no whole quarter, as an average, to the tenth. */
export function hoursText(hours: number): string {
  if (hours === 1) return "one hour";
  const maximumFractionDigits = Number.isInteger(hours * 4) ? 2 : 1;
  return `${hours.toLocaleString("en-GB", { maximumFractionDigits })} hours`;
}

/** "80 hours and €600"; "–" for nothing. */
export function spentText({ hours, money }: { hours: number; money: readonly Money[] }): string {
  const parts = [...(hours > 0 ? [hoursText(hours)] : []), ...money.map(moneyText)];
  return parts.length === 0 ? "–" : parts.join(" and ");
}

/** Both sides of the ratio, or why there is none yet. */
export function eachText({ origin, each, won }: OriginCost): string {
  if (each.kind === "nothing-kept") return "nothing was kept";
  if (origin === "existing-client") return "wins no new clients";
  if (each.kind === "too-early") return `too early: ${won} won of the ${ENOUGH_EVENTS} it takes`;
  return spentText(each);
}

/** What a client costs, the cheapest in hours first. */
export function costSentence({ origins }: CostsView): string {
  const known = origins
    .flatMap((origin) => (origin.each.kind === "each" ? [{ ...origin, each: origin.each }] : []))
    .toSorted((a, b) => a.each.hours - b.each.hours);
  if (known.length === 0) {
    const kept = origins.filter(({ lines }) => lines > 0);
    const most = kept.toSorted((a, b) => b.hours - a.hours)[0];
    const said = most === undefined ? "" : ` Most went into ${SPENT_ON[most.origin]}: ${spentText(most)}.`;
    return `It is too early to say what a client costs: no origin with costs has ${ENOUGH_EVENTS} clients won in these months.${said}`;
  }
  return known
    .map(
      ({ origin, each, won, ...spent }) =>
        `A client won by ${SPENT_ON[origin]} cost ${spentText(each)} (${spentText(spent)} for ${counted(won, "client", "clients")}).`,
    )
    .join(" ");
}

/** Of one line: "November · 7.5 hours and €30". */
export function lineText({ hours, amount }: { hours: number | null; amount: Money | null }): string {
  return capital(spentText({ hours: hours ?? 0, money: amount === null ? [] : [amount] }));
}
