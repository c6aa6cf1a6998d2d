import { describe, expect, it } from "vitest";
import type { Actor } from "#lib/kernel/actor.ts";
import type { WorkCalendar } from "#lib/kernel/workdays.ts";
import { checkRhythm, dueOf, isDue, mayCoach, seesCoaching } from "./one-on-one.ts";

const WORK: WorkCalendar = { timeZone: "Europe/Berlin", workdays: [1, 2, 3, 4, 5], off: () => false };
const off = (...days: string[]): WorkCalendar => ({ ...WORK, off: (day) => days.includes(day) });
const awayBetween = (from: string, to: string): WorkCalendar => ({
  ...WORK,
  off: (day) => day >= from && day <= to,
});

const actor = (role: Actor["member"]["role"], id: string, leads: string[] = []) => ({
  member: { id, name: id, role, teamId: "north" },
  leads,
});

/** It is Wednesday, 2026-11-18. */
const due = (
  known: { lastOn?: string | null; plannedOn?: string | null; everyWeeks?: number },
  both: readonly WorkCalendar[] = [WORK, WORK],
) => dueOf({ lastOn: null, plannedOn: null, everyWeeks: 2, ...known }, both, "2026-11-18", 1);

describe("when the next 1:1 is due", () => {
  it("is every other week from the last", () => {
    expect(due({ lastOn: "2026-11-04" })).toEqual({ standing: "this-week", on: "2026-11-18", agreed: false });
    expect(due({ lastOn: "2026-11-11" })).toEqual({ standing: "ahead", on: "2026-11-25", agreed: false });
    expect(due({ lastOn: "2026-10-30" }).standing).toBe("late");
    expect(due({ lastOn: "2026-11-11", everyWeeks: 1 }).on).toBe("2026-11-18");
    expect(due({})).toEqual({ standing: "first", on: null, agreed: false });
  });

  it("moves to the next day on which both are there", () => {
    // A Saturday, a holiday of one, an absence of the other.
    expect(due({ lastOn: "2026-11-14", everyWeeks: 1 }).on).toBe("2026-11-23");
    expect(due({ lastOn: "2026-11-05" }, [off("2026-11-19"), WORK]).on).toBe("2026-11-20");
    expect(due({ lastOn: "2026-11-05" }, [off("2026-11-19"), off("2026-11-20")]).on).toBe("2026-11-23");
    expect(due({ lastOn: "2026-11-05" }, [WORK, awayBetween("2026-11-16", "2026-12-06")])).toEqual({
      standing: "ahead",
      on: "2026-12-07",
      agreed: false,
    });
  });

  it("is not late while somebody is away, and late once both are back", () => {
    const lastOn = "2026-10-28";
    expect(due({ lastOn }).standing).toBe("late");
    expect(due({ lastOn }, [WORK, awayBetween("2026-11-12", "2026-11-27")])).toMatchObject({
      standing: "ahead",
      on: "2026-11-30",
    });
  });

  it("is on the day they agreed on, until it has gone by", () => {
    expect(due({ lastOn: "2026-11-17", plannedOn: "2026-11-19" })).toEqual({
      standing: "this-week",
      on: "2026-11-19",
      agreed: true,
    });
    expect(due({ plannedOn: "2026-11-17" }).standing).toBe("late");
    expect(due({ plannedOn: "2026-12-01" }).standing).toBe("ahead");
  });

  it("asks for nothing while it is ahead", () => {
    expect(isDue(due({}))).toBe(true);
    expect(isDue(due({ lastOn: "2026-11-11" }))).toBe(false);
  });

  it("is from every week to every quarter", () => {
    for (const weeks of [0, 14, 1.5]) expect(() => checkRhythm(weeks)).toThrow("every week");
    expect(() => checkRhythm(13)).not.toThrow();
  });
});

describe("whose coaching it is", () => {
  const mia = { memberId: "mia", teamId: "north" };

  it("is for the member, who leads them, and leaders", () => {
    expect(seesCoaching(actor("rep", "mia"), mia)).toBe(true);
    expect(seesCoaching(actor("rep", "jonas"), mia)).toBe(false);
    expect(seesCoaching(actor("manager", "berta", ["south"]), mia)).toBe(false);
    expect(seesCoaching(actor("manager", "berta", ["north"]), mia)).toBe(true);
    expect(seesCoaching(actor("leader", "lena"), mia)).toBe(true);
  });

  it("is held by somebody else", () => {
    expect(mayCoach(actor("rep", "mia"), mia)).toBe(false);
    expect(mayCoach(actor("manager", "berta", ["north"]), mia)).toBe(true);
    expect(mayCoach(actor("leader", "lena"), { memberId: "lena", teamId: null })).toBe(false);
  });
});
