import { describe, expect, it } from "vitest";
import { libraryIn } from "#practice/library/practice-library.ts";
import { NOTHING_ASKED, scenarioAgainst, together, whatHolds, type AskingFacts } from "./comfort.ts";

const facts = (plans: Partial<AskingFacts["plans"]>, asks: Partial<AskingFacts["asks"]> = {}) => ({
  plans: { ...NOTHING_ASKED.plans, ...plans },
  asks: { ...NOTHING_ASKED.asks, ...asks },
});
const FINE = { brought: 12, without: 12 };

describe("what holds asking back", () => {
  it("is comfort where plans are not made into asks, and says so with n and interval", () => {
    const { holds, reasons, plansNotMade, practise } = whatHolds(
      facts({ made: 13, notMade: 11, why: { "lost-nerve": 6, "no-time": 4, unsaid: 1 } }, FINE),
    );
    expect(holds).toBe("comfort");
    expect(plansNotMade).toMatchObject({ kind: "rate", n: 24 });
    expect(reasons).toEqual([
      "11 of 24 plans were not made into asks (46 %, 28 to 65 %).",
      "Said most often: lost nerve (6).",
      "12 of 24 asks brought no introduction (50 %, 31 to 69 %).",
    ]);
    expect(practise?.skill).toBe("take-a-no");
  });

  it("is technique where asks are made and bring nothing", () => {
    const { holds, practise, reasons } = whatHolds(
      facts({ made: 22, notMade: 2 }, { brought: 4, without: 26, moments: { delivered: 20, anytime: 6 } }),
    );
    expect(holds).toBe("technique");
    expect(reasons[1]).toBe("26 of 30 asks brought no introduction (87 %, 70 to 95 %).");
    expect(practise).toMatchObject({ skill: "ask", moment: "delivered" });
    expect(practise?.why).toContain("Asks after delivery");
  });

  it("says it of written asks, and of account reviews", () => {
    const written = whatHolds(facts({}, { brought: 2, without: 28, written: 20, moments: { anytime: 28 } }));
    expect(written.reasons.at(-1)).toBe("20 of these 28 were made in writing; an ask by voice is heard.");
    expect(written.practise?.why).toContain("aloud");
    const reviews = whatHolds(facts({}, { brought: 2, without: 28, moments: { "account-review": 20 } }));
    expect(reviews.practise).toMatchObject({ skill: "review-ask", moment: "account-review" });
  });

  it("is comfort where both hold: asks that are not made do not get better", () => {
    const both = facts({ made: 8, notMade: 16, why: { "no-time": 9 } }, { brought: 2, without: 28 });
    expect(whatHolds(both)).toMatchObject({ holds: "comfort", practise: { skill: "ask" } });
  });

  it("is sure of nothing under twenty, and of nothing while the interval is wide", () => {
    expect(whatHolds(facts({ made: 8, notMade: 3 }, { brought: 8, without: 11 }))).toMatchObject({
      holds: "too-early",
      comfort: "too-early",
      technique: "too-early",
      practise: null,
      reasons: [
        "3 of 11 plans were not made into asks: too early to say.",
        "11 of 19 asks brought no introduction: too early to say.",
      ],
    });
    // 8 of 20 are 40 %, and could be 22 %.
    expect(whatHolds(facts({ made: 12, notMade: 8 }, FINE)).holds).toBe("neither");
    expect(whatHolds(facts({ made: 11, notMade: 9 }, FINE)).holds).toBe("comfort");
    expect(whatHolds(facts({}, { brought: 4, without: 16 }))).toMatchObject({
      holds: "too-early",
      comfort: "too-early",
      technique: "not",
    });
    expect(whatHolds(facts({}, { brought: 3, without: 17 })).holds).toBe("technique");
    expect(whatHolds(facts({ made: 30, notMade: 2 }))).toMatchObject({ holds: "too-early" });
    expect(whatHolds(NOTHING_ASKED).reasons).toEqual([
      "Nobody was planned to be asked whose time is over.",
      "No ask is old enough to have brought an introduction.",
    ]);
  });

  it("says under twenty what few lean to, and what to rehearse against it", () => {
    const few = whatHolds(facts({ made: 1, notMade: 8, why: { "lost-nerve": 4, "no-time": 3 } }, FINE));
    expect(few).toMatchObject({
      holds: "too-early",
      comfort: "leans",
      technique: "not",
      practise: { skill: "take-a-no" },
    });
    expect(few.reasons.slice(0, 2)).toEqual([
      "8 of 9 plans were not made into asks: few yet, and most of them.",
      "Said most often: lost nerve (4).",
    ]);
    expect(whatHolds(facts({ made: 0, notMade: 4 })).comfort).toBe("too-early");
    // Half of eight could be a fifth.
    expect(whatHolds(facts({ made: 4, notMade: 4 })).comfort).toBe("too-early");
    expect(whatHolds(facts({}, { brought: 0, without: 19 }))).toMatchObject({
      technique: "leans",
      practise: { skill: "ask" },
    });
    // What is known comes before what few lean to.
    const both = whatHolds(facts({ made: 0, notMade: 9 }, { brought: 4, without: 26 }));
    expect(both).toMatchObject({ holds: "technique", comfort: "leans", practise: { skill: "ask" } });
  });

  it("adds several up to the same facts", () => {
    const one = facts(
      { made: 3, notMade: 2, why: { unsaid: 2 } },
      { brought: 1, without: 4, moments: { anytime: 4 } },
    );
    const other = facts({ made: 1, notMade: 1, why: { "no-time": 1 } }, { without: 2, written: 2 });
    expect(together([one, other])).toEqual({
      plans: { made: 4, notMade: 3, why: { unsaid: 2, "no-time": 1 } },
      asks: { brought: 1, without: 6, written: 2, moments: { anytime: 4 } },
    });
    expect(together([])).toEqual(NOTHING_ASKED);
  });
});

describe("the scenario to practise it with", () => {
  const { scenarios } = libraryIn("en");
  const pick = (practise: Parameters<typeof scenarioAgainst>[0], practised: string[] = []) =>
    scenarioAgainst(
      practise,
      scenarios,
      practised.map((scenario) => ({ scenario })),
    )?.key;

  it("is of the skill, at the moment, in the mood, and the one rehearsed least", () => {
    expect(pick({ skill: "take-a-no", moment: null, moods: [] })).toBe("no-policy");
    expect(pick({ skill: "take-a-no", moment: null, moods: [] }, ["no-policy"])).toBe("no-burnt");
    expect(pick({ skill: "ask", moment: "lost-deal", moods: [] })).toBe("ask-lost-deal-honest");
    expect(pick({ skill: "ask", moment: null, moods: ["friendly", "delighted"] })).toBe(
      "ask-delivered-controller",
    );
    expect(pick({ skill: "review-ask", moment: "account-review", moods: [] })).toBe("review-good-year");
    // No scenario of the skill stands at that moment: any of the skill will do.
    expect(pick({ skill: "ask", moment: "discovery", moods: [] })).toBe("ask-delivered-controller");
    expect(scenarioAgainst({ skill: "ask", moment: null, moods: [] }, [], [])).toBeNull();
  });
});
