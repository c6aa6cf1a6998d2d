import { describe, expect, it } from "vitest";
import { momentLines, plannedLine, weekHeading } from "./waiting-words.ts";

const plan = (personName: string, state: "planned" | "asked" | "let-go") => ({ personName, state });

describe("a week in words", () => {
  it.each([
    [[], "Nobody is planned", null],
    [[plan("Ana Lund", "let-go")], "Nobody is planned", null],
    [[plan("Ana Lund", "planned")], "One to ask, none asked", "Planned: Ana – 0 asked"],
    [
      [plan("Ana Lund", "planned"), plan("Ben Ask", "planned"), plan("Cem Gone", "asked")],
      "Two to ask, one asked",
      "Planned: Ana, Ben – 1 asked",
    ],
    [[plan("Cem Gone", "asked")], "One asked, then you are done", "Planned: nobody left – 1 asked"],
    [
      ["A", "B", "C", "D", "E"].map((name) => plan(name, "planned")),
      "Five to ask, none asked",
      "Planned: A, B, C and 2 more – 0 asked",
    ],
  ] as const)("%#: %s", (plans, heading, line) => {
    expect([weekHeading(plans), plannedLine(plans)]).toEqual([heading, line]);
  });
});

it("speaks of a lost deal with what they said", () => {
  const lost = {
    moment: "lost-deal",
    accountName: "Hafen Nord",
    personName: "Ingo Wolf",
    words: "No budget.",
    seeds: [],
  } as const;
  expect(momentLines({ ...lost, seeds: [] }).why).toBe(
    "You did not win this one at Hafen Nord. Ingo said: No budget.",
  );
  expect(momentLines({ ...lost, seeds: [], words: null }).why).toBe(
    "You did not win this one at Hafen Nord.",
  );
});
