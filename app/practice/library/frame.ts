import type { Moment } from "#asks/ask.ts";
import type { Discipline } from "../rubric.ts";
import type { Mood } from "../scenario.ts";

// What is the same in every language. The order is that in which skills come in, and scenarios are shown.

/** The rubrics that every workspace begins with, each with its points. */
export const RUBRIC_FRAME = {
  ask: {
    discipline: "asking",
    points: ["whom", "picture", "reason", "introduction", "next", "gratitude", "value", "freedom"],
  },
  "take-a-no": {
    discipline: "asking",
    points: ["heard", "thanked", "unpressed", "unexplained", "kept-open", "gave", "ended"],
  },
  "thank-and-report": {
    discipline: "follow-through",
    points: ["named", "outcome", "plainly", "thanked", "unasked", "next", "voice"],
  },
  seed: {
    discipline: "asking",
    points: ["how-we-grow", "earn-first", "no-request", "when", "treatment", "freedom"],
  },
  "first-call": {
    discipline: "follow-through",
    points: ["source-first", "reason", "time", "asked", "listened", "step", "report-back"],
  },
  "review-ask": {
    discipline: "asking",
    points: ["results-first", "their-words", "trouble", "whom", "reason", "introduction", "next", "freedom"],
  },
  give: {
    discipline: "giving",
    points: ["their-aim", "specific", "why-them", "both-asked", "no-return", "next"],
  },
  connect: {
    discipline: "giving",
    points: ["both-willing", "who-each-is", "why-now", "first-step", "steps-back", "looks-back"],
  },
} as const satisfies Readonly<Record<string, { discipline: Discipline; points: readonly string[] }>>;

export type LibraryRubric = keyof typeof RUBRIC_FRAME;

interface ScenarioFrame {
  rubric: LibraryRubric;
  mood: Mood;
  moment: Moment | null;
}

/** The scenarios that every workspace begins with. */
export const SCENARIO_FRAME = {
  "ask-delivered-controller": { rubric: "ask", mood: "delighted", moment: "delivered" },
  "ask-delivered-works-manager": { rubric: "ask", mood: "busy", moment: "delivered" },
  "ask-delivered-user": { rubric: "ask", mood: "friendly", moment: "delivered" },
  "ask-anytime-former-client": { rubric: "ask", mood: "friendly", moment: "anytime" },
  "ask-anytime-advisor": { rubric: "ask", mood: "reserved", moment: "anytime" },
  "ask-lost-deal-honest": { rubric: "ask", mood: "reserved", moment: "lost-deal" },
  "ask-lost-deal-friend": { rubric: "ask", mood: "friendly", moment: "lost-deal" },
  "no-policy": { rubric: "take-a-no", mood: "reserved", moment: "anytime" },
  "no-burnt": { rubric: "take-a-no", mood: "annoyed", moment: "anytime" },
  "no-not-now": { rubric: "take-a-no", mood: "busy", moment: "delivered" },
  "thank-first-day": { rubric: "thank-and-report", mood: "busy", moment: null },
  "report-nothing-came": { rubric: "thank-and-report", mood: "friendly", moment: null },
  "report-won": { rubric: "thank-and-report", mood: "delighted", moment: null },
  "report-went-wrong": { rubric: "thank-and-report", mood: "annoyed", moment: null },
  "seed-discovery-curious": { rubric: "seed", mood: "friendly", moment: "discovery" },
  "seed-discovery-wary": { rubric: "seed", mood: "reserved", moment: "discovery" },
  "seed-proposal-buyer": { rubric: "seed", mood: "busy", moment: "proposal" },
  "seed-proposal-board": { rubric: "seed", mood: "reserved", moment: "proposal" },
  "first-call-expected": { rubric: "first-call", mood: "friendly", moment: null },
  "first-call-forgotten": { rubric: "first-call", mood: "busy", moment: null },
  "first-call-courtesy": { rubric: "first-call", mood: "reserved", moment: null },
  "review-good-year": { rubric: "review-ask", mood: "delighted", moment: "account-review" },
  "review-mixed": { rubric: "review-ask", mood: "reserved", moment: "account-review" },
  "review-new-face": { rubric: "review-ask", mood: "busy", moment: "account-review" },
  "give-client-needs": { rubric: "give", mood: "friendly", moment: null },
  "give-nothing-to-sell": { rubric: "give", mood: "reserved", moment: null },
  "connect-two-clients": { rubric: "connect", mood: "friendly", moment: null },
  "connect-too-keen": { rubric: "connect", mood: "delighted", moment: null },
} as const satisfies Readonly<Record<string, ScenarioFrame>>;

export type LibraryScenario = keyof typeof SCENARIO_FRAME;

/** What a language brings. */
export interface LibraryTexts {
  rubrics: {
    readonly [R in LibraryRubric]: {
      name: string;
      points: Readonly<Record<(typeof RUBRIC_FRAME)[R]["points"][number], { act: string; why: string }>>;
    };
  };
  scenarios: Readonly<Record<LibraryScenario, ScenarioTexts>>;
}

export interface ScenarioTexts {
  name: string;
  who: string;
  situation: string;
  opening: string;
  objections: readonly string[];
}
