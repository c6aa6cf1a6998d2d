import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { houseOver, openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { openDatabase } from "#lib/storage/database.ts";
import { startPostgres } from "#lib/storage/embedded.ts";
import { SERVER_ROLE } from "#lib/storage/migrate.ts";
import { createEmptyDatabase } from "#lib/storage/test-database.ts";
import { run as backup } from "./backup.ts";
import { run as migrate } from "./migrate.ts";
import { run as restore } from "./restore.ts";
import { run as verify } from "./verify.ts";

let t: TestHouse;
let filled: Filled;
const folder = mkdtempSync(join(tmpdir(), "askwell-restore-"));
beforeAll(async () => {
  t = await openTestHouse();
  filled = await fillHouse(t);
});
afterAll(async () => {
  await t?.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => vi.unstubAllEnvs());

/** A command's exit code and what it printed, on the installation of this environment. */
async function command(
  verb: (args: string[], say: (line: string) => void) => Promise<number>,
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number; out: string; said: string }> {
  const [out, said]: [string[], string[]] = [[], []];
  for (const [name, value] of Object.entries({ DATABASE_URL: "", ...env })) vi.stubEnv(name, value);
  const print = vi.spyOn(console, "log").mockImplementation((line: string) => void out.push(line));
  const complain = vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  try {
    const code = await verb(args, (line) => said.push(line));
    return { code, out: out.join("\n"), said: said.join("\n") };
  } finally {
    print.mockRestore();
    complain.mockRestore();
  }
}

/** The tables in a backup, each with its rows in some order that is always the same. */
function contents(path: string): Record<string, string[]> {
  const [, ...rest] = gunzipSync(readFileSync(path)).toString().split("\n");
  const tables: Record<string, string[]> = {};
  let rows: string[] = [];
  for (const line of rest) {
    if (line.startsWith("table ")) tables[line] = rows = [];
    else if (line !== "\\." && !line.startsWith("sha256 ")) rows.push(line);
  }
  for (const each of Object.values(tables)) each.sort();
  return tables;
}

async function backUpHouse(): Promise<string> {
  const path = join(folder, "house.gz");
  expect(await command(backup, [path], { DATABASE_URL: t.test.ownerUrl })).toMatchObject({
    code: 0,
    out: path,
  });
  return path;
}

describe("askwell backup and askwell restore", () => {
  it("bring a house into an empty database with every row, verified, and it is lived in on", async () => {
    const path = await backUpHouse();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const empty = await createEmptyDatabase();
    const done = await command(restore, [path], { DATABASE_URL: empty.ownerUrl });
    expect(done.code).toBe(0);
    expect(done.said).toMatch(/restore {4}[\d,]+ rows of \d+ tables, as of 20.* \(.* s\)/);
    expect(done.out).toContain("2 verified, nothing wrong");
    // What was shared of a rehearsal is in no backup, and neither is its key.
    expect(contents(path)["table practice_take"]).toEqual([]);
    expect(contents(path)["table practice_take_viewer"]).toEqual([]);

    const again = join(folder, "again.gz");
    await command(backup, [again], { DATABASE_URL: empty.ownerUrl });
    expect(contents(again)).toEqual(contents(path));
    expect(Object.values(contents(path)).filter((rows) => rows.length > 0).length).toBeGreaterThan(15);

    const database = await openDatabase({ url: empty.ownerUrl, role: SERVER_ROLE, connections: 3 });
    const { send } = houseOver(database);
    const ask = (method: string, path: string, body?: unknown) =>
      send(method, path, body, { authorization: `Bearer ${t.cast.keys.rep}` });
    expect((await ask("GET", `/people/${filled.source}`)).status).toBe(200);
    const moved = await ask("GET", `/referrals/${filled.referral}`);
    expect(moved.body).toEqual((await t.get("rep", `/referrals/${filled.referral}`)).body);
    expect((await ask("POST", "/accounts", { name: "Nach dem Umzug GmbH" })).status).toBe(201);
    expect((await ask("DELETE", `/deals/${filled.deal}`)).status).toBe(204);
    await database.close();
    expect(await command(verify, [], { DATABASE_URL: empty.ownerUrl })).toMatchObject({ code: 0 });
    await empty.drop();
  });

  it("move it from a PostgreSQL elsewhere into the one that comes along, and out of it again", async () => {
    const path = await backUpHouse();
    const dataFolder = mkdtempSync(join(tmpdir(), "askwell-moved-"));
    const here = { ASKWELL_DATA: dataFolder };
    const done = await command(restore, [path], here);
    expect(done).toMatchObject({ code: 0, out: expect.stringContaining("2 verified, nothing wrong") });
    const server = await startPostgres({ dataFolder, say: () => {} });
    // Made while somebody else, such as a server, has the database in use.
    const made = await command(backup, [folder], here);
    expect(made.out).toBe(join(folder, `askwell-${new Date().toISOString().slice(0, 10)}.backup.gz`));
    expect(contents(made.out)).toEqual(contents(path));
    expect((await command(migrate, [], here)).out).toContain("was the newest already");
    await expect(command(restore, [path], here)).rejects.toThrow("not empty");
    await server.stop();
    rmSync(made.out);
    rmSync(dataFolder, { recursive: true });
  });

  it("say what they take", async () => {
    for (const [verb, args] of [
      [backup, ["a", "b"]],
      [backup, ["--all"]],
      [restore, []],
      [restore, ["a", "b"]],
      [migrate, ["now"]],
    ] as const) {
      const { code, said } = await command(verb, [...args], {});
      expect(code).toBe(2);
      expect(said).toContain("askwell ");
    }
    await expect(
      command(restore, [join(folder, "none.gz")], { DATABASE_URL: t.test.ownerUrl }),
    ).rejects.toThrow("there is no file");
  });
});
