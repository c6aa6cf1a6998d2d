import { describe, expect, it } from "vitest";
import { blurbAdvice, blurbLength, blurbOf, letterTo, type BlurbFacts } from "./blurb.ts";
import { TALK_LANGUAGES, talkLanguage } from "./wordings/talk-languages.ts";

const ALL: BlurbFacts = {
  to: "Bo",
  account: "Hafen Logistik GmbH & Co. KG",
  value: "You saved us two days a month.",
  reason: "They lose two days a month on customs papers",
  idealClient: "a head of operations; family-owned carriers",
  rep: "Mia Sommer",
  workspace: "Nordlicht Systeme",
};
const NOTHING = { ...ALL, to: null, account: null, value: null, reason: null, idealClient: null };
const { blurb: english } = talkLanguage("en");

describe("the lines to pass on", () => {
  it("say who, since when, why and what comes next, in the source's voice", () => {
    expect(blurbOf(ALL, english)).toEqual({
      subject: "Introduction: Mia Sommer, Nordlicht Systeme",
      text: [
        "Hello Bo,",
        "",
        "I would like you to meet Mia Sommer of Nordlicht Systeme. We work with them at Hafen Logistik GmbH & Co. KG. What I told them: “You saved us two days a month”. Why I thought of you: They lose two days a month on customs papers. Mia Sommer will get in touch in the next days, and a quarter of an hour is enough to see whether it is of use to you.",
      ].join("\n"),
    });
  });

  it("leave out what is not known", () => {
    expect(blurbOf(NOTHING, english).text).toBe(
      "Hello,\n\nI would like you to meet Mia Sommer of Nordlicht Systeme. I thought of you because a conversation may well be worth your time. Mia Sommer will get in touch in the next days, and a quarter of an hour is enough to see whether it is of use to you.",
    );
    expect(blurbOf({ ...NOTHING, idealClient: ALL.idealClient }, english).text).toContain(
      "They are looking for a head of operations; family-owned carriers, and I thought of you.",
    );
  });

  it("stay short where the client said much", () => {
    const value = "It saved us two days. Never again without. My people love it. Really.";
    const { text } = blurbOf({ ...ALL, value }, english);
    expect(blurbLength(text)).toBe(4);
    expect(text).not.toContain("Never again");
  });

  it.each(
    TALK_LANGUAGES.flatMap((language) =>
      [
        ALL,
        NOTHING,
        { ...NOTHING, reason: ALL.reason },
        { ...ALL, value: null },
        { ...ALL, reason: null },
      ].map((facts, at) => [language.name, at, facts, language.blurb] as const),
    ),
  )("are 3 to 5 sentences without a gap: %s %i", (_name, _at, facts, words) => {
    const { text, subject } = blurbOf(facts, words);
    expect(blurbAdvice(text)).toBeNull();
    expect(text + subject).not.toMatch(/[{}]|undefined|null|\s{3}/);
  });
});

describe("how long the lines are", () => {
  it.each([
    ["Hello Bo,\n\nOne here. Two there. Three.\n\nAnna", 3],
    ["Hallo Bo,\n\neins hier. Zwei dort! Drei?\n\nViele Grüße\nAnna", 3],
    ["Dr. Brandt knows Mr. Meier. That is all.", 2],
    ["", 0],
  ])("%j has %i sentences", (text, count) => expect(blurbLength(text)).toBe(count));

  it.each([
    ["One. Two.", "too short"],
    ["One. Two. Three. Four. Five. Six.", "6 sentences are too many"],
  ])("%j is %s", (text, says) => expect(blurbAdvice(text)).toContain(says));
});

describe("a letter in the rep's own mail program", () => {
  it("carries the lines, and reads back as they were written", () => {
    const lines = blurbOf(ALL, english);
    const address = new URL(letterTo({ name: "Anna", email: "anna@hafen.example" }, lines, english));
    const body = address.searchParams.get("body") ?? "";
    expect(address.pathname).toBe("anna@hafen.example");
    expect(body).toContain("Hello Anna,");
    expect(body.replaceAll("\r\n", "\n")).toContain(lines.text);
  });
});
