import { describe, expect, it } from "vitest";
import { headingOf, timeIn } from "./meeting-words.ts";

describe("a time as people write it", () => {
  it.each([
    ["", ""],
    ["14:30", "14:30"],
    ["9", "09:00"],
    [" 9.15 ", "09:15"],
    ["1430", "14:30"],
    ["14h30", "14:30"],
    ["24", undefined],
    ["12:60", undefined],
    ["noon", undefined],
    ["2:3", undefined],
  ])("%j is %j", (text, time) => expect(timeIn(text)).toBe(time));
});

describe("the heading of a meeting", () => {
  const meeting = { personName: "Veit Reimers", day: "2026-11-20", time: null, outcomeDay: null };
  const said = (some: Partial<Parameters<typeof headingOf>[0]>, who = "you") =>
    headingOf({ ...meeting, outcome: null, ...some }, who, "2026-11-18");
  it.each([
    [{}, "You meet Veit Reimers in 2 days"],
    [{ day: "2027-01-20" }, "You meet Veit Reimers on 20 January 2027"],
    [{ day: "2026-11-18" }, "Did you meet Veit Reimers?"],
    [{ outcome: "held" as const, outcomeDay: "2026-11-17" }, "You met Veit Reimers yesterday"],
    [{ outcome: "no-show" as const }, "Veit Reimers did not come"],
    [{ outcome: "cancelled" as const }, "The meeting with Veit Reimers was cancelled"],
  ])("of %j says %j", (some, heading) => expect(said(some)).toBe(heading));
  it("names a colleague", () => {
    expect(said({}, "Mia Sommer")).toBe("Mia Sommer meets Veit Reimers in 2 days");
    expect(said({ day: "2026-11-17" }, "Mia Sommer")).toBe("Did Mia Sommer meet Veit Reimers?");
  });
});
