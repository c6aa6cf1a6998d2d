import { describe, expect, it } from "vitest";
import { furtherShown } from "./further.ts";

const shown = (counts: Record<string, number>) =>
  Object.fromEntries(furtherShown(new Map(Object.entries(counts))));

describe("what is suggested below the day's card", () => {
  it.each([
    [{}, {}],
    [{ touches: 3 }, { touches: 3 }],
    [
      { touches: 3, reviews: 2 },
      { touches: 3, reviews: 2 },
    ],
    [
      { answers: 4, cards: 4, reviews: 6, touches: 3 },
      { answers: 2, cards: 1, reviews: 1, touches: 1 },
    ],
    [
      { cards: 1, reviews: 6, touches: 3 },
      { cards: 1, reviews: 2, touches: 2 },
    ],
    [
      { reviews: 9, touches: 0 },
      { reviews: 5, touches: 0 },
    ],
  ])("is five together, of every kind something: %j", (counts, some) => expect(shown(counts)).toEqual(some));
  it("is the same whoever was heard first", () => {
    const one = furtherShown(
      new Map([
        ["cards", 4],
        ["touches", 3],
      ]),
    );
    const other = furtherShown(
      new Map([
        ["touches", 3],
        ["cards", 4],
      ]),
    );
    expect([...one]).toEqual([...other]);
  });
});
