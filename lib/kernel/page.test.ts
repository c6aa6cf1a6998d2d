import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { newId } from "./ids.ts";
import { decodeCursor, decodeDayCursor, encodeCursor } from "./page.ts";
import { Problem } from "./problem.ts";

const value = fc.oneof(
  fc.string({ unit: "grapheme" }).filter((text) => !text.includes("\0")),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
  fc.constant(null),
);

it("gives the values back and needs no escaping in an address", () => {
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 5 }), (values) => {
      const cursor = encodeCursor(values);
      expect(encodeURIComponent(cursor)).toBe(cursor);
      expect(decodeCursor(cursor, values.length)).toEqual(values);
    }),
  );
});

const raw = (text: string) => Buffer.from(text).toString("base64url");

describe("refuses as invalid", () => {
  test.each([
    ["nothing", "", 1],
    ["what is not base64url", "!!!", 1],
    ["what is not UTF-8", Buffer.from([0xff, 0xfe]).toString("base64url"), 1],
    ["what is not JSON", raw("hello"), 1],
    ["another list's cursor", encodeCursor(["a", "b"]), 1],
    ["an object", raw('{"length":1}'), 1],
    ["a list in the list", raw('[["a"]]'), 1],
    ["a boolean", raw("[true]"), 1],
    ["a number without end", raw("[1e999]"), 1],
    ["a NUL, which PostgreSQL cannot hold", raw(String.raw`["a\u0000"]`), 1],
    ["half a character", raw(String.raw`["\ud800"]`), 1],
    ["a very long one", encodeCursor(["x".repeat(10_000)]), 1],
  ])("%s", (_what, cursor, length) => {
    expect(() => decodeCursor(cursor, length)).toThrow(
      expect.objectContaining({ kind: "invalid", field: "cursor" }) as Problem,
    );
  });

  it("any text but its own, always in words", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), (text, length) => {
        expect(outcomeOf(text, length)).toMatch(/^(invalid|read)$/);
      }),
    );
  });
});

function outcomeOf(cursor: string, length: number): unknown {
  try {
    return decodeCursor(cursor, length).length === length && "read";
  } catch (error) {
    return error instanceof Problem && error.kind;
  }
}

it("reads a day and an id, and refuses what would only pass as text", () => {
  const id = newId(new Date("2026-11-18T10:00:00Z"));
  expect(decodeDayCursor(encodeCursor(["2026-11-18", id]))).toEqual(["2026-11-18", id]);
  for (const values of [
    ["2026-02-30", id],
    ["2026-11-18", "7"],
    [null, id],
  ]) {
    expect(() => decodeDayCursor(encodeCursor(values))).toThrow(expect.objectContaining({ kind: "invalid" }));
  }
});
