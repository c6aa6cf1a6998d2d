import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  higherLevels,
  mayBeLate,
  raisedAtTheEnd,
  raisedBack,
  writtenLate,
  type LevelChange,
} from "./spiff-look.ts";

describe("facts that were written down late", () => {
  const none = { n: 0, within: null };
  it.each([
    ["punctual", [0, 1, 2, 3, 0], { n: 40, within: 1 }, none, null],
    ["two are an accident", [9, 9, 0, 0], { n: 40, within: 1 }, none, null],
    [
      "one alone that came more than two weeks later",
      [39, 0, 0, 0, 0, 0],
      { n: 40, within: 2 },
      none,
      { late: 1, of: 6, longest: 39, usualDays: 3 },
    ],
    ["so late as is usual with somebody", [39, 0], { n: 40, within: 40 }, none, null],
    [
      "above the own usual",
      [9, 5, 4, 0],
      { n: 40, within: 2 },
      none,
      { late: 3, of: 4, longest: 9, usualDays: 3, usual: { whose: "own", n: 40 } },
    ],
    ["somebody who always writes late", [9, 8, 7, 10], { n: 40, within: 10 }, none, null],
    [
      "too early for oneself: the team's",
      [9, 8, 7],
      { n: 19, within: 20 },
      { n: 200, within: 4 },
      { late: 3, usualDays: 4, usual: { whose: "team", n: 200 } },
    ],
    [
      "too early for all: a week",
      [8, 9, 10, 7],
      none,
      none,
      { late: 3, usualDays: 7, usual: { whose: "nobody", n: 0 } },
    ],
  ])("%s", (_name, lags, own, team, look) => {
    const found = writtenLate(lags, own, team);
    expect(found === null).toBe(look === null);
    expect(found ?? {}).toMatchObject(look ?? {});
  });

  it("depend on what is usual where they may be late, and nowhere else", () => {
    const usual = fc.record({ n: fc.nat(40), within: fc.option(fc.nat(12)) });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 20 })), usual, usual, (lags, own, team) => {
        expect(writtenLate(lags, own, team) !== null && !mayBeLate(lags)).toBe(false);
        expect(writtenLate(lags, { n: 40, within: 0 }, none) !== null).toBe(mayBeLate(lags));
      }),
    );
  });
});

describe("levels above usual", () => {
  it("says nothing under twenty on either side, and nothing that chance explains", () => {
    expect(higherLevels({ high: 19, of: 19 }, { high: 0, of: 100 }, { high: 0, of: 100 })).toBeNull();
    expect(higherLevels({ high: 12, of: 20 }, { high: 50, of: 100 }, { high: 0, of: 100 })).toBeNull();
    expect(higherLevels({ high: 20, of: 20 }, { high: 0, of: 19 }, { high: 0, of: 5 })).toBeNull();
  });
  it("compares with one's own past first, then with the team", () => {
    const own = higherLevels({ high: 19, of: 20 }, { high: 20, of: 100 }, { high: 100, of: 100 });
    expect(own).toMatchObject({ against: { whose: "own", high: 20, of: 100 } });
    expect(own?.more.low).toBeGreaterThan(0.5);
    const team = higherLevels({ high: 19, of: 20 }, { high: 2, of: 10 }, { high: 20, of: 100 });
    expect(team).toMatchObject({ against: { whose: "team" } });
  });
  it("is never said of a share that is not higher", () => {
    const share = fc
      .integer({ min: 0, max: 300 })
      .chain((of) => fc.record({ of: fc.constant(of), high: fc.integer({ min: 0, max: of }) }));
    fc.assert(
      fc.property(share, share, share, (now, before, others) => {
        const look = higherLevels(now, before, others);
        if (look === null) return;
        expect(now.high / now.of).toBeGreaterThan(look.against.high / look.against.of);
        expect(Math.min(now.of, look.against.of)).toBeGreaterThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });
});

it("looks at levels that were raised at the end when one was lowered since, or when many were", () => {
  const change: LevelChange = {
    referralId: "a",
    contactName: "Veit",
    day: "2026-11-27",
    writtenOn: "2026-11-28",
    from: 2,
    to: 3,
    lowered: null,
  };
  expect(raisedAtTheEnd([change, change])).toBeNull();
  expect(raisedAtTheEnd([change, change, change])?.changes).toHaveLength(3);
  expect(raisedAtTheEnd([{ ...change, lowered: { day: "2026-12-03", to: 2 } }])?.changes).toHaveLength(1);
});

it("looks at every level that pays and was dated back when it was raised", () => {
  const change: LevelChange = {
    referralId: "a",
    contactName: "Veit",
    day: "2026-10-28",
    writtenOn: "2026-11-23",
    from: 1,
    to: 5,
    lowered: null,
  };
  expect(raisedBack([change], [3, 4, 5])?.changes).toEqual([change]);
  // Not said to have been raised in the last days: it was raised weeks later.
  expect(raisedAtTheEnd([change, change, change])).toBeNull();
  expect(raisedBack([{ ...change, from: 3 }], [3, 4, 5])).toBeNull();
  expect(raisedBack([{ ...change, to: 2 }], [3, 4, 5])).toBeNull();
  expect(raisedBack([{ ...change, writtenOn: "2026-10-31" }], [3, 4, 5])).toBeNull();
});
