import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { balanceCount, balanceSentence, giveFirst, isOurTurn } from "./balance.ts";
import { apartUntil, pairKey } from "./apart.ts";
import { consentOf, CONSENTS, OUTCOMES, saidOf, SIDES, whyNotYet, type Word } from "./given.ts";
import { cleanLine, isOpen } from "./need.ts";

const word = (id: number, about: Word["about"], day = "2026-11-01", more: Partial<Word> = {}): Word => ({
  id: String(id).padStart(3, "0"),
  about,
  side: null,
  how: null,
  words: null,
  day,
  ...more,
});

describe("what came of an introduction", () => {
  it.each([
    ["nothing said", [], "waits"],
    ["the last day stands", [word(1, "business", "2026-11-09"), word(2, "spoke", "2026-11-02")], "business"],
    ["of one day the last word", [word(1, "spoke"), word(2, "nothing")], "nothing"],
    ["thanks are no outcome", [word(1, "thanked", "2026-11-02", { how: "note" })], "waits"],
  ] as const)("%s", (_, words, outcome) => expect(saidOf(words).outcome).toBe(outcome));

  it("is the same in whichever order the words come, and without one as if it had never been said", () => {
    const words = fc.uniqueArray(
      fc.record({
        id: fc.nat(999),
        about: fc.constantFrom(...OUTCOMES, "thanked" as const),
        day: fc.nat(30).map((days) => addDays("2026-11-01", days)),
      }),
      { selector: ({ id }) => id, maxLength: 8 },
    );
    fc.assert(
      fc.property(words, fc.nat(7), (all, at) => {
        const said = all.map(({ id, about, day }) =>
          word(id, about, day, about === "thanked" ? { how: "call" } : {}),
        );
        expect(saidOf(said.toReversed())).toEqual(saidOf(said));
        const left = said.toSpliced(at % Math.max(1, said.length), 1);
        const newest = left
          .filter(({ about }) => about !== "thanked")
          .toSorted((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1))
          .at(-1);
        expect(saidOf(left).outcome).toBe(newest?.about ?? "waits");
      }),
    );
  });
});

describe("asking both first", () => {
  const rows = [
    [null, null, null, "may meet"],
    ["asked", null, "asked-one", "ask"],
    ["agreed", null, "asked-one", "ask"],
    ["asked", "asked", "asked-both", "ask"],
    ["agreed", "asked", "asked-both", "ask"],
    ["agreed", "agreed", "agreed", "may meet"],
    ["declined", null, "declined", "rather"],
    ["agreed", "declined", "declined", "rather"],
    ["asked", "declined", "declined", "rather"],
  ] as const;
  it.each(rows)("%s and %s: %s", (to, whom, consent, says) => {
    expect(consentOf({ to, whom })).toBe(consent);
    expect(consentOf({ to: whom, whom: to })).toBe(consent);
    expect(whyNotYet(3, consent) ?? "they may meet").toContain(says);
    expect(whyNotYet(0, consent)).toBeNull();
  });
  it("needs a yes of each side, and one no ends it", () => {
    const each = fc.constantFrom(...CONSENTS, null);
    fc.assert(
      fc.property(each, each, (to, whom) => {
        const said = [to, whom].flatMap((about, at) =>
          about === null ? [] : [word(at, about, "2026-11-01", { side: SIDES[at] ?? null })],
        );
        const { consent } = saidOf(said);
        expect(consent === "agreed").toBe(to === "agreed" && whom === "agreed");
        expect(consent === "declined").toBe([to, whom].includes("declined"));
      }),
    );
  });
});

describe("the balance in words", () => {
  it.each([
    [{ given: 2, received: 5 }, "You gave Anna 2 and received 5.", true],
    [{ given: 0, received: 0 }, "Nothing has gone between you and Anna yet.", true],
    [{ given: 1, received: 0 }, "You gave Anna 1 and received 0.", false],
    [{ given: 3, received: 3 }, "You gave Anna 3 and received 3.", false],
    [{ given: 0, received: 1 }, "You gave Anna 0 and received 1.", true],
  ])("%j: %s", (exchange, sentence, ours) => {
    expect(balanceSentence("Anna", exchange)).toBe(sentence);
    expect(isOurTurn(exchange)).toBe(ours);
    expect(giveFirst("Anna", exchange) === null).toBe(!ours);
  });
  it.each([
    [0, 0, 0, 0, "No introduction either way."],
    [1, 0, 1, 0, "One introduction in all, in the last year."],
    [2, 5, 0, 0, "7 introductions in all, none in the last year."],
    [2, 5, 2, 5, "7 introductions in all, all in the last year."],
    [2, 5, 1, 2, "7 introductions in all; in the last year 1 given and 2 received."],
  ])("%d and %d, of them %d and %d lately: %s", (given, received, lately, got, sentence) =>
    expect(balanceCount({ ever: { given, received }, year: { given: lately, received: got } })).toBe(
      sentence,
    ),
  );
});

describe("a need or an offer", () => {
  it.each([
    ["2026-11-18", null, null, true],
    ["2026-11-19", null, null, false],
    ["2025-11-18", null, null, true],
    ["2025-11-17", null, null, false],
    ["2025-11-17", "2026-11-18", null, true],
    ["2026-11-01", "2026-11-17", null, false],
    ["2026-11-01", null, "2026-11-18", false],
  ])("of %s until %s, ended %s: open is %s", (day, untilDay, endedOn, open) =>
    expect(isOpen({ day, untilDay, endedOn }, "2026-11-18")).toBe(open),
  );
  it("is one line of at most 200 characters", () => {
    expect(cleanLine("  a caterer\n for  June ")).toBe("a caterer for June");
    expect(() => cleanLine("x".repeat(201))).toThrow(expect.objectContaining({ field: "line" }));
    expect(() => cleanLine(" \n ")).toThrow(expect.objectContaining({ field: "line" }));
  });
});

describe("two who are kept apart", () => {
  it("are so for good, or for a quarter when it is not the moment", () => {
    expect(apartUntil("rivals", "2026-11-18")).toBeNull();
    expect(apartUntil("not-now", "2026-11-18")).toBe("2027-02-16");
  });
  it("are the same two whoever is named first", () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (a, b) => {
        expect(pairKey(a, b)).toBe(pairKey(b, a));
      }),
    );
  });
});
