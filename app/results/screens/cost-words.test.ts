import { expect, it } from "vitest";
import type { CostsView } from "../cost-view.ts";
import { costSentence, eachText, hoursText, spentText } from "./cost-words.ts";

const EUR = (minor: number) => ({ minor, currency: "EUR" });
const about = {
  whose: { kind: "company", id: "", name: "Nordlicht" } as const,
  months: { from: "2025-12-01", to: "2026-11-29" },
  keptSince: false,
};
type Origin = CostsView["origins"][number];
const referral: Origin = {
  origin: "referral",
  lines: 3,
  hours: 126,
  money: [EUR(600_00)],
  won: 30,
  each: { kind: "each", hours: 4.2, money: [EUR(20_00)] },
};
const cold: Origin = {
  origin: "cold-call",
  lines: 1,
  hours: 620,
  money: [],
  won: 20,
  each: { kind: "each", hours: 31, money: [] },
};
const fair: Origin = {
  origin: "event",
  lines: 1,
  hours: 0,
  money: [EUR(9_000_00), { minor: 500, currency: "JPY" }],
  won: 2,
  each: { kind: "too-early" },
};

it("says what a client costs with both sides of it, the cheapest in hours first", () => {
  expect(costSentence({ ...about, origins: [cold, referral, fair] })).toBe(
    "A client won by referrals cost 4.2 hours and €20 (126 hours and €600 for 30 clients). A client won by cold calls cost 31 hours (620 hours for 20 clients).",
  );
});

it("says that it is too early, and what most went into", () => {
  expect(costSentence({ ...about, origins: [fair] })).toBe(
    "It is too early to say what a client costs: no origin with costs has 20 clients won in these months. Most went into events: €9,000 and JP¥500.",
  );
  expect(eachText(fair)).toBe("too early: 2 won of the 20 it takes");
  expect(eachText({ ...fair, each: { kind: "nothing-kept" } })).toBe("nothing was kept");
  expect(eachText({ ...fair, origin: "existing-client" })).toBe("wins no new clients");
});

it.each([
  [1, "one hour"],
  [0.25, "0.25 hours"],
  [7.25, "7.25 hours"],
  [14.5, "14.5 hours"],
  [4.2, "4.2 hours"],
  [25 / 12, "2.1 hours"],
  [1250.75, "1,250.75 hours"],
  [1250, "1,250 hours"],
])("writes %s as %s", (hours, said) => expect(hoursText(hours)).toBe(said));

it("keeps currencies apart", () => expect(spentText({ hours: 0, money: [] })).toBe("–"));
