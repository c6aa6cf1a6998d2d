import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { libraryIn } from "./library/practice-library.ts";
import { PRACTICE_LANGUAGES, type PracticeLanguage } from "./library/practice-languages.ts";
import { personaFor, type Persona } from "./persona.ts";
import { replay } from "./role-play.ts";
import type { Rubric } from "./rubric.ts";
import type { Scenario } from "./scenario.ts";

interface Labelled {
  text: string;
  points: Record<string, boolean>;
  weakens: Record<string, boolean>;
}

/** Somebody of an even temper who knows nothing of whom the texts speak. */
function anybody(language: PracticeLanguage): Persona {
  const { scenarios, rubrics } = libraryIn(language);
  const scenario = scenarios.find(({ key }) => key === "ask-delivered-user") as Scenario;
  const rubric = rubrics.find(({ key }) => key === "ask") as Rubric;
  return personaFor({ ...scenario, who: "Somebody" }, rubric, language) as Persona;
}

const yes = (answers: Record<string, boolean>) => Object.values(answers).filter(Boolean).length;

// Kept apart while the rules were written (written-set/README.md).
function heldOut(language: PracticeLanguage): Labelled[] {
  const file = new URL(`written-set/held-out.${language}.jsonl`, import.meta.url);
  return readFileSync(file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Labelled);
}

describe.each(PRACTICE_LANGUAGES)("asks in words that no rule was made for, in %s", (language) => {
  const persona = anybody(language);
  const asks = heldOut(language).map(({ text, points, weakens }) => ({
    strength: yes(points) - yes(weakens),
    trust: replay(persona, 1, [text]).trust,
  }));

  it("move a persona more the stronger they are: of pairs three points apart, nine in ten", () => {
    const pairs = asks.flatMap((one) =>
      asks.filter((other) => one.strength >= other.strength + 3).map((other) => one.trust > other.trust),
    );
    expect(pairs.length).toBeGreaterThan(1_000);
    expect(pairs.filter(Boolean).length / pairs.length).toBeGreaterThan(0.9);
  });

  it("never lose trust where they are strong", () => {
    const strong = asks.filter(({ strength }) => strength >= 5);
    expect(strong.length).toBeGreaterThan(15);
    expect(strong.filter(({ trust }) => trust < persona.trust)).toEqual([]);
  });
});
