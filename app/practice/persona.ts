import type { Outcome } from "#asks/ask.ts";
import { libraryIn } from "./library/practice-library.ts";
import type { PracticeLanguage } from "./library/practice-languages.ts";
import { germanHouse } from "./personas/de.ts";
import { englishHouse } from "./personas/en.ts";
import {
  PERSONA_FRAME,
  type HouseTexts,
  type LineKind,
  type PersonaFrame,
  type PersonaKey,
  type SkillTexts,
} from "./personas/frame.ts";
import { RUBRIC_FRAME } from "./library/frame.ts";
import type { Rubric } from "./rubric.ts";
import type { Act } from "./said.ts";
import { isSkill, pointsOf, type Skill } from "./skill.ts";
import type { Mood, Scenario } from "./scenario.ts";

/** How a talk may end. */
export const ENDS = [
  "introduces",
  "will-think",
  "not-now",
  "no",
  "kept-open",
  "colleague",
  "walks-off",
  "unasked",
  "glad",
  "let-down",
] as const;
export type End = (typeof ENDS)[number];

/** As what a real conversation of that end would be logged; null: nothing was asked. */
export const OUTCOME_OF: Readonly<Record<End, Outcome | null>> = {
  introduces: "named-someone",
  "will-think": "will-think",
  "not-now": "not-now",
  no: "no",
  "kept-open": "no",
  colleague: "sent-to-colleague",
  "walks-off": "no",
  unasked: null,
  glad: null,
  "let-down": null,
};

/** How they feel at the moment. */
export const MOODS_NOW = ["waiting", "warming", "open", "willing", "guarded", "impatient"] as const;
export type MoodNow = (typeof MOODS_NOW)[number];

export interface Objection {
  line: string;
  /** Any of these answers it, once it was heard. */
  answeredBy: readonly Act[];
  /** It comes whatever was said before. */
  always: boolean;
  asks: boolean;
  otherwise: End;
  more: string | null;
  settled: string | null;
}

/** What is rehearsed with them: to be brought together with somebody, to take their no, or another skill. */
export type Plot = "ask" | "no" | Skill;

/** Somebody made up who answers to what is said. Every text is in one language. */
export interface Persona {
  key: string;
  plot: Plot;
  language: PracticeLanguage;
  called: string;
  mood: Mood;
  trust: number;
  thinks: number;
  willing: number;
  patience: number;
  mostWords: number;
  weighs: Partial<Readonly<Record<Act, number>>>;
  best: End;
  days: number;
  opening: string;
  wants: string;
  fears: string;
  knows: readonly { words: string; line: string }[];
  tells: readonly string[];
  objections: readonly Objection[];
  ends: Partial<Readonly<Record<End, string>>>;
}

const HOUSES: Readonly<Record<PracticeLanguage, HouseTexts>> = { en: englishHouse, de: germanHouse };

/**
 * Who sits opposite in a scenario. A scenario of the library has somebody of its own; one of the team's, or one that the team
 * changed, gets somebody of that mood with its objections. Null where nobody made up can listen for what its rubric asks.
 */
export function personaFor(
  scenario: Scenario,
  rubric: Pick<Rubric, "key" | "points">,
  language: PracticeLanguage,
): Persona | null {
  const plot = plotOf(rubric);
  if (plot === null) return null;
  const key = isPersona(scenario.key) && asInLibrary(scenario, language) ? scenario.key : null;
  return key === null
    ? ofMood(scenario, plot, language)
    : ownPersona(key, scenario, PERSONA_FRAME[key], plot, language);
}

/** Somebody of the scenario's mood, whatever its rubric asks for: for another to play. */
export function anybodyIn(scenario: Scenario, language: PracticeLanguage): Persona {
  return ofMood(scenario, "ask", language);
}

/** A line of that kind, as somebody who began in this mood would say it; there is always one. */
export function linesOf(persona: Persona, kind: LineKind): readonly string[] {
  const { lines, ofMood: moods } = HOUSES[persona.language];
  return skillTexts(persona)?.lines[kind] ?? moods[persona.mood][kind] ?? lines[kind];
}

/** What is said in a talk of this skill; null in one of asking or taking a no. */
export function skillTexts({ plot, language }: Pick<Persona, "plot" | "language">): SkillTexts | null {
  return isSkill(plot) ? HOUSES[language].skills[plot] : null;
}

/** How they feel, in words. */
export function moodWords(persona: Persona, mood: MoodNow): string {
  const own = mood === "willing" ? skillTexts(persona)?.willing : undefined;
  return own ?? HOUSES[persona.language].moods[mood];
}

/** What became of it, said to whoever rehearsed. */
export function endWords(persona: Persona, end: End | "unfinished"): string {
  const own: Partial<Record<End | "unfinished", string>> = skillTexts(persona)?.ends ?? {};
  return own[end] ?? HOUSES[persona.language].ends[end];
}

export function textsIn(language: PracticeLanguage): HouseTexts {
  return HOUSES[language];
}

function plotOf({ key, points }: Pick<Rubric, "key" | "points">): Plot | null {
  if (key === "take-a-no") return "no";
  if (isSkill(key)) {
    const heard: readonly string[] = RUBRIC_FRAME[key].points;
    return points.some((point) => heard.includes(point.key)) ? key : null;
  }
  return points.some((point) => point.key === "introduction") ? "ask" : null;
}

function isPersona(key: string): key is PersonaKey {
  return Object.hasOwn(PERSONA_FRAME, key);
}

/** Only for what the library says do its persona's own answers fit. */
function asInLibrary(scenario: Scenario, language: PracticeLanguage): boolean {
  const ours = libraryIn(language).scenarios.find(({ key }) => key === scenario.key);
  return (
    ours !== undefined &&
    ours.who === scenario.who &&
    ours.situation === scenario.situation &&
    ours.objections.join("\n") === scenario.objections.join("\n")
  );
}

function ownPersona(
  key: PersonaKey,
  scenario: Scenario,
  frame: PersonaFrame,
  plot: Plot,
  language: PracticeLanguage,
): Persona {
  const texts = HOUSES[language].personas[key];
  const { objections, ...temper } = frame;
  return {
    key,
    plot,
    language,
    mood: scenario.mood,
    opening: scenario.opening,
    ...temper,
    weighs: frame.weighs ?? {},
    wants: texts.wants,
    fears: texts.fears,
    knows: texts.knows,
    tells: texts.tells,
    ends: texts.ends,
    objections: scenario.objections.map((line, at) => ({
      line,
      answeredBy: objections[at]?.answeredBy ?? answersOf(plot),
      always: objections[at]?.always ?? false,
      asks: objections[at]?.asks ?? false,
      otherwise: objections[at]?.otherwise ?? "will-think",
      more: texts.objections[at]?.more ?? null,
      settled: texts.objections[at]?.settled ?? null,
    })),
  };
}

const ANSWERS_MOST: readonly Act[] = [
  "ease",
  "care",
  "freedom",
  "reason",
  "next",
  "later",
  "discretion",
  "value",
  "yourWord",
  "keepsOpen",
  "owns",
];

function answersOf(plot: Plot): readonly Act[] {
  return isSkill(plot) ? [...ANSWERS_MOST, ...pointsOf(plot), "accepts", "day"] : ANSWERS_MOST;
}

/** From where on somebody of no character of their own thinks about it or does it, and what one may hope for. */
function aimsOf(plot: Plot): Pick<Persona, "thinks" | "willing" | "best" | "days"> {
  if (plot === "ask") return { thinks: 6, willing: 9, best: "introduces", days: 30 };
  return plot === "no"
    ? { thinks: 4, willing: 7, best: "kept-open", days: 30 }
    : { thinks: 6, willing: 9, best: "glad", days: 0 };
}

const TEMPERS: Readonly<Record<Mood, { trust: number; patience: number; mostWords: number }>> = {
  delighted: { trust: 4, patience: 7, mostWords: 130 },
  friendly: { trust: 4, patience: 6, mostWords: 120 },
  reserved: { trust: 2, patience: 5, mostWords: 110 },
  busy: { trust: 3, patience: 4, mostWords: 70 },
  annoyed: { trust: 1, patience: 4, mostWords: 80 },
};

function ofMood(scenario: Scenario, plot: Plot, language: PracticeLanguage): Persona {
  const temper = TEMPERS[scenario.mood];
  const { wants, fears } = skillTexts({ plot, language })?.anybody ?? HOUSES[language].anybody;
  return {
    key: scenario.key,
    plot,
    language,
    called: scenario.who.split(/[,;]/)[0]?.trim() ?? "",
    mood: scenario.mood,
    ...temper,
    ...aimsOf(plot),
    weighs: {},
    opening: scenario.opening,
    wants,
    fears,
    knows: [],
    tells: [],
    objections: scenario.objections.map((line) => ({
      line,
      answeredBy: answersOf(plot),
      always: true,
      asks: /\?["”“’]?$/.test(line),
      otherwise: "will-think",
      more: null,
      settled: null,
    })),
    ends: {},
  };
}
