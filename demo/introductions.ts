import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Scene } from "./scenes.ts";
import { addPerson, onWorkday, type Habit, type Life, type Source } from "./story.ts";

const REASONS = [
  "They plan three shifts on a whiteboard; ours saved a week a month.",
  "Their second site opens in spring and the planning does not exist yet.",
  "They lost two days in the last audit looking for batch records.",
  "They wait until the tenth for the month's figures.",
  "Their planner retires next year and nobody else can read the sheet.",
];
/** What some sources told with it; most introductions come without a word of it. */
const HOW_KNOWN = [
  "They trained together in Kiel.",
  "Neighbours; their children row in the same boat.",
  "They ran the same plant for six years.",
  "They sit on the same trade committee.",
];
const PROMISED = [
  "A call first; nothing is sent before that.",
  "To hear from us after the first talk, before anybody else does.",
  "Half an hour, and no slides.",
];
const ABOUT = [
  "First talk",
  "How they plan today",
  "Walk through the plant",
  "Proposal",
  "Figures and open questions",
];
const LOST = [
  "no budget this year",
  "stayed with what they have",
  "chose a colleague of ours in trade",
  "project put off",
];
/** Of introductions at each level, the share that leads to a meeting. */
const MEETS = [0, 0.5, 0.6, 0.72, 0.9, 0.95];

/** An introduction and what becomes of it; only what lies before the story's today is told. */
export function followIntroduction(
  life: Life,
  habit: Habit,
  source: Source,
  ask: string | null,
  day: Day,
): void {
  const { dice, names } = life;
  const company = names.company();
  const account = life.key("account");
  life.scenes.push({
    what: "account",
    key: account,
    day,
    by: habit.key,
    ...company,
    kind: "prospect",
    named: dice.chance(0.1),
  });
  const contact = addPerson(life, habit.key, account, company.domain, day);
  const referral = life.key("referral");
  const level = Number(dice.weigh({ "0": 0.2, "1": 0.3, "2": 0.15, "3": 0.2, "4": 0.1, "5": 0.05 }));
  life.scenes.push({
    what: "referral",
    key: referral,
    day,
    by: habit.key,
    source: source.person,
    contact,
    ask,
    level,
    reason: dice.pick(REASONS),
    howKnown: level > 1 ? toldOf(HOW_KNOWN, life) : null,
    promised: level > 2 ? toldOf(PROMISED, life) : null,
  });
  if (level > 0) return answer(life, habit, { referral, contact, account, level, day });
  if (!dice.chance(0.35)) return;
  const raised = onWorkday(addDays(day, dice.between(3, 20)));
  life.scenes.push({ what: "raise", referral, day: raised, by: habit.key, level: 1 });
  answer(life, habit, { referral, contact, account, level: 1, day: raised });
}

/** Every other time, and without the dice: the story goes on as it did. */
function toldOf(lines: readonly string[], { scenes }: Life): string | null {
  const turn = scenes.length % (2 * lines.length);
  return lines[turn] ?? null;
}

interface Introduction {
  referral: string;
  contact: string;
  account: string;
  level: number;
  day: Day;
}

function answer(life: Life, habit: Habit, introduction: Introduction): void {
  const { dice } = life;
  const responded = onWorkday(addDays(introduction.day, dice.between(0, habit.days)));
  life.scenes.push({ what: "respond", referral: introduction.referral, day: responded, by: habit.key });
  if (!dice.chance(MEETS[introduction.level]!)) return;
  const scheduled = onWorkday(addDays(responded, dice.between(0, 6)));
  const held = meet(life, habit, introduction.contact, introduction.referral, scheduled);
  if (!held) return;
  becomeSource(life, habit, introduction.contact, introduction.account, addDays(held, 45), "anytime");
  if (dice.chance(0.55))
    deal(life, habit, { ...introduction, day: onWorkday(addDays(held, dice.between(1, 14))) }, "referral");
}

/** A meeting that nobody introduced us to: it counts as a meeting, and its deal closes less often. */
export function meetOtherwise(life: Life, habit: Habit, day: Day): void {
  const { dice, names } = life;
  const company = names.company();
  const account = life.key("account");
  life.scenes.push({
    what: "account",
    key: account,
    day,
    by: habit.key,
    ...company,
    kind: "prospect",
    named: false,
  });
  const contact = addPerson(life, habit.key, account, company.domain, day);
  const held = meet(life, habit, contact, null, day);
  if (!held || !dice.chance(0.4)) return;
  const origin = dice.weigh({ "cold-call": 0.45, inbound: 0.35, event: 0.2 });
  deal(
    life,
    habit,
    { referral: null, contact, account, day: onWorkday(addDays(held, dice.between(1, 20))) },
    origin,
  );
}

function meet(life: Life, habit: Habit, person: string, referral: string | null, scheduled: Day): Day | null {
  const { dice } = life;
  const meeting = life.key("meeting");
  const takesPlace = onWorkday(addDays(scheduled, dice.between(2, 16)));
  const time = `${String(dice.between(8, 16)).padStart(2, "0")}:${dice.pick(["00", "30"])}`;
  life.scenes.push({
    what: "meeting",
    key: meeting,
    day: scheduled,
    by: habit.key,
    person,
    referral,
    takesPlace,
    time,
    about: dice.pick(ABOUT),
  });
  const outcome = dice.weigh({ held: 0.82, "no-show": 0.07, cancelled: 0.11 });
  life.scenes.push({ what: "meeting-outcome", meeting, day: takesPlace, by: habit.key, outcome });
  return outcome === "held" ? takesPlace : null;
}

function deal(
  life: Life,
  habit: Habit,
  from: { referral: string | null; contact: string; account: string; day: Day },
  origin: Extract<Scene, { what: "deal" }>["origin"],
): void {
  const { dice } = life;
  const key = life.key("deal");
  const amountMinor = dice.between(8, 90) * 1_000_00 + dice.between(0, 9) * 100_00;
  life.scenes.push({
    what: "deal",
    key,
    day: from.day,
    by: habit.key,
    name: dice.pick([
      "Planning, first site",
      "Shift planning",
      "Batch records",
      "Pilot line",
      "Planning and figures",
    ]),
    account: from.account,
    person: from.contact,
    referral: from.referral,
    origin,
    amountMinor,
  });
  const decided = onWorkday(
    addDays(from.day, origin === "referral" ? dice.between(20, 95) : dice.between(40, 150)),
  );
  const won = dice.chance(origin === "referral" ? 0.52 : 0.27);
  if (!won && dice.chance(0.15)) return;
  life.scenes.push({
    what: "deal-outcome",
    deal: key,
    day: decided,
    by: habit.key,
    outcome: won ? "won" : "lost",
    lostReason: won ? null : dice.pick(LOST),
  });
  becomeSource(
    life,
    habit,
    from.contact,
    from.account,
    addDays(decided, won ? 20 : 60),
    won ? "delivered" : "lost-deal",
  );
}

/** Once met, B can become a source, whether they bought or not. */
function becomeSource(
  life: Life,
  habit: Habit,
  person: string,
  account: string,
  since: Day,
  moment: Source["moment"],
): void {
  const known = life.sources.find((source) => source.person === person);
  if (known) Object.assign(known, { since: known.since < since ? known.since : since, moment });
  else
    life.sources.push({
      person,
      account,
      by: habit.key,
      since,
      lastAsked: null,
      untilDay: null,
      moment,
      stopped: false,
    });
}
