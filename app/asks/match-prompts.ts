import type { Day } from "#lib/kernel/days.ts";
import { inText, speaksOf } from "./industry.ts";
import type { Asked, Pursued, RuledOut, StayAt } from "./match.ts";

/** Whom to let a source think of, said to them: "you" is the source. */
export interface Prompt {
  words: string;
  /** What in the data says so. */
  why: string;
}

const MOST_PROMPTS = 8;

/**
 * In this order: where the target is, if they worked there; the people they meet today; former colleagues, the latest first;
 * their like in other companies; who took their place; their trade in their town. Only what is written down.
 */
export function promptsFor(source: Asked, target: Pursued | null, ruledOut: RuledOut): Prompt[] {
  const stays = source.stays.filter(({ accountId }) => !ruledOut.ids.includes(accountId));
  const now = stays.find((stay) => stay.current) ?? null;
  const past = stays.filter((stay) => !stay.current);
  const aimed = past.filter((stay) => stay.accountId === target?.place?.accountId);
  const all = [
    ...aimed.map(formerColleagues),
    ...(now === null ? [] : [peopleMet(now)]),
    ...past.filter((stay) => !aimed.includes(stay)).map(formerColleagues),
    ...(now?.title ? [theirLike(now, now.title)] : []),
    ...past.flatMap((stay) => (stay.title === null ? [] : [successor(stay, stay.title)])),
    ...tradeInTown(source, now),
  ];
  return onceEach(all)
    .filter(({ words }) => !ruledOut.topics.some((topic) => speaksOf(words, topic)))
    .slice(0, MOST_PROMPTS);
}

function peopleMet(stay: StayAt): Prompt {
  const since = stay.fromDay === null ? "" : ` since ${yearOf(stay.fromDay)}`;
  const as = stay.title === null ? "" : ` as ${stay.title}`;
  return { words: `the people you meet at ${stay.accountName}`, why: `you work there${as}${since}` };
}

function formerColleagues(stay: StayAt): Prompt {
  const years = yearsOf(stay);
  const as = stay.title === null ? "" : ` as ${stay.title}`;
  return {
    words: `your former colleagues at ${stay.accountName}${years === null ? "" : ` (${years})`}`,
    why: `you worked there${as}`,
  };
}

function theirLike(stay: StayAt, title: string): Prompt {
  const trade = stay.industry === null ? "elsewhere" : `in ${inText(stay.industry)}`;
  return { words: `${likeOf(title)} ${trade}`, why: `you are ${title} at ${stay.accountName}` };
}

function successor(stay: StayAt, title: string): Prompt {
  const until = stay.untilDay === null ? "" : ` until ${yearOf(stay.untilDay)}`;
  return { words: `who took your place at ${stay.accountName}`, why: `you were ${title} there${until}` };
}

function tradeInTown({ city }: Asked, now: StayAt | null): Prompt[] {
  const town = city ?? now?.city ?? null;
  if (town === null || now === null || now.industry === null) return [];
  const why = city === null ? `${now.accountName} is in ${town}` : `you live or work in ${town}`;
  return [{ words: `others in ${inText(now.industry)} in ${town}`, why }];
}

/** "others who run procurement" of "Head of procurement", "other plant managers" of "Plant manager"; else in no words of its own. */
function likeOf(title: string): string {
  const run = /^(?:head|director|vp|vice president|manager|chief) of (.+)$/i.exec(title.trim());
  if (run?.[1] !== undefined) return `others who run ${inText(run[1])}`;
  if (
    /^[\p{L} -]+ (?:manager|director|engineer|planner|controller|officer|buyer|consultant)$|^controller$/iu.test(
      title.trim(),
    )
  )
    return `other ${inText(title.trim())}s`;
  return "others who do your work";
}

/** "2019–2023", "since 2019", "until 2023"; null when nothing is known. */
function yearsOf({ fromDay, untilDay }: StayAt): string | null {
  const from = fromDay === null ? null : yearOf(fromDay);
  const until = untilDay === null ? null : yearOf(untilDay);
  if (from !== null && until !== null) return from === until ? from : `${from}–${until}`;
  if (from !== null) return `since ${from}`;
  return until === null ? null : `until ${until}`;
}

function yearOf(day: Day): string {
  return day.slice(0, 4);
}

function onceEach(prompts: readonly Prompt[]): Prompt[] {
  return [...new Map(prompts.toReversed().map((prompt) => [prompt.words, prompt])).values()].toReversed();
}
