import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { calendarText } from "#lib/calendar/calendar-text.ts";
import { eventsInCalendar } from "#lib/calendar/events-in-calendar.ts";
import { readCalendarFile } from "./calendar-file-reader.ts";
import { daysOfEvents } from "./calendar-file.ts";

const FOLDER = new URL("../../../shared/data/3-vcard-ical/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign calendars, because ${FOLDER.pathname} is not there.`);

const EVER = { from: "1970-01-01", to: "2060-12-31" };
const bytesOf = (path: string) => readFileSync(new URL(path, FOLDER));
const daysOf = (path: string) => {
  const found = eventsInCalendar(calendarText(bytesOf(path)), { ...EVER, zone: "UTC", most: 20_000 });
  return daysOfEvents(found, EVER).days.map(({ day }) => day);
};

// Those of the collection with whole days that mean one thing. Left out: times that say they are dates (008, 022, 034, 186), and 044,
// whose expected days have a moved day twice.
const WHOLE = [
  2, 14, 32, 38, 46, 112, 116, 150, 162, 168, 174, 178, 192, 194, 200, 246, 252, 256, 290, 292, 294, 296,
];
// Recurring for ever: their expected days end after a hundred.
const CUT = [40, 158, 224, 250];

describe.skipIf(missing)("whole days of real calendars (stalwartlabs/calcard)", () => {
  it.each(WHOLE)("%i: day for day", (number) => {
    const found = daysOf(pathOf(number));
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(expectedDays(number));
  });

  it.each(CUT)("%i: the first hundred", (number) => {
    const found = new Set(daysOf(pathOf(number)));
    expect(expectedDays(number).filter((day) => day <= EVER.to && !found.has(day))).toEqual([]);
    expect(found.size).toBeGreaterThan(50);
  });

  it("with one day moved (044) leaves the day it was moved from", () => {
    expect(daysOf(pathOf(44))).toEqual(["2024-10-27", "2024-10-29", "2024-10-30"]);
  });
});

describe.skipIf(missing)("samples (kewisch/ical.js)", () => {
  it.each<[string, Day[]]>([
    ["day_long_recur_yearly", ["2012-10-29", "2013-10-29"]],
    ["google_birthday", ["2012-12-10", "2013-12-10"]],
    ["only_dtstart_date", ["2012-06-30"]],
  ])("%s", (name, first) => {
    expect(daysOf(`ical.js/samples/${name}.ics`)).toEqual(expect.arrayContaining(first));
  });
});

describe.skipIf(missing)("files of both as they are brought", () => {
  // Each is read in a thread of its own, so of the large collection every third will do.
  const paths = ["calcard/ical/", "ical.js/samples/", "ical.js/parser/"].flatMap((folder) =>
    (missing ? [] : readdirSync(new URL(folder, FOLDER)))
      .filter(
        (file) =>
          file.endsWith(".ics") && (folder !== "calcard/ical/" || Number.parseInt(file, 10) % 3 === 0),
      )
      .map((file) => folder + file),
  );

  it("give days or are refused in a sentence, and never a fault", async () => {
    const span = { from: "2003-01-01", to: "2028-12-31" };
    const faults: string[] = [];
    let read = 0;
    for (const path of paths) {
      const answer = await readCalendarFile(bytesOf(path), span).catch((error: unknown) => error);
      if (!(answer instanceof Error)) read++;
      else if (!(answer instanceof Problem)) faults.push(`${path}: ${answer.message}`);
    }
    expect(faults).toEqual([]);
    expect(paths.length).toBeGreaterThan(60);
    expect(read).toBeGreaterThan(10);
  }, 120_000);
});

function pathOf(number: number): string {
  return `calcard/ical/${String(number).padStart(3, "0")}.ics`;
}

/** The collection took whole days in Pacific/Auckland, and wrote one document a calendar. */
function expectedDays(number: number): Day[] {
  const documents = bytesOf(pathOf(number).replace(".ics", ".json"))
    .toString()
    .split(/\n(?=\{)/);
  const events = documents.flatMap(
    (each) => (JSON.parse(each) as { events: { start: string; end: string }[] }).events,
  );
  const days = new Set<Day>();
  for (const { start, end } of events.filter((each) => /T00:00:00\+1[23]:00$/.test(each.start)))
    for (let day = start.slice(0, 10); day < end.slice(0, 10); day = addDays(day, 1)) days.add(day);
  return [...days].toSorted();
}
