import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { alone } from "../bin/alone.ts";
import { bundleInOrder, ensureBundle } from "../bin/bundle.ts";
import { root } from "../bin/runtime.mjs";
import { openDatabase, type Database } from "#lib/storage/database.ts";
import { startPostgres, type StartedPostgres } from "#lib/storage/embedded.ts";
import { migrate, MIGRATIONS_FOLDER, SERVER_ROLE } from "#lib/storage/migrate.ts";

/** An installation of its own for one measurement: a data folder with the PostgreSQL that comes along, migrated. */
export interface Scratch {
  folder: string;
  /** The superuser of the cluster, past all walls: for filling tables and for the bare side of a comparison. */
  ownerUrl: string;
  /** As the server opens it. */
  database: Database;
  /** Runs statements as the owner, on a connection of their own, without a time limit. */
  asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T>;
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

/**
 * Fills a new installation, then starts its PostgreSQL again as Askwell delivers it. With ASKWELL_BENCH_FOLDER set it is kept
 * there, and a later run of the same name goes on with what is there.
 */
export async function openScratch(name: string, fill: (scratch: Scratch) => Promise<void>): Promise<Scratch> {
  const kept = process.env["ASKWELL_BENCH_FOLDER"];
  const folder = kept ? join(kept, name) : mkdtempSync(join(tmpdir(), "askwell-bench-"));
  const filled = join(folder, "filled");
  if (!existsSync(filled)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    // As root the database's own account must pass through.
    chmodSync(folder, 0o711);
    await fillOnce(folder, fill);
    writeFileSync(filled, "");
  }
  return open(folder, {}, kept === undefined);
}

async function fillOnce(folder: string, fill: (scratch: Scratch) => Promise<void>): Promise<void> {
  const filling = await open(folder, WHILE_FILLING, false);
  let whole = false;
  try {
    await fill(filling);
    await filling.asOwner((client) => client.query("vacuum (analyze)"));
    whole = true;
  } finally {
    await filling.close();
    if (!whole) rmSync(folder, { recursive: true, force: true });
  }
}

async function open(folder: string, settings: Record<string, string>, thrownAway: boolean): Promise<Scratch> {
  const postgres: StartedPostgres = await startPostgres({ dataFolder: folder, say: () => {}, settings });
  await migrate(postgres.url, MIGRATIONS_FOLDER);
  const database = await openDatabase({ url: postgres.url, role: SERVER_ROLE, connections: 4 });
  return {
    folder,
    ownerUrl: postgres.url,
    database,
    async asOwner(work) {
      const client = new pg.Client({ connectionString: postgres.url });
      await client.connect();
      try {
        return await work(client);
      } finally {
        await client.end();
      }
    },
    async close() {
      await database.close();
      await postgres.stop();
      if (thrownAway) rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface RunningServer {
  /** Without the slash at the end. */
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Starts the server itself, as a process of its own, on the scratch installation and a free port; its screens are new. */
export async function startServer(scratch: Scratch): Promise<RunningServer> {
  if (!bundleInOrder()) await alone(() => ensureBundle(console.log), console.log);
  const env = {
    ...process.env,
    PORT: "0",
    HOST: "127.0.0.1",
    ASKWELL_DATA: scratch.folder,
    DATABASE_URL: "",
  };
  const server = spawn(process.execPath, [join(root, "main.ts")], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  const url = await addressIn(server.stdout);
  if (url === null) throw new Error("the server ended before it was up");
  return {
    url,
    pid: server.pid as number,
    async stop() {
      server.kill("SIGTERM");
      await ended;
    },
  };
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
