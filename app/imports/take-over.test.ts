import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { giveBack, takeOver } from "./take-over.ts";

interface Facts {
  title: string | null;
  kind: string;
  emails: string[];
}
const now: Facts = { title: null, kind: "prospect", emails: ["a@x.example"] };

describe("what an import takes over", () => {
  it.each<[string, Partial<Facts>, Partial<Facts>, Partial<Facts> | null, Partial<Facts>]>([
    ["fills what is empty", {}, { title: "CFO" }, null, { title: "CFO" }],
    ["leaves what a person wrote", { title: "Boss" }, { title: "CFO" }, null, { title: "Boss" }],
    [
      "follows what the same system said",
      { title: "Boss" },
      { title: "CFO" },
      { title: "Boss" },
      { title: "CFO" },
    ],
    [
      "leaves what was changed since",
      { title: "Chef" },
      { title: "CFO" },
      { title: "Boss" },
      { title: "Chef" },
    ],
    ["takes nothing away", { title: "Boss" }, { title: null }, { title: "Boss" }, { title: "Boss" }],
    ["counts a default as empty", {}, { kind: "client" }, null, { kind: "client" }],
    ["adds to lists", {}, { emails: ["b@x.example"] }, null, { emails: ["a@x.example", "b@x.example"] }],
    [
      "does not bring back what was taken off",
      {},
      { emails: ["b@x.example"] },
      { emails: ["b@x.example"] },
      {},
    ],
  ])("%s", (_, here, says, said, expected) => {
    const before = { ...now, ...here };
    const { facts } = takeOver(before, says, said, { kind: "prospect" });
    expect(facts).toEqual({ ...before, ...expected });
  });

  const facts = fc.record({
    title: fc.option(fc.constantFrom("CFO", "Boss", "Chef")),
    kind: fc.constantFrom("prospect", "client"),
    emails: fc.uniqueArray(fc.constantFrom("a", "b", "c", "d")),
  });

  it("is the same the second time, and is given back to the letter when nobody touched it", () => {
    fc.assert(
      fc.property(facts, facts, (here, says) => {
        const once = takeOver<Facts>(here, says, null, { kind: "prospect" });
        const twice = takeOver<Facts>(once.facts, says, says, { kind: "prospect" });
        expect(twice.changes).toEqual({});
        expect(giveBack(once.facts, once.changes)).toMatchObject({ facts: here, kept: [] });
      }),
    );
  });

  it("knows an object again that the database has kept", () => {
    const won = { amount: { minor: 5, currency: "EUR" } as object | null };
    const said = { amount: { currency: "EUR", minor: 5 } };
    expect(takeOver(won, { amount: { minor: 7, currency: "EUR" } }, said).facts.amount).toEqual({
      minor: 7,
      currency: "EUR",
    });
    expect(giveBack(won, { amount: { was: null, is: said.amount } }).facts.amount).toBeNull();
  });

  it("stays where somebody changed it since, and says so", () => {
    const { facts: taken, changes } = takeOver<Facts>(now, { title: "CFO", emails: ["b"] }, null);
    const since = { ...taken, title: "Chef", emails: [...taken.emails, "c"] };
    expect(giveBack(since, changes)).toEqual({
      facts: { ...now, title: "Chef", emails: ["a@x.example", "c"] },
      back: ["emails"],
      kept: ["title"],
    });
  });
});
