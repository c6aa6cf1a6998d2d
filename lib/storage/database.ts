import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import type { Duplex } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { bindTo, pooledDialect } from "./statements.ts";
import { asProblem, isBrokenDeadlock, isLost } from "./trouble.ts";

/** Tables that stand outside every workspace's wall: sign-in, tickets of due jobs, counters of guesses. */
export interface OutsideTables {}

/** A transaction inside one workspace. The only thing that stores accept, so no query compiles outside one. */
export interface Tx {
  readonly workspaceId: string;
  /** The query builder, for the tables the caller names. */
  tables<Tables>(): Kysely<Tables>;
  /** Runs after the commit, never after a rollback: for waking workers, not for facts. */
  afterCommit(what: () => void): void;
}

export interface Database {
  /** A read-only transaction inside the workspace. */
  read<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A writing transaction; run again from the start when PostgreSQL broke a deadlock or the connection was lost before the
   * commit, so `work` must have no other effects.
   */
  write<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /**
   * A writing transaction that waits until no other writes in this workspace, and lets none begin. Throws Problem
   * unavailable when something long is in the way.
   */
  alone<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A small write that is seen at once while this workspace's long transaction (a job) is still open. It takes no part in `alone`. */
  aside<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement a time, outside every workspace. */
  outside<Tables>(): Kysely<Tables>;
  /** The pool itself, for libraries that bring their own queries (sign-in). */
  readonly pool: pg.Pool;
  /** Lets open transactions end, and cuts off those that have not after `patienceMs`: they are rolled back. */
  close(patienceMs?: number): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** The unprivileged role all work is done as; see migrations/0001. */
  role: string;
  connections: number;
  onError?: (error: Error) => void;
}

// A transaction whose connection was lost is done again once, one that PostgreSQL chose to break a deadlock three times.
const MOST_LOSSES = 1;
const MOST_DEADLOCKS = 3;
// By then the pool has heard of its other connections, which a restarted PostgreSQL has ended too.
const AFTER_LOSS_MS = 50;
const CLOSE_WITHIN_MS = 1_000;
// What is read is looked up by ids, and weighing the plans anew for each of them takes longer than any plan; what a
// statement does for everybody at once it does by the same plan whoever asks.
const READING = "begin read only; set local plan_cache_mode = force_generic_plan";

/** Opens the one door to PostgreSQL. Throws Problem unavailable when the role could see over the wall. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    connectionTimeoutMillis: 20_000,
    // To compile a statement takes seconds; no statement here runs that long.
    // Statements join in the order they are written in: to weigh the orders of nine tables takes longer than to read a page of them.
    options:
      `-c role=${options.role} -c timezone=UTC -c join_collapse_limit=4 -c jit=off -c statement_timeout=30s -c lock_timeout=15s ` +
      `-c idle_in_transaction_session_timeout=10min`,
    types: { getTypeParser: typeParser },
    pipeline: true,
  });
  pool.on("error", options.onError ?? (() => {}));
  // The pool hears of an idle connection's end, but no more once it is closing: then nobody would, and the process would stop.
  pool.on("connect", (client) => client.on("error", () => {}));
  try {
    await refuseBypassingRole(pool);
  } catch (error) {
    await pool.end();
    throw asProblem(error);
  }
  const outsideBuilder = new Kysely<OutsideTables>({ dialect: pooledDialect(pool, asProblem) });
  const inside = new AsyncLocalStorage<true>();
  const inHand = new Set<pg.PoolClient>();

  async function transact<T>(opening: string, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore())
      throw new Error("a transaction was opened inside a transaction: pass the one that is there");
    let deadlocks = 0;
    let losses = 0;
    for (;;) {
      const fate: Fate = { afterCommit: [] };
      try {
        const result = await inside.run(true, () => once(fate, opening, workspaceId, work));
        for (const what of fate.afterCommit) what();
        return result;
      } catch (error) {
        if (isBrokenDeadlock(error) && ++deadlocks <= MOST_DEADLOCKS) continue;
        if (fate.lost && !fate.committing && ++losses <= MOST_LOSSES) {
          await sleep(AFTER_LOSS_MS);
          continue;
        }
        throw asProblem(fate.lost && !(error instanceof Problem) ? fate.lost : error);
      }
    }
  }

  async function once<T>(
    fate: Fate,
    opening: string,
    workspaceId: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<T> {
    const entering = `${opening}; ${enter(workspaceId)}`;
    let ending: Promise<unknown> | undefined;
    const client = await pool.connect();
    inHand.add(client);
    const onLost = (error: Error) => (fate.lost ??= error);
    client.on("error", onLost);
    let broken: Error | undefined;
    let unopened: unknown;
    try {
      // Sent ahead of the first statement without waiting for its answer; if it failed, the wall would show no rows.
      const opened = client.query(entering);
      opened.catch((error: unknown) => (unopened = error));
      const tx: Tx = {
        workspaceId,
        tables: <Tables>() => bindTo<Tables>(client),
        afterCommit: (what) => fate.afterCommit.push(what),
      };
      const result = await work(tx);
      await opened;
      if (opening === READING) {
        // Nothing can come of its end but a broken connection, so the answer does not wait for it.
        ending = client.query("commit");
        return result;
      }
      fate.committing = true;
      const ended = await client.query("commit");
      if (ended.command === "ROLLBACK") throw new Error("the transaction had failed before its commit");
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => (broken = failure));
      // A transaction that could not begin fails each of its statements with a reason that says nothing.
      const reason = unopened ?? error;
      if (isLost(reason)) fate.lost ??= reason as Error;
      throw reason;
    } finally {
      const letGo = (failure?: Error) => {
        client.off("error", onLost);
        inHand.delete(client);
        client.release(fate.lost ?? failure);
      };
      if (ending) ending.then(() => letGo(), letGo);
      else letGo(broken);
    }
  }

  return {
    pool,
    read: (workspaceId, work) => transact(READING, workspaceId, work),
    write: (workspaceId, work) => transact(`begin; ${hold(workspaceId, "_shared")}`, workspaceId, work),
    alone: (workspaceId, work) => transact(`begin; ${holdSoon(workspaceId)}`, workspaceId, work),
    aside: (workspaceId, work) => inside.exit(() => transact("begin", workspaceId, work)),
    outside: <Tables>() => outsideBuilder as unknown as Kysely<Tables>,
    close: (patienceMs = CLOSE_WITHIN_MS) => close(pool, inHand, patienceMs),
  };
}

/** What became of one try of a transaction. */
interface Fate {
  afterCommit: (() => void)[];
  lost?: Error;
  committing?: true;
}

async function close(pool: pg.Pool, inHand: ReadonlySet<pg.PoolClient>, patienceMs: number): Promise<void> {
  const ended = pool.end();
  const cutOff = setTimeout(() => {
    for (const client of inHand)
      streamOf(client).destroy(new Error("Connection terminated: Askwell is stopping"));
  }, patienceMs);
  // Work that waits for something else than the database learns of it only at its next statement.
  await Promise.race([ended, sleep(patienceMs + 1_000, undefined, { ref: false })]);
  clearTimeout(cutOff);
}

function streamOf(client: pg.PoolClient): Duplex {
  return (client as unknown as { connection: { stream: Duplex } }).connection.stream;
}

function enter(workspaceId: string): string {
  return `set local askwell.workspace = '${onlyUuid(workspaceId)}'`;
}

function hold(workspaceId: string, kind: "" | "_shared"): string {
  const lock = createHash("sha256").update(onlyUuid(workspaceId)).digest().readBigInt64BE();
  return `select pg_advisory_xact_lock${kind}(${lock})`;
}

/** These two go into SQL text, so nothing but a UUID may pass. */
function onlyUuid(id: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new Error("not a workspace id");
  return id;
}

/** Everybody who writes waits behind one who waits to be alone, so that one waits a moment only. */
function holdSoon(workspaceId: string): string {
  return `set local lock_timeout = '3s'; ${hold(workspaceId, "")}; set local lock_timeout to default`;
}

async function refuseBypassingRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string; bypasses: boolean; owns: boolean }>(
    `select current_user as name, r.rolsuper or r.rolbypassrls as bypasses,
            exists (select from pg_class c
                     where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
                       and pg_has_role(c.relowner, 'member')) as owns
       from pg_roles r where r.rolname = current_user`,
  );
  const role = rows[0];
  if (!role || role.bypasses || role.owns) {
    const why = role?.bypasses
      ? "bypasses row-level security"
      : "owns tables, itself or as a member of their owner";
    throw new Problem(
      "unavailable",
      `the database role ${role?.name} ${why}; Askwell must work as a role that cannot see over the walls`,
    );
  }
}

/** Days stay day strings, bigints become numbers while exact; all else as pg does it. */
function typeParser(oid: number): (text: string) => unknown {
  if (oid === 1082) return (text) => text;
  if (oid === 1182) return (text) => text.slice(1, -1).split(",").filter(Boolean);
  if (oid === 1083) return (text) => text.slice(0, 5);
  if (oid === 20) return exactNumber;
  return parserOf(oid);
}

// Its own type names the built-in types alone; a database has more.
const parserOf = pg.types.getTypeParser as (oid: number) => (text: string) => unknown;

function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is beyond exact numbers`);
  return number;
}
