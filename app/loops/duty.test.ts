import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { isWorkday, type WorkCalendar } from "#lib/kernel/workdays.ts";
import { dayIn } from "#lib/kernel/days.ts";
import { DEFAULT_CLOCKS, type Clocks } from "#team/clocks.ts";
import {
  dutiesOf,
  inTime,
  maySettle,
  partsOfDutyId,
  SAID_KINDS,
  settlesAll,
  stateOf,
  type Duty,
  type DutyKind,
  type Introduction,
  type SaidKind,
  type Settled,
} from "./duty.ts";

const CLOCKS: Clocks = { ...DEFAULT_CLOCKS, since: "2020-01-01" };
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const WEEK: readonly Weekday[] = [1, 2, 3, 4, 5];
const SUN_TO_THU: readonly Weekday[] = [7, 1, 2, 3, 4];
const SIX: readonly Weekday[] = [1, 2, 3, 4, 5, 6];
const PART: readonly Weekday[] = [2, 4];

const works = (
  timeZone: string,
  workdays: readonly Weekday[] = WEEK,
  off: readonly Day[] = [],
): WorkCalendar => ({
  timeZone,
  workdays,
  off: (day) => off.includes(day),
});
/** Away from the first to the last day, both included. */
const away = (from: Day, to: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};
const BERLIN = works("Europe/Berlin");
const arrived = (at: string, timeZone: string): Introduction => {
  const arrivedAt = new Date(at);
  return introduction({ countsFrom: dayIn(arrivedAt, timeZone), arrivedAt });
};
const introduction = (some: Partial<Introduction>): Introduction => ({
  referralId: "r",
  sourceId: "anna",
  countsFrom: "2026-11-18",
  arrivedAt: null,
  respondedAt: null,
  met: null,
  close: null,
  chain: [],
  ...some,
});
const due = (duties: readonly Duty[], kind: DutyKind) =>
  duties
    .find((duty) => duty.kind === kind)
    ?.dueAt.toISOString()
    .slice(0, 16);

describe("until when an introduction is answered, thanked for and reported, to the minute", () => {
  // [what, calendar, arrived (UTC), answer by, thank by, report by]: what clocks in London show in winter is UTC.
  it.each<[string, WorkCalendar, string, string, string, string]>([
    // Berlin, winter: UTC+1. 18 November 2026 is a Wednesday.
    [
      "a Wednesday morning",
      BERLIN,
      "2026-11-18T08:00Z",
      "2026-11-18T17:00",
      "2026-11-20T08:00",
      "2026-12-18T17:00",
    ],
    ["16:00 sharp", BERLIN, "2026-11-18T15:00Z", "2026-11-18T17:00", "2026-11-20T15:00", "2026-12-18T17:00"],
    ["16:01", BERLIN, "2026-11-18T15:01Z", "2026-11-19T17:00", "2026-11-20T15:01", "2026-12-18T17:00"],
    [
      "late in the evening",
      BERLIN,
      "2026-11-18T22:30Z",
      "2026-11-19T17:00",
      "2026-11-20T22:30",
      "2026-12-18T17:00",
    ],
    [
      "a Thursday: thanks fall on a Saturday",
      BERLIN,
      "2026-11-19T08:00Z",
      "2026-11-19T17:00",
      "2026-11-23T17:00",
      "2026-12-21T17:00",
    ],
    [
      "a Friday at noon: thanks fall on a Sunday",
      BERLIN,
      "2026-11-20T11:00Z",
      "2026-11-20T17:00",
      "2026-11-23T17:00",
      "2026-12-21T17:00",
    ],
    [
      "a Friday at 17:00",
      BERLIN,
      "2026-11-20T16:00Z",
      "2026-11-23T17:00",
      "2026-11-23T17:00",
      "2026-12-21T17:00",
    ],
    ["a Saturday", BERLIN, "2026-11-21T09:00Z", "2026-11-23T17:00", "2026-11-23T09:00", "2026-12-21T17:00"],
    [
      "a Sunday night",
      BERLIN,
      "2026-11-22T21:00Z",
      "2026-11-23T17:00",
      "2026-11-24T21:00",
      "2026-12-22T17:00",
    ],
    [
      "the minute after midnight on Monday",
      BERLIN,
      "2026-11-22T23:01Z",
      "2026-11-23T17:00",
      "2026-11-24T23:01",
      "2026-12-23T17:00",
    ],
    [
      "the minute before midnight on Sunday",
      BERLIN,
      "2026-11-22T22:59Z",
      "2026-11-23T17:00",
      "2026-11-24T22:59",
      "2026-12-22T17:00",
    ],
    [
      "a report that falls on a Saturday",
      BERLIN,
      "2026-11-12T08:00Z",
      "2026-11-12T17:00",
      "2026-11-16T17:00",
      "2026-12-14T17:00",
    ],
    // Daylight saving ends in Berlin on 25 October 2026 and begins on 28 March 2027.
    [
      "the Friday before winter time",
      BERLIN,
      "2026-10-23T08:00Z",
      "2026-10-23T16:00",
      "2026-10-26T17:00",
      "2026-11-23T17:00",
    ],
    [
      "the Saturday before winter time",
      BERLIN,
      "2026-10-24T08:00Z",
      "2026-10-26T17:00",
      "2026-10-26T08:00",
      "2026-11-23T17:00",
    ],
    [
      "the hour that is there twice",
      BERLIN,
      "2026-10-25T00:30Z",
      "2026-10-26T17:00",
      "2026-10-27T00:30",
      "2026-11-24T17:00",
    ],
    [
      "the hour that is there twice, the second time",
      BERLIN,
      "2026-10-25T01:30Z",
      "2026-10-26T17:00",
      "2026-10-27T01:30",
      "2026-11-24T17:00",
    ],
    [
      "48 hours are 48 hours over winter time",
      works("Europe/Berlin", [1, 2, 3, 4, 5, 6, 7]),
      "2026-10-24T08:00Z",
      "2026-10-24T16:00",
      "2026-10-26T08:00",
      "2026-11-23T17:00",
    ],
    [
      "a Monday in summer time that is reported in winter",
      BERLIN,
      "2026-10-12T08:00Z",
      "2026-10-12T16:00",
      "2026-10-14T08:00",
      "2026-11-11T17:00",
    ],
    [
      "the Friday before summer time",
      BERLIN,
      "2027-03-26T09:00Z",
      "2027-03-26T17:00",
      "2027-03-29T16:00",
      "2027-04-26T16:00",
    ],
    [
      "the Sunday of summer time",
      BERLIN,
      "2027-03-28T09:00Z",
      "2027-03-29T16:00",
      "2027-03-30T09:00",
      "2027-04-27T16:00",
    ],
    [
      "a winter day that is reported in summer time",
      BERLIN,
      "2027-03-04T09:00Z",
      "2027-03-04T17:00",
      "2027-03-08T17:00",
      "2027-04-05T16:00",
    ],
    // New York: UTC-5, in summer -4; begins 14 March, ends 7 November 2027.
    [
      "New York, a morning",
      works("America/New_York"),
      "2026-11-18T14:00Z",
      "2026-11-18T23:00",
      "2026-11-20T14:00",
      "2026-12-18T23:00",
    ],
    [
      "New York, what is night in London",
      works("America/New_York"),
      "2026-11-19T02:00Z",
      "2026-11-19T23:00",
      "2026-11-21T02:00",
      "2026-12-18T23:00",
    ],
    [
      "New York, a Friday at 16:01",
      works("America/New_York"),
      "2026-11-20T21:01Z",
      "2026-11-23T23:00",
      "2026-11-23T23:00",
      "2026-12-21T23:00",
    ],
    [
      "New York, the Friday before summer time",
      works("America/New_York"),
      "2027-03-12T15:00Z",
      "2027-03-12T23:00",
      "2027-03-15T22:00",
      "2027-04-12T22:00",
    ],
    [
      "New York, the Friday before winter time",
      works("America/New_York"),
      "2026-10-30T14:00Z",
      "2026-10-30T22:00",
      "2026-11-02T23:00",
      "2026-11-30T23:00",
    ],
    // No daylight saving.
    [
      "Tokyo, a morning",
      works("Asia/Tokyo"),
      "2026-11-18T00:00Z",
      "2026-11-18T09:00",
      "2026-11-20T00:00",
      "2026-12-18T09:00",
    ],
    [
      "Tokyo, a Friday evening",
      works("Asia/Tokyo"),
      "2026-11-20T08:00Z",
      "2026-11-23T09:00",
      "2026-11-23T09:00",
      "2026-12-21T09:00",
    ],
    [
      "Kolkata, half an hour off",
      works("Asia/Kolkata"),
      "2026-11-18T10:30Z",
      "2026-11-18T12:30",
      "2026-11-20T10:30",
      "2026-12-18T12:30",
    ],
    [
      "Kolkata, a minute after 16:00",
      works("Asia/Kolkata"),
      "2026-11-18T10:31Z",
      "2026-11-19T12:30",
      "2026-11-20T10:31",
      "2026-12-18T12:30",
    ],
    [
      "Kathmandu, three quarters off",
      works("Asia/Kathmandu"),
      "2026-11-18T10:15Z",
      "2026-11-18T12:15",
      "2026-11-20T10:15",
      "2026-12-18T12:15",
    ],
    [
      "Honolulu, yesterday there",
      works("Pacific/Honolulu"),
      "2026-11-18T09:00Z",
      "2026-11-19T04:00",
      "2026-11-20T09:00",
      "2026-12-18T04:00",
    ],
    [
      "Auckland, summer there",
      works("Pacific/Auckland"),
      "2026-11-18T02:00Z",
      "2026-11-18T05:00",
      "2026-11-20T02:00",
      "2026-12-18T05:00",
    ],
    [
      "Auckland, over the end of its summer time",
      works("Pacific/Auckland"),
      "2027-04-02T00:00Z",
      "2027-04-02T05:00",
      "2027-04-05T06:00",
      "2027-05-03T06:00",
    ],
    [
      "Lord Howe, whose summer is half an hour",
      works("Australia/Lord_Howe"),
      "2026-11-18T02:00Z",
      "2026-11-18T07:00",
      "2026-11-20T02:00",
      "2026-12-18T07:00",
    ],
    [
      "Chatham, 13:45 ahead",
      works("Pacific/Chatham"),
      "2026-11-18T02:00Z",
      "2026-11-18T04:15",
      "2026-11-20T02:00",
      "2026-12-18T04:15",
    ],
    [
      "St. John's, 3:30 behind",
      works("America/St_Johns"),
      "2026-11-18T12:00Z",
      "2026-11-18T21:30",
      "2026-11-20T12:00",
      "2026-12-18T21:30",
    ],
    [
      "London in winter",
      works("Europe/London"),
      "2026-11-18T15:59Z",
      "2026-11-18T18:00",
      "2026-11-20T15:59",
      "2026-12-18T18:00",
    ],
    [
      "London in summer",
      works("Europe/London"),
      "2026-07-15T15:01Z",
      "2026-07-16T17:00",
      "2026-07-17T15:01",
      "2026-08-14T17:00",
    ],
    // Working weeks that are not Monday to Friday.
    [
      "Riyadh, a Thursday",
      works("Asia/Riyadh", SUN_TO_THU),
      "2026-11-19T08:00Z",
      "2026-11-19T15:00",
      "2026-11-22T15:00",
      "2026-12-20T15:00",
    ],
    [
      "Riyadh, a Friday, which is off",
      works("Asia/Riyadh", SUN_TO_THU),
      "2026-11-20T08:00Z",
      "2026-11-22T15:00",
      "2026-11-22T08:00",
      "2026-12-20T15:00",
    ],
    [
      "Riyadh, a Sunday, which is not",
      works("Asia/Riyadh", SUN_TO_THU),
      "2026-11-22T08:00Z",
      "2026-11-22T15:00",
      "2026-11-24T08:00",
      "2026-12-22T15:00",
    ],
    [
      "Tel Aviv, Thursday at 16:30",
      works("Asia/Jerusalem", SUN_TO_THU),
      "2026-11-19T14:30Z",
      "2026-11-22T16:00",
      "2026-11-22T16:00",
      "2026-12-20T16:00",
    ],
    [
      "six days: a Saturday works",
      works("Europe/Berlin", SIX),
      "2026-11-21T09:00Z",
      "2026-11-21T17:00",
      "2026-11-23T09:00",
      "2026-12-21T17:00",
    ],
    [
      "six days: a Friday is thanked for on Monday",
      works("Europe/Berlin", SIX),
      "2026-11-20T09:00Z",
      "2026-11-20T17:00",
      "2026-11-23T17:00",
      "2026-12-21T17:00",
    ],
    [
      "part-time, Tuesdays and Thursdays: a Wednesday",
      works("Europe/Berlin", PART),
      "2026-11-18T09:00Z",
      "2026-11-19T17:00",
      "2026-11-24T17:00",
      "2026-12-22T17:00",
    ],
    [
      "part-time: a Thursday evening",
      works("Europe/Berlin", PART),
      "2026-11-19T16:00Z",
      "2026-11-24T17:00",
      "2026-11-24T17:00",
      "2026-12-22T17:00",
    ],
    [
      "part-time: a Tuesday morning",
      works("Europe/Berlin", PART),
      "2026-11-17T09:00Z",
      "2026-11-17T17:00",
      "2026-11-19T09:00",
      "2026-12-17T17:00",
    ],
    [
      "seven days",
      works("Europe/Berlin", [1, 2, 3, 4, 5, 6, 7]),
      "2026-11-21T09:00Z",
      "2026-11-21T17:00",
      "2026-11-23T09:00",
      "2026-12-21T17:00",
    ],
    // Holidays.
    [
      "the day before a holiday, late",
      works("Europe/Berlin", WEEK, ["2026-11-19"]),
      "2026-11-18T16:00Z",
      "2026-11-20T17:00",
      "2026-11-20T16:00",
      "2026-12-18T17:00",
    ],
    [
      "on a holiday",
      works("Europe/Berlin", WEEK, ["2026-11-18"]),
      "2026-11-18T08:00Z",
      "2026-11-19T17:00",
      "2026-11-20T08:00",
      "2026-12-18T17:00",
    ],
    [
      "thanks fall on a holiday",
      works("Europe/Berlin", WEEK, ["2026-11-20"]),
      "2026-11-18T08:00Z",
      "2026-11-18T17:00",
      "2026-11-23T17:00",
      "2026-12-18T17:00",
    ],
    [
      "the report falls on a holiday",
      works("Europe/Berlin", WEEK, ["2026-12-18"]),
      "2026-11-18T08:00Z",
      "2026-11-18T17:00",
      "2026-11-20T08:00",
      "2026-12-21T17:00",
    ],
    [
      "Christmas, which two holidays and a weekend make four days",
      works("Europe/Berlin", WEEK, ["2026-12-24", "2026-12-25"]),
      "2026-12-23T15:30Z",
      "2026-12-28T17:00",
      "2026-12-28T17:00",
      "2027-01-22T17:00",
    ],
    [
      "a report into Christmas",
      works("Europe/Berlin", WEEK, ["2026-12-24", "2026-12-25"]),
      "2026-11-24T08:00Z",
      "2026-11-24T17:00",
      "2026-11-26T08:00",
      "2026-12-28T17:00",
    ],
    [
      "New Year",
      works("Europe/Berlin", WEEK, ["2027-01-01"]),
      "2026-12-31T16:00Z",
      "2027-01-04T17:00",
      "2027-01-04T17:00",
      "2027-02-01T17:00",
    ],
    ["a leap day", BERLIN, "2028-02-28T09:00Z", "2028-02-28T17:00", "2028-03-01T09:00", "2028-03-29T16:00"],
    // Absences without a stand-in: the clock waits.
    [
      "away from tomorrow for a week, late",
      works("Europe/Berlin", WEEK, away("2026-11-19", "2026-11-25")),
      "2026-11-18T16:00Z",
      "2026-11-26T17:00",
      "2026-11-26T17:00",
      "2026-12-18T17:00",
    ],
    [
      "away today",
      works("Europe/Berlin", WEEK, away("2026-11-18", "2026-11-18")),
      "2026-11-18T08:00Z",
      "2026-11-19T17:00",
      "2026-11-20T08:00",
      "2026-12-18T17:00",
    ],
    [
      "away for a month",
      works("Europe/Berlin", WEEK, away("2026-11-16", "2026-12-16")),
      "2026-11-18T08:00Z",
      "2026-12-17T17:00",
      "2026-12-17T17:00",
      "2026-12-18T17:00",
    ],
    [
      "away when the report is due",
      works("Europe/Berlin", WEEK, away("2026-12-14", "2027-01-03")),
      "2026-11-18T08:00Z",
      "2026-11-18T17:00",
      "2026-11-20T08:00",
      "2027-01-04T17:00",
    ],
    [
      "away and a holiday after it",
      works("Europe/Berlin", WEEK, [...away("2026-11-18", "2026-11-20"), "2026-11-23"]),
      "2026-11-18T08:00Z",
      "2026-11-24T17:00",
      "2026-11-24T17:00",
      "2026-12-18T17:00",
    ],
  ])("%s", (_, calendar, at, respond, thank, report) => {
    const duties = dutiesOf(arrived(at, calendar.timeZone), [], CLOCKS, () => calendar);
    expect([due(duties, "respond"), due(duties, "thank"), due(duties, "report")]).toEqual([
      respond,
      thank,
      report,
    ]);
  });
});

const said = (kind: SaidKind, some: Partial<Settled> = {}): Settled => ({
  id: kind,
  kind,
  sourceId: "anna",
  how: "call",
  letGoWhy: null,
  words: null,
  day: "2026-11-19",
  at: new Date("2026-11-19T09:00Z"),
  byId: "mia",
  ...some,
});
const won = { day: "2027-02-10", at: new Date("2027-02-10T09:00Z"), won: true };
const kinds = (duties: readonly Duty[]) => duties.map(({ kind, sourceId }) => `${kind} ${sourceId}`);
const owed = (some: Partial<Introduction>, settled: readonly Settled[] = [], clocks = CLOCKS) =>
  dutiesOf(introduction(some), settled, clocks, () => BERLIN);

describe("what an introduction owes", () => {
  it.each<[string, Partial<Introduction>, string[]]>([
    ["nothing for a name only", { countsFrom: null }, []],
    ["an answer, thanks and a report", {}, ["respond anna", "thank anna", "report anna"]],
    [
      "at the close also word and thanks, and thanks to everybody up the chain",
      { close: won, chain: ["ben", "cora"] },
      [
        "respond anna",
        "thank anna",
        "report anna",
        "report-close anna",
        "thank-close anna",
        "thank-chain ben",
        "thank-chain cora",
      ],
    ],
    [
      "of what was lost only its own source hears",
      { close: { ...won, won: false }, chain: ["ben"] },
      ["respond anna", "thank anna", "report anna", "report-close anna", "thank-close anna"],
    ],
    [
      "no report besides the close where that came first",
      { close: { day: "2026-12-01", at: null, won: true } },
      ["respond anna", "thank anna", "report-close anna", "thank-close anna"],
    ],
  ])("%s", (_, some, expected) => {
    expect(kinds(owed(some))).toEqual(expected);
  });

  it("owes no late report any more to whom the close was told", () => {
    expect(kinds(owed({ close: won }, [said("report-close")]))).not.toContain("report anna");
    expect(kinds(owed({ close: won }, [said("thank-close")]))).toContain("report anna");
  });

  it("owes its source nothing more once it was answered and all was said that settles it, and not before", () => {
    const respondedAt = new Date("2026-11-18T12:00Z");
    const early = { day: "2026-11-20", at: null, won: false };
    const asks: (Introduction["close"] | null)[] = [null, early, won, { ...won, won: false }];
    const every = subsetsOf(SAID_KINDS);
    expect(every).toHaveLength(2 ** SAID_KINDS.length);
    for (const close of asks)
      for (const kinds of every) {
        const settledAll = settlesAll(close !== null).every((kind) => kinds.includes(kind));
        const left = owed(
          { respondedAt, close },
          kinds.map((kind) => said(kind)),
        ).filter(({ doneAt }) => doneAt === null);
        expect([kinds, left.length === 0]).toEqual([kinds, settledAll]);
      }
  });

  it("keeps a report that was given before an early close", () => {
    const close = { day: "2026-12-01", at: null, won: true };
    expect(kinds(owed({ close }, [said("report")]))).toContain("report anna");
  });

  it("owes nothing for days before the clocks ran but what a later close asks for", () => {
    const clocks = { ...CLOCKS, since: "2027-01-01" };
    expect(kinds(owed({}, [], clocks))).toEqual([]);
    expect(kinds(owed({ close: won }, [], clocks))).toEqual(["report-close anna", "thank-close anna"]);
  });

  it("counts hours from the end of its day where it was logged later", () => {
    expect(due(owed({ countsFrom: "2026-11-17" }), "thank")).toBe("2026-11-19T17:00");
    expect(due(owed({ close: { day: "2027-02-10", at: null, won: true } }), "thank-close")).toBe(
      "2027-02-12T17:00",
    );
    expect(due(owed({ close: won }), "thank-close")).toBe("2027-02-12T09:00");
  });

  it("goes by the workspace's own clocks", () => {
    const clocks = { ...CLOCKS, respondBy: "20:00", respondCutoff: "12:00", thankHours: 24, reportDays: 7 };
    const duties = dutiesOf(arrived("2026-11-18T11:01Z", "Europe/Berlin"), [], clocks, () => BERLIN);
    expect(["respond", "thank", "report"].map((kind) => due(duties, kind as DutyKind))).toEqual([
      "2026-11-19T19:00",
      "2026-11-19T11:01",
      "2026-11-25T19:00",
    ]);
  });

  it("is answered with the introduction, and the rest by saying so to whom it is owed", () => {
    const respondedAt = new Date("2026-11-18T12:00Z");
    const duties = owed({ respondedAt, close: won, chain: ["ben"] }, [
      said("thank"),
      said("thank-chain", { sourceId: "somebody else" }),
    ]);
    const done = Object.fromEntries(duties.map(({ kind, doneAt }) => [kind, doneAt?.toISOString() ?? null]));
    expect(done).toMatchObject({
      respond: "2026-11-18T12:00:00.000Z",
      thank: "2026-11-19T09:00:00.000Z",
      report: null,
      "thank-chain": null,
    });
  });

  it.each<[string, Partial<Duty>, string, string, boolean | null]>([
    ["before its time", {}, "2026-11-20T08:00Z", "open", null],
    ["at its very time", {}, "2026-11-20T09:00Z", "open", null],
    ["a moment later", {}, "2026-11-20T09:01Z", "late", false],
    ["done in time", { doneAt: new Date("2026-11-20T09:00Z") }, "2026-12-01T00:00Z", "done", true],
    ["done late", { doneAt: new Date("2026-11-20T09:01Z") }, "2026-12-01T00:00Z", "done", false],
    [
      "let go",
      {
        settled: said("thank", { how: null, letGoWhy: "she is on leave" }),
        doneAt: new Date("2026-11-19T09:00Z"),
      },
      "2026-12-01T00:00Z",
      "let-go",
      false,
    ],
  ])("is %s", (_, some, now, state, timely) => {
    const [first] = owed({});
    const duty = { ...(first as Duty), dueAt: new Date("2026-11-20T09:00Z"), ...some };
    expect([stateOf(duty, new Date(now)), inTime(duty, new Date(now))]).toEqual([state, timely]);
  });

  it("is never due on a day off, nor before it began, for any calendar and moment", () => {
    const minutes = fc.integer({ min: 0, max: 3 * 366 * 1_440 });
    const week = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }) as fc.Arbitrary<Weekday[]>;
    const holidays = fc.uniqueArray(fc.integer({ min: 0, max: 1_200 }), { maxLength: 30 });
    const zone = fc.constantFrom(
      "Europe/Berlin",
      "America/New_York",
      "Asia/Kolkata",
      "Pacific/Auckland",
      "UTC",
    );
    fc.assert(
      fc.property(minutes, week, holidays, zone, (minute, workdays, off, timeZone) => {
        const at = new Date(Date.UTC(2025, 5, 1) + minute * 60_000);
        const days = new Set(off.map((number) => addDays("2025-06-01", number)));
        const calendar = { timeZone, workdays, off: (day: Day) => days.has(day) };
        for (const { dueAt } of dutiesOf(arrived(at.toISOString(), timeZone), [], CLOCKS, () => calendar)) {
          expect(dueAt > at).toBe(true);
          expect(isWorkday(dayIn(dueAt, timeZone), calendar)).toBe(true);
        }
      }),
    );
  });

  it("is settled by the rep, by whoever sees to it, by their manager and by leaders", () => {
    const owner = { memberId: "mia", teamId: "north" };
    expect(maySettle(actor("mia", "rep"), owner, [])).toBe(true);
    expect(maySettle(actor("ben", "rep"), owner, ["ben"])).toBe(true);
    expect(maySettle(actor("ben", "rep"), owner, [null])).toBe(false);
    expect(maySettle(actor("petra", "manager", ["north"]), owner, [])).toBe(true);
    expect(maySettle(actor("petra", "manager", ["south"]), owner, [])).toBe(false);
    expect(maySettle(actor("lena", "leader"), owner, [])).toBe(true);
  });

  it.each([
    ["r.thank.anna", { referralId: "r", kind: "thank", sourceId: "anna" }],
    ["r.praise.anna", null],
    ["r.thank", null],
    ["r.thank.anna.more", null],
    ["", null],
  ])("knows %j by its id", (id, parts) => {
    expect(partsOfDutyId(id)).toEqual(parts);
  });
});

function actor(id: string, role: "rep" | "manager" | "leader", leads: string[] = []) {
  return { member: { id, name: id, role, teamId: "north" }, leads };
}

function subsetsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((some, each) => [...some, ...some.map((set) => [...set, each])], [[]]);
}

const told = (day: Day, hour = "10:00", some: Partial<Settled> = {}): Settled => ({
  id: `${day} ${hour}`,
  kind: "report",
  sourceId: "anna",
  how: "call",
  letGoWhy: null,
  words: null,
  day,
  at: new Date(`${day}T${hour}:00Z`),
  byId: "mia",
  ...some,
});
const met = (day: Day, hour = "11:00") => ({ day, at: new Date(`${day}T${hour}:00Z`) });

describe("a report from before the meeting", () => {
  // It counts from 18 November 2026, a Wednesday: its report is due on Friday, 18 December, 18:00 in Berlin.
  it.each<[string, Settled[], Introduction["met"], string, string, Day | null]>([
    ["no meeting yet", [told("2026-11-19")], null, "done", "2026-12-18T17:00", null],
    [
      "a day before they met",
      [told("2026-11-19")],
      met("2026-11-20"),
      "open",
      "2026-12-18T17:00",
      "2026-11-19",
    ],
    ["the same morning", [told("2026-11-20")], met("2026-11-20"), "open", "2026-12-18T17:00", "2026-11-20"],
    [
      "the same day, and the meeting was logged on another",
      [told("2026-11-20")],
      { day: "2026-11-20", at: new Date("2026-11-23T08:00Z") },
      "done",
      "2026-12-18T17:00",
      null,
    ],
    [
      "the same afternoon",
      [told("2026-11-20", "15:00")],
      met("2026-11-20"),
      "done",
      "2026-12-18T17:00",
      null,
    ],
    [
      "before and after, the last one first",
      [told("2026-11-23"), told("2026-11-19")],
      met("2026-11-20"),
      "done",
      "2026-12-18T17:00",
      null,
    ],
    [
      "they met after the thirty days: two days for the word",
      [told("2026-12-10")],
      met("2026-12-22"),
      "open",
      "2026-12-24T11:00",
      "2026-12-10",
    ],
    [
      "let go before",
      [told("2026-11-19", "10:00", { how: null, letGoWhy: "she arranged it herself" })],
      met("2026-11-20"),
      "let-go",
      "2026-12-18T17:00",
      null,
    ],
  ])("%s", (_, settled, meeting, state, dueAt, heardOn) => {
    const duties = dutiesOf(introduction({ met: meeting }), settled, CLOCKS, () => BERLIN);
    const report = duties.find(({ kind }) => kind === "report")!;
    expect(stateOf(report, new Date("2026-11-25T12:00Z"))).toBe(state);
    expect([due(duties, "report"), report.heardOn]).toEqual([dueAt, heardOn]);
  });
});
