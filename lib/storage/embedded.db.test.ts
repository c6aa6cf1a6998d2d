import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Client } from "pg";
import { afterEach, describe, expect, it } from "vitest";
import { startOf } from "./embedded-process.ts";
import { findPostgres, startPostgres } from "./embedded.ts";

const ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;
// A program of its own that starts PostgreSQL, says where, and stops it on SIGTERM.
const SERVER = `
  import { startPostgres } from ${JSON.stringify(new URL("embedded.ts", import.meta.url).href)};
  const { url, pid, stop } = await startPostgres({ dataFolder: process.argv[1], say: () => {} });
  console.log(JSON.stringify({ url, pid }));
  process.once("SIGTERM", () => stop().then(() => process.exit()));
  setInterval(() => {}, 1000);
`;
const quiet = () => {};

const folders: string[] = [];
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0).toReversed()) {
    const pid = postmasterPid(folder);
    if (pid !== null) {
      process.kill(pid, "SIGQUIT");
      await until(() => startOf(pid) === null);
    }
    const pointer = join(folder, "postgres-is-in");
    if (existsSync(pointer)) rmSync(readFileSync(pointer, "utf8").trim(), { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
});

describe("a data folder's PostgreSQL", () => {
  it("is made on first use, keeps what was committed, and leaves no process", async () => {
    const dataFolder = newFolder();
    const lines: string[] = [];
    const first = await startPostgres({ dataFolder, say: (line) => lines.push(line) });
    await query(first.url, "create table note (text text); insert into note values ('ñandú')");
    expect(await query(first.url, "show fsync")).toEqual([{ fsync: "on" }]);
    expect(await query(first.url, "show listen_addresses")).toEqual([{ listen_addresses: "" }]);
    expect(
      await query(
        first.url,
        "select current_database(), pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()",
      ),
    ).toEqual([{ current_database: "askwell", encoding: "UTF8" }]);
    await first.stop();
    expect(startOf(first.pid)).toBeNull();
    expect(postmasterPid(dataFolder)).toBeNull();

    const second = await startPostgres({ dataFolder, say: (line) => lines.push(line) });
    expect(await query(second.url, "select upper(text) as text from note")).toEqual([{ text: "ÑANDÚ" }]);
    await second.stop();
    expect(startOf(second.pid)).toBeNull();
    expect(lines.join("\n")).toMatch(/created and started \(.*\n.* started \(/);
  });

  it("keeps its password to its owner", async () => {
    const dataFolder = newFolder();
    const { url, stop } = await startPostgres({ dataFolder, say: quiet });
    expect(statSync(join(dataFolder, "postgres-password")).mode & 0o777).toBe(0o600);
    await expect(query(url.replace(/:[^:@]+@/, ":guess@"), "select 1")).rejects.toThrow(
      "password authentication failed",
    );
    await stop();
  });

  it("starts with given settings", async () => {
    const { url, stop } = await startPostgres({
      dataFolder: newFolder(),
      say: quiet,
      settings: { work_mem: "9MB", fsync: "off" },
    });
    expect(await query(url, "show work_mem")).toEqual([{ work_mem: "9MB" }]);
    await stop();
  });

  it("puts the socket at a short path when its own would be too long", async () => {
    const dataFolder = join(newFolder(), "a-folder-with-a-long-name-".repeat(5));
    const { url, stop } = await startPostgres({ dataFolder, say: quiet });
    const sockets = new URL(url).searchParams.get("host") as string;
    expect(sockets).toMatch(/^\/tmp\/askwell-[0-9a-f]{12}$/);
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    await stop();
    rmSync(sockets, { recursive: true });
  });
});

describe("after kill -9 of the server", () => {
  it("the next start finds every committed row, and what was left running is joined", async () => {
    const dataFolder = newFolder();
    const killed = await serverOn(dataFolder);
    const acknowledged = await killWhileWriting(killed);
    expect(startOf(killed.postgres)).not.toBeNull();

    const next = await startPostgres({ dataFolder, say: quiet });
    expect(next.pid).toBe(killed.postgres);
    const rows = await query(next.url, "select n from kept order by n");
    expect(rows.map(({ n }) => n)).toEqual(expect.arrayContaining(acknowledged));
    await next.stop();
    expect(startOf(killed.postgres)).toBeNull();
  });

  it("works too when the database was killed with it", async () => {
    const dataFolder = newFolder();
    const killed = await serverOn(dataFolder);
    const acknowledged = await killWhileWriting(killed);
    process.kill(killed.postgres, "SIGKILL");

    const next = await startPostgres({ dataFolder, say: quiet });
    expect(next.pid).not.toBe(killed.postgres);
    const rows = await query(next.url, "select n from kept order by n");
    expect(rows.map(({ n }) => n)).toEqual(expect.arrayContaining(acknowledged));
    await next.stop();
  });

  it("is not deceived by a postmaster.pid whose number belongs to somebody else now", async () => {
    const dataFolder = newFolder();
    const first = await startPostgres({ dataFolder, say: quiet });
    const cluster = join(dataFolder, "postgres");
    const pidFile = readFileSync(join(cluster, "postmaster.pid"), "utf8");
    await first.stop();
    writeFileSync(join(cluster, "postmaster.pid"), pidFile.replace(/^\d+/, String(process.pid)));

    const second = await startPostgres({ dataFolder, say: quiet });
    expect(second.pid).not.toBe(process.pid);
    expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await second.stop();
  });

  it("is not stopped by a lock or a half-made cluster that was left behind", async () => {
    const dataFolder = newFolder();
    writeFileSync(
      join(dataFolder, "postgres.lock"),
      JSON.stringify({ pid: process.pid, started: "another boot 1" }),
    );
    mkdirSync(join(dataFolder, "postgres.new"));
    writeFileSync(join(dataFolder, "postgres.new", "PG_VERSION"), "18\n");
    const { url, stop } = await startPostgres({ dataFolder, say: quiet });
    expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
    await stop();
  });
});

describe("two servers on one data folder", () => {
  it("share one PostgreSQL, which stops with the last of them", async () => {
    const dataFolder = newFolder();
    const [one, two] = await Promise.all([serverOn(dataFolder), serverOn(dataFolder)]);
    expect(two.postgres).toBe(one.postgres);
    await end(one.child);
    expect(await query(two.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await end(two.child);
    expect(startOf(one.postgres)).toBeNull();
  });

  it("counts out one that was killed", async () => {
    const dataFolder = newFolder();
    const killed = await serverOn(dataFolder);
    const staying = await serverOn(dataFolder);
    await end(killed.child, "SIGKILL");
    await end(staying.child);
    expect(startOf(staying.postgres)).toBeNull();
    expect(readdirSync(join(dataFolder, "postgres-users"))).toEqual([]);
  });

  it("never stop it under one that arrives while the other leaves", async () => {
    const dataFolder = newFolder();
    let held = await startPostgres({ dataFolder, say: quiet });
    for (let round = 0; round < 5; round++) {
      const [next] = await Promise.all([startPostgres({ dataFolder, say: quiet }), held.stop()]);
      expect(await query(next.url, "select 1 as one")).toEqual([{ one: 1 }]);
      held = next;
    }
    await held.stop();
    expect(postmasterPid(dataFolder)).toBeNull();
  });
});

it("is in a process group of its own, which the terminal's Ctrl-C does not reach", async () => {
  const { pid, stop } = await startPostgres({ dataFolder: newFolder(), say: quiet });
  const groups = spawnSync("ps", ["-o", "pgid=", "-p", `${pid},${process.pid}`], { encoding: "utf8" })
    .stdout.trim()
    .split(/\s+/);
  expect(new Set(groups).size).toBe(2);
  await stop();
});

describe.runIf(ROOT)("started as root", () => {
  it("runs as an unprivileged account, in the data folder where that account can enter it", async () => {
    const dataFolder = newFolder();
    const { pid, stop } = await startPostgres({ dataFolder, say: quiet });
    expect(statSync(`/proc/${pid}`).uid).not.toBe(0);
    expect(statSync(join(dataFolder, "postgres")).uid).not.toBe(0);
    await stop();
  });

  it("goes to a place that account can reach where it cannot, says where, and stays there", async () => {
    const closed = newFolder();
    chmodSync(closed, 0o700);
    const dataFolder = join(closed, "data");
    const lines: string[] = [];
    const first = await startPostgres({ dataFolder, say: (line) => lines.push(line) });
    folders.push(dataFolder);
    const home = readFileSync(join(dataFolder, "postgres-is-in"), "utf8").trim();
    expect(lines[0]).toContain(`kept in ${home}`);
    expect(existsSync(join(dataFolder, "postgres"))).toBe(false);
    await query(first.url, "create table note as select 'kept' as text");
    await first.stop();

    const moved = join(closed, "moved");
    renameSync(dataFolder, moved);
    folders.push(moved);
    const second = await startPostgres({ dataFolder: moved, say: quiet });
    expect(await query(second.url, "select text from note")).toEqual([{ text: "kept" }]);
    await second.stop();

    const copy = join(closed, "copy");
    cpSync(moved, copy, { recursive: true });
    await expect(startPostgres({ dataFolder: copy, say: quiet })).rejects.toThrow(/is a copy of/);

    const fresh = await startPostgres({ dataFolder, say: quiet });
    expect(await query(fresh.url, "select to_regclass('note') as note")).toEqual([{ note: null }]);
    await fresh.stop();

    rmSync(home, { recursive: true });
    await expect(startPostgres({ dataFolder: moved, say: quiet })).rejects.toThrow(
      /is not there. Bring that folder back/,
    );
  });

  it.runIf(ROOT && nobodyCanRunThis())("serves an ordinary user's data folder as that user", async () => {
    const dataFolder = newFolder();
    chownSync(dataFolder, NOBODY, NOBODY);
    const asUser = await serverOn(dataFolder, NOBODY);
    expect(statSync(`/proc/${asUser.postgres}`).uid).toBe(NOBODY);
    expect(statSync(join(dataFolder, "postgres")).uid).toBe(NOBODY);
    await end(asUser.child);

    const asRoot = await startPostgres({ dataFolder, say: quiet });
    expect(statSync(`/proc/${asRoot.pid}`).uid).toBe(NOBODY);
    await asRoot.stop();

    const again = await serverOn(dataFolder, NOBODY);
    await end(again.child);
  });
});

it("says what to do when the data folder cannot be made", async () => {
  const file = join(newFolder(), "file");
  writeFileSync(file, "");
  await expect(startPostgres({ dataFolder: join(file, "data"), say: quiet })).rejects.toThrow(
    /Set ASKWELL_DATA/,
  );
});

it("says so when the data folder is a file", async () => {
  const dataFolder = join(newFolder(), "file");
  writeFileSync(dataFolder, "");
  await expect(startPostgres({ dataFolder, say: quiet })).rejects.toMatchObject({
    kind: "unavailable",
    reason: expect.stringContaining("it is a file, not a folder"),
  });
});

it("finds PostgreSQL 18, and none of a version that nobody has", () => {
  expect(findPostgres()).toMatchObject({ kind: "embedded", major: 18 });
  expect(findPostgres(12)).toBeNull();
});

interface Server {
  child: ChildProcess;
  url: string;
  postgres: number;
}

async function serverOn(dataFolder: string, uid?: number): Promise<Server> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", SERVER, dataFolder], {
    cwd: "/",
    stdio: ["ignore", "pipe", "inherit"],
    ...(uid !== undefined && { uid, gid: uid }),
  });
  children.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const { url, pid } = JSON.parse(line) as { url: string; pid: number };
    return { child, url, postgres: pid };
  }
  throw new Error("the server ended before it was up");
}

/** Answers the numbers whose commit was acknowledged before the server's kill. */
async function killWhileWriting({ child, url }: Server): Promise<number[]> {
  await query(url, "create table kept (n integer primary key)");
  const client = new Client({ connectionString: url });
  await client.connect();
  const acknowledged: number[] = [];
  for (let n = 0; n < 200; n++) {
    await client.query("insert into kept values ($1)", [n]);
    acknowledged.push(n);
  }
  child.kill("SIGKILL");
  await client.end();
  return acknowledged;
}

async function end(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  await ended;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows ?? [];
  } finally {
    await client.end();
  }
}

function postmasterPid(dataFolder: string): number | null {
  const pointer = join(dataFolder, "postgres-is-in");
  const home = existsSync(pointer) ? readFileSync(pointer, "utf8").trim() : dataFolder;
  const pidFile = join(home, "postgres", "postmaster.pid");
  return existsSync(pidFile) ? Number.parseInt(readFileSync(pidFile, "utf8"), 10) : null;
}

function nobodyCanRunThis(): boolean {
  const read = ["-e", `require("node:fs").readFileSync(${JSON.stringify(fileURLToPath(import.meta.url))})`];
  const able = spawnSync(process.execPath, read, { uid: NOBODY, gid: NOBODY, cwd: "/" }).status === 0;
  if (!able) console.info("left out: an ordinary user cannot enter this project's folder");
  return able;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "askwell-embedded-"));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 20));
}
