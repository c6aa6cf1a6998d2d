import { expect, test } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { besideAsks, type RealAsk } from "./beside-asks.ts";

const ask = (memberId: string, day: string, named = false): RealAsk => ({ memberId, day, named });

test("an ask counts as after practice from the day itself until the seventh, and only for whoever practised", () => {
  const practised = new Map([["mia", ["2026-11-02"]]]);
  const asks = [
    ask("mia", "2026-11-01", true),
    ask("mia", "2026-11-02", true),
    ask("mia", "2026-11-08"),
    ask("mia", "2026-11-09"),
    ask("jonas", "2026-11-03", true),
  ];
  expect(besideAsks(asks, practised)).toEqual({
    after: { named: 1, rate: { kind: "too-early", n: 2 } },
    others: { named: 2, rate: { kind: "too-early", n: 3 } },
    difference: null,
  });
});

test("from twenty asks on each side it says by how much they differ", () => {
  const days = Array.from({ length: 25 }, (_, at) => addDays("2026-01-05", at * 8));
  const practised = new Map([["mia", days]]);
  const asks = [
    ...days.map((day, at) => ask("mia", day, at < 15)),
    ...days.map((day, at) => ask("mia", addDays(day, 7), at < 5)),
  ];
  const { after, others, difference } = besideAsks(asks, practised);
  expect([after.named, others.named]).toEqual([15, 5]);
  expect(difference?.value).toBeCloseTo(0.4);
  expect(difference?.low).toBeGreaterThan(0);
});
