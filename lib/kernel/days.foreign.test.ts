import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dayIn, instantOf, isTimeZone } from "./days.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/timezones/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing) console.info(`Left out: the foreign time zones, because ${FOLDER.pathname} is not there.`);

const read = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

interface LocalTime {
  zone: string;
  local: string;
  kind: string;
  utc_compatible: string;
}

interface Turn {
  zone: string;
  utc: string;
  local: string;
  offset: number;
}

describe.skipIf(missing)("local times in gaps and overlaps (CPython zoneinfo)", () => {
  const { cases } = (missing ? { cases: [] } : JSON.parse(read("common-local-times.json"))) as {
    cases: LocalTime[];
  };
  it.each(cases)("$local in $zone ($kind)", ({ zone, local, utc_compatible: utc }) => {
    const [day = "", time = ""] = local.split("T");
    expect(instantOf(day, time.slice(0, 5), zone)).toEqual(new Date(utc));
  });
});

describe.skipIf(missing)("every change of offset 1995 to 2030 (zdump)", () => {
  const turns: Turn[] = missing
    ? []
    : read("common-transitions.csv")
        .trim()
        .split("\n")
        .slice(1)
        .map((row) => row.split(","))
        .map(([zone = "", utc = "", local = "", , , offset]) => ({
          zone,
          utc,
          local,
          offset: Number(offset),
        }));

  it("shows the right day a second before and at each", () => {
    expect(turns).toHaveLength(798);
    expect(turns.map(({ utc, zone }) => dayIn(new Date(utc), zone))).toEqual(
      turns.map(({ local }) => local.slice(0, 10)),
    );
  });

  it("finds the instant on both sides of each", () => {
    const pairs = turns.flatMap((before, index) =>
      index % 2 === 0 ? [[before, turns[index + 1]!] as const] : [],
    );
    const ours = pairs.map(([before, after]) => [instantAt(before), instantAt(after)]);
    // In an overlap the first minute after the turn was shown once before, and the earlier showing is meant.
    const theirs = pairs.map(([before, after]) => {
      const turn = Date.parse(after.utc);
      const repeated = Math.min(after.offset - before.offset, 0) * 1000;
      return [new Date(turn - 60_000).toISOString(), new Date(turn + repeated).toISOString()];
    });
    expect(pairs.filter(([before, after]) => after.offset < before.offset).length).toBeGreaterThan(190);
    expect(ours).toEqual(theirs);
  });
});

describe.skipIf(missing)("zones that Outlook names stand for (CLDR)", () => {
  it("are all zones", () => {
    const text = missing ? "" : read("windows-to-iana.json");
    const zones = [...text.matchAll(/"((?:[A-Z][A-Za-z_]+)\/[A-Za-z0-9_+/-]+)"/g)].map((match) => match[1]!);
    expect(zones.length).toBeGreaterThan(400);
    expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
  });
});

function instantAt({ zone, local }: Turn): string {
  const [day = "", time = ""] = local.slice(0, 16).split("T");
  return instantOf(day, time, zone).toISOString();
}
