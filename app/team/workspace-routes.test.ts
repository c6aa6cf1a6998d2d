import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { mistakesInTally } from "#lib/storage/tally.ts";
import { openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const settings = {
  name: "Nordlicht Systeme",
  timeZone: "Europe/Berlin",
  currency: "EUR",
  calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
  defaultCountry: "DE",
};

describe("settings", () => {
  it("are changed by a leader and hold at once; the short name stays", async () => {
    const calendar = { firstDay: 1, pattern: "4-4-5", startMonth: 2 };
    const changed = await t.put("leader", "/workspace", {
      ...settings,
      name: "Nordlicht AG",
      timeZone: "America/Lima",
      currency: "PEN",
      calendar,
      defaultCountry: null,
    });
    expect(changed.body).toEqual({
      slug: "nordlicht-systeme",
      name: "Nordlicht AG",
      timeZone: "America/Lima",
      currency: "PEN",
      calendar,
      defaultCountry: null,
      restDays: 30,
      workdays: [1, 2, 3, 4, 5],
      postalAddress: null,
      recount: null,
    });
    const me = await t.get("rep", "/me");
    expect(me.body.workspace).toMatchObject({ name: "Nordlicht AG", timeZone: "America/Lima", calendar });
    const cookie = await t.session("rep");
    await t.put("leader", "/workspace", settings);
    const seats = (await t.as(null, "GET", "/me", undefined, { cookie })).body.workspaces;
    expect(seats.map((each: { name: string }) => each.name)).toEqual(["Nordlicht Systeme"]);
  });

  it("say how long sources rest; who does not say it leaves it", async () => {
    const changed = await t.put("leader", "/workspace", { ...settings, restDays: 45 });
    expect(changed.body.restDays).toBe(45);
    expect((await t.put("leader", "/workspace", settings)).body.restDays).toBe(45);
    for (const restDays of [-1, 366, 1.5])
      expect(await t.put("leader", "/workspace", { ...settings, restDays })).toMatchObject({ status: 422 });
    expect((await t.put("leader", "/workspace", { ...settings, restDays: 366 })).body.field).toBe("restDays");
    expect((await t.put("manager", "/workspace", { ...settings, restDays: 3 })).status).toBe(403);
    expect((await t.put("leader", "/workspace", { ...settings, restDays: 30 })).body.restDays).toBe(30);
  });

  it("say where one can be reached by post, on one line; who does not say it leaves it", async () => {
    const put = (postalAddress: string | null) =>
      t.put("leader", "/workspace", { ...settings, postalAddress });
    expect((await put(" Am Kai 3\r\n20457 Hamburg ")).body.postalAddress).toBe("Am Kai 3, 20457 Hamburg");
    expect((await t.put("leader", "/workspace", settings)).body.postalAddress).toBe(
      "Am Kai 3, 20457 Hamburg",
    );
    expect((await put("[our postal address]")).body).toMatchObject({ field: "postalAddress" });
    expect((await put("x".repeat(301))).body).toMatchObject({ field: "postalAddress" });
    expect((await put("")).body.postalAddress).toBeNull();
  });

  it("leave the amounts that are there in their currency", async () => {
    const account = await t.post("leader", "/accounts", { name: "Alt AG" });
    const deal = await t.post("leader", "/deals", {
      name: "Alt",
      accountId: account.body.id,
      amount: { minor: 100, currency: "EUR" },
    });
    await t.put("leader", "/workspace", { ...settings, currency: "USD" });
    const deals = await t.get("leader", "/deals");
    expect(deals.body.items.find((each: { id: string }) => each.id === deal.body.id).amount).toEqual({
      minor: 100,
      currency: "EUR",
    });
    await t.put("leader", "/workspace", settings);
  });

  it.each([
    [{ name: "" }, "name"],
    [{ timeZone: "Mars/Crater" }, "timeZone"],
    [{ timeZone: "UTC'; drop table member; --" }, "timeZone"],
    [{ currency: "EURO" }, "currency"],
    [{ defaultCountry: "Germany" }, "defaultCountry"],
    [{ calendar: { firstDay: 8, pattern: "months", startMonth: 1 } }, "calendar.firstDay"],
    [{ calendar: { firstDay: 1, pattern: "4-5-5", startMonth: 1 } }, "calendar.pattern"],
  ])("refuse %o at the field", async (wrong, field) => {
    expect(await t.put("leader", "/workspace", { ...settings, ...wrong })).toMatchObject({
      status: 422,
      body: { field },
    });
    expect((await t.get("rep", "/workspace")).body).toMatchObject(settings);
  });

  it("are nobody else's to change, and a stranger sees their own", async () => {
    for (const who of ["rep", "manager"] as const)
      expect((await t.put(who, "/workspace", settings)).status).toBe(403);
    expect((await t.get("stranger", "/workspace")).body.slug).toBe("fremdland-handel");
    await t.put("stranger", "/workspace", { ...settings, name: "Other" });
    expect((await t.get("rep", "/workspace")).body.name).toBe("Nordlicht Systeme");
  });
});

describe("another first day of the week", () => {
  it("comes with a recount that everybody can follow, and loses nothing", async () => {
    const person = (await t.post("rep", "/people", { fullName: "Anna Quelle" })).body.id as string;
    for (const day of ["2026-11-13", "2026-11-14", "2026-11-15", "2026-11-16", "2026-11-18"]) {
      const account = await t.post("rep", "/accounts", { name: `Konto ${day}` });
      const meeting = await t.post("rep", "/meetings", { personId: person, day, about: account.body.name });
      await t.put("rep", `/meetings/${meeting.body.id}/outcome`, { outcome: "held", day });
    }
    expect(await heldInWeeks()).toEqual({ "2026-11-09": 3, "2026-11-16": 2 });

    const asked = await changeFirstDay(6);
    expect(asked.body).toMatchObject({ calendar: { firstDay: 1 }, recount: { firstDay: 6 } });
    const { jobId } = asked.body.recount;
    expect((await t.get("rep", `/jobs/${jobId}`)).body).toMatchObject({ kind: "recount", state: "waiting" });
    expect((await t.get("stranger", `/jobs/${jobId}`)).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);

    await t.runJobs();
    const job = await t.get("rep", `/jobs/${jobId}`);
    expect(job.body).toMatchObject({ state: "done", progress: { says: "Counting every week anew" } });
    expect(job.body.progress.done).toBe(job.body.progress.total);
    expect((await t.get("rep", "/workspace")).body).toMatchObject({
      calendar: { firstDay: 6 },
      recount: null,
    });
    expect(await heldInWeeks()).toEqual({ "2026-11-07": 1, "2026-11-14": 4 });
    expect(await mistakes(6)).toEqual([]);
  });

  it("is undone the same way, with facts logged in between", async () => {
    const { id } = (await t.post("rep", "/people", { fullName: "Bert Quelle" })).body;
    const meeting = await t.post("rep", "/meetings", { personId: id, day: "2026-11-15" });
    await t.put("rep", `/meetings/${meeting.body.id}/outcome`, { outcome: "held", day: "2026-11-15" });
    await changeFirstDay(7);
    await changeFirstDay(1);
    await t.runJobs();
    expect((await t.get("rep", "/workspace")).body).toMatchObject({
      calendar: { firstDay: 1 },
      recount: null,
    });
    expect(await heldInWeeks()).toEqual({ "2026-11-09": 4, "2026-11-16": 2 });
    expect(await t.mistakes()).toEqual([]);
  });
});

function changeFirstDay(firstDay: Weekday): Promise<Answer> {
  return t.put("leader", "/workspace", { ...settings, calendar: { ...settings.calendar, firstDay } });
}

function mistakes(firstDay: Weekday): Promise<unknown[]> {
  return t.test.database.read(t.cast.workspaceId, (tx) => mistakesInTally(tx, firstDay));
}

/** The company's meetings held, as the tally has them. */
async function heldInWeeks(): Promise<Record<string, number>> {
  const { rows } = await t.test.database.read(t.cast.workspaceId, (tx) =>
    sql<{ week: string; count: number }>`
      select week, count from tally
       where scope_id = ${t.cast.workspaceId} and measure = 'meetings-held' and count <> 0 order by week`.execute(
      tx.tables(),
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.week, row.count]));
}
