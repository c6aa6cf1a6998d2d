import { getScenario, practiceLibrary } from "#practice/library-actions.ts";
import type { Kept, RubricPoint } from "#practice/rubric.ts";
import { offerOn, scenarioToRehearse, type Practised } from "#practice/rust.ts";
import type { Way } from "#practice/session.ts";
import { holdSessionOf, scoreTheirs } from "#practice/session-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";
import { throwDice, type Dice } from "./dice.ts";

const WEEKS_TOLD = 6;
/** How often the first, the second … of them practises in a week, over and over. */
const OFTEN = [3, 3, 2, 3, 1, 3, 2];
const WAYS: Readonly<Record<Way, number>> = { mirror: 4, live: 3, written: 2, talk: 1 };
const NOTES = [
  "Slower.",
  "Name the person first.",
  "Thank them before, not after.",
  "Stop after the question.",
];

/**
 * Everybody's rehearsals of the last weeks, as they were offered: the longer they practise, the more they keep. Some were scored by
 * a colleague, too; the last one waits for the leader, who has not practised this week yet.
 */
export async function tellPractice(tx: Tx, leader: Actor, others: readonly Actor[]): Promise<void> {
  const library = await practiceLibrary(tx, "en");
  const skills = library.rubrics.map(({ key }) => key);
  const thisWeek = weekOf(leader.today, leader.workspace.calendar.firstDay);
  for (const [at, actor] of [leader, ...others].entries()) {
    const dice = throwDice(4_000 + at);
    const practised: (Practised & { scenario: string })[] = [];
    for (let ago = WEEKS_TOLD; ago >= 0; ago -= 1) {
      const many = ago === 0 && at === 0 ? 0 : (OFTEN[at % OFTEN.length] ?? 2) - (dice.chance(0.25) ? 1 : 0);
      for (const day of daysIn(addDays(thisWeek, -7 * ago), many, leader.today, dice)) {
        const known = { skills, practised, isDayOff: false, isPutOff: false };
        const skill = offerOn(day, known)?.skill ?? dice.pick(skills);
        const own = library.scenarios.filter(({ rubric }) => rubric === skill);
        const key = scenarioToRehearse(own, practised)?.key;
        const rubric = library.rubrics.find((each) => each.key === skill);
        if (key === undefined || rubric === undefined) continue;
        const kept = keptOf(rubric.points, 0.45 + 0.08 * (WEEKS_TOLD - ago), dice);
        const way = dice.weigh(WAYS);
        const partner = others[(at + 1) % others.length];
        const eyes = way === "live" && partner !== undefined && partner !== actor ? partner : null;
        const { session } = await holdSessionOf(tx, on(actor, day), {
          scenario: key,
          language: "en",
          way,
          day,
          seconds: dice.between(150, 420),
          kept,
          note: dice.chance(0.3) ? dice.pick(NOTES) : null,
          askIds: eyes === null ? [] : [eyes.member.id],
        });
        if (eyes !== null)
          await scoreTheirs(tx, on(eyes, day), session.id, { kept: seenBy(rubric.points, kept, dice) });
        const share = Object.values(kept).filter(Boolean).length / rubric.points.length;
        practised.push({ skill, day, share, scenario: key });
      }
    }
  }
  const [first] = others;
  if (first !== undefined) await askTheLeader(tx, first, leader);
}

async function askTheLeader(tx: Tx, actor: Actor, leader: Actor): Promise<void> {
  const key = "ask-delivered-works-manager";
  const { rubric } = await getScenario(tx, key, "en");
  const day = addDays(actor.today, -1);
  await holdSessionOf(tx, on(actor, day), {
    scenario: key,
    language: "en",
    way: "mirror",
    day,
    seconds: 230,
    kept: keptOf(rubric.points, 0.8, throwDice(7)),
    askIds: [leader.member.id],
  });
}

/** Some of the week's working days that are over, in order. */
function daysIn(week: Day, many: number, today: Day, dice: Dice): Day[] {
  const days = [0, 1, 2, 3, 4].map((ahead) => addDays(week, ahead)).filter((day) => day < today);
  while (days.length > many) days.splice(dice.between(0, days.length - 1), 1);
  return days;
}

function keptOf(points: readonly RubricPoint[], chance: number, dice: Dice): Kept {
  return Object.fromEntries(points.map(({ key }) => [key, dice.chance(Math.min(0.97, chance))]));
}

/** Another pair of eyes: mostly the same, a little stricter. */
function seenBy(points: readonly RubricPoint[], kept: Kept, dice: Dice): Kept {
  return Object.fromEntries(points.map(({ key }) => [key, kept[key] === true && dice.chance(0.85)]));
}

function on(actor: Actor, day: Day): Actor {
  return { ...actor, today: day, now: instantOf(day, "08:40", actor.workspace.timeZone) };
}
