import { describe, expect, it } from "vitest";
import { UNPROTECTED, type DoNotAsk, type SeriousIssue } from "#people/protection.ts";
import {
  coverageOf,
  hindranceOf,
  inOrderOfHole,
  rolesLeftOut,
  stateOf,
  type Covered,
  type CoverageState,
  type Hindrance,
} from "./coverage.ts";

const TODAY = "2026-11-18";
const by = { id: "mia", name: "Mia Sommer", teamId: null };
const stop: Hindrance = { kind: "do-not-ask", why: "left", words: null, day: "2026-11-01", byName: "Mia" };
const asked = (more: Partial<NonNullable<Covered["ask"]>> = {}) => ({
  outcome: null,
  lastDay: "2026-11-10",
  untilDay: null,
  settledOn: null,
  ...more,
});
const nobody: Covered = { metSince: null, ask: null, hindrance: null };
const later = { outcome: "not-now", untilDay: "2026-12-01" } as const;

describe("how far we are with somebody", () => {
  it.each<[string, Partial<Covered>, CoverageState]>([
    ["never met, never asked", {}, "not-met"],
    ["met, never asked", { metSince: "2026-05-01" }, "not-yet"],
    ["asked, no answer yet", { ask: asked() }, "asked"],
    ["asked without having met them", { ask: asked({ outcome: "no" }) }, "asked"],
    ["named somebody", { metSince: "2026-05-01", ask: asked({ outcome: "named-someone" }) }, "asked"],
    ["not now, until a day to come", { ask: asked(later) }, "returning"],
    ["not now, and the day has come", { ask: asked({ ...later, untilDay: TODAY }) }, "returning"],
    [
      "will think until a day",
      { ask: asked({ outcome: "will-think", untilDay: "2026-11-20" }) },
      "returning",
    ],
    ["not now, and let go", { ask: asked({ ...later, settledOn: "2026-11-12" }) }, "asked"],
    [
      "not now, so long ago that nobody comes back",
      { ask: asked({ ...later, untilDay: "2025-01-01" }) },
      "asked",
    ],
    ["not to be asked", { metSince: "2026-05-01", hindrance: stop }, "cannot"],
    ["asked, then not to be asked", { ask: asked(later), hindrance: stop }, "cannot"],
  ])("%s", (_name, person, state) => {
    expect(stateOf({ ...nobody, ...person }, TODAY)).toBe(state);
  });
});

describe("why somebody cannot be asked", () => {
  const doNotAsk: DoNotAsk = {
    id: "1",
    personId: "p",
    why: "said-stop",
    words: "Bitte nicht.",
    day: "2026-11-02",
    by,
    liftedOn: null,
  };
  const issue: SeriousIssue = {
    id: "2",
    personId: null,
    accountId: "a",
    what: "Line two stood still",
    day: "2026-11-09",
    by,
    settledOn: null,
  };
  it.each<[string, Parameters<typeof hindranceOf>[0], Hindrance | null]>([
    ["nothing", UNPROTECTED, null],
    [
      "their own word, before an issue",
      { ...UNPROTECTED, doNotAsk, issues: [issue] },
      {
        kind: "do-not-ask",
        why: "said-stop",
        words: "Bitte nicht.",
        day: "2026-11-02",
        byName: "Mia Sommer",
      },
    ],
    [
      "an issue of the whole account",
      { ...UNPROTECTED, issues: [issue] },
      {
        kind: "serious-issue",
        what: "Line two stood still",
        ofAccount: true,
        day: "2026-11-09",
        byName: "Mia Sommer",
      },
    ],
  ])("%s", (_name, protection, hindrance) => {
    expect(hindranceOf(protection)).toEqual(hindrance);
  });
});

describe("the share", () => {
  const met = { ...nobody, metSince: "2026-05-01" };
  const people = [
    nobody,
    met,
    { ...met, ask: asked() },
    { ...met, hindrance: stop },
    { ...met, ask: asked(), hindrance: stop },
  ];

  it("is of those who can be asked, and who was asked has been asked whatever was said after", () => {
    expect(coverageOf(people)).toEqual({ known: 5, met: 4, asked: 2, can: 4 });
    expect(coverageOf([])).toEqual({ known: 0, met: 0, asked: 0, can: 0 });
  });

  it("never has more asked than can be", () => {
    const { asked: numerator, can, known } = coverageOf(people);
    expect(numerator).toBeLessThanOrEqual(can);
    expect(can).toBeLessThanOrEqual(known);
  });

  it("names the parts in buying of whom nobody was asked, where somebody can be", () => {
    expect(
      rolesLeftOut([
        { ...met, role: "user" },
        { ...nobody, role: "user" },
        { ...met, role: "champion", ask: asked() },
        { ...met, role: "champion" },
        { ...met, role: "gatekeeper", hindrance: stop },
        { ...met, role: "economic-buyer" },
        { ...met, role: null },
      ]),
    ).toEqual(["economic-buyer", "user"]);
  });

  it("shows the hole first, and leaves nobody out", () => {
    const states = (["asked", "cannot", "not-met", "returning", "not-yet", "asked"] as const).map(
      (state, id) => ({ state, id }),
    );
    expect(inOrderOfHole(states).map(({ id }) => id)).toEqual([4, 2, 3, 0, 5, 1]);
  });
});
