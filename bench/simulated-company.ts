import { throwDice, type Dice } from "#demo/dice.ts";
import type { Outcome } from "#asks/ask.ts";
import { mayBeAsked, type BudgetSettings, type Drawn } from "#asks/budget.ts";
import { UNPROTECTED, type Protection } from "#people/protection.ts";
import { addDays, daysBetween, type Day } from "#lib/kernel/days.ts";
import { calibrate, chanceOf, NAMED_WITHIN_DAYS, type Tried } from "#today/calibration.ts";
import {
  chosenFrom,
  inOrder,
  lotOf,
  PLACES,
  resting,
  type Candidate,
  type Link,
  type Shown,
} from "#today/suggest.ts";

/** What really makes a source of the invented company willing, on the scale of log-odds. The product never sees any of it. */
export interface Truth {
  base: number;
  /** Per standard deviation of what we are worth to them. */
  worth: number;
  /** Right after contact; it fades with a half-life of 42 days. */
  contact: number;
  /** Per tie to somebody on our list, three at most. */
  tie: number;
  /** While a delivery is fresh. */
  moment: number;
  /** Per ask of them within a year. */
  asked: number;
  unhappy: number;
  /** Spread of how generous people are, which shows in nothing but their answers. */
  generosity: number;
  /** Spread of the day they have. */
  day: number;
}

export const TRUTHS = {
  "as assumed": {
    base: -1.7,
    worth: 1,
    contact: 0.8,
    tie: 0.55,
    moment: 0.9,
    asked: -0.5,
    unhappy: -2.5,
    generosity: 0.8,
    day: 0.5,
  },
  "half as strong": {
    base: -1.4,
    worth: 0.5,
    contact: 0.4,
    tie: 0.28,
    moment: 0.45,
    asked: -0.25,
    unhappy: -2.5,
    generosity: 0.8,
    day: 0.5,
  },
  "only generosity": {
    base: -1.1,
    worth: 0,
    contact: 0,
    tie: 0,
    moment: 0,
    asked: 0,
    unhappy: 0,
    generosity: 1,
    day: 0.5,
  },
} as const satisfies Record<string, Truth>;

export interface CompanySize {
  reps: number;
  sourcesPerRep: number;
  weeks: number;
}

/** A hundred names that a rep writes down, and some clients more. */
export const FULL_SIZE: CompanySize = { reps: 12, sourcesPerRep: 120, weeks: 52 };
/** A rep who knows few: everybody is asked twice a year whatever the order. */
export const FEW_SOURCES: CompanySize = { ...FULL_SIZE, sourcesPerRep: 45 };

export const POLICIES = [
  "suggestions",
  "random",
  "most recent contact",
  "biggest client",
  "perfect knowledge",
] as const;
export type Policy = (typeof POLICIES)[number];

export interface Simulated {
  asks: number;
  introductions: number;
  /** Of all sources, the share that was asked at all. */
  distinct: number;
  /** Of one source, in any 30 days. */
  mostIn30Days: number;
  /** Asks that the budget would have refused, found by another reckoning than the product's. */
  overBudget: number;
  /** What was shown as a chance, what the whole team's share was then, and what happened. */
  shown: { chance: number; base: number; named: boolean }[];
}

export const BUDGET: BudgetSettings = {
  restDays: 30,
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
};
const FIRST_DAY = "2025-01-06";
/** Before the year, as a company that has asked a little without any plan. */
const YEARS_BEFORE_ASKS = 0.6;

interface Source {
  id: string;
  account: string;
  size: number;
  holders: string[];
  worth: number;
  generosity: number;
  ties: number;
  /** What the data show of the ties: some are missing, some are not real. */
  links: Link[];
  right: Candidate["right"];
  /** Days with a conversation of another kind. */
  met: Day[];
  delivered: Day[];
  /** From, until, and whether somebody wrote it down. */
  unhappy: { from: Day; until: Day; known: boolean }[];
}

interface Made extends Drawn {
  sourceId: string;
  named: boolean;
  score: number | null;
}

/** One year of one company under one order of asking. The same seed is the same company, whatever the order. */
export function simulate(
  seed: number,
  policy: Policy,
  truth: Truth,
  size: CompanySize = FULL_SIZE,
): Simulated {
  const sources = inventSources(throwDice(seed), size);
  const reps = [...new Set(sources.flatMap(({ holders }) => holders))];
  const made: Made[] = historyOf(sources, truth, seed);
  const asksOf = Map.groupBy(made, ({ sourceId }) => sourceId);
  const before = made.length;
  const shown = new Map<string, Shown[]>(reps.map((rep) => [rep, []]));
  const chances: Simulated["shown"] = [];
  let calibration = calibrate([]);
  for (let number = 0; number < size.weeks; number++) {
    const week = addDays(FIRST_DAY, 7 * number);
    if (policy === "suggestions" && number % 4 === 0) calibration = calibrate(triedBy(made, week));
    const ripe = made.filter(({ day }) => day <= addDays(week, -NAMED_WITHIN_DAYS)).slice(-1000);
    const base = ripe.length < 20 ? 1 / 3 : shareOf(ripe);
    for (const rep of reps) {
      const luck = (what: string) => lotOf(`${seed} ${rep} ${number} ${what}`) / 2 ** 32;
      const capacity = 1 + Math.floor(luck("capacity") * 3);
      const mine = sources.filter(({ holders }) => holders.includes(rep));
      const allowed = mine.filter((source) => isAllowed(source, asksOf.get(source.id) ?? [], rep, week));
      for (const { source, score } of pick(policy, allowed, {
        rep,
        week,
        capacity,
        asksOf,
        base,
        shown,
        truth,
        luck,
      })) {
        const named =
          luck(`answer ${source.id}`) < willingness(source, asksOf.get(source.id) ?? [], week, truth, luck);
        const chance = score === null ? null : chanceOf(calibration, score);
        if (chance?.kind === "rate") chances.push({ chance: chance.value, base, named });
        const ask = askOf(source, rep, week, named, score, luck);
        made.push(ask);
        asksOf.set(source.id, [...(asksOf.get(source.id) ?? []), ask]);
      }
    }
  }
  const year = made.slice(before);
  return {
    asks: year.length,
    introductions: year.filter(({ named }) => named).length,
    distinct: new Set(year.map(({ sourceId }) => sourceId)).size / sources.length,
    mostIn30Days: mostWithin(made, 30),
    overBudget: countOverBudget(sources, made, before),
    shown: chances,
  };
}

interface Turn {
  rep: string;
  week: Day;
  capacity: number;
  asksOf: Map<string, Made[]>;
  /** The whole team's share, as it is known by then. */
  base: number;
  shown: Map<string, Shown[]>;
  truth: Truth;
  luck: (what: string) => number;
}

function pick(
  policy: Policy,
  allowed: readonly Source[],
  turn: Turn,
): { source: Source; score: number | null }[] {
  if (policy === "suggestions") return suggested(allowed, turn);
  const { rep, week, asksOf, truth, luck } = turn;
  const value = {
    random: ({ id }: Source) => luck(`order ${id}`),
    "most recent contact": (source: Source) =>
      -daysBetween(touchOf(source, asksOf.get(source.id) ?? [], rep, week)?.day ?? "2000-01-01", week),
    "biggest client": ({ size }: Source) => size,
    "perfect knowledge": (source: Source) =>
      willingness(source, asksOf.get(source.id) ?? [], week, truth, luck),
  }[policy];
  return allowed
    .map((source) => ({ source, value: value(source), lot: luck(`tie ${source.id}`) }))
    .toSorted((a, b) => b.value - a.value || a.lot - b.lot)
    .slice(0, turn.capacity)
    .map(({ source }) => ({ source, score: null }));
}

/** As the product does it: three are shown, the rep asks as many as they have time for. */
function suggested(
  allowed: readonly Source[],
  { rep, week, capacity, asksOf, base, shown }: Turn,
): { source: Source; score: number | null }[] {
  const earlier = shown.get(rep) ?? [];
  const rests = resting(earlier, week);
  const candidates = allowed
    .filter(({ id }) => !rests.has(id))
    .map((source) => candidateOf(source, asksOf.get(source.id) ?? [], rep, week));
  const chosen = chosenFrom(inOrder(candidates, { memberId: rep, week, today: week, base }), PLACES.length);
  for (const { candidate } of chosen) earlier.push({ personId: candidate.personId, week, refusedWhy: null });
  const byId = new Map(allowed.map((source) => [source.id, source]));
  return chosen
    .slice(0, capacity)
    .map(({ candidate, score }) => ({ source: byId.get(candidate.personId)!, score }));
}

/** What the product would know of them. */
function candidateOf(source: Source, asks: readonly Made[], rep: string, today: Day): Candidate {
  const ripe = asks.filter(({ day }) => day <= addDays(today, -NAMED_WITHIN_DAYS));
  const last = asks.at(-1) ?? null;
  const due = source.delivered.find((day) => day <= today && daysBetween(day, today) <= 30);
  const won = source.delivered.findLast((day) => day <= today);
  return {
    personId: source.id,
    accountId: source.account,
    glad: null,
    right: source.right,
    won: won === undefined ? null : { day: won, mine: true },
    moment: due === undefined ? null : { moment: "delivered", dueOn: due },
    touch: touchOf(source, asks, rep, today),
    lastAsk: last && { day: last.day, mine: last.memberId === rep, byName: null! },
    asks: {
      ever: asks.length,
      ripe: ripe.length,
      named: ripe.filter(({ named }) => named).length,
      lastYear: asks.filter(({ day }) => day > addDays(today, -365)).length,
    },
    introductions: null,
    links: source.links,
    bond: source.holders[0] === rep ? { kind: "holder", handedTo: null, since: null } : { kind: "spoken" },
  };
}

function touchOf(source: Source, asks: readonly Made[], rep: string, today: Day): Candidate["touch"] {
  const met = source.met.findLast((each) => each <= today);
  const asked = asks.at(-1)?.day;
  const day = met === undefined || (asked !== undefined && asked > met) ? asked : met;
  return day === undefined ? null : { kind: "met", day, mine: source.holders[0] === rep, byName: null };
}

function willingness(
  source: Source,
  asks: readonly Made[],
  today: Day,
  truth: Truth,
  luck: (what: string) => number,
): number {
  const contact = source.met.findLast((day) => day <= today);
  const fresh = contact === undefined ? 0 : 0.5 ** (daysBetween(contact, today) / 42);
  const delivered = source.delivered.some((day) => day <= today && daysBetween(day, today) <= 30);
  const lately = asks.filter(({ day }) => day > addDays(today, -365)).length;
  const unhappy = source.unhappy.some(({ from, until }) => from <= today && today < until);
  const odds =
    truth.base +
    truth.worth * source.worth +
    truth.contact * fresh +
    truth.tie * Math.min(3, source.ties) +
    truth.moment * Number(delivered) +
    truth.asked * lately +
    truth.unhappy * Number(unhappy) +
    truth.generosity * source.generosity +
    truth.day *
      bell(
        () => luck(`day ${source.id}`),
        () => luck(`mood ${source.id}`),
      );
  return 1 / (1 + Math.exp(-odds));
}

function isAllowed(source: Source, asks: readonly Made[], rep: string, today: Day): boolean {
  const known = source.unhappy.find((each) => each.known && each.from <= today && today < each.until);
  const protection: Protection = known ? { ...UNPROTECTED, issues: [issueFrom(known.from)] } : UNPROTECTED;
  return mayBeAsked(asks, protection, { memberId: rep, day: today }, today, BUDGET) === null;
}

function issueFrom(day: Day): Protection["issues"][number] {
  const by = { id: "support", name: "Support", teamId: null };
  return { id: "issue", personId: null, accountId: "account", what: "unhappy", day, by, settledOn: null };
}

function askOf(
  source: Source,
  rep: string,
  day: Day,
  named: boolean,
  score: number | null,
  luck: (what: string) => number,
): Made {
  const said = luck(`said ${source.id}`);
  const outcome: Outcome = named
    ? "named-someone"
    : said < 0.2
      ? "will-think"
      : said < 0.35
        ? "not-now"
        : "no";
  const untilDay =
    outcome === "not-now" ? addDays(day, 42 + Math.floor(luck(`until ${source.id}`) * 28)) : null;
  const when = { day, askedDay: day, lastDay: day, outcome, untilDay, settledOn: null };
  return {
    kind: "ask",
    id: `${day} ${rep} ${source.id}`,
    memberId: rep,
    memberName: rep,
    ...when,
    sourceId: source.id,
    named,
    score,
  };
}

function triedBy(made: readonly Made[], today: Day): Tried[] {
  return made
    .filter(({ day, score }) => score !== null && day <= addDays(today, -NAMED_WITHIN_DAYS))
    .map(({ id, score, named }) => ({ id, score: score ?? 0, named }));
}

/** Reckoned from the asks alone: two of one source less than 30 days apart, or one beside somebody else's open "will think". */
function countOverBudget(sources: readonly Source[], made: readonly Made[], from: number): number {
  const bySource = Map.groupBy(made, ({ sourceId }) => sourceId);
  return made.slice(from).filter((ask) => {
    const earlier = (bySource.get(ask.sourceId) ?? []).filter(
      (each) => each.id !== ask.id && each.day <= ask.day,
    );
    const near = earlier.some(({ day }) => daysBetween(day, ask.day) < BUDGET.restDays);
    const open = earlier.some(
      (each) =>
        each.memberId !== ask.memberId && each.untilDay !== null && addDays(each.untilDay, 14) >= ask.day,
    );
    const { unhappy } = sources.find(({ id }) => id === ask.sourceId)!;
    return near || open || unhappy.some((each) => each.known && each.from <= ask.day && ask.day < each.until);
  }).length;
}

function mostWithin(made: readonly Made[], days: number): number {
  let most = 0;
  for (const asks of Map.groupBy(made, ({ sourceId }) => sourceId).values())
    for (const first of asks) {
      const within = asks.filter(({ day }) => day >= first.day && daysBetween(first.day, day) < days);
      most = Math.max(most, within.length);
    }
  return most;
}

function shareOf(asks: readonly { named: boolean }[]): number {
  return asks.length === 0 ? 0 : asks.filter(({ named }) => named).length / asks.length;
}

/** A year before the year: some were asked, by whim. */
function historyOf(sources: readonly Source[], truth: Truth, seed: number): Made[] {
  const made: Made[] = [];
  for (const source of sources) {
    const luck = (what: string) => lotOf(`${seed} before ${source.id} ${what}`) / 2 ** 32;
    if (luck("asked") > YEARS_BEFORE_ASKS) continue;
    const day = addDays(FIRST_DAY, -35 - Math.floor(luck("day") * 330));
    const named = luck("answer") < willingness(source, [], day, truth, luck);
    made.push({
      ...askOf(source, source.holders[0]!, day, named, null, luck),
      outcome: named ? "named-someone" : "no",
      untilDay: null,
    });
  }
  return made.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function inventSources(dice: Dice, { reps, sourcesPerRep, weeks }: CompanySize): Source[] {
  const normal = () =>
    bell(
      () => dice.roll(),
      () => dice.roll(),
    );
  const weekly = (chance: number) =>
    Array.from({ length: weeks + 52 }, (_, at) => addDays(FIRST_DAY, 7 * (at - 52))).filter(() =>
      dice.chance(chance),
    );
  return Array.from({ length: reps }, (_, rep) =>
    Array.from({ length: Math.ceil(sourcesPerRep / 3) }, (_company, company) => {
      // Three people at each client; a delivery is one of the whole company.
      const delivered = weekly(0.02);
      const companySize = Math.exp(10 + 1.2 * normal());
      return Array.from({ length: 3 }, (_person, person): Source => {
        const worth = normal();
        const heard = worth + 0.7 * normal();
        const ties = Math.floor(-1.2 * Math.log(1 - dice.roll()));
        const seen = Array.from({ length: ties }, () => dice.chance(0.6)).filter(Boolean).length;
        const second =
          dice.chance(0.2) && reps > 1 ? [`rep ${(rep + 1 + dice.between(0, reps - 2)) % reps}`] : [];
        return {
          id: `source ${rep} ${company} ${person}`,
          account: `company ${rep} ${company}`,
          size: companySize,
          holders: [`rep ${rep}`, ...second],
          worth,
          generosity: normal(),
          ties,
          links: Array.from({ length: seen + Number(dice.chance(0.2)) }, () => LINK),
          right:
            dice.chance(0.4) && Math.abs(heard) > 0.5
              ? { earned: heard > 0, words: null, day: addDays(FIRST_DAY, -100) }
              : null,
          met: weekly(0.08),
          delivered,
          unhappy: weekly(0.004).map((from) => ({ from, until: addDays(from, 70), known: dice.chance(0.5) })),
        };
      });
    }).flat(),
  ).flat();
}

const LINK: Link = {
  company: "Telia",
  target: "Eva Lund",
  targetThere: true,
  current: false,
  untilDay: null,
};

/** A draw from the bell curve of mean 0 and spread 1: G. E. P. Box, M. E. Muller, Ann. Math. Statist. 29 (1958) 610-611. */
function bell(one: () => number, other: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - one())) * Math.cos(2 * Math.PI * other());
}
