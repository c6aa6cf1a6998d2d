import { describe, expect, it } from "vitest";
import { countedBelow, elsewhereText, inTurn, waitingBelow, type Below } from "./below.ts";

const NOTHING: Below = {
  news: [],
  answers: [],
  cards: { low: [], due: null },
  reviews: { reviews: [], commitments: [], toPlan: [] },
  touches: [],
  gifts: { decide: 0, give: 0 },
  mail: 0,
  week: { tell: false, promise: false, wanted: 0 },
};

describe("what Today shows below the card", () => {
  it.each<[Partial<Below>, number, string[]]>([
    [{}, 0, []],
    [{ news: [1] }, 1, ["1 word on a source’s page"]],
    [{ answers: [1, 2] }, 2, ["2 answers to your letters"]],
    [{ cards: { low: [1], due: null } }, 1, ["1 unhappy client to see to"]],
    // What is only suggested keeps no day open.
    [{ cards: { low: [], due: {} } }, 0, ["1 report card"]],
    [{ reviews: { reviews: [], commitments: [], toPlan: [1] } }, 0, ["1 account review"]],
    [{ reviews: { reviews: [1], commitments: [1], toPlan: [1] } }, 2, ["3 about account reviews"]],
    [{ touches: [1, 2, 3] }, 3, ["1 to hear from you"]],
    [{ gifts: { decide: 2, give: 1 } }, 0, ["2 gifts to decide about", "1 gift to give"]],
    [{ mail: 4 }, 4, ["4 mails with a question"]],
    [{ week: { tell: false, promise: true, wanted: 0 } }, 1, ["1 week to promise"]],
    // A line of its own.
    [{ week: { tell: true, promise: false, wanted: 0 } }, 1, []],
    [{ week: { tell: false, promise: false, wanted: 1 } }, 1, []],
  ])("%j", (some, waits, lines) => {
    expect(waitingBelow({ ...NOTHING, ...some })).toBe(waits);
    const counted = countedBelow({ ...NOTHING, ...some }, 2);
    expect(counted.map((each) => elsewhereText(each).words)).toEqual(lines);
  });

  it("is told once of each kind", () => {
    expect(
      inTurn([
        { what: "hear", many: 2 },
        { what: "meet", many: 1 },
        { what: "hear", many: 3 },
        { what: "mail", many: 0 },
      ]),
    ).toEqual([
      { what: "meet", many: 1 },
      { what: "hear", many: 5 },
    ]);
  });
});
