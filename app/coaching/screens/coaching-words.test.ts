import { describe, expect, it } from "vitest";
import type { DueMemberView } from "../one-on-one-view.ts";
import {
  agreedText,
  averageText,
  shortAverageText,
  coachedHeading,
  dueText,
  mineHeading,
  numberText,
  peopleHeading,
  rhythmText,
} from "./coaching-words.ts";
import {
  bearingText,
  missedLately,
  notAskedTitle,
  owedTitle,
  practiceTitle,
  promisesTitle,
  sourcesTitle,
} from "./fact-titles.ts";

const TODAY = "2026-11-18";
const due = (standing: DueMemberView["due"]["standing"], on: string | null = null, agreed = false) => ({
  standing,
  on,
  agreed,
});
const mine = (one: DueMemberView["due"]) =>
  mineHeading({ coachName: "Petra Lang", due: one } as DueMemberView, TODAY);
const coached = (count: number, n: number) =>
  coachedHeading({ coached: count, rate: { kind: "too-early", n } });
const week = (kept: number, missed: number) =>
  ({ tally: { kept, missed, neither: 0, open: 0 } }) as Parameters<typeof promisesTitle>[0][number];
const practised = (state: "kept" | "missed" | "open", held: number) => ({
  week: "",
  required: 3,
  held,
  state,
});

describe("when a 1:1 is due, in words", () => {
  it("says the day, and whether it was agreed on", () => {
    expect(dueText(due("first"), TODAY)).toBe("never met yet");
    expect(dueText(due("this-week", TODAY), TODAY)).toBe("due today");
    expect(dueText(due("this-week", "2026-11-20"), TODAY)).toBe("due on Fri 20 Nov");
    expect(dueText(due("this-week", "2026-11-20", true), TODAY)).toBe("agreed for Fri 20 Nov");
    expect(dueText(due("late", "2026-11-13"), TODAY)).toBe("was due on Fri 13 Nov");
    expect(dueText(due("late", "2026-11-13", true), TODAY)).toBe("was agreed for Fri 13 Nov");
    expect(dueText(due("ahead", "2026-11-30"), TODAY)).toBe("next on Mon 30 Nov");
  });

  it("heads a page with a sentence", () => {
    expect(mine(due("first"))).toBe("You and Petra have not had a 1:1 yet");
    expect(mine(due("this-week", TODAY))).toBe("Your 1:1 with Petra is due today");
    expect(mine(due("this-week", "2026-11-20", true))).toBe("Your 1:1 with Petra is agreed for Fri 20 Nov");
    expect(mine(due("late", "2026-11-13"))).toBe("Your 1:1 with Petra was due on Fri 13 Nov");
    expect(mine(due("ahead", "2026-11-30"))).toBe("Your 1:1 with Petra is next on Mon 30 Nov");
    expect(peopleHeading({ due: 0, of: 0 })).toBe("Nobody to coach yet");
    expect(peopleHeading({ due: 0, of: 2 })).toBe("Nobody is due for a 1:1 this week");
    expect(peopleHeading({ due: 2, of: 3 })).toBe("Two of three are due for a 1:1");
    expect(peopleHeading({ due: 1, of: 2 })).toBe("One of two is due for a 1:1");
    expect(peopleHeading({ due: 2, of: 2 })).toBe("Both are due for a 1:1");
    expect(peopleHeading({ due: 1, of: 1 })).toBe("One is due for a 1:1");
  });

  it("says a share only of somebody", () => {
    expect(coached(0, 0)).toBe("Nobody to coach yet");
    expect(coached(0, 3)).toBe("None of three people was coached in four weeks");
    expect(coached(3, 3)).toBe("Everybody was coached in the last four weeks");
    expect(coached(11, 16)).toBe("11 of 16 people were coached in the last four weeks");
  });

  it("says how far it looked back", () => {
    const rate = { kind: "too-early", n: 3 } as const;
    expect(coachedHeading({ coached: 0, rate }, 13)).toBe("None of three people was coached in 13 weeks");
    expect(coachedHeading({ coached: 3, rate }, 26)).toBe("Everybody was coached in the last 26 weeks");
  });

  it("says rhythms, numbers and averages", () => {
    expect([1, 2, 4].map(rhythmText)).toEqual(["Every week", "Every other week", "Every 4 weeks"]);
    expect(numberText({ measure: "people-asked", count: 4 })).toBe("Ask 4 people");
    expect(averageText({ average: 2.46, weeks: 13 })).toBe("2.5 a week over 13 weeks");
    expect(averageText({ average: null, weeks: 0 })).toBe("no weeks before");
    expect(shortAverageText({ average: 2.46, weeks: 13 })).toBe("2.5 a week");
    expect(shortAverageText({ average: 2.46, weeks: 4 })).toBe("2.5 a week over 4 weeks");
    const agreed = { skill: "ask", number: { measure: "touches", count: 1 } } as const;
    expect(agreedText(agreed, (key) => key.toUpperCase())).toBe("ASK · Let 1 person hear from you");
    expect(agreedText({ skill: null, number: null }, String)).toBe("");
  });
});

describe("the titles of what is talked about", () => {
  it("say what matters, without the week that runs", () => {
    expect(promisesTitle([week(2, 1), week(1, 1), week(9, 9)])).toBe("3 of 5 promises kept in four weeks");
    expect(promisesTitle([week(2, 0), week(0, 3)])).toBe("All 2 promises kept in four weeks");
    expect(promisesTitle([week(0, 0)])).toBe("Nothing was promised in four weeks");
    expect(notAskedTitle({ unasked: [], planned: 3 })).toBe("Whoever was planned was asked");
    expect(owedTitle({ late: [], open: 2, introduced: true })).toBe("No loop with a source is overdue");
    expect(owedTitle({ late: [], open: 0, introduced: true })).toBe("Every source has heard");
    // Nothing planned and nothing introduced is nothing to praise.
    expect(notAskedTitle({ unasked: [], planned: 0 })).toBe("Nobody was planned to be asked in four weeks");
    expect(owedTitle({ late: [], open: 0, introduced: false })).toBe("No source has introduced anybody yet");
    expect(practiceTitle([practised("kept", 3), practised("missed", 1), practised("open", 1)])).toBe(
      "Practice kept in one of two weeks; 1 of 3 this week",
    );
    expect(practiceTitle([practised("missed", 0), practised("missed", 1), practised("open", 0)])).toBe(
      "Practice kept in none of two weeks; 0 of 3 this week",
    );
    expect(practiceTitle([practised("open", 0)])).toBe("No week of practice is over yet; 0 of 3 this week");
    expect(sourcesTitle({ asks: 0, sources: 0 } as Parameters<typeof sourcesTitle>[0])).toBe(
      "No source was asked",
    );
    expect(sourcesTitle({ asks: 14, sources: 9 } as Parameters<typeof sourcesTitle>[0])).toBe(
      "14 asks at nine sources",
    );
  });

  it("names who bears half, and every promise that was missed, the latest first", () => {
    expect(bearingText(load(36), 4)).toBe("36 sources bear half of them, most of all");
    expect(bearingText(load(2), 4)).toBe("Two sources bear half of them:");
    expect(bearingText(load(1), 4)).toBe("One source bears half of them:");
    const weeks = [
      ofWeek("2026-11-02", "missed", "kept"),
      ofWeek("2026-11-09", "missed"),
      ofWeek("2026-11-16", "missed"),
    ];
    const missed = missedLately(weeks as unknown as Parameters<typeof missedLately>[0]);
    expect(missed.map(({ line }) => line.id)).toEqual(["2026-11-09 0", "2026-11-02 0"]);
  });
});

type Load = Parameters<typeof bearingText>[0];

function load(sources: number): Load {
  return { carrying: Array.from({ length: sources }) } as Load;
}

function ofWeek(day: string, ...states: string[]) {
  return { week: day, promises: states.map((state, at) => ({ state, id: `${day} ${at}` })) };
}
