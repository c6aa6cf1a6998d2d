import { addDays, type Day, weekdayOf } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import { tellOfCoverage } from "./coverage.ts";
import { throwDice, type Dice } from "./dice.ts";
import { LEFT_ALONE_DAYS, tellOfTheExhausted } from "./exhausted.ts";
import { tellOfGifts } from "./gifts.ts";
import { tellOfGiving } from "./giving.ts";
import { followIntroduction, meetOtherwise } from "./introductions.ts";
import { createNameGiver, TITLES, type NameGiver } from "./names.ts";
import { tellOfLoops } from "./loops.ts";
import { tellOfPictures } from "./pictures.ts";
import { tellOfPlans } from "./plans.ts";
import type { Scene, Story, StoryMember } from "./scenes.ts";
import { tellOfSourcePages } from "./source-pages.ts";
import { tellOfSources } from "./sources.ts";
import { tellOfReportCards } from "./report-cards.ts";
import { tellOfTouches } from "./touches.ts";

/** How somebody sells: asks a week, how often they hear a name, how soon they follow up. */
export interface Habit extends StoryMember {
  asksAWeek: number;
  hears: number;
  days: number;
}

/** Somebody who may be asked: since when, and when last. */
export interface Source {
  person: string;
  account: string;
  by: string;
  since: Day;
  lastAsked: Day | null;
  /** When they are to be asked again, where they named a day. */
  untilDay: Day | null;
  moment: "delivered" | "account-review" | "lost-deal" | "anytime";
  stopped: boolean;
}

/** Everything the story needs while it is being made up. */
export interface Life {
  today: Day;
  dice: Dice;
  names: NameGiver;
  scenes: Scene[];
  sources: Source[];
  /** Whom everybody asks in the end; see exhausted.ts. */
  exhausted: string | null;
  /** A new key, the same at every telling. */
  key(kind: string): string;
}

export const WEEKS = 78;

const HABITS: readonly Habit[] = [
  // The leader asks too: what is the first priority is done by everybody.
  { key: "lena", name: "Lena Fuchs", role: "leader", team: null, asksAWeek: 1.5, hears: 0.38, days: 1 },
  { key: "mia", name: "Mia Sommer", role: "rep", team: "north", asksAWeek: 5.5, hears: 0.36, days: 1 },
  { key: "jonas", name: "Jonas Weber", role: "rep", team: "north", asksAWeek: 3.1, hears: 0.3, days: 2 },
  { key: "aylin", name: "Aylin Kaya", role: "rep", team: "north", asksAWeek: 2.4, hears: 0.42, days: 1 },
  // Knows everybody, plans every Monday, and does not ask.
  { key: "henrik", name: "Henrik Thoms", role: "rep", team: "north", asksAWeek: 0.04, hears: 0.3, days: 3 },
  { key: "lea", name: "Lea Brandt", role: "rep", team: "north", asksAWeek: 1.8, hears: 0.26, days: 2 },
  { key: "tariq", name: "Tariq Aziz", role: "rep", team: "south", asksAWeek: 4.2, hears: 0.33, days: 1 },
  { key: "sophie", name: "Sophie Keller", role: "rep", team: "south", asksAWeek: 2.9, hears: 0.28, days: 2 },
  // Asks a great deal, of the same few people, and hears little.
  { key: "marco", name: "Marco Renz", role: "rep", team: "south", asksAWeek: 4.8, hears: 0.14, days: 4 },
  { key: "nina", name: "Nina Petrov", role: "rep", team: "south", asksAWeek: 2.2, hears: 0.35, days: 1 },
  { key: "paul", name: "Paul Aschauer", role: "rep", team: "south", asksAWeek: 1.2, hears: 0.22, days: 3 },
];

/** The same life at every telling for the same day: a year and a half of one small team, dated back from `today`. */
export function makeStory(today: Day): Story {
  const dice = throwDice(20_041_108);
  let count = 0;
  const life: Life = {
    today,
    dice,
    names: createNameGiver(dice),
    scenes: [],
    sources: [],
    exhausted: null,
    key: (kind) => `${kind}-${++count}`,
  };
  const begin = addDays(weekOf(today, 1), -7 * WEEKS);
  for (const habit of HABITS) settleClients(life, habit, begin);
  for (let week = 0; week <= WEEKS; week += 1) {
    for (const habit of HABITS) liveAWeek(life, habit, addDays(begin, 7 * week), week);
  }
  tellOfPictures(life);
  tellOfSources(life);
  tellOfCoverage(life);
  tellOfTheExhausted(life);
  tellOfPlans(life);
  tellOfGiving(life);
  tellOfLoops(life);
  tellOfGifts(life);
  tellOfSourcePages(life);
  tellOfTouches(life);
  tellOfReportCards(life);
  return {
    workspace: "Lichtwerk Leitsysteme",
    teams: [
      { key: "north", name: "North", manager: "petra" },
      { key: "south", name: "South", manager: "david" },
    ],
    members: [
      { key: "petra", name: "Petra Lang", role: "manager", team: "north" },
      { key: "david", name: "David Osei", role: "manager", team: "south" },
      ...HABITS.map(({ key, name, role, team }) => ({ key, name, role, team })),
    ],
    scenes: inOrder(life.scenes.filter((scene) => scene.day <= today)),
  };
}

function settleClients(life: Life, habit: Habit, begin: Day): void {
  const { dice, names } = life;
  for (let n = dice.between(5, 7); n > 0; n -= 1) {
    const company = names.company();
    const account = life.key("account");
    life.scenes.push({
      what: "account",
      key: account,
      day: begin,
      by: habit.key,
      ...company,
      kind: "client",
      named: false,
    });
    for (let p = dice.between(3, 6); p > 0; p -= 1) {
      const person = addPerson(life, habit.key, account, company.domain, begin);
      life.sources.push({
        person,
        account,
        by: habit.key,
        since: begin,
        lastAsked: null,
        untilDay: null,
        moment: "account-review",
        stopped: false,
      });
      if (habit.key === "marco") life.exhausted ??= person;
    }
  }
  for (let n = dice.between(1, 3); n > 0; n -= 1) {
    const company = names.company();
    const account = life.key("account");
    life.scenes.push({
      what: "account",
      key: account,
      day: begin,
      by: habit.key,
      ...company,
      kind: "prospect",
      named: true,
    });
    addPerson(life, habit.key, account, company.domain, begin);
  }
}

export function addPerson(life: Life, by: string, account: string, domain: string, day: Day): string {
  const key = life.key("person");
  const name = life.names.person();
  const title = life.dice.pick(TITLES);
  const email = life.names.email(name, domain);
  life.scenes.push({ what: "person", key, day, by, account, name, title, email, phone: life.names.phone() });
  return key;
}

function liveAWeek(life: Life, habit: Habit, week: Day, number: number): void {
  const { dice } = life;
  // Summer and the turn of the year are quiet; the team has grown into asking over the year and a half.
  const quiet = /-(12-2[3-9]|12-3|01-0[1-5]|08-0|08-1)/.test(week) ? 0.3 : 1;
  const grown = 0.55 + (0.6 * number) / WEEKS;
  let asks = Math.floor(habit.asksAWeek * quiet * grown + dice.roll());
  for (const source of shuffled(dice, mayBeAsked(life, habit, week))) {
    if (asks <= 0) break;
    asks -= 1;
    ask(life, habit, source, workdayIn(life, week));
  }
  if (dice.chance(0.09 * quiet)) spontaneous(life, habit, workdayIn(life, week));
  if (dice.chance(0.16 * quiet)) meetOtherwise(life, habit, workdayIn(life, week));
}

function mayBeAsked(life: Life, habit: Habit, week: Day): Source[] {
  // One rep goes back to the same people as soon as he may; the others leave them a good while.
  const rest = habit.key === "marco" ? 30 : 75;
  const isLeftAlone = week > addDays(life.today, -LEFT_ALONE_DAYS);
  return life.sources.filter(
    (source) =>
      source.by === habit.key &&
      !source.stopped &&
      source.since <= week &&
      !(isLeftAlone && source.person === life.exhausted) &&
      (source.untilDay === null || source.untilDay <= week) &&
      (source.lastAsked === null || addDays(source.lastAsked, rest) <= week),
  );
}

const FOR_WHOM = [
  "somebody who runs operations in a plant of 200 to 1,000 people and still plans on paper",
  "the head of production at a supplier",
  "a finance lead who waits three days for the month's figures",
  "a former colleague who now leads a plant",
  "the person who runs the regional logistics circle",
  "an operations lead who opens a second site this year",
];
const NOTES = [
  "Said the roll-out saved them a week a month.",
  "Warm talk; would like to read the blurb first.",
  "Busy with the audit until the end of the month.",
  "Offered to mention us at the next works meeting.",
  "Wants to see the second line running before naming anybody.",
  "Knows the plant manager from their apprenticeship.",
  null,
  null,
  null,
] as const;

function ask(life: Life, habit: Habit, source: Source, day: Day): void {
  const { dice } = life;
  source.lastAsked = day;
  const hears =
    habit.hears * (source.moment === "delivered" ? 1.35 : source.moment === "lost-deal" ? 0.7 : 1);
  const left = 1 - hears;
  const outcome = dice.weigh({
    "named-someone": hears,
    "will-think": left * 0.42,
    "not-now": left * 0.24,
    no: left * 0.24,
    "sent-to-colleague": left * 0.1,
  });
  if (outcome === "no" && dice.chance(0.3)) source.stopped = true;
  source.untilDay = outcome === "not-now" ? addDays(day, dice.between(10, 120)) : null;
  const key = life.key("ask");
  const colleague =
    outcome === "sent-to-colleague"
      ? addPerson(life, habit.key, source.account, "kollegen.example", day)
      : null;
  life.scenes.push({
    what: "ask",
    key,
    day,
    by: habit.key,
    source: source.person,
    channel: dice.weigh({ call: 0.6, "in-person": 0.22, video: 0.12, "e-mail": 0.06 }),
    moment: source.moment,
    forWhom: dice.pick(FOR_WHOM),
    outcome,
    untilDay: source.untilDay,
    colleague,
    note: dice.pick(NOTES),
  });
  if (colleague)
    life.sources.push({
      ...source,
      person: colleague,
      since: addDays(day, 7),
      lastAsked: null,
      untilDay: null,
      stopped: false,
    });
  if (outcome === "named-someone")
    followIntroduction(
      life,
      habit,
      source,
      key,
      addDays(day, dice.weigh({ "0": 6, "1": 2, "4": 1 }) === "0" ? 0 : dice.between(1, 5)),
    );
}

function spontaneous(life: Life, habit: Habit, day: Day): void {
  const known = life.sources.filter((source) => source.by === habit.key && source.since <= day);
  if (known.length > 0) followIntroduction(life, habit, life.dice.pick(known), null, day);
}

function workdayIn(life: Life, week: Day): Day {
  return addDays(week, life.dice.between(0, 4));
}

/** The next day from Monday to Friday, `day` included. */
export function onWorkday(day: Day): Day {
  const weekday = weekdayOf(day);
  return weekday < 6 ? day : addDays(day, 8 - weekday);
}

function shuffled<T>(dice: Dice, items: readonly T[]): T[] {
  return items
    .map((item) => [dice.roll(), item] as const)
    .toSorted((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}

function inOrder(scenes: Scene[]): Scene[] {
  return scenes
    .map((scene, index) => ({ scene, index }))
    .toSorted((a, b) => (a.scene.day < b.scene.day ? -1 : a.scene.day > b.scene.day ? 1 : a.index - b.index))
    .map(({ scene }) => scene);
}
