import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => expect(await t.mistakes()).toEqual([]));

const person = async (fullName: string, more: object = {}) =>
  (await t.post("colleague", "/people", { fullName, ...more })).body.id as string;
const account = async (name: string, more: object = {}) =>
  (await t.post("colleague", "/accounts", { name, ...more })).body.id as string;
const choose = (who: CastName, body: object) => t.post(who, "/targets", body);
const targets = async (query = "") => (await t.get("rep", `/targets${query}`)).body.items;
const isNamed = async (id: string) => (await t.get("rep", `/accounts/${id}`)).body.namedSince !== null;

describe("a person as a target", () => {
  it("is chosen once, with why and by whom, and shown with where they work", async () => {
    const eva = await person("Eva Lund", { title: "Head of operations", accountName: "Telia AB" });
    const { status, body } = await choose("rep", { personId: eva, why: "Runs three plants." });
    expect([status, body]).toEqual([
      201,
      expect.objectContaining({
        kind: "person",
        personId: eva,
        personName: "Eva Lund",
        personTitle: "Head of operations",
        accountName: "Telia AB",
        why: "Runs three plants.",
        day: "2026-11-18",
        by: { id: t.cast.rep, name: "Mia Sommer", teamId: t.cast.teams.north },
      }),
    ]);
    const again = await choose("colleague", { personId: eva, why: "Mine." });
    expect([again.status, again.body]).toEqual([200, body]);
    expect(await targets(`?person=${eva}`)).toEqual([body]);
    expect(await targets(`?account=${body.accountId}`)).toEqual([body]);
    expect(await targets(`?member=${t.cast.colleague}`)).toEqual([]);
    expect((await choose("rep", {})).status).toBe(422);
    expect((await choose("rep", { personId: eva, accountId: body.accountId })).status).toBe(422);
  });

  it("is dropped by who chose it, a manager of theirs, or who holds the relationship, and taken up again", async () => {
    const ole = await person("Ole Berg", { holderId: t.cast.southRep });
    const { id } = (await choose("rep", { personId: ole })).body;
    const refused = await t.put("colleague", `/targets/${id}/dropped`, undefined);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("Mia Sommer")]);
    expect((await t.patch("manager", `/targets/${id}`, { why: "Opens a second site." })).body.why).toBe(
      "Opens a second site.",
    );
    for (const who of ["rep", "manager", "southRep", "leader"] as const) {
      expect((await t.put(who, `/targets/${id}/dropped`, undefined)).status).toBe(204);
      expect(await targets(`?person=${ole}`)).toEqual([]);
      expect((await t.put(who, `/targets/${id}/dropped`, undefined)).status).toBe(409);
      expect((await t.patch(who, `/targets/${id}`, { why: "x" })).status).toBe(409);
      expect((await t.del(who, `/targets/${id}/dropped`)).body).toMatchObject({
        id,
        why: "Opens a second site.",
      });
      expect((await t.del(who, `/targets/${id}/dropped`)).status).toBe(409);
    }
    const { body } = await t.get("rep", `/timeline?of=${ole}`);
    const lines = body.items.filter(({ verb }: { verb: string }) => verb.startsWith("target."));
    expect(
      lines.filter(
        ({ undone, undoes }: { undone: boolean; undoes: object | null }) => !undone && undoes === null,
      ),
    ).toMatchObject([{ verb: "target.chosen" }]);
  });

  it("is one target when two records of the same person were chosen", async () => {
    const [kept, merged] = [await person("Ida Kern"), await person("I. Kern")];
    await choose("rep", { personId: kept, why: "First." });
    await choose("rep", { personId: merged, why: "Second." });
    expect(await targets(`?person=${kept}`)).toHaveLength(1);
    const merge = await t.post("rep", "/merges", { kind: "person", keptId: kept, mergedId: merged });
    expect(await targets(`?person=${merged}`)).toMatchObject([{ personId: kept, why: "Second." }]);
    expect((await choose("rep", { personId: merged })).status).toBe(200);
    await t.del("rep", `/merges/${merge.body.id}`);
    expect(await targets(`?person=${merged}`)).toMatchObject([{ personId: merged, why: "Second." }]);
  });

  it("is one target when two choose them in the same second", async () => {
    const both = await person("Both Together");
    const answers = await Promise.all([
      choose("rep", { personId: both }),
      choose("colleague", { personId: both }),
    ]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
    expect(answers[0]?.body.id).toBe(answers[1]?.body.id);
  });
});

describe("an account as a target", () => {
  it("is on the pursuit list, and off it when it is dropped", async () => {
    const weser = await account("Weser Pumpen AG", { holderId: t.cast.rep });
    const { body } = await choose("manager", { accountId: weser, why: "Opens in Kiel." });
    expect(body).toMatchObject({
      kind: "account",
      accountId: weser,
      accountName: "Weser Pumpen AG",
      personId: null,
    });
    expect(await isNamed(weser)).toBe(true);
    expect((await t.put("colleague", `/targets/${body.id}/dropped`, undefined)).status).toBe(403);
    expect((await t.put("rep", `/targets/${body.id}/dropped`, undefined)).status).toBe(204);
    expect([await isNamed(weser), await targets(`?account=${weser}`)]).toEqual([false, []]);
    expect((await t.del("rep", `/targets/${body.id}/dropped`)).body).toMatchObject({
      id: body.id,
      why: "Opens in Kiel.",
    });
    expect(await isNamed(weser)).toBe(true);
  });

  it("is listed when it was only named, until somebody says why; and not once it is off the pursuit list", async () => {
    const alster = await account("Alster Druck");
    await t.put("colleague", `/accounts/${alster}/named`, undefined);
    expect(await targets(`?account=${alster}`)).toMatchObject([
      { id: null, why: null, by: { name: "Jonas Weber" } },
    ]);
    const said = await choose("rep", { accountId: alster, why: "New press." });
    expect([said.status, said.body.why]).toEqual([201, "New press."]);
    expect((await choose("colleague", { accountId: alster, why: "Other." })).body.id).toBe(said.body.id);
    await t.del("colleague", `/accounts/${alster}/named`);
    expect(await targets(`?account=${alster}`)).toEqual([]);
    const anew = await choose("colleague", { accountId: alster, why: "Again." });
    expect([anew.status, await targets(`?account=${alster}`)]).toMatchObject([201, [{ why: "Again." }]]);
  });

  it("keeps its place in a list that comes a page at a time, persons among accounts", async () => {
    const all = await targets();
    const seen: unknown[] = [];
    for (let cursor = ""; ;) {
      const { body } = await t.get("rep", `/targets?limit=2${cursor && `&cursor=${cursor}`}`);
      seen.push(...body.items);
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    expect(seen).toEqual(all);
    expect(new Set(all.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(["person", "account"]));
    expect((await targets("?kind=account")).every(({ kind }: { kind: string }) => kind === "account")).toBe(
      true,
    );
  });
});

describe("a stranger", () => {
  it("sees and changes none", async () => {
    const [one] = await targets("?kind=person");
    expect((await t.get("stranger", "/targets")).body.items).toEqual([]);
    for (const answer of [
      await choose("stranger", { personId: one.personId }),
      await t.patch("stranger", `/targets/${one.id}`, { why: "Theirs" }),
      await t.put("stranger", `/targets/${one.id}/dropped`, undefined),
      await t.del("stranger", `/targets/${one.id}/dropped`),
    ])
      expect(answer.status).toBe(404);
  });
});
