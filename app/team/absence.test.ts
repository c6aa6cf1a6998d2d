import { describe, expect, it } from "vitest";
import { type Absence, checkAbsence, isAwayOn, standInOn } from "./absence.ts";

const away = (
  memberId: string,
  fromDay: string,
  toDay: string,
  standInId: string | null = null,
): Absence => ({
  memberId,
  fromDay,
  toDay,
  standInId,
});

describe("who is away", () => {
  const absences = [away("mia", "2026-11-23", "2026-11-27", "jonas")];
  it.each([
    ["mia", "2026-11-22", false],
    ["mia", "2026-11-23", true],
    ["mia", "2026-11-27", true],
    ["mia", "2026-11-28", false],
    ["jonas", "2026-11-25", false],
  ])("%s on %s: %s", (member, day, expected) => {
    expect(isAwayOn(absences, member, day)).toBe(expected);
  });
});

describe("who stands in", () => {
  const day = "2026-11-25";
  const week = (who: string, standIn: string | null) => away(who, "2026-11-23", "2026-11-27", standIn);
  it.each<[string, Absence[], string | null]>([
    ["nobody for who is there", [], null],
    ["nobody when nobody was named", [week("mia", null)], null],
    ["who was named", [week("mia", "jonas")], "jonas"],
    ["whoever stands in for the stand-in", [week("mia", "jonas"), week("jonas", "kim")], "kim"],
    ["nobody when the stand-in is away alone", [week("mia", "jonas"), week("jonas", null)], null],
    ["nobody when two stand in for each other", [week("mia", "jonas"), week("jonas", "mia")], null],
    ["nobody when three go round", [week("mia", "jonas"), week("jonas", "kim"), week("kim", "jonas")], null],
    ["the last who was named", [week("mia", "jonas"), week("mia", "kim")], "kim"],
    ["who was named before, when the last names nobody", [week("mia", "jonas"), week("mia", null)], "jonas"],
    [
      "the stand-in whose own absence is another week",
      [week("mia", "jonas"), away("jonas", "2026-11-30", "2026-12-04", "kim")],
      "jonas",
    ],
  ])("is %s", (_, absences, expected) => {
    expect(standInOn(absences, "mia", day)).toBe(expected);
  });
});

describe("an absence", () => {
  const mine = { ...away("mia", "2026-11-23", "2026-11-27", "jonas"), words: null };
  it.each([
    ["ends before it begins", { ...mine, toDay: "2026-11-22" }, 0, "turn them round"],
    ["is longer than most of a year", mine, 301, "more than 300 days"],
    ["stands in for itself", { ...mine, standInId: "mia" }, 5, "somebody else stands in"],
    ["says too much", { ...mine, words: "x".repeat(501) }, 5, "500 characters"],
  ])("is refused when it %s", (_, wanted, days, reason) => {
    expect(() => checkAbsence(wanted, days)).toThrow(reason);
  });

  it("may be one day", () => {
    expect(() => checkAbsence({ ...mine, toDay: mine.fromDay }, 1)).not.toThrow();
  });
});
