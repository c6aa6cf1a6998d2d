import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addDays, weekdayOf } from "./days.ts";
import { type Calendar, periodOf, periodsBetween } from "./fiscal.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/calendars/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign calendars, because ${FOLDER.pathname} is not there.`);

const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

describe.skipIf(missing)("Monday weeks by months from January are ISO weeks (CPython)", () => {
  const calendar: Calendar = { firstDay: 1, pattern: "months", startMonth: 1 };

  it("in number, year and weekday, 1995 to 2035", () => {
    const rows = read("iso-weeks.csv").trim().split("\n").slice(1);
    const ours = rows.map((row) => {
      const day = row.split(",")[0]!;
      const { year, number } = periodOf(day, "week", calendar);
      return [day, year, number, weekdayOf(day)].join(",");
    });
    expect(rows).toHaveLength(1363);
    expect(ours).toEqual(rows.map((row) => row.split(",").slice(0, 4).join(",")));
  });

  it("in the years that have 53", () => {
    const listed = JSON.parse(read("iso-years-with-53-weeks.json")) as number[];
    const ours = [];
    for (let year = 1901; year <= 2100; year += 1) {
      if (periodOf(`${year}-12-28`, "week", calendar).number === 53) ours.push(year);
    }
    expect(ours).toEqual(listed);
  });
});

describe.skipIf(missing)("the retail calendar (NRF 4-5-4)", () => {
  const calendar: Calendar = { firstDay: 7, pattern: "4-5-4", startMonth: 2 };

  it("has 53 weeks in 2012, 2017 and 2023", () => {
    const { nrfYears } = JSON.parse(read("retail-nrf_years.json")) as {
      nrfYears: { year: number; numberOfWeeks: number }[];
    };
    const ours = nrfYears.map(({ year }) => {
      const months = periodsBetween("month", `${year}-02-15`, `${year + 1}-01-15`, calendar);
      expect(months).toHaveLength(12);
      expect(months.every((month) => month.year === year)).toBe(true);
      return { year, numberOfWeeks: months.reduce((sum, month) => sum + month.weeks, 0) };
    });
    expect(ours).toEqual(nrfYears);
  });

  it("has the month bounds of 2018", () => {
    type Bound = { monthOfYear: number; start: string; end: string };
    const { nrf2018, nrf2017NotRestated } = JSON.parse(read("retail-nrf_2018.json")) as Record<
      string,
      Bound[]
    >;
    const months = periodsBetween("month", "2018-02-04", "2019-02-02", calendar);
    expect(months.map(({ number, start, end }) => ({ monthOfYear: number - 1, start, end }))).toEqual(
      nrf2018,
    );
    const { start, end } = nrf2017NotRestated![0]!;
    expect(periodOf(addDays(start, 10), "month", calendar)).toMatchObject({
      year: 2017,
      number: 1,
      start,
      end,
    });
  });
});
