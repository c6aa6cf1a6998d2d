import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, daysBetween, weekdayOf } from "#lib/kernel/days.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { cardForToday, dueCardOf, type CardClock } from "./card-due.ts";

const always: WorkCalendar = { timeZone: "Europe/Berlin", workdays: [1, 2, 3, 4, 5], off: () => false };
const clock = (more: Partial<CardClock> = {}): CardClock => ({
  personId: "01a1ee2e-63a0-7174-9c55-8ff65c4e36a1",
  days: 182,
  since: "2026-01-05",
  last: null,
  delivered: null,
  ...more,
});

describe("the next card", () => {
  it.each([
    // A Wednesday and 182 days is a Wednesday.
    [{ last: "2026-05-20" }, "2026-11-17", "coming", "2026-11-18"],
    [{ last: "2026-05-20" }, "2026-11-18", "due", "2026-11-18"],
    [{ last: "2026-05-20" }, "2026-12-01", "due", "2026-11-18"],
    [{ last: "2026-05-20" }, "2026-12-02", "over", "2026-11-18"],
  ])("after %j is on %s %s", (more, today, state, due) => {
    expect(dueCardOf(clock(more), always, today)).toMatchObject({ occasion: "half-yearly", state, due });
  });

  it("is none where their kind has no such rhythm, but for a delivery", () => {
    expect(dueCardOf(clock({ days: null }), always, "2026-11-18")).toBeNull();
    const delivered = { day: "2026-11-02", dueOn: "2026-11-16" };
    expect(dueCardOf(clock({ days: null, delivered }), always, "2026-11-18")).toMatchObject({
      occasion: "delivered",
      due: "2026-11-16",
      state: "due",
    });
  });

  it("is after a delivery from a workday on, for ten of them, and not where one was sent since", () => {
    const delivered = { day: "2026-11-07", dueOn: "2026-11-21" };
    const on = (today: string, last: string | null = null) =>
      dueCardOf(clock({ delivered, last }), always, today);
    expect(weekdayOf("2026-11-21")).toBe(6);
    expect(on("2026-11-20")).toMatchObject({ occasion: "delivered", due: "2026-11-23", state: "coming" });
    expect(on("2026-12-04")).toMatchObject({ occasion: "delivered", state: "due" });
    expect(on("2026-12-05")?.occasion).toBe("half-yearly");
    expect(on("2026-11-23", "2026-11-07")?.occasion).toBe("half-yearly");
  });

  const history = fc.record({
    ago: fc.integer({ min: 0, max: 1_200 }),
    days: fc.integer({ min: 7, max: 730 }),
    end: fc.integer({ min: 0, max: 0xff_ff_ff_f }),
    off: fc.array(fc.integer({ min: -400, max: 800 }), { maxLength: 30 }),
  });
  const today = "2026-11-18";
  it("is the last and the interval, moved only by days off, and forward by no more than they and a week take", () => {
    fc.assert(
      fc.property(history, ({ ago, days, end, off }) => {
        const closed = new Set(off.map((each) => addDays(today, each)));
        const calendar = { ...always, off: (day: string) => closed.has(day) };
        const last = addDays(today, -ago);
        const personId = `01a1ee2e-63a0-7174-9c55-8ff65${end.toString(16).padStart(7, "0")}`;
        const due = dueCardOf(clock({ last, days, personId }), calendar, today)?.due ?? "";
        const wanted = addDays(last, days);
        expect(due >= wanted).toBe(true);
        expect(isWorkday(due, calendar)).toBe(true);
        expect(isWorkday(wanted, calendar) && due !== wanted).toBe(false);
        expect(daysBetween(wanted, due)).toBeLessThanOrEqual(off.length + 2 + 7 + 4);
      }),
    );
  });
  it("spreads a hundred clients of one day over their first half-year", () => {
    const dues = Array.from({ length: 100 }, (_, at) => {
      const personId = `01a1ee2e-63a0-7174-9c55-8ff65${(at * 2_654_435).toString(16).padStart(7, "0").slice(-7)}`;
      return dueCardOf(clock({ personId, since: today }), always, today)?.due ?? "";
    });
    const perDay = Math.max(...[...Map.groupBy(dues, (each) => each).values()].map((those) => those.length));
    expect(perDay).toBeLessThan(12);
    expect(dues.every((each) => each > today && daysBetween(today, each) <= 182 + 9)).toBe(true);
  });
});

const waits = (personId: string, occasion: "delivered" | "half-yearly", due: string) => ({
  personId,
  card: { occasion, due, state: "due" as const, again: null },
});

describe("a day's one", () => {
  it("is the one after a delivery, then who has waited longest, and none once one was dealt with", () => {
    const all = [
      waits("a", "half-yearly", "2026-11-02"),
      waits("b", "delivered", "2026-11-16"),
      {
        ...waits("c", "delivered", "2026-11-01"),
        card: { ...waits("c", "delivered", "").card, state: "coming" as const },
      },
    ];
    expect(cardForToday(all, false)?.personId).toBe("b");
    expect(cardForToday(all.slice(0, 1), false)?.personId).toBe("a");
    expect(cardForToday(all, true)).toBeNull();
    expect(cardForToday([], false)).toBeNull();
  });
});
