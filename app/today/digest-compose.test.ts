import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { Card } from "./card.ts";
import { composeDay, MOST_LINES, short, type DayFacts } from "./digest-compose.ts";
import { writeDigest, type LetterFacts } from "./digest-letter.ts";
import type { DigestKind } from "./digest.ts";

const TODAY = "2026-11-18";
const me = {
  id: "me",
  today: TODAY,
  now: new Date("2026-11-18T06:30:00Z"),
  timeZone: "Europe/Berlin",
};

/** Anything that may stand in a record, of any length and alphabet. */
const words = fc.oneof(
  fc.string({ maxLength: 400 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constant("Wort ".repeat(500)),
  fc.constant("<script>alert(1)</script>\n\n\n# \u202E"),
);
const maybe = fc.option(words);

const meeting = fc.record({
  id: fc.uuid(),
  personId: fc.uuid(),
  personName: words,
  accountName: maybe,
  sourceName: maybe,
  about: maybe,
  time: fc.constantFrom("09:00", null),
  day: fc.constant(TODAY),
}) as unknown as fc.Arbitrary<MeetingView>;
const suggestion = fc.record({
  kind: fc.constant("suggestion"),
  id: fc.uuid(),
  personId: fc.uuid(),
  suggestion: fc.record({
    id: fc.uuid(),
    personId: fc.uuid(),
    personName: words,
    personTitle: maybe,
    accountName: maybe,
    say: words,
    reasons: fc.array(fc.record({ part: fc.constant("word"), words }), { minLength: 1, maxLength: 3 }),
  }),
});
const returned = fc.record({
  kind: fc.constant("ask"),
  id: fc.uuid(),
  personId: fc.uuid(),
  ask: fc.record({
    id: fc.uuid(),
    sourceId: fc.uuid(),
    sourceName: words,
    sourceTitle: maybe,
    accountName: maybe,
    forWhom: maybe,
    lastDay: fc.constant("2026-11-03"),
    untilDay: fc.constantFrom("2026-11-17", null),
  }),
});
const due = fc.record({ kind: fc.constant("meeting"), id: fc.uuid(), meeting });
const facts = fc.record({
  card: fc.record({
    people: fc.array(fc.oneof(suggestion, returned), { maxLength: 3 }),
    owed: fc.array(due, { maxLength: 3 }),
  }) as unknown as fc.Arbitrary<Pick<Card, "people" | "owed">>,
  meetings: fc.array(meeting, { maxLength: 30 }),
  touches: fc.array(
    fc.record({
      personId: fc.uuid(),
      name: words,
      title: maybe,
      accountName: maybe,
      lastDay: fc.constantFrom("2026-01-01", null),
      next: fc.constant("call" as const),
    }),
    { maxLength: 10 },
  ),
  me: fc.constant(me),
}) satisfies fc.Arbitrary<DayFacts>;

describe("the mail of a day", () => {
  it("is one screen, whatever waits and however it is written", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom<DigestKind>("day", "asked"), (given, kind) => {
        const lines = composeDay(given);
        expect(lines.length).toBeLessThanOrEqual(MOST_LINES);
        for (const { shown } of lines)
          for (const text of [shown.heading, shown.below, shown.why, shown.say])
            expect((text ?? "").length).toBeLessThanOrEqual(180);
        const { text, html, subject } = write(kind, lines);
        expect(subject.length).toBeLessThanOrEqual(120);
        expect(text.split("\n").length).toBeLessThanOrEqual(85);
        // What somebody wrote is words, also in HTML; nothing is fetched and nothing is told.
        expect(html).not.toMatch(/<(script|img|link|iframe|object|form)\b/i);
        expect(html.match(/<a /g)?.length ?? 0).toBeLessThanOrEqual(4 * MOST_LINES + 2);
        for (const [, href] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(https:\/\/askwell\.example\/|tel:)/);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps whom to talk to before what is owed, and shows meetings first", () => {
    const [people] = fc.sample(fc.array(suggestion, { minLength: 3, maxLength: 3 }), { numRuns: 1, seed: 1 });
    const meetings = fc.sample(meeting, { numRuns: 9, seed: 2 });
    const owed = fc.sample(due, { numRuns: 3, seed: 3 });
    const lines = composeDay({ card: { people, owed } as never, meetings, touches: [], me });
    expect(lines.map(({ shown }) => shown.section)).toEqual([
      "meet",
      "meet",
      "meet",
      "talk",
      "talk",
      "talk",
      "owed",
      "owed",
    ]);
  });

  it("says “done for today” where nothing waits", () => {
    const { subject, text } = write("day", []);
    expect(subject).toBe("Wednesday 18 November: done for today");
    expect(text).toContain("Nothing waits for you");
  });

  it("asks for no answer where none is read", () => {
    expect(write("day", [], false).text).not.toContain("Answer this mail");
    expect(write("day", [], true).text).toContain("Answer this mail");
  });
});

describe("a text that is cut", () => {
  it.each([
    ["short enough", 20, "short enough"],
    ["a line\nof two  parts", 40, "a line of two parts"],
    ["whole words where there are any", 18, "whole words…"],
    ["Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"],
    ["👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 4, "👩‍…"],
  ])("%j in %i", (text, most, cut) => expect(short(text, most)).toBe(cut));
});

function write(kind: DigestKind, lines: ReturnType<typeof composeDay>, answered = true) {
  const facts: LetterFacts = {
    kind,
    called: "Mia",
    today: TODAY,
    lines: lines.map((line, at) => ({ ...line, id: String(at), undoable: false })),
    openUntil: "2026-11-25",
    answered,
    url: "https://askwell.example",
    linkOf: (id, act) => `https://askwell.example/for#d.${id}.${act}`,
  };
  return writeDigest(facts);
}
