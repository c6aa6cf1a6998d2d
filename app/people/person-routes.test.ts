import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const names = (body: { items: { fullName: string }[] }) => body.items.map((each) => each.fullName);

describe("people", () => {
  it("are added with a name as it is typed, numbers made readable, and an account found or made", async () => {
    const added = await t.post("rep", "/people", {
      fullName: " Dr. Anna  Müller ",
      title: "Head of Logistics",
      accountName: "Hafen Logistik GmbH",
      emails: ["Anna.Mueller@Hafen.example", "anna.mueller@hafen.example", " "],
      phones: ["040 / 123 45-67", "+49 40 1234567 ext. 12", "ask at the gate"],
      linkedinUrl: "anna-mueller",
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      fullName: "Dr. Anna Müller",
      givenName: "Anna",
      familyName: "Müller",
      accountName: "Hafen Logistik GmbH",
      accountKind: "prospect",
      emails: ["anna.mueller@hafen.example"],
      phones: ["+49401234567", "+49401234567;ext=12", "ask at the gate"],
      linkedinUrl: "https://www.linkedin.com/in/anna-mueller",
      holderId: null,
    });
    const again = await t.post("rep", "/people", {
      givenName: "Ben",
      familyName: "Koch",
      accountName: "HAFEN Logistik",
    });
    expect(again.body).toMatchObject({ fullName: "Ben Koch", accountId: added.body.accountId });
    expect((await t.get("leader", `/people/${added.body.id}`)).body).toEqual(added.body);
  });

  it("turn a name that stands the wrong way round", async () => {
    const { body } = await t.post("rep", "/people", { fullName: "von der Heide, Karla Maria" });
    expect(body).toMatchObject({
      fullName: "Karla Maria von der Heide",
      givenName: "Karla Maria",
      familyName: "von der Heide",
    });
  });

  it("are changed only where something is said", async () => {
    const { body } = await t.post("rep", "/people", {
      fullName: "Cem Aydin",
      city: "Bremen",
      phones: ["0421 1234"],
    });
    const patched = await t.patch("colleague", `/people/${body.id}`, {
      familyName: "Aydın-Roth",
      city: "",
      holderId: t.cast.colleague,
    });
    expect(patched.body).toMatchObject({
      fullName: "Cem Aydın-Roth",
      givenName: "Cem",
      city: null,
      phones: ["+494211234"],
      holderId: t.cast.colleague,
      holderName: "Jonas Weber",
    });
    const renamed = await t.patch("rep", `/people/${body.id}`, { fullName: "Cem Roth" });
    expect(renamed.body).toMatchObject({ givenName: "Cem", familyName: "Roth" });
  });

  it.each([
    [{}, "fullName", "a person needs a name"],
    [{ fullName: "  " }, "fullName", "a person needs a name"],
    [{ fullName: "A", emails: ["not an address"] }, "emails", '"not an address" is not an e-mail address'],
    [
      { fullName: "A", linkedinUrl: "https://linkedin.example/in" },
      "linkedinUrl",
      "not the address of a LinkedIn page, such as linkedin.com/in/ann-lee",
    ],
    [
      { fullName: "A", holderId: "01890000-0000-7000-8000-000000000000" },
      "holderId",
      "there is no such member to hold the relationship",
    ],
    [{ fullName: "x".repeat(201) }, "fullName", "at most 200 characters"],
  ])("are refused with a word about what to mend: %j", async (body, field, detail) => {
    const refused = await t.post("rep", "/people", body);
    expect(refused).toMatchObject({ status: 422, body: { field, detail } });
  });

  it("are not added at an account that is not there", async () => {
    const refused = await t.post("rep", "/people", {
      fullName: "A",
      accountId: "01890000-0000-7000-8000-000000000000",
    });
    expect(refused.status).toBe(404);
    expect((await t.get("rep", "/people?q=A B C D E F G H")).status).toBe(200);
  });

  it("keep where they came from", async () => {
    const { body } = await t.post("rep", "/people", {
      fullName: "Dora Voss",
      origin: { detail: "fair in Kiel", basis: "consent" },
    });
    const origins = await t.get("colleague", `/people/${body.id}/origins`);
    expect(origins.body.items).toMatchObject([
      { cameFrom: "api", detail: "fair in Kiel", basis: "consent", byName: "Mia Sommer" },
    ]);
    expect((await t.get("stranger", `/people/${body.id}/origins`)).status).toBe(404);
  });

  it("are listed by family name and by account, kind of account and holder", async () => {
    const client = await t.post("rep", "/accounts", { name: "Zentralwerk", kind: "client" });
    const add = (fullName: string, more: object = {}) =>
      t.post("rep", "/people", { fullName, accountId: client.body.id, ...more });
    await add("Emma Öhler");
    await add("Alf Zander", { holderId: t.cast.rep });
    await add("Zoe Adler");
    await add("Bo Adler");
    const of = (query: string) => t.get("rep", `/people?${query}`).then((answer) => names(answer.body));
    expect(await of(`account=${client.body.id}`)).toEqual([
      "Bo Adler",
      "Zoe Adler",
      "Emma Öhler",
      "Alf Zander",
    ]);
    expect(await of("kind=client")).toEqual(["Bo Adler", "Zoe Adler", "Emma Öhler", "Alf Zander"]);
    expect(await of(`kind=client&holder=${t.cast.rep}`)).toEqual(["Alf Zander"]);
    expect(await of(`kind=client&q=adl`)).toEqual(["Bo Adler", "Zoe Adler"]);
    expect(await of(`account=${client.body.id}&q=zander`)).toEqual(["Alf Zander"]);
    expect(await of(`kind=partner`)).toEqual([]);
    expect(await of("account=01890000-0000-7000-8000-000000000000")).toEqual([]);
  });

  it("are not there for a stranger", async () => {
    const { body } = await t.post("rep", "/people", { fullName: "Geheim Rat" });
    expect((await t.get("stranger", `/people/${body.id}`)).status).toBe(404);
    expect((await t.patch("stranger", `/people/${body.id}`, { fullName: "Mein Rat" })).status).toBe(404);
    expect((await t.get("stranger", "/people")).body.items).toEqual([]);
    expect((await t.get("stranger", `/people?account=${body.id}`)).body.items).toEqual([]);
    expect((await t.as(null, "GET", `/people/${body.id}`)).status).toBe(401);
    expect((await t.post("stranger", "/people", { fullName: "A", holderId: t.cast.rep })).status).toBe(422);
    expect((await t.get("rep", `/people/${body.id}`)).body.fullName).toBe("Geheim Rat");
  });

  it("lose none and repeat none when somebody is added between two pages", async () => {
    const seen: string[] = [];
    const before = await t.get("rep", "/people?limit=100");
    let cursor: string | null = null;
    let round = 0;
    do {
      const page = await t.get("rep", `/people?limit=3${cursor ? `&cursor=${cursor}` : ""}`);
      seen.push(...page.body.items.map((each: { id: string }) => each.id));
      cursor = page.body.nextCursor;
      round += 1;
      await t.post("colleague", "/people", { fullName: `Neu ${"AMZ"[round % 3]}eu${round}` });
    } while (cursor && round < 30);
    expect(new Set(seen).size).toBe(seen.length);
    for (const { id } of before.body.items) expect(seen).toContain(id);
  });

  it.each(["nonsense", "WyJhIl0", "WzEsMl0", "WyJhIiwiYiJd"])(
    "refuse a cursor that is none of theirs: %s",
    async (cursor) => {
      for (const query of ["", "&q=anna"])
        expect((await t.get("rep", `/people?cursor=${cursor}${query}`)).status).toBe(422);
    },
  );

  it("keep two changes made in the same moment", async () => {
    const { body } = await t.post("rep", "/people", { fullName: "Eile Weile" });
    const path = `/people/${body.id}`;
    await Promise.all([
      t.patch("rep", path, { city: "Kiel" }),
      t.patch("colleague", path, { country: "DE" }),
      t.patch("leader", path, { note: "both" }),
    ]);
    expect((await t.get("rep", path)).body).toMatchObject({ city: "Kiel", country: "DE", note: "both" });
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("removing", () => {
  it("takes somebody off the lists and puts them back", async () => {
    const { body } = await t.post("rep", "/people", {
      fullName: "Flora Kurz",
      emails: ["flora@kurz.example"],
    });
    const path = `/people/${body.id}`;
    expect((await t.del("stranger", path)).status).toBe(404);
    expect((await t.del("rep", path)).status).toBe(204);
    expect((await t.get("rep", path)).status).toBe(404);
    expect((await t.get("rep", "/search?q=flora")).body.people).toEqual([]);
    expect((await t.del("rep", path)).status).toBe(404);
    expect((await t.put("stranger", `${path}/restored`, {})).status).toBe(404);
    expect((await t.put("rep", `${path}/restored`, {})).body).toEqual(body);
    expect((await t.put("rep", `${path}/restored`, {})).status).toBe(409);
    expect((await t.get("rep", "/search?q=flora")).body.people).toHaveLength(1);
  });

  it("is refused while a fact stands, and says which", async () => {
    const { body } = await t.post("rep", "/people", { fullName: "Gero Fest", accountName: "Fest AG" });
    const ask = await t.post("rep", "/asks", { sourceId: body.id, day: "2026-11-16" });
    expect(ask.status).toBe(201);
    const refused = await t.del("rep", `/people/${body.id}`);
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toMatch(/^Gero Fest stays: there is an ask of 16 November\./);
    expect((await t.del("rep", `/accounts/${body.accountId}`)).body.detail).toMatch(
      /^Gero Fest works at Fest AG/,
    );
    await t.del("rep", `/asks/${ask.body.id}`);
    expect((await t.del("rep", `/people/${body.id}`)).status).toBe(204);
    expect((await t.del("stranger", `/accounts/${body.accountId}`)).status).toBe(404);
    expect((await t.del("rep", `/accounts/${body.accountId}`)).status).toBe(204);
    expect((await t.get("rep", `/accounts/${body.accountId}`)).status).toBe(404);
    expect((await t.put("stranger", `/accounts/${body.accountId}/restored`, {})).status).toBe(404);
    expect((await t.put("rep", `/accounts/${body.accountId}/restored`, {})).body.name).toBe("Fest AG");
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("private notes", () => {
  it("are seen by whoever wrote them and by nobody else", async () => {
    const { body } = await t.post("rep", "/people", {
      fullName: "Hanna Still",
      accountName: "Still & Leise",
    });
    for (const path of [`/people/${body.id}/private-note`, `/accounts/${body.accountId}/private-note`]) {
      expect((await t.put("rep", path, { text: "met at school" })).body).toEqual({ text: "met at school" });
      expect((await t.get("rep", path)).body).toEqual({ text: "met at school" });
      expect((await t.get("colleague", path)).body).toEqual({ text: "" });
      expect((await t.get("leader", path)).body).toEqual({ text: "" });
      expect((await t.get("stranger", path)).status).toBe(404);
      expect((await t.put("stranger", path, { text: "mine" })).status).toBe(404);
      expect((await t.put("rep", path, { text: "" })).body).toEqual({ text: "" });
    }
    const lines = await t.get("rep", `/timeline?of=${body.id}`);
    expect(JSON.stringify(lines.body)).not.toContain("school");
  });
});
