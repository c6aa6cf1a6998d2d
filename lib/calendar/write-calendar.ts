import ical, {
  ICalCalendarMethod,
  ICalEventBusyStatus,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { FeedEvent } from "./feed.ts";

export interface CalendarToWrite {
  name: string;
  /** Where people reach the house, no slash at the end: events lead there. */
  url: string;
  /** Whose events they are, for ever: they keep their names wherever the house moves. */
  workspaceId: string;
  events: readonly FeedEvent[];
  /** For how long a program may wait before it asks again. */
  minutes?: number;
}

/**
 * A calendar as RFC 5545 has it, to be read by Apple, Google and Outlook. What has an hour is an instant in UTC, which no program can
 * shift; whole days are days, in whatever zone they are looked at.
 */
export function writeCalendar({ name, url, workspaceId, events, minutes }: CalendarToWrite): string {
  const calendar = ical({
    name: plain(name),
    prodId: { company: "Askwell", product: "Askwell", language: "EN" },
    method: ICalCalendarMethod.PUBLISH,
    ...(minutes !== undefined && { ttl: minutes * 60 }),
  });
  for (const event of events) {
    const { title, at, cancelled, busy } = event;
    calendar.createEvent({
      id: `${event.id}@${workspaceId}.askwell`,
      summary: plain(title),
      ...("day" in at
        ? { allDay: true, start: new Date(`${at.day}T00:00:00Z`), end: dayAfter(at.day) }
        : { start: at.start, end: at.end }),
      stamp: event.changedAt,
      lastModified: event.changedAt,
      sequence: event.changes,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: busy && !cancelled ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      busystatus: busy && !cancelled ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
      url: `${url}${event.page}`,
      description: `${url}${event.page}`,
    });
  }
  return calendar.toString();
}

function dayAfter(day: string): Date {
  return new Date(new Date(`${day}T00:00:00Z`).getTime() + 86_400_000);
}

/** On one line, without what no calendar may hold. */
function plain(text: string): string {
  return text
    .replaceAll(/\s+/g, " ")
    .replaceAll(/\p{Cc}/gu, "")
    .trim();
}
