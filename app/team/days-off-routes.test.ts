import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayIn } from "#lib/kernel/days.ts";
import { isWorkday, type WorkCalendar, workdayAfter } from "#lib/kernel/workdays.ts";
import { NOON, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { standInFor, workCalendarsOf } from "./work-calendar-actions.ts";

let now = NOON;
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => new Date(now) } });
});
afterAll(() => t?.close());

const calendarOf = async (memberId: string): Promise<WorkCalendar> =>
  t.test.database.read(
    t.cast.workspaceId,
    async (tx) => (await workCalendarsOf(tx, [memberId])).get(memberId) as WorkCalendar,
  );
const verbsOf = async (subjectId: string) =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ verb: string; undoes: string | null }>`
      select verb, undoes from journal where workspace_id = ${tx.workspaceId} and subject_id = ${subjectId} order by id`.execute(
      tx.tables(),
    );
    return rows.map(({ verb, undoes }) => (undoes === null ? verb : `${verb} (undoes)`));
  });
const holidaysOf = async (who: CastName, query = "") =>
  (await t.get(who, `/holidays?${query}`)).body.items as {
    id: string;
    day: string;
    name: string;
    memberId: string | null;
    from: string;
  }[];

describe("workdays", () => {
  const settings = {
    name: "Nordlicht Systeme",
    timeZone: "Europe/Berlin",
    currency: "EUR",
    calendar: { firstDay: 1, pattern: "months", startMonth: 1 },
    defaultCountry: "DE",
  };

  it("are Monday to Friday until a leader says otherwise; who does not say it leaves them", async () => {
    expect((await t.get("rep", "/workspace")).body.workdays).toEqual([1, 2, 3, 4, 5]);
    const gulf = await t.put("leader", "/workspace", { ...settings, workdays: [4, 3, 2, 1, 7, 7] });
    expect(gulf.body.workdays).toEqual([1, 2, 3, 4, 7]);
    expect((await t.put("leader", "/workspace", settings)).body.workdays).toEqual([1, 2, 3, 4, 7]);
    expect(isWorkday("2026-11-20", await calendarOf(t.cast.rep))).toBe(false);
    expect(isWorkday("2026-11-22", await calendarOf(t.cast.rep))).toBe(true);
    expect(await t.put("leader", "/workspace", { ...settings, workdays: [] })).toMatchObject({
      status: 422,
      body: { field: "workdays" },
    });
    expect((await t.put("leader", "/workspace", { ...settings, workdays: [8] })).status).toBe(422);
    expect((await t.put("manager", "/workspace", { ...settings, workdays: [1] })).status).toBe(403);
    await t.put("leader", "/workspace", { ...settings, workdays: [1, 2, 3, 4, 5] });
  });

  it("of days that are over stay as they were", async () => {
    const works = async (day: string) => isWorkday(day, await calendarOf(t.cast.southRep));
    const path = `/members/${t.cast.southRep}`;
    await t.patch("leader", path, { workdays: [1, 2] });
    // Wednesdays; the change was on one, and counts from it on.
    expect([await works("2026-11-11"), await works("2026-11-18"), await works("2026-11-25")]).toEqual([
      true,
      false,
      false,
    ]);
    await t.put("leader", "/workspace", { ...settings, workdays: [1, 2, 3, 4, 7] });
    expect([await works("2026-11-13"), await works("2026-11-15")]).toEqual([true, false]);
    await t.patch("leader", path, { workdays: null });
    expect([await works("2026-11-20"), await works("2026-11-22")]).toEqual([false, true]);
    expect([await works("2026-11-13"), await works("2026-11-15")]).toEqual([true, false]);
    await t.put("leader", "/workspace", { ...settings, workdays: [1, 2, 3, 4, 5] });
  });

  it("of a member are their own, their manager's and a leader's to say, and fall back to the workspace's", async () => {
    const path = `/members/${t.cast.rep}`;
    expect((await t.patch("rep", path, { workdays: [2, 1] })).body.workdays).toEqual([1, 2]);
    expect((await calendarOf(t.cast.rep)).workdays).toEqual([1, 2]);
    expect((await calendarOf(t.cast.colleague)).workdays).toEqual([1, 2, 3, 4, 5]);
    expect((await t.patch("manager", path, { workdays: [1, 2, 3] })).body.workdays).toEqual([1, 2, 3]);
    expect((await t.patch("colleague", path, { workdays: [5] })).status).toBe(403);
    expect((await t.patch("manager", `/members/${t.cast.southRep}`, { workdays: [5] })).status).toBe(403);
    expect((await t.patch("rep", path, { workdays: [1], role: "leader" })).status).toBe(403);
    expect((await t.patch("manager", path, { workdays: [1], name: "Somebody else" })).status).toBe(403);
    expect((await t.patch("leader", path, { workdays: [] })).body.field).toBe("workdays");
    expect((await t.patch("stranger", path, { workdays: [1] })).status).toBe(404);
    expect((await t.patch("rep", path, { name: "Mia Sommer" })).body.workdays).toEqual([1, 2, 3]);
    expect((await t.patch("leader", path, { workdays: null })).body.workdays).toBeNull();
    expect((await calendarOf(t.cast.rep)).workdays).toEqual([1, 2, 3, 4, 5]);
  });
});

describe("a holiday written by hand", () => {
  it("is everybody's when a leader says so, once, and moves the answer to the next workday", async () => {
    const wanted = { day: "2026-11-19", name: " Day of the house " };
    const made = await t.post("leader", "/holidays", wanted);
    expect(made).toMatchObject({
      status: 201,
      body: { day: "2026-11-19", name: "Day of the house", memberId: null, from: "hand", list: null },
    });
    expect((await t.post("leader", "/holidays", wanted)).body.id).toBe(made.body.id);
    expect(await t.post("leader", "/holidays", { ...wanted, name: "Another" })).toMatchObject({
      status: 409,
    });
    expect(workdayAfter("2026-11-18", await calendarOf(t.cast.southRep))).toBe("2026-11-20");
    expect(await verbsOf(made.body.id)).toEqual(["holiday.added"]);
    expect((await t.post("rep", "/holidays", { ...wanted, day: "2026-11-20" })).status).toBe(403);
    expect((await t.post("manager", "/holidays", { ...wanted, day: "2026-11-20" })).status).toBe(403);
    expect((await t.del("manager", `/holidays/${made.body.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/holidays/${made.body.id}`)).status).toBe(404);
    expect(await holidaysOf("stranger")).toEqual([]);

    expect((await t.del("leader", `/holidays/${made.body.id}`)).status).toBe(204);
    expect((await t.del("leader", `/holidays/${made.body.id}`)).status).toBe(204);
    expect(workdayAfter("2026-11-18", await calendarOf(t.cast.rep))).toBe("2026-11-19");
    expect((await t.put("leader", `/holidays/${made.body.id}/return`, {})).body.id).toBe(made.body.id);
    expect(workdayAfter("2026-11-18", await calendarOf(t.cast.rep))).toBe("2026-11-20");
    await t.del("leader", `/holidays/${made.body.id}`);
    expect(await verbsOf(made.body.id)).toEqual([
      "holiday.added",
      "holiday.removed (undoes)",
      "holiday.added",
      "holiday.removed (undoes)",
    ]);
  });

  it("is one member's alone: theirs, their manager's and a leader's to write", async () => {
    const mine = { day: "2026-11-20", name: "Moving house", memberId: t.cast.rep };
    const made = await t.post("rep", "/holidays", mine);
    expect(made.body).toMatchObject({ memberId: t.cast.rep });
    expect(isWorkday("2026-11-20", await calendarOf(t.cast.rep))).toBe(false);
    expect(isWorkday("2026-11-20", await calendarOf(t.cast.colleague))).toBe(true);
    expect((await holidaysOf("colleague")).map(({ day }) => day)).toEqual([]);
    expect((await holidaysOf("rep", `member=${t.cast.rep}`)).map(({ day }) => day)).toEqual(["2026-11-20"]);
    expect((await t.post("colleague", "/holidays", { ...mine, day: "2026-11-23" })).status).toBe(403);
    expect((await t.post("manager", "/holidays", { ...mine, day: "2026-11-23" })).status).toBe(201);
    expect((await t.post("stranger", "/holidays", mine)).status).toBe(404);
    for (const each of await holidaysOf("rep", `member=${t.cast.rep}`))
      await t.del("rep", `/holidays/${each.id}`);
  });

  it.each([
    ["has no name", { day: "2026-11-20", name: "  " }, "name"],
    ["is of long ago", { day: "2019-01-01", name: "New Year" }, "day"],
    ["is too far ahead", { day: "2040-01-01", name: "New Year" }, "day"],
  ])("is refused when it %s", async (_, wanted, field) => {
    expect(await t.post("leader", "/holidays", wanted)).toMatchObject({ status: 422, body: { field } });
  });
});

describe("the public holidays of a country", () => {
  it("are proposed before they are added", async () => {
    const { body } = await t.get("rep", "/holidays/proposed?country=DE&region=BY&year=2027");
    expect(body.name).toBe("Germany, Bayern");
    expect(body.items).toContainEqual({ day: "2027-01-06", name: "Epiphany" });
    expect(body.items).toHaveLength(12);
    const { body: berlin } = await t.get("rep", "/holidays/proposed?country=DE&region=BE&year=2027");
    expect(berlin.items).toContainEqual({ day: "2027-03-08", name: "International Women's Day" });
    expect(berlin.items).not.toContainEqual({ day: "2027-01-06", name: "Epiphany" });
    const { body: known } = await t.get("rep", "/holidays/countries");
    expect(known.items.find(({ code }: { code: string }) => code === "CH").regions).toContainEqual({
      code: "ZH",
      name: expect.stringContaining("Z"),
    });
    expect(await t.get("rep", "/holidays/proposed?country=XX")).toMatchObject({
      status: 422,
      body: { field: "country" },
    });
    expect(await t.get("rep", "/holidays/proposed?country=DE&region=QQ")).toMatchObject({
      status: 422,
      body: { field: "region" },
    });
  });

  it("come for this year and the next two, once, are taken back together and single days stay out", async () => {
    expect((await t.post("manager", "/holiday-lists", { country: "DE", region: "BY" })).status).toBe(403);
    const made = await t.post("leader", "/holiday-lists", { country: "DE", region: "BY" });
    expect(made).toMatchObject({
      status: 201,
      body: { name: "Germany, Bayern", from: "country", untilYear: 2028, added: 36, days: 36 },
    });
    const list = made.body.id as string;
    expect((await t.post("leader", "/holiday-lists", { country: "DE", region: "BY" })).body).toMatchObject({
      id: list,
      added: 0,
    });
    expect(await holidaysOf("rep", "year=2028")).toHaveLength(12);
    expect(workdayAfter("2026-12-24", await calendarOf(t.cast.rep))).toBe("2026-12-28");

    const epiphany = (await holidaysOf("rep", "year=2027")).find(({ day }) => day === "2027-01-06");
    await t.del("leader", `/holidays/${epiphany?.id}`);
    expect(await verbsOf(epiphany?.id as string)).toEqual(["holiday.removed"]);
    expect((await t.get("rep", "/holiday-lists")).body.items).toMatchObject([{ id: list, days: 35 }]);

    expect((await t.del("leader", `/holiday-lists/${list}`)).status).toBe(204);
    expect(await holidaysOf("rep", "year=2027")).toEqual([]);
    expect((await t.get("rep", "/holiday-lists")).body.items).toEqual([]);
    expect((await t.put("leader", `/holidays/${epiphany?.id}/return`, {})).status).toBe(409);
    expect((await t.put("leader", `/holiday-lists/${list}/return`, {})).body.days).toBe(35);
    expect(await verbsOf(list)).toEqual([
      "holidays.brought",
      "holidays.taken-back (undoes)",
      "holidays.brought",
    ]);
    await t.put("leader", `/holidays/${epiphany?.id}/return`, {});
    expect(await verbsOf(epiphany?.id as string)).toEqual(["holiday.removed", "holiday.added (undoes)"]);
    expect((await t.del("stranger", `/holiday-lists/${list}`)).status).toBe(404);
    await t.del("leader", `/holiday-lists/${list}`);
  });

  it("are a member's own where they work elsewhere", async () => {
    const made = await t.post("rep", "/holiday-lists", { country: "AT", memberId: t.cast.rep });
    expect(made.body).toMatchObject({ name: "Austria", memberId: t.cast.rep });
    expect(isWorkday("2026-12-08", await calendarOf(t.cast.rep))).toBe(false);
    expect(isWorkday("2026-12-08", await calendarOf(t.cast.colleague))).toBe(true);
    expect((await t.get("colleague", "/holiday-lists")).body.items).toEqual([]);
    expect((await t.del("colleague", `/holiday-lists/${made.body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/holiday-lists/${made.body.id}`)).status).toBe(204);
  });

  it("are renewed at night, and what was taken out stays out", async () => {
    const list = (await t.post("leader", "/holiday-lists", { country: "GB", region: "ENG" })).body;
    expect(list.untilYear).toBe(2028);
    const [newYear] = await holidaysOf("rep", "year=2028");
    await t.del("leader", `/holidays/${newYear?.id}`);
    now = new Date("2027-01-04T04:00:00Z");
    await t.runJobs();
    expect((await t.get("rep", "/holiday-lists")).body.items).toMatchObject([
      { id: list.id, untilYear: 2029 },
    ]);
    expect((await holidaysOf("rep", "year=2029")).map(({ day }) => day)).toContain("2029-12-25");
    expect((await holidaysOf("rep", "year=2028")).map(({ day }) => day)).not.toContain(newYear?.day);
    await t.del("leader", `/holiday-lists/${list.id}`);
    now = NOON;
  });
});

describe("a calendar file", () => {
  it("brings its all-day events, recurring ones too; the same file twice adds nothing; it is taken back whole", async () => {
    const file = ics(
      event(
        "a",
        "DTSTART;VALUE=DATE:20251227",
        "DTEND;VALUE=DATE:20251231",
        "SUMMARY:Between the years",
        "RRULE:FREQ=YEARLY",
      ),
      event("b", "DTSTART;VALUE=DATE:20261123", "SUMMARY:Works outing"),
      event("c", "DTSTART:20261124T090000Z", "DTEND:20261124T100000Z", "SUMMARY:A talk"),
    );
    expect((await bring("rep", file)).status).toBe(403);
    const made = await bring("leader", file);
    expect(made).toMatchObject({
      status: 201,
      body: { name: "Days of the house", from: "file", added: 13, days: 13, timed: 1, unread: 0 },
    });
    expect((await holidaysOf("rep", "year=2027")).map(({ day }) => day)).toEqual([
      "2027-12-27",
      "2027-12-28",
      "2027-12-29",
      "2027-12-30",
    ]);
    expect((await bring("leader", file)).body).toMatchObject({ id: made.body.id, added: 0 });
    const more = ics(
      event("b", "DTSTART;VALUE=DATE:20261123", "SUMMARY:Works outing"),
      event("d", "DTSTART;VALUE=DATE:20261126", "SUMMARY:Stocktaking"),
    );
    const second = await bring("leader", more);
    expect(second.body).toMatchObject({ added: 1 });
    expect((await t.get("rep", "/holiday-lists")).body.items).toHaveLength(2);
    await t.del("leader", `/holiday-lists/${made.body.id}`);
    expect((await holidaysOf("rep")).map(({ day }) => day)).toEqual(["2026-11-26"]);
    await t.del("leader", `/holiday-lists/${second.body.id}`);
    expect(await holidaysOf("rep")).toEqual([]);
    expect((await bring("leader", file)).body.added).toBe(13);
    for (const { id } of (await t.get("rep", "/holiday-lists")).body.items)
      await t.del("leader", `/holiday-lists/${id}`);
  });

  it("is a member's own when they bring it for themselves", async () => {
    const file = ics(event("a", "DTSTART;VALUE=DATE:20261123", "SUMMARY:Parish fair"));
    const made = await bring("rep", file, `&member=${t.cast.rep}`);
    expect(made.body).toMatchObject({ memberId: t.cast.rep, added: 1 });
    expect(isWorkday("2026-11-23", await calendarOf(t.cast.rep))).toBe(false);
    expect(isWorkday("2026-11-23", await calendarOf(t.cast.colleague))).toBe(true);
    expect((await bring("colleague", file, `&member=${t.cast.rep}`)).status).toBe(403);
    expect((await bring("stranger", file, `&member=${t.cast.rep}`)).status).toBe(404);
    await t.del("rep", `/holiday-lists/${made.body.id}`);
  });

  it("is done once when two send it at the same time", async () => {
    const file = ics(event("a", "DTSTART;VALUE=DATE:20261130", "SUMMARY:St Andrew"));
    const both = await Promise.all([bring("leader", file), bring("leader", file)]);
    expect(both.reduce((sum, { body }) => sum + body.added, 0)).toBe(1);
    for (const { id } of (await t.get("rep", "/holiday-lists")).body.items)
      await t.del("leader", `/holiday-lists/${id}`);
  });

  it.each([
    ["is empty", "", "this file is empty"],
    ["is a workbook", "PK\u0003\u0004abc", "a packed file or a workbook"],
    ["is a PDF", "%PDF-1.7", "this is a PDF"],
    ["holds contacts", "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n", "these are contacts, not days"],
    ["is a web page", "<!doctype html><p>Sign in", "this is a web page"],
    ["is a table", "day,name\n2026-01-01,New Year\n", "no calendar file"],
    ["is broken", "BEGIN:VCALENDAR\r\nnonsense\r\nEND:VCALENDAR\r\n", "broken somewhere"],
    ["has only times", ics(event("c", "DTSTART:20261124T090000Z", "SUMMARY:A talk")), "have a time of day"],
    [
      "has only days of other years",
      ics(event("c", "DTSTART;VALUE=DATE:20111124", "SUMMARY:Long ago")),
      "no all-day event from 2026 to 2028",
    ],
    [
      "is off every day",
      ics(event("c", "DTSTART;VALUE=DATE:20200101", "SUMMARY:Always", "RRULE:FREQ=DAILY")),
      "more than anybody has off",
    ],
    [
      "never ends",
      ics(
        event(
          "c",
          "DTSTART;VALUE=DATE:20200101",
          "SUMMARY:Never",
          "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        ),
      ),
      "repeats in a way that has no end",
    ],
  ])("is refused in a sentence when it %s", async (_, text, reason) => {
    const refused = await bring("leader", text);
    expect(refused.status).toBe(422);
    expect(refused.body.detail).toContain(reason);
    expect(refused.body.field).toBe("file");
  });
});

describe("an absence", () => {
  const week = { fromDay: "2026-11-23", toDay: "2026-11-27" };

  it("is said by the member with a stand-in, once, shown to all, and taken back", async () => {
    const wanted = { ...week, standInId: t.cast.colleague, words: "The offer for Hansen is due" };
    const made = await t.post("rep", "/absences", wanted);
    expect(made).toMatchObject({
      status: 201,
      body: { memberId: t.cast.rep, ...week, standIn: { id: t.cast.colleague }, mayChange: true },
    });
    const { id } = made.body;
    expect((await t.post("rep", "/absences", wanted)).body.id).toBe(id);
    const seen = async (who: CastName) => (await t.get(who, "/absences")).body.items[0];
    expect(await seen("southRep")).toMatchObject({ id, words: null, mayChange: false });
    expect(await seen("colleague")).toMatchObject({ words: wanted.words, mayChange: false });
    expect(await seen("manager")).toMatchObject({ words: wanted.words, mayChange: true });
    expect(await seen("stranger")).toBeUndefined();
    expect(JSON.stringify((await t.get("southRep", `/timeline?of=${t.cast.rep}`)).body)).not.toContain(
      "Hansen",
    );

    const calendar = await calendarOf(t.cast.rep);
    expect(workdayAfter("2026-11-20", calendar)).toBe("2026-11-30");
    expect(await standIn(t.cast.rep, "2026-11-25")).toBe(t.cast.colleague);
    expect(await standIn(t.cast.rep, "2026-11-20")).toBeNull();

    expect((await t.del("colleague", `/absences/${id}`)).status).toBe(403);
    expect((await t.del("stranger", `/absences/${id}`)).status).toBe(404);
    expect((await t.del("manager", `/absences/${id}`)).status).toBe(204);
    expect((await t.del("rep", `/absences/${id}`)).status).toBe(204);
    expect((await t.get("rep", "/absences")).body.items).toEqual([]);
    expect(workdayAfter("2026-11-20", await calendarOf(t.cast.rep))).toBe("2026-11-23");
    expect((await t.put("rep", `/absences/${id}/return`, {})).body.id).toBe(id);
    expect(await standIn(t.cast.rep, "2026-11-25")).toBe(t.cast.colleague);
    expect(await verbsOf(id)).toEqual(["absence.said", "absence.taken-back (undoes)", "absence.said"]);
    await t.del("rep", `/absences/${id}`);
  });

  it("is said for their team by managers and for all by leaders", async () => {
    expect((await t.post("colleague", "/absences", { ...week, memberId: t.cast.rep })).status).toBe(403);
    expect((await t.post("manager", "/absences", { ...week, memberId: t.cast.southRep })).status).toBe(403);
    expect((await t.post("stranger", "/absences", { ...week, memberId: t.cast.rep })).status).toBe(404);
    expect((await t.post("manager", "/absences", { ...week, memberId: t.cast.rep })).status).toBe(201);
    expect((await t.post("leader", "/absences", { ...week, memberId: t.cast.southRep })).status).toBe(201);
    const { items } = (await t.get("rep", "/absences?limit=1")).body;
    expect(items).toHaveLength(1);
    const all = (await t.get("rep", "/absences")).body.items as { id: string }[];
    expect(all).toHaveLength(2);
    expect((await t.get("rep", `/absences?member=${t.cast.southRep}`)).body.items).toHaveLength(1);
    expect((await t.get("rep", "/absences?from=2026-11-28")).body.items).toEqual([]);
    for (const { id } of all) await t.del("leader", `/absences/${id}`);
  });

  it("goes on to the stand-in of the stand-in", async () => {
    const first = (await t.post("rep", "/absences", { ...week, standInId: t.cast.colleague })).body.id;
    const second = (await t.post("colleague", "/absences", { ...week, standInId: t.cast.southRep })).body.id;
    expect(await standIn(t.cast.rep, "2026-11-25")).toBe(t.cast.southRep);
    for (const id of [first, second]) await t.del("leader", `/absences/${id}`);
  });

  it.each([
    ["ends before it begins", { fromDay: "2026-11-27", toDay: "2026-11-23" }, "toDay"],
    ["is most of a year", { fromDay: "2026-11-23", toDay: "2027-11-23" }, "toDay"],
    ["is long past", { fromDay: "2026-09-01", toDay: "2026-09-02" }, "fromDay"],
    ["is years ahead", { fromDay: "2029-09-01", toDay: "2029-09-02" }, "fromDay"],
  ])("is refused when it %s", async (_, wanted, field) => {
    expect(await t.post("rep", "/absences", wanted)).toMatchObject({ status: 422, body: { field } });
  });

  it("is refused when they stand in for themselves, or somebody who is not here does", async () => {
    expect((await t.post("rep", "/absences", { ...week, standInId: t.cast.rep })).body.field).toBe(
      "standInId",
    );
    expect((await t.post("rep", "/absences", { ...week, standInId: t.cast.stranger.memberId })).status).toBe(
      404,
    );
  });

  it("is refused when it would leave no workday within a year", async () => {
    const first = await t.post("rep", "/absences", { fromDay: "2026-12-01", toDay: "2027-09-01" });
    expect(first.status).toBe(201);
    const second = await t.post("rep", "/absences", { fromDay: "2027-09-02", toDay: "2028-03-01" });
    expect(second.status).toBe(409);
    expect(second.body.detail).toContain("no day in the year from 2026-12-01 on is a workday");
    await t.del("rep", `/absences/${first.body.id}`);
  });

  it("and a file of whole weeks together leave a workday, or the later of the two is refused", async () => {
    const away = await t.post("rep", "/absences", { fromDay: "2026-12-01", toDay: "2027-09-15" });
    const refused = await closed("20271204");
    expect(refused.status).toBe(409);
    expect(refused.body.detail).toContain("no day in the year from 2026-12-01 on is a workday");
    expect((await t.get("rep", "/holiday-lists")).body.items).toEqual([]);
    const fine = await closed("20271101");
    expect(fine.status).toBe(201);
    await t.del("leader", `/holiday-lists/${fine.body.id}`);
    await t.del("rep", `/absences/${away.body.id}`);
  });

  it("lets nobody stand in who has left", async () => {
    const { id } = (await t.post("rep", "/absences", { ...week, standInId: t.cast.southRep })).body;
    await t.del("leader", `/members/${t.cast.southRep}`);
    expect(await standIn(t.cast.rep, "2026-11-25")).toBeNull();
    await t.put("leader", `/members/${t.cast.southRep}/return`, {});
    expect(await standIn(t.cast.rep, "2026-11-25")).toBe(t.cast.southRep);
    await t.del("rep", `/absences/${id}`);
  });
});

describe("the calendars of many", () => {
  it("are asked for at once, within a span where one is given", async () => {
    const ids = [t.cast.rep, t.cast.colleague, t.cast.rep];
    await t.post("leader", "/holidays", { day: "2027-05-01", name: "First of May" });
    await t.test.database.read(t.cast.workspaceId, async (tx) => {
      expect((await workCalendarsOf(tx, [])).size).toBe(0);
      const all = await workCalendarsOf(tx, [...ids, t.cast.stranger.memberId]);
      expect([...all.keys()].toSorted()).toEqual([t.cast.rep, t.cast.colleague].toSorted());
      expect(all.get(t.cast.rep)?.timeZone).toBe("Europe/Berlin");
      const within = await workCalendarsOf(tx, ids, { from: dayIn(NOON, "UTC"), to: "2026-12-31" });
      expect(all.get(t.cast.rep)?.off("2027-05-01")).toBe(true);
      expect(within.get(t.cast.rep)?.off("2027-05-01")).toBe(false);
    });
    expect(await t.mistakes()).toEqual([]);
  });
});

async function standIn(memberId: string, day: string): Promise<string | null> {
  return t.test.database.read(t.cast.workspaceId, (tx) => standInFor(tx, memberId, day));
}

/** A house that is closed from 16 September 2027 on. */
function closed(untilDate: string) {
  const days = event("a", "DTSTART;VALUE=DATE:20270916", `DTEND;VALUE=DATE:${untilDate}`, "SUMMARY:Closed");
  return bring("leader", ics(days));
}

function bring(who: CastName, text: string, query = "") {
  return t.as(who, "POST", `/holiday-files?name=days.ics${query}`, new TextEncoder().encode(text), {
    "content-type": "text/calendar",
  });
}

function ics(...events: string[]): string {
  return [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "X-WR-CALNAME:Days of the house",
    ...events,
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

function event(uid: string, ...lines: string[]): string {
  return ["BEGIN:VEVENT", `UID:${uid}`, ...lines, "END:VEVENT"].join("\r\n");
}
