import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import type { Tx } from "#lib/storage/database.ts";
import { giveAccount } from "#demo/cast.ts";
import { houseOver, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { spiffChecks } from "./spiff-verify-reader.ts";

// It is Wednesday, 2026-11-18; the month goes from 2026-11-02 to 2026-11-29, October from 2026-09-28.
let t: TestHouse;
let people: string[];
beforeAll(async () => {
  t = await openTestHouse();
  people = [];
  for (const fullName of ["Jale Merz", "=cmd|' /C calc'!A0", "Bruno Amsel", "Ilse Brandt"])
    people.push((await t.post("rep", "/people", { fullName })).body.id);
});
afterAll(() => t?.close());

type Send = (who: CastName, method: string, path: string, body?: unknown, key?: string) => Promise<Answer>;
const at = (now: string): Send => {
  const { send } = houseOver(t.test.database, { clock: frozenClock(new Date(now)) });
  return (who, method, path, body, key) =>
    send(method, path, body, {
      authorization: `Bearer ${t.cast.keys[who]}`,
      ...(key !== undefined && { "idempotency-key": key }),
    });
};
/** The same for somebody who is signed in. */
const signedInAt = (now: string): Send => {
  const { house, send } = houseOver(t.test.database, { clock: frozenClock(new Date(now)) });
  return async (who, method, path, body, key) => {
    const [workspaceId, memberId] =
      who === "stranger"
        ? [t.cast.stranger.workspaceId, t.cast.stranger.memberId]
        : [t.cast.workspaceId, t.cast[who]];
    const userId = await giveAccount(t.test.database, workspaceId, memberId, new Date(now));
    const [cookie = ""] = (await house.signIn.start(userId, new Headers())).split(";");
    return send(method, path, body, { cookie, ...(key !== undefined && { "idempotency-key": key }) });
  };
};
const DECEMBER = "2026-12-02T09:00:00Z";
const mistakes = (): Promise<string[]> =>
  t.test.database.read(t.cast.workspaceId, async (tx: Tx) => {
    const all = await Promise.all(
      spiffChecks.map((check) => check.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })),
    );
    return all.flat();
  });
const EACH = { kind: "each", minor: 25_00 };
const INTRODUCED = {
  measure: "referrals-received",
  period: "month",
  name: "Introductions in November",
  levels: [3, 4, 5],
  fromDay: "2026-11-02",
  pay: EACH,
  repCap: 60_00,
};
const introduce = async (who: CastName, source: number, level: number, day: string) =>
  (
    await t.post(who, "/referrals", {
      sourceId: people[source],
      contact: { fullName: `Contact of ${day} ${source} ${level}` },
      level,
      day,
    })
  ).body.id as string;

let spiff: string;
let first: string;
let second: string;

describe("a SPIFF", () => {
  it("is opened by a leader, read by everybody, and never for a source", async () => {
    for (const who of ["rep", "manager"] as const)
      expect((await t.post(who, "/spiffs", INTRODUCED)).status).toBe(403);
    const bounty = await t.post("leader", "/spiffs", { ...INTRODUCED, roles: ["source"] });
    expect([bounty.status, bounty.body.field]).toEqual([422, "roles"]);
    expect(bounty.body.detail).toContain("paid for is no recommendation");
    for (const [wrong, field] of [
      [{ fromDay: "2026-11-01" }, "from"],
      [{ untilDay: "2026-11-17" }, "until"],
      [{ levels: [0] }, "levels"],
      [{ roles: ["leader"] }, "roles"],
      [{ repCap: -5 }, "repCap"],
      [{ name: " " }, "name"],
      [{ teamIds: [t.cast.rep] }, "teamIds"],
      [{ measure: "people-asked" }, "levels"],
    ] as const) {
      const { status, body } = await t.post("leader", "/spiffs", { ...INTRODUCED, ...wrong });
      expect([wrong, status, body.field]).toEqual([wrong, 422, field]);
    }
    expect((await t.get("rep", "/spiffs")).body.items).toEqual([]);
    const opened = await t.post("leader", "/spiffs", INTRODUCED);
    expect([opened.status, opened.body.now.holdsFrom, opened.body.currency]).toEqual([
      201,
      "2026-11-02",
      "EUR",
    ]);
    spiff = opened.body.id;
    for (const who of ["rep", "southRep", "manager"] as const)
      expect((await t.get(who, "/spiffs")).body.items).toMatchObject([{ id: spiff, state: "running" }]);
    expect((await t.get("stranger", "/spiffs")).body.items).toEqual([]);
  });

  it("changes by versions, each for its periods; what was not meant is taken back", async () => {
    const more = { ...INTRODUCED, pay: { kind: "each", minor: 30_00 } };
    const { fromDay: _from, ...said } = more;
    expect((await t.post("rep", `/spiffs/${spiff}/versions`, said)).status).toBe(403);
    expect((await t.post("stranger", `/spiffs/${spiff}/versions`, said)).status).toBe(404);
    const other = await t.post("leader", `/spiffs/${spiff}/versions`, { ...said, fromDay: "2026-11-09" });
    expect([other.status, other.body.field]).toEqual([422, "from"]);
    const changed = await t.post("leader", `/spiffs/${spiff}/versions`, said);
    expect(changed.body).toMatchObject({
      now: { number: 1, pay: EACH },
      next: { number: 2, holdsFrom: "2026-11-30", pay: { minor: 30_00 } },
    });
    const { id } = changed.body.next;
    expect((await t.del("rep", `/spiffs/${spiff}/versions/${id}`)).status).toBe(403);
    expect((await t.del("stranger", `/spiffs/${spiff}/versions/${id}`)).status).toBe(404);
    expect((await t.del("leader", `/spiffs/${spiff}/versions/${id}`)).body).toMatchObject({ next: null });
    const again = await t.post("leader", `/spiffs/${spiff}/versions`, said);
    expect(again.body.next.number).toBe(3);
    const one = again.body.now.id;
    expect((await t.del("leader", `/spiffs/${spiff}/versions/${one}`)).status).toBe(409);
  });
});

describe("a statement", () => {
  it("opens to facts, each with its line of the journal, for the rep, their manager and leaders", async () => {
    first = await introduce("rep", 0, 3, "2026-11-04");
    second = await introduce("rep", 1, 4, "2026-11-10");
    await introduce("rep", 2, 5, "2026-11-17");
    await introduce("rep", 3, 1, "2026-11-17");
    await introduce("southRep", 0, 3, "2026-11-12");
    const path = `/spiff-months/2026-11-18/statements/${t.cast.rep}`;
    const { body } = await t.get("rep", path);
    expect(body).toMatchObject({ state: "running", totals: [{ minor: 60_00, currency: "EUR" }] });
    expect(body.groups).toHaveLength(1);
    const kinds = body.groups[0].entries.map((entry: { kind: string; minor: number }) => [
      entry.kind,
      entry.minor,
    ]);
    expect(kinds).toEqual([
      ["fact", 25_00],
      ["fact", 25_00],
      ["fact", 25_00],
      ["cap", -15_00],
    ]);
    expect(body.groups[0].entries[0]).toMatchObject({
      level: 3,
      writtenOn: "2026-11-18",
      fact: { subject: { kind: "referral", id: first }, source: { name: "Jale Merz" } },
    });
    for (const who of ["manager", "leader"] as const) expect((await t.get(who, path)).body).toEqual(body);
    for (const who of ["colleague", "southRep", "stranger"] as const)
      expect((await t.get(who, path)).status).toBe(404);
    const seen = async (who: CastName) =>
      (await t.get(who, "/spiff-months/2026-11-18")).body.statements.map(
        ({ member, totals }: { member: { id: string }; totals: { minor: number }[] }) => [
          member.id,
          totals[0]?.minor ?? 0,
        ],
      );
    const { rep, colleague, southRep } = t.cast;
    expect(await seen("rep")).toEqual([[rep, 60_00]]);
    expect(await seen("southRep")).toEqual([[southRep, 25_00]]);
    expect(await seen("manager")).toEqual([
      [colleague, 0],
      [rep, 60_00],
    ]);
    expect(await seen("leader")).toEqual([
      [colleague, 0],
      [rep, 60_00],
      [southRep, 25_00],
    ]);
    expect((await t.get("stranger", "/spiff-months/2026-11-18")).body.statements).toEqual([]);
    expect((await t.get("rep", "/spiff-months/2026-10-18")).status).toBe(404);
    expect((await t.get("leader", "/spiff-months/2026-11-18")).body.seen).toBeNull();
  });

  it("keeps what was earned as a rep when the rep becomes a manager", async () => {
    const path = `/spiff-months/2026-11-18/statements/${t.cast.southRep}`;
    const before = (await t.get("southRep", path)).body;
    expect(before.totals).toEqual([{ minor: 25_00, currency: "EUR" }]);
    await t.patch("leader", `/members/${t.cast.southRep}`, { role: "manager" });
    expect((await t.get("southRep", path)).body).toEqual(before);
    const asManager = await introduce("southRep", 1, 3, "2026-11-18");
    expect((await t.get("southRep", path)).body).toEqual(before);
    await t.del("southRep", `/referrals/${asManager}`);
    await t.patch("leader", `/members/${t.cast.southRep}`, { role: "rep" });
    expect((await t.get("southRep", path)).body).toEqual(before);
  });

  it("follows what is taken back as long as its month is open", async () => {
    const total = async () =>
      (await t.get("rep", `/spiff-months/2026-11-18/statements/${t.cast.rep}`)).body.totals[0].minor;
    await t.put("rep", `/referrals/${second}/level`, { level: 2 });
    expect(await total()).toBe(50_00);
    await t.put("rep", `/referrals/${second}/level`, { level: 4 });
    expect(await total()).toBe(60_00);
    const extra = await introduce("rep", 2, 3, "2026-11-05");
    await t.del("rep", `/referrals/${extra}`);
    expect(await total()).toBe(60_00);
  });
});

const sign = (send: Send, seen: string, who: CastName = "leader", key?: string) =>
  send(who, "PUT", "/spiff-months/2026-11-18/signature", { seen }, key);
const seenAt = async (send: Send) =>
  (await send("leader", "GET", "/spiff-months/2026-11-18")).body.seen as string;

describe("a signature", () => {
  it("waits until the month is over, is a leader's, and is given to what was read", async () => {
    expect((await sign(signedInAt("2026-11-29T09:00:00Z"), "")).status).toBe(409);
    const december = signedInAt(DECEMBER);
    const seen = await seenAt(december);
    expect(seen).toMatch(/^[0-9a-f]{64}$/);
    for (const who of ["rep", "manager"] as const) expect((await sign(december, seen, who)).status).toBe(403);
    expect((await sign(december, seen, "stranger")).status).not.toBe(201);
    expect((await december("manager", "GET", "/spiff-months/2026-11-18")).body.seen).toBeNull();
    await t.put("rep", `/referrals/${first}/level`, { level: 1 });
    const stale = await sign(december, seen);
    expect([stale.status, stale.body.detail]).toEqual([
      409,
      expect.stringContaining("changed since you read"),
    ]);
    await t.put("rep", `/referrals/${first}/level`, { level: 3 });
    expect(await seenAt(december)).toBe(seen);
    const december3 = signedInAt("2026-12-03T09:00:00Z");
    expect((await december3("leader", "PUT", "/spiff-months/2026-12-02/signature", { seen })).status).toBe(
      409,
    );
  });

  it("is given once, whoever presses and how often", async () => {
    const december = signedInAt(DECEMBER);
    const seen = await seenAt(december);
    await t.patch("leader", `/members/${t.cast.manager}`, { role: "leader" });
    const answers = await Promise.all([
      sign(december, seen, "leader", "one"),
      sign(december, seen, "leader", "one"),
      sign(december, seen, "leader"),
      sign(december, seen, "manager"),
    ]);
    const made = answers.filter(({ status }) => status === 201);
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true);
    expect(new Set(made.map(({ body }) => body.signed.hash)).size).toBe(1);
    expect(
      new Set(
        answers.map(({ body }) => JSON.stringify([body.signed.byName, body.signed.at, body.signed.hash])),
      ).size,
    ).toBe(1);
    const { rows } = await t.test.database.read(t.cast.workspaceId, (tx) =>
      sql<{ n: number }>`select count(*)::int as n from journal where verb = 'spiff.signed'`.execute(
        tx.tables(),
      ),
    );
    expect(rows[0]?.n).toBe(1);
    await t.patch("leader", `/members/${t.cast.manager}`, { role: "manager" });
    expect(await mistakes()).toEqual([]);
  });

  it("is given and taken back by nobody but somebody who is signed in", async () => {
    const byKey = at(DECEMBER);
    const path = "/spiff-months/2026-11-18/signature";
    const signed = (await byKey("leader", "GET", "/spiff-months/2026-11-18")).body;
    for (const { status, body } of [await sign(byKey, "any"), await byKey("leader", "DELETE", path)])
      expect([status, body.detail]).toEqual([403, expect.stringContaining("a key cannot sign")]);
    expect((await byKey("leader", "GET", "/spiff-months/2026-11-18")).body).toEqual(signed);
    expect(signed.state).toBe("signed");
  });

  it("can be taken back on its day, and not after", async () => {
    const december = signedInAt(DECEMBER);
    const path = "/spiff-months/2026-11-18/signature";
    expect((await december("rep", "DELETE", path)).status).toBe(403);
    expect((await december("stranger", "DELETE", path)).status).toBe(404);
    const late = await signedInAt("2026-12-03T09:00:00Z")("leader", "DELETE", path);
    expect([late.status, late.body.detail]).toEqual([409, expect.stringContaining("next statement")]);
    expect((await december("leader", "DELETE", path)).status).toBe(204);
    expect((await december("leader", "GET", "/spiff-months/2026-11-18")).body.state).toBe("to-sign");
    expect((await sign(december, await seenAt(december))).status).toBe(201);
    expect(await mistakes()).toEqual([]);
  });

  it("keeps the statement as it was; what changes is a line on the next one, while that runs and when it was never begun", async () => {
    const december = signedInAt(DECEMBER);
    const statement = async (send: Send, day: string) =>
      (await send("rep", "GET", `/spiff-months/${day}/statements/${t.cast.rep}`)).body;
    const before = await statement(december, "2026-11-18");
    expect((await december("rep", "DELETE", `/referrals/${first}`)).status).toBe(204);
    expect((await december("rep", "DELETE", `/referrals/${second}`)).status).toBe(204);
    const after = await statement(december, "2026-11-18");
    expect(after.totals).toEqual(before.totals);
    expect(after.groups[0].entries[0]).toMatchObject({ takenBackOn: "2026-12-02" });
    const next = await statement(december, "2026-12-02");
    const lines = next.groups.map(({ corrects, sum }: { corrects: unknown; sum: { minor: number } }) => [
      corrects,
      sum.minor,
    ]);
    // 25 are left of 75 that were capped at 60; nobody pays back, so it waits.
    expect(lines).toEqual([
      [{ start: "2026-11-02", end: "2026-11-29" }, -35_00],
      [null, 35_00],
    ]);
    expect(next.totals).toEqual([{ minor: 0, currency: "EUR" }]);
    // Ended and with nothing more to come, there is still a next statement.
    const ended = { ...INTRODUCED, fromDay: undefined, untilDay: "2026-12-02", holds: "this-period" };
    expect((await december("leader", "POST", `/spiffs/${spiff}/versions`, ended)).status).toBe(201);
    const spring = signedInAt("2027-03-20T09:00:00Z");
    const months = (await spring("leader", "GET", "/spiff-months")).body.items;
    const state = Object.fromEntries(
      months.map(({ start, state: is }: { start: string; state: string }) => [start, is]),
    );
    expect(state["2026-11-30"]).toBe("to-sign");
    expect(state["2026-11-02"]).toBe("signed");
    const { seen } = (await spring("leader", "GET", "/spiff-months/2026-12-02")).body;
    expect((await spring("leader", "PUT", "/spiff-months/2026-12-02/signature", { seen })).status).toBe(201);
    // What comes in now for November stands on the statement of the last month that is over, less what waits.
    const late = await spring("rep", "POST", "/referrals", {
      sourceId: people[0],
      contact: { fullName: "Told late" },
      level: 3,
      day: "2026-11-20",
    });
    expect(late.status).toBe(201);
    const open = await statement(spring, "2027-02-20");
    const carried = open.groups.find(({ spiff: of }: { spiff: unknown }) => of === null);
    expect(carried.entries).toMatchObject([
      { kind: "carried-in", minor: -35_00 },
      { kind: "carried-on", minor: 10_00 },
    ]);
    expect(open.groups).toContainEqual(expect.objectContaining({ sum: { minor: 25_00, currency: "EUR" } }));
    expect(open.totals).toEqual([{ minor: 0, currency: "EUR" }]);
    expect(await mistakes()).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });

  it("is proved by its hash: verify finds one changed cent, rule or day", async () => {
    const changed = async (change: string, back: string) => {
      await t.test.database.write(t.cast.workspaceId, (tx) => sql.raw(change).execute(tx.tables()));
      const found = await mistakes();
      await t.test.database.write(t.cast.workspaceId, (tx) => sql.raw(back).execute(tx.tables()));
      return found;
    };
    for (const [change, back] of [
      [
        "update spiff_line set minor = minor + 1 where kind = 'fact' and fact_day = '2026-11-17'",
        "update spiff_line set minor = minor - 1 where kind = 'fact' and fact_day = '2026-11-17'",
      ],
      [
        "update spiff_version set rep_cap = 9900 where number = 1",
        "update spiff_version set rep_cap = 6000 where number = 1",
      ],
      [
        "update spiff_payout set at = at + interval '1 hour' where start_day = '2026-11-02' and taken_back_at is null",
        "update spiff_payout set at = at - interval '1 hour' where start_day = '2026-11-02' and taken_back_at is null",
      ],
    ] as const)
      expect((await changed(change, back)).join()).toContain("are not what");
    expect(await mistakes()).toEqual([]);
    // Its rule stays, too.
    const { versions } = (await t.get("leader", "/spiffs")).body.items[0];
    expect((await t.del("leader", `/spiffs/${spiff}`)).status).toBe(409);
    expect((await t.del("leader", `/spiffs/${spiff}/versions/${versions[0].id}`)).status).toBe(409);
  });
});

describe("files", () => {
  it("hold what their reader may see, and no cell that is a formula", async () => {
    const path = "/spiff-months/2026-11-18/lines.csv";
    const csv = (await t.get("leader", path)).body as string;
    expect(csv.split("\r\n").filter(Boolean)).toHaveLength(1 + 4 + 1);
    expect(csv).toContain("'=cmd|' /C calc'!A0");
    expect(csv).not.toMatch(/(^|,|")=cmd/m);
    expect(csv).toContain(",25.00,EUR,");
    expect(csv).toContain(",-15.00,EUR,");
    expect((await t.get("southRep", path)).body).not.toContain("Mia");
    expect(((await t.get("southRep", path)).body as string).split("\r\n").filter(Boolean)).toHaveLength(2);
    const one = (await t.get("leader", `${path}?member=${t.cast.southRep}`)).body as string;
    expect(one.split("\r\n").filter(Boolean)).toHaveLength(2);
    expect(
      ((await t.get("rep", `${path}?member=${t.cast.southRep}`)).body as string)
        .split("\r\n")
        .filter(Boolean),
    ).toHaveLength(1);
    const book = await t.get("leader", "/spiff-months/2026-11-18/statements.xlsx");
    expect(book.headers.get("content-type")).toContain("spreadsheetml");
    expect((book.body as string).slice(0, 2)).toBe("PK");
    for (const file of ["lines.csv", "statements.xlsx"])
      expect((await t.get("stranger", `/spiff-months/2026-11-18/${file}`)).status).toBe(200);
    expect((await t.get("stranger", path)).body).not.toContain("Mia");
  });
});
