import { describe, expect, it } from "vitest";
import {
  cleanMeeting,
  linesOf,
  meetingEnd,
  usualOrigin,
  type MeetingEnd,
  type MeetingFacts,
} from "./meeting.ts";

const TODAY = "2026-11-18";

function facts(some: Partial<MeetingFacts> = {}): MeetingFacts {
  const agreed = { personId: "p", referralId: null, scheduledOn: "2026-11-16", day: "2026-11-20" };
  return { ...agreed, origin: null, time: null, about: null, note: null, ...some };
}

describe("what is agreed about a meeting", () => {
  it.each([
    [{ scheduledOn: "2026-11-19" }, "scheduledOn"],
    [{ scheduledOn: "2026-11-18", day: "2026-11-17" }, "scheduledOn"],
    [{ scheduledOn: "1999-12-31", day: "2000-01-03" }, "scheduledOn"],
    [{ day: "1999-12-31" }, "day"],
    [{ day: "2026-02-30" }, "day"],
    [{ day: "2101-01-01" }, "day"],
    [{ time: "24:00" }, "time"],
    [{ time: "9:30" }, "time"],
    [{ about: "x".repeat(301) }, "about"],
    [{ note: "x".repeat(10_001) }, "note"],
    [{ referralId: "r" }, "origin"],
    [{ referralId: "r", origin: "event" as const }, "origin"],
  ])("refuses %j", (some, field) => {
    expect(() => cleanMeeting(facts(some), TODAY)).toThrow(
      expect.objectContaining({ kind: "invalid", field }),
    );
  });

  it("keeps the rest, without blanks around it", () => {
    const said = facts({ time: "09:30", about: "  the second site ", note: "   " });
    expect(cleanMeeting(said, TODAY)).toEqual(facts({ time: "09:30", about: "the second site" }));
  });
});

describe("how a meeting came about, where nobody says it", () => {
  it.each([
    ["r", "client", "referral"],
    ["r", null, "referral"],
    [null, "client", "existing-client"],
    [null, "former-client", null],
    [null, "prospect", null],
    [null, null, null],
  ] as const)("with the introduction %s at a %s: %s", (referralId, account, origin) => {
    expect(usualOrigin(referralId, account)).toBe(origin);
  });
});

describe("how a meeting ends", () => {
  const planned = { scheduledOn: "2026-11-10", day: "2026-11-16" };
  const ahead = { scheduledOn: "2026-11-10", day: "2026-11-24" };
  it.each([
    ["held", planned, undefined, "2026-11-16"],
    ["no-show", planned, undefined, "2026-11-16"],
    ["cancelled", planned, undefined, TODAY],
    ["held", planned, "2026-11-17", "2026-11-17"],
    ["held", ahead, "2026-11-18", TODAY],
    ["cancelled", ahead, undefined, TODAY],
    ["cancelled", ahead, "2026-11-12", "2026-11-12"],
  ] as const)("%s, planned for %j, said for %s: on %s", (outcome, meeting, day, on) => {
    expect(meetingEnd(meeting, { outcome, day }, TODAY)).toEqual({ outcome, day: on });
  });

  it.each([
    ["held", ahead, undefined, /planned for 2026-11-24/],
    ["no-show", ahead, undefined, /still to come/],
    ["held", planned, "2026-11-19", /still to come/],
    ["held", planned, "2026-11-09", /made on 2026-11-10/],
    ["cancelled", planned, "someday", /YYYY-MM-DD/],
  ] as const)("%s, planned for %j, said for %s, is refused", (outcome, meeting, day, reason) => {
    expect(() => meetingEnd(meeting, { outcome, day }, TODAY)).toThrow(reason);
  });
});

describe("what a meeting counts", () => {
  it("is scheduled on the day of the appointment, and held only when it was", () => {
    const scheduled = ["meetings-scheduled", "2026-11-10"];
    expect(counted(null)).toEqual([scheduled]);
    expect(counted({ outcome: "held", day: "2026-11-16" })).toEqual([
      scheduled,
      ["meetings-held", "2026-11-16"],
    ]);
    expect(counted({ outcome: "no-show", day: "2026-11-16" })).toEqual([scheduled, [null, "2026-11-16"]]);
    expect(counted({ outcome: "cancelled", day: "2026-11-12" })).toEqual([scheduled, [null, "2026-11-12"]]);
  });
});

function counted(end: MeetingEnd | null): unknown[] {
  return linesOf({ scheduledOn: "2026-11-10", end }).map(({ measure, day }) => [measure, day]);
}
