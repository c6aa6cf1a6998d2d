import { describe, expect, it } from "vitest";
import { mailDate } from "./mail-date.ts";

describe("the date of a message", () => {
  it.each([
    ["Wed, 18 Nov 2026 10:00:00 +0100", "2026-11-18T09:00:00Z"],
    ["18 Nov 2026 10:00 -0930 (somewhere)", "2026-11-18T19:30:00Z"],
    ["Mon, 1 Jan 99 00:00:00 GMT", "1999-01-01T00:00:00Z"],
    ["1 Jan 102 00:00:00 EST", "2002-01-01T05:00:00Z"],
    ["Wed Nov 18 10:00:00 CET 2026", "2026-11-18T09:00:00Z"],
    ["18-Nov-2026 10:00:60 UT", "2026-11-18T10:00:59Z"],
  ])("%s", (text, at) => {
    expect(mailDate(text)?.toISOString()).toBe(at.replace("Z", ".000Z"));
  });
  it.each([
    "",
    "tomorrow",
    "31 Feb 2026 10:00:00 +0000",
    "18 Foo 2026 10:00:00 +0000",
    "18 Nov 2026 25:00:00 +0000",
  ])("%j is none", (text) => {
    expect(mailDate(text)).toBeNull();
  });
});
