import { expect, test } from "vitest";
import { RUBRIC_FRAME, SCENARIO_FRAME } from "./frame.ts";
import { PRACTICE_LANGUAGES } from "./practice-languages.ts";
import { libraryIn } from "./practice-library.ts";

const both = PRACTICE_LANGUAGES.map((language) => [language, libraryIn(language)] as const);

test("both languages hold the same, in the same order", () => {
  const [english, german] = both.map(([, { rubrics, scenarios }]) => ({
    rubrics: rubrics.map(({ key, discipline, points }) => [key, discipline, points.map((each) => each.key)]),
    scenarios: scenarios.map(({ key, rubric, mood, moment, objections }) => [
      key,
      rubric,
      mood,
      moment,
      objections.length,
    ]),
  }));
  expect(german).toEqual(english);
});

test("there is enough to rehearse, of each rubric and at each moment of an ask", () => {
  const frames = Object.values(SCENARIO_FRAME);
  expect(frames.length).toBeGreaterThanOrEqual(24);
  expect(Object.keys(RUBRIC_FRAME).length).toBeGreaterThanOrEqual(7);
  expect(new Set(frames.map(({ rubric }) => rubric))).toEqual(new Set(Object.keys(RUBRIC_FRAME)));
  expect(new Set(frames.map(({ moment }) => moment))).toEqual(
    new Set([null, "discovery", "proposal", "delivered", "account-review", "lost-deal", "anytime"]),
  );
  for (const { points } of Object.values(RUBRIC_FRAME)) {
    expect(points.length).toBeGreaterThanOrEqual(5);
    expect(points.length).toBeLessThanOrEqual(9);
  }
});

test.each(both)("in %s each act, reason and scenario is said", (_, { rubrics, scenarios }) => {
  for (const { key, name, points } of rubrics)
    for (const text of [name, ...points.flatMap(({ act, why }) => [act, why])])
      expect(text.trim(), key).not.toBe("");
  for (const { key, name, who, situation, opening, objections } of scenarios) {
    for (const text of [name, who, situation, opening, ...objections]) expect(text.trim(), key).not.toBe("");
    expect(objections.length, key).toBeGreaterThanOrEqual(3);
    expect(situation.length, key).toBeGreaterThan(120);
    expect(situation.length, key).toBeLessThan(420);
  }
});

test.each(both)("in %s no two scenarios and no two acts of a rubric are alike", (_, library) => {
  const names = library.scenarios.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { points } of library.rubrics)
    expect(new Set(points.map(({ act }) => act)).size).toBe(points.length);
});
