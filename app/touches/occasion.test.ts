import { describe, expect, it } from "vitest";
import type { StopReach, WritingState } from "#people/consent.ts";
import {
  cautionsOf,
  cleanOccasion,
  letterOf,
  movedFrom,
  movedLetterOf,
  whyNotOffered,
  type OccasionFacts,
} from "./occasion.ts";

const event: OccasionFacts = {
  kind: "event",
  title: "Harbour evening",
  day: "2026-12-03",
  time: "18:30",
  place: "Speicherstadt",
  link: "https://hafen.example/evening",
  words: null,
  language: "en",
};
const asMade = { wordedFor: null };
const law = { consentFirst: true, name: "Germany" };

describe("an occasion", () => {
  it.each<[Partial<OccasionFacts>, string]>([
    [{ title: " " }, "what is the event called"],
    [{ kind: "article", title: "" }, "what is the article called"],
    [{ day: null }, "which day"],
    [{ time: "6pm" }, "HH:MM"],
    [{ link: "hafen.example" }, "https://"],
    [{ link: "javascript:alert(1)" }, "https://"],
  ])("%j is refused", (some, why) => expect(() => cleanOccasion({ ...event, ...some })).toThrow(why));
  it("has no day where it is an article", () =>
    expect(cleanOccasion({ ...event, kind: "article" })).toMatchObject({
      day: null,
      time: null,
      place: null,
    }));
  it("is told in a letter to one of them", () => {
    expect(letterOf(event, { fullName: "Dr. Anna Albers", fromName: "Mia Sommer" })).toEqual({
      subject: "Harbour evening",
      body: `Hello Anna,

I would be glad to see you there:

Harbour evening
Thursday 3 December, 18:30, Speicherstadt
https://hafen.example/evening

Shall I keep a place for you?

Best regards
Mia Sommer`,
    });
    const article = {
      ...event,
      kind: "article" as const,
      day: null,
      language: "de" as const,
      words: "Seite 3 ist über Sie.",
    };
    expect(letterOf(article, { fullName: "Anna Albers", fromName: "Mia" }).body).toBe(
      "Guten Tag Anna Albers,\n\nSeite 3 ist über Sie.\n\nHarbour evening\nhttps://hafen.example/evening\n\nWie sehen Sie das?\n\nMit freundlichen Grüßen\nMia",
    );
  });
});

describe("an event that was moved", () => {
  it.each([
    ["2026-12-03", "2026-12-01", "2026-12-01"],
    ["2026-12-03", "2026-12-03", null],
    ["2026-12-03", null, null],
    [null, null, null],
  ])("on %s, told %s: %s", (day, toldDay, from) => expect(movedFrom({ day, toldDay })).toBe(from));

  it("is said with the day before and the day now, in the language of its letters", () => {
    const to = { fullName: "Anna Albers", fromName: "Mia", from: "2026-12-01" };
    expect(movedLetterOf(event, to)).toEqual({
      subject: "Another day: Harbour evening",
      body: "Hello Anna,\n\nHarbour evening is not on Tuesday 1 December any more, as I wrote to you. It is on Thursday 3 December, 18:30, Speicherstadt.\n\nDoes that suit you?\n\nBest regards\nMia",
    });
    expect(movedLetterOf({ ...event, language: "de" }, to).body).toContain(
      "nicht mehr am Dienstag, 1. Dezember, wie ich Ihnen schrieb, sondern am Donnerstag, 3. Dezember, 18:30",
    );
  });
});

describe("whether somebody is written to", () => {
  it.each<[WritingState, StopReach | null, boolean, string | null]>([
    ["unsaid", null, false, null],
    ["agreed", null, false, null],
    ["stopped", "newsletter", false, null],
    ["stopped", "e-mail", false, "e-mails"],
    ["stopped", "everything", false, "hear from us"],
    ["withdrawn", null, false, "no longer agrees"],
    ["agreed", null, true, "unhappy"],
  ])("%s, stopped %s, unhappy %s: %s", (state, reach, unhappy, why) => {
    const stop =
      reach === null
        ? null
        : ({ reach } as NonNullable<Parameters<typeof whyNotOffered>[1]["writing"]["stop"]>);
    const said = whyNotOffered("Anna", { writing: { state, stop }, unhappy });
    expect(said === null ? null : said.includes(why ?? "-")).toBe(why === null ? null : true);
  });
  it("is said where they had many, and where they should have agreed first", () => {
    const writing = { state: "unsaid" as const };
    expect(
      cautionsOf("Anna", { sentLately: 2, writing, law: { ...law, consentFirst: false }, ...asMade }),
    ).toEqual([]);
    expect(cautionsOf("Anna", { sentLately: 3, writing, law, ...asMade })).toEqual([
      "Anna had 3 of these from us within 90 days.",
      "Nobody has asked Anna whether we may write; in Germany they should have agreed. A call is safe.",
    ]);
    expect(cautionsOf("Anna", { sentLately: 0, writing: { state: "agreed" }, law, ...asMade })).toEqual([]);
  });
});
