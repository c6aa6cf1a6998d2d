import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { isWorkday } from "#lib/kernel/workdays.ts";
import type { Tx } from "#lib/storage/database.ts";
import { workCalendarsOf } from "#team/work-calendar-actions.ts";
import { curveOf, type CurveWeek } from "./curve.ts";
import { practiceLibrary, type RubricHere, type ScenarioHere } from "./library-actions.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import { isPutOff, practisedBy } from "./practice-reader.ts";
import { memberPractice, type WeekOfPractice } from "./practice-week-actions.ts";
import { deletePutOff, insertPutOff } from "./put-off-store.ts";
import { dueOf, offerOn, rustOf, scenarioToRehearse, type Offer, type Rust } from "./rust.ts";

export const WHY_NONE = ["day-off", "put-off", "practised", "nothing-due"] as const;
export type WhyNone = (typeof WHY_NONE)[number];

export interface OfferedSession extends Offer {
  rubric: RubricHere;
  scenario: ScenarioHere;
}

export interface SkillNow {
  rubric: RubricHere;
  /** The scenario of it to rehearse next. */
  scenario: ScenarioHere;
  /** Null: never rehearsed. */
  rust: Rust | null;
  isDue: boolean;
  curve: CurveWeek[];
}

export interface PracticeNow {
  offer: OfferedSession | null;
  whyNone: WhyNone | null;
  /** The present one. */
  week: WeekOfPractice;
  /** The due ones first, in the order in which they are offered. */
  skills: SkillNow[];
}

const CURVE_WEEKS = 12;

/** What the actor should rehearse today and why, their week, and each skill as it stands; all worked out from what they held. */
export async function practiceNow(tx: Tx, actor: Actor, language: PracticeLanguage): Promise<PracticeNow> {
  const { id } = actor.member;
  const { rubrics, scenarios } = await practiceLibrary(tx, language);
  const offered = scenarios.filter(({ retiredOn }) => retiredOn === null);
  const practised = await practisedBy(tx, id);
  const standing = rubrics.filter(({ retiredOn }) => retiredOn === null);
  const toRehearse = standing.flatMap((rubric) => {
    const own = offered.filter((each) => each.rubric === rubric.key);
    const scenario = scenarioToRehearse(own, practised);
    return scenario === null ? [] : [{ rubric, scenario }];
  });
  const skills = toRehearse.map(({ rubric }) => rubric.key);
  const isDayOff = !(await worksOn(tx, id, actor.today));
  const known = { skills, practised, isDayOff, isPutOff: await isPutOff(tx, id, actor.today) };
  const rusts = rustOf(practised, actor.today);
  const due = dueOf(skills, rusts, actor.today).map(({ rust }) => rust.skill);
  const now = toRehearse.map(({ rubric, scenario }): SkillNow => {
    const own = practised.filter(({ skill }) => skill === rubric.key);
    const curve = curveOf(own, actor.today, actor.workspace.calendar.firstDay, CURVE_WEEKS);
    const rust = rusts.get(rubric.key) ?? null;
    return { rubric, scenario, rust, isDue: due.includes(rubric.key), curve };
  });
  const offer = offerOn(actor.today, known);
  const what = now.find(({ rubric }) => rubric.key === offer?.skill);
  const [week] = await memberPractice(tx, actor, id, 1);
  if (!week) throw new Error("the present week is always among a member's weeks");
  return {
    offer: offer && what ? { ...offer, rubric: what.rubric, scenario: what.scenario } : null,
    whyNone: offer === null ? whyNone(known, actor.today) : null,
    week,
    skills: now.toSorted((a, b) => placeIn(due, a) - placeIn(due, b)),
  };
}

/** Not today: what is due comes up on another day. No line of the journal: whoever has a bad day owes nobody a word about it. */
export async function putOffPractice(tx: Tx, actor: Actor): Promise<void> {
  await insertPutOff(tx, actor);
}

/** Today after all. */
export async function takeUpPractice(tx: Tx, actor: Actor): Promise<void> {
  await deletePutOff(tx, actor);
}

async function worksOn(tx: Tx, memberId: string, day: Day): Promise<boolean> {
  const calendars = await workCalendarsOf(tx, [memberId], { from: day, to: addDays(day, 1) });
  const calendar = calendars.get(memberId);
  return calendar !== undefined && isWorkday(day, calendar);
}

function whyNone(
  {
    isDayOff,
    isPutOff: putOff,
    practised,
  }: { isDayOff: boolean; isPutOff: boolean; practised: readonly { day: Day }[] },
  today: Day,
): WhyNone {
  if (practised.some(({ day }) => day === today)) return "practised";
  if (isDayOff) return "day-off";
  return putOff ? "put-off" : "nothing-due";
}

function placeIn(due: readonly string[], { rubric }: SkillNow): number {
  const place = due.indexOf(rubric.key);
  return place < 0 ? due.length : place;
}
