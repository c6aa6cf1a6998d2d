import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { minorDigits, type Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import { mayChangeFor, mayManageTeam, type Whose } from "#team/member.ts";

/** What a workspace gives at most, and whether people at clients get anything. */
export interface GiftRule {
  /** For one person in one calendar year. */
  cap: Money;
  clients: "may" | "never";
}

/** In whole units, below what the tax law of the place lets one deduct; docs/gifts.md. Of another currency every gift is approved. */
const DEFAULT_CAPS: Readonly<Record<string, number>> = { EUR: 35, USD: 25, GBP: 35 };

export function defaultRule(currency: string): GiftRule {
  const units = DEFAULT_CAPS[currency] ?? 0;
  return { cap: { minor: units * 10 ** minorDigits(currency), currency }, clients: "may" };
}

export const LONGEST_WHAT = 200;
/** Ten million in the currencies that have cents: a slip of the keys, whatever it is. */
const LARGEST_MINOR = 1_000_000_000;

/** Throws Problem invalid, naming the field. */
export function checkRule({ cap }: GiftRule): void {
  if (cap.minor < 0 || cap.minor > LARGEST_MINOR)
    throw invalid("the cap is an amount from nothing up", "cap");
  minorDigits(cap.currency);
}

/** What is given and what it costs, as it is kept. Throws Problem invalid, naming the field behind `within`. */
export function cleanGift(gift: { what: string; value: Money }, within = ""): { what: string; value: Money } {
  const what = cleanText(gift.what, LONGEST_WHAT, `${within}what`);
  if (what === null) throw invalid("say in a few words what is given", `${within}what`);
  if (gift.value.minor < 1 || gift.value.minor > LARGEST_MINOR)
    throw invalid("say what it costs: an amount above nothing", `${within}value`);
  minorDigits(gift.value.currency);
  return { what, value: gift.value };
}

/** employer: forbids gifts · person: wants none · clients: none of them gets any here */
export type WhyNoGift = "employer" | "person" | "clients";

export type GiftVerdict =
  | { kind: "allowed" }
  /** `over` the cap by so much; null where amounts of two currencies cannot be counted together. */
  | { kind: "needs-approval"; over: Money | null }
  | { kind: "forbidden"; why: WhyNoGift };

/** What stands about somebody on the day of a gift. */
export interface GiftStanding {
  /** What they got this calendar year and what was asked or approved for them, from whomever. */
  counted: readonly Money[];
  /** They, or their employer, said no. */
  bans: readonly ("person" | "employer")[];
  atClient: boolean;
}

/** METHOD.md, words: a gift is thanks. Whoever forbids it is heard before any sum is made. */
export function judgeGift(value: Money, { cap, clients }: GiftRule, standing: GiftStanding): GiftVerdict {
  const why = whyNoGift({ clients }, standing);
  if (why !== null) return { kind: "forbidden", why };
  const all = [...standing.counted, value];
  if (all.some(({ currency }) => currency !== cap.currency)) return { kind: "needs-approval", over: null };
  const over = all.reduce((sum, { minor }) => sum + minor, 0) - cap.minor;
  return over > 0
    ? { kind: "needs-approval", over: { minor: over, currency: cap.currency } }
    : { kind: "allowed" };
}

export function whyNoGift(
  { clients }: Pick<GiftRule, "clients">,
  { bans, atClient }: Pick<GiftStanding, "bans" | "atClient">,
): WhyNoGift | null {
  if (bans.includes("person")) return "person";
  if (bans.includes("employer")) return "employer";
  return atClient && clients === "never" ? "clients" : null;
}

/** Whether it held on that day. */
export function bansOn(day: Day, { day: from, liftedOn }: { day: Day; liftedOn: Day | null }): boolean {
  return from <= day && (liftedOn === null || day < liftedOn);
}

/** The first and the last day of the calendar year that a day is in. */
export function giftYearOf(day: Day): { year: number; from: Day; to: Day } {
  const year = day.slice(0, 4);
  return { year: Number(year), from: `${year}-01-01`, to: `${year}-12-31` };
}

/** asked: waits for approval. approved: may be given, and is not yet. */
export const GIFT_STATES = ["asked", "approved", "refused", "given"] as const;
export type GiftState = (typeof GIFT_STATES)[number];

export function giftStateOf(gift: {
  approvedAt: Date | null;
  refusedAt: Date | null;
  givenOn: Day | null;
}): GiftState {
  if (gift.givenOn !== null) return "given";
  if (gift.refusedAt !== null) return "refused";
  return gift.approvedAt === null ? "asked" : "approved";
}

/** Whose gift it is, and who wrote it down. */
export interface GiftOwner extends Whose {
  byId: string;
}

/** The giver, whoever wrote it down for them, their manager and leaders. */
export function mayChangeGift(actor: Pick<Actor, "member" | "leads">, gift: GiftOwner): boolean {
  return mayChangeFor(actor, gift) || gift.byId === actor.member.id;
}

/**
 * Two pairs of eyes: the giver's manager or a leader decides, never the giver, nor whoever asked for them; but where one leader is
 * here alone, that leader also of what is their own.
 */
export function mayDecideGift(
  actor: Pick<Actor, "member" | "leads">,
  gift: GiftOwner,
  leadersHere: number,
): boolean {
  const { role, id } = actor.member;
  const own = gift.memberId === id || gift.byId === id;
  return mayManageTeam(actor, gift.teamId) && (!own || (role === "leader" && leadersHere === 1));
}

/** How many of those that wait are for a member to decide, and how many of their own they may give. */
export function giftsWaiting(
  gifts: readonly { state: GiftState; mayDecide: boolean; memberId: string }[],
  memberId: string,
): { decide: number; give: number } {
  return {
    decide: gifts.filter(({ state, mayDecide }) => state === "asked" && mayDecide).length,
    give: gifts.filter((gift) => gift.state === "approved" && gift.memberId === memberId).length,
  };
}
