import ICAL from "ical.js";
import { textOf } from "./ical-time.ts";

export interface Parsed {
  calendars: ICAL.Component[];
  /** False where lines were left out, or the end was missing: what is not in it may be there all the same. */
  whole: boolean;
}

/** The calendars in a text, read past what is broken in it. Throws where there is none. */
export function parseCalendars(text: string): Parsed {
  const said = text.trim().replaceAll(BARE_DATE, "$1;VALUE=DATE$2$3");
  const inOne = /^BEGIN:VCALENDAR/im.test(said) ? said : `BEGIN:VCALENDAR\r\n${said}\r\nEND:VCALENDAR`;
  try {
    return { calendars: calendarsFrom(inOne), whole: true };
  } catch {
    return { calendars: calendarsFrom(mended(inOne)), whole: false };
  }
}

function calendarsFrom(text: string): ICAL.Component[] {
  const parsed = ICAL.parse(text) as unknown[];
  const several = Array.isArray(parsed[0]);
  return (several ? parsed : [parsed])
    .map((each) => new ICAL.Component(each as never))
    .filter(({ name }) => name === "vcalendar");
}

/** Without lines that say nothing, and with the ends that are missing. */
function mended(text: string): string {
  const lines: string[] = [];
  const open: string[] = [];
  const unfolded = text.replaceAll(/(?:\r?\n)+/g, "\n").replaceAll(/\n[ \t]/g, "");
  for (const line of unfolded.split("\n")) {
    const [, edge, name = ""] = /^(BEGIN|END):(\S+)/i.exec(line) ?? [];
    if (edge === undefined) {
      if (open.length > 0 && isProperty(line)) lines.push(line);
    } else if (edge.toUpperCase() === "BEGIN") {
      open.push(name);
      lines.push(line);
    } else if (open.includes(name)) {
      while (open.at(-1) !== name) lines.push(`END:${open.pop()}`);
      open.pop();
      lines.push(line);
    }
  }
  return [...lines, ...open.toReversed().map((name) => `END:${name}`)].join("\r\n");
}

function isProperty(line: string): boolean {
  try {
    ICAL.parse.property(line);
    return true;
  } catch {
    return false;
  }
}

// A date that does not say it is one, as Synology and others write it.
const BARE_DATE =
  /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE|RDATE)((?:;(?!VALUE=)[^:;\r\n]*)*)(:\d{8}(?:,\d{8})*)(?=\r?$)/gim;

/** As a calendar calls itself; null where none says. */
export function nameOf(calendars: readonly ICAL.Component[]): string | null {
  const names = calendars.map((each) => textOf(each.getFirstPropertyValue("x-wr-calname")));
  return names.find((name) => name !== "") ?? null;
}

/** Whether it takes whole days. Outlook marks those that it writes with times, from midnight to midnight. */
export function isAllDay(component: ICAL.Component): boolean {
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

/** Stands for one time of an event that repeats. */
export function isException(component: ICAL.Component): boolean {
  return component.hasProperty("recurrence-id");
}

export function isCancelled(component: ICAL.Component): boolean {
  return textOf(component.getFirstPropertyValue("status")).toUpperCase() === "CANCELLED";
}
