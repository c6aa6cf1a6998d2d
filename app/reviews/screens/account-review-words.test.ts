import { expect, it } from "vitest";
import type { MeasureView } from "../account-review-view.ts";
import { deliveredLines, measureText, roundText } from "./account-review-words.ts";

const TODAY = "2026-11-18";
const ID = "01900000-0000-7000-8000-000000000001";
const measure: MeasureView = {
  id: ID,
  accountId: ID,
  name: "Shifts filled",
  unit: "%",
  target: 98,
  better: "more",
  day: "2026-08-01",
  endedOn: null,
  values: [],
};
const value = (at: number) => ({ id: ID, value: at, day: TODAY, byName: "Mia" });

it.each<[Partial<MeasureView>, string]>([
  [{}, "no value yet; they want 98 %"],
  [{ values: [value(91)] }, "91 %; they want 98 %: not yet"],
  [{ values: [value(91), value(98)] }, "98 %, 91 % before; they want 98 %: reached"],
  [{ values: [value(3)], unit: null, target: 2, better: "less" }, "3; they want at most 2: not yet"],
  [{ values: [value(3)], target: null }, "3 %"],
])("says how a measure stands", (some, text) => expect(measureText({ ...measure, ...some })).toBe(text));

it("says what was delivered in its order", () =>
  expect(
    deliveredLines(
      {
        won: [
          { id: ID, name: "Night shift", day: "2026-09-01", amount: { minor: 900_000, currency: "EUR" } },
        ],
        handedOver: [{ id: ID, to: "Customer success", day: "2026-08-20", note: null }],
        given: [{ id: ID, whom: "Gino Rossi", to: "Anna", day: "2026-10-01", outcome: "spoke" }],
        received: [
          { id: ID, source: "Anna", contact: "Veit", day: "2026-10-05", became: null },
          { id: ID, source: "Anna", contact: "Ulla", day: "2026-10-06", became: "deal" },
        ],
      },
      TODAY,
    ),
  ).toEqual([
    "Handed over to Customer success (20 August).",
    "Won: Night shift, €9,000 (1 September).",
    "We introduced Gino Rossi and Anna: they spoke (1 October).",
    "Anna introduced us to Veit: we have not met yet (5 October).",
    "Anna introduced us to Ulla: we work together now (6 October).",
  ]));

it("says why reviews are held", () => {
  const round = { days: 91, tier: "A" as const, last: null, promise: null };
  expect(roundText(round as Parameters<typeof roundText>[0], TODAY)).toBe(
    "None held so far; every 91 days for tier A.",
  );
});
