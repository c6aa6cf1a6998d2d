import type { Day } from "#lib/kernel/days.ts";
import { inText, speaksOf } from "./industry.ts";
import type { Asked, Pursued, RuledOut, StayAt } from "./match.ts";
import type { PromptWords } from "./wordings/talk-language.ts";

/** Whom to let a source think of, said to them: "you" is the source. */
export interface Prompt {
  words: string;
  /** What in the data says so, said to the rep. */
  why: string;
}

const MOST_PROMPTS = 8;

/**
 * In this order: where the target is, if they worked there; the people they meet today; former colleagues, the latest first;
 * their like in other companies; who took their place; their trade in their town. Only what is written down.
 */
export function promptsFor(
  source: Asked,
  target: Pursued | null,
  ruledOut: RuledOut,
  say: PromptWords,
): Prompt[] {
  const stays = source.stays.filter(({ accountId }) => !ruledOut.ids.includes(accountId));
  const now = stays.find((stay) => stay.current) ?? null;
  const past = stays.filter((stay) => !stay.current);
  const aimed = past.filter((stay) => stay.accountId === target?.place?.accountId);
  const all = [
    ...aimed.map((stay) => formerColleagues(stay, say)),
    ...(now === null ? [] : [peopleMet(now, say)]),
    ...past.filter((stay) => !aimed.includes(stay)).map((stay) => formerColleagues(stay, say)),
    ...(now?.title ? [theirLike(now, now.title, say)] : []),
    ...past.flatMap((stay) => (stay.title === null ? [] : [successor(stay, stay.title, say)])),
    ...tradeInTown(source, now, say),
  ];
  return onceEach(all)
    .filter(({ words }) => !ruledOut.topics.some((topic) => speaksOf(words, topic)))
    .slice(0, MOST_PROMPTS);
}

function peopleMet(stay: StayAt, say: PromptWords): Prompt {
  const since = stay.fromDay === null ? "" : ` since ${yearOf(stay.fromDay)}`;
  const as = stay.title === null ? "" : ` as ${stay.title}`;
  return { words: fill(say.met, { company: stay.accountName }), why: `you work there${as}${since}` };
}

function formerColleagues(stay: StayAt, say: PromptWords): Prompt {
  const years = yearsOf(stay, say);
  const as = stay.title === null ? "" : ` as ${stay.title}`;
  return {
    words: fill(say.former, { company: stay.accountName, years: years === null ? "" : ` (${years})` }),
    why: `you worked there${as}`,
  };
}

function theirLike(stay: StayAt, title: string, say: PromptWords): Prompt {
  const trade =
    stay.industry === null ? say.anyTrade : fill(say.trade, { industry: mid(stay.industry, say) });
  const like = say.like.map((each) => ({ ...each, fits: each.title.exec(title.trim()) }));
  const { words = "", fits = null } = like.find((each) => each.fits !== null) ?? {};
  const found = mid(fits?.groups?.found ?? "", say);
  return { words: fill(words, { found, trade }), why: `you are ${title} at ${stay.accountName}` };
}

function successor(stay: StayAt, title: string, say: PromptWords): Prompt {
  const until = stay.untilDay === null ? "" : ` until ${yearOf(stay.untilDay)}`;
  return {
    words: fill(say.successor, { company: stay.accountName }),
    why: `you were ${title} there${until}`,
  };
}

function tradeInTown({ city }: Asked, now: StayAt | null, say: PromptWords): Prompt[] {
  const town = city ?? now?.city ?? null;
  if (town === null || now === null || now.industry === null) return [];
  const why = city === null ? `${now.accountName} is in ${town}` : `you live or work in ${town}`;
  return [{ words: fill(say.town, { industry: mid(now.industry, say), town }), why }];
}

/** "2019–2023", "since 2019", "until 2023"; null when nothing is known. */
function yearsOf({ fromDay, untilDay }: StayAt, { years }: PromptWords): string | null {
  const from = fromDay === null ? null : yearOf(fromDay);
  const until = untilDay === null ? null : yearOf(untilDay);
  if (from !== null && until !== null) return from === until ? from : fill(years.fromTo, { from, until });
  if (from !== null) return fill(years.since, { from });
  return until === null ? null : fill(years.until, { until });
}

function mid(text: string, { small }: PromptWords): string {
  return small ? inText(text) : text;
}

function fill(words: string, gaps: Readonly<Record<string, string>>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, gap: string) => gaps[gap] ?? "");
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function onceEach(prompts: readonly Prompt[]): Prompt[] {
  return [...new Map(prompts.toReversed().map((prompt) => [prompt.words, prompt])).values()].toReversed();
}
