import { describe, expect, it } from "vitest";
import { cleanDeal, DEAL_ORIGINS, dealEnd, linesOf, type DealFacts } from "./deal.ts";

const TODAY = "2026-11-18";

function facts(some: Partial<DealFacts> = {}): DealFacts {
  const known = {
    name: "Shift planning",
    accountId: "a",
    personId: null,
    referralId: null,
    origin: "other" as const,
  };
  return {
    ...known,
    amount: null,
    stage: null,
    openedOn: "2026-11-02",
    expectedOn: null,
    note: null,
    ...some,
  };
}

describe("what is known of a deal", () => {
  it.each([
    [{ name: "  " }, "name"],
    [{ name: "x".repeat(301) }, "name"],
    [{ openedOn: "2026-11-19" }, "openedOn"],
    [{ openedOn: "1999-12-31" }, "openedOn"],
    [{ expectedOn: "2026-13-01" }, "expectedOn"],
    [{ amount: { minor: -1, currency: "EUR" } }, "amount"],
    [{ amount: { minor: 0.5, currency: "EUR" } }, "amount"],
    [{ amount: { minor: 2e15, currency: "EUR" } }, "amount"],
    [{ amount: { minor: 1, currency: "XXQ" } }, "amount"],
    [{ referralId: "r", origin: "cold-call" as const }, "origin"],
    [{ stage: "x".repeat(121) }, "stage"],
  ])("refuses %j", (some, field) => {
    expect(() => cleanDeal(facts(some), TODAY)).toThrow(expect.objectContaining({ kind: "invalid", field }));
  });

  it("keeps the rest, without blanks around it", () => {
    const amount = { minor: 0, currency: "JPY" };
    const said = facts({ name: " Shift planning ", stage: " ", amount, expectedOn: "2027-01-31" });
    expect(cleanDeal(said, TODAY)).toEqual(facts({ amount, expectedOn: "2027-01-31" }));
    expect(cleanDeal(facts({ referralId: "r", origin: "referral" }), TODAY).referralId).toBe("r");
  });
});

describe("how a deal ends", () => {
  it("is won or lost today unless said otherwise; only a loss has a reason", () => {
    const end = (outcome: "won" | "lost", day?: string) =>
      dealEnd("2026-11-02", { outcome, day, lostReason: " price " }, TODAY);
    expect(end("won")).toEqual({ outcome: "won", day: TODAY, lostReason: null });
    expect(end("lost", "2026-11-12")).toEqual({ outcome: "lost", day: "2026-11-12", lostReason: "price" });
    expect(() => end("won", "2026-11-19")).toThrow(/still to come/);
    expect(() => end("won", "2026-11-01")).toThrow(/opened on 2026-11-02/);
  });
});

describe("what a deal counts", () => {
  const amount = { minor: 12_000_00, currency: "EUR" };
  const end = { day: "2026-11-12", lostReason: null };
  const measures = (some: Partial<DealFacts>, outcome: "won" | "lost" | null) =>
    linesOf({ ...facts(some), end: outcome && { ...end, outcome } })
      .filter((line) => line.measure)
      .map((line) => [line.measure, line.day, line.money]);

  it.each(DEAL_ORIGINS)(
    "of the origin %s, won: always as won, as closed only through a referral",
    (origin) => {
      const won = ["deals-won", "2026-11-12", amount];
      const closed = ["deals-closed", "2026-11-12", amount];
      expect(measures({ origin, amount }, "won")).toEqual(origin === "referral" ? [won, closed] : [won]);
    },
  );

  it("counts nothing while it is open, nor when it is lost", () => {
    expect(measures({ origin: "referral", amount }, null)).toEqual([]);
    expect(measures({ origin: "referral", amount }, "lost")).toEqual([]);
  });
});
