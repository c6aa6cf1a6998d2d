import { describe, expect, it } from "vitest";
import { comesUp, inGroups, type Groupable } from "./duty-group.ts";

const duty = (kind: Groupable["kind"], some: Partial<Groupable> = {}): Groupable => ({
  id: `r.${kind}.anna`,
  kind,
  referralId: "r",
  sourceId: "anna",
  dueAt: "2026-11-20T17:00:00.000Z",
  state: "open",
  responsible: { because: "rep" },
  memberId: "mia",
  contactName: "Bo Brandt",
  gift: null,
  ...some,
});

describe("the answer to an introduction", () => {
  const now = new Date("2026-11-20T10:00:00Z");
  it.each([
    ["rep", false],
    ["passed", true],
    ["stands-in", true],
  ] as const)("comes up with what is owed where one sees to it as %s: %s", (because, comes) => {
    expect(comesUp(duty("respond", { responsible: { because } }), now, "Europe/Berlin")).toBe(comes);
  });
});

describe("what is said in one conversation", () => {
  it("is word and thanks at the close; nothing else goes together", () => {
    const all = [
      duty("thank"),
      duty("report-close"),
      duty("thank-close"),
      duty("thank-chain", { id: "r.thank-chain.ben", sourceId: "ben" }),
      duty("report-close", { id: "s.report-close.anna", referralId: "s" }),
    ];
    expect(inGroups(all).map(({ ids, kinds }) => [ids, kinds])).toEqual([
      [["r.thank.anna"], ["thank"]],
      [
        ["r.report-close.anna", "r.thank-close.anna"],
        ["report-close", "thank-close"],
      ],
      [["r.thank-chain.ben"], ["thank-chain"]],
      [["s.report-close.anna"], ["report-close"]],
    ]);
  });

  it("is two lines where one of the two was done", () => {
    expect(inGroups([duty("report-close", { state: "done" }), duty("thank-close")])).toHaveLength(2);
  });
});

const thanks = (referralId: string, some: Partial<Groupable> = {}) =>
  duty("thank", { id: `${referralId}.thank.anna`, referralId, contactName: `Neu ${referralId}`, ...some });

describe("thanks to one source", () => {
  it("are one line, the one due first before the rest, with whom they are for", () => {
    const all = [thanks("b", { dueAt: "2026-11-10T17:00:00.000Z", state: "late" }), thanks("a"), thanks("c")];
    const [group, ...others] = inGroups(all);
    expect(others).toEqual([]);
    expect([group?.ids, group?.first.referralId, group?.contactNames]).toEqual([
      ["a.thank.anna", "b.thank.anna", "c.thank.anna"],
      "b",
      ["Neu b", "Neu a", "Neu c"],
    ]);
  });

  it.each<[string, Partial<Groupable>]>([
    ["to another", { sourceId: "ben" }],
    ["done already", { state: "done" }],
    ["that wait for a gift", { gift: {} }],
    ["of a colleague whom one stands in for", { memberId: "lena", responsible: { because: "stands-in" } }],
    ["that are a report", { kind: "report" }],
  ])("stand apart: %s", (_, some) => {
    expect(inGroups([thanks("a"), thanks("b", some)])).toHaveLength(2);
  });

  it("are as many as one tap settles", () => {
    const all = Array.from({ length: 45 }, (__, nth) => thanks(`r${String(nth).padStart(2, "0")}`));
    expect(inGroups(all).map(({ ids }) => ids.length)).toEqual([20, 20, 5]);
  });
});

describe("what comes up on the day's card", () => {
  it.each<[string, Partial<Groupable> & Pick<Groupable, "kind">, string, boolean]>([
    ["thanks, at once", { kind: "thank" }, "2026-11-18T10:00Z", true],
    ["an answer, which has a place of its own", { kind: "respond" }, "2026-11-18T10:00Z", false],
    ["what is done", { kind: "thank", state: "done" }, "2026-11-18T10:00Z", false],
    ["what was let go", { kind: "report", state: "let-go" }, "2026-11-20T10:00Z", false],
    ["a report four days ahead", { kind: "report" }, "2026-11-16T10:00Z", false],
    ["a report three days ahead", { kind: "report" }, "2026-11-17T10:00Z", true],
    ["a late report", { kind: "report", state: "late" }, "2027-01-01T10:00Z", true],
    ["thanks that are sixty days late", { kind: "thank", state: "late" }, "2027-01-19T17:00Z", true],
    ["thanks that were missed", { kind: "thank", state: "late" }, "2027-01-19T17:01Z", false],
    ["word at the close", { kind: "report-close" }, "2026-11-18T10:00Z", true],
  ])("%s: %s", (_, some, now, up) => {
    expect(comesUp(duty(some.kind, some), new Date(now), "Europe/Berlin")).toBe(up);
  });
});
