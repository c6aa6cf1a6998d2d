import { describe, expect, it } from "vitest";
import { accountOn, checkStay, historyOf } from "./position.ts";

const stay = (
  personId: string,
  accountId: string,
  fromDay: string | null,
  untilDay: string | null,
  title: string | null = null,
) => ({
  personId,
  accountId,
  title,
  fromDay,
  untilDay,
});

describe("a history of positions", () => {
  it("puts the current one first, then the latest", () => {
    const rows = [
      stay("p", "old", "2015-01-01", "2018-01-01"),
      stay("p", "now", "2020-01-01", null),
      stay("p", "mid", null, "2020-01-01"),
    ];
    expect(historyOf(rows, "p").map((each) => [each.accountId, each.current])).toEqual([
      ["now", true],
      ["mid", false],
      ["old", false],
    ]);
  });

  it("leaves out what a merged record says again, and calls its position current never", () => {
    const rows = [
      stay("kept", "hafen", "2020-01-01", null, "CTO"),
      stay("merged", "hafen", null, null, "cto"),
      stay("merged", "werft", null, null, "CTO"),
      stay("merged", "hafen", "2019-01-01", null, "CTO"),
    ];
    expect(historyOf(rows, "kept").map((each) => [each.accountId, each.fromDay, each.current])).toEqual([
      ["hafen", "2020-01-01", true],
      ["hafen", "2019-01-01", false],
      ["werft", null, false],
    ]);
  });

  it.each([
    [{ fromDay: "2026-11-19", untilDay: null }, "fromDay"],
    [{ fromDay: null, untilDay: "2026-12-01" }, "untilDay"],
    [{ fromDay: "2020-01-01", untilDay: "2020-01-01" }, "untilDay"],
    [{ fromDay: "2020-02-30", untilDay: null }, "fromDay"],
    [{ fromDay: "1799-01-01", untilDay: null }, "fromDay"],
  ])("refuses %o at %s", (said, field) => {
    expect(() => checkStay(said, "2026-11-18")).toThrow(expect.objectContaining({ kind: "invalid", field }));
  });
});

describe("where somebody worked on a day", () => {
  const stays = [
    stay("p", "now", "2026-11-01", null),
    stay("p", "before", null, "2026-11-01"),
    stay("merged", "elsewhere", "2020-01-01", null),
    stay("merged", "once", "2010-01-01", "2015-01-01"),
  ];

  it.each([
    ["2026-11-01", "now"],
    ["2026-10-31", "before"],
    ["2012-06-01", "before"],
  ])("on %s: %s", (day, account) => {
    expect(accountOn(stays, "p", day)).toBe(account);
  });

  it("is what a merged record says where the kept one says nothing, and nothing when nobody does", () => {
    const known = stays.filter((each) => each.accountId !== "before");
    expect(accountOn(known, "p", "2026-10-31")).toBe("elsewhere");
    expect(accountOn(known, "p", "2012-06-01")).toBe("once");
    expect(accountOn(known, "p", "2001-01-01")).toBeNull();
  });

  it("is the one that began last, of two at once", () => {
    const both = [stay("p", "old", "2020-01-01", null), stay("p", "new", "2024-01-01", "2025-01-01")];
    expect(accountOn(both, "p", "2024-06-01")).toBe("new");
    expect(accountOn(both.toReversed(), "p", "2024-06-01")).toBe("new");
  });
});
