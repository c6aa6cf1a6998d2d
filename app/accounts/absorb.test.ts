import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { absorb, giveBack } from "./absorb.ts";

interface Facts {
  city: string | null;
  phone: string | null;
  note: string | null;
  emails: string[];
}

const text = fc.option(fc.constantFrom("a", "b", "c"), { nil: null });
const facts: fc.Arbitrary<Facts> = fc.record({
  city: text,
  phone: text,
  note: text,
  emails: fc.uniqueArray(fc.constantFrom("x@a", "y@a", "z@a")),
});
const rules = { fill: ["city", "phone"], texts: ["note"], lists: ["emails"] } as const;

describe("taking over and giving back", () => {
  it("fills gaps only, completes lists, and writes both notes", () => {
    const kept: Facts = { city: "Kiel", phone: null, note: "one", emails: ["x@a"] };
    const { facts: after, took } = absorb(
      kept,
      { city: "Bonn", phone: "1", note: "two", emails: ["x@a", "y@a"] },
      rules,
    );
    expect(after).toEqual({ city: "Kiel", phone: "1", note: "one\n\ntwo", emails: ["x@a", "y@a"] });
    expect(giveBack(after, took)).toEqual(kept);
  });

  it("gives back exactly what was there, whatever was taken", () => {
    fc.assert(
      fc.property(facts, facts, (kept, other) => {
        const { facts: after, took } = absorb(kept, other, rules);
        expect(giveBack(after, took)).toEqual(kept);
      }),
    );
  });

  it("leaves alone what somebody changed in between, and what another merged record has as well", () => {
    const kept: Facts = { city: null, phone: null, note: null, emails: [] };
    const { facts: after, took } = absorb(
      kept,
      { city: "Bonn", phone: "1", note: null, emails: ["x@a", "y@a"] },
      rules,
    );
    const changed = { ...after, city: "Köln", emails: ["x@a", "y@a", "new@a"] };
    expect(giveBack(changed, took, { emails: ["y@a"] })).toEqual({
      city: "Köln",
      phone: null,
      note: null,
      emails: ["y@a", "new@a"],
    });
  });
});
