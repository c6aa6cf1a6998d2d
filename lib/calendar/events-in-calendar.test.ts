import { describe, expect, it } from "vitest";
import { eventsInCalendar } from "./events-in-calendar.ts";
import { WINDOWS_ZONES } from "./windows-zones.ts";
import { zoneNamed } from "./zones.ts";

const SPAN = { from: "2026-10-01", to: "2026-12-31", zone: "Europe/Berlin", most: 500 };

function calendar(...lines: string[]): string {
  return ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
}
const event = (...lines: string[]) => ["BEGIN:VEVENT", "UID:one", ...lines, "END:VEVENT"];
const exception = (...lines: string[]) => event("RECURRENCE-ID:20261109T090000Z", ...lines);
const read = (...lines: string[]) => eventsInCalendar(calendar(...lines), SPAN);
const starts = (...lines: string[]) => read(...lines).events.map(({ start }) => start);

describe("the instant of an event", () => {
  it.each([
    ["DTSTART:20261124T090000Z", "2026-11-24T09:00:00.000Z"],
    ["DTSTART:20261124T090000", "2026-11-24T08:00:00.000Z"],
    ["DTSTART;TZID=America/New_York:20261124T090000", "2026-11-24T14:00:00.000Z"],
    ["DTSTART;TZID=W. Europe Standard Time:20261124T090000", "2026-11-24T08:00:00.000Z"],
    ['DTSTART;TZID="Eastern Standard Time":20261124T090000', "2026-11-24T14:00:00.000Z"],
    ["DTSTART;TZID=/mozilla.org/20050126_1/Asia/Tokyo:20261124T090000", "2026-11-24T00:00:00.000Z"],
    ['DTSTART;TZID="(UTC-08:00) Pacific Time (US & Canada)":20261124T090000', "2026-11-24T17:00:00.000Z"],
    ['DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern":20261124T090000', "2026-11-24T08:00:00.000Z"],
    ["DTSTART;TZID=Nowhere At All:20261124T090000", "2026-11-24T08:00:00.000Z"],
  ])("%s is %s", (line, instant) => {
    expect(starts(...event(line))).toEqual([instant]);
  });

  it("stays at its hour on the wall when summer time ends", () => {
    const weekly = event("DTSTART;TZID=W. Europe Standard Time:20261019T090000", "RRULE:FREQ=WEEKLY;COUNT=2");
    expect(starts(...weekly)).toEqual(["2026-10-19T07:00:00.000Z", "2026-10-26T08:00:00.000Z"]);
  });

  it("follows the calendar's own description of a zone of its own", () => {
    const zone = [
      "BEGIN:VTIMEZONE",
      "TZID:Customized Time Zone",
      "BEGIN:STANDARD",
      "DTSTART:16010101T000000",
      "TZOFFSETFROM:+0330",
      "TZOFFSETTO:+0330",
      "END:STANDARD",
      "END:VTIMEZONE",
    ];
    expect(starts(...zone, ...event("DTSTART;TZID=Customized Time Zone:20261124T090000"))).toEqual([
      "2026-11-24T05:30:00.000Z",
    ]);
  });
});

describe("what repeats", () => {
  const rule = ["DTSTART:20261102T090000Z", "DTEND:20261102T100000Z", "RRULE:FREQ=WEEKLY;COUNT=4"];

  it("leaves out what was taken out, and follows what was moved, under the name it had", () => {
    const { events } = read(
      ...event(...rule, "EXDATE:20261116T090000Z"),
      ...exception("DTSTART:20261110T150000Z", "DTEND:20261110T160000Z"),
    );
    expect(events.map(({ which, start, end }) => [which, start, end])).toEqual([
      ["2026-11-02T09:00:00.000Z", "2026-11-02T09:00:00.000Z", "2026-11-02T10:00:00.000Z"],
      ["2026-11-09T09:00:00.000Z", "2026-11-10T15:00:00.000Z", "2026-11-10T16:00:00.000Z"],
      ["2026-11-23T09:00:00.000Z", "2026-11-23T09:00:00.000Z", "2026-11-23T10:00:00.000Z"],
    ]);
  });

  it("says of one time that it was cancelled", () => {
    const { events } = read(...event(...rule), ...exception("DTSTART:20261109T090000Z", "STATUS:CANCELLED"));
    expect(events.map(({ cancelled }) => cancelled)).toEqual([false, true, false, false]);
  });

  it("has one that was moved into the span from after it, and one sent alone", () => {
    const moved = event("RECURRENCE-ID:20270104T090000Z", "DTSTART:20261230T090000Z");
    expect(starts(...event("DTSTART:20261228T090000Z", "RRULE:FREQ=WEEKLY"), ...moved)).toEqual([
      "2026-12-28T09:00:00.000Z",
      "2026-12-30T09:00:00.000Z",
    ]);
    expect(starts(...moved)).toEqual(["2026-12-30T09:00:00.000Z"]);
  });

  it("takes no more than was asked for, and says that there is more", () => {
    const endless = calendar(...event("DTSTART:19800101T090000Z", "RRULE:FREQ=DAILY"));
    const found = eventsInCalendar(endless, { ...SPAN, most: 10 });
    expect([found.events.length, found.whole]).toEqual([10, false]);
    expect(eventsInCalendar(endless, SPAN)).toMatchObject({ whole: true, events: { length: 92 } });
  });
});

describe("what stands in an event", () => {
  it("is who was asked, by address, and who said no", () => {
    const { events } = read(
      ...event(
        "DTSTART:20261124T090000Z",
        "ORGANIZER;CN=Mia Sommer:mailto:Mia@Nordlicht.example",
        'ATTENDEE;CN="Merz, Jale";PARTSTAT=ACCEPTED:MAILTO:jale.merz@hafen.example',
        "ATTENDEE;PARTSTAT=DECLINED:mailto:bruno@hafen.example",
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@hafen.example",
        "ATTENDEE;EMAIL=veit@weser.example;CN=Veit:urn:uuid:1",
        "ATTENDEE;CN=ida@weser.example:invalid:nomail",
        "ATTENDEE;CN=Nobody:invalid:nomail",
      ),
    );
    expect(events[0]?.organizer).toMatchObject({ address: "mia@nordlicht.example", name: "Mia Sommer" });
    expect(events[0]?.invited).toEqual([
      { address: "jale.merz@hafen.example", name: "Merz, Jale", declined: false, isPerson: true },
      { address: "bruno@hafen.example", name: null, declined: true, isPerson: true },
      { address: "room4@hafen.example", name: "Room 4", declined: false, isPerson: false },
      { address: "veit@weser.example", name: "Veit", declined: false, isPerson: true },
      { address: "ida@weser.example", name: "ida@weser.example", declined: false, isPerson: true },
      { address: null, name: "Nobody", declined: false, isPerson: true },
    ]);
  });

  it.each([
    ["CLASS:PRIVATE", true],
    ["CLASS:CONFIDENTIAL", true],
    ["CLASS:PUBLIC", false],
    ["CLASS:X-ODD", true],
  ])("%s is secret: %s", (line, secret) => {
    expect(read(...event("DTSTART:20261124T090000Z", line)).events[0]?.secret).toBe(secret);
  });

  it("is whole days as days, also where Outlook gives them times", () => {
    const { events } = read(
      ...event("DTSTART;VALUE=DATE:20261124", "DTEND;VALUE=DATE:20261126"),
      ...event("DTSTART:20261201T000000", "DTEND:20261202T000000", "X-MICROSOFT-CDO-ALLDAYEVENT:TRUE"),
    );
    expect(events.map(({ allDay, day, lastDay }) => [allDay, day, lastDay])).toEqual([
      [true, "2026-11-24", "2026-11-25"],
      [true, "2026-12-01", "2026-12-01"],
    ]);
  });
});

describe("what is broken", () => {
  it("is read past, and what cannot be read is counted", () => {
    const found = read("X", ...event("DTSTART:20261124T090000Z"), ...event("DTSTART:nonsense"), ...event());
    expect(found.events).toHaveLength(1);
    expect(found.whole).toBe(false);
  });

  it("is read up to where it was cut off", () => {
    const cut = calendar(...event("DTSTART:20261124T090000Z"), ...event("DTSTART:20261125T09")).slice(0, -30);
    expect(eventsInCalendar(cut, SPAN)).toMatchObject({ whole: false, events: { length: 1 } });
  });

  it("is an error where nothing is left", () => {
    expect(() => eventsInCalendar("BEGIN:VCALENDAR\r\nnonsense", SPAN)).toThrow("nothing in this calendar");
  });
});

describe("zones of Windows", () => {
  it("each lead to one that is there", () => {
    expect(WINDOWS_ZONES.size).toBeGreaterThan(135);
    const lost = [...WINDOWS_ZONES].filter(
      ([windows, iana]) => zoneNamed(windows) !== iana || !zoneNamed(iana),
    );
    expect(lost).toEqual([]);
  });
});
