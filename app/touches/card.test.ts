import { describe, expect, it } from "vitest";
import { addressOf, linesBelow, promptsOf, type CardFacts } from "./card.ts";

const TODAY = "2026-11-18";
const nothing: CardFacts = { introduced: null, said: null, need: null, last: null };
const introduced = { name: "Veit Reimers", day: "2026-09-02" };

describe("what a card may be about", () => {
  it.each<[string, Partial<CardFacts>, string[]]>([
    [
      "an introduction that became a client",
      { introduced: { ...introduced, became: "deal" } },
      ["Thank them again for Veit Reimers, who became a client (2 September)."],
    ],
    [
      "one that came to a meeting",
      { introduced: { ...introduced, became: "meeting" } },
      ["Thank them again for Veit Reimers, whom you met (2 September)."],
    ],
    [
      "one that came to nothing yet",
      { introduced: { ...introduced, became: null } },
      ["Thank them again for Veit Reimers, whom they introduced (2 September)."],
    ],
    [
      "their own words",
      { said: "It saves us a day." },
      ["They said: “It saves us a day.” Say what that meant to you."],
    ],
    ["a need", { need: "a caterer for June" }, ["They need a caterer for June. Do you know somebody?"]],
    [
      "a call without words is nothing to write about",
      { last: { kindName: "call", day: "2026-09-02", words: null } },
      ["Three sentences will do: what you remember of them, what you wish them, your name."],
    ],
  ])("is %s", (_, facts, prompts) => expect(promptsOf({ ...nothing, ...facts }, TODAY)).toEqual(prompts));
  it("is three things at most", () => {
    const last = { kindName: "call", day: "2026-09-02", words: "the fair" };
    const all = { introduced: { ...introduced, became: null }, said: "Good.", need: "a hall", last };
    expect(promptsOf(all, TODAY)).toHaveLength(3);
  });
});

it("leaves the street free on the envelope where it is not known", () => {
  const anna = {
    fullName: "Anna Albers",
    title: "Head",
    accountName: "Hafen Logistik",
    city: "Hamburg",
    country: "DE",
  };
  expect(addressOf(anna)).toBe("Anna Albers\nHafen Logistik\n\nHamburg, DE");
  expect(addressOf({ ...anna, accountName: null, city: null, country: null })).toBe("Anna Albers\n\n");
  const lines = "Am Kai 4\n20457 Hamburg";
  expect(addressOf(anna, { lines, of: "account" })).toBe(`Anna Albers\nHafen Logistik\n${lines}`);
  expect(addressOf(anna, { lines, of: "person" })).toBe(`Anna Albers\n${lines}`);
  expect(linesBelow(`Anna Albers\n${lines}\n`, anna)).toBe(lines);
  expect(linesBelow(lines, anna)).toBe(lines);
});
