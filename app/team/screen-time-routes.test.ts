import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { exportLists } from "../export-lists.ts";
import type { MedianWeek, OwnWeek } from "./screen-time-view.ts";

const MEMBERS = ["rep", "colleague", "manager", "southRep", "leader"] as const;
type MemberName = (typeof MEMBERS)[number];

let now = NOON;
let t: TestHouse;
const cookies = {} as Record<CastName, string>;
let batches = 0;

beforeAll(async () => {
  t = await openTestHouse({ clock: { now: () => new Date(now) } });
  for (const who of [...MEMBERS, "stranger"] as const) cookies[who] = await t.session(who);
});
afterAll(() => t?.close());
beforeEach(() => {
  now = NOON;
});
afterEach(async () => {
  await t.test.database.write(t.cast.workspaceId, (tx) => sql`delete from screen_time`.execute(tx.tables()));
});

/** Of this very quarter of an hour, which began at noon, five minutes ago. */
const spent = (seconds: number, from = "2026-11-18T09:45:00Z") => [{ from, seconds }];

describe("time on screens", () => {
  it("is added up for the week, beside the people asked in it", async () => {
    expect((await spend("rep", spent(600))).status).toBe(204);
    expect((await spend("rep", spent(60))).status).toBe(204);
    const person = await t.post("rep", "/people", { fullName: "Anna Blum" });
    expect((await t.post("rep", "/asks", { sourceId: person.body.id })).status).toBe(201);
    expect((await own("rep")).slice(0, 2)).toEqual([
      { week: "2026-11-16", seconds: 660, peopleAsked: 1 },
      { week: "2026-11-09", seconds: 0, peopleAsked: 0 },
    ]);
    expect(await own("rep", "?from=2026-11-10&to=2026-11-12")).toEqual([
      { week: "2026-11-09", seconds: 0, peopleAsked: 0 },
    ]);
  });

  it("is counted once however often and at once a batch comes, and all of it when two come at once", async () => {
    const same = await Promise.all([1, 2, 3].map(() => spend("rep", spent(100), "batch-a")));
    expect(same.map(({ status }) => status)).toEqual([204, 204, 204]);
    now = new Date(NOON.getTime() + 40 * 3_600_000);
    expect((await spend("rep", spent(100), "batch-a")).status).toBe(204);
    expect(await secondsOf("rep")).toBe(100);
    now = NOON;
    await Promise.all([1, 2, 3, 4, 5, 6].map((each) => spend("rep", spent(each))));
    expect(await secondsOf("rep")).toBe(121);
    expect(await spend("rep", spent(99), "batch-a")).toMatchObject({ status: 409 });
  });

  it("is refused without the batch's id, when more than passed, and when it comes too late; nothing is added", async () => {
    expect(await spend("rep", spent(5), "")).toMatchObject({
      status: 422,
      body: { detail: expect.stringContaining("Idempotency-Key") },
    });
    for (const [seconds, from] of [
      [31, "2026-11-18T10:00:00Z"],
      [1, "2026-11-18T10:15:00Z"],
      [1, "2026-11-18T09:50:00Z"],
      [1, "2026-11-16T10:45:00Z"],
      [901, "2026-11-18T09:00:00Z"],
      [0, "2026-11-18T09:00:00Z"],
    ] as const)
      expect((await spend("rep", spent(seconds, from))).status, from).toBe(422);
    const late = await spend("rep", spent(1, "2026-11-16T10:45:00Z"));
    expect(late.body.detail).toContain("two days ago");
    expect(await secondsOf("rep")).toBe(0);
    expect((await spend("rep", spent(1, "2026-11-16T11:00:00Z"))).status).toBe(204);
  });

  it("belongs to the week of the moment in the workspace's time zone: a batch may be of two", async () => {
    now = new Date("2026-11-22T23:20:00Z");
    const overMidnight = [...spent(300, "2026-11-22T22:45:00Z"), ...spent(90, "2026-11-22T23:00:00Z")];
    await spend("rep", overMidnight);
    expect((await own("rep")).slice(0, 2)).toMatchObject([
      { week: "2026-11-23", seconds: 90 },
      { week: "2026-11-16", seconds: 300 },
    ]);
  });

  it("stays what it was when weeks come to begin on another day", async () => {
    await spend("rep", spent(300));
    const { recount: _, ...settings } = (await t.get("leader", "/workspace")).body;
    const from = async (firstDay: number) => {
      await t.put("leader", "/workspace", { ...settings, calendar: { ...settings.calendar, firstDay } });
      await t.runJobs();
    };
    await from(7);
    await spend("rep", spent(60));
    expect((await own("rep"))[0]).toMatchObject({ week: "2026-11-15", seconds: 360 });
    await from(1);
    expect((await own("rep"))[0]).toMatchObject({ week: "2026-11-16", seconds: 360 });
  });
});

describe("whose it is", () => {
  it("one's own alone: no colleague, manager or leader is shown it, nor a stranger", async () => {
    await spend("rep", spent(600));
    for (const who of ["colleague", "manager", "leader", "stranger"] as const) {
      expect(
        (await own(who)).every(({ seconds }) => seconds === 0),
        who,
      ).toBe(true);
      const path = `/screen-time?member=${t.cast.rep}&memberId=${t.cast.rep}&of=${t.cast.rep}`;
      expect((await bySession(who, "GET", path)).body.items[0].seconds, who).toBe(0);
    }
  });

  it("added by oneself alone: a page of somebody else's is refused, and keeps it for them", async () => {
    for (const who of ["colleague", "manager", "leader", "stranger"] as const) {
      const body = { memberId: t.cast.rep, spent: spent(60) };
      const refused = await bySession(who, "POST", "/screen-time", body, "not-theirs");
      expect(refused, who).toMatchObject({ status: 403, body: { kind: "not-allowed" } });
    }
    expect(await secondsOf("rep")).toBe(0);
  });

  it("nothing for keys: they have no screen, and read none, not even in company", async () => {
    const body = { memberId: t.cast.rep, spent: spent(60) };
    expect((await t.as("rep", "POST", "/screen-time", body, { "idempotency-key": "k" })).status).toBe(403);
    expect((await t.get("rep", "/screen-time")).status).toBe(403);
    const together = await t.get("rep", `/reads?of=${encodeURIComponent("/screen-time")}`);
    expect(together.body.answers).toMatchObject([{ status: 403 }]);
    expect((await t.as(null, "GET", "/screen-time")).status).toBe(401);
  });

  it("in no export and in no line of the journal", async () => {
    const before = await lines();
    await spend("rep", spent(60));
    expect(await lines()).toBe(before);
    expect(exportLists.map((list) => list.rows).join("\n")).not.toContain("screen_time");
  });

  it("gone with the member, and after a year with the week", async () => {
    await spend("southRep", spent(600));
    await spend("rep", spent(600));
    await t.del("leader", `/members/${t.cast.southRep}`);
    await t.put("leader", `/members/${t.cast.southRep}/return`, undefined);
    cookies.southRep = await t.session("southRep");
    expect(await rowsOf("southRep")).toBe(0);
    now = new Date("2027-11-22T10:00:00Z");
    await t.runJobs();
    expect(await rowsOf("rep")).toBe(1);
    now = new Date("2027-11-27T10:00:00Z");
    await t.runJobs();
    expect(await rowsOf("rep")).toBe(0);
  });
});

describe("the median", () => {
  const LAST_WEEK = "2026-11-12";

  it("is told to leaders, in minutes, of weeks that have ended", async () => {
    await lastWeek({ rep: 60, colleague: 300, manager: 1_230, southRep: 7_000, leader: 9_000 });
    await spend("rep", spent(60));
    const items = await median("leader");
    expect(items[0]).toEqual({ week: "2026-11-09", minutes: 21, members: 5 });
    expect(items[1]).toEqual({ week: "2026-11-02", minutes: null, members: null });
    expect(items.map(({ week }) => week)).not.toContain("2026-11-16");
    expect((await median("stranger")).every(({ minutes }) => minutes === null)).toBe(true);
    expect((await t.get("leader", "/screen-time/median")).body.items[0].minutes).toBe(21);
    for (const who of ["rep", "colleague", "manager"] as const)
      expect((await bySession(who, "GET", "/screen-time/median")).status, who).toBe(403);
  });

  it("is not told of four, nor how many they are", async () => {
    await lastWeek({ rep: 60, colleague: 300, manager: 1_230, southRep: 7_000 });
    expect((await median("leader"))[0]).toEqual({ week: "2026-11-09", minutes: null, members: null });
  });

  it("of six lies between the two in the middle; a member who has two rows in a week is one", async () => {
    await lastWeek({ rep: 60, colleague: 300, manager: 1_200, southRep: 7_000 });
    await lastWeek({ rep: 60 }, "2026-11-11");
    expect((await median("leader"))[0]?.members).toBeNull();
    const joined = await t.post("leader", "/members", { name: "Ida Neu", email: "ida@nordlicht.example" });
    await lastWeek({ leader: 1_320 });
    await put(joined.body.memberId, 8_000);
    expect((await median("leader"))[0]).toEqual({ week: "2026-11-09", minutes: 21, members: 6 });
    await t.del("leader", `/members/${joined.body.memberId}`);
  });

  it.each([
    ["?from=2025-11-09", 422],
    ["?from=2025-11-17", 200],
    ["?from=2026-11-18&to=2026-11-17", 422],
    ["?from=yesterday", 422],
  ])("asked %s is answered %i, as one's own weeks are", async (query, status) => {
    expect((await bySession("leader", "GET", `/screen-time/median${query}`)).status).toBe(status);
    expect((await bySession("leader", "GET", `/screen-time${query}`)).status).toBe(status);
  });

  async function lastWeek(seconds: Partial<Record<MemberName, number>>, midWeek = LAST_WEEK) {
    for (const [who, each] of Object.entries(seconds)) await put(t.cast[who as MemberName], each, midWeek);
  }

  async function put(memberId: string, seconds: number, midWeek = LAST_WEEK) {
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      sql`insert into screen_time values (${tx.workspaceId}, ${memberId}, ${midWeek}, ${seconds})`.execute(
        tx.tables(),
      ),
    );
  }
});

function bySession(
  who: CastName,
  method: string,
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answer> {
  const headers = { cookie: cookies[who], ...(key !== undefined && { "idempotency-key": key }) };
  return t.as(null, method, path, body, headers);
}

function spend(who: MemberName, of: ReturnType<typeof spent>, key = `batch-${(batches += 1)}`) {
  return bySession(who, "POST", "/screen-time", { memberId: t.cast[who], spent: of }, key);
}

async function own(who: CastName, query = ""): Promise<OwnWeek[]> {
  return (await bySession(who, "GET", `/screen-time${query}`)).body.items as OwnWeek[];
}

async function median(who: CastName): Promise<MedianWeek[]> {
  return (await bySession(who, "GET", "/screen-time/median")).body.items as MedianWeek[];
}

async function secondsOf(who: MemberName): Promise<number> {
  return (await own(who)).reduce((sum, { seconds }) => sum + seconds, 0);
}

function lines(): Promise<number> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal`.execute(tx.tables());
    return rows[0]?.n ?? 0;
  });
}

function rowsOf(who: MemberName): Promise<number> {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from screen_time where member_id = ${t.cast[who]}`.execute(tx.tables());
    return rows[0]?.n ?? 0;
  });
}
