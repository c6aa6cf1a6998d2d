import { describe, expect, it } from "vitest";
import { instantOf } from "#lib/kernel/days.ts";
import { eventsInCalendar } from "./events-in-calendar.ts";
import type { FeedEvent } from "./feed.ts";
import { writeCalendar } from "./write-calendar.ts";

const CHANGED = new Date("2026-11-20T09:30:00Z");

function event(some: Partial<FeedEvent>): FeedEvent {
  return {
    id: "meeting-1",
    title: "Meeting with Jale Merz",
    at: { day: "2026-11-24" },
    page: "/meetings/1",
    changedAt: CHANGED,
    changes: 0,
    cancelled: false,
    busy: true,
    ...some,
  };
}

const write = (...events: FeedEvent[]) => writeAt("https://askwell.example", events);
const writeAt = (url: string, events: FeedEvent[]) =>
  writeCalendar({ name: "Askwell of Mia", url, workspaceId: "w-1", events, minutes: 30 });
const readIn = (text: string, zone: string) =>
  eventsInCalendar(text, { from: "2026-01-01", to: "2027-12-31", zone, most: 100 });

describe("a calendar that is handed out", () => {
  const zones = [
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kolkata",
    "Pacific/Auckland",
    "America/Sao_Paulo",
  ];

  it.each(zones)("keeps the hour in %s on both sides of every change of clocks", (zone) => {
    const days = ["2026-03-07", "2026-03-09", "2026-03-28", "2026-03-30", "2026-04-04", "2026-04-06"];
    const more = ["2026-09-26", "2026-09-28", "2026-10-24", "2026-10-26", "2026-10-31", "2026-11-02"];
    const meant = [...days, ...more].map((day) => instantOf(day, "09:00", zone));
    const text = write(
      ...meant.map((start, at) =>
        event({ id: `meeting-${at}`, at: { start, end: new Date(start.getTime() + 3_600_000) } }),
      ),
    );
    for (const reader of zones)
      expect(readIn(text, reader).events.map(({ start }) => start)).toEqual(
        meant.map((each) => each.toISOString()),
      );
    expect(text).not.toContain("TZID");
  });

  it.each(zones)("has whole days as days, seen from %s too", (zone) => {
    const text = write(event({ at: { day: "2026-03-29" } }));
    expect(text).toContain("DTSTART;VALUE=DATE:20260329\r\nDTEND;VALUE=DATE:20260330\r\n");
    expect(readIn(text, zone).events).toMatchObject([
      { allDay: true, day: "2026-03-29", lastDay: "2026-03-29" },
    ]);
  });

  it("names each thing once and for ever, and says what changed of it", () => {
    const text = write(event({ changes: 2 }), event({ id: "meeting-2", cancelled: true }));
    expect(text).toContain("UID:meeting-1@w-1.askwell\r\nSEQUENCE:2\r\n");
    expect(text).toContain("LAST-MODIFIED:20261120T093000Z");
    expect(text).toContain("DTSTAMP:20261120T093000Z");
    expect(readIn(text, "UTC").events.map(({ cancelled }) => cancelled)).toEqual([false, true]);
    expect(write(event({ changes: 2 }))).toBe(write(event({ changes: 2 })));
    expect(writeAt("https://moved.example", [event({})])).toContain("UID:meeting-1@w-1.askwell\r\n");
  });

  it.each([
    "Merz; Jale, \\ the first",
    "two\nlines\r\nEND:VEVENT\r\nBEGIN:VEVENT",
    "Größe 漢字 😀 ".repeat(20),
    "nul\u0000 and bell\u0007",
    '"quoted" <b>bold</b>',
  ])("carries %j whole, on folded lines of 75 bytes", (title) => {
    const text = write(event({ title }));
    const { events, whole } = readIn(text, "UTC");
    expect(events.map((each) => each.title)).toEqual([
      title
        .replaceAll(/\s+/g, " ")
        .replaceAll(/\p{Cc}/gu, "")
        .trim(),
    ]);
    expect(whole).toBe(true);
    const lines = text.split("\r\n");
    expect(lines.filter((line) => new TextEncoder().encode(line).length > 75)).toEqual([]);
    expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });
});
