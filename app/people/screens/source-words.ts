import { CHANNEL_WORDS } from "../channel.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { AcquaintanceKind } from "../acquaintance.ts";
import type { WhyNot } from "../protection.ts";
import type { BuyingRole, MetHow } from "../standing.ts";
import type { StandingView } from "../standing-view.ts";

export const WHY_WORDS: Record<WhyNot, string> = {
  "said-stop": "they said stop",
  left: "they have left",
  competitor: "they work for a competitor",
  legal: "for legal reasons",
  other: "for another reason",
};

export const ROLE_WORDS: Record<BuyingRole, string> = {
  "economic-buyer": "economic buyer",
  "decision-maker": "decision maker",
  champion: "champion",
  influencer: "influencer",
  user: "user",
  gatekeeper: "gatekeeper",
  blocker: "blocker",
};

export const ROLE_HINTS: Record<BuyingRole, string> = {
  "economic-buyer": "holds the budget",
  "decision-maker": "says yes or no",
  champion: "speaks for us when we are not there",
  influencer: "is asked for an opinion",
  user: "works with what we sold",
  gatekeeper: "decides whom we get to see",
  blocker: "is against it",
};

export const HOW_WORDS: Record<MetHow, string> = {
  meeting: "at a meeting",
  "in-person": "in person",
  video: "by video",
  call: "by phone",
  event: "at an event",
};

export const WEEKDAY_WORDS: Record<Weekday, string> = {
  1: "Monday",
  2: "Tuesday",
  3: "Wednesday",
  4: "Thursday",
  5: "Friday",
  6: "Saturday",
  7: "Sunday",
};

export const ACQUAINTANCE_WORDS: Record<AcquaintanceKind, string> = {
  client: "a client",
  "former-client": "a client of old",
  colleague: "a colleague",
  "former-colleague": "a former colleague",
  partner: "a partner",
  supplier: "a supplier",
  alumni: "from school or university",
  friend: "a friend",
  family: "family",
  neighbour: "a neighbour",
  club: "from the club",
  parent: "another parent",
  association: "from an association or event",
};

/** Whether they may be asked, as far as people and accounts know; what colleagues asked is said elsewhere. */
export function mayAskText({ doNotAsk, issues }: StandingView, today: Day): string | null {
  if (doNotAsk !== null) return `No: ${WHY_WORDS[doNotAsk.why]}, ${dayText(doNotAsk.day, today)}`;
  const [issue] = issues;
  if (issue === undefined) return null;
  return `Not now: an open issue${issue.accountId === null ? "" : " of their company"} since ${dayText(issue.day, today)}`;
}

/** "by phone, on Fridays, at most once a quarter, after Lena Fuchs agrees"; null for no wish. */
export function wishText(preference: StandingView["preference"]): string | null {
  if (preference === null) return null;
  const { channel, mostPerQuarter, bestWeekday, approver } = preference;
  const wishes = [
    channel && CHANNEL_WORDS[channel],
    bestWeekday && `on ${WEEKDAY_WORDS[bestWeekday as Weekday]}s`,
    mostPerQuarter !== null && mostText(mostPerQuarter),
    approver && `after ${approver.name} agrees`,
  ].filter((wish) => typeof wish === "string");
  return wishes.length === 0 ? preference.note : wishes.join(", ");
}

function mostText(most: number): string {
  if (most === 0) return "never";
  return `at most ${most === 1 ? "once" : most === 2 ? "twice" : `${most} times`} a quarter`;
}

/** "on 2 November by video, first on 1 March"; null for never. */
export function metText({ met, metSince }: StandingView, today: Day): string | null {
  if (met === null) return null;
  const last = `${dayText(met.day, today)} ${HOW_WORDS[met.how]}`;
  return metSince === null || metSince === met.day ? last : `${last}, first ${dayText(metSince, today)}`;
}

/** "Telia, Ana Roth and prices" */
export function ruledOutText(noGos: StandingView["noGos"]): string | null {
  const names = noGos.map((each) => each.account?.name ?? each.person?.name ?? each.topic ?? "");
  if (names.length < 2) return names[0] ?? null;
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

/** Options of a choice, each beginning with a capital letter. */
export function optionsOf<T extends string>(words: Record<T, string>): { value: T; label: string }[] {
  return (Object.entries(words) as [T, string][]).map(([value, label]) => ({
    value,
    label: label.slice(0, 1).toUpperCase() + label.slice(1),
  }));
}
