import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { isMigrated, migrate, MIGRATIONS_FOLDER, readMigrations } from "./migrate.ts";
import { createEmptyDatabase } from "./test-database.ts";

const folders: string[] = [];
const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

async function emptyDatabase(): Promise<string> {
  const made = await createEmptyDatabase();
  drops.push(() => made.drop());
  return made.ownerUrl;
}

function folderWith(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "askwell-migrations-"));
  folders.push(folder);
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql);
  return folder;
}

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrating", () => {
  it("carries out ours once, in order, and says which", async () => {
    const url = await emptyDatabase();
    const said: string[] = [];
    const done = await migrate(url, MIGRATIONS_FOLDER, (line) => said.push(line));
    expect(done).toEqual((await readMigrations(MIGRATIONS_FOLDER)).map((each) => each.name));
    expect(said).toHaveLength(done.length);
    expect(await migrate(url, MIGRATIONS_FOLDER)).toEqual([]);
    const pool = new pg.Pool({ connectionString: url });
    expect(await isMigrated(pool, MIGRATIONS_FOLDER)).toBe(true);
    await pool.end();
  });

  it("goes on from any earlier version to the newest in one step", async () => {
    const newest = (await readMigrations(MIGRATIONS_FOLDER)).length;
    for (const from of [1, Math.ceil(newest / 2), newest - 1]) {
      const url = await emptyDatabase();
      await migrate(url, MIGRATIONS_FOLDER, () => {}, from);
      expect(await migrate(url, MIGRATIONS_FOLDER)).toHaveLength(newest - from);
    }
  });

  it("by two processes at once is done by one of them", async () => {
    const url = await emptyDatabase();
    const done = await Promise.all([1, 2, 3].map(() => migrate(url, MIGRATIONS_FOLDER)));
    expect(
      done
        .map((each) => each.length)
        .toSorted((a, b) => a - b)
        .slice(0, 2),
    ).toEqual([0, 0]);
    expect(done.flat()).toHaveLength((await readMigrations(MIGRATIONS_FOLDER)).length);
  });

  it("stops at one that fails, with nothing of it done, and goes on when it is mended", async () => {
    const url = await emptyDatabase();
    const good = { "0001-one.sql": "create table one ()" };
    const broken = folderWith({ ...good, "0002-two.sql": "create table two (); select * from nowhere" });
    await expect(migrate(url, broken)).rejects.toThrow(/migration 0002-two failed: .*nowhere/);
    expect(await rows(url, "select name from schema_migration")).toEqual([{ name: "0001-one" }]);
    expect(await rows(url, "select to_regclass('two') as two")).toEqual([{ two: null }]);
    expect(await migrate(url, folderWith({ ...good, "0002-two.sql": "create table two ()" }))).toEqual([
      "0002-two",
    ]);
  });

  it("refuses a database that a newer version has migrated, and one whose past was another", async () => {
    const url = await emptyDatabase();
    const files = { "0001-one.sql": "create table one ()", "0002-two.sql": "create table two ()" };
    await migrate(url, folderWith(files));
    await expect(migrate(url, folderWith({ "0001-one.sql": files["0001-one.sql"] }))).rejects.toMatchObject({
      kind: "conflict",
      reason: expect.stringContaining("newer Askwell (0002-two)"),
    });
    await expect(
      migrate(url, folderWith({ ...files, "0002-two.sql": "create table other ()" })),
    ).rejects.toMatchObject({
      kind: "conflict",
      reason: expect.stringContaining("another text"),
    });
  });

  it("refuses numbers that are missing or stand twice", async () => {
    const url = await emptyDatabase();
    await expect(migrate(url, folderWith({ "0001-a.sql": "", "0003-c.sql": "" }))).rejects.toThrow(
      "0003-c should have number 2",
    );
    await expect(migrate(url, folderWith({ "0001-a.sql": "", "0001-b.sql": "" }))).rejects.toThrow(
      "0001-b should have number 2",
    );
  });
});

describe("an owner who is no superuser", () => {
  const owner = `askwell_owner_${process.pid}`;
  it("is told what an administrator has to do, and needs nothing more once that is done", async () => {
    const superUrl = await emptyDatabase();
    await rows(superUrl, "create extension pg_trgm; create extension btree_gin");
    await rows(superUrl, `create role ${owner} login password 'own'; grant all on schema public to ${owner}`);
    drops.unshift(async () => {
      await rows(superUrl, `drop owned by ${owner}; drop role ${owner}`);
    });
    const ownUrl = superUrl.replace(/\/\/[^@/]*@/, `//${owner}:own@`);
    await expect(migrate(ownUrl, MIGRATIONS_FOLDER)).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("have an administrator run"),
    });
    await rows(superUrl, `grant askwell_server to ${owner}`);
    await migrate(ownUrl, MIGRATIONS_FOLDER);
    expect(
      await rows(ownUrl, "select current_user as me, pg_has_role('askwell_server', 'member') as may"),
    ).toEqual([{ me: owner, may: true }]);
  });
});
