import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairKey } from "./apart.ts";
import { MEET_AT_LEAST, whoShouldMeet, type Meetable } from "./meet.ts";
import { alike, stemsOf } from "./stems.ts";

const somebody = (personId: string, more: Partial<Meetable> = {}): Meetable => ({
  personId,
  name: personId,
  accountId: `at ${personId}`,
  needs: [],
  offers: [],
  trade: "",
  city: null,
  country: null,
  ...more,
});
const found = (...people: Meetable[]) => whoShouldMeet(people, new Set());

describe("words by their stems", () => {
  it.each([
    ["caterer", "catering", 1],
    ["Häuser", "haus", 1],
    ["Konstrukteure", "Konstrukteur", 1],
    ["logistics", "Logistik", 1],
    ["Fotograf", "Produktfotografie", 0.6],
    ["cat", "catering", 0],
    ["roof", "proof", 0],
    ["lawyer", "Anwalt", 0],
  ])("%s and %s: %d", (one, other, like) => {
    const [a = [], b = []] = [stemsOf(one)[0], stemsOf(other)[0]];
    expect(alike(a, b)).toBe(like);
    expect(alike(b, a)).toBe(like);
  });
  it("leave out what any line has", () => {
    expect(stemsOf("Wir suchen eine neue Firma für den the and 200")).toEqual([]);
  });
});

describe("these two should meet", () => {
  const hanna = somebody("Hanna", { needs: ["a caterer for June"], city: "Hamburg" });
  const gerd = somebody("Gerd", { offers: ["catering for up to 300 guests"], city: "hamburg" });

  it("because one offers what the other needs, who gets the introduction said", () => {
    const [meeting] = found(gerd, hanna);
    expect(meeting).toMatchObject({
      toId: "Hanna",
      reasons: [
        "Hanna needs “a caterer for June”; Gerd offers “catering for up to 300 guests”",
        "Both are in hamburg",
      ],
    });
  });
  it("because one does for a living what the other needs", () => {
    const [meeting] = found(hanna, somebody("Ida", { trade: "Owner, Catering" }));
    expect(meeting?.reasons[0]).toBe("Hanna needs “a caterer for June”; Ida: Owner, Catering");
  });
  it.each([
    ["at the same account", [hanna, { ...gerd, accountId: hanna.accountId }]],
    ["for the town alone", [somebody("A", { city: "Kiel" }), somebody("B", { city: "Kiel" })]],
    ["for two needs of the same", [hanna, { ...hanna, personId: "Ilse", accountId: null }]],
    ["for two offers of the same", [gerd, { ...gerd, personId: "Ilse", accountId: null }]],
    [
      "for words that any line has",
      [somebody("A", { needs: ["a new one"] }), somebody("B", { offers: ["a new one"] })],
    ],
  ])("not %s", (_, people) => expect(found(...people)).toEqual([]));
  it("not those who are kept apart, whoever is named first", () => {
    for (const [one, other] of [
      ["Hanna", "Gerd"],
      ["Gerd", "Hanna"],
    ] as const)
      expect(whoShouldMeet([hanna, gerd], new Set([pairKey(one, other)]))).toEqual([]);
  });
  it("the same town and both ways count for more", () => {
    const far = { ...gerd, personId: "Far", city: "Köln" };
    const both = { ...gerd, personId: "Both", accountId: "b", needs: ["somebody who plans parties"] };
    const host = { ...hanna, offers: ["parties planned and held"] };
    expect(found(host, gerd, far, both).map(({ one, other }) => [one.personId, other.personId])).toEqual([
      ["Hanna", "Both"],
      ["Hanna", "Gerd"],
      ["Hanna", "Far"],
    ]);
  });
});

describe("any people", () => {
  const words = fc.constantFrom(
    "caterer",
    "catering",
    "roofs",
    "roofer",
    "Anwalt",
    "Anwälte",
    "tax",
    "castings",
    "halls",
  );
  const lines = fc.array(
    fc.array(words, { minLength: 1, maxLength: 3 }).map((some) => some.join(" ")),
    { maxLength: 2 },
  );
  const people = fc
    .array(
      fc.record({
        accountId: fc.option(fc.constantFrom("x", "y", "z")),
        needs: lines,
        offers: lines,
        trade: words,
        city: fc.option(fc.constantFrom("Kiel", "Bonn")),
        country: fc.constant("Germany"),
      }),
      { maxLength: 8 },
    )
    .map((rows) => rows.map((row, at): Meetable => ({ ...row, personId: `p${at}`, name: `P${at}` })));

  it("are paired once, across accounts, with a reason, the best first, the same whatever their order", () => {
    fc.assert(
      fc.property(people, fc.nat(7), fc.nat(7), (all, a, b) => {
        const apart = new Set([pairKey(`p${a}`, `p${b}`)]);
        const meetings = whoShouldMeet(all, apart);
        const keys = meetings.map(({ one, other }) => pairKey(one.personId, other.personId));
        expect(new Set(keys).size).toBe(keys.length);
        for (const { one, other, score, adds, reasons, toId } of meetings) {
          expect(one.accountId === null || one.accountId !== other.accountId).toBe(true);
          expect(apart.has(pairKey(one.personId, other.personId))).toBe(false);
          expect(adds.offer + adds.trade).toBeGreaterThanOrEqual(MEET_AT_LEAST);
          expect(score).toBeLessThanOrEqual(2.06);
          expect(reasons.length).toBeGreaterThan(0);
          expect([one.personId, other.personId]).toContain(toId);
        }
        const scores = meetings.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((one, other) => other - one));
        const again = whoShouldMeet(all.toReversed(), apart);
        expect(again.map(({ one, other }) => pairKey(one.personId, other.personId)).toSorted()).toEqual(
          keys.toSorted(),
        );
      }),
    );
  });

  it("are all found by the words they share: none of the pairs that score is passed over", () => {
    fc.assert(
      fc.property(people, (all) => {
        const together = whoShouldMeet(all, new Set()).length;
        expect(
          whoShouldMeet([...all, somebody("q"), somebody("r", { trade: "Nothing of the kind" })], new Set())
            .length,
        ).toBe(together);
      }),
    );
  });
});
