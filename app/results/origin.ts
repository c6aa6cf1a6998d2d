import { ORIGIN_LABELS } from "#referrals/origin-words.ts";
import { ORIGINS, type Origin } from "#referrals/origin.ts";

type Other = Exclude<Origin, "referral">;
const OTHERS = ORIGINS.filter((origin): origin is Other => origin !== "referral");

/** By introduction: asked for, unprompted, or only said to be by one that we do not know. */
export const BY_REFERRAL = ["referral-asked", "referral-spontaneous", "referral-unknown"] as const;

/** What meetings and deals are reported by, in the order of the tables. Only of a meeting may it be not said. */
export const REPORTED = [...BY_REFERRAL, ...OTHERS, "not-said"] as const;
export type Reported = (typeof REPORTED)[number];

export const REPORTED_WORDS: Record<Reported, string> = {
  ...ORIGIN_LABELS,
  "referral-asked": "Introduction, asked for",
  "referral-spontaneous": "Introduction, unasked",
  "referral-unknown": "Said to be by referral",
  "not-said": "Not said",
};

/** What can be compared: one origin, all by introduction, or all else than what it is compared with. */
export const GROUPS = ["referral", "others", ...BY_REFERRAL, ...OTHERS] as const;
export type Group = (typeof GROUPS)[number];

export const GROUP_WORDS: Record<Group, string> = {
  ...REPORTED_WORDS,
  referral: "By introduction",
  others: "All else",
};

/** Of both groups the origins that are meant; null where they share one, or where nothing says what all else is. */
export function originsIn(first: Group, second: Group): { first: Reported[]; second: Reported[] } | null {
  if (first === "others" || second === "others") {
    const [one, other] = first === "others" ? [second, first] : [first, second];
    const named = plainOrigins(one);
    if (named === null || other !== "others") return null;
    const rest = REPORTED.filter((origin) => !named.includes(origin));
    return first === "others" ? { first: rest, second: named } : { first: named, second: rest };
  }
  const [one, other] = [plainOrigins(first), plainOrigins(second)];
  if (one === null || other === null || one.some((origin) => other.includes(origin))) return null;
  return { first: one, second: other };
}

function plainOrigins(group: Group): Reported[] | null {
  if (group === "others") return null;
  return group === "referral" ? [...BY_REFERRAL] : [group];
}

/** What a number of the tables opens to. "ended": won or lost; "open": at the end of the weeks. */
export const ORIGIN_FACTS = ["meetings-held", "opened", "open", "won", "lost", "ended"] as const;
export type OriginFacts = (typeof ORIGIN_FACTS)[number];
