import { describe, expect, it } from "vitest";
import {
  bestFirst,
  bestOf,
  chainOfWeek,
  checkMinutes,
  DEFAULT_MINUTES,
  MOST_MINUTES,
  mayArrangeMeeting,
  maySeeMeeting,
  PARTS,
  partsShown,
  rustiestOf,
  tellableWeek,
  totalOf,
  weekToTell,
  type GrownChain,
  type ToldAsk,
} from "./sales-meeting.ts";

const actor = (role: "rep" | "manager" | "leader", teamId: string | null, leads: string[] = []) => ({
  member: { id: "me", name: "Me", role, teamId },
  leads,
});

const ask = (askId: string, some: Partial<ToldAsk> = {}): ToldAsk => ({
  askId,
  day: "2026-11-17",
  level: null,
  hasWords: false,
  ...some,
});

const chain = (names: string, some: Partial<GrownChain> = {}): GrownChain => ({
  people: names.split("").map((name) => ({ id: name, name })),
  won: false,
  level: 1,
  day: "2026-11-17",
  referralId: names,
  ...some,
});

const rust = (skill: string, due: number, never: number) => ({ skill, due, never });

describe("who opens a team's meeting", () => {
  it.each([
    ["a rep of the team", actor("rep", "north"), true, false],
    ["a rep of another", actor("rep", "south"), false, false],
    ["a rep of none", actor("rep", null), false, false],
    ["its manager", actor("manager", "north", ["north"]), true, true],
    ["a manager in it who leads another", actor("manager", "north", ["south"]), true, false],
    ["the manager of another", actor("manager", "south", ["south"]), false, false],
    ["a leader", actor("leader", null), true, true],
  ])("%s", (_who, who, sees, arranges) => {
    expect([maySeeMeeting(who, "north"), mayArrangeMeeting(who, "north")]).toEqual([sees, arranges]);
  });
});

describe("the parts", () => {
  it("take thirty minutes together unless somebody says otherwise", () => {
    expect(totalOf(DEFAULT_MINUTES)).toBe(MOST_MINUTES);
    expect(() => checkMinutes(DEFAULT_MINUTES)).not.toThrow();
  });
  it.each([
    ["a minute too many", { skill: 5 }, "31 minutes"],
    ["a part of a minute", { skill: 1.5 }, "whole minutes"],
    ["less than nothing", { skill: -1 }, "whole minutes"],
    ["no promises", { promises: 0 }, "opens with"],
  ])("refuse %s", (_what, some, says) => {
    expect(() => checkMinutes({ ...DEFAULT_MINUTES, ...some })).toThrow(says);
  });
  it("are left out where there is nothing in them or no time for them, and keep their order", () => {
    const without = new Set<string>(["best-ask", "loops", "chain", "wins", "recognition"]);
    expect(partsShown(new Set(), DEFAULT_MINUTES)).toEqual(PARTS.filter((part) => !without.has(part)));
    expect(partsShown(new Set(PARTS), { ...DEFAULT_MINUTES, chain: 0 })).toEqual(
      PARTS.filter((part) => part !== "chain"),
    );
  });
});

describe("the week", () => {
  it("is the last that is over, for whoever names none", () => {
    expect(weekToTell("2026-11-22", 1)).toBe("2026-11-09");
    expect(weekToTell("2026-11-23", 1)).toBe("2026-11-16");
    expect(weekToTell("2026-11-22", 7)).toBe("2026-11-15");
  });
  it("can be told as soon as it has begun", () => {
    expect(tellableWeek("2026-11-25", "2026-11-23", 1)).toBe("2026-11-23");
    expect(() => tellableWeek("2026-11-30", "2026-11-29", 1)).toThrow("not begun");
  });
});

describe("the best ask", () => {
  it("brought the highest level, then has words, then came first", () => {
    const asks = [
      ask("a", { level: 2, day: "2026-11-16" }),
      ask("b", { level: 4, day: "2026-11-18" }),
      ask("c", { level: 4, day: "2026-11-19", hasWords: true }),
      ask("d"),
      ask("e", { level: 4, day: "2026-11-16" }),
    ];
    expect(bestFirst(asks).map(({ askId }) => askId)).toEqual(["c", "e", "b", "a", "d"]);
    expect(bestOf(asks, null)?.askId).toBe("c");
    expect(bestOf(asks, "d")?.askId).toBe("d");
    expect(bestOf(asks, "gone")?.askId).toBe("c");
  });
  it("is none where no ask brought anybody, unless somebody chose one", () => {
    expect(bestOf([ask("a", { hasWords: true })], null)).toBeNull();
    expect(bestOf([ask("a")], "a")?.askId).toBe("a");
  });
});

describe("the chain of the week", () => {
  it("is the longest, then the one that was won, then the higher level, then the later", () => {
    const chains = [
      chain("abc", { won: true, level: 5 }),
      chain("abcd"),
      chain("abce", { won: true }),
      chain("abcf", { level: 3 }),
      chain("abcg", { day: "2026-11-18" }),
    ];
    expect(chainOfWeek(chains)?.referralId).toBe("abce");
    expect(chainOfWeek(chains.filter(({ won }) => !won))?.referralId).toBe("abcf");
    expect(chainOfWeek([chain("abcd"), chain("abcg", { day: "2026-11-18" })])?.referralId).toBe("abcg");
  });
  it("has three people at least", () => {
    expect(chainOfWeek([chain("ab", { won: true })])).toBeNull();
  });
});

describe("the skill that a team rehearses", () => {
  it("is what most have due, in the library's order; else what most never rehearsed", () => {
    expect(rustiestOf([rust("ask", 1, 9), rust("seed", 3, 0), rust("give", 3, 0)])).toEqual({
      skill: "seed",
      why: "due",
      of: 3,
    });
    expect(rustiestOf([rust("ask", 0, 1), rust("seed", 0, 2)])).toEqual({
      skill: "seed",
      why: "never",
      of: 2,
    });
    expect(rustiestOf([rust("ask", 0, 0)])).toBeNull();
  });
});
