import { describe, expect, it } from "vitest";
import { cardLanguage } from "./languages/card-languages.ts";
import {
  answerFault,
  CARD_LANGUAGES,
  cleanQuestionnaire,
  OCCASIONS,
  scoreQuestion,
  type Question,
} from "./questionnaire.ts";

const all = CARD_LANGUAGES.flatMap((code) =>
  OCCASIONS.map((occasion) => [code, occasion, cardLanguage(code).questionnaires[occasion]] as const),
);

describe("what ships", () => {
  it.each(all)("in %s, %s, is as a workspace's own has to be", (_code, _occasion, asks) => {
    expect(cleanQuestionnaire(asks)).toEqual(asks);
    expect(scoreQuestion(asks).why).not.toBeNull();
  });
  it.each(OCCASIONS)("asks the same %s in both languages", (occasion) => {
    const shape = (code: "en" | "de") =>
      cardLanguage(code).questionnaires[occasion].questions.map(({ id, kind, options }) => [
        id,
        kind,
        options.length,
      ]);
    expect(shape("de")).toEqual(shape("en"));
  });
  it("asks what they expect from us and what would make them glad to introduce us", () => {
    for (const [, , { questions }] of all)
      expect(questions.map(({ id }) => id)).toEqual(expect.arrayContaining(["expects", "introduce"]));
  });
});

const of = (kind: Question["kind"], options: string[] = []): Question => ({
  id: "x",
  kind,
  text: "?",
  why: kind === "score" ? "Why?" : null,
  low: null,
  high: null,
  options,
});
const said = (some: object) => ({ score: null, choice: null, words: null, ...some });

describe("an answer", () => {
  it.each([
    [of("score"), { score: 0 }, null],
    [of("score"), { score: 10, words: "So." }, null],
    [of("score"), { words: "So." }, null],
    [of("score"), { score: 5.5 }, "unfit"],
    [of("scale"), { score: 5 }, null],
    [of("scale"), { score: 6 }, "unfit"],
    [of("scale"), { words: "So." }, "unfit"],
    [of("choice", ["a", "b"]), { choice: "a" }, null],
    [of("choice", ["a", "b"]), { choice: "c" }, "unfit"],
    [of("text"), { words: "So." }, null],
    [of("text"), { words: "x".repeat(2_001) }, "long"],
    [of("text"), { choice: "a" }, "unfit"],
    [of("text"), {}, null],
  ])("to %j of %j: %s", (question, some, fault) => {
    expect(answerFault(question, said(some))).toBe(fault);
  });
});
