import { describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { ENOUGH_EVENTS } from "#lib/kernel/rates.ts";
import { CALENDAR } from "./calendar.ts";
import type { Scene } from "./scenes.ts";
import { makeStory } from "./story.ts";

const today = "2026-11-18";
const story = makeStory(today);
const of = <W extends Scene["what"]>(what: W) =>
  story.scenes.filter((scene): scene is Extract<Scene, { what: W }> => scene.what === what);

describe("the demo story", () => {
  it("is the same every time, and moves with the day", () => {
    expect(makeStory(today)).toEqual(story);
    expect(makeStory(addDays(today, 30)).scenes[0]?.day).not.toBe(story.scenes[0]?.day);
  });

  it("has ten reps, two managers and a leader, over a year and a half", () => {
    const roles = story.members.map((member) => member.role);
    expect([
      roles.filter((r) => r === "rep").length,
      roles.filter((r) => r === "manager").length,
      roles.filter((r) => r === "leader").length,
    ]).toEqual([10, 2, 1]);
    expect(story.scenes[0]!.day < addDays(today, -530)).toBe(true);
    expect(
      story.scenes.every(
        (scene, index) => scene.day <= today && (index === 0 || story.scenes[index - 1]!.day <= scene.day),
      ),
    ).toBe(true);
  });

  it("never uses what has not happened yet", () => {
    const known = new Set<string>();
    for (const scene of story.scenes) {
      const needs = Object.entries(scene).flatMap(([field, value]) =>
        [
          "account",
          "source",
          "contact",
          "ask",
          "referral",
          "person",
          "meeting",
          "deal",
          "colleague",
        ].includes(field) && value !== null
          ? [value as string]
          : [],
      );
      for (const key of needs) expect(known, `${scene.what} on ${scene.day}`).toContain(key);
      if ("key" in scene) known.add(scene.key);
    }
  });

  it("tells what stands about its sources, and forbids nothing that happened", () => {
    expect(of("right").filter(({ earned }) => earned).length).toBeGreaterThan(40);
    expect(of("do-not-ask").length).toBeGreaterThan(5);
    expect([of("issue").length, of("no-go").length]).toEqual([1, 1]);
    expect(of("wish").map(({ mustAgree }) => mustAgree ?? false)).toEqual([false, true]);
    for (const { person, day } of of("do-not-ask"))
      expect(of("ask").filter((ask) => ask.source === person && ask.day > day)).toEqual([]);
    const [issue] = of("issue");
    const there = new Set(
      of("person").flatMap(({ key, account }) => (account === issue!.account ? [key] : [])),
    );
    expect(of("ask").filter(({ source, day }) => there.has(source) && day >= issue!.day)).toEqual([]);
  });

  it("has pictures, reasons and targets, and sources who once worked beside them", () => {
    expect([of("ideal-client").length, of("reason").length, of("target").length]).toEqual([3, 8, 6]);
    expect(of("ideal-client").map(({ scope }) => scope)).toEqual(["workspace", "team", "rep"]);
    const pursued = of("target").flatMap(({ person }) => person ?? []);
    const sources = new Set(of("ask").map(({ source }) => source));
    for (const person of pursued) {
      const theirs = of("stay").find((stay) => stay.person === person);
      const beside = of("stay").filter(
        (stay) =>
          stay.person !== person &&
          stay.account === theirs?.account &&
          stay.from < theirs.until &&
          theirs.from < stay.until,
      );
      expect(beside.filter((stay) => sources.has(stay.person)).length, person).toBeGreaterThan(0);
    }
  });

  it("shows what a team would recognise: one who asks much, one who never does, every level, chains three deep", () => {
    const asks = (by: string) => of("ask").filter((scene) => scene.by === by).length;
    expect(asks("mia")).toBeGreaterThan(200);
    expect(asks("henrik")).toBeLessThan(8);
    expect(new Set(of("referral").map((scene) => scene.level))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const told = new Set(
      of("referral").map(({ howKnown, promised }) => `${howKnown !== null} ${promised !== null}`),
    );
    expect(told).toEqual(new Set(["true true", "true false", "false true", "false false"]));
    const introducedBy = new Map(of("referral").map((scene) => [scene.contact, scene.source]));
    const depth = (person: string): number =>
      introducedBy.has(person) ? 1 + depth(introducedBy.get(person)!) : 0;
    expect(Math.max(...[...introducedBy.keys()].map(depth))).toBeGreaterThanOrEqual(3);
    const lost = new Set(
      of("deal-outcome")
        .filter((scene) => scene.outcome === "lost")
        .map((scene) => scene.deal),
    );
    const lostContacts = new Set(
      of("deal")
        .filter((scene) => lost.has(scene.key))
        .map((scene) => scene.person),
    );
    expect(of("referral").some((scene) => lostContacts.has(scene.source))).toBe(true);
  });

  it.each(["2026-11-18", "2026-10-01", "2027-02-15", "2027-06-30"])(
    "has on %s enough answered report cards in the quarter before to say something, and one that waits",
    (day) => {
      const cards = makeStory(day).scenes.filter((scene) => scene.what === "report-card");
      const { start } = periodOf(day, "quarter", CALENDAR);
      const before = periodOf(addDays(start, -1), "quarter", CALENDAR);
      const answered = cards.filter(
        (card) => card.said !== null && card.day >= before.start && card.day <= before.end,
      );
      expect(answered.length).toBeGreaterThanOrEqual(ENOUGH_EVENTS);
      expect(cards.filter(({ said }) => said === null)).toHaveLength(1);
    },
  );
});
