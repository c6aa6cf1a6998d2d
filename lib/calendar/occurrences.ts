import ICAL from "ical.js";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { dayOf, textOf } from "./ical-time.ts";
import { isException } from "./parse-calendar.ts";

/** One time that an event takes place. Where it was made different from the others, `component` is what says so. */
export interface Occurrence {
  component: ICAL.Component;
  start: ICAL.Time;
  end: ICAL.Time;
  /** Which time of those that repeat, as it was before it was moved; null for an event that does not. */
  which: ICAL.Time | null;
}

const MOST_STEPS = 50_000;

/**
 * Each time that the event takes place, in order, from `from` on at the latest, as long as `goesOn` is true of where it begins; those that were moved here from
 * later follow at the end. `component` is an event, not an exception. Throws for what cannot be understood.
 */
export function* occurrencesOf(
  component: ICAL.Component,
  from: Day,
  goesOn: (start: ICAL.Time) => boolean,
): Generator<Occurrence> {
  const ends = endsOfExtra(component);
  const exceptions = exceptionsOf(component);
  const event = new ICAL.Event(component, { exceptions, strictExceptions: true });
  if (!event.isRecurring()) {
    yield { component, ...stretch(event.startDate, event.endDate), which: null };
    return;
  }
  const seen = new Set<string>();
  if (!component.hasProperty("rrule") && !isExcluded(component, event.startDate) && goesOn(event.startDate))
    yield {
      component,
      ...stretch(event.startDate, ends.get(event.startDate.toString()) ?? event.endDate),
      which: event.startDate,
    };
  const fits = fitting(event);
  const iterator = event.iterator();
  // A day for zones that differ, another for what is moved.
  const early = addDays(from, -2 - Math.ceil(Math.abs(event.duration.toSeconds()) / 86_400));
  let steps = 0;
  for (let next = iterator.next(); next && goesOn(next) && steps++ < MOST_STEPS; next = iterator.next()) {
    if (exceptions.length === 0 && ends.size === 0 && dayOf(next) < early) continue;
    if (!fits(next) || (!component.hasProperty("rrule") && next.compare(event.startDate) === 0)) continue;
    const { item, startDate, endDate, recurrenceId } = event.getOccurrenceDetails(next);
    if (item.component !== component) seen.add(item.recurrenceId.toString());
    yield {
      component: item.component,
      ...stretch(startDate, ends.get(next.toString()) ?? endDate),
      which: recurrenceId,
    };
  }
  for (const each of exceptions) {
    const moved = new ICAL.Event(each);
    if (!seen.has(moved.recurrenceId.toString()) && moved.startDate)
      yield { component: each, ...stretch(moved.startDate, moved.endDate), which: moved.recurrenceId };
  }
}

/** Extra times alone leave out the first, by ical.js; RFC 5545, 3.8.5.2, has it among them. */
function isExcluded(component: ICAL.Component, start: ICAL.Time): boolean {
  const all = component.getAllProperties("exdate").flatMap((each) => each.getValues() as ICAL.Time[]);
  const moved = exceptionsOf(component).map(
    (each) => each.getFirstPropertyValue("recurrence-id") as ICAL.Time,
  );
  return [...all, ...moved].some((each) => each.compare(start) === 0);
}

/** One that stands without the event it belongs to, as it is sent to who was asked to one time only. */
export function alone(component: ICAL.Component): Occurrence {
  const event = new ICAL.Event(component);
  return { component, ...stretch(event.startDate, event.endDate), which: event.recurrenceId };
}

function stretch(start: ICAL.Time, end: ICAL.Time | null): { start: ICAL.Time; end: ICAL.Time } {
  return { start, end: end && end.compare(start) > 0 ? end : start };
}

function exceptionsOf(component: ICAL.Component): ICAL.Component[] {
  const uid = textOf(component.getFirstPropertyValue("uid"));
  const all = component.parent?.getAllSubcomponents("vevent") ?? [];
  return all.filter((each) => isException(each) && textOf(each.getFirstPropertyValue("uid")) === uid);
}

/** Extra times may be written with ends of their own, which ical.js does not read: they are taken off, and handed back. */
function endsOfExtra(component: ICAL.Component): Map<string, ICAL.Time> {
  const ends = new Map<string, ICAL.Time>();
  for (const property of component.getAllProperties("rdate")) {
    const values = property.getValues() as (ICAL.Time | ICAL.Period)[];
    if (!values.some((value) => value instanceof ICAL.Period)) continue;
    const starts = values.map((value) => {
      if (!(value instanceof ICAL.Period)) return value;
      ends.set(value.start.toString(), value.getEnd());
      return value.start;
    });
    property.resetType("date-time");
    property.setValues(starts);
  }
  return ends;
}

/** RFC 5545, 3.3.10: dates that do not exist are left out. ical.js moves them, 29 February to 1 March. */
function fitting(event: ICAL.Event): (at: ICAL.Time) => boolean {
  const extra = new Set(
    event.component
      .getAllProperties("rdate")
      .flatMap((each) => each.getValues() as ICAL.Time[])
      .map(dayOf),
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
