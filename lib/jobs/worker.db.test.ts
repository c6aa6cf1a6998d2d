import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { frozenClock, systemClock, type Clock } from "#lib/kernel/clock.ts";
import { newId } from "#lib/kernel/ids.ts";
import { Problem } from "#lib/kernel/problem.ts";
import { openDatabase, type Database, type Tx } from "#lib/storage/database.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { openTestDatabase, type TestDatabase } from "#lib/storage/test-database.ts";
import { findJob, queueJob, type JobView } from "./queue.ts";
import { createWorker, type JobKind, type Worker } from "./worker.ts";

const now = new Date("2026-11-18T10:00:00Z");
let test: TestDatabase;
let owner: pg.Client;
beforeAll(async () => {
  test = await openTestDatabase(8);
  owner = new pg.Client({ connectionString: test.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner?.end();
  await test?.drop();
});

const doors: Database[] = [];
const workers: Worker[] = [];
afterEach(async () => {
  await Promise.all(workers.splice(0).map((worker) => worker.stop()));
  await Promise.all(doors.splice(0).map((door) => door.close()));
  await owner.query("truncate job, job_ticket, tally");
});

/** Another server process on the same database, as far as the database can tell. */
async function anotherDoor(connections = 4): Promise<Database> {
  const door = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections });
  doors.push(door);
  return door;
}

interface Staff {
  worker: Worker;
  faults: unknown[];
}

function employ(kinds: JobKind[], options: { database?: Database; clock?: Clock } = {}): Staff {
  const faults: unknown[] = [];
  const { database = test.database, clock = frozenClock(now) } = options;
  const worker = createWorker({ database, clock, kinds, onFault: (error) => faults.push(error) });
  workers.push(worker);
  return { worker, faults };
}

function kindOf(run: JobKind<{ n: number }>["run"], more: Partial<JobKind<{ n: number }>> = {}): JobKind {
  return { kind: "count", run, ...more };
}

function queue(
  workspaceId: string,
  payload: Record<string, unknown> = {},
  more: { dueAt?: Date; kind?: string } = {},
): Promise<string> {
  return test.database.write(workspaceId, (tx) =>
    queueJob(tx, { kind: "count", payload, askedBy: null, now, ...more }),
  );
}

const standing = (workspaceId: string, id: string): Promise<JobView> =>
  test.database.read(workspaceId, (tx) => findJob(tx, id));

/** What a job does here: one more of a measure, so that a second run would show. */
function count(tx: Tx, measure: string): Promise<unknown> {
  return sql`
    insert into tally as t values (${tx.workspaceId}, ${tx.workspaceId}, '2026-11-16', ${measure}, '', 1, 0)
    on conflict (workspace_id, scope_id, week, measure, currency) do update set count = t.count + 1`.execute(
    tx.tables(),
  );
}

async function counted(workspaceId: string): Promise<Record<string, number>> {
  const { rows } = await owner.query(
    "select measure, count::int from tally where workspace_id = $1 order by 1",
    [workspaceId],
  );
  return Object.fromEntries(rows.map((row) => [row.measure, row.count]));
}

async function tickets(): Promise<{ due: string; attempts: number }[]> {
  const { rows } = await owner.query("select due_at, attempts from job_ticket order by due_at");
  return rows.map((row) => ({ due: row.due_at.toISOString(), attempts: row.attempts }));
}

async function until(isSo: () => Promise<boolean> | boolean, what: string): Promise<void> {
  for (let waited = 0; waited < 15_000; waited += 20) {
    if (await isSo()) return;
    await sleep(20);
  }
  throw new Error(`waited in vain until ${what}`);
}

/** A clock that is moved by hand. */
function movedClock(): Clock & { move(seconds: number): void } {
  let at = now.getTime();
  return { now: () => new Date(at), move: (seconds) => void (at += seconds * 1000) };
}

describe("a job", () => {
  it("is done once, with who asked for it and what they gave", async () => {
    const workspaceId = newId(now);
    const seen: unknown[] = [];
    const { worker } = employ([
      kindOf(async ({ tx, payload, jobId, askedBy, now }) => {
        seen.push({ payload, jobId, askedBy, now });
        await count(tx, "done");
      }),
    ]);
    const askedBy = newId(now);
    const id = await test.database.write(workspaceId, (tx) =>
      queueJob(tx, { kind: "count", payload: { n: 7 }, askedBy, now }),
    );
    expect(await standing(workspaceId, id)).toMatchObject({ state: "waiting", kind: "count" });
    expect(await worker.runDue()).toBe(1);
    expect(seen).toEqual([{ payload: { n: 7 }, jobId: id, askedBy, now }]);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done", failure: null });
    expect(await tickets()).toEqual([]);
    expect(await worker.runDue()).toBe(0);
    expect(await counted(workspaceId)).toEqual({ done: 1 });
  });

  it("exists only if what queued it was saved", async () => {
    const lost = test.database.write(newId(now), async (tx) => {
      await queueJob(tx, { kind: "count", payload: {}, askedBy: null, now });
      throw new Error("on the way");
    });
    await expect(lost).rejects.toThrow("on the way");
    expect(await tickets()).toEqual([]);
  });

  it("waits for its moment, and the one due longest comes first", async () => {
    const workspaceId = newId(now);
    const order: number[] = [];
    const clock = movedClock();
    const { worker } = employ([kindOf(async ({ payload }) => void order.push(payload.n))], { clock });
    await queue(workspaceId, { n: 2 }, { dueAt: new Date(now.getTime() - 1000) });
    await queue(workspaceId, { n: 3 }, { dueAt: new Date(now.getTime() + 60_000) });
    await queue(workspaceId, { n: 1 }, { dueAt: new Date(now.getTime() - 2000) });
    expect(await worker.runDue()).toBe(2);
    clock.move(61);
    expect(await worker.runDue()).toBe(1);
    expect(order).toEqual([1, 2, 3]);
  });

  it("of a kind that this version does not know is left to one that does", async () => {
    await queue(newId(now), {}, { kind: "unheard-of" });
    expect(await employ([kindOf(async () => {})]).worker.runDue()).toBe(0);
    expect(await tickets()).toEqual([{ due: now.toISOString(), attempts: 0 }]);
  });

  it("is not to be found from another workspace", async () => {
    const id = await queue(newId(now));
    await expect(standing(newId(now), id)).rejects.toMatchObject({ kind: "not-found" });
  });
});

describe("two servers on one database", () => {
  it("share fifty jobs and do each of them once", async () => {
    const workspaces = [newId(now), newId(now), newId(now)];
    const ids = await Promise.all(
      Array.from(
        { length: 50 },
        async (_, n) => [workspaces[n % 3]!, await queue(workspaces[n % 3]!, { n })] as const,
      ),
    );
    const did: Record<string, number[]> = { one: [], two: [] };
    const kindFor = (server: string) =>
      kindOf(async ({ tx, payload }) => {
        did[server]!.push(payload.n);
        await count(tx, `job ${payload.n}`);
        await sql`select pg_sleep(0.01)`.execute(tx.tables());
      });
    for (const server of ["one", "two"]) {
      const { worker } = employ([kindFor(server)], { database: await anotherDoor(), clock: systemClock });
      worker.start();
    }
    await until(async () => (await tickets()).length === 0, "all tickets are gone");
    for (const [workspaceId, id] of ids)
      expect(await standing(workspaceId, id)).toMatchObject({ state: "done" });
    const times = (await Promise.all(workspaces.map(counted))).flatMap((each) => Object.values(each));
    expect(times).toEqual(Array.from({ length: 50 }, () => 1));
    expect([...did["one"]!, ...did["two"]!].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 50 }, (_, n) => n),
    );
    expect(did["one"]!.length).toBeGreaterThan(5);
    expect(did["two"]!.length).toBeGreaterThan(5);
  });

  it("leave a job that one of them has in hand to that one, however long it takes", async () => {
    const workspaceId = newId(now);
    const clock = movedClock();
    const free = Promise.withResolvers<void>();
    let runs = 0;
    const kind = kindOf(async ({ tx }) => {
      runs += 1;
      await count(tx, "done");
      await free.promise;
    });
    const one = employ([kind], { database: await anotherDoor(), clock });
    const two = employ([kind], { database: await anotherDoor(), clock });
    await queue(workspaceId);
    const running = one.worker.runDue();
    await until(() => runs === 1, "it runs");
    clock.move(3600);
    expect(await two.worker.runDue()).toBe(0);
    free.resolve();
    expect(await running).toBe(1);
    expect(await counted(workspaceId)).toEqual({ done: 1 });
  });

  it("wait for a ticket that another's look at what is due has locked for a moment", async () => {
    const workspaceId = newId(now);
    const lockIt = () => owner.query("begin; select from job_ticket for update");
    const { worker } = employ([
      kindOf(({ tx }) => count(tx, "done") as Promise<never>, { beforehand: lockIt }),
    ]);
    await queue(workspaceId);
    const running = worker.runDue();
    const waits = async () =>
      (await owner.query("select from pg_locks where not granted and locktype = 'transactionid'"))
        .rowCount === 1;
    await Promise.race([running, until(waits, "the worker waits")]);
    await owner.query("commit");
    expect(await running).toBe(1);
    expect(await counted(workspaceId)).toEqual({ done: 1 });
  });

  it("hear of a job that the other queued, within about a second", async () => {
    const workspaceId = newId(now);
    const { worker } = employ([kindOf(({ tx }) => count(tx, "done") as Promise<never>)], {
      database: await anotherDoor(),
      clock: systemClock,
    });
    worker.start();
    await sleep(100);
    const elsewhere = await anotherDoor();
    await elsewhere.write(workspaceId, (tx) =>
      queueJob(tx, { kind: "count", payload: {}, askedBy: null, now }),
    );
    const began = performance.now();
    await until(async () => (await counted(workspaceId))["done"] === 1, "the other has done it");
    expect(performance.now() - began).toBeLessThan(2_500);
  });
});

describe("a worker", () => {
  it("begins at once when a job is queued beside it, and goes on doing so", async () => {
    const workspaceId = newId(now);
    const { worker, faults } = employ([kindOf(({ tx }) => count(tx, "done") as Promise<never>)], {
      clock: systemClock,
    });
    worker.start();
    await sleep(100);
    for (const times of [1, 2, 3]) {
      const began = performance.now();
      await queue(workspaceId);
      await until(async () => (await counted(workspaceId))["done"] === times, `${times} are done`);
      expect(performance.now() - began).toBeLessThan(900);
    }
    expect(faults).toEqual([]);
  });

  it("does not let a long job of one workspace hold up another", async () => {
    const [busy, other] = [newId(now), newId(now)];
    const free = Promise.withResolvers<void>();
    const { worker } = employ(
      [kindOf(async ({ tx }) => (tx.workspaceId === busy ? free.promise : void (await count(tx, "done"))))],
      {
        clock: systemClock,
      },
    );
    worker.start();
    await queue(busy);
    await queue(busy);
    await queue(other);
    await until(async () => (await counted(other))["done"] === 1, "the other workspace's is done");
    expect(await tickets()).toHaveLength(2);
    free.resolve();
    await until(async () => (await tickets()).length === 0, "all are done");
  });

  it("told to stop, lets the job in hand end and takes no other", async () => {
    const workspaceId = newId(now);
    const { worker } = employ(
      [
        kindOf(async ({ tx }) => {
          await sql`select pg_sleep(0.3)`.execute(tx.tables());
          await count(tx, "done");
        }),
      ],
      { clock: systemClock },
    );
    await queue(workspaceId);
    await queue(workspaceId);
    worker.start();
    await sleep(100);
    await worker.stop();
    expect(await counted(workspaceId)).toEqual({ done: 1 });
    expect(await tickets()).toHaveLength(1);
  });

  it("told to stop in a job without end, leaves it undone for the next one", async () => {
    const workspaceId = newId(now);
    const database = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 3 });
    const { worker } = employ(
      [
        kindOf(async ({ tx }) => {
          await count(tx, "half");
          for (;;) await sql`select pg_sleep(0.1)`.execute(tx.tables());
        }),
      ],
      { database },
    );
    const id = await queue(workspaceId);
    worker.start();
    await sleep(200);
    await worker.stop(100);
    await database.close(100);
    expect(await counted(workspaceId)).toEqual({});
    expect(await standing(workspaceId, id)).toMatchObject({ state: "waiting" });
    const clock = movedClock();
    clock.move(10);
    const next = employ([kindOf(({ tx }) => count(tx, "whole") as Promise<never>)], { clock });
    await until(async () => (await next.worker.runDue()) === 1, "the next one does it");
    expect(await counted(workspaceId)).toEqual({ whole: 1 });
  });
});

describe("a job that breaks", () => {
  it("leaves nothing of its work, is tried again with growing waits, and is given up after the fifth try", async () => {
    const workspaceId = newId(now);
    const clock = movedClock();
    const failed: unknown[] = [];
    const { worker, faults } = employ(
      [
        kindOf(
          async ({ tx }) => {
            await count(tx, "half");
            throw new Error("the disk of somebody");
          },
          {
            onFailed: async (tx, { payload, failure }) => {
              failed.push({ payload, failure });
              await count(tx, "told");
            },
          },
        ),
      ],
      { clock },
    );
    const id = await queue(workspaceId, { n: 1 });
    const waits: number[] = [];
    for (let tries = 1; tries <= 4; tries += 1) {
      expect(await worker.runDue()).toBe(0);
      const [ticket] = await tickets();
      expect(ticket!.attempts).toBe(tries);
      waits.push((Date.parse(ticket!.due) - clock.now().getTime()) / 1000);
      expect(await worker.runDue()).toBe(0);
      expect(await standing(workspaceId, id)).toMatchObject({ state: "waiting", failure: null });
      clock.move(waits.at(-1)!);
    }
    expect(waits).toEqual([5, 30, 120, 600]);
    expect(await worker.runDue()).toBe(1);
    expect(await standing(workspaceId, id)).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("administrator"),
    });
    expect(failed).toEqual([{ payload: { n: 1 }, failure: expect.not.stringContaining("disk") }]);
    expect(await counted(workspaceId)).toEqual({ told: 1 });
    expect(faults).toHaveLength(5);
    expect(await tickets()).toEqual([]);
  });

  it("with a Problem, has failed at once, and its reason is kept", async () => {
    const workspaceId = newId(now);
    const { worker, faults } = employ([
      kindOf(
        async ({ tx }) => {
          await count(tx, "half");
          throw new Problem("invalid", "line 7 has no name");
        },
        { onFailed: (tx) => count(tx, "told") as Promise<never> },
      ),
    ]);
    const id = await queue(workspaceId);
    expect(await worker.runDue()).toBe(1);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "failed", failure: "line 7 has no name" });
    expect(await counted(workspaceId)).toEqual({ told: 1 });
    expect(faults).toEqual([]);
  });

  it("because something could not be reached just now, is tried again", async () => {
    const workspaceId = newId(now);
    const { worker } = employ([
      kindOf(async () => {
        throw new Problem("unavailable", "the mail server does not answer");
      }),
    ]);
    const id = await queue(workspaceId);
    expect(await worker.runDue()).toBe(0);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "waiting" });
    expect(await tickets()).toEqual([{ due: "2026-11-18T10:00:05.000Z", attempts: 1 }]);
  });

  it("has failed even when the room's answer to that breaks too", async () => {
    const workspaceId = newId(now);
    const { worker, faults } = employ([
      kindOf(
        async () => {
          throw new Problem("invalid", "no");
        },
        {
          onFailed: async () => {
            throw new Error("this as well");
          },
        },
      ),
    ]);
    const id = await queue(workspaceId);
    expect(await worker.runDue()).toBe(1);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "failed", failure: "no" });
    expect(faults).toEqual([new Error("this as well")]);
  });

  it("does not keep the others of its workspace from being done", async () => {
    const workspaceId = newId(now);
    const { worker } = employ([
      kindOf(async ({ tx, payload }) => {
        if (payload.n === 0) throw new Error("no");
        await count(tx, "done");
      }),
    ]);
    for (const n of [0, 1, 2]) await queue(workspaceId, { n });
    expect(await worker.runDue()).toBe(2);
    expect(await counted(workspaceId)).toEqual({ done: 2 });
  });
});

describe("a job whose connection is killed in the middle", () => {
  it("runs again from the start, and nothing of its half is there", async () => {
    const workspaceId = newId(now);
    let runs = 0;
    const { worker } = employ(
      [
        kindOf(async ({ tx }) => {
          runs += 1;
          await count(tx, "done");
          if (runs > 1) return;
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx.tables());
          void sleep(100).then(() => owner.query("select pg_terminate_backend($1)", [rows[0]!.pid]));
          await sql`select pg_sleep(20)`.execute(tx.tables());
        }),
      ],
      { database: await anotherDoor() },
    );
    const id = await queue(workspaceId);
    expect(await worker.runDue()).toBe(1);
    expect(runs).toBe(2);
    expect(await counted(workspaceId)).toEqual({ done: 1 });
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done" });
  });

  it("each time, is a try that counts, and a whole process that went down with it likewise", async () => {
    const workspaceId = newId(now);
    const clock = movedClock();
    const id = await queue(workspaceId);
    const deadly = kindOf(async ({ tx }) => {
      await count(tx, "half");
      // As after kill -9: nothing more is heard of this one.
      await owner.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      await new Promise(() => {});
    });
    for (let tries = 1; tries <= 5; tries += 1) {
      const database = await openDatabase({ url: test.ownerUrl, role: SERVER_ROLE, connections: 2 });
      void createWorker({ database, clock, kinds: [deadly] }).runDue();
      await until(async () => (await tickets())[0]?.attempts === tries, `try ${tries} has begun`);
      await sleep(150);
      await database.close(10);
      clock.move(700);
    }
    expect(await counted(workspaceId)).toEqual({});
    const { worker } = employ([deadly], { clock, database: await anotherDoor() });
    expect(await worker.runDue()).toBe(1);
    const reader = await anotherDoor();
    expect(await reader.read(workspaceId, (tx) => findJob(tx, id))).toMatchObject({
      state: "failed",
      failure: expect.stringContaining("stopped in the middle"),
    });
  });
});

describe("progress", () => {
  it("is seen by others while the job is still running", async () => {
    const workspaceId = newId(now);
    const seen: unknown[] = [];
    const id = await queue(workspaceId);
    const { worker } = employ([
      kindOf(async ({ tx, report }) => {
        await count(tx, "done");
        await report({ done: 40, total: 100, says: "40 of 100 rows" });
        const { rows } = await owner.query("select progress, done_at from job where id = $1", [id]);
        seen.push(rows[0], await counted(workspaceId));
      }),
    ]);
    await worker.runDue();
    expect(seen).toEqual([{ progress: { done: 40, total: 100, says: "40 of 100 rows" }, done_at: null }, {}]);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done", progress: { done: 40 } });
  });

  it("can be told by a job that is alone in its workspace", async () => {
    const workspaceId = newId(now);
    const id = await queue(workspaceId);
    const { worker } = employ([
      kindOf(({ report }) => report({ done: 1, total: 2, says: "half" }), { alone: true }),
    ]);
    expect(await worker.runDue()).toBe(1);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done", progress: { says: "half" } });
  });
});

describe("what a job does beforehand", () => {
  it("is handed to it, holds up nobody, and is left to one server for a minute", async () => {
    const workspaceId = newId(now);
    const [begun, free] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const seen: unknown[] = [];
    const slow: JobKind<{ n: number }, string> = {
      kind: "count",
      async beforehand({ payload }) {
        begun.resolve();
        await free.promise;
        return `fetched ${payload.n}`;
      },
      run: async ({ brought }) => void seen.push(brought),
    };
    const clock = movedClock();
    const first = employ([slow], { clock });
    const id = await queue(workspaceId, { n: 7 });
    const running = first.worker.runDue();
    await begun.promise;
    expect(await test.database.alone(workspaceId, async () => "alone")).toBe("alone");
    clock.move(30);
    const second = employ([slow], { database: await anotherDoor(), clock });
    expect(await second.worker.runDue()).toBe(0);
    free.resolve();
    expect(await running).toBe(1);
    expect(seen).toEqual(["fetched 7"]);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done" });
  });

  it("is tried again as the job itself is, and its Problem is final", async () => {
    const [workspaceId, other] = [newId(now), newId(now)];
    const clock = movedClock();
    let tries = 0;
    const { worker, faults } = employ(
      [
        {
          kind: "count",
          async beforehand({ payload }: { payload: { n: number } }) {
            tries += 1;
            if (payload.n === 1) throw new Problem("invalid", "not for us");
            if (tries === 1) throw new Error("broken off");
          },
          run: async () => {},
        },
      ],
      { clock },
    );
    const id = await queue(workspaceId);
    expect(await worker.runDue()).toBe(0);
    expect(faults).toHaveLength(1);
    clock.move(10);
    expect(await worker.runDue()).toBe(1);
    expect(await standing(workspaceId, id)).toMatchObject({ state: "done" });
    const refused = await queue(other, { n: 1 });
    await worker.runDue();
    expect(await standing(other, refused)).toMatchObject({ state: "failed", failure: "not for us" });
  });
});

describe("a job that must be alone", () => {
  it("waits for those who write, and those who come after it wait for its end", async () => {
    const workspaceId = newId(now);
    const order: string[] = [];
    const { worker } = employ([
      kindOf(
        async ({ tx }) => {
          await count(tx, "alone");
          order.push("alone begins");
          await sleep(80);
          order.push("alone ends");
        },
        { alone: true },
      ),
    ]);
    await queue(workspaceId);
    const wrote = Promise.withResolvers<void>();
    const before = test.database.write(workspaceId, async (tx) => {
      await count(tx, "x");
      wrote.resolve();
      await sleep(150);
      order.push("before ends");
    });
    await wrote.promise;
    const running = worker.runDue();
    await sleep(50);
    const after = test.database.write(workspaceId, (tx) => count(tx, "x")).then(() => order.push("after"));
    await Promise.all([before, running, after]);
    expect(order).toEqual(["before ends", "alone begins", "alone ends", "after"]);
  });

  it("comes back later, without losing a try, while something long is being written", async () => {
    const workspaceId = newId(now);
    const clock = movedClock();
    const { worker, faults } = employ(
      [kindOf(({ tx }) => count(tx, "alone") as Promise<never>, { alone: true })],
      {
        clock,
      },
    );
    await queue(workspaceId);
    const wrote = Promise.withResolvers<void>();
    const free = Promise.withResolvers<void>();
    const long = test.database.write(workspaceId, async (tx) => {
      await count(tx, "long");
      wrote.resolve();
      await free.promise;
    });
    await wrote.promise;
    for (let tries = 0; tries < 2; tries += 1) {
      expect(await worker.runDue()).toBe(0);
      expect((await tickets())[0]!.attempts).toBe(0);
      clock.move(5);
    }
    expect(faults).toEqual([]);
    free.resolve();
    await long;
    expect(await worker.runDue()).toBe(1);
    expect(await counted(workspaceId)).toEqual({ alone: 1, long: 1 });
  });
});
