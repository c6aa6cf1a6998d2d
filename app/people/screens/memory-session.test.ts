import { describe, expect, it } from "vitest";
import type { Typed } from "./memory-session.ts";
import { newNames, paceText, typedLine } from "./memory-session.ts";

const saved = (fullName: string, known = false): Typed => ({
  gesture: fullName,
  text: fullName,
  fullName,
  accountName: "Telia",
  kind: "friend",
  state: "saved",
  answer: {
    person: { id: fullName, fullName, accountName: "Telia" },
    known,
    acquaintanceId: fullName,
    namesakes: [],
  },
  reason: null,
});

describe("a session of remembering", () => {
  it("saves what is typed, and the same line once", () => {
    expect(typedLine("Ana Roth, Telia", "club", "g", [])).toMatchObject({
      fullName: "Ana Roth",
      accountName: "Telia",
      kind: "club",
      state: "saving",
    });
    expect(typedLine("ana roth, telia", "club", "g", [saved("Ana Roth")])?.state).toBe("twice");
    const going = { ...saved("Ana Roth"), state: "undoing" as const };
    expect(typedLine("Ana Roth, Telia", "club", "g", [going])?.state).toBe("saving");
    expect(typedLine("Ana Roth", "club", "g", [saved("Ana Roth")])?.state).toBe("saving");
    expect(typedLine(" , ", "club", "g", [])).toBeNull();
  });

  it.each([
    [[], null, "0 of 100 names · 20 minutes, from your first name on"],
    [
      [saved("A"), saved("B", true), { ...saved("C"), state: "failed" as const, answer: null }],
      3,
      "1 of 100 names · 1 known already · 17 minutes left",
    ],
    [[saved("A")], 19, "1 of 100 names · 1 minute left"],
    [[saved("A")], 25, "1 of 100 names · time is up: stop here, or go on"],
  ])("says how far it is", (typed, minutes, text) => {
    expect(paceText(typed, minutes)).toBe(text);
  });

  it("counts new names alone", () => {
    expect(newNames([saved("A"), saved("B", true), { ...saved("C"), state: "undoing" }])).toBe(1);
  });
});
