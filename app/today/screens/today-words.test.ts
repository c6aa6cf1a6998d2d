import { describe, expect, it } from "vitest";
import type { DueReminderView } from "#asks/coverage-view.ts";
import { answerLine, askAgainLine, reminderLines } from "../card-words.ts";
import { chanceText, endingFor, headingFor } from "./today-words.ts";

describe("Today in words", () => {
  it.each<[number, number, string, number?, (number | null)?]>([
    [0, 0, "Done for today"],
    [1, 0, "One conversation, then you are done"],
    [3, 2, "Three conversations, then you are done"],
    [0, 2, "Two things owed, then you are done"],
    [0, 0, "Two gifts to decide about, then you are done", 2],
    [0, 1, "One thing owed, then you are done", 2],
    [0, 0, "One more thing, then you are done", 0, 1],
    [0, 0, "Today", 0, null],
    [2, 0, "Two conversations, then you are done", 0, 3],
  ])("for %i people and %i duties is headed %s", (people, owed, says, gifts = 0, others = 0) => {
    expect(headingFor(people, owed, gifts, others)).toBe(says);
  });

  it.each([
    [2, false, "After these, close the laptop."],
    [2, true, "After these, close the laptop. What else waits comes tomorrow."],
    [0, false, "Go and talk to somebody."],
    [0, true, "Go and talk to somebody. What else waits comes tomorrow."],
  ])("with %i left (more: %s) ends: %s", (left, more, says) => {
    expect(endingFor(left, more)).toBe(says);
  });

  it("gives a line to say, with the source's name in it or whom we look for", () => {
    expect(answerLine({ sourceName: "Anna Albers" })).toMatch(/^“Anna Albers thought/);
    expect(askAgainLine({ forWhom: "heads of operations" })).toContain("meet heads of operations.");
    expect(askAgainLine({ forWhom: null })).toBe("“You asked me to come back about now. Who comes to mind?”");
  });

  const whom = { fullName: "Lisa Lenz", right: null, met: null };
  const handedOver = {
    accountName: "Lenz Lager",
    holderId: "mia",
    holderName: "Mia Sommer",
    toName: "Customer success",
    toMemberId: null,
    day: "2026-03-02",
    lastAskDay: null,
    whom,
  };
  const right = { earned: true, words: "A week saved.", day: "2026-06-01", byName: "Mia Sommer" };
  it.each<[string, object, string, string | null]>([
    [
      "to the holder",
      {},
      "You built the relationship and ask at Lenz Lager; Customer success looks after it since 2 March. Nobody there was asked yet.",
      null,
    ],
    [
      "to somebody else",
      { holderId: "ben", holderName: "Ben", toMemberId: "mia" },
      "Ben asks at Lenz Lager; you look after it since 2 March. Nobody there was asked yet.",
      null,
    ],
    [
      "with the last ask",
      { lastAskDay: "2026-05-04", whom: { ...whom, met: { day: "2026-07-01" } } },
      "Nobody there was asked since 4 May.",
      "Last met on 1 July.",
    ],
    ["with their words", { whom: { ...whom, right } }, "asked yet.", "Lisa said on 1 June: “A week saved.”"],
    [
      "where they said that we delivered",
      { whom: { ...whom, right: { ...right, words: null } } },
      "asked yet.",
      "Lisa said that we delivered.",
    ],
    ["where nobody is known", { whom: null }, "asked yet.", null],
  ])("reminds %s of an account that others look after", (_, some, why, speaks) => {
    const lines = reminderLines({ ...handedOver, ...some } as unknown as DueReminderView, {
      id: "mia",
      today: "2026-11-18",
    });
    expect(lines.why).toContain(why);
    expect(lines.speaks).toBe(speaks);
    expect(lines.say === null).toBe("whom" in some && some.whom === null);
  });

  it("tells a chance with its n and interval, and no number too early", () => {
    expect(chanceText({ kind: "too-early", n: 19 })).toBeNull();
    expect(chanceText({ kind: "rate", n: 60, value: 1 / 3, low: 0.2272, high: 0.4594 })).toBe(
      "Of 60 suggestions like this one 20 named someone (23 to 46 %).",
    );
  });
});
