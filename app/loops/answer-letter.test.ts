import { describe, expect, it } from "vitest";
import {
  faultIn,
  isUnderWay,
  letterStateOf,
  withNotice,
  withoutNotice,
  withThanks,
  type LetterState,
  type ToCheck,
} from "./answer-letter.ts";

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

const draft = (notice: string[]) => ({ notice, movedToBcc: "I move you to bcc." });

describe("what has to be mended before it goes out", () => {
  const objection = "If you would rather not hear from me, say so.";
  const german = "Wenn Sie lieber nichts von mir hören möchten, genügt ein Wort.";
  const postal = "Nordlicht, Am Kai 3, 20457 Hamburg.";
  const letter: ToCheck = {
    subject: "Introduced by Anna Albers",
    text: `Bo, Anna Albers thought that we should talk.\n\nNordlicht, Am Kai 3,\n20457 Hamburg. ${objection}`,
    sourceName: "Dr. Anna Albers",
    copied: true,
    drafts: [draft([postal, objection])],
  };
  const noNotice = { drafts: [draft([])] };
  it.each<[string, Partial<ToCheck>, string]>([
    ["nothing", {}, "nothing"],
    ["no subject", { subject: " " }, "write a subject"],
    ["a subject of two lines", { subject: "Bo\nBcc: x@y.example" }, "a subject is one line"],
    ["no words", { text: "\n" }, "write the letter"],
    ["a gap", { text: `${letter.text} [what we sell]` }, "fill in [what we sell] first"],
    ["a gap in the subject", { subject: "Bo, meet [your name]" }, "fill in [your name] first"],
    [
      "an address that nobody wrote down",
      { drafts: [draft(["Nordlicht, [our postal address]."])] },
      "under Settings → Postal address",
    ],
    [
      "the address's own gap, wherever they are",
      { ...noNotice, text: "Anna Albers … [our postal address]." },
      "under Settings → Postal address",
    ],
    ["an address left out", { text: `Anna Albers. ${objection}` }, "“Nordlicht, Am Kai 3, 20457 Hamburg.”"],
    ["how to say no left out", { text: `Anna Albers. ${postal}` }, objection],
    ["a notice of one's own words", { text: `Anna Albers. ${postal} Say so.` }, objection],
    [
      "a notice of another language",
      { text: `Anna Albers. ${german}`, drafts: [draft([objection]), draft([german])] },
      "nothing",
    ],
    [
      "halves of two languages",
      {
        text: `Anna Albers. ${german}`,
        drafts: [draft([objection]), draft([german, "Am Kai 3."])],
      },
      "“Am Kai 3.”",
    ],
    ["no notice, where none is wanted", { ...noNotice, text: "Anna Albers says hello." }, "nothing"],
    ["a source who is not named", { ...noNotice, text: "Hi.", subject: "Hello" }, "name Anna Albers"],
    ["half their name", { ...noNotice, text: "Hi.", subject: "Anna sends me" }, "name Anna Albers"],
    ["a name within a word", { ...noNotice, text: "Hanna Albersen.", subject: "Hello" }, "name Anna Albers"],
    [
      "a source named in the subject alone",
      { ...noNotice, text: "Hi.", subject: "anna albers sends me" },
      "nothing",
    ],
    [
      "words to a source who does not get it",
      { text: `I move you to bcc. ${letter.text}`, copied: false },
      "Anna Albers is in bcc, and they do not get it",
    ],
    ["the same where they do", { text: `I move you to bcc. ${letter.text}` }, "nothing"],
  ])("%s", (_case, some, says) => {
    expect(faultIn({ ...letter, ...some })?.reason ?? "nothing").toContain(says);
  });
});

describe("a letter taken apart and put together", () => {
  const parts = { notice: ["One.", "Two."], thanks: "Anna, thank you." };
  it("has its notice last, once", () => {
    expect(withNotice("Bo, hello.", parts)).toBe("Bo, hello.\n\nOne. Two.");
    expect(withoutNotice("Bo, hello.\n\nOne. Two.", parts)).toBe("Bo, hello.");
    expect(withoutNotice("One. Two. PS", parts)).toBe("One. Two. PS");
    expect(withNotice("Bo.", { notice: [] })).toBe("Bo.");
  });
  it("speaks to the source only where they get it", () => {
    const both = "Anna, thank you.\n\nBo, hello.";
    expect(withThanks(both, parts, false)).toBe("Bo, hello.");
    expect(withThanks("Bo, hello.", parts, true)).toBe(both);
    expect(withThanks(both, parts, true)).toBe(both);
    expect(withThanks("Bo, hello.", { thanks: null }, true)).toBe("Bo, hello.");
  });
});
