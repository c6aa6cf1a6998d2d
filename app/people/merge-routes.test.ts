import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const addPerson = async (said: object) => (await t.post("rep", "/people", said)).body;
const merge = (keptId: string, mergedId: string, kind = "person") =>
  t.post("rep", "/merges", { kind, keptId, mergedId });
const reasons = async (who: "rep" | "stranger", path: string) =>
  (await t.get(who, `${path}/duplicates`)).body.items?.map(
    (each: { person?: { fullName: string }; account?: { name: string }; reasons: string[] }) => [
      each.person?.fullName ?? each.account?.name,
      each.reasons,
    ],
  );
const nobody = "01890000-0000-7000-8000-000000000000";

describe("merging two people", () => {
  it("makes the merged one answer to the kept one, who takes over what was lacking", async () => {
    const kept = await addPerson({
      fullName: "Anna Müller",
      emails: ["anna@hafen.example"],
      city: "Hamburg",
      note: "one",
    });
    const merged = await addPerson({
      fullName: "A. Mueller-Voss",
      title: "COO",
      accountName: "Hafen Logistik",
      emails: ["voss@privat.example", "anna@hafen.example"],
      phones: ["040 1234567"],
      city: "Kiel",
      note: "two",
    });
    const made = await merge(kept.id, merged.id);
    expect(made).toMatchObject({
      status: 201,
      body: { keptId: kept.id, mergedId: merged.id, mergedName: "A. Mueller-Voss" },
    });
    const after = (await t.get("rep", `/people/${merged.id}`)).body;
    expect(after).toMatchObject({
      id: kept.id,
      fullName: "Anna Müller",
      title: "COO",
      accountName: "Hafen Logistik",
      emails: ["anna@hafen.example", "voss@privat.example"],
      phones: ["+49401234567"],
      city: "Hamburg",
      note: "one\n\ntwo",
    });
    expect((await t.get("rep", `/people/${kept.id}/positions`)).body.items).toMatchObject([
      { accountName: "Hafen Logistik", title: "COO", current: true },
    ]);
    expect((await t.get("rep", `/people/${kept.id}/origins`)).body.items).toHaveLength(2);
    expect((await t.get("rep", "/search?q=voss")).body.people).toMatchObject([
      { id: kept.id, fullName: "Anna Müller" },
    ]);
    expect((await t.get("rep", `/people?account=${after.accountId}`)).body.items).toHaveLength(1);
    expect((await t.get("rep", `/merges?of=${kept.id}`)).body.items).toMatchObject([
      { mergedName: "A. Mueller-Voss" },
    ]);
    expect((await t.get("stranger", `/merges?of=${kept.id}`)).body.items).toEqual([]);
    const timeline = (await t.get("rep", `/timeline?of=${kept.id}`)).body.items;
    expect(timeline.filter((line: { verb: string }) => line.verb === "person.added")).toHaveLength(2);
  });

  it("lets facts about the merged one stand, told of the kept one; new ones are refused with the one to use", async () => {
    const kept = await addPerson({ fullName: "Bert Bleibt" });
    const merged = await addPerson({ fullName: "Bert Geht" });
    const ask = await t.post("rep", "/asks", { sourceId: merged.id, outcome: "no" });
    const { body } = await merge(kept.id, merged.id);
    const lines = (await t.get("rep", `/timeline?of=${kept.id}`)).body.items;
    const asked = lines.find((line: { subject: { id: string } }) => line.subject.id === ask.body.id);
    expect(asked.names).toContainEqual({ id: merged.id, now: kept.id, kind: "person", name: "Bert Bleibt" });
    const refused = await t.post("rep", "/asks", { sourceId: merged.id });
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: "Bert Geht was merged into Bert Bleibt; choose Bert Bleibt instead" },
    });
    expect((await t.del("rep", `/people/${kept.id}`)).body.detail).toContain(
      "there is an ask of 18 November.",
    );
    await t.del("rep", `/merges/${body.id}`);
    expect((await t.get("rep", `/people/${merged.id}`)).body.fullName).toBe("Bert Geht");
    expect(await t.mistakes()).toEqual([]);
  });

  it("is refused where it means nothing, and to a stranger", async () => {
    const [one, other] = [
      await addPerson({ fullName: "Cora Eins" }),
      await addPerson({ fullName: "Cora Zwei" }),
    ];
    expect((await merge(one.id, one.id)).status).toBe(422);
    expect((await merge(one.id, nobody)).status).toBe(404);
    expect((await merge(one.id, other.id, "account")).status).toBe(404);
    expect(
      (await t.post("stranger", "/merges", { kind: "person", keptId: one.id, mergedId: other.id })).status,
    ).toBe(404);
    const { body } = await merge(one.id, other.id);
    expect((await merge(other.id, one.id)).status).toBe(409);
    expect((await t.del("stranger", `/merges/${body.id}`)).status).toBe(404);
    expect((await t.del("rep", `/merges/${body.id}`)).status).toBe(204);
    expect((await t.del("rep", `/merges/${body.id}`)).status).toBe(409);
    expect((await t.del("rep", `/merges/${nobody}`)).status).toBe(404);
  });

  it("can be done in two steps, and is undone from the outside in", async () => {
    const [a, b, c] = [
      await addPerson({ fullName: "Dan A" }),
      await addPerson({ fullName: "Dan B" }),
      await addPerson({ fullName: "Dan C" }),
    ];
    const first = (await merge(b.id, a.id)).body;
    const second = (await merge(c.id, b.id)).body;
    expect((await t.get("rep", `/people/${a.id}`)).body.id).toBe(c.id);
    const refused = await t.del("rep", `/merges/${first.id}`);
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("into Dan C later") },
    });
    await t.del("rep", `/merges/${second.id}`);
    expect((await t.get("rep", `/people/${a.id}`)).body.id).toBe(b.id);
    await t.del("rep", `/merges/${first.id}`);
    expect((await t.get("rep", `/people/${a.id}`)).body.id).toBe(a.id);
  });

  it("gives everything back when undone, whatever there was", async () => {
    const word = fc.option(fc.constantFrom("Kiel", "Bonn", "Ulm"), { nil: undefined });
    const facts = fc.record({
      fullName: fc.constantFrom("Eva Probe", "E. Probe", "Probe, Eva"),
      title: word,
      accountName: fc.option(fc.constantFrom("Probe AG", "Versuch KG"), { nil: undefined }),
      emails: fc.uniqueArray(fc.constantFrom("a@p.example", "b@p.example", "c@p.example")),
      phones: fc.uniqueArray(fc.constantFrom("040 111111", "040 222222")),
      city: word,
      note: word,
      linkedinUrl: fc.option(fc.constant("eva-probe"), { nil: undefined }),
    });
    const snapshot = async (ids: string[]) => {
      const parts = ids.flatMap((id) =>
        ["", "/positions", "/origins", "/duplicates"].map((part) => `/people/${id}${part}`),
      );
      const answers = await Promise.all(
        [...parts, "/search?q=probe", "/people?q=eva"].map((path) => t.get("rep", path)),
      );
      return answers.map((answer) => answer.body);
    };
    await fc.assert(
      fc.asyncProperty(facts, facts, facts, async (one, other, third) => {
        const ids = [(await addPerson(one)).id, (await addPerson(other)).id, (await addPerson(third)).id] as [
          string,
          string,
          string,
        ];
        const before = await snapshot(ids);
        const first = (await merge(ids[0], ids[1])).body;
        const between = await snapshot(ids);
        const second = (await merge(ids[0], ids[2])).body;
        await t.del("rep", `/merges/${second.id}`);
        expect(await snapshot(ids)).toEqual(between);
        await t.del("rep", `/merges/${first.id}`);
        expect(await snapshot(ids)).toEqual(before);
        for (const id of ids) await t.del("rep", `/people/${id}`);
      }),
      { numRuns: 8 },
    );
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("merging two accounts", () => {
  it("brings the people together under one name, and apart again", async () => {
    const kept = (await t.post("rep", "/accounts", { name: "Turm Systeme GmbH" })).body;
    const merged = (
      await t.post("rep", "/accounts", {
        name: "Alte Türme",
        kind: "client",
        website: "https://turm.example",
        city: "Jena",
        employees: 80,
      })
    ).body;
    const anna = await addPerson({ fullName: "Anna Turm", accountId: kept.id });
    const bea = await addPerson({ fullName: "Bea Turm", accountId: merged.id });
    const made = await merge(kept.id, merged.id, "account");
    await t.runJobs();
    expect((await t.get("rep", `/accounts/${merged.id}`)).body).toMatchObject({
      id: kept.id,
      name: "Turm Systeme GmbH",
      kind: "client",
      clientSince: "2026-11-18",
      website: "https://turm.example",
      city: "Jena",
      employees: 80,
    });
    for (const id of [kept.id, merged.id]) {
      const there = (await t.get("rep", `/people?account=${id}`)).body.items;
      expect(there.map((each: { id: string; accountId: string }) => [each.id, each.accountId])).toEqual([
        [anna.id, kept.id],
        [bea.id, kept.id],
      ]);
    }
    expect((await t.get("rep", "/search?q=systeme bea")).body.people).toHaveLength(1);
    expect((await t.get("rep", "/search?q=alte")).body.accounts).toMatchObject([{ id: kept.id }]);
    expect((await t.get("rep", "/accounts?q=turm")).body.items).toHaveLength(1);
    await t.patch("rep", `/people/${bea.id}`, { title: "CEO" });
    expect((await t.del("stranger", `/merges/${made.body.id}`)).status).toBe(404);
    await t.del("rep", `/merges/${made.body.id}`);
    await t.runJobs();
    expect((await t.get("rep", `/accounts/${kept.id}`)).body).toEqual(kept);
    expect((await t.get("rep", `/accounts/${merged.id}`)).body).toEqual(merged);
    expect((await t.get("rep", `/people/${bea.id}`)).body).toMatchObject({
      accountId: merged.id,
      title: "CEO",
    });
    expect((await t.get("rep", "/search?q=systeme bea")).body.people).toEqual([]);
    expect((await t.get("rep", `/timeline?of=${merged.id}`)).body.items[0]).toMatchObject({
      verb: "account.unmerged",
      undoes: { verb: "account.merged" },
    });
  });
});

describe("likely duplicates", () => {
  it("are shown with the reason, best known keys and slips alike; those told apart are not shown again", async () => {
    const one = await addPerson({
      fullName: "Frida Doppel",
      emails: ["frida@doppel.example"],
      phones: ["040 998877"],
      accountName: "Doppel GmbH",
    });
    const mail = await addPerson({ fullName: "F. Meier", emails: ["FRIDA@doppel.example"] });
    await addPerson({ fullName: "Frida D.", phones: ["+49 40 998877"] });
    await addPerson({ fullName: "Doppel, Frida", accountName: "doppel" });
    await addPerson({ fullName: "Frida Dopple", accountName: "Doppel GmbH" });
    await addPerson({ fullName: "Frida Coppel", accountName: "Doppel GmbH" });
    await addPerson({ fullName: "Frida Boppel", accountName: "Another GmbH" });
    await addPerson({ fullName: "Gustav Anders", phones: ["040 998877"], accountName: "Doppel GmbH" });
    expect(await reasons("rep", `/people/${one.id}`)).toEqual([
      ["Frida Coppel", ["nearly the same name at the same company"]],
      ["Frida D.", ["same phone (+49 40 998877)"]],
      ["Frida Doppel", ["same name at the same company"]],
      ["Frida Dopple", ["nearly the same name at the same company"]],
      ["F. Meier", ["same e-mail (frida@doppel.example)"]],
    ]);
    expect((await t.get("stranger", `/people/${one.id}/duplicates`)).status).toBe(404);
    const pair = { oneId: one.id, otherId: mail.id };
    expect((await t.post("stranger", "/tellings-apart", pair)).status).toBe(404);
    expect((await t.post("rep", "/tellings-apart", pair)).status).toBe(201);
    expect((await t.post("rep", "/tellings-apart", { oneId: mail.id, otherId: one.id })).status).toBe(201);
    expect((await reasons("rep", `/people/${one.id}`)).map(([name]: string[]) => name)).not.toContain(
      "F. Meier",
    );
    expect((await reasons("rep", `/people/${mail.id}`)).map(([name]: string[]) => name)).toEqual([]);
    expect((await t.del("stranger", `/tellings-apart/${one.id}/${mail.id}`)).status).toBe(404);
    expect((await t.del("rep", `/tellings-apart/${mail.id}/${one.id}`)).status).toBe(204);
    expect((await t.del("rep", `/tellings-apart/${mail.id}/${one.id}`)).status).toBe(404);
    expect(await reasons("rep", `/people/${mail.id}`)).toEqual([
      ["Frida Doppel", ["same e-mail (frida@doppel.example)"]],
    ]);
  });

  it("are not the ones who were merged or removed", async () => {
    const one = await addPerson({ fullName: "Hugo Einzeln", emails: ["hugo@einzeln.example"] });
    const two = await addPerson({ fullName: "Hugo E.", emails: ["hugo@einzeln.example"] });
    const three = await addPerson({ fullName: "H. Einzeln", emails: ["hugo@einzeln.example"] });
    await merge(one.id, two.id);
    await t.del("rep", `/people/${three.id}`);
    expect(await reasons("rep", `/people/${one.id}`)).toEqual([]);
  });

  it("of accounts have the same name or the same web address", async () => {
    const one = (
      await t.post("rep", "/accounts", { name: "Ibsen & Söhne GmbH", website: "www.ibsen.example/start" })
    ).body;
    await t.post("rep", "/accounts", { name: "Ibsen und Soehne" });
    await t.post("rep", "/accounts", { name: "IBSEN UND SÖHNE" });
    await t.post("rep", "/accounts", { name: "Ibsen Holding", website: "http://ibsen.example" });
    expect(await reasons("rep", `/accounts/${one.id}`)).toEqual([
      ["IBSEN UND SÖHNE", ["same name"]],
      ["Ibsen Holding", ["same web address (ibsen.example)"]],
    ]);
    expect((await t.get("stranger", `/accounts/${one.id}/duplicates`)).status).toBe(404);
  });

  it("of the whole workspace are listed pair by pair, and go when they were looked at", async () => {
    const ines = await addPerson({
      fullName: "Ines Paar",
      emails: ["ines@paar.example"],
      phones: ["040 700700"],
    });
    const other = await addPerson({
      fullName: "Ines P.",
      emails: ["ines@paar.example"],
      phones: ["040 700700"],
    });
    const kurt = await addPerson({ fullName: "Kurt Paar", phones: ["040 800800"], accountName: "Paar GmbH" });
    const kurt2 = await addPerson({
      fullName: "Kurt Paar",
      emails: ["info@paar.example"],
      accountName: "Paar",
    });
    await addPerson({ fullName: "Uwe Los", emails: ["info@paar.example"] });
    await addPerson({ fullName: "Rita Fern", emails: ["info@paar.example"] });
    const listed = async (query: string) => {
      const found: { one: { id: string }; other: { id: string }; reasons: string[] }[] = [];
      let cursor: string | null = null;
      do {
        const { body }: { body: { items: typeof found; nextCursor: string | null } } = await t.get(
          "rep",
          `/duplicates?limit=2${query}${cursor ? `&cursor=${cursor}` : ""}`,
        );
        found.push(...body.items);
        cursor = body.nextCursor;
      } while (cursor);
      return found;
    };
    const pairs = async () =>
      (await listed(""))
        .filter((pair) => [ines.id, kurt.id, other.id, kurt2.id].includes(pair.one.id))
        .map((pair) => [pair.one.id, pair.other.id, pair.reasons]);
    expect(await pairs()).toEqual([
      [ines.id, other.id, ["same e-mail (ines@paar.example)", "same phone (+49 40 700700)"]],
      [kurt.id, kurt2.id, ["same name at the same company"]],
    ]);
    await merge(ines.id, other.id);
    await t.post("rep", "/tellings-apart", { oneId: kurt.id, otherId: kurt2.id });
    expect(await pairs()).toEqual([]);
    expect((await listed("&kind=account")).map((pair) => pair.reasons)).toContainEqual(["same name"]);
    expect((await t.get("stranger", "/duplicates")).body.items).toEqual([]);
    expect((await t.get("rep", "/duplicates?cursor=abc")).status).toBe(422);
  });
});
