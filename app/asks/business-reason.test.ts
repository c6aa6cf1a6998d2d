import { describe, expect, it } from "vitest";
import type { Rights } from "#team/member.ts";
import { adviceOn, cleanReason, mayReword } from "./business-reason.ts";

const NOTHING = /^$/;

describe("what would make a reason easier to say", () => {
  it.each([
    ["Plants like yours save a week a month on shift plans.", NOTHING],
    ["Plants like yours save a week a month", NOTHING],
    ["They close the month in 1.5 days instead of 4.", NOTHING],
    ["Makers of pumps, e.g. Weser Pumpen, plan a week ahead.", NOTHING],
    ["Machines by Dr. Meier and approx. 200 others run on it.", NOTHING],
    ["“Never again on paper!” is what they say, and mean it.", NOTHING],
    ["", NOTHING],
    ["It saves time. It also saves money.", /two sentences/],
    ["Why wait? Plants plan in a day.", /two sentences/],
    ["It saves time! “Never again,” they say.", /two sentences/],
    ["It is fast. It is good. It is cheap.", /3 sentences/],
    ["In Kiel it saved 2. 12 others followed.", /two sentences/],
    ["x".repeat(200), NOTHING],
    ["x".repeat(201), /201 characters/],
  ])("%s", (sentence, expected) => {
    expect(adviceOn(sentence) ?? "").toMatch(expected);
  });
});

describe("a reason", () => {
  it("is one line, and needs its sentence; two sentences are no refusal", () => {
    expect(cleanReason({ sentence: " Saves\n a week. And money. ", industry: " " })).toEqual({
      sentence: "Saves a week. And money.",
      industry: null,
      problem: null,
    });
    expect(() => cleanReason({ sentence: " " })).toThrow(expect.objectContaining({ field: "sentence" }));
    expect(() => cleanReason({ sentence: "x".repeat(501) })).toThrow(
      expect.objectContaining({ field: "sentence" }),
    );
  });

  it.each([
    ["whoever wrote it", "mia", "rep", [], true],
    ["a colleague", "jonas", "rep", [], false],
    ["their manager", "petra", "manager", ["north"], true],
    ["another manager", "david", "manager", ["south"], false],
    ["a leader", "lena", "leader", [], true],
  ] as const)("may be reworded by %s", (_, id, role, leads, expected) => {
    const actor: Rights = { member: { id, name: id, role, teamId: null }, leads: [...leads] };
    expect(mayReword(actor, { by: { id: "mia", teamId: "north" } })).toBe(expected);
  });
});
