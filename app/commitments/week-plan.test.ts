import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, weekdayOf, type Day } from "#lib/kernel/days.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { keyOf, type Promised } from "./promise.ts";
import {
  checkTellable,
  invitationFor,
  isCheckInMissing,
  mayDrop,
  mergedLines,
  mergedTopics,
  mostTelling,
  plannableWeek,
  proposeLines,
  seesWeek,
  standingOf,
  wasAway,
  type Ahead,
} from "./week-plan.ts";

// 2026-11-16 is a Monday.
const WEEK = "2026-11-16";
const calendar = (...off: Day[]): WorkCalendar => ({
  timeZone: "Europe/Berlin",
  workdays: [1, 2, 3, 4, 5],
  off: (day) => off.includes(day),
});
const NEVER_OFF = calendar();
const from = (first: Day, count: number) => Array.from({ length: count }, (_, at) => addDays(first, at));

test.each([
  ["2026-11-18", { ended: false, closed: false }],
  ["2026-11-22", { ended: false, closed: false }],
  ["2026-11-23", { ended: true, closed: false }],
  ["2026-11-29", { ended: true, closed: false }],
  ["2026-11-30", { ended: true, closed: true }],
])("on %s the week stands %j", (today, standing) => {
  expect(standingOf(WEEK, today, NEVER_OFF)).toEqual({ ...standing, away: false });
});

test.each<[Day[], boolean]>([
  [[], false],
  [from("2026-11-16", 2), false],
  [from("2026-11-16", 3), true],
  [from("2026-11-16", 5), true],
  [["2026-11-21", "2026-11-22"], false],
])("without %j a member was away: %s", (days, away) => {
  expect(wasAway(WEEK, calendar(...days))).toBe(away);
});

test.each([
  ["2026-11-16", "2026-11-14", true],
  ["2026-11-17", "2026-11-14", true],
  ["2026-11-18", "2026-11-16", false],
  ["2026-11-18", "2026-11-18", true],
  ["2026-11-19", "2026-11-18", false],
])("on %s a line promised on %s may be dropped: %s", (today, promisedOn, may) => {
  expect(mayDrop(WEEK, promisedOn, today, NEVER_OFF)).toBe(may);
});

test("a week that begins with holidays is planned when work begins", () => {
  expect(mayDrop(WEEK, "2026-11-13", "2026-11-19", calendar("2026-11-16", "2026-11-17"))).toBe(true);
  expect(mayDrop(WEEK, "2026-11-13", "2026-11-20", calendar("2026-11-16", "2026-11-17"))).toBe(false);
});

describe("which week", () => {
  const today = "2026-11-18";
  it("is planned: this one and the next", () => {
    expect(plannableWeek("2026-11-20", today, 1)).toBe(WEEK);
    expect(plannableWeek("2026-11-24", today, 1)).toBe("2026-11-23");
    expect(plannableWeek("2026-11-18", today, 7)).toBe("2026-11-15");
    expect(() => plannableWeek("2026-11-15", today, 1)).toThrow(/over/);
    expect(() => plannableWeek("2026-11-30", today, 1)).toThrow(/not further/);
  });

  it("is told of: from its first day until a week after it", () => {
    expect(() => checkTellable(WEEK, "2026-11-15")).toThrow(/not begun/);
    checkTellable(WEEK, WEEK);
    checkTellable(WEEK, "2026-11-29");
    expect(() => checkTellable(WEEK, "2026-11-30")).toThrow(/long ago/);
  });
});

describe("an invitation", () => {
  const BEFORE = "2026-11-09";
  const NEXT = "2026-11-23";
  test.each<[Day, Day[], Day[], ReturnType<typeof invitationFor>]>([
    ["2026-11-16", [], [], { to: "plan", week: WEEK }],
    ["2026-11-17", [], [], { to: "plan", week: WEEK }],
    ["2026-11-18", [], [], null],
    ["2026-11-16", [WEEK], [], null],
    ["2026-11-16", [BEFORE], [], { to: "check-in", week: BEFORE }],
    ["2026-11-18", [BEFORE, WEEK], [], { to: "check-in", week: BEFORE }],
    ["2026-11-16", [BEFORE], [BEFORE], { to: "plan", week: WEEK }],
    ["2026-11-19", [WEEK], [], null],
    ["2026-11-20", [WEEK], [], { to: "check-in", week: WEEK }],
    ["2026-11-20", [WEEK], [WEEK], { to: "plan-next", week: NEXT }],
    ["2026-11-20", [WEEK, NEXT], [WEEK], null],
    ["2026-11-20", [], [], { to: "plan-next", week: NEXT }],
    ["2026-11-21", [WEEK], [], null],
  ])("on %s, planned %j, told %j: %j", (today, planned, told, invited) => {
    const known = { planned: new Set(planned), told: new Set(told) };
    expect(invitationFor(today, NEVER_OFF, 1, known)).toEqual(invited);
  });

  it("comes on Thursday where Friday is a holiday, and for no week that is away", () => {
    const friday = calendar("2026-11-20");
    const planned = { planned: new Set([WEEK]), told: new Set<Day>() };
    expect(invitationFor("2026-11-19", friday, 1, planned)).toEqual({ to: "check-in", week: WEEK });
    const nextOff = calendar(...from("2026-11-23", 5));
    const told = { planned: new Set([WEEK]), told: new Set([WEEK]) };
    expect(invitationFor("2026-11-20", nextOff, 1, told)).toBeNull();
    const mostOff = calendar(...from("2026-11-18", 3));
    expect(invitationFor("2026-11-16", mostOff, 1, { planned: new Set(), told: new Set() })).toBeNull();
  });
});

test.each([
  ["2026-11-20", calendar(), false],
  ["2026-11-21", calendar(), true],
  ["2026-11-29", calendar(), true],
  ["2026-11-30", calendar(), false],
  ["2026-11-23", calendar(...from("2026-11-16", 3)), false],
])("on %s a check-in is missing: %#", (today, work, missing) => {
  expect(isCheckInMissing(WEEK, today, work)).toBe(missing);
});

const many = (count: number, prefix: string) => from("2026-01-01", count).map((day) => prefix + day);

describe("what a week brings", () => {
  const nothing: Ahead = {
    carried: [],
    plans: [],
    moments: [],
    duties: [],
    silent: 0,
    goals: {},
    practice: 0,
  };

  it("stands in the plan in advance, each thing once", () => {
    const ahead: Ahead = {
      carried: [
        { kind: "ask", personId: "ana" },
        { kind: "own", words: "Two cards" },
      ],
      plans: [
        { personId: "ana", expects: 1 },
        { personId: "bo", expects: 2 },
      ],
      moments: [{ personId: "bo" }, { personId: "cem" }],
      duties: [{ dutyId: "d" }],
      silent: 3,
      goals: { "people-asked": 4.6, "referrals-received": 1.2 },
      practice: 3,
    };
    expect(proposeLines(ahead)).toEqual([
      { kind: "ask", personId: "ana", why: "carried" },
      { kind: "own", words: "Two cards", why: "carried" },
      { kind: "ask", personId: "bo", why: "planned" },
      { kind: "ask", personId: "cem", why: "moment" },
      { kind: "count", measure: "people-asked", count: 5, why: "goal" },
      { kind: "count", measure: "referrals-received", count: 3, why: "planned" },
      { kind: "practice", count: 3, why: "required" },
      { kind: "duty", dutyId: "d", why: "owed" },
      { kind: "count", measure: "touches", count: 3, why: "rhythm" },
    ]);
    expect(proposeLines(nothing)).toEqual([]);
  });

  it("is never more than can be promised in three minutes", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), fc.nat(500), (plans, moments, duties, silent) => {
        const lines = proposeLines({
          ...nothing,
          plans: many(plans, "p").map((personId) => ({ personId, expects: null })),
          moments: many(moments, "m").map((personId) => ({ personId })),
          duties: many(duties, "d").map((dutyId) => ({ dutyId })),
          silent,
          practice: 3,
        });
        expect(lines.length).toBeLessThanOrEqual(11);
        expect(new Set(lines.map((line: Promised) => keyOf(line))).size).toBe(lines.length);
        expect(lines.filter(({ kind }) => kind === "ask")).toHaveLength(Math.min(5, plans + moments));
      }),
    );
  });
});

const viewer = (id: string, role: "rep" | "manager" | "leader", leads: string[] = []) => ({
  member: { id, name: id, role, teamId: "north" },
  leads,
});

test("a week is seen by the member, their partners and those who lead them", () => {
  const whose = { memberId: "mia", teamId: "north", partnerIds: ["jonas"] };
  expect(seesWeek(viewer("mia", "rep"), whose)).toBe(true);
  expect(seesWeek(viewer("jonas", "rep"), whose)).toBe(true);
  expect(seesWeek(viewer("petra", "manager", ["north"]), whose)).toBe(true);
  expect(seesWeek(viewer("lena", "leader"), whose)).toBe(true);
  expect(seesWeek(viewer("paul", "rep"), whose)).toBe(false);
  expect(seesWeek(viewer("rita", "manager", ["south"]), whose)).toBe(false);
});

it("nobody is invited on a day off, whatever is known", () => {
  fc.assert(
    fc.property(fc.nat(200), fc.uniqueArray(fc.nat(60)), fc.boolean(), fc.boolean(), (at, off, a, b) => {
      const today = addDays("2026-10-01", at);
      const work = calendar(...off.map((each) => addDays("2026-10-01", each)));
      const weeks = new Set(a ? [WEEK] : []);
      const invited = invitationFor(today, work, 1, { planned: weeks, told: b ? weeks : new Set() });
      const isOff = weekdayOf(today) > 5 || work.off(today);
      expect(isOff && invited !== null).toBe(false);
      expect(weekdayOf(invited?.week ?? WEEK)).toBe(1);
    }),
  );
});

const own = (words: string): Promised => ({ kind: "own", words });
const asks = (count: number): Promised => ({ kind: "count", measure: "people-asked", count });

describe("a plan that was changed in two places", () => {
  const [a, b, c, d] = ["a", "b", "c", "d"].map(own) as [Promised, Promised, Promised, Promised];
  test.each<[string, Promised[], Promised[], Promised[], Promised[]]>([
    ["keeps what the other added", [a, b], [a], [a, c], [a, c, b]],
    ["drops what one dropped", [a, b, c], [a, b], [b], [b, c]],
    ["leaves dropped what the other dropped", [b], [a, b], [a, b, d], [b, d]],
    ["takes the number that was changed here", [asks(5)], [asks(5)], [asks(7)], [asks(7)]],
    ["takes the number that was changed there", [asks(5)], [asks(3)], [asks(3)], [asks(5)]],
    ["adds once what both added", [a, b], [a], [a, b], [a, b]],
    ["of nothing there was, keeps both", [a], [], [b], [b, a]],
  ])("%s", (_what, now, startedFrom, wanted, merged) => {
    expect(mergedLines(now, startedFrom, wanted)).toEqual(merged);
  });

  test.each<[string | null, string | null, string | null, string | null]>([
    ["theirs", "old", "old", "theirs"],
    ["old", "old", "mine", "mine"],
    ["old", "old", null, null],
    ["theirs", "old", "mine", "theirs\n\nmine"],
    ["theirs", null, "mine", "theirs\n\nmine"],
    [null, "old", "mine", "mine"],
    ["theirs", "old", null, "theirs"],
    ["theirs and mine", "old", "mine", "theirs and mine"],
  ])("stands %j, began from %j, wants %j: %j", (now, startedFrom, wanted, merged) => {
    expect(mergedTopics(now, startedFrom, wanted)).toBe(merged);
  });
});

test("a plan begins with at most five lines of names and numbers, in their order", () => {
  const carried = { kind: "ask", personId: "z", why: "carried" } as const;
  const names = ["a", "b", "c", "d"].map((personId) => ({ kind: "ask", personId, why: "planned" }) as const);
  const number = { kind: "count", measure: "people-asked", count: 4, why: "goal" } as const;
  const practice = { kind: "practice", count: 3, why: "required" } as const;
  const duty = { kind: "duty", dutyId: "x", why: "owed" } as const;
  const touches = { kind: "count", measure: "touches", count: 2, why: "rhythm" } as const;
  const rest = [number, practice, duty, touches];
  expect(mostTelling([...names, ...rest])).toEqual([...names.slice(0, 3), number, practice]);
  expect(mostTelling([...names, duty])).toEqual(names);
  expect(mostTelling([carried, ...names, ...rest])).toEqual([carried, ...names.slice(0, 3), number]);
  expect(mostTelling([duty, touches])).toEqual([]);
});
