import type { Day } from "#lib/kernel/days.ts";

/** One time that an event takes place. Instants are RFC 3339 in UTC, days those of the zone that was asked for. */
export interface CalendarEvent {
  /** As the calendar calls the event; the same for all times of one that repeats. */
  uid: string;
  /** Which of those that repeat: the day or the instant at which the rule has it. Null for one that does not repeat. */
  which: string | null;
  start: string;
  end: string;
  day: Day;
  lastDay: Day;
  allDay: boolean;
  title: string;
  cancelled: boolean;
  /** Marked private or confidential. */
  secret: boolean;
  organizer: Invited | null;
  invited: Invited[];
}

export interface Invited {
  /** In lower case; null where none is given. */
  address: string | null;
  name: string | null;
  declined: boolean;
  /** Not a room, a thing or a list. */
  isPerson: boolean;
}

export interface CalendarEvents {
  /** As the calendar calls itself; null where it does not say. */
  name: string | null;
  events: CalendarEvent[];
  /** Events that have a time of day, whenever they are. */
  timed: number;
  /** Events that could not be understood. */
  unread: number;
  /** Everything that the calendar has within the span is in it: what is not, is not there any more. */
  whole: boolean;
}

export interface CalendarSpan {
  from: Day;
  to: Day;
  /** In which whole days and times without a zone are meant. */
  zone: string;
  /** So many events at most. */
  most: number;
}
