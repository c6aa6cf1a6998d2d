import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { defuse, undefuse } from "./csv-out.ts";

const FOLDER = new URL("../../../shared/data/5-identity-dates/unicode/", import.meta.url);
const missing = !existsSync(FOLDER);
if (missing)
  console.info(`Left out: foreign payloads and naughty strings, because ${FOLDER.pathname} is not there.`);

const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));

describe.skipIf(missing)("spreadsheet formulas (payloadbox)", () => {
  const { payloads } = (missing ? { payloads: [] } : read("csv-formula-injection.json")) as {
    payloads: string[];
  };
  it.each(payloads)("%s", (payload) => expect(defuse(payload)).toBe(`'${payload}`));
});

describe.skipIf(missing)("the Big List of Naughty Strings", () => {
  const strings = (missing ? [] : read("blns.json")) as string[];
  it("comes back as it was", () => {
    expect(strings.length).toBeGreaterThan(400);
    expect(strings.map((text) => undefuse(defuse(text)))).toEqual(strings);
  });
});
