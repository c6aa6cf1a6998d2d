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
} from "./personas/frame.ts";
import type { Rubric } from "./rubric.ts";
import type { Act } from "./said.ts";
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

/** What is rehearsed with them: to be brought together with somebody, or to take their no. */
export type Plot = "ask" | "no";

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
export function linesOf({ language, mood }: Persona, kind: LineKind): readonly string[] {
  const { lines, ofMood: moods } = HOUSES[language];
  return moods[mood][kind] ?? lines[kind];
}

export function textsIn(language: PracticeLanguage): HouseTexts {
  return HOUSES[language];
}

function plotOf({ key, points }: Pick<Rubric, "key" | "points">): Plot | null {
  if (key === "take-a-no") return "no";
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
      answeredBy: objections[at]?.answeredBy ?? ANSWERS_MOST,
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

const TEMPERS: Readonly<Record<Mood, { trust: number; patience: number; mostWords: number }>> = {
  delighted: { trust: 4, patience: 7, mostWords: 130 },
  friendly: { trust: 4, patience: 6, mostWords: 120 },
  reserved: { trust: 2, patience: 5, mostWords: 110 },
  busy: { trust: 3, patience: 4, mostWords: 70 },
  annoyed: { trust: 1, patience: 4, mostWords: 80 },
};

function ofMood(scenario: Scenario, plot: Plot, language: PracticeLanguage): Persona {
  const temper = TEMPERS[scenario.mood];
  const { wants, fears } = HOUSES[language].anybody;
  return {
    key: scenario.key,
    plot,
    language,
    called: scenario.who.split(/[,;]/)[0]?.trim() ?? "",
    mood: scenario.mood,
    ...temper,
    thinks: plot === "no" ? 4 : 6,
    willing: plot === "no" ? 7 : 9,
    weighs: {},
    best: plot === "no" ? "kept-open" : "introduces",
    days: 30,
    opening: scenario.opening,
    wants,
    fears,
    knows: [],
    tells: [],
    objections: scenario.objections.map((line) => ({
      line,
      answeredBy: ANSWERS_MOST,
      always: true,
      asks: /\?["”“’]?$/.test(line),
      otherwise: "will-think",
      more: null,
      settled: null,
    })),
    ends: {},
  };
}
