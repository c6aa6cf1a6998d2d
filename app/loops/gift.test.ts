import { describe, expect, it } from "vitest";
import type { Money } from "#lib/kernel/money.ts";
import type { Role } from "#lib/kernel/actor.ts";
import {
  bansOn,
  checkRule,
  cleanGift,
  defaultRule,
  giftStateOf,
  giftYearOf,
  judgeGift,
  mayChangeGift,
  mayDecideGift,
  type GiftRule,
  type GiftStanding,
} from "./gift.ts";
import { givenText, overText, whyNoGiftText } from "./gift-words.ts";

const eur = (minor: number): Money => ({ minor, currency: "EUR" });
const rule: GiftRule = { cap: eur(35_00), clients: "may" };
const nothing: GiftStanding = { counted: [], bans: [], atClient: false };

describe("a gift", () => {
  it.each<[string, Money, Partial<GiftStanding>, Partial<GiftRule>, string]>([
    ["the first, below the cap", eur(20_00), {}, {}, "allowed"],
    ["just the cap", eur(35_00), {}, {}, "allowed"],
    ["a cent above it", eur(35_01), {}, {}, "needs-approval 1"],
    ["just what is left", eur(15_00), { counted: [eur(20_00)] }, {}, "allowed"],
    ["more than is left", eur(15_01), { counted: [eur(20_00)] }, {}, "needs-approval 1"],
    ["after the cap was passed", eur(1), { counted: [eur(80_00)] }, {}, "needs-approval 4501"],
    ["several before", eur(10_00), { counted: [eur(10_00), eur(16_00)] }, {}, "needs-approval 100"],
    ["of another currency", { minor: 10_00, currency: "USD" }, {}, {}, "needs-approval null"],
    [
      "after one of another currency",
      eur(1_00),
      { counted: [{ minor: 1, currency: "CHF" }] },
      {},
      "needs-approval null",
    ],
    ["under a cap of nothing", eur(1), {}, { cap: eur(0) }, "needs-approval 1"],
    ["to somebody who wants none", eur(1), { bans: ["person"] }, {}, "forbidden person"],
    ["where the employer forbids it", eur(1), { bans: ["employer"] }, {}, "forbidden employer"],
    ["where both say so", eur(1), { bans: ["employer", "person"] }, {}, "forbidden person"],
    ["to a client", eur(1), { atClient: true }, {}, "allowed"],
    [
      "to a client, where none of them gets any",
      eur(1),
      { atClient: true },
      { clients: "never" },
      "forbidden clients",
    ],
    ["to a friend, where clients get none", eur(1), {}, { clients: "never" }, "allowed"],
    ["forbidden and above the cap", eur(99_00), { bans: ["employer"] }, {}, "forbidden employer"],
  ])("%s", (_case, value, standing, change, says) => {
    const verdict = judgeGift(value, { ...rule, ...change }, { ...nothing, ...standing });
    const said =
      verdict.kind === "forbidden"
        ? `forbidden ${verdict.why}`
        : verdict.kind === "needs-approval"
          ? `needs-approval ${verdict.over?.minor ?? null}`
          : "allowed";
    expect(said).toBe(says);
  });

  it("counts in its calendar year", () => {
    expect(giftYearOf("2026-12-31")).toEqual({ year: 2026, from: "2026-01-01", to: "2026-12-31" });
    expect(giftYearOf("2027-01-01").year).toBe(2027);
  });

  it("is asked for, approved or refused, and given", () => {
    const at = new Date(0);
    const none = { approvedAt: null, refusedAt: null, givenOn: null };
    expect(giftStateOf(none)).toBe("asked");
    expect(giftStateOf({ ...none, approvedAt: at })).toBe("approved");
    expect(giftStateOf({ ...none, refusedAt: at })).toBe("refused");
    expect(giftStateOf({ ...none, approvedAt: at, givenOn: "2026-01-01" })).toBe("given");
  });

  it("has a name and a price", () => {
    expect(cleanGift({ what: "  wine ", value: eur(1) })).toEqual({ what: "wine", value: eur(1) });
    expect(() => cleanGift({ what: " ", value: eur(1) }, "gift.")).toThrow(
      expect.objectContaining({ field: "gift.what" }),
    );
    for (const minor of [0, -1, 2_000_000_000])
      expect(() => cleanGift({ what: "wine", value: eur(minor) })).toThrow(
        expect.objectContaining({ field: "value" }),
      );
    expect(() => cleanGift({ what: "wine", value: { minor: 1, currency: "EUX" } })).toThrow(/EUX/);
  });
});

describe("the rule", () => {
  it("begins below what tax law lets one deduct, and with nothing where we do not know it", () => {
    expect(defaultRule("EUR").cap).toEqual(eur(35_00));
    expect(defaultRule("USD").cap.minor).toBe(25_00);
    expect(defaultRule("JPY").cap).toEqual({ minor: 0, currency: "JPY" });
  });

  it("takes no cap below nothing", () => {
    expect(() => checkRule({ ...rule, cap: eur(-1) })).toThrow(expect.objectContaining({ field: "cap" }));
    expect(() => checkRule({ ...rule, cap: eur(0) })).not.toThrow();
  });
});

describe("a ban", () => {
  it.each([
    ["2026-03-01", null, "2026-02-28", false],
    ["2026-03-01", null, "2026-03-01", true],
    ["2026-03-01", "2026-05-01", "2026-04-30", true],
    ["2026-03-01", "2026-05-01", "2026-05-01", false],
  ])("from %s, lifted on %s: on %s %s", (day, liftedOn, on, holds) => {
    expect(bansOn(on, { day, liftedOn })).toBe(holds);
  });
});

const who = (id: string, role: Role, leads: string[] = []) => ({
  member: { id, name: id, role, teamId: "north" },
  leads,
});

describe("who decides", () => {
  const gift = { memberId: "rep", teamId: "north", byId: "rep" };

  it.each<[string, ReturnType<typeof who>, Partial<typeof gift>, number, boolean]>([
    ["the rep", who("rep", "rep"), {}, 2, false],
    ["a colleague", who("colleague", "rep"), {}, 2, false],
    ["their manager", who("manager", "manager", ["north"]), {}, 2, true],
    ["another manager", who("other", "manager", ["south"]), {}, 2, false],
    ["a leader", who("leader", "leader"), {}, 2, true],
    ["a manager who gives", who("rep", "manager", ["north"]), {}, 2, false],
    [
      "a manager who wrote it down for the rep",
      who("manager", "manager", ["north"]),
      { byId: "manager" },
      2,
      false,
    ],
    ["a leader who gives, beside another", who("rep", "leader"), {}, 2, false],
    ["the only leader who gives", who("rep", "leader"), {}, 1, true],
    ["the only leader who wrote it down", who("leader", "leader"), { byId: "leader" }, 1, true],
    ["a manager who gives, though one leader is here", who("rep", "manager", ["north"]), {}, 1, false],
  ])("%s", (_who, actor, change, leaders, may) => {
    expect(mayDecideGift(actor, { ...gift, ...change }, leaders)).toBe(may);
  });

  it("lets the giver and whoever wrote it down take it back", () => {
    expect(mayChangeGift(who("rep", "rep"), gift)).toBe(true);
    expect(mayChangeGift(who("other", "rep"), { ...gift, byId: "other" })).toBe(true);
    expect(mayChangeGift(who("other", "rep"), gift)).toBe(false);
  });
});

describe("in words", () => {
  it("says why, by how much, and what to do instead", () => {
    expect(whyNoGiftText("employer", "Anna")).toBe(
      "The employer of Anna forbids gifts. A handwritten note is welcome everywhere.",
    );
    expect(overText({ kind: "needs-approval", over: eur(15_50) }, rule)).toBe(
      "€15.50 more than the €35 that one person gets in a year",
    );
    expect(overText({ kind: "needs-approval", over: null }, rule)).toContain("EUR");
    expect(givenText([], rule)).toBe("Given this year: nothing of €35");
    const both = [8_00, 12_00].map((minor) => ({ ...eur(minor), given: true }));
    expect(givenText([...both, { minor: 5_00, currency: "USD", given: true }], rule)).toBe(
      "Given this year: €20 and US$5 of €35",
    );
    expect(givenText([...both, { ...eur(96_00), given: false }], rule)).toBe(
      "Given this year: €20 of €35, and €96 asked for",
    );
  });
});
