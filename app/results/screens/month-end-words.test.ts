import { describe, expect, it } from "vitest";
import type { RepPlansView } from "../month-end-view.ts";
import {
  attainedText,
  ofGoal,
  openText,
  ordersText,
  repsText,
  runsText,
  stillText,
} from "./month-end-words.ts";

const MONTH = {
  kind: "month",
  start: "2026-11-02",
  end: "2026-11-29",
  year: 2026,
  number: 11,
  weeks: 4,
} as const;
const QUARTER = {
  ...MONTH,
  kind: "quarter",
  start: "2026-09-28",
  end: "2027-01-03",
  number: 4,
  weeks: 14,
} as const;
const EUR = (minor: number) => ({ minor, currency: "EUR" });

const tries = (many = 0) => ({ many, since: "2026-01-01" });
const range = (low: number, high: number) => ({ low, middle: low, high });

describe("a month in words", () => {
  it.each([
    [{ count: 3, goal: 5 }, false, "Three deals closed of five; two short."],
    [{ count: 3, goal: 5 }, true, "Three deals closed of five; two to go."],
    [{ count: 5, goal: 5 }, false, "Five deals closed of five: reached."],
    [{ count: 0, goal: 1.5 }, false, "No deals closed of 1.5; 1.5 short."],
    [{ count: 1, goal: null }, false, "One deal closed; no goal is set."],
  ])("%j, running %s", (attained, runs, said) =>
    expect(attainedText("deals-closed", attained, runs)).toBe(said),
  );

  it("says how far it has come, never whether that is enough", () => {
    expect(runsText({ month: MONTH, weeksOver: 2 }, "2026-11-18")).toBe(
      "Two of its four weeks are over; it goes on until 29 November, and its goals are those of the whole month.",
    );
    expect(runsText({ month: MONTH, weeksOver: 0 }, "2026-11-03")).toContain("Its first week runs;");
    expect(runsText({ month: MONTH, weeksOver: 1 }, "2026-11-10")).toContain(
      "One of its four weeks is over;",
    );
  });

  it("says where orders came from, currencies apart", () => {
    const none = { orders: 0, money: [] };
    const kinds = {
      new: { orders: 4, money: [EUR(120_000_00), { minor: 100, currency: "USD" }] },
      upgrade: { orders: 1, money: [] },
    };
    expect(ordersText({ orders: 5, money: [], kinds, origins: [] })).toBe(
      "Five deals won: four new and one upgrade of a client who had bought before. New: €120,000 and US$1.",
    );
    expect(ordersText({ orders: 4, money: [], kinds: { ...kinds, upgrade: none }, origins: [] })).toBe(
      "Four deals won: four new. New: €120,000 and US$1.",
    );
    expect(ordersText({ ...none, kinds: { new: none, upgrade: none }, origins: [] })).toBe(
      "No deal was won in this month.",
    );
  });

  it("says what is in hand as a range, or that it is too early", () => {
    // Weeks begun are whole, and end after the month.
    const inHand = (deals: ReturnType<typeof range>, until: string) =>
      ({ kind: "in-hand", weeks: 2, until, meetings: range(1, 3), deals }) as const;
    const said = {
      month: MONTH,
      quarter: QUARTER,
      asOf: null,
      byMonth: inHand(range(0, 1), "2026-12-02"),
      byQuarter: inHand(range(1, 4), "2027-01-06"),
    };
    expect(stillText(said, "2026-11-18")).toBe(
      "With no new ask, the asks and introductions in hand bring 0 to 1 more deal by 2 December, and 1 to 4 more deals by 6 January 2027, in 8 of 10 such times.",
    );
    expect(stillText({ ...said, byMonth: inHand(range(0, 0), "2026-12-02") }, "2026-11-18")).toContain(
      "in hand bring no more deals by 2 December, and 1 to 4 more deals",
    );
    expect(stillText({ ...said, quarter: { ...QUARTER, end: MONTH.end } }, "2026-11-18")).not.toContain(
      ", and",
    );
    const early = { kind: "too-early", step: "deals", n: 7, why: "few" } as const;
    expect(stillText({ ...said, byMonth: early, byQuarter: early }, "2026-11-18")).toBe(
      "Too early to say what the introductions in hand can still bring: it takes twenty people met to reckon with, and there are seven so far.",
    );
  });

  it.each([
    [
      [9, 4, 3],
      "Nine asks may still bring an introduction, four introductions a meeting, and three people met may still become clients.",
    ],
    [
      [1, 0, 1],
      "One ask may still bring an introduction, no introductions a meeting, and one person met may still become a client.",
    ],
    [[0, 0, 0], "Nothing is open that could still come: it takes new asks."],
  ])("says what is open: %j", ([introductions, meetings, deals], said) => {
    expect(
      openText({ introductions: tries(introductions), meetings: tries(meetings), deals: tries(deals) }),
    ).toBe(said);
  });

  it("says how many reps have reached their goal, where all of them are there", () => {
    const none = { month: { count: 0, goal: null }, year: { count: 0, goal: null } };
    const rep = (count: number, goal: number | null): RepPlansView["items"][number] => ({
      id: "r",
      name: "R",
      left: false,
      plan: {
        "deals-closed": none,
        "people-asked": none,
        "referrals-received": { month: { count, goal }, year: { count, goal } },
      },
    });
    const all = "Each is held to their own goals, this month and in the year to date, by name.";
    const said = (items: ReturnType<typeof rep>[], runs: boolean, nextCursor: string | null = null) =>
      repsText({ items, nextCursor }, runs);
    expect(said([rep(5, 5), rep(6, 5), rep(4, 5), rep(9, null)], true)).toBe(
      `Two of three reps have received the introductions of their goal so far. ${all}`,
    );
    expect(said([rep(4, 5)], false)).toBe(
      `None of one rep has received the introductions of their goal. ${all}`,
    );
    expect(said([rep(5, 5)], false, "more")).toBe(all);
    expect(said([rep(5, null)], false)).toBe(all);
    expect(repsText(undefined, false)).toBe(all);
  });

  it("writes a number with its goal", () => {
    expect(ofGoal({ count: 3, goal: 5.5 })).toBe("3 of 5.5");
    expect(ofGoal({ count: 3, goal: null })).toBe("3");
  });
});
