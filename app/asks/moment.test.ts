import { describe, expect, it } from "vitest";
import {
  cleanSetting,
  dueOnFrom,
  FIRST_SETTINGS,
  momentsBroughtBy,
  momentState,
  momentUntil,
  usesMoment,
} from "./moment.ts";

describe("what a moment is", () => {
  const due = { dueOn: "2026-11-18", usedOn: null, letGoOn: null };
  it.each([
    [due, "2026-11-17", "coming"],
    [due, "2026-11-18", "due"],
    [due, "2026-12-18", "due"],
    [due, "2026-12-19", "expired"],
    [{ ...due, usedOn: "2026-11-17" }, "2027-01-01", "used"],
    [{ ...due, letGoOn: "2026-11-17" }, "2027-01-01", "let-go"],
  ] as const)("%o on %s is %s", (moment, today, state) => {
    expect(momentState(moment, today)).toBe(state);
    expect(momentUntil(moment)).toBe("2026-12-18");
  });

  it.each([
    ["on the day it came", "2026-11-04", "delivered", true],
    ["the day before", "2026-11-03", "delivered", false],
    ["on its last day", "2026-12-18", "delivered", true],
    ["a day later", "2026-12-19", "delivered", false],
    ["at another moment", "2026-11-18", "anytime", false],
  ] as const)("is used by an ask %s: %s, %s, %s", (_when, day, moment, used) => {
    const came = { moment: "delivered", day: "2026-11-04", dueOn: "2026-11-18" } as const;
    expect(usesMoment({ day, moment }, came)).toBe(used);
  });
});

describe("what brings a moment", () => {
  it.each([
    [{ stage: "Proposal/Price Quote" }, ["proposal"]],
    [{ stage: "angebot" }, ["proposal"]],
    [{ stage: "3 – Qualification" }, ["discovery"]],
    [{ stage: "Erstgespräch vereinbart" }, ["discovery"]],
    [{ stage: "Negotiation" }, []],
    [{ stage: "Proposals" }, []],
    [{ outcome: "won" }, ["delivered"]],
    [{ outcome: "lost" }, ["lost-deal"]],
  ] as const)("%o brings %o", (step, moments) => {
    expect(momentsBroughtBy(step, FIRST_SETTINGS)).toEqual(moments);
  });

  it.each([
    ["after its pause", "2026-11-18", 14, "2026-12-02"],
    ["of long ago, on its last day", "2026-10-05", 14, "2026-10-19"],
    ["of a day earlier, not at all", "2026-10-04", 14, null],
    ["of a deal lost in summer, still", "2026-08-20", 60, "2026-10-19"],
    ["of one lost a day earlier, not at all", "2026-08-19", 60, null],
  ])("is due %s", (_when, day, pause, dueOn) => {
    expect(dueOnFrom(day, pause, "2026-11-18")).toBe(dueOn);
  });
});

describe("the setting of a moment", () => {
  const setting = FIRST_SETTINGS.delivered;
  it("is kept trimmed, each stage once", () => {
    const said = { ...setting, goal: " Thank. ", stages: ["Go-live ", "Go-live", " "] };
    expect(cleanSetting(said, "delivered")).toEqual({ ...setting, goal: "Thank.", stages: ["Go-live"] });
    for (const moment of Object.keys(FIRST_SETTINGS) as (keyof typeof FIRST_SETTINGS)[])
      expect(cleanSetting(FIRST_SETTINGS[moment], moment)).toEqual(FIRST_SETTINGS[moment]);
  });
  it.each([
    ["goal", { goal: " " }, "delivered"],
    ["counts", { counts: "" }, "delivered"],
    ["pauseDays", { pauseDays: -1 }, "delivered"],
    ["pauseDays", { pauseDays: 731 }, "delivered"],
    ["pauseDays", { pauseDays: 13, broughtBy: "rhythm" }, "account-review"],
    ["broughtBy", { broughtBy: "rhythm" }, "delivered"],
    ["stages", { stages: Array.from({ length: 31 }, (_, n) => `Stage ${n}`) }, "delivered"],
  ] as const)("cannot have this %s", (field, some, moment) => {
    expect(() =>
      cleanSetting({ ...setting, ...some, stages: [...("stages" in some ? some.stages : [])] }, moment),
    ).toThrow(expect.objectContaining({ field }));
  });
});
