import { describe, expect, it } from "vitest";
import { besideOwnPast } from "./own-past.ts";

const beside = (count: number, before: number, weeks = 4, weeksBefore = 13) =>
  besideOwnPast({ count, weeks }, { count: before, weeks: weeksBefore });

describe("the last weeks beside one's own past", () => {
  it("is the average a week, over the weeks in which they worked", () => {
    expect(beside(8, 26)).toEqual({ average: 2, weeks: 13, than: "alike" });
    expect(beside(8, 20, 4, 10).average).toBe(2);
    expect(beside(8, 0, 4, 0)).toEqual({ average: null, weeks: 0, than: "too-early" });
  });

  it("says more or fewer only where chance does not explain it", () => {
    expect(beside(2, 39).than).toBe("fewer");
    expect(beside(9, 39).than).toBe("alike");
    expect(beside(25, 39).than).toBe("more");
  });

  it("says nothing under twenty altogether, nor of weeks away", () => {
    expect(beside(0, 19).than).toBe("too-early");
    expect(beside(0, 20).than).toBe("fewer");
    expect(beside(0, 40, 0).than).toBe("too-early");
  });
});
