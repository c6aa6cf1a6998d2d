import type { Interval } from "#lib/kernel/rates.ts";
import { capital, inWords } from "#lib/web/words.ts";
import { ACTIVITY_WORDS, HIGHEST_AGREEMENT, type Activity } from "../poll.ts";
import type { PollResultsView, PollsView, PollView } from "../poll-view.ts";

/** "Meeting clients comes first, making cold calls last." */
export function resultSentence({ activities }: Pick<PollResultsView, "activities">): string {
  const places = activities.map(({ place }) => place);
  const last = Math.max(...places);
  if (last === 1) return "Nothing comes before anything else";
  const at = (place: number) =>
    activities.filter((each) => each.place === place).map(({ activity }) => ACTIVITY_WORDS[activity]);
  const first = listed(at(1));
  const comes = at(1).length === 1 ? "comes" : "come";
  return `${capital(first.toLowerCase())} ${comes} first, ${listed(at(last)).toLowerCase()} last`.replaceAll(
    "crm",
    "CRM",
  );
}

/** "4.2", or with few answers "about 4" or "about 3½". */
export function meanText(mean: number, exact: boolean): string {
  if (exact) return mean.toFixed(1);
  const whole = Math.floor(mean);
  return `about ${whole}${mean > whole ? "½" : ""}`;
}

/** Of ranks: a lower number is better. Null where nothing can be said. */
export function rankChangeText(change: (Interval & { value: number }) | null): string {
  if (change === null) return "–";
  if (change.low <= 0 && change.high >= 0) return "no clear change";
  const [least, most] = [change.low, change.high].map(Math.abs).toSorted((a, b) => a - b);
  return `${change.value < 0 ? "up" : "down"} by ${least?.toFixed(1)} to ${most?.toFixed(1)}`;
}

/** Of agreement: a higher number is more. */
export function agreementChangeText(change: (Interval & { value: number }) | null): string {
  if (change === null) return "–";
  if (change.low <= 0 && change.high >= 0) return "no clear change";
  const [least, most] = [change.low, change.high].map(Math.abs).toSorted((a, b) => a - b);
  return `${change.value > 0 ? "more" : "less"} by ${least?.toFixed(1)} to ${most?.toFixed(1)}`;
}

/** "They agree in part on this order, more than by chance." */
export function agreementSentence({ agreement, exact }: PollResultsView): string {
  const { kind, w, chance } = agreement;
  const said = kind === "hardly" ? "They hardly agree on an order" : `They agree ${kind} on this order`;
  if (!exact || w === null || chance === null) return `${said}.`;
  return `${said}, ${chance < CHANCE ? "more than by chance" : "which may be chance"}.`;
}

/** How far they agree, in the number of those who know it. */
export function agreementNumber({ agreement: { w, chance }, exact }: PollResultsView): string | null {
  if (!exact || w === null || chance === null) return null;
  const often = chance < 0.001 ? "fewer than 1 in 1,000" : `${(chance * 100).toFixed(1)} of 100`;
  return `Here W = ${w.toFixed(2)}; chance would bring as much in ${often} polls.`;
}

const CHANCE = 0.05;

/** What the page says first. */
export function pollHeading({ items, asked }: PollsView, open: PollView | undefined, asks: boolean): string {
  if (open !== undefined && asks && !open.answered) return "What would you rather do?";
  if (open?.answers === 0) return `None of ${inWords(asked)} has answered yet`;
  if (open !== undefined)
    return `${capital(inWords(open.answers ?? 0))} of ${inWords(asked)} ${open.answers === 1 ? "has" : "have"} answered`;
  const last = items.find(({ results }) => results !== null)?.results;
  return last ? resultSentence(last) : "What would the team rather do?";
}

/** What 1 to 5 mean beside a statement. */
export const AGREEMENT_ENDS = { low: "1: not at all", high: `${HIGHEST_AGREEMENT}: wholly` } as const;

/** In an order by chance, so that where it begins leans to nothing; `random` as Math.random. */
export function shuffled(activities: readonly Activity[], random: () => number): Activity[] {
  const order = [...activities];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as Activity, order[at] as Activity];
  }
  return order;
}

/** With one of them a place further up (-1) or down (1). */
export function moved(order: readonly Activity[], activity: Activity, by: -1 | 1): Activity[] {
  const from = order.indexOf(activity);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  return order.with(from, order[to] as Activity).with(to, activity);
}

function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
