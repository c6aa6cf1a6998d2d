import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MeetingView } from "#meetings/meeting-view.ts";
import type { Card } from "./card.ts";
import type { Below } from "./below.ts";
import { composeDay, short, type DayFacts, type DigestLine } from "./digest-compose.ts";
import { fitted } from "./digest-room.ts";
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
const some = fc.array(fc.constant({}), { maxLength: 9 });
const below = fc.record({
  news: some,
  answers: some,
  cards: fc.record({ low: some, talk: fc.constantFrom(null, {}), due: fc.constantFrom(null, {}) }),
  reviews: fc.record({ reviews: some, commitments: some, toPlan: some }),
  touches: some,
  gifts: fc.record({ decide: fc.nat(99), give: fc.nat(99) }),
  mail: fc.nat(999),
  week: fc.record({ tell: fc.boolean(), promise: fc.boolean(), wanted: fc.nat(9) }),
});
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
  week: fc.option(
    fc.record({
      week: fc.constant("2026-11-16"),
      heading: words,
      own: fc.boolean(),
      askedBy: fc.array(words, { maxLength: 3 }),
    }),
  ),
  partners: fc.array(fc.record({ id: fc.uuid(), names: fc.array(words, { minLength: 1, maxLength: 1 }) }), {
    maxLength: 2,
  }),
  below,
  me: fc.constant(me),
}) satisfies fc.Arbitrary<DayFacts>;

describe("the mail of a day", () => {
  it("is one screen, whatever waits and however it is written", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom<DigestKind>("day", "asked"), (given, kind) => {
        const all = composeDay(given);
        for (const { shown } of all)
          for (const text of [shown.heading, shown.below, shown.why])
            expect((text ?? "").length).toBeLessThanOrEqual(180);
        const { lines, more } = fitted(all, { answered: true, labelsOf: () => ["Done"] });
        // Nothing is dropped that is not counted.
        expect(countOf(lines) + more).toBe(countOf(all));
        const kept = (section: string) => lines.filter(({ shown }) => shown.section === section).length;
        expect(kept("talk")).toBe(given.card.people.length);
        // Nor the week, on the day to tell of it.
        expect(kept("week")).toBe(given.week === null ? 0 : 1);
        expect(write(kind, all).text.includes("my week: all kept")).toBe(given.week !== null);
        const { text, html, subject } = write(kind, all);
        expect(subject.length).toBeLessThanOrEqual(120);
        expect(text.split("\n").length).toBeLessThanOrEqual(85);
        // What somebody wrote is words, also in HTML; nothing is fetched and nothing is told.
        expect(html).not.toMatch(/<(script|img|link|iframe|object|form)\b/i);
        expect(html.match(/<a /g)?.length ?? 0).toBeLessThanOrEqual(28);
        for (const [, href] of html.matchAll(/href="([^"]*)"/g))
          expect(href).toMatch(/^(https:\/\/askwell\.example\/|tel:)/);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps whom to talk to and what is owed, then meetings and touches, and counts the rest", () => {
    const [people] = fc.sample(fc.array(suggestion, { minLength: 3, maxLength: 3 }), { numRuns: 1, seed: 1 });
    const meetings = fc.sample(meeting, { numRuns: 9, seed: 2 });
    const owed = fc.sample(due, { numRuns: 3, seed: 3 });
    const touches = [
      { personId: "p", name: "Bo", title: null, accountName: null, lastDay: null, next: "call" },
    ];
    const given = {
      card: { people, owed },
      meetings,
      touches,
      week: null,
      below: { ...NOTHING, mail: 2 },
      me,
    };
    const { lines, more } = fitted(composeDay(given as never), { answered: true, labelsOf: () => ["Done"] });
    const sections = lines.map(({ shown }) => shown.section);
    expect(sections.filter((each) => each !== "meet" && each !== "else")).toEqual([
      "talk",
      "talk",
      "talk",
      "owed",
      "owed",
      "owed",
    ]);
    expect(countOf(lines) + more).toBe(3 + 3 + 9 + 1 + 2);
    const { text, subject } = write("day", composeDay(given as never));
    expect(subject).toMatch(/: 3 conversations, (\d meetings?, )?3 things owed/);
    expect(text).toContain("2 mails with a question: https://askwell.example/settings/mail");
    expect(text).toMatch(/\d meetings today: https:\/\/askwell.example\//);
  });

  it("says what to say whole, in plain words and on the screen, and counts in the subject what it holds", () => {
    const say =
      "Anna, you told me in October that the night shift plans itself now. I would like to help two more harbours in the same way. Whom do you know there who has the same trouble, and would you introduce me?";
    const people = [1, 2, 3].map((at) => ({
      kind: "suggestion",
      id: `s${at}`,
      personId: `p${at}`,
      suggestion: {
        id: `s${at}`,
        personId: `p${at}`,
        personName: "Anna Albers",
        personTitle: "Head of Operations",
        accountName: "Hafen Logistik",
        say,
        reasons: [
          { part: "word", words: "They gave a 9 in October, and said that the night shift plans itself" },
        ],
      },
    }));
    const touches = ["Bo", "Ida", "Jo"].map((name) => ({
      personId: name,
      name,
      title: null,
      accountName: null,
      lastDay: null,
      next: "call",
    }));
    const given = {
      card: { people, owed: [] },
      meetings: [],
      touches,
      week: null,
      below: { ...NOTHING, touches },
      me,
    };
    const { text, html, subject } = write("day", composeDay(given as never));
    expect(text.split(say)).toHaveLength(4);
    expect(html.split(say)).toHaveLength(4);
    expect(subject).toContain("3 conversations, 3 to hear from you");
  });

  it("names what waits elsewhere where nothing else does", () => {
    const others = { ...NOTHING, gifts: { decide: 1, give: 0 }, news: [{}, {}] };
    const lines = composeDay({
      card: { people: [], owed: [] },
      meetings: [],
      touches: [],
      week: null,
      below: others,
      me,
    });
    const { subject, html, text } = write("day", lines);
    expect(subject).toBe("Wednesday 18 November: 1 gift to decide about, 2 words on sources’ pages");
    expect(html).toContain('<a href="https://askwell.example/gifts">1 gift to decide about</a>');
    expect(text).not.toContain("Nothing waits");
  });

  it("says “done for today” where nothing waits", () => {
    const { subject, text } = write("day", []);
    expect(subject).toBe("Wednesday 18 November: done for today");
    expect(text).toContain("Nothing waits for you");
  });

  it("asks for no answer where none is read", () => {
    expect(write("day", [], false).text).not.toContain("Answer in plain words");
    expect(write("day", [], true).text).toContain("Answer in plain words");
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

function countOf(lines: readonly DigestLine[]): number {
  return lines.reduce((sum, { about }) => sum + (about.kind === "elsewhere" ? about.many : 1), 0);
}

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
