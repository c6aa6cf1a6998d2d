import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { german } from "./languages/de.ts";
import { english } from "./languages/en.ts";
import { dayAt, dayWordsOf } from "./typed-day.ts";
import { wordsOf } from "./typed-words.ts";

const say = { en: dayWordsOf(english), de: dayWordsOf(german) };

describe("a day in words", () => {
  it.each([
    ["en", "Friday", "2026-11-20", "2026-11-20", "2026-11-27"],
    ["en", "last Friday", "2026-11-20", "2026-11-13", null],
    ["en", "next Friday", "2026-11-19", null, "2026-11-20"],
    ["en", "on Sunday", "2026-11-20", "2026-11-15", "2026-11-22"],
    ["en", "last month", "2026-03-31", "2026-02-28", null],
    ["en", "a month ago", "2028-03-30", "2028-02-29", null],
    ["en", "in a month", "2027-01-31", null, "2027-02-28"],
    ["en", "in 1 year", "2028-02-29", null, "2029-02-28"],
    ["en", "next week", "2026-11-16", null, "2026-11-23"],
    ["en", "next week", "2026-11-22", null, "2026-11-23"],
    ["en", "next month", "2026-12-31", null, "2027-01-01"],
    ["en", "29 Feb", "2026-11-20", "2024-02-29", "2028-02-29"],
    ["en", "29 Feb", "2099-11-20", "2096-02-29", "2104-02-29"],
    ["en", "31 Dec", "2026-12-31", "2026-12-31", "2027-12-31"],
    ["en", "1 January", "2026-12-31", "2026-01-01", "2027-01-01"],
    ["en", "in January", "2026-01-01", null, "2027-01-01"],
    ["en", "end of February", "2027-11-20", null, "2028-02-29"],
    ["en", "12/13/2025", "2026-11-20", "2025-12-13", null],
    ["en", "13/12/25", "2026-11-20", "2025-12-13", null],
    ["en", "31 April", "2026-11-20", null, null],
    ["en", "0 May", "2026-11-20", null, null],
    ["de", "Freitag", "2026-11-20", "2026-11-20", "2026-11-27"],
    ["de", "vor einem Jahr", "2028-02-29", "2027-02-28", null],
    ["de", "vor 10 Tagen", "2026-01-05", "2025-12-26", null],
    ["de", "Sonnabend", "2026-11-20", "2026-11-14", "2026-11-21"],
    ["de", "Anfang März", "2026-11-20", null, "2027-03-01"],
    ["de", "29.2.", "2026-11-20", "2024-02-29", "2028-02-29"],
    ["de", "29.2.2026", "2026-11-20", null, null],
  ] as const)("%s: %s on %s", (language, text, today, past, future) => {
    const words = wordsOf(text);
    expect(dayAt(say[language], words, 0, today)).toMatchObject({ words: words.length, past, future });
  });

  it.each(["Fri", "mon ami", "so", "may", "march on", "12", "two weeks", "in time", "ago", "last", "the"])(
    "%s alone is none",
    (text) => {
      const words = wordsOf(`x ${text}`);
      expect(dayAt(say.en, words, 1, "2026-11-20")).toBeNull();
    },
  );

  it("has been by today, or is still to come", () => {
    const anyDay = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays("2000-01-01", days));
    const texts = [
      "Monday",
      "last Sunday",
      "next Friday",
      "3 days ago",
      "in 5 months",
      "29 Feb",
      "31.12.",
      "next year",
    ];
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...texts), (today, text) => {
        const found = dayAt(say.en, wordsOf(text), 0, today);
        expect(found).not.toBeNull();
        expect(found?.past ?? found?.future).not.toBeNull();
        expect((found?.past ?? today) <= today).toBe(true);
        expect((found?.future ?? addDays(today, 1)) > today).toBe(true);
      }),
    );
  });
});
