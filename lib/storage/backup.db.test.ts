import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
  statSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { backUp } from "./backup.ts";
import { migrate } from "./migrate.ts";
import { restore } from "./restore.ts";
import { createEmptyDatabase } from "./test-database.ts";

const now = new Date("2026-11-18T10:00:00Z");

// Two versions of an installation of its own: odd names, every kind of value, references across, in circles and to itself.
const FIRST = `
  create extension if not exists pg_trgm;
  create type mood as enum ('good', 'bad');
  create table "Order of things" (
    id integer primary key, boss integer references "Order of things", note text, shout text generated always as (upper(note)) stored,
    bytes bytea, at timestamptz, day date, time time, ratio float8, exact numeric, json jsonb, words text[], mood mood, yes boolean);
  create table a_child (id integer primary key, parent integer not null references z_parent_to_be);
  create index child_of on a_child (parent) where id > 10;
  create unique index note_once on "Order of things" (left(note, 100)) include (day);
  create table team (id integer primary key, lead integer);
  create table member (id integer primary key, team integer not null references team);
  alter table team add foreign key (lead) references member on delete set null deferrable initially deferred;
  create table hen (id integer primary key, egg integer); create table egg (id integer primary key, hen integer references hen);
  alter table hen add foreign key (egg) references egg;
  create table rate_window (key text);
  create table empty_one (id integer);
  create function count_things() returns bigint language sql as 'select count(*) from "Order of things"';`.replace(
  "create table a_child (id integer primary key, parent integer not null references z_parent_to_be);",
  "create table z_parent (id integer primary key); create table a_child (id integer primary key, parent integer not null references z_parent);",
);
const SECOND = `
  alter table a_child add column doubled integer;
  update a_child set doubled = id * 2;
  alter table a_child alter column doubled set not null;
  alter table team add column name text not null default 'nameless';`;
const ROWS = `
  insert into "Order of things" (id, boss, note, bytes, at, day, time, ratio, exact, json, words, mood, yes) values
    (1, 2, e'tab\\t line\\n return\\r back\\\\ slash', '\\x00ff0a5c', '2026-03-29 01:59:59.123456+00', '2026-11-18', '09:30:00.5',
     0.1, 12345678901234567890.000000000000000001, '{"a": [1, null, "\\u00fc"], "b": 1e400}', array['a,b', '"quoted"', null, '', '\\N'], 'good', true),
    (2, null, '', '', '-infinity', 'infinity', '24:00', 'NaN', 'NaN', 'null', '{}', null, false),
    (3, 3, '\\.', null, '4713-01-01 00:00:00+00 BC', '0001-01-01', '00:00', '-0', -0.0, '"x"', null, 'bad', null),
    (4, 1, repeat('ä😀', 400000), null, null, null, null, 5e-324, 0, '[]', array[['x','y'],['z','w']], null, null),
    (5, 1, '\\N', null, null, null, null, '-Infinity', 1e-10, '{}', array['NULL'], null, null);
  insert into z_parent select generate_series(1, 5000);
  insert into a_child select n, 5001 - n from generate_series(1, 5000) n;
  begin; insert into team values (1, 11), (2, null); insert into member values (11, 1), (12, 2); commit;
  insert into rate_window values ('guess');
  insert into hen values (1), (2); insert into egg values (1, 1), (2, 2); update hen set egg = 3 - id;`;

const folder = mkdtempSync(join(tmpdir(), "askwell-backup-"));
const oldFolder = mkdtempSync(join(folder, "old-"));
const newFolder = mkdtempSync(join(folder, "new-"));
for (const each of [oldFolder, newFolder]) writeFileSync(join(each, "0001-first.sql"), FIRST);
writeFileSync(join(newFolder, "0002-second.sql"), SECOND);
const path = join(folder, "backup.gz");

const drops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const drop of drops.splice(0)) await drop();
});

async function emptyDatabase(): Promise<string> {
  const made = await createEmptyDatabase();
  drops.push(() => made.drop());
  return made.ownerUrl;
}

async function run<T = Record<string, unknown>>(url: string, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return ((await client.query(sql)).rows ?? []) as T[];
  } finally {
    await client.end();
  }
}

const TABLES = [
  '"Order of things"',
  "z_parent",
  "a_child",
  "team",
  "member",
  "rate_window",
  "empty_one",
  "hen",
  "egg",
];

/** Every row of every table as PostgreSQL writes it, a hash for each table. */
async function contents(url: string, columns: Record<string, string> = {}): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for (const table of TABLES) {
    const what = columns[table] ?? "t";
    const [row] = await run<{ said: string }>(
      url,
      `select count(*) || ' ' || coalesce(md5(string_agg(md5(${what}::text), '' order by md5(${what}::text))), '') as said from ${table} t`,
    );
    all[table] = row!.said;
  }
  return all;
}

async function installation(migrations: string): Promise<string> {
  const url = await emptyDatabase();
  await migrate(url, migrations);
  return url;
}

/** For tests that only read it. */
let full: string;
let dropFull: () => Promise<void>;
beforeAll(async () => {
  full = await filled();
  dropFull = drops.pop()!;
});
beforeEach(() => rmSync(path, { force: true }));
afterAll(async () => {
  await dropFull?.();
  rmSync(folder, { recursive: true });
});

async function filled(): Promise<string> {
  const url = await installation(oldFolder);
  await run(url, ROWS);
  return url;
}

const keysAndIndexes = (url: string) =>
  run(
    url,
    `select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint where connamespace = 'public'::regnamespace
     union all select indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
  );

describe("backing up and restoring", () => {
  it("brings every value back exactly, into a database with nothing in it", async () => {
    const progress: number[] = [];
    const made = await backUp(full, path, { now, onRows: (done, total) => progress.push(done / total) });
    expect(made).toMatchObject({ tables: 9, rows: 10_014, bytes: statSync(path).size });
    expect(progress.at(-1)).toBe(1);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    const url = await emptyDatabase();
    const loaded: number[] = [];
    const done = await restore(url, path, {
      folder: oldFolder,
      onRows: (rows, total) => loaded.push(rows / total),
    });
    expect(done).toEqual({ madeAt: now.toISOString(), tables: 9, rows: 10_014, migrated: [] });
    expect(loaded.at(-1)).toBe(1);
    expect(await contents(url)).toEqual(await contents(full));
    expect(await run(url, `select shout from "Order of things" where id = 3`)).toEqual([{ shout: "\\." }]);
    const [first] = await run(url, `select note, bytes, words, json, at from "Order of things" where id = 1`);
    expect(first).toMatchObject({
      note: "tab\t line\n return\r back\\ slash",
      words: ["a,b", '"quoted"', null, "", "\\N"],
    });
  });

  it("brings an older one to the newest shape, and says how", async () => {
    await backUp(full, path, { now });
    const url = await emptyDatabase();
    const said: string[] = [];
    const done = await restore(url, path, { folder: newFolder, say: (line) => said.push(line) });
    expect(done.migrated).toEqual(["0002-second"]);
    expect(said).toEqual([
      expect.stringContaining("whole, made 2026-11-18, 10014 rows"),
      expect.stringMatching(/now \d+ keys and indexes/),
      "migrated   0002-second",
    ]);
    expect(await run(url, "select count(*)::int as n, sum(doubled)::int as sum from a_child")).toEqual([
      { n: 5000, sum: 25_005_000 },
    ]);
    expect(await run(url, "select id, lead, name from team order by 1")).toEqual([
      { id: 1, lead: 11, name: "nameless" },
      { id: 2, lead: null, name: "nameless" },
    ]);
    const same = { a_child: "row(t.id, t.parent)", team: "row(t.id, t.lead)" };
    expect(await contents(url, same)).toEqual(await contents(full, same));
    expect(await migrate(url, newFolder)).toEqual([]);
  });

  it("puts up every key and index again", async () => {
    await backUp(full, path, { now });
    const url = await emptyDatabase();
    await restore(url, path, { folder: newFolder });
    const like = await keysAndIndexes(await installation(newFolder));
    expect(like.length).toBeGreaterThan(12);
    expect(await keysAndIndexes(url)).toEqual(like);
  });

  it("is the same for an installation that was started once and left empty, be its shape newer", async () => {
    await backUp(full, path, { now });
    const url = await installation(newFolder);
    await run(url, "insert into rate_window values ('of the empty one')");
    await restore(url, path, { folder: newFolder });
    expect(await run(url, "select count(*)::int as n from a_child where doubled = id * 2")).toEqual([
      { n: 5000 },
    ]);
    expect(await run(url, "select key from rate_window")).toEqual([{ key: "guess" }]);
    expect(await run(url, "select count_things() as n")).toEqual([{ n: "5" }]);
  });

  it("sees one moment, while others go on writing", async () => {
    const own = await filled();
    const enough = new AbortController();
    let written = 0;
    const client = new pg.Client({ connectionString: own });
    await client.connect();
    const busy = (async () => {
      for (let id = 10_000; !enough.signal.aborted; id += 1) {
        await client.query("begin");
        await client.query("insert into z_parent values ($1)", [id]);
        await client.query("insert into a_child values ($1, $1)", [id]);
        await client.query("delete from a_child where id = $1", [id - 5000]);
        await client.query("commit");
        written += 1;
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 50));
    const before = written;
    for (let times = 0; times < 3; times += 1) await backUp(own, path, { now });
    expect(written).toBeGreaterThan(before);
    enough.abort();
    await busy;
    await client.end();
    const url = await emptyDatabase();
    await restore(url, path, { folder: oldFolder });
    const [latest] = await run<{ parent: number; child: number }>(
      url,
      "select max(z.id) as parent, max(c.id) as child from z_parent z, a_child c",
    );
    expect(latest!.parent).toBe(latest!.child);
  });
});

function refused(kind: string, reason: string): Record<string, unknown> {
  return { kind, reason: expect.stringContaining(reason) };
}

describe("nothing changes", () => {
  it("when the installation has anything in it", async () => {
    await backUp(full, path, { now });
    const url = await installation(newFolder);
    await run(url, "insert into z_parent values (77)");
    const before = await contents(url);
    await expect(restore(url, path, { folder: newFolder })).rejects.toMatchObject(
      refused("conflict", "not empty: there are rows in z_parent"),
    );
    await expect(restore(full, path, { folder: newFolder })).rejects.toMatchObject(
      refused("conflict", "not empty"),
    );
    expect(await contents(url)).toEqual(before);
    expect(await run(url, "select count(*)::int as n from schema_migration")).toEqual([{ n: 2 }]);
  });

  it("when the database is another program's", async () => {
    await backUp(full, path, { now });
    const url = await emptyDatabase();
    await run(url, "create table invoices (id integer)");
    await expect(restore(url, path, { folder: oldFolder })).rejects.toMatchObject(
      refused("conflict", "something else (invoices)"),
    );
    expect(await run(url, "select to_regclass('schema_migration') as history")).toEqual([{ history: null }]);
  });

  it("when the backup was made by a newer version, or by another", async () => {
    const own = await filled();
    await migrate(own, newFolder);
    await backUp(own, path, { now });
    const url = await emptyDatabase();
    await expect(restore(url, path, { folder: oldFolder })).rejects.toMatchObject(
      refused("invalid", "newer Askwell (it has 0002-second)"),
    );
    const other = mkdtempSync(join(folder, "other-"));
    writeFileSync(join(other, "0001-first.sql"), "create table x ()");
    await expect(restore(url, path, { folder: other })).rejects.toMatchObject(
      refused("invalid", "its 0001-first is not ours"),
    );
    expect(
      await run(url, "select relname from pg_class where relnamespace = 'public'::regnamespace"),
    ).toEqual([]);
  });

  it("when the file is cut off or spoiled", async () => {
    await backUp(full, path, { now });
    const whole = readFileSync(path);
    const url = await installation(newFolder);
    truncateSync(path, whole.length - 20);
    await expect(restore(url, path, { folder: newFolder })).rejects.toMatchObject(
      refused("invalid", "cut off"),
    );
    const spoiled = gunzipSync(whole).toString("latin1").replace("4999\t2\n", "4999\t3\n");
    writeFileSync(path, gzipSync(Buffer.from(spoiled, "latin1"), { level: 1 }));
    await expect(restore(url, path, { folder: newFolder })).rejects.toMatchObject(
      refused("invalid", "not as it was written"),
    );
    expect(await run(url, "select count(*)::int as n from schema_migration")).toEqual([{ n: 2 }]);
  });

  it("when rows do not fit, though the file is whole", async () => {
    const own = await filled();
    await run(
      own,
      "alter table a_child drop constraint a_child_parent_fkey; update a_child set parent = 9999 where id = 7",
    );
    await backUp(own, path, { now });
    const url = await installation(newFolder);
    await expect(restore(url, path, { folder: newFolder })).rejects.toThrow(/a_child_parent_fkey/);
    expect((await contents(url))["z_parent"]).toMatch(/^0 /);
    expect(await run(url, "select count(*)::int as n from schema_migration")).toEqual([{ n: 2 }]);
  });

  it("when a later migration fails on what is in it", async () => {
    await backUp(full, path, { now });
    const broken = mkdtempSync(join(folder, "broken-"));
    writeFileSync(join(broken, "0001-first.sql"), FIRST);
    writeFileSync(join(broken, "0002-second.sql"), "alter table team alter column lead set not null");
    const url = await emptyDatabase();
    await expect(restore(url, path, { folder: broken })).rejects.toThrow("migration 0002-second failed");
    expect(
      await run(url, "select relname from pg_class where relnamespace = 'public'::regnamespace"),
    ).toEqual([]);
  });
});

it("leaves out the rows of a table that says so, and says how many", async () => {
  const url = await installation(oldFolder);
  await run(
    url,
    `create table a_recording (id integer primary key, words text); comment on table a_recording is 'not in backups';
     insert into a_recording values (1, 'withdrawn tomorrow'), (2, 'and this'); insert into empty_one values (7)`,
  );
  const made = await backUp(url, path, { now });
  expect(made).toMatchObject({ rows: 1, leftOut: { a_recording: 2 } });
  const text = gunzipSync(readFileSync(path)).toString();
  expect(text).toContain("table a_recording\n\\.\n");
  expect(text).not.toContain("withdrawn tomorrow");
});

describe("a backup is refused", () => {
  it("of a database that was never ours", async () => {
    const url = await emptyDatabase();
    await expect(backUp(url, path, { now })).rejects.toMatchObject({
      kind: "invalid",
      reason: expect.stringContaining("nothing to back up"),
    });
    expect(existsSync(path)).toBe(false);
  });

  it("where a policy would hold back rows, and is never made without them", async () => {
    const own = await filled();
    const role = `askwell_backup_${process.pid}`;
    await run(
      own,
      `create role ${role} login password 'own'; grant select on all tables in schema public to ${role};
      alter table z_parent enable row level security; create policy few on z_parent using (id < 10)`,
    );
    drops.unshift(async () => void (await run(own, `drop owned by ${role}; drop role ${role}`)));
    const asRole = own.replace(/\/\/[^@/]*@/, `//${role}:own@`);
    await expect(backUp(asRole, path, { now })).rejects.toThrow(/row-level security/);
    expect(readdirSync(folder).filter((name) => name.includes("part"))).toEqual([]);
  });

  it("when the database goes away in the middle, and leaves no file", async () => {
    const own = await filled();
    await run(
      own,
      "insert into rate_window select md5(n::text) || md5((n + 1)::text) from generate_series(1, 500000) n",
    );
    let killing: Promise<unknown> | undefined;
    const kill = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`;
    const killed = backUp(own, path, { now, onRows: () => void (killing ??= run(own, kill)) });
    await expect(killed).rejects.toMatchObject({ kind: "unavailable" });
    await killing;
    expect(readdirSync(folder).filter((name) => name.includes(".gz"))).toEqual([]);
  });
});
