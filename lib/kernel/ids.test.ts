import * as fc from "fast-check";
import { expect, it, test } from "vitest";
import { isId, leastIdSince, newId } from "./ids.ts";

const AT = new Date("2026-11-22T08:00:00.123Z");

it("carries its millisecond, its version and its variant", () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date("9999-12-31"), noInvalidDate: true }), (at) => {
      const id = newId(at);
      expect(isId(id)).toBe(true);
      expect(Number.parseInt(id.replaceAll("-", "").slice(0, 12), 16)).toBe(at.getTime());
    }),
  );
});

it("rises within a millisecond, 200,000 times, with no two alike", () => {
  const ids = Array.from({ length: 200_000 }, () => newId(AT));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id, index) => index === 0 || ids[index - 1]! < id)).toBe(true);
});

it("rises within a millisecond when others come between", () => {
  const first = newId(AT);
  newId(new Date(AT.getTime() + 5));
  newId(new Date(AT.getTime() - 5));
  expect(newId(AT) > first).toBe(true);
});

it("sorts by time", () => {
  expect(newId(new Date(AT.getTime() + 1)) > newId(AT)).toBe(true);
});

it("knows the least id of what may be committed after a moment, and none of a day earlier", () => {
  const [day, least] = [86_400_000, leastIdSince(AT)];
  expect(isId(least)).toBe(true);
  expect(newId(new Date(AT.getTime() - day)) > least).toBe(true);
  expect(newId(new Date(AT.getTime() - day - 1)) < least).toBe(true);
  expect(leastIdSince(new Date(0)) < newId(new Date(0))).toBe(true);
});

test.each([new Date(Number.NaN), new Date(-1)])("makes none for %s", (at) => {
  expect(() => newId(at)).toThrow(RangeError);
});

test.each([
  ["01a2021f-79ba-7548-b619-064a2b5e62b7", true],
  ["01A2021F-79BA-7548-B619-064A2B5E62B7", false],
  ["01a2021f-79ba-4548-b619-064a2b5e62b7", false],
  ["01a2021f-79ba-7548-c619-064a2b5e62b7", false],
  ["01a2021f79ba7548b619064a2b5e62b7", false],
  ["01a2021f-79ba-7548-b619-064a2b5e62b7\n", false],
  ["", false],
  [7, false],
])("%j is an id: %s", (text, expected) => {
  expect(isId(text)).toBe(expected);
});
