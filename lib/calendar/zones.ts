import ICAL from "ical.js";
import { instantOf, isTimeZone } from "#lib/kernel/days.ts";
import { dayOf, timeOf } from "./ical-time.ts";
import { WINDOWS_ZONES } from "./windows-zones.ts";

/**
 * The zone of the IANA database that a calendar means by a name: its own, one behind a program's prefix
 * ("/mozilla.org/20050126_1/Europe/Berlin"), or one of Windows. Null for a name of the calendar's own making.
 */
export function zoneNamed(tzid: string): string | null {
  const bare = tzid.trim().replace(/^"|"$/g, "");
  const windows = WINDOWS_ZONES.get(bare.toLowerCase());
  if (windows !== undefined) return windows;
  if (isZone(bare)) return bare;
  const parts = bare.split("/").filter((part) => part !== "");
  const tails = [3, 2].map((count) => parts.slice(-count).join("/"));
  return tails.find((tail) => tail.includes("/") && tail !== bare && isZone(tail)) ?? zoneShown(bare);
}

/** As Outlook shows a zone to people: "(UTC-05:00) Eastern Time (US & Canada)", "(GMT+10:00) Canberra, Melbourne, Sydney". */
function zoneShown(text: string): string | null {
  const shown = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/i.exec(text)?.[1];
  if (shown === undefined) return null;
  const american = /^(\w+) Time \(US & Canada\)$/i.exec(shown)?.[1];
  if (american !== undefined) return WINDOWS_ZONES.get(`${american.toLowerCase()} standard time`) ?? null;
  const cities = shown.split(",").map((city) => `/${city.trim().replaceAll(" ", "_")}`);
  const zones = Intl.supportedValuesOf("timeZone");
  return cities.flatMap((city) => zones.find((zone) => zone.endsWith(city)) ?? [])[0] ?? null;
}

const isZone: (text: string) => boolean = isTimeZone;

/** Times of a calendar that name a zone are read in the one they mean; what means none, in `otherwise`. */
export function knowZones(calendar: ICAL.Component, otherwise: string): void {
  const known = new Map<string, ICAL.Timezone>();
  const find = (tzid: string) => {
    const there = known.get(tzid) ?? zoneIn(calendar, tzid, otherwise);
    known.set(tzid, there);
    return there;
  };
  (calendar as { getTimeZoneByID: (tzid: string) => ICAL.Timezone }).getTimeZoneByID = find;
}

/** What stands in the database is surer than a copy of a few of its years; what does not, is described by the calendar itself. */
function zoneIn(calendar: ICAL.Component, tzid: string, otherwise: string): ICAL.Timezone {
  const named = zoneNamed(tzid);
  if (named !== null) return new DatabaseZone(named);
  const described = calendar
    .getAllSubcomponents("vtimezone")
    .find((each) => each.getFirstPropertyValue("tzid") === tzid);
  const place = described?.getFirstPropertyValue("x-lic-location");
  const placed = typeof place === "string" ? zoneNamed(place) : null;
  if (placed !== null) return new DatabaseZone(placed);
  const says = described
    ?.getAllSubcomponents()
    .some(({ name }) => name === "standard" || name === "daylight");
  if (described && says) return new ICAL.Timezone({ component: described, tzid });
  return new DatabaseZone(otherwise);
}

class DatabaseZone extends ICAL.Timezone {
  readonly zone: string;

  constructor(zone: string) {
    super({ tzid: zone });
    this.zone = zone;
  }

  /** Seconds ahead of UTC when clocks there show this time. */
  override utcOffset(shown: ICAL.Time): number {
    const time = timeOf(shown);
    const local = Date.parse(`${dayOf(shown)}T${time}:00Z`);
    return (local - instantOf(dayOf(shown), time, this.zone).getTime()) / 1000;
  }
}
