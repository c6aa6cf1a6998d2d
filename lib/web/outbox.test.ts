import { describe, expect, it } from "vitest";
import { ApiProblem, type ApiKind } from "./api.ts";
import { anew, isOld, questionOf, toSend, verdictOn, type KeptWrite, type Verdict } from "./outbox.ts";

const DAY = 86_400_000;
const NOW = 100 * DAY;
const kept = (some: Partial<KeptWrite> = {}): KeptWrite => ({
  method: "POST",
  path: "/asks",
  body: { sourceId: "anna" },
  gesture: "g",
  memberId: "me",
  writtenAt: NOW - 1_000,
  words: "Anna Weber: will think.",
  about: [],
  refresh: [],
  ...some,
});
const problem = (kind: ApiKind, facts?: Record<string, string>) =>
  new ApiProblem(0, kind, "because", facts && { facts });

describe("what becomes of a kept write", () => {
  it.each<[string, ApiProblem | null, number, Verdict]>([
    ["it was answered", null, 0, "gone"],
    ["no answer came", problem("lost"), 0, "later"],
    ["the server was being started", problem("unavailable"), 0, "later"],
    ["too much came at once", problem("too-many"), 0, "later"],
    ["nobody is signed in", problem("not-signed-in"), 0, "later"],
    ["the server broke over it", problem("fault"), 0, "later"],
    ["the server broke over it again and again", problem("fault"), 2, "asks"],
    ["a rule stands against it", problem("conflict", { rule: "resting" }), 0, "asks"],
    ["somebody else is signed in", problem("conflict", { writtenBy: "another" }), 0, "aside"],
    ["it is gone meanwhile", problem("not-found"), 0, "asks"],
    ["it may not be done", problem("not-allowed"), 0, "asks"],
    ["it does not fit", problem("invalid"), 0, "asks"],
  ])("%s", (_, answer, faults, verdict) => {
    expect(verdictOn(answer, faults)).toBe(verdict);
  });

  it("sends what waits, the oldest first; nothing refused, too old, or on its way in this moment", () => {
    const refused = kept({ waits: true, refusal: { reason: "no", byRule: true } });
    const old = kept({ waits: true, writtenAt: NOW - 31 * DAY });
    const [first, second] = [kept({ waits: true, gesture: "1" }), kept({ waits: true, gesture: "2" })];
    const onItsWay = kept({ gesture: "3" });
    const all = [first, refused, old, onItsWay, second];
    expect(toSend(all, NOW)).toEqual([first, second]);
    expect(toSend(all, NOW, true)).toEqual([first, onItsWay, second]);
  });

  it("is too old after 30 days, before the server forgets it", () => {
    expect(isOld(kept({ writtenAt: NOW - 30 * DAY }), NOW)).toBe(false);
    expect(isOld(kept({ writtenAt: NOW - 30 * DAY - 1 }), NOW)).toBe(true);
  });

  it("asks somebody when it was refused or is too old, and only then", () => {
    expect(questionOf(kept(), NOW)).toBeNull();
    expect(questionOf(kept({ refusal: { reason: "Ben asked her.", byRule: true } }), NOW)).toBe(
      "Ben asked her.",
    );
    expect(questionOf(kept({ writtenAt: NOW - 31 * DAY }), NOW)).toMatch(/written down meanwhile/);
  });

  it("goes out anew as another gesture, with what insists on it or without", () => {
    const refused = kept({
      refusal: { reason: "no", byRule: true },
      faults: 2,
      insist: { label: "It has happened already", adds: { happened: true } },
    });
    expect(anew(refused, "h", NOW, true)).toEqual(
      kept({
        gesture: "h",
        writtenAt: NOW,
        insist: refused.insist!,
        body: { sourceId: "anna", happened: true },
      }),
    );
    expect(anew(refused, "h", NOW, false).body).toEqual({ sourceId: "anna" });
  });
});
