import { describe, expect, it } from "vitest";
import { furtherShown } from "./further.ts";

const shown = (counts: Record<string, number>) =>
  Object.fromEntries(furtherShown(new Map(Object.entries(counts))));

describe("what is shown below the day's card", () => {
  it.each([
    [{}, {}],
    [{ touches: 3 }, { touches: 3 }],
    [
      { touches: 3, "account-reviews": 2 },
      { touches: 3, "account-reviews": 2 },
    ],
    [
      { answers: 4, "report-cards": 4, "account-reviews": 6, touches: 3 },
      { answers: 2, "report-cards": 1, "account-reviews": 1, touches: 1 },
    ],
    [
      { "page-news": 9, answers: 4, "report-cards": 4, "account-reviews": 6, touches: 3 },
      { "page-news": 1, answers: 1, "report-cards": 1, "account-reviews": 1, touches: 1 },
    ],
    [
      { touches: 3, "page-news": 2, "report-cards": 1 },
      { touches: 2, "page-news": 2, "report-cards": 1 },
    ],
    [
      { "account-reviews": 9, touches: 0 },
      { "account-reviews": 5, touches: 0 },
    ],
  ])("is five together, of every kind something: %j", (counts, some) => expect(shown(counts)).toEqual(some));

  it("leaves nobody out whom a new kind of line joins", () => {
    expect(shown({ "of another kind": 9, "page-news": 1, touches: 2 })).toEqual({
      "page-news": 1,
      touches: 2,
      "of another kind": 2,
    });
  });

  it("is the same whoever was heard first", () => {
    const one = furtherShown(
      new Map([
        ["report-cards", 4],
        ["touches", 3],
      ]),
    );
    const other = furtherShown(
      new Map([
        ["touches", 3],
        ["report-cards", 4],
      ]),
    );
    expect([...one]).toEqual([...other]);
  });
});
