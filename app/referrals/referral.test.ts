import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import {
  counts,
  isClosed,
  LEVELS,
  mayAdvance,
  mayChange,
  standingOf,
  STATES,
  STEPS,
  type Step,
  type StepState,
} from "./referral.ts";

const arrived = { day: "2026-11-02", countsFrom: "2026-11-02" };
const step = (state: StepState, day: string, more: Partial<Step> = {}): Step => ({
  id: `${state} ${day}`,
  state,
  day,
  becauseId: null,
  at: new Date(`${day}T12:00:00Z`),
  byId: "mia",
  ...more,
});

test("a name is kept and never counted, everything above is an introduction", () => {
  expect(LEVELS.map(counts)).toEqual([false, true, true, true, true, true]);
});

describe("where a referral is", () => {
  test.each([
    ["a name", { day: "2026-11-02", countsFrom: null }, [], "named", "2026-11-02"],
    [
      "a name that became an introduction",
      { day: "2026-11-02", countsFrom: "2026-11-09" },
      [],
      "introduced",
      "2026-11-09",
    ],
    ["answered", arrived, [step("responded", "2026-11-03")], "responded", "2026-11-03"],
    [
      "met, though written down before the appointment",
      arrived,
      [step("met", "2026-11-10"), step("meeting-scheduled", "2026-11-05")],
      "met",
      "2026-11-10",
    ],
    [
      "met twice: since the first time",
      arrived,
      [step("met", "2026-11-12"), step("met", "2026-11-10")],
      "met",
      "2026-11-10",
    ],
    ["lost", arrived, [step("met", "2026-11-10"), step("lost", "2026-11-11")], "lost", "2026-11-11"],
    [
      "lost once and won in the end",
      arrived,
      [step("won", "2026-11-20"), step("lost", "2026-11-11")],
      "won",
      "2026-11-20",
    ],
    [
      "a name that was met all the same",
      { day: "2026-11-02", countsFrom: null },
      [step("met", "2026-11-10")],
      "met",
      "2026-11-10",
    ],
  ] as const)("%s", (_what, referral, steps, state, day) => {
    expect(standingOf(referral, steps)).toMatchObject({ state, day });
  });

  it("was answered when the first of us did something about it; losing it is no answer", () => {
    const steps = [
      step("meeting-scheduled", "2026-11-05"),
      step("responded", "2026-11-04", { byId: "jonas" }),
      step("lost", "2026-11-03"),
    ];
    expect(standingOf(arrived, steps)).toMatchObject({
      respondedAt: new Date("2026-11-04T12:00:00Z"),
      respondedBy: "jonas",
    });
    expect(standingOf(arrived, [step("lost", "2026-11-03")]).respondedAt).toBeNull();
  });

  it("is where it was before, once what came after is taken back, in whatever order", () => {
    const day = fc.integer({ min: 3, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, "0")}`);
    const steps = fc.array(fc.tuple(fc.constantFrom(...STEPS), day), { maxLength: 8 });
    fc.assert(
      fc.property(steps, steps, (before, after) => {
        const all = [...before, ...after].map(([state, on], at) => step(state, on, { id: String(at) }));
        const left = all.toReversed().filter((each) => Number(each.id) < before.length);
        expect(standingOf(arrived, left)).toEqual(standingOf(arrived, all.slice(0, before.length)));
      }),
    );
  });

  it("never moves backwards when a step is added", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STEPS)), fc.constantFrom(...STEPS), (before, next) => {
        const steps = before.map((state) => step(state, "2026-11-10"));
        const from = standingOf(arrived, steps).state;
        const to = standingOf(arrived, [...steps, step(next, "2026-11-10")]).state;
        expect(STATES.indexOf(to)).toBe(Math.max(STATES.indexOf(from), STATES.indexOf(next)));
        expect(mayAdvance(from, next)).toBe(to !== from);
      }),
    );
  });
});

test.each([
  ["named", "responded", true],
  ["introduced", "responded", true],
  ["introduced", "won", true],
  ["responded", "responded", false],
  ["met", "meeting-scheduled", false],
  ["met", "lost", true],
  ["lost", "won", true],
  ["lost", "met", false],
  ["won", "lost", false],
] as const)("from %s to %s: %s", (from, to, may) => {
  expect(mayAdvance(from, to)).toBe(may);
});

test("won and lost are the end", () => {
  expect(STATES.filter(isClosed)).toEqual(["lost", "won"]);
});

test("a rep changes their own, a manager their team's", () => {
  const rep = { member: { id: "mia", name: "", role: "rep" as const, teamId: "north" }, leads: [] };
  expect(mayChange(rep, { memberId: "mia", teamId: "north" })).toBe(true);
  expect(mayChange(rep, { memberId: "jonas", teamId: "north" })).toBe(false);
  const manager = {
    member: { id: "petra", name: "", role: "manager" as const, teamId: "north" },
    leads: ["north"],
  };
  expect(mayChange(manager, { memberId: "mia", teamId: "north" })).toBe(true);
});
