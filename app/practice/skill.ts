import type { RUBRIC_FRAME } from "./library/frame.ts";
import type { TalkAct } from "./talk-words/talk-language.ts";
import type { AskPoint } from "./written-rules/written-language.ts";

/** The skills beside asking and taking a no: there are things to say, in an order that helps, and one thing that spoils it. */
export const SKILLS = ["thank-and-report", "seed", "first-call", "give", "connect"] as const;
export type Skill = (typeof SKILLS)[number];

type PointIn<S extends Skill> = (typeof RUBRIC_FRAME)[S]["points"][number];

/** A point of a skill's rubric that rules can hear; whether it is told plainly, nobody can read out of words. */
export type SkillPoint = { [S in Skill]: `${S}/${Exclude<PointIn<S>, "plainly">}` }[Skill];
/** What must not be said in a talk of that skill. */
export type Spoiling = `${Skill}/spoils`;
/** Answers a doubt of theirs, and is no point of the rubric. */
type Aside = "thank-and-report/reassures" | "thank-and-report/declines" | "first-call/what-we-do";
export type SkillAct = SkillPoint | Spoiling | Aside;
export type SkillActOf<S extends Skill> = Extract<SkillAct, `${S}/${string}`>;

interface SkillFrame {
  /** What they want to hear before anything else comes to their mind, and what they want to know at last. */
  first: readonly SkillPoint[];
  last: readonly SkillPoint[];
  /** Weighs with them, and they never ask for it. */
  also: readonly SkillPoint[];
  /** Points that are earned at the very beginning or not at all. */
  atOnce: readonly SkillPoint[];
  /** By what they begin to tell, where not any question will do. */
  inquires?: SkillPoint;
  /** Earned by naming somebody whom they know. */
  names?: SkillPoint;
  /** What is lost when it is spoilt. */
  breaks: SkillPoint;
  /** What is read for the other rubrics and earns the point here too. */
  by: Readonly<Partial<Record<SkillPoint, readonly (AskPoint | TalkAct | "echo")[]>>>;
}

export const SKILL_FRAME: Readonly<Record<Skill, SkillFrame>> = {
  "thank-and-report": {
    first: ["thank-and-report/outcome", "thank-and-report/thanked"],
    last: ["thank-and-report/next"],
    also: ["thank-and-report/named", "thank-and-report/voice", "thank-and-report/unasked"],
    atOnce: ["thank-and-report/outcome"],
    breaks: "thank-and-report/unasked",
    by: {
      "thank-and-report/named": ["whom"],
      "thank-and-report/thanked": ["gratitude", "thanks"],
      "thank-and-report/next": ["next"],
    },
  },
  seed: {
    first: ["seed/how-we-grow", "seed/earn-first"],
    last: ["seed/when"],
    also: ["seed/treatment", "seed/freedom", "seed/no-request"],
    atOnce: [],
    breaks: "seed/no-request",
    by: { "seed/freedom": ["freedom"] },
  },
  "first-call": {
    first: ["first-call/source-first", "first-call/reason", "first-call/asked"],
    last: ["first-call/step", "first-call/report-back"],
    also: ["first-call/time", "first-call/listened"],
    atOnce: ["first-call/source-first"],
    inquires: "first-call/asked",
    names: "first-call/source-first",
    breaks: "first-call/asked",
    by: {
      "first-call/reason": ["reason"],
      "first-call/listened": ["echo"],
    },
  },
  give: {
    first: ["give/their-aim", "give/specific", "give/why-them"],
    last: ["give/both-asked", "give/next"],
    also: ["give/no-return"],
    atOnce: [],
    breaks: "give/no-return",
    by: { "give/specific": ["whom"], "give/next": ["next"] },
  },
  connect: {
    first: ["connect/both-willing", "connect/who-each-is", "connect/why-now"],
    last: ["connect/first-step"],
    also: ["connect/steps-back", "connect/looks-back"],
    atOnce: [],
    breaks: "connect/both-willing",
    by: { "connect/first-step": ["next"], "connect/why-now": ["because"] },
  },
};

export function isSkill(key: string): key is Skill {
  return (SKILLS as readonly string[]).includes(key);
}

export function isSkillAct(act: string): act is SkillAct {
  return act.includes("/");
}

export function spoilingOf(skill: Skill): Spoiling {
  return `${skill}/spoils`;
}

/** Every point of the skill that rules can hear, in the order in which they want to hear it. */
export function pointsOf(skill: Skill): readonly SkillPoint[] {
  const { first, last, also } = SKILL_FRAME[skill];
  return [...first, ...also, ...last];
}
