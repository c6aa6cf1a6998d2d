import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  const account = await t.post("rep", "/accounts", { name: "Hafen Logistik GmbH", kind: "client" });
  await t.post("rep", "/people", {
    fullName: "Jale Merz",
    accountId: account.body.id,
    emails: ["jale.merz@hafen.example"],
  });
});
afterAll(() => t?.close());

const BOOK = [
  "BEGIN:VCARD",
  "VERSION:3.0",
  "UID:one",
  "N:Merz;Jale;;;",
  "FN:Jale Merz",
  "EMAIL;TYPE=INTERNET:jale.merz@hafen.example",
  "TEL;TYPE=CELL:+49 170 1234567",
  "END:VCARD",
  "BEGIN:VCARD",
  "VERSION:2.1",
  "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg",
  "ORG:Weser Pumpen AG;Sales",
  "TITLE:Plant manager",
  "EMAIL;INTERNET:joerg@weser.example",
  "END:VCARD",
  "BEGIN:VCARD",
  "VERSION:4.0",
  "NOTE:Nobody at all",
  "END:VCARD",
].join("\r\n");

const bring = (who: CastName, text: string, name = "contacts.vcf") =>
  t.as(who, "POST", `/imports?name=${name}`, new TextEncoder().encode(text));
const search = async (q: string) => (await t.get("rep", `/people?q=${encodeURIComponent(q)}`)).body.items;

describe("an address book of cards", () => {
  it("is previewed, brought in and taken back like any other file", async () => {
    const brought = await bring("rep", BOOK);
    expect([brought.status, brought.body.formatLabel]).toEqual([201, "Address book (vCard)"]);
    const { id } = brought.body;
    await t.runJobs();
    const preview = (await t.get("rep", `/imports/${id}`)).body;
    expect(preview).toMatchObject({ state: "previewed", counts: { create: 1, update: 1, bad: 1 } });
    expect((await t.get("stranger", `/imports/${id}`)).status).toBe(404);
    expect((await t.put("colleague", `/imports/${id}/application`, {})).status).toBe(403);
    expect(await search("Jörg Müller")).toEqual([]);
    await t.put("rep", `/imports/${id}/application`, {});
    await t.runJobs();
    expect(await search("Jörg Müller")).toMatchObject([
      {
        fullName: "Jörg Müller",
        title: "Plant manager",
        accountName: "Weser Pumpen AG",
        emails: ["joerg@weser.example"],
      },
    ]);
    expect((await search("Jale Merz"))[0].phones).toEqual(["+491701234567"]);
    const mend = (await t.get("rep", `/imports/${id}/mend.csv`)).body;
    expect(mend).toContain("Nobody at all");
    await t.del("rep", `/imports/${id}/application`);
    await t.runJobs();
    expect(await search("Jörg Müller")).toEqual([]);
    expect((await search("Jale Merz"))[0].phones).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });

  it("says of a card that is cut off that it is, and of a book without one that there is none", async () => {
    const whole = "BEGIN:VCARD\r\nFN:Anne Ahrens\r\nEMAIL:anne@a.example\r\nEND:VCARD";
    const cut = "BEGIN:VCARD\r\nFN:Bert Bohm\r\nEMAIL:be";
    const { id } = (await bring("rep", `${whole}\r\n${cut}`)).body;
    await t.runJobs();
    expect((await t.get("rep", `/imports/${id}`)).body.counts).toMatchObject({ create: 1, bad: 1 });
    const { items } = (await t.get("rep", `/imports/${id}/rows?action=bad`)).body;
    expect(items).toMatchObject([{ line: 5, reason: expect.stringContaining("END:VCARD is missing") }]);
    for (const none of ["BEGIN:VCARD\r\nKIND:group\r\nFN:All\r\nEND:VCARD", cut, "Name,Town\nAnne,Ulm"]) {
      const refused = await bring("rep", none);
      expect([refused.status, refused.body.detail]).toEqual([422, expect.stringContaining("no")]);
    }
    const calendar = await bring("rep", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", "mine.ics");
    expect([calendar.status, calendar.body.detail]).toEqual([
      422,
      expect.stringContaining("Settings → Your calendar"),
    ]);
  });
});
