import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const person = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
/** Mia asked somebody; answers the ask and the line of the journal that tells of it. */
const asked = async (fullName: string, who: CastName = "rep") => {
  const sourceId = await person(fullName);
  const { body, status } = await t.post(who, "/asks", { sourceId, outcome: "will-think" });
  expect(status, JSON.stringify(body)).toBe(201);
  const { items } = (await t.get(who, `/timeline?of=${sourceId}`)).body;
  const line = items.find((each: { verb: string }) => each.verb === "ask.made");
  return { sourceId, askId: body.id as string, factId: line.id as string };
};
const praised = async (who: CastName, factId: string, words: string | null = null) => {
  const answer = await t.post(who, "/praise", { factId, words });
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body.id as string;
};
const onWall = async (who: CastName, query = "") =>
  (await t.get(who, `/wall${query}`)).body.items
    .filter((each: { praise: unknown }) => each.praise !== null)
    .map((each: { praise: unknown }) => each.praise);

describe("praise", () => {
  it("is for something that happened: the praised sees it on Today and everybody on the wall, until it is taken back", async () => {
    const { factId, sourceId } = await asked("Ada Praise");
    const id = await praised("colleague", factId, "  In the lift! ");
    const praise = {
      id,
      day: "2026-11-18",
      words: "In the lift!",
      to: { id: t.cast.rep },
      by: { id: t.cast.colleague },
      fact: {
        id: factId,
        verb: "ask.made",
        names: expect.arrayContaining([expect.objectContaining({ id: sourceId })]),
      },
    };
    expect((await t.get("rep", "/praise-for-me")).body.items).toMatchObject([praise]);
    expect((await t.get("colleague", "/praise-for-me")).body.items).toEqual([]);
    expect(await onWall("manager")).toMatchObject([praise]);
    expect((await t.put("rep", `/praise/${id}/seen`, {})).status).toBe(204);
    expect((await t.get("rep", "/praise-for-me")).body.items).toEqual([]);
    expect((await t.del("rep", `/praise/${id}/seen`)).status).toBe(204);
    expect((await t.get("rep", "/praise-for-me")).body.items).toHaveLength(1);
    expect((await t.put("manager", `/praise/${id}/seen`, {})).status).toBe(404);
    expect((await t.del("manager", `/praise/${id}`)).status).toBe(403);
    expect((await t.del("colleague", `/praise/${id}`)).status).toBe(204);
    expect(await onWall("manager")).toEqual([]);
    expect((await t.del("colleague", `/praise/${id}`)).status).toBe(404);
  });

  it("is given once by each, never to oneself, and never for what is only tidied up", async () => {
    const { factId, sourceId } = await asked("Bea Praise");
    const id = await praised("colleague", factId);
    expect((await t.post("colleague", "/praise", { factId })).status).toBe(409);
    const managers = await praised("manager", factId);
    expect((await t.post("rep", "/praise", { factId })).body).toMatchObject({ field: "factId" });
    const { items } = (await t.get("rep", `/timeline?of=${sourceId}`)).body;
    const added = items.find((each: { verb: string }) => each.verb === "person.added");
    expect((await t.post("manager", "/praise", { factId: added.id })).status).toBe(422);
    expect((await t.post("colleague", "/praise", { factId: t.cast.rep })).status).toBe(404);
    expect((await t.post("colleague", "/praise", { factId, words: "a".repeat(301) })).status).toBe(422);
    for (const [who, each] of [
      ["colleague", id],
      ["manager", managers],
    ] as const)
      await t.del(who, `/praise/${each}`);
  });

  it("goes with its fact", async () => {
    const { factId, askId } = await asked("Cleo Praise");
    await praised("colleague", factId);
    expect(await onWall("rep")).toHaveLength(1);
    expect((await t.del("rep", `/asks/${askId}`)).status).toBe(204);
    expect(await onWall("rep")).toEqual([]);
    expect((await t.get("rep", "/praise-for-me")).body.items).toEqual([]);
    expect((await t.post("manager", "/praise", { factId })).status).toBe(409);
  });

  it("is written once, however often it is pressed", async () => {
    const { factId } = await asked("Dora Praise");
    const press = () =>
      t.as("colleague", "POST", "/praise", { factId }, { "idempotency-key": "one-praise-for-dora" });
    const [first, second] = [await press(), await press()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await onWall("rep")).toHaveLength(1);
    await t.del("colleague", `/praise/${first.body.id}`);
  });

  it("of a rehearsal or a week is for those who see it", async () => {
    await t.put("rep", "/weeks/2026-11-18/plan", {
      topics: null,
      promises: [{ kind: "own", words: "Two cards" }],
    });
    // Told on the last day that she works this week.
    await t.post("rep", "/absences", { fromDay: "2026-11-19", toDay: "2026-11-20" });
    await t.put("rep", "/weeks/2026-11-18/check-in", { learned: null });
    const mine = async (who: CastName) =>
      (await t.get(who, `/praisable-facts?member=${t.cast.rep}`)).body.items as {
        factId: string;
        fact: { verb: string };
      }[];
    const week = (await mine("manager")).find(({ fact }) => fact.verb === "week.told");
    expect(week).toBeDefined();
    expect((await mine("colleague")).map(({ fact }) => fact.verb)).not.toContain("week.told");
    expect((await t.post("colleague", "/praise", { factId: week?.factId })).status).toBe(404);
    const id = await praised("manager", week?.factId ?? "");
    await t.del("manager", `/praise/${id}`);
  });

  it("says for what somebody was praised to those who are told of it, and to nobody in a meeting", async () => {
    const week = "2026-11-16";
    const plan = { promises: [{ kind: "own", words: "Two letters" }] };
    const { body: planned } = await t.put("colleague", `/weeks/${week}/plan`, plan);
    const promise = planned.promises[0].id as string;
    const told = async (how: string) => {
      expect((await t.put("colleague", `/promises/${promise}/told`, { how })).status).toBe(200);
      const { items } = (await t.get("manager", `/timeline?of=${promise}`)).body;
      return items.find(
        (each: { verb: string; undone: boolean }) => !each.undone && each.verb === "promise.told",
      ).id as string;
    };
    // What was not kept is nothing to praise.
    expect((await t.post("manager", "/praise", { factId: await told("missed") })).status).toBe(422);
    const factId = await told("kept");
    expect((await t.post("rep", "/praise", { factId })).status).toBe(404);
    const id = await praised("manager", factId, "You kept your word.");
    expect(await onWall("manager")).toMatchObject([
      { id, fact: { id: factId, detail: { how: "kept", week } } },
    ]);
    expect(await onWall("colleague")).toMatchObject([{ id, fact: { id: factId } }]);
    const seen = await onWall("rep");
    expect(seen).toMatchObject([{ id, words: "You kept your word.", fact: null }]);
    expect(JSON.stringify(seen)).not.toContain(promise);
    for (const who of ["rep", "manager"] as const) {
      const pack = (await t.get(who, `/teams/${t.cast.teams.north}/sales-meeting?week=${week}`)).body;
      expect(pack.recognition.praise).toMatchObject([{ id, fact: null }]);
      expect(JSON.stringify(pack.recognition)).not.toContain("promise");
    }
    const { items } = (await t.get("rep", `/timeline?of=${t.cast.colleague}`)).body;
    expect(JSON.stringify(items)).not.toContain("promise.told");
    await t.del("manager", `/praise/${id}`);
  });

  it("finds what there is to praise: of a colleague, or on a page", async () => {
    const { factId, sourceId } = await asked("Elsa Praise");
    const id = await praised("colleague", factId);
    const of = async (who: CastName, query: string) =>
      ((await t.get(who, `/praisable-facts?${query}`)).body.items as { factId: string }[]).find(
        (each) => each.factId === factId,
      );
    expect(await of("manager", `member=${t.cast.rep}`)).toMatchObject({
      to: { id: t.cast.rep },
      praiseId: null,
    });
    expect(await of("colleague", `of=${sourceId}`)).toMatchObject({ praiseId: id });
    expect(await of("rep", `of=${sourceId}`)).toBeUndefined();
    expect((await t.get("rep", "/praisable-facts")).status).toBe(422);
    await t.del("colleague", `/praise/${id}`);
  });

  it("is of a team's people where one asks for a team, and a stranger sees none of it", async () => {
    const { factId } = await asked("Fee Praise");
    const id = await praised("colleague", factId);

    expect(await onWall("rep", `?team=${t.cast.teams.north}`)).toHaveLength(1);
    expect((await t.get("rep", `/wall?team=${t.cast.rep}`)).status).toBe(404);
    expect(await onWall("stranger")).toEqual([]);
    for (const [method, path] of [
      ["DELETE", `/praise/${id}`],
      ["PUT", `/praise/${id}/seen`],
    ] as const)
      expect((await t.as("stranger", method, path, method === "PUT" ? {} : undefined)).status).toBe(404);
    expect((await t.post("stranger", "/praise", { factId })).status).toBe(404);
    await t.del("colleague", `/praise/${id}`);
    expect(await t.mistakes()).toEqual([]);
  });
});
