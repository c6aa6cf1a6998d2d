import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ACTIVITIES } from "../poll.ts";
import type { PollResultsView } from "../poll-view.ts";
import {
  agreementChangeText,
  agreementNumber,
  agreementSentence,
  meanText,
  moved,
  rankChangeText,
  resultSentence,
  shuffled,
} from "./poll-words.ts";

const placed = (places: number[]) => ({
  activities: ACTIVITIES.map((activity, at) => ({
    activity,
    place: places[at]!,
    meanRank: 3,
    borda: null,
    change: null,
  })),
});
const results = (agreement: PollResultsView["agreement"], exact = true): PollResultsView => ({
  ...placed([1, 2, 3, 4, 5]),
  answers: 12,
  exact,
  agreement,
  statements: [],
});
const said = (...of: Parameters<typeof results>) => agreementSentence(results(...of));
const number = (...of: Parameters<typeof results>) => agreementNumber(results(...of));

describe("what a poll says in words", () => {
  it.each([
    [[5, 1, 2, 3, 4], "Meeting clients comes first, making cold calls last"],
    [
      [4, 1, 1, 3, 4],
      "Meeting clients and being coached come first, making cold calls and using the CRM last",
    ],
    [[2, 3, 4, 5, 1], "Using the CRM comes first, taking training last"],
    [[1, 1, 1, 1, 1], "Nothing comes before anything else"],
  ])("%j", (places, sentence) => {
    expect(resultSentence(placed(places))).toBe(sentence);
  });

  it("is about a number where few answered", () => {
    expect([meanText(4, true), meanText(4, false), meanText(3.5, false)]).toEqual([
      "4.0",
      "about 4",
      "about 3½",
    ]);
  });

  it("is a change only where chance would not do", () => {
    expect(rankChangeText({ value: -0.8, low: -1.4, high: -0.2 })).toBe("up by 0.2 to 1.4");
    expect(rankChangeText({ value: 0.8, low: 0.2, high: 1.4 })).toBe("down by 0.2 to 1.4");
    expect(rankChangeText({ value: 0.1, low: -0.5, high: 0.7 })).toBe("no clear change");
    expect(agreementChangeText({ value: 0.8, low: 0.2, high: 1.4 })).toBe("more by 0.2 to 1.4");
    expect(agreementChangeText(null)).toBe("–");
  });

  it("is how far they agree, with Kendall's number where it is exact", () => {
    expect(said({ kind: "in part", w: 0.48, chance: 0.0001 })).toBe(
      "They agree in part on this order, more than by chance.",
    );
    expect(said({ kind: "hardly", w: 0.11, chance: 0.3 })).toBe(
      "They hardly agree on an order, which may be chance.",
    );
    expect(number({ kind: "in part", w: 0.48, chance: 0.0001 })).toBe(
      "Here W = 0.48; chance would bring as much in fewer than 1 in 1,000 polls.",
    );
    expect(number({ kind: "a little", w: 0.25, chance: 0.021 })).toContain("in 2.1 of 100 polls");
    expect(number({ kind: "a little", w: null, chance: null }, false)).toBeNull();
    expect(said({ kind: "largely", w: null, chance: null }, false)).toBe("They agree largely on this order.");
  });
});

describe("an order", () => {
  it("keeps all five whatever is moved, and moves back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ACTIVITIES),
        fc.constantFrom(-1 as const, 1 as const),
        fc.nat(99),
        (one, by, seed) => {
          const order = shuffled(ACTIVITIES, () => ((seed * 7919) % 101) / 101);
          const after = moved(order, one, by);
          expect(after.toSorted()).toEqual([...ACTIVITIES].toSorted());
          const at = order.indexOf(one);
          const inside = at + by >= 0 && at + by < 5;
          expect(after.indexOf(one)).toBe(inside ? at + by : at);
          expect(inside ? moved(after, one, by === 1 ? -1 : 1) : order).toEqual(order);
        },
      ),
    );
  });
});
