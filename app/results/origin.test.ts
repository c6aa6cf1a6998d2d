import { describe, expect, it, test } from "vitest";
import { ORIGINS } from "#referrals/origin.ts";
import { BY_REFERRAL, GROUP_WORDS, GROUPS, originsIn, REPORTED, REPORTED_WORDS } from "./origin.ts";

test("every origin is reported, referrals by how they came", () => {
  expect(REPORTED).toEqual([...BY_REFERRAL, ...ORIGINS.filter((one) => one !== "referral"), "not-said"]);
  expect(REPORTED.map((one) => REPORTED_WORDS[one]).every(Boolean)).toBe(true);
  expect(GROUPS.map((one) => GROUP_WORDS[one]).every(Boolean)).toBe(true);
});

describe("what is compared", () => {
  it.each([
    ["referral", "others"],
    ["others", "referral"],
    ["others", "inbound"],
    ["referral-asked", "referral-spontaneous"],
    ["referral", "cold-call"],
  ] as const)("%s with %s shares nothing", (first, second) => {
    const found = originsIn(first, second)!;
    expect(found.first.filter((one) => found.second.includes(one))).toEqual([]);
    expect(originsIn(second, first)).toEqual({ first: found.second, second: found.first });
    const all = first === "others" || second === "others";
    expect([...found.first, ...found.second].length === REPORTED.length).toBe(all);
  });

  it.each([
    ["others", "others"],
    ["inbound", "inbound"],
    ["referral", "referral-asked"],
    ["referral-unknown", "referral"],
  ] as const)("%s with %s is nothing to compare", (first, second) => {
    expect(originsIn(first, second)).toBeNull();
  });
});
