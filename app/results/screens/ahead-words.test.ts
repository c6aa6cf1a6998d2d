import { expect, it, test } from "vitest";
import { rateOf } from "#lib/kernel/rates.ts";
import type { Plan, Projection } from "../projection.ts";
import {
  aheadText,
  cameWords,
  heldText,
  howText,
  moreText,
  planText,
  saidWords,
  sayingText,
} from "./ahead-words.ts";

const range = (low: number, middle: number, high: number) => ({ low, middle, high });
const projection = (i: [number, number, number], m: [number, number, number], d: [number, number, number]) =>
  ({
    kind: "projection",
    steps: { introductions: [range(...i)], meetings: [range(...m)], deals: [range(...d)] },
  }) as const satisfies Projection;
const now = projection([9, 12, 16], [4, 6, 9], [1, 2, 4]);
const TODAY = "2026-11-22";

it("says what comes as ranges, and what they mean", () => {
  expect(aheadText(now, "2027-02-21", TODAY, 13)).toBe(
    "By 21 February 2027: 9 to 16 introductions, 4 to 9 first meetings, 1 to 4 new clients; in eight of ten such quarters.",
  );
  expect(aheadText(projection([1, 1, 1], [0, 0, 1], [0, 0, 0]), "2026-12-20", TODAY, 4)).toBe(
    "By 20 December: 1 introduction, 0 to 1 first meetings, 0 new clients; in eight of ten such months.",
  );
  const early = { kind: "too-early", step: "deals", n: 7, why: "few" } as const;
  expect(aheadText(early, "2026-12-20", TODAY, 4)).toBe(
    "Too early to say what comes: it takes twenty people met to reckon with, and there are seven so far.",
  );
  expect(aheadText({ ...early, n: 0 }, "2026-12-20", TODAY, 4)).toContain("and there are none so far.");
  expect(aheadText({ ...early, n: 70, why: "how-long" }, "2026-12-20", TODAY, 4)).toBe(
    "Too early to say what comes: how long it takes until somebody you met becomes a client is not known yet. It will be once most have had that time, and some weeks more.",
  );
});

it("says what more asks would change", () => {
  expect(moreText(now, projection([20, 26, 31], [9, 12, 16], [2, 5, 7]), 2, false)).toBe(
    "With two more asks a week from everybody: about 14 more introductions and about 3 more clients in this time; what they bring later comes on top.",
  );
  expect(moreText(now, now, 1, false)).toBe(
    "With one more ask a week from everybody hardly anything more comes in this time.",
  );
  expect(moreText(now, now, 0, false)).toBeNull();
});

type Reach = [number | null, number | null, number | null];
const plan = (a: Reach, i: Reach): Plan => ({
  kind: "plan",
  asks: { low: a[0], middle: a[1], high: a[2] },
  introductions: { low: i[0], middle: i[1], high: i[2] },
});

test.each<[Plan, string]>([
  [
    plan([4, 6, 9], [12, 18, 25]),
    "3 clients by 21 February 2027 take 12 to 25 introductions: 4 to 9 asks a week from everybody. With six it works out about every other time, with nine about nine times of ten.",
  ],
  [
    plan([4, 20, null], [12, 60, null]),
    "3 clients by 21 February 2027 take 12 introductions or more: 4 asks or more a week from everybody. With 20 it works out about every other time.",
  ],
  [
    plan([8, null, null], [12, null, null]),
    "3 clients by 21 February 2027: asking alone does not bring that in this time, however much is asked. Give it more weeks, or fewer clients.",
  ],
  [
    plan([0, 0, 1], [4, 5, 6]),
    "3 clients by 21 February 2027 take 4 to 6 introductions: 0 to 1 ask a week from everybody. Without a new ask it works out about every other time, with one about nine times of ten.",
  ],
  [
    plan([2, 3, 3], [4, 5, 6]),
    "3 clients by 21 February 2027 take 4 to 6 introductions: 2 to 3 asks a week from everybody. With three it works out about nine times of ten.",
  ],
  [
    plan([0, 0, 0], [4, 5, 6]),
    "3 clients by 21 February 2027: what is in hand brings that, as far as it can be said.",
  ],
])("a plan: %j", (found, words) => expect(planText(found, 3, "2027-02-21", TODAY, false)).toBe(words));

it("plans back from one client in the singular", () => {
  expect(planText(plan([0, 1, 1], [1, 1, 1]), 1, "2027-02-21", TODAY, false)).toBe(
    "One client by 21 February 2027 takes 1 introduction: 0 to 1 ask a week from everybody. With one it works out about nine times of ten.",
  );
});

it("speaks of one person alone, and not of everybody", () => {
  expect(planText(plan([0, 1, 7], [0, 2, 35]), 2, "2027-02-21", TODAY, true)).toBe(
    "2 clients by 21 February 2027 take 0 to 35 introductions: 0 to 7 asks a week. With one it works out about every other time, with seven about nine times of ten.",
  );
  expect(moreText(now, now, 1, true)).toBe(
    "With one more ask a week hardly anything more comes in this time.",
  );
});

it("says how far to trust it, and what was worked back", () => {
  const horizon = {
    weeks: 4,
    held: 41,
    of: 52,
    rate: rateOf(41, 52),
    verdict: "fits" as const,
    said: { held: 2, of: 3 },
    workedBack: { held: 39, of: 49 },
    lines: [],
  };
  expect(heldText(horizon)).toBe(
    "Our ranges of four weeks have held 41 of 52 times (66 to 88 %); they are meant to hold eight of ten.",
  );
  expect(howText(horizon)).toBe("2 of 3 said then; 39 of 49 worked back later, from what was known then");
  expect(heldText({ ...horizon, held: 0, of: 0, rate: rateOf(0, 0), verdict: "too-early" })).toBe(
    "No range of four weeks is over yet.",
  );
  expect(heldText({ ...horizon, held: 4, of: 6, rate: rateOf(4, 6), verdict: "too-early" })).toBe(
    "Our ranges of four weeks have held 4 of 6 times; too early to judge them by.",
  );
});

it("puts what clients say beside what they do", () => {
  const groups = [{ said: "would" as const, did: 9, of: 40, rate: rateOf(9, 40) }];
  expect(sayingText({ groups, young: 3 })).toBe(
    "Of 40 report cards on which clients said they would recommend us, nine were followed by an introduction of theirs within half a year. Three more have not had half a year yet.",
  );
  const none = [{ said: "would" as const, did: 0, of: 2, rate: rateOf(0, 2) }];
  expect(sayingText({ groups: none, young: 1 })).toBe(
    "Of two report cards on which clients said they would recommend us, none was followed by an introduction of theirs within half a year. One more has not had half a year yet.",
  );
  expect(sayingText({ groups: [], young: 0 })).toBe(
    "Nobody who said they would recommend us has had half a year to do it.",
  );
});

test("a fact behind a number says what came when, and leads to its page", () => {
  const fact = {
    id: "r",
    kind: "referral" as const,
    begunOn: "2026-11-20",
    day: "2026-11-20",
    cameOn: null,
    memberName: "Mia Sommer",
    personName: "Veit Reimers",
    sourceName: "Jale Merz",
  };
  const below = "Introduced Fri 20 Nov by Jale Merz · Mia Sommer";
  expect(cameWords("introductions", fact, TODAY)).toEqual({
    title: "Veit Reimers",
    below,
    to: "/referrals/r",
  });
  expect(cameWords("deals", { ...fact, sourceName: null, personName: null }, TODAY)).toMatchObject({
    title: "Somebody who was erased",
    below: "Client Fri 20 Nov · Mia Sommer",
  });
  expect(cameWords("meetings", fact, TODAY).below).toBe(
    "Met Fri 20 Nov, introduced by Jale Merz · Mia Sommer",
  );
});

test("a client is shown with what they said, and with whom they introduced then", () => {
  const said = {
    id: "c",
    day: "2026-03-25",
    score: 9,
    personId: "p",
    personName: "Benno Immhoff",
    accountName: "Hellweg AG",
    memberName: "Mia Sommer",
    introducedOn: null,
    introducedName: null,
  };
  expect(saidWords(said, TODAY)).toEqual({
    title: "Benno Immhoff, Hellweg AG",
    below: "9 of 10 on Wed 25 Mar · introduced nobody within half a year · Mia Sommer",
    to: "/people/p",
  });
  const did = { ...said, accountName: null, introducedOn: "2026-06-12", introducedName: "Wiebke Hagedorn" };
  expect(saidWords(did, TODAY)).toMatchObject({
    title: "Benno Immhoff",
    below: "9 of 10 on Wed 25 Mar · introduced Wiebke Hagedorn Fri 12 Jun · Mia Sommer",
  });
});
