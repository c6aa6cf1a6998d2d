import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, daysBetween, weekdayOf, type Day } from "#lib/kernel/days.ts";
import {
  LONGEST_REST_DAYS,
  LONGEST_WAIT_DAYS,
  offerOn,
  ratingOf,
  rustOf,
  scenarioToRehearse,
  type Practised,
} from "./rust.ts";

const SKILLS = ["ask", "seed", "give", "first-call", "take-a-no"];
const MONDAY = "2026-01-05";

test.each([
  [0, 1],
  [0.49, 1],
  [0.5, 2],
  [0.74, 2],
  [0.75, 3],
  [0.94, 3],
  [0.95, 4],
  [1, 4],
])("a share of %d is rated %d", (share, rating) => {
  expect(ratingOf(share)).toBe(rating);
});

describe("a skill", () => {
  it.each([
    // What was rehearsed, and the days between the last time and when it is due again.
    [[[0, 0.2]], 1],
    [[[0, 0.6]], 2],
    [[[0, 0.8]], 3],
    [[[0, 1]], 8],
    [
      [
        [0, 0.8],
        [3, 0.8],
      ],
      14,
    ],
    [
      [
        [0, 1],
        [8, 1],
        [68, 1],
      ],
      LONGEST_REST_DAYS,
    ],
    [
      [
        [0, 0.8],
        [3, 0.8],
        [17, 0.2],
      ],
      2,
    ],
  ])("rehearsed on %j rests for %d days", (held, days) => {
    const practised = held.map(([ahead = 0, share = 0]) => ({
      skill: "ask",
      day: addDays(MONDAY, ahead),
      share,
    }));
    const last = addDays(MONDAY, held.at(-1)?.[0] ?? 0);
    expect(rustOf(practised, last).get("ask")).toMatchObject({
      n: held.length,
      last,
      due: addDays(last, days),
      retrievability: 1,
    });
  });

  it("rusts from day to day", () => {
    const practised = [{ skill: "ask", day: MONDAY, share: 0.8 }];
    const left = [0, 3, 10, 40].map(
      (ahead) => rustOf(practised, addDays(MONDAY, ahead)).get("ask")?.retrievability ?? 0,
    );
    expect(left).toEqual(left.toSorted((a, b) => b - a));
    expect(left[0]).toBe(1);
    expect(left[3]).toBeLessThan(0.75);
  });
});

const on = (today: Day, practised: readonly Practised[], more = {}) =>
  offerOn(today, { skills: SKILLS, practised, isDayOff: false, isPutOff: false, ...more });
const held = (skill: string, day: Day, share = 0.8) => ({ skill, day, share });

describe("what is offered", () => {
  it("begins with the first of the library", () => {
    expect(on(MONDAY, [])).toEqual({ skill: "ask", why: "new", last: null });
  });
  it("is the rustiest of those that are due", () => {
    const practised = [held("ask", MONDAY, 1), held("seed", MONDAY, 0.6), held("give", "2026-01-06", 0.2)];
    expect(on("2026-01-08", practised)).toEqual({ skill: "give", why: "rusty", last: "2026-01-06" });
  });
  it("is a new one while nothing is due, and once a week whatever is due", () => {
    const practised = [held("ask", MONDAY, 1)];
    expect(on("2026-01-06", practised)?.skill).toBe("seed");
    const failing = [0, 1, 2, 3, 4, 5, 6].map((ahead) => held("ask", addDays(MONDAY, ahead), 0));
    expect(on("2026-01-11", failing.slice(0, 6))?.why).toBe("rusty");
    expect(on("2026-01-12", failing)).toEqual({ skill: "seed", why: "new", last: null });
  });
  it("is nothing after a rehearsal, on a day off, or when put off", () => {
    expect(on(MONDAY, [held("give", MONDAY)])).toBeNull();
    expect(on(MONDAY, [], { isDayOff: true })).toBeNull();
    expect(on(MONDAY, [], { isPutOff: true })).toBeNull();
  });
  it("is nothing while all are fresh", () => {
    expect(
      on(
        "2026-01-06",
        SKILLS.map((skill) => held(skill, MONDAY, 1)),
      ),
    ).toBeNull();
  });
});

test("of a skill's scenarios the one rehearsed least often comes first", () => {
  const scenarios = [{ key: "a" }, { key: "b" }, { key: "c" }];
  expect(scenarioToRehearse(scenarios, [])?.key).toBe("a");
  expect(scenarioToRehearse(scenarios, [{ scenario: "a" }, { scenario: "b" }])?.key).toBe("c");
  expect(scenarioToRehearse([], [])).toBeNull();
});

// A year of somebody's days: each is a holiday or not, the offer is taken up or not, and it goes well or badly. Beside what is
// offered they may rehearse what they like.
const years = fc.record({
  skills: fc.integer({ min: 1, max: 9 }).map((n) => Array.from({ length: n }, (_, at) => `skill ${at}`)),
  days: fc.array(
    fc.record({
      off: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      takesUp: fc.integer({ min: 0, max: 9 }).map((n) => n > 2),
      putsOff: fc.boolean(),
      share: fc.constantFrom(0, 0.3, 0.6, 0.8, 1),
      own: fc.option(fc.nat(8), { nil: null, freq: 5 }),
    }),
    { minLength: 30, maxLength: 260 },
  ),
});

test("no day holds more than one offer, days off none, and no skill is forgotten", () => {
  fc.assert(
    fc.property(years, ({ skills, days }) => {
      expect(faultsOfYear(skills, days)).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

function faultsOfYear(
  skills: string[],
  days: { off: boolean; takesUp: boolean; putsOff: boolean; share: number; own: number | null }[],
): string[] {
  const faults: string[] = [];
  const need = (holds: boolean, fault: string) => holds || faults.push(fault);
  const practised: Practised[] = [];
  const passedOver = new Map<string, number>();
  days.forEach(({ off, takesUp, putsOff, share, own }, ahead) => {
    const today = addDays(MONDAY, ahead);
    const isDayOff = off || weekdayOf(today) > 5;
    const known = { skills, practised, isDayOff, isPutOff: false };
    const offer = offerOn(today, known);
    need(!isDayOff || offer === null, `${today} is a day off`);
    if (offer === null) return;
    const rusts = rustOf(practised, today);
    const isDue = (skill: string) => (rusts.get(skill)?.due ?? MONDAY) <= today;
    need(isDue(offer.skill), `${offer.skill} is not due on ${today}`);
    need(offerOn(today, { ...known, isPutOff: putsOff }) === null || !putsOff, `put off on ${today}`);
    if (!takesUp) return;
    const skill = own === null ? offer.skill : (skills[own % skills.length] ?? offer.skill);
    for (const each of skills) {
      const before = passedOver.get(each) ?? 0;
      // What they chose themselves says nothing about whom the offers pass over.
      const now = each === skill || !isDue(each) ? 0 : own === null ? before + 1 : before;
      passedOver.set(each, now);
      need(now <= LONGEST_WAIT_DAYS + 2 * skills.length, `${each} is forgotten on ${today}`);
    }
    practised.push({ skill, day: today, share });
    need(offerOn(today, { ...known, practised }) === null, `a second offer on ${today}`);
  });
  return faults;
}

test("whoever takes up every offer rehearses each skill at least every thirteen weeks", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.constantFrom(0, 0.3, 0.6, 0.8, 1), { minLength: 200, maxLength: 300 }),
      (many, shares) => {
        const skills = Array.from({ length: many }, (_, at) => `skill ${at}`);
        const practised: Practised[] = [];
        shares.forEach((share, ahead) => {
          const today = addDays(MONDAY, ahead);
          const isDayOff = weekdayOf(today) > 5;
          const offer = offerOn(today, { skills, practised, isDayOff, isPutOff: false });
          if (offer !== null) practised.push({ skill: offer.skill, day: today, share });
          for (const skill of skills) {
            const last = practised.findLast((each) => each.skill === skill)?.day ?? MONDAY;
            expect(daysBetween(last, today)).toBeLessThanOrEqual(LONGEST_REST_DAYS + LONGEST_WAIT_DAYS + 14);
          }
        });
      },
    ),
    { numRuns: 60 },
  );
});
