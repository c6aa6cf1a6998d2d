import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { exportLists } from "../../app/export-lists.ts";
import { cellOf } from "../csv-file.ts";
import { run } from "./export.ts";

let t: TestHouse;
let filled: Filled;
const folder = mkdtempSync(join(tmpdir(), "askwell-export-"));
beforeAll(async () => {
  t = await openTestHouse();
  filled = await fillHouse(t);
});
afterAll(async () => {
  await t?.close();
  rmSync(folder, { recursive: true });
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

async function exported(...args: string[]): Promise<{ code: number; paths: string[] }> {
  const paths: string[] = [];
  vi.stubEnv("DATABASE_URL", t.test.ownerUrl);
  vi.spyOn(console, "log").mockImplementation((line: string) => void paths.push(line));
  vi.spyOn(console, "error").mockImplementation(() => {});
  return { code: await run(args, () => {}), paths };
}

function rowsIn(name: string): Record<string, string>[] {
  return parse(readFileSync(join(folder, `${name}.csv`)), { bom: true, columns: true });
}

describe("askwell export", () => {
  it("writes each list of the workspace, and nothing of another", async () => {
    await t.post("stranger", "/accounts", { name: "Fremde Firma" });
    await t.post("rep", "/accounts", {
      name: '=HYPERLINK("http://evil.test")',
      note: "Zeile eins\nZeile „zwei“, mit Komma",
    });
    await t.post("rep", "/people", {
      fullName: "Zoë Çelik",
      emails: ["zoe@a.example", "z@b.example"],
      accountId: filled.client,
    });
    const { code, paths } = await exported("--workspace", "nordlicht-systeme", folder);
    expect(code).toBe(0);
    expect(paths.map((path) => path.split("/").at(-1))).toEqual(
      exportLists.map((list) => `${list.name}.csv`),
    );
    expect(readdirSync(folder)).toHaveLength(exportLists.length);
    expect(statSync(paths[0]!).mode & 0o777).toBe(0o600);

    const accounts = rowsIn("accounts");
    expect(accounts.map((row) => row["name"])).not.toContain("Fremde Firma");
    expect(accounts.find((row) => row["note"])).toMatchObject({
      name: `'=HYPERLINK("http://evil.test")`,
      note: "Zeile eins\nZeile „zwei“, mit Komma",
    });
    expect(rowsIn("people").find((row) => row["name"] === "Zoë Çelik")).toMatchObject({
      account: "Hafen Logistik GmbH",
      "e-mails": "zoe@a.example; z@b.example",
      "family name": "Çelik",
    });
    expect(rowsIn("asks").find((row) => row["id"] === filled.ask)).toMatchObject({
      rep: "Mia Sommer",
      source: "Jale Merz",
      day: "2026-11-16",
    });
    expect(rowsIn("referrals").find((row) => row["id"] === filled.referral)).toMatchObject({
      contact: "Veit Reimers",
      level: "3",
    });
    expect(rowsIn("members")).toHaveLength(5);
    const deal = (await t.get("rep", `/deals/${filled.deal}`)).body;
    expect(rowsIn("deals").find((row) => row["id"] === filled.deal)).toMatchObject({
      name: deal.name,
      outcome: "won",
      amount: (deal.amount.minor / 100).toFixed(2),
      currency: deal.amount.currency,
    });
  });

  it("has as many rows of the journal as there were lines, what was taken back among them", async () => {
    await t.del("rep", `/meetings/${filled.meeting}/outcome`);
    await exported("--workspace", "nordlicht-systeme", folder);
    const journal = rowsIn("journal");
    expect(journal.some((row) => row["takes back"] !== "")).toBe(true);
    expect(journal.filter((row) => row["what"] === "ask.made").length).toBeGreaterThan(0);
  });

  it("writes the headers of a list without rows", async () => {
    const empty = join(folder, "empty");
    await exported(empty, "--workspace", "fremdland-handel");
    expect(readFileSync(join(empty, "goals.csv"), "utf8")).toBe("\uFEFFfor,measure,every,from,amount\r\n");
    rmSync(empty, { recursive: true });
  });

  it("says what it takes", async () => {
    expect((await exported("--workspace", "nordlicht-systeme")).code).toBe(2);
    await expect(exported(folder)).rejects.toThrow("--workspace is missing");
    await expect(exported("--workspace", "nobody", folder)).rejects.toThrow('no workspace "nobody"');
  });
});

describe("a cell", () => {
  it.each([
    [null, ""],
    [new Date("2026-11-18T10:00:00Z"), "2026-11-18T10:00:00.000Z"],
    [["a", "b"], "a; b"],
    [{ minor: 123_405, currency: "EUR" }, "1234.05"],
    [{ minor: -5, currency: "EUR" }, "-0.05"],
    [{ minor: 5000, currency: "JPY" }, "5000"],
    [{ minor: 1234, currency: "KWD" }, "1.234"],
    [true, "true"],
    [0, "0"],
  ])("of %j reads %j", (value, text) => expect(cellOf(value)).toBe(text));
});
