import { capital, hundredthDigits, hundredths, hundredthsText, numberText } from "#lib/web/words.ts";
import { dayText, shortDay } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Interval, Rate } from "#lib/kernel/rates.ts";
import type { FunnelOf } from "../funnel.ts";
import type { CohortView, FunnelFactView, FunnelView } from "../funnel-view.ts";
import type { Step } from "../step.ts";
import { FUNNEL_NAMES } from "../step-words.ts";
import type { Stretch } from "../stretch.ts";

export const STEP_WORDS: Record<
  FunnelOf,
  { name: string; of: string; fewer: string; came: string; rest: string }
> = {
  introductions: {
    name: FUNNEL_NAMES.introductions,
    of: "asks brought an introduction",
    fewer: "Fewer asks bring an introduction than before",
    came: "Brought one",
    rest: "Not, or not yet",
  },
  meetings: {
    name: FUNNEL_NAMES.meetings,
    of: "introductions led to a meeting",
    fewer: "Fewer introductions lead to a meeting than before",
    came: "Met",
    rest: "Not, or not yet",
  },
  deals: {
    name: FUNNEL_NAMES.deals,
    of: "people met became clients",
    fewer: "Fewer people we meet become clients than before",
    came: "Became a client",
    rest: "Not, or not yet",
  },
  level: {
    name: FUNNEL_NAMES.level,
    of: "people met decide, where it is known",
    fewer: "",
    came: "They decide",
    rest: "They do not",
  },
};

/** The answer in a sentence. */
export function leakText(funnel: FunnelView): string {
  const { whole, compared, leak } = funnel;
  const found = compared.find(({ step }) => step === leak);
  if (found?.difference) {
    const { now, before, difference, step, weeks } = found;
    return `${STEP_WORDS[step].fewer}: ${share(now)} against ${share(before)} within ${weeksText(weeks)}, likely ${pointsText(difference)}.`;
  }
  const most = lossOf(whole);
  const lost = most === null ? "" : ` Most is lost where ${share(most)} ${STEP_WORDS[most.step].of}.`;
  return compared.every(({ difference }) => difference === null)
    ? `Too early to say whether it leaks more than before: it takes twenty of a step, old enough, in these weeks and in as many before them.${lost}`
    : `No step loses more than in as many weeks before, as far as it can be told from chance.${lost}`;
}

/** Where of those that were tried the smallest share came, among steps that say something. */
function lossOf({ steps }: CohortView): { step: Step; came: number; tried: number } | null {
  const said = (["introductions", "meetings", "deals"] as const)
    .map((step) => ({ step, ...steps[step] }))
    .filter(({ rate }) => rate.kind === "rate");
  return said.toSorted((a, b) => a.came / a.tried - b.came / b.tried)[0] ?? null;
}

/** "8 to 25 points fewer", "between 3 points fewer and 12 more" */
export function pointsText({ low, high }: Interval): string {
  if (high < 0) return `${hundredthsText({ low: -high, high: -low })} points fewer`;
  if (low > 0) return `${hundredthsText({ low, high })} points more`;
  const digits = hundredthDigits({ low, high });
  return `between ${hundredths(-low, digits)} points fewer and ${hundredths(high, digits)} more`;
}

/** "from 1 December": said of a quarter or a month of which the weeks that were asked for hold a part; null: all there is of it. */
export function partText(part: Stretch, whole: { start: Day; end: Day }, today: Day): string | null {
  const said = [
    ...(part.from > whole.start ? [`from ${dayText(part.from, today)}`] : []),
    ...(part.to < whole.end && part.to < today ? [`to ${dayText(part.to, today)}`] : []),
  ];
  return said.length === 0 ? null : said.join(" ");
}

/** "22 of 120" */
export function share({ came, tried }: { came: number; tried: number }): string {
  return `${numberText(came)} of ${numberText(tried)}`;
}

/** "19 to 34 %", "too early" */
export function likelyText(rate: Rate): string {
  return rate.kind === "too-early" ? "too early to say" : `${hundredthsText(rate)} %`;
}

export function weeksText(weeks: number): string {
  return weeks === 0 ? "the same week" : weeks === 1 ? "a week" : `${weeks} weeks`;
}

/** "About a fifth of what comes may still come." */
export function youngText(mayStill: number | null): string | null {
  if (mayStill === null) return null;
  const [, words] = PARTS.find(([most]) => mayStill < most) ?? [1, "nearly all"];
  return `${words} may still come`;
}

const PARTS: readonly (readonly [number, string])[] = [
  [0.14, "about a tenth"],
  [0.22, "about a fifth"],
  [0.29, "about a quarter"],
  [0.41, "about a third"],
  [0.58, "about half"],
  [0.7, "about two thirds"],
  [0.85, "about three quarters"],
];

/** What a fact is called, what stands below it, and where it leads; `by` what it is counted. */
export function factWords(
  { of, by }: { of: FunnelOf; by: "ask" | "introduction" },
  { kind, id, begunOn, day, cameOn, memberName, personName, sourceName }: FunnelFactView,
  today: Day,
): { title: string; below: string; to: string } {
  const began = by === "ask" ? "asked" : "introduced";
  const tried = { introductions: "asked", meetings: "introduced", deals: "met", level: "met" }[of];
  const came = { introductions: "introduced us", meetings: "met", deals: "client", level: "met" }[of];
  const days: [string, Day][] = [[tried, day]];
  if (began !== tried && of !== "introductions") days.unshift([began, begunOn]);
  if (cameOn !== null) days.push([came, cameOn]);
  const said = days.map(
    ([what, on]) =>
      `${what} ${shortDay(on, today)}${what === "introduced" && sourceName !== null ? ` by ${sourceName}` : ""}`,
  );
  if (sourceName !== null && !days.some(([what]) => what === "introduced"))
    said.push(`introduced by ${sourceName}`);
  return {
    title: personName ?? "Somebody who was erased",
    below: `${capital(said.join(", "))} · ${memberName}`,
    to: kind === "ask" ? `/asks/${id}` : `/referrals/${id}`,
  };
}
