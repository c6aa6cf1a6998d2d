import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { eventsInCalendar } from "./events-in-calendar.ts";

const FOLDER = new URL("../../../shared/data/3-vcard-ical/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign calendars, because ${FOLDER.pathname} is not there.`);

// The collection takes floating times in Auckland. Zones of its database have no summer time after 2099.
const SPAN = { from: "1900-01-01", to: "2099-12-31", zone: "Pacific/Auckland", most: 3_000 };
const CUT_AT = 100;

/** Where we answer something else than the collection expects, and why. Everything else agrees to the second. */
const OTHERWISE: Record<string, string> = {
  "008": "times that say they are dates; a length that ends before it begins; an end where none is said",
  "010": "a zone of its own, described in the file: we read the description, they take it as floating",
  "016": "no event: free and busy times",
  "018": "the day that UNTIL names is the last (RFC 5545, 3.3.10); they leave it out",
  "022": "a whole day with a zone: the zone says nothing (3.2.19); they begin it at midnight there",
  "030": "the second event has a zone of fixed hours: they give a hundred of the first alone",
  "034": "times that say they are dates: we take the date, they take the time",
  "036": "no event: things to do",
  "044": "a day that was moved is not on its old day any more; they have it twice",
  "054": "exceptions in UTC to a time without a zone: we take them as meant, they find none",
  "058":
    "an extra time that is the event's own, with a length: we have it once, they also have it until midnight",
  "080": "a zone of its own, described in the file",
  "084": "an event with a time and no end takes no time (3.6.1); they let it last until midnight",
  "088": "a zone of its own, and a change of all that follow, without the event it changes",
  "096": "no event: free and busy times",
  "102": "a zone of its own, described in the file",
  "108": "events without a beginning, and an end in another zone",
  "114": "ical.js ends a rule of COUNT and BYMONTH one time early",
  "118": "nothing is left in it, which is an error here and nothing there",
  "128": "the day that UNTIL names is the last",
  "148": "an event with a time and no end, in a file that was cut off",
  "150": "four of them are things to do",
  "162": "a date where a time must stand",
  "170": "no event: a thing to do",
  "172": "an event with a time and no end takes no time",
  "222": "a beginning in UTC on a folded line; they take it in Auckland",
  "234": "no event: things to do",
  "236": "no event: free and busy times",
  "242": "no event: a thing to do",
  "298": "an hour that clocks show twice is the first of the two (3.3.5); they take the second",
};

interface Expected {
  events: { start: string; end: string }[];
}

describe.skipIf(missing)("every event of real and broken calendars (stalwartlabs/calcard)", () => {
  const names = missing ? [] : namesIn("calcard/ical/", ".json");

  it("are as many as they were", () => {
    expect(names).toHaveLength(124);
    expect(Object.keys(OTHERWISE).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(names.filter((name) => OTHERWISE[name] === undefined))("%s: to the second", (name) => {
    const found = new Set(eventsIn(`calcard/ical/${name}.ics`));
    const expected = expectedOf(name);
    expect(expected.filter((each) => !found.has(each))).toEqual([]);
    // What repeats for ever ends after a hundred there.
    const more = expected.length < CUT_AT - 10 ? [...found].filter((each) => !expected.includes(each)) : [];
    expect(more).toEqual([]);
  });

  it.each(Object.entries(OTHERWISE))("%s: otherwise, for %s", (name) => {
    const found = tryToRead(`calcard/ical/${name}.ics`);
    expect(found.toSorted()).not.toEqual(expectedOf(name).toSorted());
  });

  it("agree in their zones of their own, read as they are described", () => {
    expect(eventsIn("calcard/ical/102.ics").slice(0, 3)).toEqual([
      "2022-10-21T18:00:00.000Z 2022-10-21T19:00:00.000Z",
      "2022-10-28T18:00:00.000Z 2022-10-28T19:00:00.000Z",
      "2022-11-04T19:00:00.000Z 2022-11-04T20:00:00.000Z",
    ]);
    expect(eventsIn("calcard/ical/010.ics")[0]).toBe("2020-08-25T14:35:00.000Z 2020-08-25T15:50:00.000Z");
  });
});

describe.skipIf(missing)("samples (kewisch/ical.js)", () => {
  const names = missing ? [] : namesIn("ical.js/samples/", ".ics");

  it.each(names)("%s is read, and each of its events once", (name) => {
    const found = eventsInCalendar(textOf(`ical.js/samples/${name}.ics`), { ...SPAN, to: "2030-12-31" });
    expect(found.unread).toBe(0);
    const keys = found.events.map(({ uid, which, start }) => `${uid} ${which} ${start}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

function namesIn(folder: string, ending: string): string[] {
  return readdirSync(new URL(folder, FOLDER))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();
}

function eventsIn(path: string): string[] {
  return eventsInCalendar(textOf(path), SPAN).events.map(({ start, end }) => `${start} ${end}`);
}

function tryToRead(path: string): string[] {
  try {
    return eventsIn(path);
  } catch (error) {
    return [String(error)];
  }
}

function textOf(path: string): string {
  const bytes = readFileSync(new URL(path, FOLDER));
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("iso-8859-1").decode(bytes);
  }
}

function expectedOf(name: string): string[] {
  const documents = textOf(`calcard/ical/${name}.json`).split(/\n(?=\{)/);
  return documents
    .flatMap((each) => (JSON.parse(each) as Expected).events)
    .filter(({ start }) => start < "2100")
    .map(({ start, end }) => `${new Date(start).toISOString()} ${new Date(end).toISOString()}`);
}
