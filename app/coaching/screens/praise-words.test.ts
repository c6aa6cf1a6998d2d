import { describe, expect, it } from "vitest";
import type { WallItemView } from "../praise-view.ts";
import { countText, pastText, perWeekText, placeText } from "./board-words.ts";
import { besideText, improvedText } from "./improved-words.ts";
import { wallHeading } from "./wall-words.ts";
import { besideOthersText, membersText, ownerText, whatWorksHeading } from "./what-works-words.ts";

const praise = (id: string) => ({ praise: { to: { id } }, milestone: null }) as unknown as WallItemView;
const milestone = { praise: null, milestone: { kind: "first-ask" } } as unknown as WallItemView;
const done = (count: number, workdays: number) => ({ memberId: "m", count, of: null, workdays });

const period = (count: number, workdays: number) => ({
  count,
  of: null as number | null,
  workdays,
  perWeek: workdays === 0 ? null : (count * 5) / workdays,
});

describe("the words of the wall", () => {
  it("say how many were praised and what was reached", () => {
    expect(wallHeading({ items: [praise("mia"), praise("mia"), praise("jonas"), milestone] })).toBe(
      "Two people praised, and one milestone",
    );
    expect(wallHeading({ items: [milestone, milestone] })).toBe("Two milestones");
    expect(wallHeading({ items: [praise("mia")] })).toBe("One person praised");
    expect(wallHeading({ items: [] })).toBe("Nobody was praised in these weeks");
  });

  it("say a number with what it is of, and a place with whether it is shared", () => {
    expect([countText({ count: 9, of: 11 }), countText({ count: 9, of: null })]).toEqual(["9 of 11", "9"]);
    expect([placeText(1, false), placeText(2, true), placeText(3, false)]).toEqual([
      "1st",
      "2nd, shared",
      "3rd",
    ]);
    expect([perWeekText(3.25), perWeekText(null)]).toEqual(["3.3 a week", "–"]);
  });

  it("set a team beside its own past, as far as it has one", () => {
    expect(pastText([period(20, 100), period(20, 100), period(20, 100), period(30, 50)])).toBe(
      "Together 3 for each week of one rep there; 1 in the three periods before.",
    );
    expect(pastText([period(0, 0), period(30, 50)])).toBeNull();
    expect(pastText([])).toBeNull();
    // Where nobody promised anything there is nothing to compare with.
    const promised = (count: number, of: number) => ({ ...period(count, 50), of });
    expect(pastText([promised(0, 0), promised(10, 12), promised(20, 22)])).toBe(
      "Together 20 of 22; 10 of 12 in the one period before.",
    );
  });

  it("say of an improvement how sure it is, and from what it is told", () => {
    const improved = { board: "asks", recent: done(16, 20), before: done(12, 65) } as const;
    expect(improvedText({ ...improved, than: "more", atLeast: 2.069 })).toBe(
      "asked more often than before: at least 2 times as often",
    );
    expect(improvedText({ ...improved, than: "more", atLeast: 1.079 })).toBe(
      "asked more often than before: at least 7 % more",
    );
    expect(improvedText({ ...improved, than: "more", atLeast: null })).toBe(
      "asked, for the first time in months",
    );
    expect(improvedText({ ...improved, than: "too-early", atLeast: 1 })).toBe("asked: too early to compare");
    expect(improvedText({ ...improved, than: "alike", atLeast: 0.9 })).toBe(
      "asked about as often as before, as far as chance goes",
    );
    expect(improvedText({ ...improved, than: "fewer", atLeast: 0.4 })).toBe("asked less often than before");
    expect(besideText(improved)).toBe("16 in 20 days there, 12 in 65 days there before.");
  });

  it("say what works with its interval, and what cannot be told", () => {
    const rate = { kind: "rate", value: 0.5, low: 0.4, high: 0.6, n: 60 } as const;
    const beside = (low: number, high: number) =>
      besideOthersText({ rate, beside: { value: (low + high) / 2, low, high, others: 60 } });
    expect(beside(0.07, 0.22)).toBe("7 to 22 points above their 60 others");
    expect(beside(-0.22, -0.07)).toBe("7 to 22 points below their 60 others");
    expect(beside(-0.1, 0.2)).toBe("no clear difference from their 60 others");
    expect(besideOthersText({ rate, beside: null })).toBe("not to be compared: no rep did both often enough");
    expect(besideOthersText({ rate: { kind: "too-early", n: 19 }, beside: null })).toBe(
      "too early to compare",
    );
    expect(whatWorksHeading({ asks: 120, introductions: 31 })).toBe("31 of 120 asks brought an introduction");
    expect([membersText({ members: 1 }), membersText({ members: 3 })]).toEqual([
      "by one rep: it may be the rep",
      "by 3 reps",
    ]);
    expect(ownerText({ memberName: null, teamName: "North" })).toBe("the team’s: North");
  });
});
