import { describe, expect, it } from "vitest";
import {
  cardsBeside,
  DENOMINATORS,
  gradeText,
  isPoor,
  PUBLISHED,
  publishedCard,
  valueText,
  type PublishedCard,
} from "./published.ts";

const cards: readonly PublishedCard[] = PUBLISHED;

describe("a published figure", () => {
  it.each(cards.map((card) => [card.key, card] as const))(
    "%s says all that it takes to judge it",
    (_, card) => {
      for (const words of [card.claim, card.of, card.population, card.source, card.warning])
        expect(words.length).toBeGreaterThan(5);
      expect(card.warning).not.toContain("\n");
      expect(card.values.length).toBeGreaterThan(0);
      for (const { low, high } of card.values) {
        expect(low).toBeLessThanOrEqual(high);
        expect(card.unit !== "share" || (low >= 0 && high <= 1)).toBe(true);
      }
    },
  );

  it("has a key of its own, and a denominator that is used", () => {
    expect(new Set(cards.map(({ key }) => key)).size).toBe(cards.length);
    const used = new Set([...cards.map(({ denominator }) => denominator), "ask → introduction"]);
    expect([...used].toSorted()).toEqual([...DENOMINATORS].toSorted());
  });

  it("is as METHOD.md has it", () => {
    const said = cards.map(({ key, grade, values, unit }) => [
      key,
      grade,
      values.map((one) => valueText(one, unit)),
    ]);
    expect(said).toEqual([
      ["goal-of-five", "C", ["5"]],
      ["introductions-close", "C-", ["50 to 90 %"]],
      ["leads-become-deals", "B", ["3.63 %", "1.55 %"]],
      ["leads-become-opportunities", "B", ["25 %"]],
      ["opportunities-become-deals", "B", ["14.7 %", "6 %"]],
      ["said-they-would", "A", ["68 %", "81 %"]],
      ["did-refer", "A", ["33 %", "30 %"]],
      ["referred-stay", "A", ["18 % more"]],
      ["referred-are-worth", "A", ["16 % more"]],
      ["best-get-41", "D", ["41 %"]],
    ]);
  });

  it("says no more of who was counted than METHOD.md does", () => {
    const said = cards.map(({ key, population, year, source }) =>
      [key, population, year, source].join(" · "),
    );
    expect(said).toEqual([
      "goal-of-five · nobody, as it is a goal for sales teams ·  · a trade column; Askwell’s first goal",
      "introductions-close · one practitioner’s experience, not counted ·  · a practitioner; no study",
      "leads-become-deals · records of about 500 companies · 2014 · Implisit 2014",
      "leads-become-opportunities · records of about 500 companies · 2014 · Implisit 2014",
      "opportunities-become-deals · records of about 500 companies · 2014 · Implisit 2014",
      "said-they-would · consumers · 2007 and 2010 · Kumar et al. 2007 and 2010",
      "did-refer · consumers · 2007 and 2010 · Kumar et al. 2007 and 2010",
      "referred-stay · customers of one bank · 2011 · Schmitt et al. 2011",
      "referred-are-worth · customers of one bank · 2011 · Schmitt et al. 2011",
      "best-get-41 · the “best technology sales executives”, not said which ·  · a trade column; no study is named",
    ]);
  });

  it("is off where nobody counted it or nobody can trace it", () => {
    expect(cards.filter(isPoor).map(({ key }) => key)).toEqual(["introductions-close", "best-get-41"]);
    expect(gradeText(publishedCard("introductions-close"))).toBe(
      "C−: the experience of one practitioner, not counted",
    );
    expect(gradeText(publishedCard("did-refer"))).toContain("A, for those who were studied: ");
  });
});

describe("beside one's own number", () => {
  it("stands what speaks of the same, and no other pair ever", () => {
    for (const denominator of DENOMINATORS)
      for (const card of cards) {
        const beside = (poor: boolean) => cardsBeside(denominator, { poor }).includes(card);
        expect(beside(true)).toBe(card.denominator === denominator);
        expect(beside(false)).toBe(card.denominator === denominator && !isPoor(card));
      }
  });

  it("stands nothing beside asks: what is printed of customers in a survey speaks of others", () => {
    expect(cardsBeside("ask → introduction", { poor: true })).toEqual([]);
  });
});
