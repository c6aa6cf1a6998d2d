import { addDays } from "#lib/kernel/days.ts";
import { throwDice, type Dice } from "./dice.ts";
import type { Scene } from "./scenes.ts";
import type { Life, Source } from "./story.ts";

const WORTH = [
  "The month's figures are on my desk on the second day now.",
  "You saved us two weeks in the roll-out.",
  "My people stopped asking for the paper lists.",
  "First project in years that came in on the day.",
  "The night shift plans itself, and nobody calls me any more.",
  "You told us what we did not need. That was worth as much.",
  "We opened the second line without hiring anybody.",
] as const;
const ROLES = {
  "economic-buyer": 1,
  "decision-maker": 2,
  champion: 2,
  influencer: 3,
  user: 5,
  gatekeeper: 1,
  blocker: 0.4,
} as const;
const QUIET_DAYS = 30;

/**
 * What stands about the sources of the story: what they said it was worth, their part in buying, who said stop, who is unhappy.
 * Its own dice, so that the rest of the story stays as it is.
 */
export function tellOfSources(life: Life): void {
  const dice = throwDice(50_071_969);
  for (const source of life.sources.filter(({ since }) => since <= life.today)) {
    if (dice.chance(0.3)) life.scenes.push(right(dice, source));
    if (dice.chance(0.4))
      life.scenes.push({ ...of(source), what: "role", day: source.since, role: dice.weigh(ROLES) });
    if (source.stopped && source.lastAsked)
      life.scenes.push({
        ...of(source),
        what: "do-not-ask",
        day: source.lastAsked,
        words: "Please do not ask again.",
      });
  }
  const [unhappy, calm, careful, strict] = leftAlone(life);
  const recently = addDays(life.today, -6);
  if (unhappy)
    life.scenes.push({
      ...of(unhappy),
      what: "issue",
      account: unhappy.account,
      day: recently,
      words: "Line two stood still for a day after our update; they want to know why.",
    });
  if (calm)
    life.scenes.push({
      ...of(calm),
      what: "wish",
      day: recently,
      channel: "call",
      mostPerQuarter: 1,
      bestWeekday: 5,
      note: "Never before ten.",
    });
  if (careful)
    life.scenes.push({
      ...of(careful),
      what: "no-go",
      day: recently,
      topic: "Prices",
      words: "Not with my own suppliers.",
    });
  if (strict)
    life.scenes.push({
      ...of(strict),
      what: "wish",
      by: "lena",
      day: recently,
      channel: "in-person",
      mostPerQuarter: null,
      bestWeekday: null,
      mustAgree: true,
      note: "Sits on our advisory board.",
    });
}

function of({ person, by }: Source): { person: string; by: string } {
  return { person, by };
}

function right(dice: Dice, source: Source): Scene {
  const day = addDays(source.since, dice.between(20, 300));
  const earned = dice.chance(0.85);
  return { ...of(source), what: "right", day, earned, words: earned ? dice.pick(WORTH) : null };
}

/** One source of each of the first accounts at which nobody was asked lately, so that nothing here forbids what happened. */
function leftAlone(life: Life): Source[] {
  const since = addDays(life.today, -QUIET_DAYS);
  const busy = new Set(
    life.sources
      .filter(({ lastAsked }) => lastAsked !== null && lastAsked > since)
      .map(({ account }) => account),
  );
  const quiet = life.sources.filter(
    ({ account, stopped, since: day }) => !busy.has(account) && !stopped && day < since,
  );
  return [...Map.groupBy(quiet, ({ account }) => account).values()].flatMap(([first]) =>
    first ? [first] : [],
  );
}
