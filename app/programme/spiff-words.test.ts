import { expect, it } from "vitest";
import { countText, leftText, levelText, ruleText, sharedAnewText, sumText } from "./spiff-words.ts";

const rule = {
  measure: "referrals-received",
  period: "month",
  currency: "EUR",
  levels: [3, 4, 5],
  pay: { kind: "each", minor: 25_00 },
  repCap: 60_00,
  allCap: null,
} as const;

it("says a rule so that whoever it is for can reckon with it", () => {
  expect(ruleText(rule)).toBe(
    "€25.00 for each introduction received from level 3. At most €60.00 a month for one person.",
  );
  const steps = [
    { at: 5, minor: 10_00 },
    { at: 10, minor: 15_00 },
  ];
  expect(
    ruleText({
      ...rule,
      measure: "people-asked",
      period: "week",
      levels: null,
      pay: { kind: "steps", steps },
      repCap: null,
      allCap: 900_00,
    }),
  ).toBe(
    "€10.00 at 5 people asked in a week, €15.00 more at 10. At most €900.00 a week for all together, shared in proportion.",
  );
  expect(
    ruleText({ ...rule, levels: null, repCap: null, currency: "JPY", pay: { kind: "each", minor: 500 } }),
  ).toBe("JP¥500 for each introduction received.");
});

it.each([
  [null, ""],
  [[5], " of level 5"],
  [[1, 2], " of level 1 or 2"],
  [[1, 3, 4], " of level 1, 3 or 4"],
  [[4, 5], " from level 4"],
])("says the levels %j as %j", (levels, said) => expect(levelText(levels)).toBe(said));

it("says sums of more than one currency side by side, and of none as nothing", () => {
  expect(sumText([], "EUR")).toBe("€0.00");
  expect(
    sumText(
      [
        { minor: 5, currency: "EUR" },
        { minor: -900, currency: "JPY" },
      ],
      "EUR",
    ),
  ).toBe("€0.05 and -JP¥900");
});

it("says what is counted, what is left over and why a share changed", () => {
  expect(countText("referrals-received", 1)).toBe("1 introduction received");
  expect(countText("practice-sessions", 6)).toBe("6 practice sessions");
  expect(leftText({ minor: 8_59, currency: "EUR" })).toBe("€8.59 left for next time");
  expect(leftText({ minor: -8_59, currency: "EUR" })).toBe("€8.59 taken off from last time");
  expect(sharedAnewText(5_88, true)).toContain("somebody else’s fell away");
  expect(sharedAnewText(-5_88, true)).toContain("somebody else’s came in since");
  expect(sharedAnewText(5_88, false)).not.toContain("somebody");
});
