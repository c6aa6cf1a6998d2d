import { describe, expect, it } from "vitest";
import { daysAgo, dueText, lastWord, pageOfContact, rhythmText, silentHeading } from "./touch-words.ts";

const TODAY = "2026-11-18";
const ID = "01900000-0000-7000-8000-000000000001";
const last = (day: string, memberName: string | null = "Mia Sommer") => ({
  day,
  kind: "call",
  kindName: "call",
  memberId: ID,
  memberName,
  fact: "ask" as const,
  factId: ID,
});

describe("what a silence is told in", () => {
  it.each([
    [null, "Nobody has had a word with them yet"],
    [last("2026-11-06"), "Last word 12 days ago: call, by Mia Sommer"],
    [last("2026-11-18"), "Last word today: call, by Mia Sommer"],
    [last("2026-08-10", null), "Last word 100 days ago: call"],
  ])("says the last word", (one, text) => expect(lastWord({ last: one }, TODAY)).toBe(text));
  it("counts in days", () => expect(daysAgo("2025-11-18", TODAY)).toBe("365 days ago"));
  it("says whose rhythm it is", () => {
    const none = { own: null, stopped: false };
    expect(rhythmText({ ...none, rhythm: { days: 30, group: "client-a" } })).toBe(
      "A clients hear from us every 30 days.",
    );
    expect(rhythmText({ ...none, rhythm: { days: 60, group: "source" } })).toBe(
      "Sources who introduced us hear from us every 60 days.",
    );
    expect(rhythmText({ ...none, rhythm: { days: 45, group: null } })).toBe(
      "They hear from us every 45 days.",
    );
    expect(rhythmText({ ...none, own: { days: null }, rhythm: null })).toContain("come by themselves");
    expect(rhythmText({ own: null, stopped: true, rhythm: null })).toContain("nothing from us");
  });
  it("says when they are due", () => {
    const at = { due: "2026-11-20", pause: null, again: null };
    expect(dueText({ ...at, state: "coming" }, TODAY)).toBe("Next: in 2 days.");
    expect(dueText({ ...at, due: TODAY, state: "due" }, TODAY)).toBe("Due today.");
    expect(dueText({ ...at, due: "2026-09-01", state: "over", again: "2026-12-01" }, TODAY)).toBe(
      "On Today again in 13 days.",
    );
    expect(dueText({ ...at, due: "2026-09-01", state: "over" }, TODAY)).toBeNull();
    const pause = { untilDay: "2027-01-11", why: "bad-time" as const, words: null };
    expect(dueText({ ...at, state: "due", pause }, TODAY)).toBe(
      "In peace until 11 January 2027: a bad time for them.",
    );
  });
  it("leads to the fact where it has a page", () => {
    expect(pageOfContact({ fact: "meeting", factId: ID })).toBe(`/meetings/${ID}`);
    expect(pageOfContact({ fact: "given", factId: ID })).toBe(`/given/${ID}`);
    expect(pageOfContact({ fact: "touch", factId: ID })).toBeNull();
  });
  it("heads the list", () => {
    expect(silentHeading("One person", true)).toBe("One person of yours has not heard from us");
    expect(silentHeading("Twelve people", false)).toBe("Twelve people have not heard from us");
  });
});
