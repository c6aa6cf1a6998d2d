import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import type { Calendar } from "#lib/kernel/fiscal.ts";
import { resultsOf, type Counted } from "./results.ts";

const TODAY = "2026-11-18";
const calendar: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };
let made = 0;
const card = (handedInOn: string | null, score: number | null, more: Partial<Counted> = {}): Counted => {
  made += 1;
  const id = String(made).padStart(6, "0");
  return {
    id,
    personId: `p${id}`,
    day: handedInOn ?? TODAY,
    withdrawn: false,
    handedInOn,
    score,
    role: null,
    ...more,
  };
};

describe("what report cards say", () => {
  it("counts each person once in the year and once in each quarter, by their last answer", () => {
    const anna = { personId: "anna" };
    const found = resultsOf(
      [
        card("2026-05-04", 3, anna),
        card("2026-05-05", 7, anna),
        card("2026-11-17", 10, anna),
        card("2025-11-18", 0, { personId: "long ago" }),
        card(null, null),
      ],
      calendar,
      TODAY,
    );
    expect(found.year).toMatchObject({ n: 1, counts: { promoter: 1, passive: 0, detractor: 0 } });
    const said = found.quarters.filter(({ nps }) => nps.n > 0);
    expect(said.map(({ period, nps }) => [period.year, period.number, nps.counts])).toEqual([
      [2025, 4, { promoter: 0, passive: 0, detractor: 1 }],
      [2026, 2, { promoter: 0, passive: 1, detractor: 0 }],
      [2026, 4, { promoter: 1, passive: 0, detractor: 0 }],
    ]);
    expect(found.from).toBe("2025-11-19");
    expect(found.quarters).toHaveLength(8);
  });

  it("counts those who were erased, each of their cards for itself", () => {
    const found = resultsOf(
      [card(TODAY, 9, { personId: null }), card(TODAY, 2, { personId: null })],
      calendar,
      TODAY,
    );
    expect(found.year.n).toBe(2);
  });

  it("leaves withdrawn cards out of how many answered", () => {
    const found = resultsOf(
      [card(TODAY, 9), card(null, null), card(null, null, { withdrawn: true })],
      calendar,
      TODAY,
    );
    expect(found.answered).toEqual({ kind: "too-early", n: 2 });
  });

  it("has parts in buying that add up to the year, for any cards", () => {
    const some = fc.record({
      ago: fc.integer({ min: 0, max: 900 }),
      score: fc.integer({ min: 0, max: 10 }),
      who: fc.integer({ min: 0, max: 12 }),
    });
    const roles = ["champion", "user", null] as const;
    fc.assert(
      fc.property(fc.array(some, { maxLength: 60 }), (all) => {
        const cards = all.map(({ ago, score, who }) =>
          card(addDays(TODAY, -ago), score, { personId: `p${who}`, role: roles[who % 3] ?? null }),
        );
        const found = resultsOf(cards, calendar, TODAY);
        const people = new Set(
          cards.filter(({ handedInOn }) => handedInOn! >= found.from).map(({ personId }) => personId),
        );
        expect(found.year.n).toBe(people.size);
        expect(found.roles.reduce((sum, { nps }) => sum + nps.n, 0)).toBe(found.year.n);
      }),
    );
  });
});
