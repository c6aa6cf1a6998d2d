import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let jale: string;
let account: string;
beforeAll(async () => {
  t = await openTestHouse();
  account = (await t.post("rep", "/accounts", { name: "Hafen Logistik GmbH", kind: "client" })).body.id;
  const said = {
    fullName: "Jale Merz",
    accountId: account,
    emails: ["jale@hafen.example"],
    note: "Ours alone.",
  };
  jale = (await t.post("rep", "/people", said)).body.id;
  await t.post("rep", "/people", { fullName: "Bruno Amsel" });
});
afterAll(() => t?.close());

describe("people as cards", () => {
  it("are handed to whoever sees them, without our notes", async () => {
    const card = await t.get("colleague", `/people/${jale}/card.vcf`);
    expect(card.headers.get("content-type")).toBe("text/vcard; charset=utf-8");
    expect(card.headers.get("content-disposition")).toContain('filename="Jale-Merz.vcf"');
    expect(card.body).toContain("VERSION:3.0\r\n");
    expect(card.body).toContain("EMAIL;TYPE=INTERNET:jale@hafen.example\r\n");
    expect(card.body).not.toContain("Ours alone");
    expect((await t.get("rep", `/people/${jale}/card.vcf?version=4.0`)).body).toContain("VERSION:4.0\r\n");
    expect((await t.get("stranger", `/people/${jale}/card.vcf`)).status).toBe(404);
  });

  it("are a list as it is narrowed, page after page", async () => {
    const names = async (query = "") =>
      [...(await t.get("rep", `/people-cards.vcf${query}`)).body.matchAll(/^FN:(.*)\r$/gm)].map(
        (each) => each[1],
      );
    expect(await names()).toEqual(
      ["Bruno Amsel", "Jale Merz"].toSorted((a, b) => a.split(" ")[1]!.localeCompare(b.split(" ")[1]!)),
    );
    expect(await names(`?account=${account}`)).toEqual(["Jale Merz"]);
    expect(await names("?q=Bruno")).toEqual(["Bruno Amsel"]);
    for (let at = 0; at < 101; at++) await t.post("rep", "/people", { fullName: `Person Nr${at}` });
    expect(await names()).toHaveLength(103);
    expect((await t.get("stranger", "/people-cards.vcf")).body).toBe("");
  });
});
