import { describe, expect, it } from "vitest";
import type { KnownPerson } from "#people/name-match.ts";
import { LANGUAGES } from "../languages/languages.ts";
import { readAsk, type Corrections } from "../typed-ask.ts";
import { chipsOf, sentenceOf } from "./typed-ask-chips.ts";

const TODAY = "2026-11-20";
const people: KnownPerson[] = ["Anna Albers", "Anna Müller", "Bo Brandt"].map((fullName) => ({
  id: fullName,
  fullName,
  accountId: "kessler",
  accountName: "Kessler AG",
}));
const accounts = [{ id: "kessler", name: "Kessler AG" }];

function shown(line: string, corrections: Corrections = {}) {
  const ask = readAsk(line, { today: TODAY, people, accounts, languages: LANGUAGES }, corrections)!;
  const done: unknown[] = [];
  const chips = chipsOf(ask, {
    today: TODAY,
    recent: people,
    correct: (field, value) => done.push([field, value]),
    look: (name) => done.push(["look", name]),
    add: (name) => done.push(["add", name]),
  });
  return { ask, chips, done };
}

describe("chips of a typed ask", () => {
  it.each([
    [
      "asked Bo Brandt",
      ["Asked Bo Brandt", "Said (no answer yet)", "How (by phone)", "Moment (anytime)", "Day (today)"],
    ],
    [
      "asked Anna intro to Jane Roe at Kessler, not now, by mail, after delivery, yesterday",
      [
        "Asked Anna? !",
        "To meet Jane Roe",
        "At Kessler AG",
        "Said not now",
        "Ask again when? !",
        "How by e-mail",
        "Moment after delivery",
        "Day yesterday",
      ],
    ],
    [
      "asked, sent me to a colleague",
      [
        "Asked whom? !",
        "Said sent me to a colleague",
        "To whom? !",
        "How (by phone)",
        "Moment (anytime)",
        "Day (today)",
      ],
    ],
  ])("of %s", (line, expected) => {
    const { chips } = shown(line);
    const texts = chips.map(({ label, value, tone }) =>
      tone === "assumed" ? `${label} (${value})` : `${label} ${value}${tone === "open" ? " !" : ""}`,
    );
    expect(texts).toEqual(expected);
  });

  it.each([
    ["asked Anna", "source", ["Anna Albers", "Anna Müller", "Add “Anna” as a new person"]],
    ["asked", "source", ["Anna Albers", "Anna Müller", "Bo Brandt"]],
    ["asked Bo intro to Anna", "target", ["Anna Albers", "Anna Müller", "“Anna”, in these words"]],
    ["asked Bo, sent me to Bo", "colleague", ["Anna Albers", "Anna Müller"]],
    [
      "asked Bo, no, until January",
      "untilDay",
      ["In two weeks", "In a month", "In three months", "In half a year", "No day"],
    ],
  ])("%s: the %s may be", (line, id, expected) => {
    const chip = shown(line).chips.find((each) => each.id === id);
    expect(chip?.choices.map(({ label }) => label)).toEqual(expected);
  });

  it("correct what they stand for, and look further when they are opened", () => {
    const { chips, done } = shown("asked Anna, will think");
    chips[0]?.onOpen?.();
    chips[0]?.choices[1]?.run();
    chips[0]?.choices[2]?.run();
    expect(done).toEqual([
      ["look", "Anna"],
      ["source", people[1]],
      ["add", "Anna"],
    ]);
  });

  it("are undone where a person was taken as words", () => {
    const { chips } = shown("asked Bo intro to Anna", { target: null });
    expect(chips[1]?.value).toBe("Anna");
    expect(chips[1]?.choices.map(({ label }) => label)).toContain("Anna Müller");
  });

  it("are said in one sentence", () => {
    const { ask } = shown("asked Bo intro to Anna Müller, no, yesterday");
    expect(sentenceOf(ask, TODAY)).toBe(
      "Write down: asked Bo Brandt for Anna Müller, no, by phone, yesterday",
    );
  });
});
