import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let telia: string;
let anna: string;
let eva: string;

const add = async (path: string, body: object) => {
  const answer = await t.post("rep", path, body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body.id as string;
};
const match = async (who: "rep" | "southRep", id: string, query = "") =>
  (await t.get(who, `/people/${id}/match${query}`)).body;

beforeAll(async () => {
  t = await openTestHouse();
  const hafen = await add("/accounts", {
    name: "Hafen Logistik",
    industry: "Logistics",
    city: "Hamburg",
    kind: "client",
  });
  telia = await add("/accounts", { name: "Telia", industry: "Telecoms", city: "Stockholm" });
  anna = await add("/people", { fullName: "Anna Albers", title: "Head of procurement", accountId: hafen });
  await add(`/people/${anna}/positions`, {
    accountId: telia,
    title: "Buyer",
    fromDay: "2018-01-01",
    untilDay: "2022-06-01",
  });
  eva = await add("/people", { fullName: "Eva Lund" });
  await add(`/people/${eva}/positions`, {
    accountId: telia,
    title: "Head of operations",
    fromDay: "2021-03-01",
  });
  await add("/ideal-clients", { name: "Own", industry: "Telecoms" });
  await t.post("leader", "/ideal-clients", { name: "All", scope: "workspace" });
  await add("/business-reasons", { sentence: "Carriers plan shifts in a day.", industry: "Telecoms" });
  await add("/business-reasons", { sentence: "Ports plan shifts in an hour.", industry: "Logistics" });
});
afterAll(() => t?.close());

describe("what to ask somebody for", () => {
  it("names nobody who is not pursued, and says where to think of", async () => {
    const { targets, prompts, pictures, reasons } = await match("rep", anna);
    expect(targets).toEqual([]);
    expect(prompts.map(({ words }: { words: string }) => words)).toEqual([
      "the people you meet at Hafen Logistik",
      "your former colleagues at Telia (2018–2022)",
      "others who run procurement in logistics",
      "who took your place at Telia",
      "others in logistics in Hamburg",
    ]);
    const inGerman = await t.get("rep", `/people/${anna}/match?language=de`);
    expect(inGerman.body.prompts.slice(0, 2)).toEqual([
      { words: "die Leute, die Sie bei Hafen Logistik treffen", why: prompts[0].why },
      { words: "Ihre früheren Kollegen bei Telia (2018–2022)", why: prompts[1].why },
    ]);
    expect((await t.get("rep", `/people/${anna}/match?language=xx`)).status).toBe(422);
    expect(
      pictures.map(({ picture, why }: { picture: { name: string }; why: string[] }) => [picture.name, why]),
    ).toEqual([
      ["Own", ["they worked in telecoms, at Telia"]],
      ["All", ["fits any industry"]],
    ]);
    expect(reasons.map(({ reason }: { reason: { sentence: string } }) => reason.sentence)).toEqual([
      "Ports plan shifts in an hour.",
      "Carriers plan shifts in a day.",
    ]);
    expect((await match("southRep", anna)).pictures).toMatchObject([{ picture: { name: "All" } }]);
  });

  it("names a person we pursue who worked there in the same years, also under the id of a merged record", async () => {
    const targetId = await add("/targets", { personId: eva });
    const expected = {
      targetId,
      personId: eva,
      accountId: telia,
      words: "Eva Lund, Head of operations at Telia",
      why: "Eva Lund has been at Telia since 2021, you were there until 2022",
    };
    expect((await match("rep", anna)).targets).toEqual([expected]);
    const other = await add("/people", { fullName: "A. Albers" });
    const merge = await t.post("rep", "/merges", { kind: "person", keptId: other, mergedId: anna });
    expect((await match("rep", anna)).targets).toEqual([expected]);
    expect((await match("rep", other)).targets).toEqual([expected]);
    await t.del("rep", `/merges/${merge.body.id}`);
    expect((await match("rep", other)).targets).toEqual([]);
  });

  it("turns to the target of the ask: a target, a person or an account", async () => {
    const [{ id }] = (await t.get("rep", `/targets?person=${eva}`)).body.items;
    for (const target of [id, eva]) {
      const body = await match("rep", anna, `?target=${target}`);
      expect(body).toMatchObject({
        target: { targetId: id, personId: eva, accountId: telia, name: "Eva Lund" },
        targetRuledOut: false,
      });
      expect(body.prompts[0].words).toBe("your former colleagues at Telia (2018–2022)");
      expect(body.reasons[0]).toMatchObject({
        reason: { sentence: "Carriers plan shifts in a day." },
        why: ["Telia is in telecoms"],
      });
    }
    expect((await match("rep", anna, `?target=${telia}`)).target).toEqual({
      targetId: null,
      personId: null,
      accountId: telia,
      name: "Telia",
    });
  });

  it("says so, and names nothing of it, when the source has ruled the target out", async () => {
    const noGo = await add(`/people/${anna}/no-goes`, { accountId: telia });
    const body = await match("rep", anna, `?target=${eva}`);
    expect([body.targetRuledOut, body.targets]).toEqual([true, []]);
    expect(JSON.stringify(body.prompts)).not.toContain("Telia");
    await t.del("rep", `/no-goes/${noGo}`);
    expect((await match("rep", anna)).targets).toHaveLength(1);
  });

  it("knows whoever works at an account on the pursuit list, and proposes nothing that was retired or dropped", async () => {
    const [{ id }] = (await t.get("rep", `/targets?person=${eva}`)).body.items;
    await t.put("rep", `/targets/${id}/dropped`, undefined);
    expect((await match("rep", anna)).targets).toEqual([]);
    await t.put("rep", `/accounts/${telia}/named`, undefined);
    expect((await match("rep", anna)).targets).toMatchObject([
      { personId: eva, targetId: null },
      { personId: null, accountId: telia, words: "Telia", why: "you worked there until 2022" },
    ]);
    const [own] = (await t.get("rep", "/ideal-clients?scope=rep")).body.items;
    await t.put("rep", `/ideal-clients/${own.id}/retired`, undefined);
    const [carriers] = (await t.get("rep", "/business-reasons?q=carriers")).body.items;
    await t.put("rep", `/business-reasons/${carriers.id}/retired`, undefined);
    const { pictures, reasons } = await match("rep", anna);
    expect(pictures).toMatchObject([{ picture: { name: "All" } }]);
    expect(reasons).toMatchObject([{ reason: { sentence: "Ports plan shifts in an hour." } }]);
  });

  it("is nothing for a stranger, for nobody, or for a target that is not there", async () => {
    expect((await t.get("stranger", `/people/${anna}/match`)).status).toBe(404);
    const nobody = "01890000-0000-7000-8000-000000000000";
    expect((await t.get("rep", `/people/${nobody}/match`)).status).toBe(404);
    expect((await t.get("rep", `/people/${anna}/match?target=${nobody}`)).status).toBe(404);
    expect((await match("rep", eva)).prompts[0].words).toBe("the people you meet at Telia");
  });
});
