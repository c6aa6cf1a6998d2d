import { isMainThread, parentPort, workerData } from "node:worker_threads";
import ICAL from "ical.js";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { dayByDay, type NamedDay } from "./holiday.ts";
import type { CalendarDays, Span } from "./calendar-file.ts";

/**
 * Every day of every all-day event within the span. An event that Outlook marks as all-day is one though it has times, from
 * midnight to midnight. Throws where the text is no calendar.
 */
export function daysInCalendar(text: string, span: Span): CalendarDays {
  const calendars = calendarsIn(text);
  const days: NamedDay[] = [];
  let timed = 0;
  let unread = 0;
  for (const component of calendars.flatMap((each) => each.getAllSubcomponents("vevent"))) {
    try {
      if (isException(component) || isCancelled(component)) continue;
      if (isAllDay(component)) days.push(...daysOf(component, span));
      else timed++;
    } catch {
      unread++;
    }
  }
  return { name: nameOf(calendars), days: dayByDay(days), timed, unread };
}

function calendarsIn(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text.replaceAll(BARE_DATE, "$1;VALUE=DATE$2$3")) as unknown[];
  const several = Array.isArray(parsed[0]);
  return (several ? parsed : [parsed])
    .map((each) => new ICAL.Component(each as never))
    .filter(({ name }) => name === "vcalendar");
}

// A date that does not say it is one, as Synology and others write it.
const BARE_DATE =
  /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)((?:;(?!VALUE=)[^:;\r\n]*)*)(:\d{8}(?:,\d{8})*)(?=\r?$)/gim;

function nameOf(calendars: readonly ICAL.Component[]): string | null {
  const names = calendars.map((each) => textOf(each.getFirstPropertyValue("x-wr-calname")));
  return names.find((name) => name !== "") ?? null;
}

function daysOf(component: ICAL.Component, span: Span): NamedDay[] {
  const exceptions = exceptionsOf(component);
  const event = new ICAL.Event(component, { exceptions });
  const name = titleOf(event);
  if (event.isRecurring()) return recurring(event, name, span);
  return stretch(event.startDate, event.endDate, name, span);
}

function recurring(event: ICAL.Event, name: string, span: Span): NamedDay[] {
  const days: NamedDay[] = [];
  const fits = fitting(event);
  const iterator = event.iterator();
  for (let next = iterator.next(); next && dayOf(next) <= span.to; next = iterator.next()) {
    if (!fits(next)) continue;
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    if (isCancelled(item.component)) continue;
    const called = item.isRecurrenceException() ? titleOf(item) : name;
    days.push(...stretch(startDate, endDate, called, span));
  }
  return days;
}

/** RFC 5545, 3.3.10: dates that do not exist are left out. ical.js moves them, 29 February to 1 March. */
function fitting(event: ICAL.Event): (at: ICAL.Time) => boolean {
  const extra = new Set(
    event.component.getAllProperties("rdate").map((each) => dayOf(each.getFirstValue() as ICAL.Time)),
  );
  const rules = event.component.getAllProperties("rrule").map((each) => each.getFirstValue() as ICAL.Recur);
  const start = event.startDate;
  return (at) => {
    if (extra.has(dayOf(at)) || dayOf(at) === dayOf(start)) return true;
    return rules.some((rule) => {
      const parts = rule.parts as Record<string, number[] | undefined>;
      const bare = !["BYMONTHDAY", "BYDAY", "BYYEARDAY", "BYWEEKNO"].some((part) => parts[part]);
      const months = parts["BYMONTH"] ?? (bare && rule.freq === "YEARLY" ? [start.month] : undefined);
      const dates =
        parts["BYMONTHDAY"] ??
        (bare && (rule.freq === "YEARLY" || rule.freq === "MONTHLY") ? [start.day] : undefined);
      return (
        (months === undefined || months.includes(at.month)) &&
        (dates === undefined || dates.some((date) => date < 0 || date === at.day))
      );
    });
  };
}

/** The day after the last ends it; an event without an end is one day. */
function stretch(start: ICAL.Time, end: ICAL.Time | null, name: string, span: Span): NamedDay[] {
  const first = dayOf(start);
  const until = end && dayOf(end) > first ? dayOf(end) : addDays(first, 1);
  const days: NamedDay[] = [];
  const from = first < span.from ? span.from : first;
  for (let day = from; day < until && day <= span.to; day = addDays(day, 1)) days.push({ day, name });
  return days;
}

function isAllDay(component: ICAL.Component): boolean {
  const start = component.getFirstPropertyValue("dtstart") as ICAL.Time | null;
  if (!start) return false;
  if (start.isDate) return true;
  const marked =
    textOf(component.getFirstPropertyValue("x-microsoft-cdo-alldayevent")).toUpperCase() === "TRUE";
  const isUtc =
    component.getFirstProperty("dtstart")?.getParameter("tzid") === undefined &&
    start.zone === ICAL.Timezone.utcTimezone;
  return marked && !isUtc && start.hour === 0 && start.minute === 0;
}

function exceptionsOf(component: ICAL.Component): ICAL.Component[] {
  const uid = textOf(component.getFirstPropertyValue("uid"));
  const all = component.parent?.getAllSubcomponents("vevent") ?? [];
  return all.filter((each) => isException(each) && textOf(each.getFirstPropertyValue("uid")) === uid);
}

function isException(component: ICAL.Component): boolean {
  return component.hasProperty("recurrence-id");
}

function isCancelled(component: ICAL.Component): boolean {
  return textOf(component.getFirstPropertyValue("status")).toUpperCase() === "CANCELLED";
}

function titleOf(event: ICAL.Event): string {
  return textOf(event.summary).replaceAll(/\s+/g, " ").replaceAll("\0", "") || "Day off";
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function dayOf(at: ICAL.Time): Day {
  return `${padded(at.year, 4)}-${padded(at.month, 2)}-${padded(at.day, 2)}`;
}

function padded(value: number, digits: number): string {
  return String(value).padStart(digits, "0");
}

export interface Answer {
  found: CalendarDays | null;
}

if (!isMainThread && workerData?.calendar) {
  const { text, span } = workerData.calendar as { text: string; span: Span };
  let answer: Answer = { found: null };
  try {
    answer = { found: daysInCalendar(text, span) };
  } catch {
    // Said by the one who asked: this text is no calendar.
  }
  parentPort?.postMessage(answer, []);
}
