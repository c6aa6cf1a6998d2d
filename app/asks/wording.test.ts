import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Role } from "#lib/kernel/actor.ts";
import { wilson } from "#lib/kernel/rates.ts";
import { byWhatWorks } from "./wording-order.ts";
import {
  bareWords,
  checkWording,
  choicesFor,
  factsIn,
  fill,
  mayWriteWording,
  wholeSentence,
  type Choice,
} from "./wording.ts";
import { seedsIn, TALK_LANGUAGES } from "./wordings/talk-languages.ts";

const tried = (key: string, talks: number, introductions: number) => ({ key, talks, introductions });

const word = (key: string, more: Partial<Choice> = {}): Choice => ({
  ...tried(key, 0, 0),
  moment: "anytime",
  part: "grace",
  text: key,
  seed: true,
  ...more,
});
const actor = (role: Role, leads: string[] = []) => ({
  member: { id: "me", name: "", role, teamId: "t1" },
  leads,
});

describe("words with gaps", () => {
  it("are filled with what is known, and say what is not", () => {
    expect(fill("{name}, you said {value} at {account}. {name}!", { name: "Anna", value: " " })).toEqual({
      text: "Anna, you said {value} at {account}. Anna!",
      missing: ["value", "account"],
    });
    expect(factsIn("{name} {nobody} {name} {reason}")).toEqual(["name", "reason"]);
  });

  it.each([
    ["“Two days saved.”", "Two days saved"],
    ['"good" ', "good"],
    ["„gut.“", "gut"],
    ["good", "good"],
  ])("%s stands bare as %s", (words, bare) => expect(bareWords(words)).toBe(bare));

  it.each([
    ["it pays", "it pays."],
    ["It pays!", "It pays!"],
    ["  ", ""],
  ])("%j is the sentence %j", (words, whole) => expect(wholeSentence(words)).toBe(whole));

  it.each([
    ["", "text", "write"],
    ["x".repeat(601), "text", "at most 600"],
    ["Hello {firstname}", "text", "{firstname}"],
    ["Hello {name", "text", "stands alone"],
    ["Hello {}", "text", "{}"],
  ])("%j is refused at %s: %s", (text, field, says) => {
    const write = () => checkWording({ moment: "anytime", part: "grace", text });
    expect(write).toThrow(says);
    expect(write).toThrow(expect.objectContaining({ field }));
  });

  it("are for parts that are said at that moment", () => {
    expect(() => checkWording({ moment: "discovery", part: "request", text: "Would you?" })).toThrow(
      "not said",
    );
    expect(checkWording({ moment: "anytime", part: "request", text: " Would\n you,  {name}? " })).toBe(
      "Would you, {name}?",
    );
  });

  it.each(TALK_LANGUAGES)("that everybody begins with in $name pass the same check", ({ code }) => {
    for (const seed of seedsIn(code)) expect(checkWording(seed)).toBe(seed.text);
  });
});

describe("the words to choose from", () => {
  it.each<[string, Choice[], string[]]>([
    ["those of the moment", [word("a"), word("b", { moment: "delivered" })], ["b"]],
    ["those for anytime where the moment has none", [word("a"), word("b", { part: "how" })], ["a"]],
    ["the team's own instead of what everybody begins with", [word("a"), word("b", { seed: false })], ["b"]],
    [
      "what everybody begins with at the moment before the team's own for anytime",
      [word("a", { moment: "delivered" }), word("b", { seed: false })],
      ["a"],
    ],
    ["nothing where there is nothing", [], []],
  ])("are %s", (_what, words, keys) => {
    expect(choicesFor(words, "delivered", "grace").map(({ key }) => key)).toEqual(keys);
  });
});

describe("the order of words", () => {
  it.each<[string, ReturnType<typeof tried>[], string[]]>([
    [
      "what is surely better first, the untried next, what is not better last",
      [tried("weak", 100, 5), tried("new", 0, 0), tried("strong", 100, 60)],
      ["strong", "new", "weak"],
    ],
    [
      "the least tried of the unproven first",
      [tried("some", 12, 9), tried("none", 0, 0), tried("few", 3, 0)],
      ["none", "few", "some"],
    ],
    [
      "by the interval and not by the share",
      [tried("lucky", 20, 14), tried("sure", 300, 190)],
      ["sure", "lucky"],
    ],
  ])("is %s", (_what, words, keys) => {
    expect(byWhatWorks(words).map(({ key }) => key)).toEqual(keys);
    expect(byWhatWorks(words.toReversed()).map(({ key }) => key)).toEqual(keys);
  });

  it("stays as it came where nothing tells them apart", () => {
    const words = [tried("b", 0, 0), tried("a", 0, 0)];
    expect(byWhatWorks(words)).toEqual(words);
  });

  it("loses none, and no proven one stands before one with a better lower bound", () => {
    const some = fc.array(
      fc.record({ talks: fc.nat(300), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    );
    fc.assert(
      fc.property(some, (drawn) => {
        const words = drawn.map(({ talks, share }, at) =>
          tried(String(at), talks, Math.floor(talks * share)),
        );
        const order = byWhatWorks(words);
        expect(order.map(({ key }) => key).toSorted()).toEqual(words.map(({ key }) => key).toSorted());
        const bounds = order
          .filter(({ talks }) => talks >= 20)
          .map((each) => wilson(each.introductions, each.talks).low);
        expect(bounds).toEqual(bounds.toSorted((a, b) => b - a));
      }),
    );
  });
});

describe("who may write words", () => {
  it.each<[Role, string[], string | null, string | null, string | null, boolean]>([
    ["rep", [], null, "me", "t1", true],
    ["rep", [], null, "other", "t1", false],
    ["rep", [], "t1", null, null, false],
    ["rep", [], null, null, null, false],
    ["manager", ["t1"], "t1", null, null, true],
    ["manager", ["t1"], "t2", null, null, false],
    ["manager", ["t1"], null, "other", "t1", true],
    ["manager", ["t1"], null, null, null, false],
    ["leader", [], null, null, null, true],
    ["leader", [], "t2", null, null, true],
  ])(
    "%s leading %j, for team %s or member %s (of %s): %s",
    (role, leads, teamId, memberId, memberTeam, may) => {
      expect(mayWriteWording(actor(role, leads), { teamId, memberId }, memberTeam)).toBe(may);
    },
  );
});
