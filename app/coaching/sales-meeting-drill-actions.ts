import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { practiceLibrary, type RubricHere, type ScenarioHere } from "#practice/library-actions.ts";
import type { PracticeLanguage } from "#practice/library/practice-languages.ts";
import { dueOf, rustOf } from "#practice/rust.ts";
import { scenarioAgainst, together, whatHolds, type Holds, type Practise } from "./comfort.ts";
import { askingFactsOf } from "./comfort-reader.ts";
import { practisedByEach, type TeamPractised } from "./sales-meeting-reader.ts";
import { rustiestOf } from "./sales-meeting.ts";

/** Why this skill: what holds the team back, what it has due again, what it never rehearsed, or because whoever leads it said so. */
export type WhyDrill =
  | { kind: "chosen" }
  | { kind: "holds"; holds: Holds; says: string }
  | { kind: "due" | "never"; of: number; people: number };

/** What a team rehearses together for two minutes, in pairs. */
export interface Drill {
  rubric: RubricHere;
  scenario: ScenarioHere;
  why: WhyDrill;
  /** All that there is to choose from. */
  scenarios: { key: string; name: string; skill: string; skillName: string }[];
}

/** Null where the library has nothing to offer. The rule looks at the day after the week, or today while it runs. */
export async function drillOf(
  tx: Tx,
  actor: Actor,
  {
    memberIds,
    week,
    language,
    chosen,
  }: {
    memberIds: readonly string[];
    week: Day;
    language: PracticeLanguage;
    chosen: { skill: string | null; scenario: string | null };
  },
): Promise<Drill | null> {
  const { rubrics, scenarios } = await practiceLibrary(tx, language);
  const offered = scenarios.filter(
    ({ retiredOn, rubric }) => retiredOn === null && isOffered(rubric, rubrics),
  );
  const after = addDays(week, 7);
  const day = after < actor.today ? after : actor.today;
  const practised = await practisedByEach(tx, memberIds, day);
  const { scenario, why } =
    byHand(offered, practised, chosen) ??
    (await byRule(tx, actor, { memberIds, day, rubrics, offered, practised }));
  const rubric = rubrics.find(({ key }) => key === scenario?.rubric);
  if (scenario === null || rubric === undefined) return null;
  const names = new Map(rubrics.map(({ key, name }) => [key, name]));
  return {
    rubric,
    scenario,
    why,
    scenarios: offered.map((each) => ({
      key: each.key,
      name: each.name,
      skill: each.rubric,
      skillName: names.get(each.rubric) ?? each.rubric,
    })),
  };
}

interface Found {
  scenario: ScenarioHere | null;
  why: WhyDrill;
}

function isOffered(skill: string, rubrics: readonly RubricHere[]): boolean {
  return rubrics.some(({ key, retiredOn }) => key === skill && retiredOn === null);
}

function byHand(
  offered: readonly ScenarioHere[],
  practised: readonly TeamPractised[],
  { skill, scenario }: { skill: string | null; scenario: string | null },
): Found | null {
  const why = { kind: "chosen" } as const;
  const named = offered.find(({ key }) => key === scenario);
  if (named !== undefined) return { scenario: named, why };
  const ofSkill = skill === null ? null : of(skill, offered, practised);
  return ofSkill && { scenario: ofSkill, why };
}

async function byRule(
  tx: Tx,
  actor: Actor,
  {
    memberIds,
    day,
    rubrics,
    offered,
    practised,
  }: {
    memberIds: readonly string[];
    day: Day;
    rubrics: readonly RubricHere[];
    offered: readonly ScenarioHere[];
    practised: readonly TeamPractised[];
  },
): Promise<Found> {
  const asking = await askingFactsOf(tx, memberIds, day, actor.workspace.calendar.firstDay);
  const { holds, practise } = whatHolds(together([...asking.values()]));
  const isKnown = holds === "comfort" || holds === "technique";
  const against = isKnown && practise !== null ? scenarioAgainst(practise, offered, practised) : null;
  if (practise !== null && against !== null)
    return { scenario: against, why: { kind: "holds", holds, says: practise.why } };
  const skills = rubrics.filter(({ retiredOn }) => retiredOn === null).map(({ key }) => key);
  const each = Map.groupBy(practised, ({ memberId }) => memberId);
  const rusts = memberIds.map((id) => rustOf(each.get(id) ?? [], day));
  const due = rusts.map((rust) => new Set(dueOf(skills, rust, day).map((found) => found.rust.skill)));
  const rustiest = rustiestOf(
    skills.map((skill) => ({
      skill,
      due: due.filter((own) => own.has(skill)).length,
      never: rusts.filter((own) => !own.has(skill)).length,
    })),
  );
  const skill = rustiest?.skill ?? skills[0];
  return {
    scenario: skill === undefined ? null : of(skill, offered, practised),
    why: { kind: rustiest?.why ?? "never", of: rustiest?.of ?? 0, people: memberIds.length },
  };
}

function of(
  skill: string,
  offered: readonly ScenarioHere[],
  practised: readonly TeamPractised[],
): ScenarioHere | null {
  const any = { skill: skill as Practise["skill"], moment: null, moods: [] };
  return scenarioAgainst(any, offered, practised);
}
