import type { LibraryScenario } from "../library/frame.ts";
import type { Act } from "../said.ts";
import type { Skill, SkillAct, SkillPoint } from "../skill.ts";
import type { End, MoodNow } from "../persona.ts";
import type { Mood } from "../scenario.ts";
import { SKILL_PERSONAS } from "./skill-frame.ts";

// What is the same in every language: how they are tempered, and what answers them.

export interface PersonaFrame {
  /** All who sit there, as they may be called. */
  called: string;
  /** Where they begin, and from where on they think about it or do it. */
  trust: number;
  thinks: number;
  willing: number;
  /** How often they put up with what they need not. */
  patience: number;
  /** A turn of more words than these tries their patience. */
  mostWords: number;
  /** Acts that weigh more or less with them than with others. */
  weighs?: Partial<Record<Act, number>>;
  /** What one may hope for at best. */
  best: End;
  /** How long they wish to be left in peace, or to think; days. */
  days: number;
  /** In the order of the scenario. */
  objections: readonly ObjectionFrame[];
}

interface ObjectionFrame {
  answeredBy: readonly Act[];
  /** It comes whatever was said before. */
  always?: true;
  /** It is a question: who answers it has heard it. */
  asks?: true;
  /** How the talk ends where it stays open. */
  otherwise: End;
}

export const PERSONA_FRAME = {
  "ask-delivered-controller": {
    called: "Ilse Brandt",
    trust: 4,
    thinks: 6,
    willing: 9,
    patience: 6,
    mostWords: 120,
    best: "introduces",
    days: 30,
    objections: [
      { answeredBy: ["ease", "care", "freedom", "reason"], always: true, otherwise: "will-think" },
      { answeredBy: ["ease", "next", "value"], always: true, otherwise: "will-think" },
      { answeredBy: ["later", "freedom", "value"], otherwise: "not-now" },
    ],
  },
  "ask-delivered-works-manager": {
    called: "Ronald Okafor",
    trust: 3,
    thinks: 6,
    willing: 8,
    patience: 4,
    mostWords: 60,
    weighs: { ease: 2 },
    best: "introduces",
    days: 7,
    objections: [
      { answeredBy: ["later", "day", "ease"], always: true, otherwise: "not-now" },
      { answeredBy: ["reason", "picture", "value", "freedom"], otherwise: "no" },
      { answeredBy: ["ease", "next", "day"], always: true, otherwise: "will-think" },
    ],
  },
  "ask-delivered-user": {
    called: "Maja Lindqvist",
    trust: 4,
    thinks: 6,
    willing: 9,
    patience: 6,
    mostWords: 110,
    weighs: { value: 3 },
    best: "introduces",
    days: 14,
    objections: [
      {
        answeredBy: ["ease", "introduction", "care", "freedom", "value"],
        always: true,
        otherwise: "colleague",
      },
      { answeredBy: ["reason", "value", "care", "freedom"], otherwise: "will-think" },
      { answeredBy: ["discretion", "care", "freedom", "ease"], always: true, otherwise: "colleague" },
    ],
  },
  "ask-anytime-former-client": {
    called: "Henrik Dahl",
    trust: 5,
    thinks: 7,
    willing: 10,
    patience: 6,
    mostWords: 110,
    best: "introduces",
    days: 14,
    objections: [
      { answeredBy: ["care", "freedom", "ease", "discretion"], always: true, otherwise: "will-think" },
      { answeredBy: ["reason", "picture", "asks"], otherwise: "will-think" },
      { answeredBy: ["yourWord", "ease", "reason"], always: true, asks: true, otherwise: "no" },
    ],
  },
  "ask-anytime-advisor": {
    called: "Dr Barbara Kern",
    trust: 2,
    thinks: 6,
    willing: 10,
    patience: 5,
    mostWords: 110,
    weighs: { gift: -5, freedom: 3, care: 2, discretion: 3, anyone: -3, hedge: -2 },
    best: "introduces",
    days: 21,
    objections: [
      { answeredBy: ["discretion", "care"], always: true, otherwise: "no" },
      { answeredBy: ["freedom", "care", "ease"], always: true, otherwise: "no" },
      { answeredBy: ["reason", "picture", "because"], asks: true, otherwise: "will-think" },
    ],
  },
  "ask-lost-deal-honest": {
    called: "Thomas Wieland",
    trust: 4,
    thinks: 7,
    willing: 10,
    patience: 6,
    mostWords: 120,
    weighs: { gratitude: 2, why: -2 },
    best: "introduces",
    days: 30,
    objections: [
      { answeredBy: ["value", "ease", "reason", "freedom", "care"], always: true, otherwise: "will-think" },
      { answeredBy: ["ease", "value", "next", "reason"], asks: true, otherwise: "will-think" },
      { answeredBy: ["later", "day", "accepts"], always: true, otherwise: "not-now" },
    ],
  },
  "ask-lost-deal-friend": {
    called: "Sabine Roth",
    trust: 4,
    thinks: 6,
    willing: 9,
    patience: 7,
    mostWords: 120,
    weighs: { keepsOpen: 1, care: 1, pushes: -3 },
    best: "introduces",
    days: 60,
    objections: [
      { answeredBy: ["reason", "care", "freedom", "ease"], always: true, otherwise: "no" },
      { answeredBy: ["reason", "introduction", "keepsOpen", "picture"], otherwise: "will-think" },
      { answeredBy: ["care", "ease", "freedom", "asks"], always: true, otherwise: "will-think" },
    ],
  },
  "no-policy": {
    called: "Cornelia Haas",
    trust: 3,
    thinks: 4,
    willing: 7,
    patience: 5,
    mostWords: 90,
    weighs: { gift: -6, discretion: 2 },
    best: "kept-open",
    days: 0,
    objections: [],
  },
  "no-burnt": {
    called: "Georg Malik",
    trust: 1,
    thinks: 3,
    willing: 6,
    patience: 4,
    mostWords: 80,
    weighs: { hears: 3, echo: 2, care: 0, pushes: -4 },
    best: "not-now",
    days: 90,
    objections: [],
  },
  "no-not-now": {
    called: "Li Wen",
    trust: 3,
    thinks: 4,
    willing: 7,
    patience: 4,
    mostWords: 60,
    weighs: { gives: 3, later: 2 },
    best: "not-now",
    days: 28,
    objections: [],
  },
  "review-good-year": {
    called: "Frank Adler Svenja Thoms",
    trust: 5,
    thinks: 7,
    willing: 11,
    patience: 7,
    mostWords: 130,
    weighs: { gains: 2 },
    best: "introduces",
    days: 30,
    objections: [
      { answeredBy: ["reason", "later", "freedom", "care"], always: true, otherwise: "will-think" },
      { answeredBy: ["keepsOpen", "care", "freedom", "value"], always: true, otherwise: "will-think" },
      { answeredBy: ["yourWord", "introduction", "ease"], asks: true, otherwise: "will-think" },
    ],
  },
  "review-mixed": {
    called: "Margit Olsen",
    trust: 1,
    thinks: 4,
    willing: 7,
    patience: 5,
    mostWords: 120,
    weighs: { owns: 4, day: 3, trouble: 2, apology: 0, introduction: -1 },
    best: "not-now",
    days: 49,
    objections: [
      { answeredBy: ["owns", "later"], always: true, otherwise: "no" },
      { answeredBy: ["day"], asks: true, otherwise: "no" },
      { answeredBy: ["later", "accepts", "agrees"], always: true, otherwise: "not-now" },
    ],
  },
  "review-new-face": {
    called: "Dana Krüger",
    trust: 1,
    thinks: 7,
    willing: 9,
    patience: 5,
    mostWords: 100,
    weighs: { gains: 2, trouble: 2, gives: 2, asks: 1 },
    best: "will-think",
    days: 182,
    objections: [
      { answeredBy: ["asks", "gives", "gains", "accepts"], otherwise: "no" },
      { answeredBy: ["picture", "reason", "freedom"], otherwise: "no" },
      { answeredBy: ["later", "accepts", "day"], always: true, otherwise: "not-now" },
    ],
  },
  ...SKILL_PERSONAS,
} as const satisfies Partial<Readonly<Record<LibraryScenario, PersonaFrame>>>;

export type PersonaKey = keyof typeof PERSONA_FRAME;

/** What a language brings. */
export interface PersonaTexts {
  /** Who they want to meet or get done, and of what they are wary; whole sentences about them. */
  wants: string;
  fears: string;
  /** Whom they could bring us together with: by which words they are meant, and what is said when they are. */
  knows: readonly { words: string; line: string }[];
  /** What they tell when they are asked about themselves, in this order. */
  tells: readonly string[];
  /** For each objection of the scenario: what they tell when asked about it, and what they say once it is answered. */
  objections: readonly { more: string; settled: string }[];
  /** What they say at an end that is theirs alone. */
  ends: Partial<Readonly<Record<End, string>>>;
}

interface Anybody {
  wants: string;
  fears: string;
}

/** What is said in a talk of one skill, by anybody. */
export interface SkillTexts {
  /** What they say to a point that was made, and how they ask for one that was not. */
  hears: Readonly<Partial<Record<SkillPoint, string>>>;
  asks: Readonly<Partial<Record<SkillPoint, string>>>;
  /** In place of the lines of the house. */
  lines: Partial<Readonly<Record<LineKind, readonly string[]>>>;
  /** What became of it, said to whoever rehearsed. */
  ends: Readonly<Record<"glad" | "will-think" | "let-down" | "walks-off", string>>;
  /** In place of the house's word for somebody who would do it. */
  willing: string;
  anybody: Anybody;
}

/** What anybody may say, in one language. */
export interface HouseTexts {
  lines: Readonly<Record<LineKind, readonly string[]>>;
  /** In place of the above, for somebody who begins in this mood. */
  ofMood: Readonly<Record<Mood, Partial<Readonly<Record<LineKind, readonly string[]>>>>>;
  /** Why a line was the answer: one sentence, with "They" for the persona. */
  why: Readonly<Record<LineKind, string>>;
  /** What an act did: one sentence. */
  did: Readonly<Record<Exclude<Act, SkillAct>, string>>;
  /** What their mood is at the moment. */
  moods: Readonly<Record<MoodNow, string>>;
  /** What became of it, said to whoever rehearsed. */
  ends: Readonly<Record<End | "unfinished", string>>;
  /** Of somebody whom the library does not know. */
  anybody: Anybody;
  skills: Readonly<Record<Skill, SkillTexts>>;
  personas: Readonly<Record<PersonaKey, PersonaTexts>>;
}

export const LINE_KINDS = [
  "small",
  "goOn",
  "value",
  "gratitude",
  "told",
  "clarify",
  "apology",
  "anyone",
  "whom",
  "introduction",
  "reason",
  "next",
  "heardOnly",
  "unheard",
  "howExactly",
  "more",
  "settled",
  "remark",
  "pushed",
  "lacks",
  "spoilt",
  "again",
  "silence",
  "long",
] as const;
export type LineKind = (typeof LINE_KINDS)[number] | End;
