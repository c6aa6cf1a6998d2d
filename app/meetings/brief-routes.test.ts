import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { LEVELS } from "#referrals/referral.ts";
import { levelMeans, openingLine } from "./brief.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let h: TestHouse;
beforeAll(async () => {
  h = await openTestHouse();
});
afterAll(() => h.close());

describe("the brief before a meeting", () => {
  it("says who introduced, how they know each other, what was asked, promised and ruled out, and the way here", async () => {
    const [clara, anna, bo] = [
      await person("Clara Oben"),
      await person("Anna Albers"),
      await person("Bo Brandt"),
    ];
    await h.patch("rep", `/people/${bo}`, {
      phones: ["+49 40 1234567"],
      city: "Kiel",
      title: "Plant manager",
    });
    await made("/referrals", { sourceId: clara, contactId: anna, level: 4, day: "2026-09-01" });
    const ask = await made("/asks", {
      sourceId: anna,
      day: "2026-11-09",
      forWhom: "plant managers",
      note: "Keep it short",
    });
    const told = {
      howKnown: "Sailed together",
      promised: "A call before anything is sent",
      reason: "A second plant",
    };
    const referral = await made("/referrals", {
      sourceId: anna,
      contactId: bo,
      askId: ask,
      level: 3,
      day: "2026-11-12",
      ...told,
    });
    await made(`/people/${anna}/no-goes`, { topic: "Prices", words: "not with Bo" });
    await h.put("rep", `/referrals/${referral}/state`, { state: "responded", day: "2026-11-13" });
    for (const [day, note] of [
      ["2026-11-14", "First hello"],
      ["2026-11-15", "Looked at the plant"],
      ["2026-11-16", null],
    ])
      await made("/meetings", { personId: bo, day, note, outcome: "held" });
    await made("/meetings", { personId: bo, day: "2026-11-17", outcome: "no-show" });
    const id = await made("/meetings", {
      personId: bo,
      referralId: referral,
      day: "2026-11-19",
      time: "14:30",
      about: "Pumps",
    });

    const { status, body } = await h.get("colleague", `/meetings/${id}/brief`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      meeting: { id, time: "14:30", about: "Pumps" },
      contact: {
        fullName: "Bo Brandt",
        title: "Plant manager",
        city: "Kiel",
        phonesShown: ["+49 40 1234567"],
      },
      introduction: {
        id: referral,
        ...told,
        level: 3,
        day: "2026-11-12",
        source: { fullName: "Anna Albers" },
        asked: { day: "2026-11-09", whom: "plant managers", note: "Keep it short" },
        noGos: [{ what: "Prices", words: "not with Bo" }],
        above: [{ id: clara, name: "Clara Oben" }],
      },
    });
    expect(body.lastWords).toEqual([
      { kind: "met", day: "2026-11-16", byName: "Mia Sommer", words: null },
      { kind: "met", day: "2026-11-15", byName: "Mia Sommer", words: "Looked at the plant" },
      { kind: "met", day: "2026-11-14", byName: "Mia Sommer", words: "First hello" },
    ]);
    expect((await h.get("stranger", `/meetings/${id}/brief`)).status).toBe(404);
  });

  it("of a meeting without an introduction says who it is with, and invents nobody", async () => {
    const dora = await person("Dora Direkt");
    const id = await made("/meetings", { personId: dora, day: "2026-11-20" });
    const { body } = await h.get("rep", `/meetings/${id}/brief`);
    expect(body).toMatchObject({
      contact: { fullName: "Dora Direkt", phones: [] },
      introduction: null,
      lastWords: [],
    });
  });

  it("follows people who were merged", async () => {
    const [emil, twin] = [await person("Emil Erst"), await person("Emil Erst jun")];
    const id = await made("/meetings", { personId: twin, day: "2026-11-20" });
    await made("/meetings", { personId: emil, day: "2026-11-10", outcome: "held", note: "At the fair" });
    await made("/merges", { kind: "person", keptId: emil, mergedId: twin });
    const { body } = await h.get("rep", `/meetings/${id}/brief`);
    expect(body.contact.id).toBe(emil);
    expect(body.lastWords).toMatchObject([{ words: "At the fair" }]);
  });
});

describe("the first words", () => {
  it("name the source in full at every level, and promise nothing", () => {
    for (const level of LEVELS) {
      expect(openingLine(level, "Dr. Anna Albers")).toContain("Dr. Anna Albers");
      expect(openingLine(level, "Dr. Anna Albers")).not.toMatch(/Dr\. (told|said)|promise/);
      expect(levelMeans(level, "Anna", "Bo")).toMatch(/Anna|Bo/);
    }
    expect(openingLine(3, "Dr. Anna Albers")).toBe(
      "Dr. Anna Albers told you about us. What did you hear, and what would you like to know?",
    );
    expect(levelMeans(1, "Anna", "Bo")).toBe(
      "Bo expects you and knows little more: say who you are and why you are here.",
    );
  });
});

function person(fullName: string): Promise<string> {
  return made("/people", { fullName });
}

async function made(path: string, body: object): Promise<string> {
  const answer = await h.post("rep", path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}
