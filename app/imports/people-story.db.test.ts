import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringerIn, type Bringer } from "#demo/bring-file.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { PersonView } from "#people/person-view.ts";

let t: TestHouse;
let rep: Bringer;
beforeAll(async () => {
  t = await openTestHouse();
  rep = bringerIn(t, "rep");
});
afterAll(() => t?.close());

const LINKEDIN = `Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Brandt,https://www.linkedin.com/in/ada-brandt,ada@hafen.example,Hafen Logistik GmbH,Einkauf,12 Mar 2021
Ben,Cordes,https://www.linkedin.com/in/ben-cordes,,Hafen Logistik,Vertrieb,01 Apr 2022
,,,,,,
Ada,Brandt,https://www.linkedin.com/in/ada-brandt,ada.brandt@mail.example,Hafen Logistik GmbH,Einkauf,12 Mar 2021
`;

async function personNamed(name: string): Promise<PersonView> {
  const { body } = await t.get("rep", `/people?q=${encodeURIComponent(name)}`);
  return body.items[0];
}

function contactOf(company: string, title: string): string {
  return `Contact ID,First Name,Last Name,Account Name,Title,Email
003A0000001AAAA,Dora,Evers,${company},${title},dora@evers.example
`;
}

describe("people from a file", () => {
  it("come in with their companies, each once, and say where they came from", async () => {
    const one = await rep.bring("Connections.csv", LINKEDIN);
    expect(one).toMatchObject({ state: "previewed", kind: "people", format: "linkedin-connections" });
    expect(one.counts).toMatchObject({ create: 2, skip: 1, bad: 0, accounts: 1 });
    const done = await rep.apply(one);
    expect(done.counts).toEqual(one.counts);
    const ada = await personNamed("Ada Brandt");
    expect(ada).toMatchObject({
      accountName: "Hafen Logistik GmbH",
      title: "Einkauf",
      emails: ["ada@hafen.example", "ada.brandt@mail.example"],
      holderName: "Mia Sommer",
    });
    const ben = await personNamed("Ben Cordes");
    expect(ben.accountId).toBe(ada.accountId);
    const origins = (await t.get("rep", `/people/${ada.id}/origins`)).body;
    expect(JSON.stringify(origins)).toContain("Connections.csv, connected on 2021-03-12");
    const [account, ...rows] = await rep.rows(done);
    expect(account).toMatchObject({ line: null, action: "create", subjectKind: "account" });
    expect(rows.map(({ action, reason }) => [action, reason])).toEqual([
      ["create", null],
      ["create", null],
      ["skip", "it repeats line 5; what it adds is put there"],
    ]);
  });

  it("change nothing when the file is brought again, whatever a person has changed here since", async () => {
    const ada = await personNamed("Ada Brandt");
    await t.patch("rep", `/people/${ada.id}`, {
      fullName: "Ada Brandt-Meier",
      emails: ["new@hafen.example"],
    });
    const again = await rep.bring("Connections.csv", LINKEDIN);
    expect(again.counts).toMatchObject({ create: 0, update: 0, same: 2, skip: 1, accounts: 0 });
    await rep.apply(again);
    expect((await t.get("rep", `/people/${ada.id}`)).body).toMatchObject({
      fullName: "Ada Brandt-Meier",
      emails: ["new@hafen.example"],
    });
    await t.patch("rep", `/people/${ada.id}`, { fullName: "Ada Brandt", emails: ada.emails });
  });

  it("are filled in where nothing is known; what somebody wrote here stays; the undo puts it back", async () => {
    const before = await personNamed("Ben Cordes");
    await t.patch("rep", `/people/${before.id}`, { title: "Head of Sales" });
    const csv =
      "First Name,Last Name,E-mail,Phone,Company,Title,City\nBen,Cordes,ben@hafen.example,0170 1234567,HAFEN LOGISTIK,Clerk,Bremen\n";
    const one = await rep.bring("ben.csv", csv);
    expect(one).toMatchObject({ state: "unmapped", suggestion: { kind: "people" } });
    const mapped = await rep.map(one, one.suggestion as object);
    expect(mapped.counts).toMatchObject({ update: 1, create: 0 });
    const [row] = await rep.rows(mapped);
    expect(row?.reason).toBe("fills in e-mail, phone, city");
    const done = await rep.apply(mapped);
    expect(await personNamed("Ben Cordes")).toMatchObject({
      title: "Head of Sales",
      emails: ["ben@hafen.example"],
      phones: ["+491701234567"],
      city: "Bremen",
    });
    await t.patch("rep", `/people/${before.id}`, { city: "Hamburg" });
    expect(await rep.undo(done)).toMatchObject({ state: "undone", kept: 1 });
    expect(await personNamed("Ben Cordes")).toMatchObject({
      title: "Head of Sales",
      emails: [],
      phones: [],
      city: "Hamburg",
    });
    const [kept] = await rep.rows(done, "kept=true");
    expect(kept?.kept).toBe("changed again since: city");
  });

  it("are mapped without asking the next time the columns come, in any order", async () => {
    const csv =
      "title,city,first name,last name,e-mail,phone,company\nCFO,Kiel,Cleo,Dahl,cleo@werft.example,,Werft Nord\n";
    const one = await rep.bring("more.csv", csv);
    expect(one).toMatchObject({ state: "previewed", counts: { create: 1, accounts: 1 } });
    await rep.apply(one);
    expect(await personNamed("Cleo Dahl")).toMatchObject({ title: "CFO", accountName: "Werft Nord" });
  });

  it("who changed employer in the other system move, keep their history, and move back with the undo", async () => {
    const first = await rep.apply(await rep.bring("contacts.csv", contactOf("Altwerk AG", "Buyer")));
    expect(first).toMatchObject({ state: "applied", format: "salesforce-contact-report" });
    const second = await rep.bring("contacts.csv", contactOf("Neuwerk AG", "Director"));
    expect((await rep.rows(second, "action=update"))[0]?.reason).toBe("changes title, company");
    const moved = await rep.apply(second);
    const dora = await personNamed("Dora Evers");
    expect(dora).toMatchObject({ accountName: "Neuwerk AG", title: "Director" });
    const history = async () =>
      (await t.get("rep", `/people/${dora.id}/positions`)).body.items.map(
        (each: { accountName: string; untilDay: string | null }) => [each.accountName, each.untilDay],
      );
    expect(await history()).toEqual([
      ["Neuwerk AG", null],
      ["Altwerk AG", "2026-11-18"],
    ]);
    expect(await rep.undo(moved)).toMatchObject({ kept: 0 });
    expect(await personNamed("Dora Evers")).toMatchObject({ accountName: "Altwerk AG", title: "Buyer" });
    expect(await history()).toEqual([["Altwerk AG", null]]);
    expect((await t.get("rep", "/accounts?q=Neuwerk")).body.items).toEqual([]);
  });

  it("stay when something hangs on them by the time of the undo, which says so", async () => {
    const csv =
      "Name,E-mail,Company\nEmil Frank,emil@frank.example,Frankwerk\nFine Groth,fine@frank.example,Frankwerk\n";
    const one = await rep.bring("frank.csv", csv);
    const done = await rep.apply(await rep.map(one, one.suggestion as object));
    const emil = await personNamed("Emil Frank");
    expect((await t.post("rep", "/asks", { sourceId: emil.id })).status).toBe(201);
    const undone = await rep.undo(done);
    expect(undone).toMatchObject({ state: "undone", kept: 2 });
    expect((await rep.rows(done, "kept=true")).map((row) => row.kept)).toEqual([
      "Emil Frank works there",
      "an ask of 18 November hangs on it",
    ]);
    expect((await t.get("rep", "/people?q=Fine+Groth")).body.items).toEqual([]);
    const again = await rep.bring("frank.csv", csv);
    expect(again.counts).toMatchObject({ same: 1, create: 1 });
    expect(await t.mistakes()).toEqual([]);
  });

  it("with mistakes go out again as a file to mend, and in when they are mended; the good ones go in at once", async () => {
    const csv =
      'sep=;\r\nName;E-mail;Company\r\nGero Hahn;gero@hahn.example;"Hahn; Söhne"\r\n;;Nobody AG\r\nIda Jost;ida@jost.example;Jost;too much\r\n=cmd();;\r\n';
    const one = await rep.bring("mixed.csv", csv);
    const mapped = one.state === "unmapped" ? await rep.map(one, one.suggestion as object) : one;
    expect(mapped.counts).toMatchObject({ create: 2, bad: 2 });
    const done = await rep.apply(mapped);
    expect((await personNamed("Gero Hahn")).accountName).toBe("Hahn; Söhne");
    const file = await t.as("rep", "GET", `/imports/${done.id}/mend.csv`);
    expect(file.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(file.headers.get("x-content-type-options")).toBe("nosniff");
    const lines = (file.body as string).replace("\uFEFF", "").trimEnd().split("\r\n");
    expect(lines).toEqual([
      "Name;E-mail;Company;Askwell: what to mend",
      expect.stringMatching(/^;;Nobody AG;no name and no e-mail address/),
      expect.stringMatching(/^Ida Jost;ida@jost\.example;"Jost;too much";"?4 cells where/),
    ]);
    const mended = await rep.bring(
      "mixed to mend.csv",
      `\uFEFF${lines[0]}\r\nIda Jost;ida@jost.example;Jost;\r\n`,
    );
    expect(mended).toMatchObject({ state: "previewed", counts: { create: 1, bad: 0 } });
    await rep.apply(mended);
    expect((await personNamed("Ida Jost")).accountName).toBe("Jost");
  });

  it("can be taken off a list of files only when nothing of them is in", async () => {
    const one = await rep.bring("aside.csv", "Name,E-mail,Company\nKai Lenz,kai@lenz.example,Lenz\n");
    expect((await t.del("rep", `/imports/${one.id}`)).status).toBe(204);
    expect((await rep.find(one.id)).state).toBe("set-aside");
    const list = (await t.get("rep", "/imports")).body.items as { id: string; state: string }[];
    expect(list.map(({ id }) => id)).not.toContain(one.id);
    const inside = list.find(({ state }) => state === "applied");
    expect((await t.del("rep", `/imports/${inside?.id}`)).status).toBe(409);
  });
});
