import { describe, expect, it } from "vitest";
import { dayIn } from "#lib/kernel/days.ts";
import { forwardedDate } from "./forwarded-date.ts";

describe("the date above a forwarded mail", () => {
  it.each([
    ["Gmail", "Fri, Nov 20, 2026 at 10:00 AM", "09:00"],
    ["Gmail", "Fri, Nov 20, 2026 at 12:30\u202FPM", "11:30"],
    ["Gmail", "Fri, Nov 20, 2026 at 12:30 a.m.", "-23:30"],
    ["Gmail, en-GB", "Fri, 20 Nov 2026 at 10:00", "09:00"],
    ["Gmail, de", "Fr., 20. Nov. 2026 um 10:00 Uhr", "09:00"],
    ["Gmail, fr", "ven. 20 nov. 2026 à 10:00", "09:00"],
    ["Gmail, es", "vie, 20 nov 2026 a las 10:00", "09:00"],
    ["Outlook", "Friday, November 20, 2026 10:00 AM", "09:00"],
    ["Outlook, en-GB", "20 November 2026 10:00", "09:00"],
    ["Outlook, de", "Freitag, 20. November 2026 10:00", "09:00"],
    ["Outlook, fr", "vendredi 20 novembre 2026 10:00", "09:00"],
    ["Outlook, pt", "sexta-feira, 20 de novembro de 2026 10:00", "09:00"],
    ["Outlook, pl", "piątek, 20 listopada 2026 10:00", "09:00"],
    ["Apple Mail, de", "20. November 2026 um 10:00:00 MEZ", "09:00"],
    ["Apple Mail", "November 20, 2026 at 10:00:00 AM GMT+1", "09:00"],
    ["Apple Mail", "November 20, 2026 at 10:00:00 AM GMT-3:30", "13:30"],
    ["Apple Mail", "20 November 2026 at 10:00:00 CET", "09:00"],
    ["Thunderbird", "Fri, 20 Nov 2026 10:00:00 +0100", "09:00"],
    ["Thunderbird", "20.11.2026 10:00", "09:00"],
    ["Thunderbird", "11/20/2026, 10:00 PM", "21:00"],
    ["a program", "2026-11-20 10:00", "09:00"],
  ])("of %s: %s", (_program, text, at) => {
    const day = at.startsWith("-") ? "2026-11-19" : "2026-11-20";
    expect(forwardedDate(text, "Europe/Berlin")?.toISOString()).toBe(`${day}T${at.replace("-", "")}:00.000Z`);
  });

  it.each(["Europe/Berlin", "America/Los_Angeles", "Pacific/Auckland"])(
    "without a time is that day in %s",
    (zone) => {
      const at = forwardedDate("17. November 2026", zone);
      expect(at && dayIn(at, zone)).toBe("2026-11-17");
    },
  );

  it("of a Tuesday in French is of its month", () => {
    expect(forwardedDate("mar. 17 nov. 2026 à 10:00", "UTC")?.toISOString()).toBe("2026-11-17T10:00:00.000Z");
  });

  it.each(["", "yesterday", "31. Februar 2026", "20. Brumaire 2026", "05/06/2026", "20 Nov 2026 25:00"])(
    "%j is none",
    (text) => {
      expect(forwardedDate(text, "Europe/Berlin")).toBeNull();
    },
  );
});
