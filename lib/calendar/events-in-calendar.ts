import ICAL from "ical.js";
import { addDays, dayIn, daysBetween, instantOf, type Day } from "#lib/kernel/days.ts";
import type { CalendarEvent, CalendarEvents, CalendarSpan, Invited } from "./calendar-event.ts";
import { dayOf, textOf, timeOf } from "./ical-time.ts";
import { alone, occurrencesOf, type Occurrence } from "./occurrences.ts";
import { isAllDay, isCancelled, isException, nameOf, parseCalendars } from "./parse-calendar.ts";
import { knowZones } from "./zones.ts";

/** Every time that an event of the calendar takes place within the span. Throws where the text is no calendar. */
export function eventsInCalendar(text: string, span: CalendarSpan): CalendarEvents {
  const { calendars, whole } = parseCalendars(text);
  const found: CalendarEvents = { name: nameOf(calendars), events: [], timed: 0, unread: 0, whole };
  const starts = calendars.some((each) =>
    each.getAllSubcomponents("vevent").some((event) => event.hasProperty("dtstart")),
  );
  if (!whole && !starts) throw new Error("nothing in this calendar can be read");
  const until = addDays(span.to, 1);
  for (const calendar of calendars) {
    knowZones(calendar, span.zone);
    const components = calendar.getAllSubcomponents("vevent");
    const uids = new Set(components.filter((each) => !isException(each)).map(uidOf));
    for (const component of components) {
      if (isException(component) && uids.has(uidOf(component))) continue;
      try {
        if (!isAllDay(component) && !isException(component) && !isCancelled(component)) found.timed++;
        const times = isException(component)
          ? [alone(component)]
          : occurrencesOf(component, span.from, (start) => dayOf(start) < until);
        for (const time of times) {
          const event = eventOf(time, span);
          if (!event || event.lastDay < span.from || event.day > span.to) continue;
          if (found.events.length >= span.most) {
            found.whole = false;
            return found;
          }
          found.events.push(event);
        }
      } catch {
        found.unread++;
        found.whole = false;
      }
    }
  }
  return found;
}

function eventOf({ component, start, end, which }: Occurrence, { zone }: CalendarSpan): CalendarEvent | null {
  if (!start) return null;
  const allDay = isAllDay(component);
  const from = instantFrom(start, zone);
  const to = instantFrom(end, zone);
  const day = allDay ? dayOf(start) : dayIn(from, zone);
  // The day after the last ends whole days; one without an end is one day.
  const last = allDay
    ? addDays(dayOf(end), -1)
    : dayIn(new Date(Math.max(from.getTime(), to.getTime() - 1)), zone);
  return {
    uid: uidOf(component),
    which: which && (which.isDate ? dayOf(which) : instantFrom(which, zone).toISOString()),
    start: from.toISOString(),
    end: (allDay ? instantOf(addDays(maxDay(day, last), 1), "00:00", zone) : to).toISOString(),
    day,
    lastDay: maxDay(day, last),
    allDay,
    title: textOf(component.getFirstPropertyValue("summary")).replaceAll(/\s+/g, " ").replaceAll("\0", ""),
    cancelled: isCancelled(component),
    secret: !["", "PUBLIC"].includes(textOf(component.getFirstPropertyValue("class")).toUpperCase()),
    organizer: invitedOf(component.getFirstProperty("organizer")),
    invited: component.getAllProperties("attendee").flatMap((each) => invitedOf(each) ?? []),
  };
}

function instantFrom(at: ICAL.Time, zone: string): Date {
  if (at.isDate || at.zone === ICAL.Timezone.localTimezone)
    return instantOf(dayOf(at), at.isDate ? "00:00" : timeOf(at), zone);
  return new Date(at.toUnixTime() * 1000);
}

function invitedOf(property: ICAL.Property | null): Invited | null {
  if (!property) return null;
  const said = (name: string) => textOf([property.getParameter(name)].flat()[0]);
  const name = said("cn").replace(/^"|"$/g, "");
  const written = [textOf(property.getFirstValue()), said("email"), name];
  const address = written
    .map((text) =>
      text
        .replace(/^mailto:/i, "")
        .trim()
        .toLowerCase(),
    )
    .find((text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text));
  return {
    address: address ?? null,
    name: name === "" ? null : name,
    declined: said("partstat").toUpperCase() === "DECLINED",
    isPerson: !["RESOURCE", "ROOM", "GROUP"].includes(said("cutype").toUpperCase()),
  };
}

function uidOf(component: ICAL.Component): string {
  return textOf(component.getFirstPropertyValue("uid"));
}

function maxDay(a: Day, b: Day): Day {
  return daysBetween(a, b) > 0 ? b : a;
}
