import { describe, expect, it } from "vitest";
import {
  carriesOut,
  isUnasked,
  lastDayOf,
  oldestStandingWeek,
  plannedWeek,
  rewritten,
  seesPlan,
  stateOf,
} from "./plan.ts";

// Weeks begin on Monday; 2026-11-16 is one.
const WEEK = "2026-11-16";
const open = { week: WEEK, letGoOn: null, askId: null };
const gone = { ...open, letGoOn: "2026-11-18" };
const asked = { ...open, askId: "an ask" };

describe("the words of a talk", () => {
  it.each<[string, Parameters<typeof rewritten>, object]>([
    ["stay where nothing is said", [{ value: "a" }], { value: "a" }],
    ["are replaced part by part", [{ value: "a", grace: "b" }, { value: "c" }], { value: "c", grace: "b" }],
    ["go back with null", [{ value: "a", grace: "b" }, { grace: null }], { value: "a" }],
    ["go back with blanks", [{ value: "a" }, { value: "  " }], {}],
    ["stand in the order of the talk", [{ grace: "b" }, { value: "a" }], { value: "a", grace: "b" }],
  ])("%s", (_, [talk, anew], result) => {
    expect(JSON.stringify(rewritten(talk, anew))).toBe(JSON.stringify(result));
  });
});

describe("what a plan is", () => {
  it.each([
    ["in its week", open, "2026-11-18", "planned", false],
    ["on the last day of its week", open, "2026-11-22", "planned", false],
    ["on the day after", open, "2026-11-23", "planned", true],
    ["before its week", open, "2026-11-10", "planned", false],
    ["two weeks after its week", open, "2026-12-06", "planned", true],
    ["a day later", open, "2026-12-07", "expired", false],
    ["let go", gone, "2026-11-18", "let-go", false],
    ["let go, long after", gone, "2027-01-01", "let-go", false],
    ["asked", asked, "2026-11-18", "asked", false],
    ["asked, long after", asked, "2027-01-01", "asked", false],
    ["asked and let go, which cannot be", { ...asked, letGoOn: "2026-11-18" }, "2026-11-18", "asked", false],
  ] as const)("%s", (_when, plan, today, state, unasked) => {
    expect([stateOf(plan, today), isUnasked(plan, today)]).toEqual([state, unasked]);
  });

  it("ends fourteen days after its week, by the rule turned round too", () => {
    expect(lastDayOf(WEEK)).toBe("2026-12-06");
    for (const firstDay of [1, 7] as const) {
      for (let day = 1; day <= 28; day += 1) {
        const today = `2026-12-${String(day).padStart(2, "0")}`;
        const oldest = oldestStandingWeek(today, firstDay);
        expect(stateOf({ ...open, week: oldest }, today)).toBe("planned");
        const before = plannedWeek(oldest, { today: oldest, firstDay });
        expect(before).toBe(oldest);
        const older = new Date(Date.parse(oldest) - 7 * 86_400_000).toISOString().slice(0, 10);
        expect(stateOf({ ...open, week: older }, today)).toBe("expired");
      }
    }
  });
});

describe("what carries a plan out", () => {
  const plan = { week: WEEK, day: "2026-11-12", at: new Date("2026-11-12T09:00:00Z") };
  it.each([
    ["on the first day of its week", "2026-11-16", "2026-11-16T10:00:00Z", true],
    ["told before the plan, in its week", "2026-11-16", "2026-11-11T10:00:00Z", true],
    ["on the last day it stands", "2026-12-06", "2026-12-08T10:00:00Z", true],
    ["a day later", "2026-12-07", "2026-12-07T10:00:00Z", false],
    ["before its week, after it was planned", "2026-11-13", "2026-11-13T10:00:00Z", true],
    ["on the day it was planned, told later", "2026-11-12", "2026-11-12T09:00:00Z", true],
    ["on the day it was planned, told before", "2026-11-12", "2026-11-12T08:59:59Z", false],
    ["before it was planned, told later", "2026-11-11", "2026-11-13T10:00:00Z", false],
  ])("%s", (_what, day, at, carries) => {
    expect(carriesOut({ day, at: new Date(at) }, plan)).toBe(carries);
  });
});

const member = (id: string, role: "rep" | "manager" | "leader") => ({ id, name: id, role, teamId: null });

describe("who sees a plan", () => {
  const viewers = {
    rep: { member: member("rep", "rep"), leads: [] },
    colleague: { member: member("colleague", "rep"), leads: [] },
    manager: { member: member("manager", "manager"), leads: ["north"] },
    other: { member: member("other", "manager"), leads: ["south"] },
    leader: { member: member("leader", "leader"), leads: [] },
  };
  const seen = (plan: typeof open | typeof gone | typeof asked, today: string) =>
    Object.entries(viewers)
      .filter(([, viewer]) => seesPlan(viewer, { ...plan, memberId: "rep", memberTeamId: "north" }, today))
      .map(([name]) => name);
  const all = ["rep", "colleague", "manager", "other", "leader"];

  it.each([
    ["planned for this week", open, "2026-11-22", all],
    ["planned for next week", open, "2026-11-10", all],
    ["not asked, its week over", open, "2026-11-23", ["rep", "manager", "leader"]],
    ["ended by itself", open, "2026-12-24", ["rep", "manager", "leader"]],
    ["let go in its week", gone, "2026-11-22", ["rep"]],
    ["let go, its week over", gone, "2026-11-23", ["rep", "manager", "leader"]],
    ["asked", asked, "2026-12-24", all],
  ] as const)("%s", (_what, plan, today, names) => {
    expect(seen(plan, today)).toEqual(names);
  });
});

describe("the week somebody is planned for", () => {
  const now = { today: "2026-11-18", firstDay: 1 } as const;
  it("is named by any day in it, this week unless said", () => {
    expect(plannedWeek(undefined, now)).toBe(WEEK);
    expect(plannedWeek("2026-11-22", now)).toBe(WEEK);
    expect(plannedWeek("2026-11-23", now)).toBe("2026-11-23");
    expect(plannedWeek("2026-11-21", { ...now, firstDay: 7 })).toBe("2026-11-15");
    expect(plannedWeek("2027-02-15", now)).toBe("2027-02-15");
  });
  it.each(["2026-11-15", "2027-02-22", "2025-11-18"])("is not %s", (day) => {
    expect(() => plannedWeek(day, now)).toThrow(/week/);
  });
  it("may be one gone by when a plan is moved back", () => {
    expect(plannedWeek("2026-11-02", { ...now, back: true })).toBe("2026-11-02");
    expect(() => plannedWeek("2026-11-01", { ...now, back: true })).toThrow(/over/);
  });
});
