import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

describe("people", () => {
  it("are added with a name as it is typed, numbers made readable, and an account found or made", async () => {
    const added = await t.post("rep", "/people", {
      fullName: " Dr. Anna  Müller ",
      title: "Head of Logistics",
      accountName: "Hafen Logistik GmbH",
      emails: ["Anna.Mueller@Hafen.example", "anna.mueller@hafen.example"],
      phones: ["040 / 123 45-67", "ext. 12 (reception)"],
    });
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({
      fullName: "Dr. Anna Müller",
      givenName: "Anna",
      familyName: "Müller",
      accountName: "Hafen Logistik GmbH",
      accountKind: "prospect",
      emails: ["anna.mueller@hafen.example"],
      phones: ["+49401234567", "ext. 12 (reception)"],
      holderId: null,
    });
    const again = await t.post("rep", "/people", { fullName: "Ben Koch", accountName: "HAFEN Logistik" });
    expect(again.body.accountId).toBe(added.body.accountId);
    const found = await t.get("colleague", "/search?q=mull");
    expect(found.body.people.map((each: { fullName: string }) => each.fullName)).toEqual(["Dr. Anna Müller"]);
  });
});
