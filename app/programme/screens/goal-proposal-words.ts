import { daysBetween } from "#lib/kernel/days.ts";
import type { GoalProposalsView, RepProposalView, ScopeSumView } from "../goal-proposal-view.ts";

/** "December": the month that the middle of the period lies in. */
export function monthName({ start, end }: { start: string; end: string }): string {
  const middle = new Date(Date.parse(`${start}T00:00:00Z`) + (daysBetween(start, end) / 2) * 86_400_000);
  return new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(middle);
}

/** What is aimed for in a scope: its own word, or its share of the company's. */
export function aimIn({ aim, share }: ScopeSumView): number {
  return aim ?? share;
}

/** Holds what is proposed against what is aimed for. */
export function proposalHeading({ company, month, reps }: GoalProposalsView): string {
  const name = monthName(month);
  const [own] = reps;
  if (reps.length === 1 && own !== undefined && !own.mayAccept)
    return `${own.proposal.amount} ${own.proposal.amount === 1 ? "introduction" : "introductions"} would be fair in ${name}`;
  const aim = Math.round(aimIn(company));
  const short = aim - company.proposed;
  if (company.reps === 0) return "What would be fair to aim for";
  if (short > 0) return `Fair goals for ${name} fall ${short} short of the aim of ${aim}`;
  if (short < 0) return `Fair goals for ${name} go ${-short} beyond the aim of ${aim}`;
  return `Fair goals for ${name} add up to the aim of ${aim}`;
}

/** "2 to 6": tenths say more than a range knows. */
export function rangeText({ low, high }: { low: number; high: number }): string {
  const [from, to] = [Math.round(low), Math.round(high)];
  return from === to ? String(from) : `${from.toLocaleString("en-GB")} to ${to.toLocaleString("en-GB")}`;
}

/** Why it is as it is. */
export function whyText({ proposal, days, fullDays, hereForDays }: RepProposalView): string {
  const { as, fair } = proposal;
  if (as === "away") return "away all month";
  const because = [
    ...(hereForDays < NEW_DAYS ? ["new"] : []),
    ...(days < fullDays ? [`${days} of ${fullDays} workdays`] : []),
  ].join(", ");
  const share = `share ${fair.toLocaleString("en-GB")}${because === "" ? "" : ` (${because})`}`;
  if (as === "step") return `a step towards their ${share}`;
  if (as === "own-pace") return `their own pace, above their ${share}`;
  return `their ${share}`;
}

const NEW_DAYS = 60;

/** Where a share comes from: "own, of 45", "the team's, of 120", "published". */
export function originText({ origin, n }: { origin: "own" | "team" | "published"; n: number }): string {
  if (origin === "published") return "published";
  return `${origin === "own" ? "own" : "the team’s"}, n = ${n}`;
}

/** On a phone, in a breath, what stands in columns at a desk. */
export function foldedText({ goal, proposal: { pace }, received, asks, yields }: RepProposalView): string {
  const ownPace = pace === null ? "too early to say" : rangeText(pace);
  const whose = pace?.origin === "team" ? ", mostly everybody’s" : "";
  return `Holds now: ${goal ?? "–"}. Own pace: ${ownPace} (n = ${received}${whose}). People to ask a week: ${rangeText(asks)} (${originText(yields)}).`;
}
