import { describe, expect, it } from "vitest";
import type { DutyKind } from "../duty.ts";
import { dueText, dutyText } from "../duty-words.ts";
import { settledText } from "./settled-words.ts";

describe("what is owed, in words", () => {
  it.each<[DutyKind[], "won" | "lost" | null, string]>([
    [["thank"], null, "Thank Anna for Bo"],
    [["report"], null, "Tell Anna what came of Bo"],
    [["report-close", "thank-close"], "won", "Tell Anna that Bo became a client, and thank them"],
    [["report-close", "thank-close"], "lost", "Tell Anna that nothing came of Bo, and thank them"],
    [["report-close"], "won", "Tell Anna that Bo became a client"],
    [["thank-close"], "won", "Thank Anna now that Bo became a client"],
    [["thank-chain"], "won", "Thank Anna too: Bo became a client, and it began with them"],
  ])("%j of what was %s: %s", (kinds, closed, says) => {
    const { verb, rest } = dutyText(kinds, { contactName: "Bo Brandt", closed, metOn: null });
    expect(`${verb} Anna ${rest}`).toBe(says);
  });

  it("thanks for several in one breath", () => {
    const one = { contactName: "Bo Brandt", closed: null, metOn: null };
    expect(dutyText(["thank"], one, ["Bo Brandt", "Imke Schlüter", "Dana Lee"]).rest).toBe(
      "for Bo, Imke and Dana",
    );
  });

  it("is how the meeting went, once they have met", () => {
    const met = { contactName: "Bo Brandt", closed: null, metOn: "2026-11-17" };
    expect(dutyText(["report"], met).rest).toBe("how the meeting with Bo went");
    expect(dutyText(["thank"], met).rest).toBe("for Bo");
  });

  it.each([
    ["2026-11-18T17:00:00Z", "by 18:00 today"],
    ["2026-11-19T17:00:00Z", "by 18:00 tomorrow"],
    ["2026-11-23T17:00:00Z", "by 23 November"],
    ["2026-11-17T17:00:00Z", "was due yesterday 18:00"],
    ["2026-11-16T17:00:00Z", "was due 16 November"],
    ["2026-09-28T16:00:00Z", "was due 28 September"],
    ["2026-11-18T09:59:00Z", "was due today 10:59"],
  ])("is due at %s: %s", (dueAt, says) => {
    expect(dueText(dueAt, new Date("2026-11-18T10:00:00Z"), "Europe/Berlin")).toBe(says);
  });

  it("says what was done, or why nothing was", () => {
    const done = {
      how: "note" as const,
      letGoWhy: null,
      words: null,
      day: "2026-11-17",
      byName: "Mia",
      gift: null,
    };
    expect(settledText(done, "2026-11-18")).toBe("by a handwritten note yesterday");
    expect(settledText({ ...done, how: null, letGoWhy: "she was there" }, "2026-11-18")).toBe(
      "let go: she was there",
    );
    const gift = { id: "7", what: "wine", value: { minor: 15_00, currency: "EUR" } };
    expect(settledText({ ...done, how: "gift", gift }, "2026-11-18")).toBe(
      "with a gift (wine, €15) yesterday",
    );
    expect(settledText({ ...done, how: "gift" }, "2026-11-18")).toBe("with a gift yesterday");
  });
});
