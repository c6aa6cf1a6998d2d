import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const write = (who: CastName, sentence: string, more: object = {}) =>
  t.post(who, "/business-reasons", { sentence, ...more });
const sentences = (body: { items: { sentence: string }[] }) => body.items.map(({ sentence }) => sentence);

async function found(q: string): Promise<string[]> {
  return sentences((await t.get("rep", `/business-reasons?q=${encodeURIComponent(q)}`)).body);
}

describe("business reasons", () => {
  it("are written by everybody, for all, with a gentle word when they are long", async () => {
    const { status, body } = await write("rep", "Plants save a week a month.", {
      industry: "Food",
      problem: "paper",
    });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        sentence: "Plants save a week a month.",
        industry: "Food",
        problem: "paper",
        advice: null,
        by: { id: t.cast.rep, name: "Mia Sommer", teamId: t.cast.teams.north },
        day: "2026-11-18",
        retiredOn: null,
      }),
    ]);
    const long = await write("colleague", "It saves time. It saves money.");
    expect([long.status, long.body.advice]).toEqual([201, expect.stringContaining("two sentences")]);
    expect((await write("rep", " ")).body).toMatchObject({ field: "sentence" });
    expect(sentences((await t.get("southRep", "/business-reasons")).body)).toEqual([
      "It saves time. It saves money.",
      "Plants save a week a month.",
    ]);
  });

  it("are found by their words, their industry and their problem", async () => {
    await write("rep", "Der Müller weiß vor der Frühschicht, wer kommt.", { industry: "Lebensmittel" });
    await write("rep", "Nurses see their shifts on Monday.", {
      industry: "Health care",
      problem: "roster on paper",
    });
    expect(await found("mueller fruh")).toEqual(["Der Müller weiß vor der Frühschicht, wer kommt."]);
    expect(await found("health")).toEqual(["Nurses see their shifts on Monday."]);
    expect(await found("roster pap")).toEqual(["Nurses see their shifts on Monday."]);
    expect(await found("urses")).toEqual([]);
    expect(await found("100%")).toEqual([]);
  });

  it("are reworded, retired and brought back by their author, a manager of theirs, or a leader", async () => {
    const { id } = (await write("rep", "Old words.")).body;
    for (const who of ["colleague", "southRep"] as const) {
      const { status, body } = await t.patch(who, `/business-reasons/${id}`, { sentence: "Mine." });
      expect([status, body.detail]).toEqual([403, expect.stringContaining("Mia Sommer")]);
      expect((await t.put(who, `/business-reasons/${id}/retired`, undefined)).status).toBe(403);
    }
    expect(
      (await t.patch("manager", `/business-reasons/${id}`, { sentence: "New words." })).body.sentence,
    ).toBe("New words.");
    const retired = await t.put("leader", `/business-reasons/${id}/retired`, undefined);
    expect(retired.body).toMatchObject({ retiredOn: "2026-11-18", retiredBy: "Lena Fuchs" });
    expect((await t.put("rep", `/business-reasons/${id}/retired`, undefined)).status).toBe(409);
    expect(sentences((await t.get("rep", "/business-reasons?q=words")).body)).toEqual([]);
    expect(sentences((await t.get("rep", "/business-reasons?q=words&retired=true")).body)).toEqual([
      "New words.",
    ]);
    expect((await t.get("colleague", `/business-reasons/${id}`)).status).toBe(200);
    expect((await t.del("rep", `/business-reasons/${id}/retired`)).body).toMatchObject({ retiredOn: null });
    expect((await t.del("rep", `/business-reasons/${id}/retired`)).status).toBe(409);
    expect((await t.del("colleague", `/business-reasons/${id}`)).status).toBe(403);
    expect((await t.del("rep", `/business-reasons/${id}`)).status).toBe(204);
    expect((await t.get("rep", `/business-reasons/${id}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });

  it("come a page at a time, and none to a stranger", async () => {
    const first = await t.get("rep", "/business-reasons?limit=1");
    const rest = await t.get("rep", `/business-reasons?cursor=${first.body.nextCursor}`);
    const all = await t.get("rep", "/business-reasons");
    expect([...sentences(first.body), ...sentences(rest.body)]).toEqual(sentences(all.body));
    const { id } = all.body.items[0];
    expect((await t.get("stranger", "/business-reasons")).body.items).toEqual([]);
    for (const answer of [
      await t.get("stranger", `/business-reasons/${id}`),
      await t.patch("stranger", `/business-reasons/${id}`, { sentence: "Theirs." }),
      await t.put("stranger", `/business-reasons/${id}/retired`, undefined),
      await t.del("stranger", `/business-reasons/${id}/retired`),
      await t.del("stranger", `/business-reasons/${id}`),
    ])
      expect(answer.status).toBe(404);
  });
});
