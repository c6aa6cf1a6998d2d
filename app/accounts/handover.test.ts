import { describe, expect, it } from "vitest";
import { cleanHandover, mayBeHandedOver, mayHandOver, standingHandover } from "./handover.ts";

const BEN = "01890000-0000-7000-8000-00000000be00";

describe("to whom an account is handed over", () => {
  it.each([
    [{ toName: " Customer success " }, { toMemberId: null, toName: "Customer success", note: null }],
    [
      { toMemberId: BEN, note: " Has the manual. " },
      { toMemberId: BEN, toName: null, note: "Has the manual." },
    ],
  ])("is a member or a name: %j", (said, clean) => {
    expect(cleanHandover(said)).toEqual(clean);
  });

  it.each([{}, { toName: "  " }, { toMemberId: BEN, toName: "Customer success" }])(
    "is never nobody and never both: %j",
    (said) => {
      expect(() => cleanHandover(said)).toThrow(expect.objectContaining({ field: "toName" }));
    },
  );
});

describe("an account that can be handed over", () => {
  it.each([
    ["client", BEN, true],
    ["client", null, false],
    ["prospect", BEN, false],
    ["former-client", BEN, false],
    ["partner", BEN, false],
  ] as const)("%s held by %s: %s", (kind, holderId, may) => {
    expect(mayBeHandedOver({ kind, holderId })).toBe(may);
  });
});

describe("who hands an account over", () => {
  it.each([
    ["the holder", rights("ben", "rep"), true],
    ["a colleague", rights("ada", "rep"), false],
    ["their manager", rights("mo", "manager", ["north"]), true],
    ["another manager", rights("mo", "manager", ["south"]), false],
    ["a leader", rights("li", "leader"), true],
  ])("%s: %j", (_who, actor, may) => {
    expect(mayHandOver(actor, { id: "ben", teamId: "north" })).toBe(may);
  });
});

describe("the handover that stands", () => {
  it("is of the latest day, and of one day the last that was written", () => {
    expect(standingHandover([])).toBeNull();
    expect(standingHandover([of("1", "2026-11-03"), of("3", "2026-11-01"), of("2", "2026-11-03")])).toEqual(
      of("2", "2026-11-03"),
    );
  });
});

function of(id: string, day: string) {
  return { id, day };
}

function rights(id: string, role: "rep" | "manager" | "leader", leads: string[] = []) {
  return { member: { id, name: "", role, teamId: null }, leads };
}
