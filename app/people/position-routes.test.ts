import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let id: string;
let turn = 0;
beforeAll(async () => {
  t = await openTestHouse();
});
beforeEach(async () => {
  turn += 1;
  id = (
    await t.post("rep", "/people", {
      fullName: `Ida Wechsel ${turn}`,
      title: "Buyer",
      accountName: "Erste AG",
    })
  ).body.id;
});
afterAll(() => t?.close());

const path = () => `/people/${id}/positions`;
const history = async () =>
  (await t.get("rep", path())).body.items.map((each: Record<string, unknown>) => [
    each["accountName"],
    each["title"],
    each["fromDay"],
    each["untilDay"],
    each["current"],
  ]);
const person = async () => {
  const { title, accountName } = (await t.get("rep", `/people/${id}`)).body;
  return [accountName, title];
};

describe("positions", () => {
  it("keep the history when somebody changes employer, and undo gives it back", async () => {
    const taken = await t.post("rep", path(), {
      accountName: "Zweite GmbH",
      title: "Head of Buying",
      fromDay: "2026-10-01",
    });
    expect(taken).toMatchObject({ status: 201, body: { accountName: "Zweite GmbH", current: true } });
    expect(await history()).toEqual([
      ["Zweite GmbH", "Head of Buying", "2026-10-01", null, true],
      ["Erste AG", "Buyer", null, "2026-10-01", false],
    ]);
    expect(await person()).toEqual(["Zweite GmbH", "Head of Buying"]);
    expect((await t.del("rep", `${path()}/${taken.body.id}`)).status).toBe(204);
    expect(await history()).toEqual([["Erste AG", "Buyer", null, null, true]]);
    expect(await person()).toEqual(["Erste AG", "Buyer"]);
    const lines = (await t.get("rep", `/timeline?of=${id}`)).body.items;
    expect(
      lines.map((line: { verb: string; undone: boolean }) => [line.verb, line.undone]).toSorted(),
    ).toEqual([
      ["person.added", false],
      ["position.taken", true],
      ["position.taken-back", false],
    ]);
  });

  it("of the past are only added", async () => {
    await t.post("rep", path(), {
      accountName: "Früher KG",
      title: "Trainee",
      fromDay: "1998-04-01",
      untilDay: "2001-01-01",
    });
    expect(await history()).toEqual([
      ["Erste AG", "Buyer", null, null, true],
      ["Früher KG", "Trainee", "1998-04-01", "2001-01-01", false],
    ]);
    expect(await person()).toEqual(["Erste AG", "Buyer"]);
  });

  it("follow a change made on the person: a title is corrected, an account left today", async () => {
    await t.patch("rep", `/people/${id}`, { title: "Senior Buyer" });
    expect(await history()).toEqual([["Erste AG", "Senior Buyer", null, null, true]]);
    await t.patch("rep", `/people/${id}`, { accountName: "Dritte SE", title: "CPO" });
    expect(await history()).toEqual([
      ["Dritte SE", "CPO", "2026-11-18", null, true],
      ["Erste AG", "Senior Buyer", null, "2026-11-18", false],
    ]);
    await t.patch("rep", `/people/${id}`, { accountName: "Vierte SE" });
    expect(await history()).toEqual([
      ["Vierte SE", "CPO", "2026-11-18", null, true],
      ["Erste AG", "Senior Buyer", null, "2026-11-18", false],
    ]);
    await t.patch("rep", `/people/${id}`, { accountId: null });
    expect(await person()).toEqual([null, "CPO"]);
  });

  it("can be corrected; ending the current one leaves the person without", async () => {
    const [current] = (await t.get("rep", path())).body.items;
    const patched = await t.patch("colleague", `${path()}/${current.id}`, {
      title: "Chief Buyer",
      fromDay: "2019-05-01",
    });
    expect(patched.body).toMatchObject({ title: "Chief Buyer", fromDay: "2019-05-01", current: true });
    expect(await person()).toEqual(["Erste AG", "Chief Buyer"]);
    await t.patch("rep", `${path()}/${current.id}`, { untilDay: "2026-11-01" });
    expect(await person()).toEqual([null, null]);
    await t.post("rep", path(), { accountName: "Neu AG" });
    const refused = await t.patch("rep", `${path()}/${current.id}`, { untilDay: null });
    expect(refused).toMatchObject({
      status: 409,
      body: { detail: expect.stringContaining("they are at Neu AG now") },
    });
  });

  it("say what to mend", async () => {
    const tooEarly = async (body: object) =>
      (await t.post("rep", path(), { accountName: "Neu AG", ...body })).body;
    await t.post("rep", path(), { accountName: "Zweite GmbH", fromDay: "2020-01-01" });
    expect(await tooEarly({ fromDay: "2019-01-01" })).toMatchObject({
      field: "fromDay",
      detail: expect.stringContaining("since 1 January 2020"),
    });
    expect(await tooEarly({ fromDay: "2027-01-01" })).toMatchObject({ field: "fromDay", kind: "invalid" });
    expect((await t.post("rep", path(), { title: "CEO" })).body).toMatchObject({
      field: "accountId",
      kind: "invalid",
    });
  });

  it("are no stranger's business", async () => {
    const [current] = (await t.get("rep", path())).body.items;
    expect((await t.get("stranger", path())).status).toBe(404);
    expect((await t.post("stranger", path(), { accountName: "Raub AG" })).status).toBe(404);
    expect((await t.patch("stranger", `${path()}/${current.id}`, { title: "x" })).status).toBe(404);
    expect((await t.del("stranger", `${path()}/${current.id}`)).status).toBe(404);
    const other = await t.post("rep", "/people", { fullName: "Ole Anders" });
    expect((await t.del("rep", `/people/${other.body.id}/positions/${current.id}`)).status).toBe(404);
    expect(await history()).toEqual([["Erste AG", "Buyer", null, null, true]]);
  });
});
