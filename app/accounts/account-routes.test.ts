import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

describe("accounts", () => {
  it("is added by a rep, seen by a colleague, changed with only the fields named", async () => {
    const added = await t.post("rep", "/accounts", {
      name: "  Hafen Logistik GmbH ",
      kind: "client",
      city: "Hamburg",
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      name: "Hafen Logistik GmbH",
      kind: "client",
      clientSince: "2026-11-18",
      city: "Hamburg",
    });
    const changed = await t.patch("colleague", `/accounts/${added.body.id}`, {
      industry: "Logistics",
      city: "",
    });
    expect(changed.body).toMatchObject({ name: "Hafen Logistik GmbH", industry: "Logistics", city: null });
    expect((await t.get("leader", `/accounts/${added.body.id}`)).body).toEqual(changed.body);
  });

  it("knows how many work there, and says what to do about a number that cannot be", async () => {
    const { body } = await t.post("rep", "/accounts", { name: "Große Werft AG", employees: 250 });
    expect(body).toMatchObject({ employees: 250 });
    const path = `/accounts/${body.id}`;
    expect((await t.patch("manager", path, { employees: null })).body).toMatchObject({ employees: null });
    for (const employees of [0, -3, 1.5, 10_000_001, 1e300]) {
      const refused = await t.patch("rep", path, { employees });
      expect(refused.status).toBe(422);
      expect(refused.body).toMatchObject({
        field: "employees",
        detail: "write how many people work there as a whole number from 1 to 10,000,000, or leave it out",
      });
    }
    expect((await t.patch("rep", path, { employees: "many" })).status).toBe(422);
    expect((await t.patch("stranger", path, { employees: 5 })).status).toBe(404);
    expect((await t.get("rep", path)).body.employees).toBeNull();
  });

  it("says what to do about a name that cannot be", async () => {
    const refused = await t.post("rep", "/accounts", { name: "   " });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ kind: "invalid", field: "name", detail: "an account needs a name" });
  });

  it("does a write once for one Idempotency-Key, however often it is sent", async () => {
    const body = { name: "Doppelt KG" };
    const send = () => t.as("rep", "POST", "/accounts", body, { "idempotency-key": "press-1" });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((each) => each.body.id)).size).toBe(1);
    const other = await t.as(
      "rep",
      "POST",
      "/accounts",
      { name: "Anders KG" },
      { "idempotency-key": "press-1" },
    );
    expect(other.status).toBe(409);
  });

  it("pages by name without losing or repeating any, and filters by kind", async () => {
    for (const name of ["Ärzte Nord", "Zweirad Maier", "Berg & Tal AG", "Alpen Gas"]) {
      await t.post("rep", "/accounts", { name, kind: "partner" });
    }
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const page = await t.get("rep", `/accounts?kind=partner&limit=3${cursor ? `&cursor=${cursor}` : ""}`);
      names.push(...page.body.items.map((each: { name: string }) => each.name));
      cursor = page.body.nextCursor;
    } while (cursor);
    expect(names).toEqual(["Alpen Gas", "Ärzte Nord", "Berg & Tal AG", "Zweirad Maier"]);
    expect((await t.get("rep", "/accounts?cursor=nonsense")).status).toBe(422);
  });

  it("is not there for a stranger, nor for somebody without a key", async () => {
    const { body } = await t.post("rep", "/accounts", { name: "Geheim AG" });
    expect((await t.get("stranger", `/accounts/${body.id}`)).status).toBe(404);
    expect((await t.patch("stranger", `/accounts/${body.id}`, { name: "Mine" })).status).toBe(404);
    expect((await t.get("stranger", "/accounts")).body.items).toEqual([]);
    expect((await t.as(null, "GET", `/accounts/${body.id}`)).status).toBe(401);
    expect((await t.get("rep", `/accounts/${body.id}`)).body.name).toBe("Geheim AG");
  });

  it("goes on the pursuit list and off it, and is listed so", async () => {
    const { body } = await t.post("rep", "/accounts", { name: "Wunsch AG", holderId: t.cast.colleague });
    expect(body).toMatchObject({ namedSince: null, holderName: "Jonas Weber" });
    const path = `/accounts/${body.id}/named`;
    expect((await t.put("stranger", path, {})).status).toBe(404);
    expect((await t.put("rep", path, {})).body.namedSince).toBe("2026-11-18");
    expect((await t.put("colleague", path, {})).body.namedSince).toBe("2026-11-18");
    const names = async (query: string) =>
      (await t.get("rep", `/accounts?${query}`)).body.items.map((each: { name: string }) => each.name);
    expect(await names("named=true")).toEqual(["Wunsch AG"]);
    expect(await names(`holder=${t.cast.colleague}`)).toEqual(["Wunsch AG"]);
    expect(await names(`holder=${t.cast.colleague}&q=wnusch&named=true`)).toEqual(["Wunsch AG"]);
    expect(await names("named=false&q=wunsch")).toEqual([]);
    expect((await t.del("stranger", path)).status).toBe(404);
    expect((await t.del("rep", path)).body.namedSince).toBeNull();
    const lines = (await t.get("rep", `/timeline?of=${body.id}`)).body.items.map(
      (line: { verb: string }) => line.verb,
    );
    expect(lines).toEqual(["account.let-go", "account.named", "account.added"]);
  });

  it("is made once by two who name it in the same moment", async () => {
    const made = await Promise.all(
      ["rep", "colleague", "leader"].map((who) =>
        t.post(who as "rep", "/people", { fullName: `${who} somebody`, accountName: "Gleichzeitig GmbH" }),
      ),
    );
    expect(new Set(made.map((each) => each.body.accountId)).size).toBe(1);
  });

  it("keeps two changes made in the same moment", async () => {
    const { body } = await t.post("rep", "/accounts", { name: "Eilig AG" });
    const path = `/accounts/${body.id}`;
    await Promise.all([
      t.patch("rep", path, { city: "Kiel" }),
      t.patch("colleague", path, { industry: "Ships" }),
      t.patch("leader", path, { kind: "client" }),
    ]);
    expect((await t.get("rep", path)).body).toMatchObject({
      city: "Kiel",
      industry: "Ships",
      kind: "client",
    });
  });
});
