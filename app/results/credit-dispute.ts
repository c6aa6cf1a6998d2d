import { formatMoney, type Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { mayLead, mayManageTeam, type Rights } from "#team/member.ts";
import type { Credit, Shape } from "./chain-credit.ts";

export const VERDICTS = ["stands", "shape", "shares"] as const;
export type Verdict = (typeof VERDICTS)[number];

export const MOST_SHARES = 40;

/** Whose deal it is, with the team that they are in today. */
export interface DealOfRep {
  memberId: string;
  memberTeamId: string | null;
}

/** What was decided about a deal's credit, and about which deal: by what it came, and its amount as the shares add up to it. */
export type Decided = { id: string; ledBy: string | null } & (
  | { shape: Shape }
  | { shares: readonly Credit[]; currency: string | null }
);

/**
 * Whether what was decided is about the deal as it is: come by the same introduction, or by the same person where none is said. Another
 * shape goes for any amount; shares said one by one for the one that they add up to.
 */
export function isAbout(decided: Decided, deal: Led & { minor: number; currency: string | null }): boolean {
  if (decided.ledBy === null || decided.ledBy !== ledBy(deal)) return false;
  if ("shape" in decided) return true;
  const sum = decided.shares.reduce((all, { minor }) => all + minor, 0);
  return sum === deal.minor && decided.currency === deal.currency;
}

export interface Led {
  referralId: string | null;
  personId: string | null;
}

/** The introduction by which a deal came, or without one the person; null: neither is known. */
export function ledBy({ referralId, personId }: Led): string | null {
  return referralId ?? personId;
}

/** Whoever leads the deal's rep decides, and nobody in a matter of their own but a leader. */
export function mayDecide(actor: Rights, deal: DealOfRep, raisedById: string): boolean {
  if (mayLead(actor)) return true;
  const own = [deal.memberId, raisedById].includes(actor.member.id);
  return !own && mayManageTeam(actor, deal.memberTeamId);
}

/** Whoever raised it takes it back, and whoever may decide. */
export function mayTakeBack(actor: Rights, deal: DealOfRep, raisedById: string): boolean {
  return raisedById === actor.member.id || mayDecide(actor, deal, raisedById);
}

/** Shares said one by one add up to the deal, exactly. Throws Problem invalid with what is missing. */
export function checkShares(shares: readonly Credit[], amount: Money | null): void {
  if (shares.length === 0) throw invalid("name at least one source", "shares");
  if (shares.length > MOST_SHARES) throw invalid(`at most ${MOST_SHARES} sources`, "shares");
  if (new Set(shares.map(({ sourceId }) => sourceId)).size < shares.length)
    throw invalid("one of them is named twice", "shares");
  if (shares.some(({ minor }) => !Number.isSafeInteger(minor) || minor < 0))
    throw invalid("a share is a whole number of the smallest unit, nothing or more", "shares");
  const sum = shares.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const whole = BigInt(amount?.minor ?? 0);
  if (sum === whole) return;
  if (amount === null)
    throw invalid("this deal has no amount, so there is nothing to share; give its amount first", "shares");
  const text = (minor: bigint) => formatMoney({ minor: Number(minor), currency: amount.currency }, "en");
  throw invalid(
    sum > BigInt(Number.MAX_SAFE_INTEGER)
      ? "these shares are too large to be added up"
      : `the shares come to ${text(sum)} and the deal is ${text(whole)}: ${
          sum < whole ? `${text(whole - sum)} is missing` : `${text(sum - whole)} is too much`
        }`,
    "shares",
  );
}
