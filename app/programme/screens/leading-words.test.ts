import { describe, expect, it } from "vitest";
import type { LeadingView } from "../leading-view.ts";
import { fromClientsText } from "./leading-words.ts";

const october: LeadingView["introductions"] = {
  count: 55,
  fromClients: 36,
  towardsGoal: 36,
  goal: 50,
  asked: 161,
  before: 42,
  beforeMonth: { kind: "month", start: "2026-08-31", end: "2026-09-27", weeks: 4 } as never,
};

describe("introductions from clients", () => {
  it.each([
    [{}, "36 of them from clients; the reps’ goal is 50 from clients."],
    [
      { towardsGoal: 33 },
      "36 of them from clients, 33 of these the reps’; the reps’ goal is 50 from clients.",
    ],
    [{ goal: null }, "36 of them from clients."],
    [{ fromClients: 0, towardsGoal: 0, goal: null }, "0 of them from clients."],
    [{ count: 0, fromClients: 0, towardsGoal: 0 }, "The reps’ goal: 50 from clients."],
    [{ count: 0, fromClients: 0, towardsGoal: 0, goal: null }, null],
  ])("%j", (some, said) => {
    expect(fromClientsText({ ...october, ...some })).toBe(said);
  });
});
