import { describe, expect, it } from "vitest";
import { momentLines } from "../moment-words.ts";
import { plannedLine, weekHeading } from "./waiting-words.ts";

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

it("speaks of a lost deal with what its rep noted, which are not the words of whom it was lost with", () => {
  const lost = {
    moment: "lost-deal",
    accountName: "Hafen Nord",
    words: "No budget.",
  } as const;
  expect(momentLines(lost).why).toBe(
    "You did not win this one at Hafen Nord. The reason that was noted: No budget.",
  );
  expect(momentLines({ ...lost, words: null }).why).toBe("You did not win this one at Hafen Nord.");
});
