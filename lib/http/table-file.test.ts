import { describe, expect, it } from "vitest";
import { csvFile, tableFile } from "./table-file.ts";

const sheet = {
  name: "Deals",
  widths: [10, 10],
  rows: [
    [{ text: "deal" }, { text: "amount" }],
    [{ text: "=1+1" }, { money: { minor: -1205, currency: "EUR" } }],
  ],
} as const;

describe("a table as a file", () => {
  it.each([
    [{ money: { minor: 5, currency: "EUR" } }, "0.05"],
    [{ money: { minor: -1205, currency: "EUR" } }, "-12.05"],
    [{ money: { minor: 1205, currency: "JPY" } }, "1205"],
    [{ money: { minor: 1, currency: "KWD" } }, "0.001"],
    [{ number: 0.25 }, "0.25"],
    [{ day: "2026-11-23" }, "2026-11-23"],
    [{ text: "=1+1" }, "'=1+1"],
    [null, ""],
  ])("writes %j as %s", (cell, written) => {
    expect(csvFile([[cell]])).toBe(`\uFEFF${written}\r\n`);
  });

  it("is saved under its name and never shown", async () => {
    const csv = await tableFile("csv", "origins", [sheet]);
    expect(csv.headers.get("content-disposition")).toBe('attachment; filename="origins.csv"');
    expect(csv.headers.get("x-content-type-options")).toBe("nosniff");
    // Response.text() takes the mark for the byte order that it is.
    expect(await csv.text()).toBe("deal,amount\r\n'=1+1,-12.05\r\n");
    const xlsx = await tableFile("xlsx", "origins", [sheet]);
    expect(xlsx.headers.get("content-disposition")).toBe('attachment; filename="origins.xlsx"');
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });
});
