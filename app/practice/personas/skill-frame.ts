import type { PersonaFrame } from "./frame.ts";

/** Those with whom the other skills are rehearsed. */
export const SKILL_PERSONAS = {
  "report-nothing-came": {
    called: "Anneliese Vogt",
    trust: 4,
    thinks: 7,
    willing: 11,
    patience: 6,
    mostWords: 120,
    weighs: { "thank-and-report/voice": 2 },
    best: "glad",
    days: 0,
    objections: [
      {
        answeredBy: ["thank-and-report/reassures", "thank-and-report/voice", "gratitude", "thanks", "value"],
        always: true,
        asks: true,
        otherwise: "will-think",
      },
      {
        answeredBy: [
          "thank-and-report/declines",
          "thank-and-report/unasked",
          "thank-and-report/next",
          "accepts",
          "freedom",
          "ease",
        ],
        always: true,
        asks: true,
        otherwise: "will-think",
      },
      {
        answeredBy: [
          "thank-and-report/reassures",
          "thanks",
          "gratitude",
          "keepsOpen",
          "owns",
          "thank-and-report/voice",
          "value",
        ],
        otherwise: "will-think",
      },
    ],
  },
  "seed-discovery-wary": {
    called: "Dieter Hofmann",
    trust: 2,
    thinks: 6,
    willing: 9,
    patience: 4,
    mostWords: 70,
    weighs: { "seed/spoils": -5, "seed/earn-first": 3 },
    best: "glad",
    days: 0,
    objections: [
      {
        answeredBy: ["seed/earn-first", "day", "owns", "agrees", "seed/when"],
        always: true,
        otherwise: "let-down",
      },
      {
        answeredBy: ["seed/no-request", "seed/freedom", "accepts", "freedom"],
        always: true,
        otherwise: "let-down",
      },
      {
        answeredBy: ["seed/earn-first", "seed/when", "accepts", "agrees", "later"],
        otherwise: "will-think",
      },
    ],
  },
  "first-call-expected": {
    called: "Carla Weiss",
    trust: 4,
    thinks: 8,
    willing: 12,
    patience: 5,
    mostWords: 90,
    weighs: { "first-call/listened": 2 },
    best: "glad",
    days: 0,
    objections: [
      {
        answeredBy: ["first-call/what-we-do", "value", "picture", "reason"],
        asks: true,
        otherwise: "will-think",
      },
      {
        answeredBy: ["first-call/asked", "trouble", "first-call/listened", "care", "freedom"],
        always: true,
        otherwise: "let-down",
      },
      {
        answeredBy: ["first-call/step", "first-call/asked", "ease", "next"],
        otherwise: "will-think",
      },
    ],
  },
  "give-client-needs": {
    called: "Stefan Bauer",
    trust: 3,
    thinks: 7,
    willing: 11,
    patience: 5,
    mostWords: 100,
    weighs: { "give/why-them": 3 },
    best: "glad",
    days: 0,
    objections: [
      {
        answeredBy: ["give/why-them", "value", "freedom", "ease", "care"],
        always: true,
        otherwise: "will-think",
      },
      { answeredBy: ["give/no-return"], always: true, asks: true, otherwise: "let-down" },
      {
        answeredBy: ["give/both-asked", "give/next", "ease", "gives"],
        otherwise: "will-think",
      },
    ],
  },
  "connect-too-keen": {
    called: "Ben Hartwig",
    trust: 4,
    thinks: 7,
    willing: 11,
    patience: 6,
    mostWords: 110,
    weighs: { "connect/both-willing": 3 },
    best: "glad",
    days: 0,
    objections: [
      {
        answeredBy: ["connect/both-willing", "connect/who-each-is", "because"],
        always: true,
        otherwise: "will-think",
      },
      {
        answeredBy: ["day", "connect/first-step", "connect/why-now"],
        always: true,
        otherwise: "will-think",
      },
      {
        answeredBy: ["connect/both-willing", "connect/steps-back", "connect/first-step"],
        always: true,
        asks: true,
        otherwise: "will-think",
      },
    ],
  },
} as const satisfies Readonly<Record<string, PersonaFrame>>;
