import { describe, expect, it } from "vitest";
import { reminderOf, whomToAsk, type MayBeAskedThere } from "./handover-reminder.ts";

const DAY = "2026-02-02";
const toTeam = { day: DAY, toMemberId: null };

describe("the reminder of an account that others look after", () => {
  it.each([
    ["not within the quarter", null, "2026-05-03", { since: DAY, from: "2026-05-04", due: false }],
    ["a quarter after it was handed over", null, "2026-05-04", { since: DAY, from: "2026-05-04", due: true }],
    ["until somebody there is asked", null, "2026-11-18", { since: DAY, from: "2026-05-04", due: true }],
    ["an ask before the handover changes nothing", "2026-01-30", "2026-05-04", { since: DAY, due: true }],
    ["an ask since begins the quarter anew", "2026-05-01", "2026-05-04", { from: "2026-07-31", due: false }],
    ["and again a quarter after that", "2026-05-01", "2026-07-31", { since: "2026-05-01", due: true }],
  ] as const)("%s", (_name, lastAsk, today, reminder) => {
    expect(reminderOf(toTeam, "ben", lastAsk, today)).toMatchObject(reminder);
  });

  it.each([
    ["until a quarter after that", "2026-11-18", null, { from: "2027-02-17", due: false }],
    ["and comes back then", "2026-08-19", null, { from: "2026-11-18", due: true }],
    [
      "an ask since then begins its own quarter",
      "2026-05-04",
      "2026-10-01",
      { since: "2026-10-01", due: false },
    ],
    ["what was put off before the last ask holds no more", "2026-05-04", "2026-08-19", { due: true }],
    ["what was put off before the handover neither", "2026-01-01", null, { from: "2026-05-04", due: true }],
  ] as const)("is told not now, %s", (_name, putOff, lastAsk, reminder) => {
    expect(reminderOf(toTeam, "ben", lastAsk, "2026-11-18", putOff)).toMatchObject(reminder);
  });

  it("is nobody's where nobody holds the relationship, or the holder looks after it themselves", () => {
    expect(reminderOf(toTeam, null, null, "2026-11-18")).toBeNull();
    expect(reminderOf({ day: DAY, toMemberId: "ben" }, "ben", null, "2026-11-18")).toBeNull();
    expect(reminderOf({ day: DAY, toMemberId: "ada" }, "ben", null, "2026-11-18")).toMatchObject({
      due: true,
    });
  });
});

const somebody: MayBeAskedThere = {
  left: false,
  state: "not-met",
  refusal: null,
  right: null,
  met: null,
  ask: null,
};
const met = (day: string) => ({ met: { day }, state: "not-yet" as const });
const asked = { ask: {}, state: "asked" as const };
const earned = { right: { earned: true } };

describe("whom to talk to there", () => {
  it.each<[string, Record<string, Partial<MayBeAskedThere>>, string | null]>([
    ["nobody is known", {}, null],
    ["the first of equals", { a: {}, b: {} }, "a"],
    ["met before not met", { a: {}, b: met("2025-01-01") }, "b"],
    ["met last", { a: met("2025-01-01"), b: met("2026-01-01") }, "b"],
    [
      "never asked before asked, though met longer ago",
      { a: { ...met("2026-01-01"), ...asked }, b: {} },
      "b",
    ],
    ["the right earned before everything", { a: met("2026-01-01"), b: { ...earned, ...asked } }, "b"],
    ["of those the one never asked", { a: { ...earned, ...asked }, b: earned }, "b"],
    ["not who has left", { a: { ...earned, left: true }, b: {} }, "b"],
    ["not who cannot be asked", { a: { ...earned, state: "cannot" }, b: asked }, "b"],
    ["not who may not be asked today", { a: { ...earned, refusal: {} }, b: {} }, "b"],
    ["not who said that we have not delivered", { a: { right: { earned: false } } }, null],
  ])("is %s", (_name, people, whom) => {
    const all = Object.entries(people).map(([id, some]) => ({ ...somebody, ...some, id }));
    expect(whomToAsk(all)?.id ?? null).toBe(whom);
  });
});
