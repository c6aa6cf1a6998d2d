import { describe, expect, it } from "vitest";
import {
  hasWishes,
  mayEnd,
  maySetApprover,
  protectionOn,
  standsOn,
  UNPROTECTED,
  type DoNotAsk,
  type SourcePreference,
} from "./protection.ts";

const mia = { id: "mia", name: "Mia", teamId: "north" };
const stop = (id: string, said: Partial<DoNotAsk> = {}): DoNotAsk => ({
  id,
  personId: "ana",
  why: "other",
  words: null,
  day: "2026-11-10",
  by: mia,
  liftedOn: null,
  ...said,
});
const wish = (id: string, day: string, note: string | null): SourcePreference => ({
  id,
  personId: "ana",
  channel: null,
  mostPerQuarter: null,
  bestWeekday: null,
  approver: null,
  note,
  day,
  by: mia,
});

const actor = (id: string, role: "rep" | "manager" | "leader", leads: string[] = []) => ({
  member: { id, name: id, role, teamId: "north" },
  leads,
});

describe("what was said of a source", () => {
  it.each([
    ["2026-11-09", null, false],
    ["2026-11-10", null, true],
    ["2026-11-30", null, true],
    ["2026-11-19", "2026-11-20", true],
    ["2026-11-20", "2026-11-20", false],
    ["2026-11-10", "2026-11-10", false],
  ])("holds on %s when it ended on %s: %s", (day, ended, stands) => {
    expect(standsOn({ day: "2026-11-10", liftedOn: ended }, day)).toBe(stands);
    expect(standsOn({ day: "2026-11-10", settledOn: ended }, day)).toBe(stands);
  });

  it("protects as it stood on the day that is asked for", () => {
    const history = {
      doNotAsks: [
        stop("1", { why: "said-stop" }),
        stop("2", { why: "competitor", day: "2026-11-12" }),
        stop("3", { day: "2026-11-01", liftedOn: "2026-11-05" }),
      ],
      issues: [],
      preferences: [
        wish("1", "2026-11-01", "by letter"),
        wish("3", "2026-11-12", null),
        wish("2", "2026-11-12", "x"),
      ],
      noGos: [],
    };
    const on = (day: string) => protectionOn(history, day);
    expect(on("2026-10-31")).toEqual(UNPROTECTED);
    expect(on("2026-11-04").doNotAsk?.id).toBe("3");
    expect(on("2026-11-06")).toMatchObject({ doNotAsk: null, preference: { note: "by letter" } });
    // Their own word comes before a later one of ours, and the preference noted last stands.
    expect(on("2026-11-18")).toMatchObject({ doNotAsk: { id: "1" }, preference: { id: "3" } });
  });

  it("knows a preference without any wish", () => {
    expect(hasWishes(null)).toBe(false);
    expect(hasWishes(wish("1", "2026-11-01", null))).toBe(false);
    expect(hasWishes({ ...wish("1", "2026-11-01", null), mostPerQuarter: 0 })).toBe(true);
  });
});

describe("who may end what somebody said", () => {
  it.each([
    ["its author", actor("mia", "rep"), [], true],
    ["a colleague", actor("jonas", "rep"), [], false],
    ["the relationship holder", actor("jonas", "rep"), [null, "jonas"], true],
    ["their manager", actor("petra", "manager", ["north"]), [], true],
    ["another manager", actor("olaf", "manager", ["south"]), [], false],
    ["a leader", actor("lena", "leader"), [], true],
  ])("%s: %s", (_who, who, holders, may) => {
    expect(mayEnd(who, { by: mia }, holders)).toBe(may);
  });
  it("lets managers, leaders and the holder set an approver", () => {
    expect(maySetApprover(actor("mia", "rep"), [])).toBe(false);
    expect(maySetApprover(actor("mia", "rep"), ["mia"])).toBe(true);
    expect(maySetApprover(actor("petra", "manager"), [])).toBe(true);
  });
});
