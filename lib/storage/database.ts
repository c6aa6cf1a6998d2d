import { AsyncLocalStorage } from "node:async_hooks";
import { createHash } from "node:crypto";
import { Kysely } from "kysely";
import pg from "pg";
import { Problem } from "#lib/kernel/problem.ts";
import { bindTo, pooledDialect } from "./statements.ts";

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
  /** A writing transaction; run again from the start when PostgreSQL broke a deadlock, so `work` must have no other effects. */
  write<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A writing transaction that waits until no other writes in this workspace, and lets none begin. */
  alone<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** A small write that is seen at once while this workspace's long transaction (a job) is still open. It takes no part in `alone`. */
  aside<T>(workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** One statement a time, outside every workspace. */
  outside<Tables>(): Kysely<Tables>;
  /** The pool itself, for libraries that bring their own queries (sign-in). */
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  url: string;
  /** The unprivileged role all work is done as; see migrations/0001. */
  role: string;
  connections: number;
  onError?: (error: Error) => void;
}

const BROKEN_DEADLOCK = new Set(["40P01", "40001"]);
const GONE = new Set(["57P01", "57P02", "57P03", "53300", "ECONNREFUSED", "ECONNRESET", "ENOENT", "EPIPE"]);

/** Opens the one door to PostgreSQL. Throws when the role could see over the wall. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.connections,
    options: `-c role=${options.role} -c timezone=UTC -c statement_timeout=30s -c idle_in_transaction_session_timeout=10min`,
    types: { getTypeParser: typeParser },
    pipeline: true,
  } as pg.PoolConfig);
  pool.on("error", options.onError ?? (() => {}));
  await refuseBypassingRole(pool);
  const outsideBuilder = new Kysely<OutsideTables>({ dialect: pooledDialect(pool) });
  const inside = new AsyncLocalStorage<true>();

  async function transact<T>(opening: string, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (inside.getStore()) throw new Error("a transaction was opened inside a transaction: pass the one that is there");
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await inside.run(true, () => once(opening, workspaceId, work));
      } catch (error) {
        const code = codeOf(error);
        if (BROKEN_DEADLOCK.has(code) && attempt < 4) continue;
        if (GONE.has(code)) throw new Problem("unavailable", "the database cannot be reached just now; try again in a moment");
        throw error;
      }
    }
  }

  async function once<T>(opening: string, workspaceId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    const client = await pool.connect();
    const after: (() => void)[] = [];
    let broken: Error | undefined;
    try {
      // Sent ahead of the first statement without waiting for its answer; if it failed, the wall would show no rows.
      const opened = client.query({ text: `${opening}; ${enter(workspaceId)}` });
      opened.catch(() => {});
      const tx: Tx = {
        workspaceId,
        tables: <Tables>() => bindTo<Tables>(client),
        afterCommit: (what) => after.push(what),
      };
      const result = await work(tx);
      await opened;
      const ended = await client.query("commit");
      if (ended.command === "ROLLBACK") throw new Error("the transaction had failed before its commit");
      for (const what of after) what();
      return result;
    } catch (error) {
      await client.query("rollback").catch((failure: Error) => (broken = failure));
      throw error;
    } finally {
      client.release(broken);
    }
  }

  return {
    pool,
    read: (workspaceId, work) => transact("begin read only", workspaceId, work),
    write: (workspaceId, work) => transact(`begin; ${hold(workspaceId, "_shared")}`, workspaceId, work),
    alone: (workspaceId, work) => transact(`begin; ${hold(workspaceId, "")}`, workspaceId, work),
    aside: (workspaceId, work) => inside.exit(() => transact("begin", workspaceId, work)),
    outside: <Tables>() => outsideBuilder as unknown as Kysely<Tables>,
    close: () => pool.end(),
  };
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

async function refuseBypassingRole(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query(
    `select current_user as name, r.rolsuper or r.rolbypassrls as bypasses,
            exists (select from pg_class c where c.relowner = r.oid and c.relkind in ('r', 'p')) as owns
       from pg_roles r where r.rolname = current_user`,
  );
  const role = rows[0] as { name: string; bypasses: boolean; owns: boolean };
  if (role.bypasses || role.owns) {
    throw new Error(
      `the database role ${role.name} ${role.bypasses ? "bypasses row-level security" : "owns tables"}; Askwell must work as a role that cannot`,
    );
  }
}

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/** Days stay day strings, bigints become numbers while exact; all else as pg does it. */
function typeParser(oid: number, format?: unknown): (text: string) => unknown {
  if (oid === 1082) return (text) => text;
  if (oid === 1182) return (text) => text.slice(1, -1).split(",").filter(Boolean);
  if (oid === 1083) return (text) => text.slice(0, 5);
  if (oid === 20) return exactNumber;
  return pg.types.getTypeParser(oid, format as "text");
}

function exactNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new Error(`${text} is beyond exact numbers`);
  return number;
}
