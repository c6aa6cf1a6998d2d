import { describe, expect, it } from "vitest";
import { faultIn, isUnderWay, letterStateOf, type LetterState, type ToCheck } from "./answer-letter.ts";

const at = new Date("2026-11-18T10:00:00Z");
const none = { handedAt: null, acceptedAt: null, failedAt: null, doubtedAt: null, calledBackAt: null };

describe("where a letter stands", () => {
  it.each<[Partial<Record<keyof typeof none, Date>>, LetterState, boolean]>([
    [{}, "waiting", true],
    [{ handedAt: at }, "leaving", true],
    [{ handedAt: at, acceptedAt: at }, "sent", false],
    [{ failedAt: at }, "failed", false],
    [{ handedAt: at, doubtedAt: at }, "doubtful", false],
    [{ calledBackAt: at }, "called-back", false],
  ])("%o: %s, under way: %s", (times, state, underWay) => {
    expect(letterStateOf({ ...none, ...times })).toBe(state);
    expect(isUnderWay(state)).toBe(underWay);
  });
});

describe("what has to be mended before it goes out", () => {
  const letter: ToCheck = {
    subject: "Bo, meet Mia Sommer",
    text: "Bo, Anna Albers thought that we should talk.\n\nNordlicht Systeme, Am Kai 3,\n20457 Hamburg.",
    sourceName: "Dr. Anna Albers",
    needsAddress: true,
    postalAddress: "Am Kai 3, 20457 Hamburg",
  };
  it.each<[string, Partial<ToCheck>, string]>([
    ["nothing", {}, "nothing"],
    ["no subject", { subject: " " }, "write a subject"],
    ["a subject of two lines", { subject: "Bo\nBcc: x@y.example" }, "a subject is one line"],
    ["no words", { text: "\n" }, "write the letter"],
    ["a gap", { text: `${letter.text} [what we sell]` }, "fill in [what we sell] first"],
    ["a gap in the subject", { subject: "Bo, meet [your name]" }, "fill in [your name] first"],
    ["an address that nobody wrote down", { postalAddress: null }, "under Settings → Postal address"],
    [
      "the address's own gap, wherever they are",
      { needsAddress: false, text: "Anna Albers … [our postal address]." },
      "under Settings → Postal address",
    ],
    [
      "an address left out",
      { text: "Bo, Anna Albers thought that we should talk." },
      "Am Kai 3, 20457 Hamburg",
    ],
    ["no address, where none is wanted", { needsAddress: false, text: "Anna says hello." }, "nothing"],
    [
      "a source who is not named",
      { text: "Am Kai 3 20457 Hamburg", subject: "Hello" },
      "name Dr. Anna Albers",
    ],
    [
      "a source named in the subject alone",
      { text: "Am Kai 3 20457 Hamburg", subject: "anna sends me" },
      "nothing",
    ],
  ])("%s", (_case, some, says) => {
    expect(faultIn({ ...letter, ...some })?.reason ?? "nothing").toContain(says);
  });
});
