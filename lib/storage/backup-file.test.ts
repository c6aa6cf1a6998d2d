import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { readBackup, writeBackup, type BackupHeader } from "./backup-file.ts";

const folder = mkdtempSync(join(tmpdir(), "askwell-backup-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Rows as COPY writes them: one line each, a backslash never alone before its end. */
type Rows = Record<string, string[]>;

function headerFor(rows: Rows): BackupHeader {
  const tables = Object.entries(rows).map(([name, lines]) => ({ name, columns: ["a"], rows: lines.length }));
  return {
    askwellBackup: 1,
    madeAt: "2026-11-18T10:00:00.000Z",
    migrations: [{ number: 1, name: "0001-x", hash: "h" }],
    tables,
  };
}

function write(path: string, rows: Rows): Promise<unknown> {
  return writeBackup(path, headerFor(rows), async function* ({ name }) {
    for (const line of rows[name]!) yield Buffer.from(`${line}\n`);
  });
}

async function read(path: string, chunkBytes?: number): Promise<{ header: BackupHeader; rows: Rows }> {
  let header: BackupHeader | undefined;
  const rows: Rows = {};
  await readBackup(
    path,
    (found) => void (header = found),
    async ({ name }, bytes) => {
      const pieces: Buffer[] = [];
      for await (const piece of bytes) pieces.push(Buffer.from(piece));
      rows[name] = Buffer.concat(pieces).toString().split("\n").slice(0, -1);
    },
    chunkBytes,
  );
  return { header: header!, rows };
}

const path = join(folder, "a.gz");
const few: Rows = { one: ["1\\ta", "2\\t\\\\N"], none: [], two: ["x"] };

describe("a backup file", () => {
  it("gives back what went in, for any rows and however they are cut into pieces", async () => {
    const line = fc
      .array(fc.constantFrom("a", "\t", "\\\\", "\\\\.", "\\n", "ä", "😀", "table one", "sha256 ", "."), {
        maxLength: 8,
      })
      .map((parts) => parts.join(""));
    const tables = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.array(line, { maxLength: 6 }), {
      maxKeys: 4,
      noNullPrototype: true,
    });
    await fc.assert(
      fc.asyncProperty(tables, fc.integer({ min: 64, max: 200 }), async (rows, chunkBytes) => {
        await write(path, rows);
        expect(await read(path, chunkBytes)).toEqual({ header: headerFor(rows), rows });
      }),
      { numRuns: 200 },
    );
  });

  it("is for its owner's eyes only, and takes the place of an older one only when it is whole", async () => {
    await write(path, few);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const before = readFileSync(path);
    const broken = writeBackup(path, headerFor(few), async function* () {
      yield Buffer.from("1\n");
      throw new Error("the database has gone");
    });
    await expect(broken).rejects.toThrow("the database has gone");
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(["a.gz"]);
  });

  it("that cannot be written says so", async () => {
    await expect(write(join(folder, "nowhere", "b.gz"), few)).rejects.toMatchObject({
      kind: "unavailable",
      reason: expect.stringContaining("cannot be written"),
    });
  });

  it("is recognised as cut off wherever it was cut", async () => {
    await write(path, { one: Array.from({ length: 200 }, (_, n) => `${n}\t${Math.sin(n)}`) });
    const size = statSync(path).size;
    for (const left of [0, 5, 30, Math.floor(size / 2), size - 9, size - 1]) {
      await write(path, { one: Array.from({ length: 200 }, (_, n) => `${n}\t${Math.sin(n)}`) });
      truncateSync(path, left);
      await expect(read(path)).rejects.toMatchObject({
        kind: "invalid",
        reason: expect.stringMatching(/cut off|not a backup/),
      });
    }
  });

  it.each<[string, (text: string) => string, string]>([
    ["one letter is another", (text) => text.replace("2\\t", "3\\t"), "not as it was written"],
    ["a row is missing", (text) => text.replace("x\n", ""), "0 rows of two where there should be 1"],
    ["the last line is missing", (text) => text.replace(/sha256.*\n/, ""), "cut off"],
    ["a table is missing", (text) => text.replace("table none\n\\.\n", ""), "lacks the table none"],
    ["something comes after its end", (text) => `${text}more\n`, "goes on after its end"],
    [
      "it is of a later form",
      (text) => text.replace('"askwellBackup":1', '"askwellBackup":2'),
      "newer Askwell",
    ],
    ["it is something else", () => "hello\n", "not a backup of Askwell"],
    ["it is other JSON", () => "null\n", "not a backup of Askwell"],
  ])("is refused when %s", async (_what, spoil, reason) => {
    await write(path, few);
    writeFileSync(path, gzipSync(spoil(gunzipSync(readFileSync(path)).toString())));
    await expect(read(path)).rejects.toMatchObject({
      kind: "invalid",
      reason: expect.stringContaining(reason),
    });
  });

  it("that is no gzip, is not there or is a folder is refused", async () => {
    writeFileSync(path, "id,name\n1,a\n");
    await expect(read(path)).rejects.toMatchObject({
      reason: expect.stringContaining("not a backup of Askwell"),
    });
    await expect(read(join(folder, "none.gz"))).rejects.toMatchObject({
      reason: expect.stringContaining("there is no file"),
    });
    await expect(read(folder)).rejects.toMatchObject({ reason: expect.stringContaining("cannot be read") });
  });

  it("with a flipped bit anywhere is refused", async () => {
    await write(path, few);
    const whole = readFileSync(path);
    for (let at = 10; at < whole.length; at += 7) {
      const spoiled = Buffer.from(whole);
      spoiled[at] = spoiled[at]! ^ 4;
      writeFileSync(path, spoiled);
      await expect(read(path)).rejects.toMatchObject({ kind: "invalid" });
    }
  });
});
