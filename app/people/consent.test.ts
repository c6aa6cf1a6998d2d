import { describe, expect, it } from "vitest";
import { mayBeWrittenTo, writingOn, type Consent, type DoNotWrite, type WritingState } from "./consent.ts";

const mia = { id: "mia", name: "Mia", teamId: "north" };
const consent = (id: string, day: string, withdrawnOn: string | null = null): Consent => ({
  id,
  personId: "bo",
  how: "call",
  covers: "introduction",
  words: null,
  day,
  by: mia,
  withdrawnOn,
});
const stop = (
  id: string,
  day: string,
  liftedOn: string | null = null,
  reach: DoNotWrite["reach"] = "e-mail",
): DoNotWrite => ({ id, personId: "bo", reach, words: null, day, by: mia, liftedOn });

describe("whether somebody may be written to", () => {
  it.each<[string, Consent[], DoNotWrite[], WritingState, string | null]>([
    ["nobody asked them", [], [], "unsaid", null],
    ["they agreed", [consent("1", "2026-11-12")], [], "agreed", "1"],
    ["they agreed today", [consent("1", "2026-11-18")], [], "agreed", "1"],
    ["they will have agreed tomorrow", [consent("1", "2026-11-19")], [], "unsaid", null],
    [
      "they agreed twice: the later one is named",
      [consent("1", "2026-11-12"), consent("2", "2026-11-14")],
      [],
      "agreed",
      "2",
    ],
    ["they withdrew it", [consent("1", "2026-11-12", "2026-11-15")], [], "withdrawn", "1"],
    ["they withdraw it from tomorrow", [consent("1", "2026-11-12", "2026-11-19")], [], "agreed", "1"],
    [
      "they agreed anew after that",
      [consent("1", "2026-11-12", "2026-11-15"), consent("2", "2026-11-16")],
      [],
      "agreed",
      "2",
    ],
    [
      "one of two was withdrawn",
      [consent("1", "2026-11-12"), consent("2", "2026-11-13", "2026-11-15")],
      [],
      "agreed",
      "1",
    ],
    ["they objected", [], [stop("9", "2026-11-10")], "stopped", null],
    [
      "they objected before they agreed: somebody has to lift it first",
      [consent("1", "2026-11-12")],
      [stop("9", "2026-11-10")],
      "stopped",
      "1",
    ],
    [
      "they objected, and that was lifted",
      [consent("1", "2026-11-12")],
      [stop("9", "2026-11-10", "2026-11-11")],
      "agreed",
      "1",
    ],
  ])("%s", (_case, consents, stops, state, consentId) => {
    const writing = writingOn({ consents, stops }, "2026-11-18");
    expect([writing.state, writing.consent?.id ?? null]).toEqual([state, consentId]);
    expect(writing.stop?.id ?? null).toBe(state === "stopped" ? "9" : null);
  });

  it("goes by the wider of two objections", () => {
    const stops = [stop("1", "2026-11-10", null, "everything"), stop("2", "2026-11-12")];
    expect(writingOn({ consents: [], stops }, "2026-11-18").stop?.id).toBe("1");
  });

  it.each<[WritingState, boolean, boolean]>([
    ["agreed", true, true],
    ["agreed", false, true],
    ["unsaid", true, false],
    ["unsaid", false, true],
    ["withdrawn", true, false],
    ["withdrawn", false, false],
    ["stopped", true, false],
    ["stopped", false, false],
  ])("%s, where consent comes first: %s, may: %s", (state, consentFirst, may) => {
    expect(mayBeWrittenTo({ state }, { consentFirst })).toBe(may);
  });
});
