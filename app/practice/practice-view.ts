import { MOMENTS } from "#asks/ask.ts";
import { z } from "#lib/http/api.ts";
import { day, rate } from "#lib/http/shapes.ts";
import { ROLES } from "#team/member.ts";
import { ORIGINS, type RubricHere, type ScenarioHere } from "./library-actions.ts";
import { PRACTICE_LANGUAGES } from "./library/practice-languages.ts";
import { WHY_NONE, type PracticeNow, type SkillNow } from "./offer-actions.ts";
import { WEEK_STATES } from "./practice-week.ts";
import type { PracticeRule } from "./practice-week-actions.ts";
import { DISCIPLINES } from "./rubric.ts";
import { MOODS } from "./scenario.ts";

export const language = z.enum(PRACTICE_LANGUAGES);
/** The key of a rubric or a scenario. */
export const keyParam = z.object({ key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) });

const point = z.object({ key: z.string(), act: z.string(), why: z.string() }).openapi("RubricPoint");

const here = {
  language,
  origin: z.enum(ORIGINS).describe("library: as every workspace begins; edited: in your words; own: yours"),
  editionId: z.uuid().nullable().describe("The last edition of your own, which can be taken back"),
  byId: z.uuid().nullable(),
  byName: z.string().nullable(),
  retiredOn: day.nullable(),
};

export const rubricView = z
  .object({
    key: z.string(),
    discipline: z.enum(DISCIPLINES),
    name: z.string(),
    points: z.array(point),
    ...here,
  })
  .openapi("Rubric");
export type RubricView = z.infer<typeof rubricView>;

export const scenarioView = z
  .object({
    key: z.string(),
    rubric: z.string().describe("The key of the rubric that it is scored by"),
    name: z.string(),
    who: z.string(),
    situation: z.string(),
    mood: z.enum(MOODS),
    objections: z.array(z.string()),
    opening: z.string().describe("What they say first"),
    moment: z.enum(MOMENTS).nullable(),
    authorId: z.uuid().nullable().describe("Who added it; null: the library did"),
    ...here,
  })
  .openapi("Scenario");
export type ScenarioView = z.infer<typeof scenarioView>;

export const libraryView = z
  .object({ rubrics: z.array(rubricView), scenarios: z.array(scenarioView) })
  .openapi("PracticeLibrary");
export type LibraryView = z.infer<typeof libraryView>;

export const wantedRubric = z.object({
  language,
  discipline: z.enum(DISCIPLINES).default("asking"),
  name: z.string(),
  points: z.array(z.object({ key: z.string().optional(), act: z.string(), why: z.string().default("") })),
});

export const wantedScenario = z.object({
  language,
  rubric: z.string(),
  name: z.string(),
  who: z.string(),
  situation: z.string(),
  mood: z.enum(MOODS),
  objections: z.array(z.string()).default([]),
  opening: z.string(),
  moment: z.enum(MOMENTS).nullable().default(null),
  over: z
    .uuid()
    .nullable()
    .optional()
    .describe(
      "The edition that it was written over (null: the library’s); a conflict where another came meanwhile",
    ),
});

export const practiceWeekView = z
  .object({
    week: day.describe("Its first day"),
    required: z.int().describe("Never more than one for each of their working days in it"),
    held: z.int(),
    state: z.enum(WEEK_STATES).describe("neither: away, or nothing is required"),
  })
  .openapi("PracticeWeek");
export type PracticeWeekView = z.infer<typeof practiceWeekView>;

const skillView = z.object({
  rubric: z.string(),
  name: z.string(),
  discipline: z.enum(DISCIPLINES),
  scenario: z.string().describe("The one to rehearse next"),
  scenarioName: z.string(),
  n: z.int().describe("How often it was rehearsed"),
  last: day.nullable(),
  due: day.nullable().describe("Null: never rehearsed"),
  isDue: z.boolean(),
  retrievability: z.number().nullable().describe("From 0 to 1, by FSRS: the chance that it comes off today"),
  curve: z
    .array(
      z.object({
        week: day,
        n: z.int(),
        share: z.number().nullable().describe("Of the points kept, on average"),
      }),
    )
    .describe("The last twelve weeks, the oldest first"),
});
export type SkillView = z.infer<typeof skillView>;

export const practiceView = z
  .object({
    offer: z
      .object({
        rubric: z.string(),
        rubricName: z.string(),
        scenario: z.string(),
        scenarioName: z.string(),
        who: z.string(),
        why: z.enum(["rusty", "waited", "new"]),
        last: day.nullable(),
      })
      .nullable()
      .describe("The one session of five minutes for today"),
    whyNone: z.enum(WHY_NONE).nullable(),
    week: practiceWeekView,
    skills: z.array(skillView).describe("The due ones first, in the order in which they are offered"),
  })
  .openapi("Practice");
export type PracticeView = z.infer<typeof practiceView>;

export const ruleView = z
  .object({
    sessions: z.int(),
    said: z
      .object({ id: z.uuid(), fromDay: day, byName: z.string() })
      .nullable()
      .describe("Null: three, as every workspace begins"),
  })
  .openapi("PracticeRule");
export type RuleView = z.infer<typeof ruleView>;

export const practiserView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    role: z.enum(ROLES),
    teamId: z.uuid().nullable(),
    weeks: z.array(practiceWeekView).describe("The oldest first; none before they came"),
  })
  .openapi("Practiser");
export type PractiserView = z.infer<typeof practiserView>;

const share = z.object({ named: z.int().describe("Asks that brought a name"), rate });

export const besideView = z
  .object({
    weeks: z.array(z.object({ week: day, sessions: z.int(), asks: z.int() })),
    from: day.nullable().describe("From when on asks are compared; null: nobody has practised yet"),
    after: share.describe("Asks within seven days of a rehearsal of asking"),
    others: share,
    difference: z
      .object({ value: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .describe("Of the two shares, with a 95 % interval (Newcombe); null: too early to say"),
  })
  .openapi("PracticeBesideAsks");
export type BesideView = z.infer<typeof besideView>;

export function rubricOf({ edition, ...rest }: RubricHere) {
  return { ...rest, points: [...rest.points], ...editionOf(edition) };
}

export function scenarioOf({ edition, ...rest }: ScenarioHere) {
  return { ...rest, objections: [...rest.objections], ...editionOf(edition) };
}

export function practiceOf({ offer, whyNone, week, skills }: PracticeNow): PracticeView {
  return {
    offer: offer && {
      rubric: offer.rubric.key,
      rubricName: offer.rubric.name,
      scenario: offer.scenario.key,
      scenarioName: offer.scenario.name,
      who: offer.scenario.who,
      why: offer.why,
      last: offer.last,
    },
    whyNone,
    week,
    skills: skills.map(skillOf),
  };
}

export function ruleOf({ sessions, said }: PracticeRule): RuleView {
  return { sessions, said: said && { id: said.id, fromDay: said.fromDay, byName: said.byName } };
}

function skillOf({ rubric, scenario, rust, isDue, curve }: SkillNow): SkillView {
  return {
    rubric: rubric.key,
    name: rubric.name,
    discipline: rubric.discipline,
    scenario: scenario.key,
    scenarioName: scenario.name,
    n: rust?.n ?? 0,
    last: rust?.last ?? null,
    due: rust?.due ?? null,
    isDue,
    retrievability: rust?.retrievability ?? null,
    curve,
  };
}

function editionOf(edition: RubricHere["edition"]) {
  const { editionId, byId, byName } = edition ?? { editionId: null, byId: null, byName: null };
  return { editionId, byId, byName };
}
