import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Kind, OutcomeWord } from "#giving/given.ts";
import { onWorkday, type Life, type Source } from "./story.ts";

/** What one client needs and another offers, in a rep's own words. */
const FITS = [
  ["a caterer for the summer party, 200 people", "our canteen kitchen does catering at weekends"],
  ["more storage space until the new hall stands", "a third of our storage space stands empty"],
  ["an apprentice swap for the workshop", "apprentices of ours could swap workshops for a month"],
] as const;

const GIVEN: readonly {
  kind: Kind;
  outside: string | null;
  does: string | null;
  why: string;
  level: number;
  outcome: OutcomeWord | null;
  thanked: boolean;
}[] = [
  {
    kind: "prospect",
    outside: null,
    does: null,
    why: "Both open a second site this year and learn the same things twice.",
    level: 4,
    outcome: "business",
    thanked: true,
  },
  {
    kind: "trade",
    outside: "Rieke Sand",
    does: "a tax adviser",
    why: "They hand the company over to the daughter next year.",
    level: 3,
    outcome: "spoke",
    thanked: true,
  },
  {
    kind: "personal",
    outside: "Malte Brink",
    does: "a sailing school",
    why: "The son wants to learn it before the holidays.",
    level: 1,
    outcome: null,
    thanked: false,
  },
  {
    kind: "resource",
    outside: null,
    does: null,
    why: "One has the test bench that the other waits for.",
    level: 3,
    outcome: "nothing",
    thanked: false,
  },
];

/** What was given in the last months, and who needs what somebody else offers. No dice, so that the rest stays as it is. */
export function tellOfGiving(life: Life): void {
  for (const [n, by] of ["lena", "mia", "tariq"].entries()) {
    const [first, second, third, fourth, fifth, sixth] = oneAnAccount(life, by);
    if (!first || !second || !third) continue;
    const fit = FITS[n]!;
    const lately = onWorkday(addDays(life.today, -9 - n));
    life.scenes.push(
      { what: "need", day: lately, by, person: first.person, kind: "need", line: fit[0] },
      { what: "need", day: lately, by, person: second.person, kind: "offer", line: fit[1] },
    );
    if (!fourth || !fifth || !sixth) continue;
    give(life, { by, to: third, whom: fourth, day: onWorkday(addDays(life.today, -60 + 5 * n)), which: n });
    give(life, {
      by,
      to: fifth,
      whom: sixth,
      day: onWorkday(addDays(life.today, -25 + 3 * n)),
      which: n + 1,
    });
  }
}

function give(life: Life, told: { by: string; to: Source; whom: Source; day: Day; which: number }): void {
  const { by, to, whom, day, which } = told;
  const { outside, does, outcome, thanked, ...said } = GIVEN[which % GIVEN.length]!;
  const key = life.key("given");
  const oneOfUs = outside === null ? whom.person : null;
  life.scenes.push({ what: "give", key, day, by, to: to.person, whom: oneOfUs, outside, does, ...said });
  const later = onWorkday(addDays(day, 8));
  if (outcome) life.scenes.push({ what: "given-outcome", given: key, day: later, by, outcome });
  if (thanked)
    life.scenes.push({ what: "given-thanks", given: key, day: later, by, words: "That was a kind thought." });
}

/** One person of each of their accounts, the longest known first; nobody who said stop, or whose company is unhappy. */
function oneAnAccount(life: Life, by: string): Source[] {
  const unhappy = new Set(life.scenes.flatMap((scene) => (scene.what === "issue" ? [scene.account] : [])));
  const mine = life.sources.filter(
    (source) =>
      source.by === by &&
      !source.stopped &&
      source.since < addDays(life.today, -90) &&
      !unhappy.has(source.account),
  );
  return mine.filter(({ account }, at) => mine.findIndex((other) => other.account === account) === at);
}
