import { describe, expect, it } from "vitest";
import type { KnownPerson } from "#people/name-match.ts";
import { TOLD_KINDS } from "./languages/language.ts";
import { LANGUAGES } from "./languages/languages.ts";
import { readFact, type TypedFact } from "./typed-fact.ts";

/** A Wednesday. */
const TODAY = "2026-11-18";
const people: KnownPerson[] = [
  known("Anna Albers", "Hafen Logistik GmbH"),
  known("Anna Müller", "Kessler AG"),
  known("Bo Brandt", "Kessler AG"),
  known("Veit Reimers", "Weser Pumpen AG"),
];
const ground = {
  today: TODAY,
  people,
  accounts: [{ id: "Weser Pumpen AG", name: "Weser Pumpen AG" }],
  languages: LANGUAGES,
};

describe("a line that tells of no ask", () => {
  it.each([
    ["met Bo today", "met Bo Brandt past 2026-11-18"],
    ["Met with Bo Brandt yesterday, wants a pilot", "met Bo Brandt past 2026-11-17 note wants a pilot"],
    ["meeting with Bo on Thursday 10:00", "to-meet Bo Brandt past 2026-11-12 ahead 2026-11-19 at 10:00"],
    ["meeting with Bo on 24.11. 14:30", "to-meet Bo Brandt past 2025-11-24 ahead 2026-11-24 at 14:30"],
    [
      "meeting with Veit Reimers at Weser Pumpen next Tuesday at 3 pm",
      "to-meet Veit Reimers (Weser Pumpen) ahead 2026-11-24 at 15:00",
    ],
    ["Bo Brandt did not come", "not-there Bo Brandt"],
    ["Bo cancelled", "called-off Bo Brandt"],
    ["called Anna Albers", "call Anna Albers"],
    ["wrote a card to Anna Müller", "handwritten-note Anna Müller"],
    ["Bo gestern getroffen", "met Bo Brandt past 2026-11-17"],
    ["Termin mit Bo am Donnerstag um 10 Uhr", "to-meet Bo Brandt past 2026-11-12 ahead 2026-11-19 at 10:00"],
    ["Veit angerufen", "call Veit Reimers"],
    ["thanked Bo", "thanked Bo Brandt"],
    ["Thanked Bo Brandt by phone yesterday", "thanked Bo Brandt by call past 2026-11-17"],
    ["thanked Veit for the intro to Jens", "thanked Veit Reimers note for the intro to Jens"],
    [
      "I thanked Anna Albers of Hafen Logistik in person",
      "thanked Anna Albers (Hafen Logistik) by in-person",
    ],
    ["bei Bo bedankt", "thanked Bo Brandt"],
    ["habe mich gestern bei Bo Brandt bedankt", "thanked Bo Brandt past 2026-11-17"],
    ["Veit gedankt", "thanked Veit Reimers"],
    ["mich bei Veit Reimers von Weser Pumpen bedankt", "thanked Veit Reimers (Weser Pumpen)"],
    ["thanked Karl Kaiser", "thanked Karl Kaiser? · nobody"],
    ["met Karl Kaiser today", "met Karl Kaiser? past 2026-11-18 · nobody"],
    ["met Anna today", "met Anna? past 2026-11-18 · several"],
    ["met", "met nobody · missing"],
    ["met Bo and Veit", "met Bo Brandt note and Veit · two"],
    ["met Bo & Veit Reimers", "met Bo & Veit Reimers? · two"],
    ["met Bo, Veit", "met Bo Brandt note Veit · two"],
    ["Bo und Veit getroffen", "met Bo Brandt note und Veit · two"],
    ["met Bo and talked about Kessler", "met Bo Brandt note and talked about Kessler"],
    ["met Bo yesterday at 25:00", "met Bo Brandt past 2026-11-17 note at 25, 00 · hour"],
    ["met everybody today", "met everybody? past 2026-11-18 · everybody"],
    [
      "met Bo, she introduced me to Klaus Meier of Bosch",
      "met Bo Brandt named note she introduced me to Klaus Meier of Bosch",
    ],
    ["meeting with Bo next Tuesday", "to-meet Bo Brandt ahead 2026-11-24"],
    ["meeting with Bo next Friday", "to-meet Bo Brandt ahead 2026-11-20 or 2026-11-27"],
  ])("“%s”", (line, told) => {
    expect(textOf(readFact(line, ground, TOLD_KINDS))).toBe(told);
  });

  it.each([
    "asked Bo, will think",
    "not thanked Bo yet",
    "hello there",
    "",
    "Bo Brandt",
    "10:00",
    "Anna gefragt",
    "never met Bo",
    "Bo nicht getroffen",
    "I haven’t called Bo",
    "not asked Bo",
    "never asked Bo, no",
  ])("“%s” is none of it", (line) => {
    expect(readFact(line, ground, TOLD_KINDS)).toBeNull();
  });

  it("is read only where its kind is wanted", () => {
    expect(readFact("called Bo", ground, ["met"])).toBeNull();
  });
});

function textOf(fact: TypedFact | null): string | null {
  if (fact === null) return null;
  const { kind, who, company, past, ahead, orAhead, time, how, named, note, problems } = fact;
  const name = who === null ? "nobody" : (who.who?.fullName ?? `${who.said}?`);
  return [
    `${kind} ${name}`,
    company && `(${company})`,
    how && `by ${how}`,
    past && `past ${past}`,
    ahead && `ahead ${ahead}`,
    orAhead && `or ${orAhead}`,
    time && `at ${time}`,
    named && "named",
    note && `note ${note}`,
    problems.length > 0 && `· ${problems.map((each) => each.kind).join(", ")}`,
  ]
    .filter(Boolean)
    .join(" ");
}

function known(fullName: string, company: string | null): KnownPerson {
  return { id: fullName, fullName, accountId: company, accountName: company };
}
