import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type pg from "pg";
import { alone } from "../bin/alone.ts";
import { bundleInOrder, ensureBundle } from "../bin/bundle.ts";
import { root } from "../bin/runtime.mjs";
import { openDatabase, type Database } from "#lib/storage/database.ts";
import { startPostgres, type StartedPostgres } from "#lib/storage/embedded.ts";
import { asOwner } from "#lib/storage/owner.ts";
import { migrate, MIGRATIONS_FOLDER, readMigrations, SERVER_ROLE } from "#lib/storage/migrate.ts";

/** An installation of its own for one measurement: a data folder with the PostgreSQL that comes along, migrated. */
export interface Scratch {
  folder: string;
  /** The superuser of the cluster, past all walls: for filling tables and for the bare side of a comparison. */
  ownerUrl: string;
  /** As the server opens it. */
  database: Database;
  /** Addresses of the copies that were asked for: other databases on the same cluster, each as it was filled. */
  copies: Record<string, string>;
  /** Runs statements as the owner, on a connection of their own, without a time limit. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** The same in one of the copies. */
  within<T>(copy: string, work: (client: pg.Client) => Promise<T>): Promise<T>;
  /** One of the copies, as the server opens it; to be closed by the caller. */
  openCopy(name: string): Promise<Database>;
  close(): Promise<void>;
}

// Crash safety costs time while tables are filled and is worth nothing there: a fill that was cut off begins anew.
const WHILE_FILLING = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_wal_size: "16GB",
  maintenance_work_mem: "1GB",
  work_mem: "256MB",
  autovacuum: "off",
};

interface Wanted {
  name: string;
  fill: (scratch: Scratch) => Promise<void>;
  copies?: readonly string[];
}

/**
 * Fills a new installation, starts its PostgreSQL again as Askwell delivers it, and clears all away after the work. With
 * ASKWELL_BENCH_FOLDER set it is kept there, and a later run of the same name goes on with what is there as long as the
 * tables are the same.
 */
export async function withScratch<T>(wanted: Wanted, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  const kept = process.env["ASKWELL_BENCH_FOLDER"];
  const folder = kept ? join(kept, wanted.name) : mkdtempSync(join(tmpdir(), "askwell-bench-"));
  try {
    await ensureFilled(folder, wanted.fill);
    return await during(await open(folder, {}, wanted.copies), work);
  } finally {
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

async function during<T>(scratch: Scratch, work: (scratch: Scratch) => Promise<T>): Promise<T> {
  try {
    return await work(scratch);
  } finally {
    await scratch.close();
  }
}

async function ensureFilled(folder: string, fill: Wanted["fill"]): Promise<void> {
  const filled = join(folder, "filled");
  const schema = (await readMigrations(MIGRATIONS_FOLDER)).map(({ hash }) => hash).join(" ");
  if (existsSync(filled) && readFileSync(filled, "utf8") === schema) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // As root the database's own account must pass through.
  chmodSync(folder, 0o711);
  await during(await open(folder, WHILE_FILLING), async (filling) => {
    await fill(filling);
    await filling.asOwner((client) => client.query("vacuum (analyze)"));
  });
  writeFileSync(filled, schema);
}

async function open(
  folder: string,
  settings: Record<string, string>,
  copies: readonly string[] = [],
): Promise<Scratch> {
  const postgres = await startPostgres({ dataFolder: folder, say: () => {}, settings });
  try {
    return await openOn(postgres, folder, copies);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function openOn(postgres: StartedPostgres, folder: string, names: readonly string[]): Promise<Scratch> {
  await migrate(postgres.url, MIGRATIONS_FOLDER);
  const copies = await makeCopies(postgres.url, names);
  const database = await openAsServer(postgres.url, 4);
  return {
    folder,
    ownerUrl: postgres.url,
    database,
    copies,
    asOwner: (work) => asOwner(postgres.url, work),
    within: (copy, work) => asOwner(addressOf(copies, copy), work),
    openCopy: (name) => openAsServer(addressOf(copies, name), 2),
    async close() {
      await database.close();
      await postgres.stop();
    },
  };
}

function openAsServer(url: string, connections: number): Promise<Database> {
  return openDatabase({ url, role: SERVER_ROLE, connections });
}

function addressOf(copies: Record<string, string>, name: string): string {
  const address = copies[name];
  if (address === undefined) throw new Error(`no copy "${name}" was asked for`);
  return address;
}

/** Before anybody is in the database: only then can it be copied. */
async function makeCopies(url: string, names: readonly string[]): Promise<Record<string, string>> {
  const address = (database: string) => url.replace(/\/\w+\?/, `/${database}?`);
  await asOwner(address("postgres"), async (client) => {
    for (const name of names) {
      await client.query(`drop database if exists ${name} with (force)`);
      await client.query(`create database ${name} template askwell`);
    }
  });
  return Object.fromEntries(names.map((name) => [name, address(name)]));
}

export interface RunningServer {
  /** Without the slash at the end. */
  url: string;
  pid: number;
}

/**
 * Starts the server itself, as a process of its own on the scratch installation and a free port, and stops it after the work.
 * `screens`: builds them anew when they are not those of the sources.
 */
export async function withServer<T>(
  scratch: Scratch,
  work: (server: RunningServer) => Promise<T>,
  { databaseUrl = "", screens = false }: { databaseUrl?: string; screens?: boolean } = {},
): Promise<T> {
  const there = screens ? bundleInOrder() : existsSync(join(root, "dist", "web", "index.html"));
  if (!there) await alone(() => ensureBundle(console.log), console.log);
  const own = { PORT: "0", HOST: "127.0.0.1", ASKWELL_DATA: scratch.folder, DATABASE_URL: databaseUrl };
  const server = spawn(process.execPath, [join(root, "main.ts")], {
    cwd: root,
    env: { ...process.env, ...own },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  try {
    const url = await addressIn(server.stdout);
    if (url === null) throw new Error("the server ended before it was up");
    return await work({ url, pid: server.pid as number });
  } finally {
    server.kill("SIGTERM");
    await ended;
  }
}

async function addressIn(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const address = /Askwell is at (http:\/\/\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    output.resume();
    return address;
  }
  return null;
}
