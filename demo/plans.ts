import { addDays, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { WhyNotAsked } from "#asks/why-not.ts";
import { reasonKey } from "./pictures.ts";
import { onWorkday, type Life, type Source } from "./story.ts";

const WEEKS_PLANNED = 9;
const EACH_WEEK = 3;
const WON_AGO = 20;

const WHY_NOT: readonly WhyNotAsked[] = ["no-time", "lost-nerve", "not-the-moment", "no-time", "lost-nerve"];
const WHY_NOW = [
  "The roll-out is done, and they said so.",
  "We meet on Thursday anyway.",
  "They changed to the new line last week.",
];
const TOPICS = [
  "What the first quarter brought.\nWho else in the circle still plans on paper.",
  "The two days a month they save.\nThe former colleague who leads a plant now.",
  "How the audit went.\nWhom the finance lead should meet.",
];
const SEEDS = [
  "We grow by introductions. If this works out for you, I will ask you who else waits three days for figures.",
  "Most of our clients came through somebody like you. When it is running, I will ask you for a name or two.",
];

/** So many days ago the first two business reasons were known, and asks of that time are over. */
const REASONED = { from: 126, to: 98 };

/** Henrik plans three every Monday and asks nobody; Mia plans and asks; at two accounts a seed comes back now. */
export function tellOfPlans(life: Life): void {
  const thisWeek = weekOf(life.today, 1);
  const since = addDays(thisWeek, -7 * WEEKS_PLANNED);
  const quiet = quietSources(life, "henrik", since);
  for (let n = 0; n < WEEKS_PLANNED * EACH_WEEK; n += 1) {
    const source = quiet[n];
    if (!source) break;
    const ago = WEEKS_PLANNED - 1 - Math.floor(n / EACH_WEEK);
    const key = plan(life, source, addDays(thisWeek, -7 * ago), n);
    // One of last week is left without a why.
    if (ago > 0 && !(ago === 1 && n % EACH_WEEK === 0)) {
      const why = WHY_NOT[n % WHY_NOT.length]!;
      life.scenes.push({
        what: "plan-let-go",
        day: addDays(thisWeek, 4 - 7 * ago),
        by: source.by,
        plan: key,
        why,
      });
    }
  }
  const asked = life.sources.find(
    ({ by, lastAsked }) => by === "mia" && lastAsked !== null && lastAsked >= thisWeek,
  );
  const two = quietSources(life, "mia", since).slice(0, 2);
  for (const [n, source] of [...(asked ? [asked] : []), ...two].entries()) plan(life, source, thisWeek, n);
  seedsThatComeBack(life);
  plansWithReasons(life);
}

/** Some weeks of asks began with a business reason, planned that Monday: by turns one of two, so that each was said often enough to tell. */
function plansWithReasons(life: Life): void {
  const [from, to] = [addDays(life.today, -REASONED.from), addDays(life.today, -REASONED.to)];
  const known = new Map(life.sources.map(({ person, by, since }) => [`${by} ${person}`, since]));
  const asked = life.scenes
    .filter((scene) => scene.what === "ask")
    .filter(({ by, source, day }) => {
      const monday = weekOf(day, 1);
      return monday >= from && day <= to && day > monday && (known.get(`${by} ${source}`) ?? day) < monday;
    });
  for (const [n, { key, day, by, source, moment }] of asked.entries())
    life.scenes.push({
      what: "plan",
      key: `plan-of-${key}`,
      day: weekOf(day, 1),
      by,
      person: source,
      moment,
      whyNow: WHY_NOW[n % WHY_NOW.length]!,
      topics: TOPICS[n % TOPICS.length]!,
      expects: 1,
      reason: reasonKey(n % 2),
    });
}

function plan(life: Life, { person, by, moment }: Source, day: Day, n: number): string {
  const key = life.key("plan");
  const [whyNow, topics] = [WHY_NOW[n % WHY_NOW.length]!, TOPICS[n % TOPICS.length]!];
  life.scenes.push({ what: "plan", key, day, by, person, moment, whyNow, topics, expects: 1 });
  return key;
}

/** Two deals won so lately that the moment after delivery is due: what was said at their beginning comes back with it. */
function seedsThatComeBack(life: Life): void {
  const opened = addDays(life.today, -95);
  for (const [n, by] of ["lena", "mia"].entries()) {
    const source = quietSources(life, by, opened).at(-1);
    if (!source) continue;
    const { person, account } = source;
    const key = life.key("deal");
    const won = onWorkday(addDays(life.today, -WON_AGO - n));
    const deal = { name: "Second control room", origin: "existing-client", amountMinor: 31_000_00 } as const;
    life.scenes.push(
      { what: "deal", key, day: opened, by, account, person, referral: null, ...deal },
      { what: "seed", day: opened, by, person, words: SEEDS[n]! },
      { what: "deal-outcome", deal: key, day: won, by, outcome: "won", lostReason: null },
    );
  }
}

function quietSources(life: Life, by: string, since: Day): Source[] {
  const mine = life.sources.filter(
    (source) =>
      source.by === by && !source.stopped && source.since < since && (source.lastAsked ?? "") < since,
  );
  return mine.filter(({ person }, at) => mine.findIndex((other) => other.person === person) === at);
}
