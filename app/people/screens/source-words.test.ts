import { describe, expect, it } from "vitest";
import type { StandingView } from "../standing-view.ts";
import { mayAskText, metText, ruledOutText, wishText } from "./source-words.ts";

const today = "2026-11-18";
const by = { id: "m", name: "Mia Sommer", teamId: null };
const nothing: StandingView = {
  personId: "p",
  met: null,
  metSince: null,
  right: null,
  role: null,
  doNotAsk: null,
  issues: [],
  preference: null,
  noGos: [],
  acquaintances: [],
  holderIds: [],
};
const issue = {
  id: "i",
  personId: null,
  accountId: "a",
  what: "late",
  day: "2026-11-02",
  by,
  settledOn: null,
};
const stop = {
  id: "d",
  personId: "p",
  why: "said-stop" as const,
  words: null,
  day: "2026-11-02",
  liftedOn: null,
  by,
};
const wish = {
  id: "w",
  personId: "p",
  channel: null,
  mostPerQuarter: null,
  bestWeekday: null,
  approver: null,
  note: null,
  day: today,
  by,
};

describe("a source in words", () => {
  it("may be asked, or why not", () => {
    expect(mayAskText(nothing, today)).toBeNull();
    expect(mayAskText({ ...nothing, issues: [issue] }, today)).toBe(
      "Not now: an open issue of their company since 2 November",
    );
    expect(mayAskText({ ...nothing, issues: [issue], doNotAsk: stop }, today)).toBe(
      "No: they said stop, 2 November",
    );
  });

  it.each([
    [wish, null],
    [{ ...wish, note: "Never before ten" }, "Never before ten"],
    [
      {
        ...wish,
        channel: "call" as const,
        bestWeekday: 5,
        mostPerQuarter: 1,
        approver: { id: "l", name: "Lena" },
      },
      "by phone, on Fridays, at most once a quarter, after Lena agrees",
    ],
    [{ ...wish, mostPerQuarter: 0 }, "never"],
    [{ ...wish, mostPerQuarter: 3 }, "at most 3 times a quarter"],
  ])("likes to be asked in a way", (preference, said) => {
    expect(wishText(preference)).toBe(said);
  });

  it("was met, first and last", () => {
    const met = { id: "e", day: "2026-11-02", how: "video" as const, becauseId: null, by };
    expect(metText(nothing, today)).toBeNull();
    expect(metText({ ...nothing, met, metSince: met.day }, today)).toBe("2 November by video");
    expect(metText({ ...nothing, met, metSince: "2026-03-01" }, today)).toBe(
      "2 November by video, first 1 March",
    );
  });

  it("rules out by name", () => {
    const off = {
      id: "n",
      personId: "p",
      account: null,
      person: null,
      words: null,
      day: today,
      liftedOn: null,
      by,
    };
    const named = { id: "a", ids: [], name: "Telia" };
    expect(ruledOutText([])).toBeNull();
    expect(ruledOutText([{ ...off, topic: "prices" }])).toBe("prices");
    expect(
      ruledOutText([
        { ...off, topic: null, account: named },
        { ...off, topic: "prices" },
      ]),
    ).toBe("Telia and prices");
  });
});
