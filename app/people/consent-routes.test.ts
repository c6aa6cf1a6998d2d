import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let now = NOON;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => now } });
});
afterAll(() => t?.close());

const add = async (fullName: string, more: object = {}) =>
  (await t.post("rep", "/people", { fullName, ...more })).body.id as string;
const writing = async (id: string) => (await t.get("colleague", `/people/${id}/writing`)).body;
const verbs = async (id: string) =>
  (await t.get("rep", `/timeline?of=${id}`)).body.items.map((line: { verb: string }) => line.verb);
const nobody = "01890000-0000-7000-8000-000000000000";

describe("that somebody agreed to be written to", () => {
  it("is not said at first, and the law of their country says what holds then", async () => {
    const [german, american] = [
      await add("Greta Grün", { country: "DE" }),
      await add("Ann Arbor", { country: "US" }),
    ];
    expect(await writing(german)).toMatchObject({
      personId: german,
      state: "unsaid",
      mayBeWrittenTo: false,
      consent: null,
      stop: null,
      law: { name: "Germany", consentFirst: true },
    });
    expect(await writing(american)).toMatchObject({ state: "unsaid", mayBeWrittenTo: true });
  });

  it.each([
    ["as somebody wrote it", { country: "Deutschland" }, "Germany"],
    ["as the company has it", { accountName: "Elbe Kräne", country: null }, "Canada"],
    ["by their phone", { phones: ["+1 212 555 0147"] }, "the United States"],
    ["by nothing", { city: "Hamburg" }, "their country"],
  ])("goes by the law of their country %s", async (_, more, name) => {
    if ("accountName" in more)
      await t.post("rep", "/accounts", { name: more.accountName, kind: "prospect", country: "Kanada" });
    expect((await writing(await add("Lea Law", more))).law.name).toBe(name);
  });

  it("is noted with how, when, by whom and in their words, on their timeline, and once", async () => {
    const id = await add("Bo Brandt", { country: "DE" });
    const said = { how: "call", day: "2026-11-12", words: " Gern, schreiben Sie. " };
    const first = await t.post("rep", `/people/${id}/consents`, said);
    expect(first).toMatchObject({
      status: 201,
      body: {
        personId: id,
        how: "call",
        covers: "introduction",
        words: "Gern, schreiben Sie.",
        day: "2026-11-12",
        by: { name: "Mia Sommer" },
        withdrawnOn: null,
      },
    });
    const again = await t.post("rep", `/people/${id}/consents`, said);
    expect(again.body.id).toBe(first.body.id);
    expect(await writing(id)).toMatchObject({
      state: "agreed",
      mayBeWrittenTo: true,
      consent: { id: first.body.id },
    });
    expect(await verbs(id)).toEqual(["person.added", "consent.given"]);
    expect(
      (await t.post("rep", `/people/${id}/consents`, { how: "call", day: "2026-11-19" })).body,
    ).toMatchObject({ kind: "invalid", field: "day" });
  });

  it("is withdrawn from a day on, by whoever hears it, and kept when that was a mistake", async () => {
    const id = await add("Wanda Wieder", { country: "CA" });
    const { body } = await t.post("rep", `/people/${id}/consents`, { how: "page", day: "2026-11-12" });
    expect((await t.put("colleague", `/consents/${body.id}/withdrawn`, { day: "2026-11-11" })).status).toBe(
      422,
    );
    expect(await t.put("colleague", `/consents/${body.id}/withdrawn`, { day: "2026-11-15" })).toMatchObject({
      status: 200,
      body: { withdrawnOn: "2026-11-15" },
    });
    // What they took back holds where the law would not have asked for it, too.
    expect(await writing(id)).toMatchObject({ state: "withdrawn", mayBeWrittenTo: false });
    expect((await t.put("rep", `/consents/${body.id}/withdrawn`, {})).status).toBe(409);
    expect((await t.del("rep", `/consents/${body.id}/withdrawn`)).body).toMatchObject({ withdrawnOn: null });
    expect((await t.del("rep", `/consents/${body.id}/withdrawn`)).status).toBe(409);
    expect(await writing(id)).toMatchObject({ state: "agreed" });
  });

  it("is taken back as a mistake by whoever may, and brought back", async () => {
    const id = await add("Mika Falsch", { country: "DE" });
    const { body } = await t.post("rep", `/people/${id}/consents`, { how: "email" });
    expect((await t.del("colleague", `/consents/${body.id}`)).status).toBe(403);
    expect((await t.del("manager", `/consents/${body.id}`)).status).toBe(204);
    expect(await writing(id)).toMatchObject({ state: "unsaid", consent: null });
    expect((await t.del("rep", `/consents/${body.id}`)).status).toBe(404);
    expect((await t.put("rep", `/consents/${body.id}/restored`, {})).status).toBe(200);
    expect((await t.put("rep", `/consents/${body.id}/restored`, {})).status).toBe(409);
    expect(await writing(id)).toMatchObject({ state: "agreed" });
    expect(await verbs(id)).toEqual(["consent.given", "consent.taken-back", "consent.given", "person.added"]);
  });

  it("counts for whom they were merged into", async () => {
    const [keptId, mergedId] = [await add("Ida Bleibt"), await add("Ida Geht")];
    await t.post("rep", `/people/${mergedId}/consents`, { how: "in-person" });
    await t.post("rep", "/merges", { kind: "person", keptId, mergedId });
    expect(await writing(keptId)).toMatchObject({ state: "agreed", personId: keptId });
    expect(await writing(mergedId)).toMatchObject({ state: "agreed", personId: keptId });
    const objected = await add("Ida Nein");
    await t.put("rep", `/people/${objected}/do-not-write`, {});
    await t.post("rep", "/merges", { kind: "person", keptId, mergedId: objected });
    expect(await writing(keptId)).toMatchObject({ state: "stopped", stop: { personId: keptId } });
  });
});

describe("somebody who does not want to hear from us", () => {
  it("is not written to, whatever they agreed to, until it is lifted by whoever may", async () => {
    const id = await add("Nora Nein", { country: "US" });
    await t.post("rep", `/people/${id}/consents`, { how: "page" });
    const said = await t.put("rep", `/people/${id}/do-not-write`, { reach: "e-mail", words: "Keine Mails." });
    expect(said).toMatchObject({
      status: 200,
      body: { reach: "e-mail", words: "Keine Mails.", day: "2026-11-18", by: { name: "Mia Sommer" } },
    });
    expect((await t.put("rep", `/people/${id}/do-not-write`, { reach: "e-mail" })).body.id).toBe(
      said.body.id,
    );
    await t.post("colleague", `/people/${id}/consents`, { how: "call" });
    expect(await writing(id)).toMatchObject({
      state: "stopped",
      mayBeWrittenTo: false,
      stop: { id: said.body.id },
    });
    expect((await t.del("colleague", `/do-not-writes/${said.body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/do-not-writes/${said.body.id}`)).status).toBe(204);
    expect((await t.del("rep", `/do-not-writes/${said.body.id}`)).status).toBe(409);
    expect(await writing(id)).toMatchObject({ state: "agreed", stop: null });
    expect((await t.put("rep", `/do-not-writes/${said.body.id}/restored`, {})).status).toBe(200);
    expect(await writing(id)).toMatchObject({ state: "stopped" });
  });

  it("held until the day on which it was lifted", async () => {
    const id = await add("Lia Lang");
    const { body } = await t.put("rep", `/people/${id}/do-not-write`, { reach: "everything" });
    now = new Date("2026-11-20T10:00:00Z");
    expect((await t.del("rep", `/do-not-writes/${body.id}`)).status).toBe(204);
    expect(await verbs(id)).toEqual(["do-not-write.lifted", "do-not-write.said", "person.added"]);
    expect((await t.put("rep", `/do-not-writes/${body.id}/restored`, {})).body).toMatchObject({
      liftedOn: null,
    });
    now = NOON;
  });

  it("is known again by an address when their record has left the lists and somebody writes them down anew", async () => {
    const emails = ["Alte.Adresse@beispiel.example"];
    const id = await add("Olga Alt", { emails });
    const { body } = await t.put("rep", `/people/${id}/do-not-write`, {});
    await t.post("rep", `/people/${id}/consents`, { how: "call" });
    expect((await t.del("rep", `/people/${id}`)).status).toBe(204);
    const anew = await add("O. Alt", { emails: ["alte.adresse@beispiel.example"] });
    expect(await writing(anew)).toMatchObject({ state: "stopped", stop: { id: body.id, personId: id } });
    expect(await writing(await add("Otto Anders", { emails: ["otto@beispiel.example"] }))).toMatchObject({
      state: "unsaid",
    });
    // Lifted from where it is seen, although whoever said it is off the lists.
    expect((await t.del("rep", `/do-not-writes/${body.id}`)).status).toBe(204);
    expect(await writing(anew)).toMatchObject({ state: "unsaid" });
  });
});

describe("a stranger", () => {
  it.each([
    ["GET", "/people/ID/writing", undefined],
    ["POST", "/people/ID/consents", { how: "call" }],
    ["PUT", "/people/ID/do-not-write", {}],
  ])("%s %s is not there", async (method, path, body) => {
    const id = await add("Frida Fremd");
    expect((await t.as("stranger", method, path.replace("ID", id), body)).status).toBe(404);
    expect((await t.as("rep", method, path.replace("ID", nobody), body)).status).toBe(404);
  });

  it("finds none of the records, and the numbers are right after all this", async () => {
    const id = await add("Frieda Fremd");
    const { body: consent } = await t.post("rep", `/people/${id}/consents`, { how: "call" });
    const { body: stop } = await t.put("rep", `/people/${id}/do-not-write`, {});
    for (const [method, path] of [
      ["PUT", `/consents/${consent.id}/withdrawn`],
      ["DELETE", `/consents/${consent.id}/withdrawn`],
      ["DELETE", `/consents/${consent.id}`],
      ["PUT", `/consents/${consent.id}/restored`],
      ["DELETE", `/do-not-writes/${stop.id}`],
      ["PUT", `/do-not-writes/${stop.id}/restored`],
    ] as const)
      expect((await t.as("stranger", method, path, {})).status, `${method} ${path}`).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });
});
