import { expect, it } from "vitest";
import { rateOf } from "#lib/kernel/rates.ts";
import { costSheet } from "./cost-file.ts";
import { medianCells, numberCell, rateCells } from "./sheet-cells.ts";
import { sourcesSheet } from "./source-file.ts";

const MONTHS = { from: "2026-10-05", to: "2026-11-01" };
const [EUR, USD] = [
  { minor: 90_000, currency: "EUR" },
  { minor: 10_000, currency: "USD" },
];

it("says of a share and of a middle that it is too early, in the first of their columns", () => {
  const early = [{ text: "too early" }, null, null];
  expect(rateCells(rateOf(3, 19))).toEqual(early);
  expect(rateCells(rateOf(10, 20))).toEqual([{ number: 0.5 }, { number: 0.2993 }, { number: 0.7007 }]);
  expect(medianCells({ kind: "too-early" }, numberCell)).toEqual(early);
  expect(medianCells({ kind: "median", value: 33.5, low: 30, high: null }, numberCell)).toEqual([
    { number: 33.5 },
    { number: 30 },
    null,
  ]);
});

it("writes what is counted once, however many currencies have a line", () => {
  const each = { kind: "each" as const, hours: 4, money: [EUR, USD] };
  const whose = { kind: "company", id: "0199c8f0-0000-7000-8000-000000000001", name: "North" } as const;
  const costs = costSheet({
    whose,
    months: MONTHS,
    keptSince: false,
    origins: [{ origin: "event", lines: 2, hours: 80, money: [EUR, USD], won: 20, each }],
  });
  expect(columns(costs.rows, "hours", "clients won", "hours for each")).toEqual([
    [{ number: 80 }, { number: 20 }, { number: 4 }],
    [null, null, null],
  ]);
  const sources = sourcesSheet([
    {
      sourceId: "0199c8f0-0000-7000-8000-000000000002",
      name: "Jale Demir",
      accountName: null,
      people: 9,
      deals: 3,
      begun: [EUR],
      credited: [EUR, USD],
    },
  ]);
  expect(columns(sources.rows, "people who grew", "deals begun")).toEqual([
    [{ number: 9 }, { number: 3 }],
    [null, null],
  ]);
});

function columns([head = [], ...rows]: ReturnType<typeof sourcesSheet>["rows"], ...names: string[]) {
  const at = names.map((name) =>
    head.findIndex((cell) => cell !== null && "text" in cell && cell.text === name),
  );
  return rows.map((row) => at.map((column) => row[column]));
}
