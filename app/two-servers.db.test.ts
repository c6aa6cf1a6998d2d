import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { houseOver, NOON, openTestHouse, type Answer, type TestHouse } from "#demo/test-house.ts";
import { frozenClock } from "#lib/kernel/clock.ts";
import { newId } from "#lib/kernel/ids.ts";
import { findJob, queueJob } from "#lib/jobs/queue.ts";
import { createWorker, type JobKind } from "#lib/jobs/worker.ts";
import { openDatabase, type Database } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";

type Send = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answer>;

let t: TestHouse;
let otherDatabase: Database;
let one: Send;
let other: Send;
beforeAll(async () => {
  t = await openTestHouse();
  otherDatabase = await openDatabase({ url: t.test.ownerUrl, role: SERVER_ROLE, connections: 4 });
  one = houseOver(t.test.database).send;
  other = houseOver(otherDatabase).send;
});
afterAll(async () => {
  await otherDatabase?.close();
  await t?.close();
});

const withKey = (key: string) => ({ authorization: `Bearer ${key}` });

describe("two servers on one PostgreSQL", () => {
  it("open to a key that the other handed out, until the other withdraws it", async () => {
    const made = await one("POST", "/keys", { name: "Both", scopes: ["read"] }, withKey(t.cast.keys.rep));
    expect((await other("GET", "/me", undefined, withKey(made.body.text))).status).toBe(200);
    await one("DELETE", `/keys/${made.body.id}`, undefined, withKey(t.cast.keys.rep));
    expect((await other("GET", "/me", undefined, withKey(made.body.text))).status).toBe(401);
  });

  it("open to a session that began at the other, and close when it ends there", async () => {
    const cookie = await t.session("rep");
    for (const send of [one, other]) {
      expect(await send("GET", "/me", undefined, { cookie })).toMatchObject({
        status: 200,
        body: { member: { id: t.cast.rep } },
      });
    }
    expect(
      (await other("POST", "/sign-in/sign-out", {}, { cookie, "sec-fetch-site": "same-origin" })).status,
    ).toBe(204);
    expect((await one("GET", "/me", undefined, { cookie })).status).toBe(401);
  });

  it("see at once what the other wrote, and write at once what both are asked", async () => {
    const account = await one(
      "POST",
      "/accounts",
      { name: "Beide Seiten KG", kind: "client" },
      withKey(t.cast.keys.rep),
    );
    const seen = await other(
      "GET",
      `/accounts/${account.body.id}`,
      undefined,
      withKey(t.cast.keys.colleague),
    );
    expect(seen.body).toMatchObject({ name: "Beide Seiten KG" });
    const person = await other(
      "POST",
      "/people",
      { fullName: "Ada Beidhand", accountId: account.body.id },
      withKey(t.cast.keys.rep),
    );
    const ask = (send: Send) => send("POST", "/asks", { sourceId: person.body.id }, withKey(t.cast.keys.rep));
    const asks = await Promise.all([one, other, one, other].map(ask));
    expect(asks.filter((each) => each.status === 201)).toHaveLength(1);
    expect(asks.filter((each) => each.status === 200)).toHaveLength(3);
    expect(new Set(asks.map((each) => each.body.id)).size).toBe(1);
    expect(await t.mistakes()).toEqual([]);
  });

  it("carry out one Idempotency-Key once", async () => {
    const headers = { ...withKey(t.cast.keys.rep), "idempotency-key": "both" };
    const answers = await Promise.all(
      [one, other, one, other].map((send) => send("POST", "/accounts", { name: "Einmal GmbH" }, headers)),
    );
    expect(new Set(answers.map((each) => each.body.id)).size).toBe(1);
    const list = await other("GET", "/accounts?q=Einmal", undefined, withKey(t.cast.keys.rep));
    expect(list.body.items).toHaveLength(1);
  });

  it("count guesses together", async () => {
    const wrong = withKey(`askwell_${"0".repeat(32)}_${"0".repeat(32)}_${"a".repeat(43)}`);
    const statuses: number[] = [];
    while (statuses.length < 100 && statuses.at(-1) !== 429) {
      const send = statuses.length % 2 === 0 ? one : other;
      statuses.push((await send("GET", "/me", undefined, wrong)).status);
    }
    // Sixty a minute for both; those of the tests before count with them.
    expect(statuses.length).toBeLessThanOrEqual(61);
    expect(statuses.length).toBeGreaterThan(50);
    for (const send of [one, other]) expect((await send("GET", "/me", undefined, wrong)).status).toBe(429);
  });

  it("share their jobs, and do each once", async () => {
    const { workspaceId } = t.cast;
    const did: string[] = [];
    const kindAt = (server: string): JobKind<{ n: number }> => ({
      kind: "test-of-both",
      async run({ tx, payload }) {
        did.push(`${server} ${payload.n}`);
        await sql`select pg_sleep(0.02)`.execute(tx.tables());
      },
    });
    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        t.test.database.write(workspaceId, (tx) =>
          queueJob(tx, { kind: "test-of-both", payload: { n }, askedBy: null, now: NOON }),
        ),
      ),
    );
    const clock = frozenClock(NOON);
    const workers = [
      createWorker({ database: t.test.database, clock, kinds: [kindAt("one")] as never }),
      createWorker({ database: otherDatabase, clock, kinds: [kindAt("other")] as never }),
    ];
    const ended = await Promise.all(workers.map((worker) => worker.runDue()));
    expect(ended.reduce((sum, each) => sum + each, 0)).toBe(20);
    expect(Math.min(...ended)).toBeGreaterThan(0);
    expect(did.map((each) => Number(each.split(" ")[1])).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, n) => n),
    );
    for (const id of ids) {
      const job = await otherDatabase.read(workspaceId, (tx) => findJob(tx, id));
      expect(job.state).toBe("done");
    }
  });

  it("keep their walls in common", async () => {
    const stranger = withKey(t.cast.keys.stranger);
    const account = await one("POST", "/accounts", { name: "Geheim AG" }, withKey(t.cast.keys.rep));
    expect((await other("GET", `/accounts/${account.body.id}`, undefined, stranger)).status).toBe(404);
    expect(
      await otherDatabase.read(newId(NOON), (tx) => sql`select id from account`.execute(tx.tables())),
    ).toMatchObject({ rows: [] });
  });
});
