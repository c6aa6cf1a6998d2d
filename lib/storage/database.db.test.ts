import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { newId } from "#lib/kernel/ids.ts";
import { openDatabase, type Database, type Tx } from "./database.ts";
import { SERVER_ROLE } from "./migrate.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

const now = new Date("2026-11-18T10:00:00Z");
let test: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  test = await openTestDatabase();
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await test?.drop();
});

const opened: Database[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.close();
});

/** A second door to the same database, with settings of its own. */
async function another(options: { connections?: number; ownerUrl?: string } = {}): Promise<Database> {
  const { connections = 2, ownerUrl = test.ownerUrl } = options;
  const database = await openDatabase({ url: ownerUrl, role: SERVER_ROLE, connections });
  opened.push(database);
  return database;
}

function count(tx: Tx, measure: string): Promise<unknown> {
  return sql`
    insert into tally as t values (${tx.workspaceId}, ${tx.workspaceId}, '2026-11-16', ${measure}, '', 1, 0)
    on conflict (workspace_id, scope_id, week, measure, currency) do update set count = t.count + 1`.execute(
    tx.tables(),
  );
}

async function counted(workspaceId: string): Promise<Record<string, number>> {
  const { rows } = await test.database.read(workspaceId, (tx) =>
    sql<{ measure: string; count: number }>`select measure, count from tally order by 1`.execute(tx.tables()),
  );
  return Object.fromEntries(rows.map((row) => [row.measure, row.count]));
}

async function processOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.tables());
  return rows[0]!.pid;
}

async function kill(pid: number): Promise<void> {
  await owner.query("select pg_terminate_backend($1)", [pid]);
  // The end of the connection arrives by its own way.
  await sleep(50);
}

describe("a transaction", () => {
  it("sees its own workspace's rows and nobody else's", async () => {
    const [mine, other] = [newId(now), newId(now)];
    await test.database.write(mine, (tx) => count(tx, "mine"));
    await test.database.write(other, (tx) => count(tx, "other"));
    expect(await counted(mine)).toEqual({ mine: 1 });
    expect(await counted(other)).toEqual({ other: 1 });
    const outside = await sql`select measure from tally`.execute(test.database.outside());
    expect(outside.rows).toEqual([]);
  });

  it("leaves no workspace behind on its connection", async () => {
    const database = await another({ connections: 1 });
    const workspaceId = newId(now);
    await database.write(workspaceId, (tx) => count(tx, "mine"));
    const { rows } = await sql`select measure from tally`.execute(database.outside());
    expect(rows).toEqual([]);
  });

  it("writes all or nothing", async () => {
    const workspaceId = newId(now);
    const broken = test.database.write(workspaceId, async (tx) => {
      await count(tx, "half");
      throw new Error("on the way");
    });
    await expect(broken).rejects.toThrow("on the way");
    expect(await counted(workspaceId)).toEqual({});
  });

  it("does not write while reading", async () => {
    await expect(test.database.read(newId(now), (tx) => count(tx, "x"))).rejects.toThrow(
      /read-only transaction/,
    );
  });

  it("fails as a whole when a statement failed, though nobody looked at the failure", async () => {
    const workspaceId = newId(now);
    const work = test.database.write(workspaceId, async (tx) => {
      await count(tx, "x");
      await sql`select 1 / 0`.execute(tx.tables()).catch(() => {});
    });
    await expect(work).rejects.toThrow("failed before its commit");
    expect(await counted(workspaceId)).toEqual({});
  });

  it("is refused inside another, and possible again after it", async () => {
    const workspaceId = newId(now);
    const nested = test.database.write(workspaceId, () => test.database.read(workspaceId, async () => {}));
    await expect(nested).rejects.toThrow("inside a transaction");
    await test.database.write(workspaceId, (tx) => count(tx, "after"));
    expect(await counted(workspaceId)).toEqual({ after: 1 });
  });

  it.each(["", "x", "'; drop table tally; --", `${newId(now)}'`])(
    "is refused for %j, which is no workspace id",
    async (id) => {
      await expect(test.database.read(id, async () => {})).rejects.toThrow("not a workspace id");
    },
  );

  it("calls what waits for its commit after it, out of its reach, and never after a rollback", async () => {
    const workspaceId = newId(now);
    const called: string[] = [];
    let follow: Promise<void> | undefined;
    await test.database.write(workspaceId, async (tx) => {
      await count(tx, "first");
      tx.afterCommit(() => {
        called.push("committed");
        follow = test.database.write(workspaceId, async (next) => void (await count(next, "second")));
      });
    });
    await follow;
    await test.database
      .write(workspaceId, async (tx) => {
        tx.afterCommit(() => called.push("rolled back"));
        throw new Error("no");
      })
      .catch(() => {});
    expect(called).toEqual(["committed"]);
    expect(await counted(workspaceId)).toEqual({ first: 1, second: 1 });
  });

  it("shows an aside at once, while it is itself still open", async () => {
    const workspaceId = newId(now);
    await test.database.write(workspaceId, async (tx) => {
      await count(tx, "slow");
      await test.database.aside(workspaceId, (aside) => count(aside, "aside"));
      expect(await readElsewhere(workspaceId)).toEqual(["aside"]);
    });
    expect(await readElsewhere(workspaceId)).toEqual(["aside", "slow"]);
  });
});

async function readElsewhere(workspaceId: string): Promise<string[]> {
  const { rows } = await owner.query("select measure from tally where workspace_id = $1 order by 1", [
    workspaceId,
  ]);
  return rows.map((row) => row.measure);
}

describe("two transactions in each other's way", () => {
  it("both end well when PostgreSQL breaks their deadlock", async () => {
    const workspaceId = newId(now);
    await test.database.write(workspaceId, async (tx) => {
      await count(tx, "a");
      await count(tx, "b");
    });
    let runs = 0;
    const meet = meeting(2);
    const crossing = (first: string, second: string) =>
      test.database.write(workspaceId, async (tx) => {
        runs += 1;
        await count(tx, first);
        await meet();
        await count(tx, second);
      });
    await Promise.all([crossing("a", "b"), crossing("b", "a")]);
    expect(runs).toBeGreaterThan(2);
    expect(await counted(workspaceId)).toEqual({ a: 3, b: 3 });
  });

  it("run beside each other in one workspace, but none beside one that is alone", async () => {
    const workspaceId = newId(now);
    const order: string[] = [];
    const meet = meeting(3);
    const both = Promise.all(
      ["one", "two"].map((name) =>
        test.database.write(workspaceId, async (tx) => {
          await count(tx, name);
          await meet();
          await sleep(100);
          order.push(`${name} ends`);
        }),
      ),
    );
    await meet();
    const elsewhere = Promise.withResolvers<void>();
    const recount = test.database.alone(workspaceId, async (tx) => {
      await count(tx, "alone");
      order.push("alone begins");
      await elsewhere.promise;
      order.push("alone ends");
    });
    await sleep(50);
    const late = test.database.write(workspaceId, (tx) => count(tx, "late")).then(() => order.push("late"));
    await both;
    await test.database.write(newId(now), (tx) => count(tx, "elsewhere"));
    elsewhere.resolve();
    await Promise.all([recount, late]);
    expect(order.slice(0, 2).toSorted()).toEqual(["one ends", "two ends"]);
    expect(order.slice(2)).toEqual(["alone begins", "alone ends", "late"]);
  });

  it("one that would be alone does not hold everybody up behind something long: it says so after a moment", async () => {
    const workspaceId = newId(now);
    const database = await another({ connections: 4 });
    const free = gate();
    const long = database.write(workspaceId, () => free.opened);
    await sleep(20);
    await expect(database.alone(workspaceId, async () => {})).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("try again"),
    });
    await database.write(workspaceId, (tx) => count(tx, "still writes"));
    free.open();
    await long;
    expect(await counted(workspaceId)).toEqual({ "still writes": 1 });
  });
});

describe("when connections are lost", () => {
  it("between two statements, the transaction is done again, once", async () => {
    const workspaceId = newId(now);
    const database = await another();
    let runs = 0;
    await database.write(workspaceId, async (tx) => {
      runs += 1;
      await count(tx, "x");
      if (runs === 1) await kill(await processOf(tx));
      await count(tx, "x");
    });
    expect(runs).toBe(2);
    expect(await counted(workspaceId)).toEqual({ x: 2 });
  });

  it("in the middle of a statement, likewise", async () => {
    const workspaceId = newId(now);
    const database = await another();
    let runs = 0;
    await database.write(workspaceId, async (tx) => {
      runs += 1;
      await count(tx, "x");
      const pid = await processOf(tx);
      if (runs === 1) await Promise.all([sql`select pg_sleep(20)`.execute(tx.tables()), kill(pid)]);
    });
    expect(runs).toBe(2);
    expect(await counted(workspaceId)).toEqual({ x: 1 });
  });

  it("again and again, it says that the database cannot be reached, and works on as soon as it can", async () => {
    const workspaceId = newId(now);
    const database = await another({ connections: 3 });
    const always = database.write(workspaceId, async (tx) => {
      await count(tx, "x");
      await kill(await processOf(tx));
    });
    await expect(always).rejects.toMatchObject({ kind: "unavailable" });
    await Promise.all(Array.from({ length: 6 }, () => database.write(workspaceId, (tx) => count(tx, "y"))));
    expect(await counted(workspaceId)).toEqual({ y: 6 });
  });

  it("while idle, nobody notices", async () => {
    const workspaceId = newId(now);
    const database = await another({ connections: 3 });
    await Promise.all(
      [1, 2, 3].map(() =>
        database.read(workspaceId, (tx) => sql`select pg_sleep(0.05)`.execute(tx.tables())),
      ),
    );
    await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
    );
    await database.write(workspaceId, (tx) => count(tx, "x"));
    await sql`select 1`.execute(database.outside());
    expect(await counted(workspaceId)).toEqual({ x: 1 });
  });

  it("a database that is not there is a problem to wait out, inside a workspace and outside", async () => {
    const nowhere = new pg.Pool({ connectionString: "postgres://nobody@127.0.0.1:1/none" });
    await expect(nowhere.query("select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
    const gone = await openTestDatabase(2);
    await gone.database.close();
    await expect(gone.database.read(newId(now), async () => {})).rejects.toMatchObject({
      kind: "unavailable",
    });
    await expect(sql`select 1`.execute(gone.database.outside())).rejects.toMatchObject({
      kind: "unavailable",
    });
    const client = new pg.Client({ connectionString: test.ownerUrl });
    await client.connect();
    const name = /([^/?]+)(?:\?|$)/.exec(gone.ownerUrl)?.[1];
    await client.query(`drop database ${name} with (force)`);
    await client.end();
    await nowhere.end();
  });
});

describe("closing", () => {
  it("lets a transaction end that is nearly through, and cuts off one that is not", async () => {
    const workspaceId = newId(now);
    const database = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 4 });
    const short = database.write(workspaceId, async (tx) => {
      await count(tx, "short");
      await sleep(100);
    });
    const long = database.write(workspaceId, async (tx) => {
      await count(tx, "long");
      await sql`select pg_sleep(20)`.execute(tx.tables());
    });
    const idle = database.write(workspaceId, async (tx) => {
      await count(tx, "idle");
      await new Promise(() => {});
    });
    idle.catch(() => {});
    await sleep(50);
    const closed = database.close(300);
    await expect(long).rejects.toMatchObject({ kind: "unavailable" });
    await Promise.all([closed, short]);
    expect(await counted(workspaceId)).toEqual({ short: 1 });
  });
});

describe("the role the server works as", () => {
  const role = `askwell_test_role_${newId(now).slice(-8)}`;
  afterEach(() => owner.query(`drop owned by ${role}; drop role ${role}`).catch(() => {}));

  it.each([
    ["is a superuser", `create role ${role} superuser`, /superuser|bypasses/],
    ["bypasses row-level security", `create role ${role} bypassrls`, /bypasses/],
    [
      "owns a table",
      `create role ${role}; create table owned_by_it (); alter table owned_by_it owner to ${role}`,
      /owns/,
    ],
    [
      "is a member of one that owns the tables",
      `create role ${role}; grant owner_of_tables to ${role}`,
      /owns/,
    ],
  ])("is refused when it %s", async (_why, made, reason) => {
    await owner.query(
      made.replace("owner_of_tables", (await owner.query("select current_user as me")).rows[0].me),
    );
    await expect(openDatabase({ url: test.ownerUrl, role, connections: 1 })).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringMatching(reason),
    });
  });

  it("is taken when it can do none of that", async () => {
    await owner.query(`create role ${role}`);
    const database = await openDatabase({ url: test.ownerUrl, role, connections: 1 });
    const { rows } = await sql<{ me: string }>`select current_user as me`.execute(database.outside());
    expect(rows).toEqual([{ me: role }]);
    await database.close();
  });
});

describe("values", () => {
  it("come back exactly: days as days, whole numbers as numbers, and none that a number cannot hold", async () => {
    const { rows } = await sql<Record<string, unknown>>`
      select '2026-11-18'::date as day, array['2026-11-18','0001-01-01']::date[] as days, '09:30:00'::time as time,
             9007199254740991::bigint as most, '{}'::text[] as none, '{"a":[1,null]}'::jsonb as json`.execute(
      test.database.outside(),
    );
    expect(rows).toEqual([
      {
        day: "2026-11-18",
        days: ["2026-11-18", "0001-01-01"],
        time: "09:30",
        most: 9_007_199_254_740_991,
        none: [],
        json: { a: [1, null] },
      },
    ]);
    await expect(sql`select 9007199254740993::bigint as n`.execute(test.database.outside())).rejects.toThrow(
      "beyond exact numbers",
    );
  });
});

/** Lets `many` come together, each time round. */
function meeting(many: number): () => Promise<void> {
  const { opened, open } = gate();
  let here = 0;
  return () => {
    here += 1;
    if (here >= many) open();
    return opened;
  };
}

function gate(): { opened: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}
