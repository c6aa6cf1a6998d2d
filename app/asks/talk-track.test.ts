import { describe, expect, it } from "vitest";
import { MOMENTS, type Moment } from "./ask.ts";
import { asksAt, PARTS_AT, type Part } from "./talk-part.ts";
import { saidIn, talkTrack, textOf, wordsUsed, type TalkFacts, type TalkInput } from "./talk-track.ts";
import { choicesFor } from "./wording.ts";
import { seedsIn, talkLanguage, TALK_LANGUAGES } from "./wordings/talk-languages.ts";

const ALL: TalkFacts = {
  name: "Anna",
  account: "Hafen Logistik",
  value: "“You saved us two days a month.”",
  target: null,
  idealClient: "a head of operations; family-owned carriers.",
  reason: "They lose two days a month on customs papers",
  prompts: ["the people at the harbour forum", "your former colleagues at Elbe Spedition"],
  rep: "Mia Sommer",
  workspace: "Nordlicht",
};
const NOTHING: TalkFacts = {
  ...ALL,
  account: null,
  value: null,
  idealClient: null,
  reason: null,
  prompts: [],
};

function track(moment: Moment, facts: TalkFacts, more: Partial<TalkInput> & { code?: string } = {}) {
  const { code = "en", ...rest } = more;
  const seeds = seedsIn(code);
  const choices = Object.fromEntries(PARTS_AT[moment].map((part) => [part, choicesFor(seeds, moment, part)]));
  return talkTrack({ moment, choices, facts, or: talkLanguage(code).or, ...rest });
}

const names = (language: string) => seedsIn(language).map(({ key }) => key.slice(3));
const said = (parts: ReturnType<typeof track>, part: Part) => parts.find((each) => each.part === part);

describe("a talk track", () => {
  it.each<[Moment, boolean, Part[]]>([
    ["discovery", false, ["seed", "treatment", "grace"]],
    ["proposal", false, ["review", "treatment", "grace"]],
    [
      "delivered",
      true,
      [
        "value",
        "treatment",
        "permission",
        "ideal-client",
        "reason",
        "prompts",
        "request",
        "how",
        "say",
        "report",
        "grace",
      ],
    ],
    [
      "anytime",
      true,
      [
        "value",
        "permission",
        "ideal-client",
        "reason",
        "prompts",
        "request",
        "how",
        "say",
        "report",
        "grace",
      ],
    ],
  ])("at %s asks: %s, with its parts in order", (moment, asks, parts) => {
    expect(asksAt(moment)).toBe(asks);
    expect(track(moment, ALL).map(({ part }) => part)).toEqual(parts);
  });

  it("thanks after delivery, in the client's words, and says how an introduction is treated", () => {
    const parts = track("delivered", ALL);
    expect(said(parts, "value")?.text).toBe(
      "Anna, thank you for the work we did together. You told me: “You saved us two days a month”. That is what we came for.",
    );
    expect(said(parts, "treatment")?.text).toContain("the same day");
  });

  it.each<[Part, string]>([
    ["ideal-client", "I will tell you exactly whom to picture: a head of operations; family-owned carriers."],
    ["reason", "Why it is worth their time: They lose two days a month on customs papers."],
    [
      "prompts",
      "Think of the people at the harbour forum or your former colleagues at Elbe Spedition. Who comes to mind?",
    ],
    ["request", "Would you introduce me to them?"],
    ["grace", "And if nobody comes to mind, that is fine. Thank you for thinking about it."],
  ])("fills %s with what is known", (part, text) => {
    expect(said(track("anytime", ALL), part)).toMatchObject({ text, missing: [], edited: false });
  });

  it.each([
    [
      ["die Leute, die Sie bei Telia treffen"],
      "Denken Sie an die Leute, die Sie bei Telia treffen. Wer fällt",
    ],
    [
      ["die Leute, die Sie bei Telia treffen", "Ihre früheren Kollegen bei Elbe (bis 2019)"],
      "Denken Sie an die Leute, die Sie bei Telia treffen, oder Ihre früheren Kollegen bei Elbe (bis 2019). Wer",
    ],
    [["Ihre Kollegen", "Ihre Nachbarn"], "Denken Sie an Ihre Kollegen oder Ihre Nachbarn. Wer"],
  ])("joins prompts as German writes them: %j", (prompts, text) => {
    const choices = {
      prompts: [{ key: "think", text: talkLanguage("de").ways.anytime.prompts?.think ?? "" }],
    };
    const facts = { ...ALL, prompts };
    const parts = talkTrack({ moment: "anytime", choices, facts, or: talkLanguage("de").or });
    expect(said(parts, "prompts")?.text).toContain(text);
  });

  it("names somebody in particular before the picture", () => {
    const parts = track("anytime", { ...ALL, target: "Bo Brandt at Elbe Spedition" });
    expect(said(parts, "ideal-client")?.text).toContain("whom to picture: Bo Brandt at Elbe Spedition.");
  });

  it.each<[Part, string[]]>([
    ["value", ["value"]],
    ["ideal-client", ["whom"]],
    ["reason", ["reason"]],
    ["prompts", ["prompts"]],
    ["permission", []],
    ["say", []],
  ])("says of %s what is missing: %j", (part, missing) => {
    const found = said(track("anytime", NOTHING), part);
    expect(found?.missing).toEqual(missing);
    expect(found?.text === null).toBe(missing.length > 0);
  });

  it("takes the words that can be filled before better ones that cannot", () => {
    const choices = {
      value: [
        { key: "best", text: "At {account} you said {value}." },
        { key: "plain", text: "You said {value}, {name}." },
      ],
    };
    const input = { moment: "anytime", choices, facts: { ...ALL, account: null }, or: "or" } as const;
    expect(said(talkTrack(input), "value")).toMatchObject({ key: "plain", next: "best", missing: [] });
    const picked = talkTrack({ ...input, picked: { value: "best" } });
    expect(said(picked, "value")).toMatchObject({
      key: "best",
      text: null,
      missing: ["account"],
      next: "plain",
    });
  });

  it("swaps through all words of a part and comes round", () => {
    const first = said(track("anytime", ALL), "permission");
    const second = said(track("anytime", ALL, { picked: { permission: first?.next ?? "" } }), "permission");
    expect(second?.key).not.toBe(first?.key);
    expect(second?.next).toBe(first?.key);
    expect(said(track("anytime", ALL, { picked: { permission: "gone" } }), "permission")?.key).toBe(
      first?.key,
    );
  });

  it("keeps what the rep wrote, and counts no words for it", () => {
    const parts = track("anytime", NOTHING, { edits: { value: " How did it go, Anna? ", grace: "  " } });
    expect(said(parts, "value")).toMatchObject({ text: "How did it go, Anna?", key: null, edited: true });
    expect(said(parts, "grace")?.edited).toBe(false);
    expect(wordsUsed(parts)).toEqual([
      "en.anytime.permission.plain",
      "en.anytime.request.plain",
      "en.anytime.how.call",
      "en.anytime.say.good",
      "en.anytime.report.sameDay",
      "en.anytime.grace.mind",
    ]);
    expect(textOf(parts)).toMatch(/^How did it go, Anna\?\n\nMay I ask/);
  });

  it.each([
    ["Anna, you once told me: “You saved us two days a month”.", "You saved us two days a month"],
    ["Sie haben zu mir gesagt: „Das spart uns eine Woche.“ Danke.", "Das spart uns eine Woche."],
    ['She said "no more papers" and "it saves us a week".', "it saves us a week"],
    ["  It saves us a week. ", "It saves us a week."],
    ["Anna, you once told me: “…”.", null],
    ["", null],
    ["…", null],
  ])("finds the client's words in %j", (typed, said) => {
    expect(saidIn(typed)).toBe(said);
  });

  it("says a part without words as one to be written", () => {
    const [part] = talkTrack({ moment: "discovery", choices: {}, facts: ALL, or: "or" });
    expect(part).toEqual({
      part: "seed",
      text: null,
      missing: [],
      key: null,
      edited: false,
      next: null,
      draft: "",
    });
  });
});

describe.each(TALK_LANGUAGES)("what everybody begins with in $name", ({ code }) => {
  it.each(MOMENTS)("can be said at %s from beginning to end", (moment) => {
    const parts = track(moment, ALL, { code });
    for (const { part, text } of parts) {
      expect(text, part).toBeTruthy();
      expect(text, part).not.toMatch(/[{}]|undefined|null|\.\.|\s\s/);
    }
  });

  it("has words of the same name for every part as English has", () => {
    expect(names(code)).toEqual(names("en"));
  });

  it("asks for nothing in discovery and with the proposal", () => {
    const asking = seedsIn(code)
      .filter(({ part }) => part === "request")
      .map(({ moment }) => moment);
    expect(asking.every(asksAt)).toBe(true);
  });
});
