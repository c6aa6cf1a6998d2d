import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { english as talkEnglish } from "#asks/wordings/en.ts";
import { english } from "./written-rules/en.ts";
import { german } from "./written-rules/de.ts";
import { ASK_POINTS, type AskPoint } from "./written-rules/written-language.ts";
import { readAsk } from "./written.ts";

const whole =
  "Thank you for the tour, Anna. You told me the month-end takes two days now. Would you introduce me to Bo Lindqvist at " +
  "Kessler? They are a family-owned carrier with 80 trucks. He would save the two weeks that his team loses each quarter. " +
  "I'll send you three sentences this afternoon that you can forward. If you'd rather not, just say so.";
const ganz =
  "Danke für die Führung, Frau Weber. Sie sagten, der Abschluss dauert jetzt zwei Tage. Würden Sie mich mit Herrn Lindqvist von " +
  "Kessler bekannt machen? Das ist eine familiengeführte Spedition mit 80 Lkw. Er könnte damit die zwei Wochen sparen, die sein " +
  "Team verliert. Ich schicke Ihnen heute drei Sätze zum Weiterleiten. Wenn es nicht passt, sagen Sie es einfach.";

test.each([
  ["en", whole],
  ["de", ganz],
])("a whole ask in %s keeps every point and weakens nothing", (language, text) => {
  const read = readAsk(text);
  expect(read.language).toBe(language);
  expect(read.missing).toEqual([]);
  expect(read.passages.filter(({ kind }) => kind !== "earns")).toEqual([]);
});

describe("what earns a point, by the words that earn it", () => {
  test.each<[AskPoint, string, string]>([
    ["introduction", "Would you introduce me to her?", "introduce me"],
    ["introduction", "Could you connect us?", "connect us"],
    ["introduction", "Würden Sie uns bekannt machen?", "bekannt machen"],
    ["whom", "I'd like to meet Geoff Tranter, who runs the towers.", "Geoff Tranter"],
    ["whom", "Ihre Kollegin Frau Petersen von der Kasse wäre mir wichtig.", "Frau Petersen von"],
    ["picture", "We are at our best with family-owned carriers.", "family-owned carriers"],
    ["next", "May I call you on Thursday?", "May I call"],
    ["next", "Ich rufe Sie am Donnerstag an.", "rufe"],
    ["gratitude", "Thanks for the tour.", "Thanks for"],
    ["value", "You told me it halved the waiting.", "You told"],
    ["freedom", "A no is fine.", "A no is fine"],
  ])("%s: %s", (point, text, words) => {
    const read = readAsk(text);
    expect(read.kept[point]).toBe(true);
    const said = read.passages
      .filter(({ kind, key }) => kind === "earns" && key === point)
      .map(({ from, to }) => text.slice(from, to));
    expect(said.join(" | ")).toContain(words);
  });
});

describe("what does not earn it", () => {
  test.each<[AskPoint, string]>([
    ["introduction", "Do you know anyone who might need us?"],
    ["introduction", "Let me introduce myself, I am new here."],
    ["introduction", "Thank you for introducing me to Bo last year."],
    ["whom", "Hi Anna, do you know anybody?"],
    ["whom", "Guten Tag Herr Wiesner, die Einführung ist durch."],
    ["gratitude", "Thanks in advance."],
    ["gratitude", "Schon mal vielen Dank im Voraus."],
    ["next", "Let me know sometime."],
  ])("%s: %s", (point, text) => {
    expect(readAsk(text).kept[point]).toBe(false);
  });
});

test("naming whoever listens names nobody to meet", () => {
  const text = "I'd like to talk with Anna Weber at Kessler about it.";
  expect(readAsk(text).kept.whom).toBe(true);
  expect(readAsk(text, { listener: "Anna Weber" }).kept.whom).toBe(false);
});

test("what weakens is pointed out, and what comes close says what is missing", () => {
  const read = readAsk("Sorry to bother you, I was just wondering whether you know anyone for us?");
  expect(read.passages.filter(({ kind }) => kind === "weakens").map(({ key }) => key)).toEqual(
    expect.arrayContaining(["apology", "hedge", "anyone"]),
  );
  expect(read.passages.find(({ kind }) => kind === "nearly")).toMatchObject({ key: "introduction" });
  expect(read.missing.map(({ key }) => key)).toEqual(ASK_POINTS);
});

test("the words that Askwell offers for a talk ask for an introduction", () => {
  const ways = Object.values(talkEnglish.ways).flatMap((parts) =>
    Object.entries(parts).flatMap(([part, words]) => (part === "request" ? Object.values(words) : [])),
  );
  expect(ways.length).toBeGreaterThan(1);
  for (const text of ways) expect(readAsk(text), text).toMatchObject({ kept: { introduction: true } });
});

test("both languages answer every point and every weakening", () => {
  expect(Object.keys(german.earns)).toEqual(Object.keys(english.earns));
  expect(Object.keys(german.weakens)).toEqual(Object.keys(english.weakens));
});

test("any text can be read: places lie within it, in order, and the reading is the same each time", () => {
  const pieces = fc.constantFrom(
    "Would you introduce me to ",
    "Bo Lindqvist",
    " at Kessler",
    "\n",
    "Danke ",
    "Frau ",
    ", ",
    "? ",
    "’s ",
    "𝒳",
  );
  const text = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 400 }),
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
  );
  fc.assert(
    fc.property(text, (said) => {
      const read = readAsk(said);
      let last = 0;
      for (const { from, to } of read.passages) {
        expect(from).toBeGreaterThanOrEqual(last);
        expect(to).toBeGreaterThan(from);
        expect(to).toBeLessThanOrEqual(said.length);
        last = from;
      }
      expect(readAsk(said)).toEqual(read);
    }),
    { numRuns: 200 },
  );
});

test("a very long text is read in a blink", () => {
  const long = `${"word ".repeat(4_000)}Would you introduce me to Bo Lindqvist at Kessler?`;
  expect(readAsk(long).kept.whom).toBe(true);
});

describe("what is said of a person or an introduction that is not wanted", () => {
  test.each([
    ["I don't want you to introduce me to anyone. Never mind Eva Lind at Telia.", []],
    ["Please never introduce me to her.", []],
    ["Ich möchte nicht, dass Sie mich Frau Lind vorstellen.", []],
    ["Stellen Sie mich ihr bitte nicht vor.", []],
    ["Könnten Sie mich nicht dem Einkaufsleiter vorstellen?", ["introduction"]],
    ["Why don't you introduce me to Eva Lind at Telia?", ["introduction", "whom"]],
    ["I've never met Eva Lind at Telia, would you introduce me to her?", ["introduction", "whom"]],
  ])("%s", (text, earned) => {
    const { kept } = readAsk(text, { listener: "Ilse Brandt" });
    expect(ASK_POINTS.filter((key) => (key === "introduction" || key === "whom") && kept[key])).toEqual(
      earned,
    );
  });
});

test("reads everyday words as what they are", () => {
  const { kept } = readAsk(
    "Would you write Herr Tietjen two lines and copy me? I'll call him on Thursday and tell you how it went.",
    { listener: "Ilse Brandt" },
  );
  expect(kept).toMatchObject({ whom: true, introduction: true, next: true, picture: false });
  expect(readAsk("Thanks for nothing.").kept.gratitude).toBe(false);
  expect(readAsk("You mentioned Eva Lind at Telia.").kept.value).toBe(false);
  expect(readAsk("Sie leiten die drei Zeilen weiter.").passages.map(({ key }) => key)).not.toContain(
    "anyone",
  );
});
