import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { newDayEvidence, readDay, settleDays, weighDay } from "./day-text.ts";

describe("reading a day", () => {
  it.each([
    ["2004-07-23", "2004-07-23"],
    ["2004/7/3", "2004-07-03"],
    ["20040723", "2004-07-23"],
    ["2006-04-15T03:23:15.000Z", "2006-04-14"],
    ["2006-04-15T03:23:15.000+0000", "2006-04-14"],
    ["2006-04-15T03:23:15-05:00", "2006-04-15"],
    ["2024-03-12 09:14", "2024-03-12"],
    ["2024-03-12 23:14:05 UTC", "2024-03-12"],
    ["7/23/2004", "2004-07-23"],
    ["7/23/04", "2004-07-23"],
    ["7/23/2004 2:30 PM", "2004-07-23"],
    ["11/22/2026, 9:00 AM", "2026-11-22"],
    ["23.07.2004", "2004-07-23"],
    ["23. 7. 2004", "2004-07-23"],
    ["23 Jul 2021", "2021-07-23"],
    ["7-Feb-22", "2022-02-07"],
    ["Jul 23, 2021", "2021-07-23"],
    ["July 23rd 2021", "2021-07-23"],
    ["Fri, 23 Jul 2021 08:00:00 GMT", "2021-07-23"],
    ["Fri Jul 23 2021", "2021-07-23"],
    ["23. Juli 2021", "2021-07-23"],
    ["1er août 2021", "2021-08-01"],
    ["1 août 2021", "2021-08-01"],
    ["3 de marzo de 2021", "2021-03-03"],
    ["3. März 2021", "2021-03-03"],
    ["5 Sept 2021", "2021-09-05"],
    ["45631", "2024-12-05"],
    ["45631.0", "2024-12-05"],
    ["1656633600000", "2022-06-30"],
    ["  2004-07-23 ", "2004-07-23"],
    ["2004-02-30", null],
    ["9999-12-31T23:59:59-12:00", null],
    ["0204-07-23", null],
    ["23/7/2004", null],
    ["31.04.2020", null],
    ["0000-00-00", null],
    ["12", null],
    ["100000", null],
    ["next week", null],
    ["23 Foo 2021", null],
    ["2021", null],
    ["", null],
  ])("%j is %j", (text, day) => expect(readDay(text, "month-first", "America/New_York")).toBe(day));

  it("reads the same slashes day first where that is settled", () => {
    expect(readDay("03/04/2024", "day-first", "UTC")).toBe("2024-04-03");
    expect(readDay("03/04/2024", "month-first", "UTC")).toBe("2024-03-04");
    expect(readDay("23/7/2004", "day-first", "UTC")).toBe("2004-07-23");
  });

  it("reads back every day in every form it is written in", () => {
    const day = fc.integer({ min: 0, max: 30_000 }).map((count) => addDays("1971-01-01", count));
    fc.assert(
      fc.property(day, (drawn) => {
        const [year = "", month = "", date = ""] = drawn.split("-");
        const name = new Intl.DateTimeFormat("en", { month: "short", timeZone: "UTC" }).format(
          new Date(drawn),
        );
        expect(readDay(`${month}/${date}/${year}`, "month-first", "UTC")).toBe(drawn);
        expect(readDay(`${Number(date)}/${Number(month)}/${year}`, "day-first", "UTC")).toBe(drawn);
        expect(readDay(`${date}.${month}.${year}`, "month-first", "UTC")).toBe(drawn);
        expect(readDay(`${date} ${name} ${year}`, "month-first", "UTC")).toBe(drawn);
        expect(readDay(`${name} ${Number(date)}, ${year}`, "day-first", "UTC")).toBe(drawn);
        expect(readDay(`${drawn}T12:00:00Z`, "day-first", "UTC")).toBe(drawn);
      }),
    );
  });
});

const settled = (columns: Record<string, string[]>, usual: "day-first" | "month-first") => {
  const evidence = Object.entries(columns).map(([name, cells]) => {
    const seen = newDayEvidence();
    for (const cell of cells) weighDay(seen, cell);
    return [name, seen] as const;
  });
  return Object.fromEntries(settleDays(new Map(evidence), usual));
};

describe("the order of day and month", () => {
  it("is settled by one date that can only be read one way", () => {
    expect(settled({ Close: ["3/4/2024", "7/23/2024"] }, "day-first").Close).toEqual({
      order: "month-first",
      assumption: null,
    });
    expect(settled({ Close: ["3/4/2024", "23/7/2024"] }, "month-first").Close).toEqual({
      order: "day-first",
      assumption: null,
    });
  });

  it("follows the other dates of the file, and says so", () => {
    const { Created } = settled({ Created: ["3/4/2024"], Close: ["7/23/2024"] }, "day-first");
    expect(Created).toEqual({
      order: "month-first",
      assumption: '"3/4/2024" in "Created" is read month first like the other dates of the file: 2024-03-04.',
    });
  });

  it("is the workspace's when nothing in the file settles it, and says so", () => {
    expect(settled({ Close: ["", "3/4/2024"] }, "day-first").Close).toEqual({
      order: "day-first",
      assumption: '"3/4/2024" in "Close" is read day first: 2024-04-03.',
    });
  });

  it("needs no assumption for 5/5/2024, points or names of months", () => {
    expect(
      settled({ A: ["5/5/2024"], B: ["1.2.2024"], C: ["1 Feb 2024"], D: [] }, "month-first"),
    ).toMatchObject({
      A: { assumption: null },
      B: { order: "day-first", assumption: null },
      C: { assumption: null },
      D: { assumption: null },
    });
  });

  it("is the commoner one in a column that mixes both, and says so", () => {
    expect(settled({ Close: ["23/7/2024", "24/7/2024", "7/23/2024"] }, "month-first").Close).toEqual({
      order: "day-first",
      assumption: 'The dates in "Close" are mixed; they are read day first.',
    });
  });
});
