import { describe, expect, it } from "vitest";
import type { Day } from "./days.ts";
import { FORGED, isToldByLink, linkProblem, refusedByLink } from "./link-problem.ts";
import { invalid, Problem } from "./problem.ts";

const TOLD = { forged: FORGED, until: ["invalid", "choose a day after today", "untilDay"] } as const;

describe("what whoever holds a link is told", () => {
  it("goes out under its word, with its kind and its field", () => {
    expect(linkProblem(TOLD, "until")).toMatchObject({
      kind: "invalid",
      reason: "choose a day after today",
      field: "untilDay",
      facts: { page: "until" },
    });
    expect(linkProblem(TOLD, "forged").field).toBeUndefined();
  });
  it("names who sent it where that is known", () => {
    const sentBy = {
      repName: "Mia Sommer",
      workspaceName: "Nordlicht",
      language: "de",
      untilDay: "2026-12-01" as Day,
    };
    expect(linkProblem(TOLD, "forged", sentBy).facts).toEqual({ page: "forged", ...sentBy });
  });
  it("is told from what a room says to a member, until that is said for it", () => {
    const rooms = invalid("say what they said", "words");
    expect(isToldByLink(rooms)).toBe(false);
    const said = refusedByLink("refused", rooms, { rule: "yes" });
    expect(isToldByLink(said)).toBe(true);
    expect(said).toMatchObject({
      kind: "invalid",
      reason: "say what they said",
      field: "words",
      facts: { page: "refused", reason: "say what they said", rule: "yes" },
    });
    expect(refusedByLink("refused", new Problem("not-signed-in", "sign in first")).kind).toBe("not-allowed");
  });
});
