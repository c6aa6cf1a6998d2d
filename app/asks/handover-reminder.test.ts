import { describe, expect, it } from "vitest";
import { reminderOf } from "./handover-reminder.ts";

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

  it("is nobody's where nobody holds the relationship, or the holder looks after it themselves", () => {
    expect(reminderOf(toTeam, null, null, "2026-11-18")).toBeNull();
    expect(reminderOf({ day: DAY, toMemberId: "ben" }, "ben", null, "2026-11-18")).toBeNull();
    expect(reminderOf({ day: DAY, toMemberId: "ada" }, "ben", null, "2026-11-18")).toMatchObject({
      due: true,
    });
  });
});
