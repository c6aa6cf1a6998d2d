import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { run } from "./import.ts";

let t: TestHouse;
const folder = mkdtempSync(join(tmpdir(), "askwell-import-"));
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
  await t?.close();
});

function file(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

const ACCOUNTS = file("accounts.csv", "Id,Name,BillingCity\n001A00000000001AAA,Werft Nord,Kiel\n");
const DEALS = file(
  "deals.csv",
  "Id,AccountId,Name,StageName,Amount,CloseDate,LeadSource\n006A00000000001AAA,001A00000000001AAA,Dock 4,Closed Won,1500,2026-11-03,External Referral\n",
);
const OWN = file("own.csv", "who,where\nAnke Boll,anke@boll.example\n");

/** The command's exit code and all it printed. */
async function brought(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const keep = (line: string) => void lines.push(line);
  const prints = [
    vi.spyOn(console, "log").mockImplementation(keep),
    vi.spyOn(console, "error").mockImplementation(keep),
  ];
  vi.stubEnv("DATABASE_URL", t.test.ownerUrl);
  try {
    return { code: await run(args, () => {}), text: lines.join("\n") };
  } finally {
    for (const print of prints) print.mockRestore();
  }
}

const here = ["--workspace", "nordlicht-systeme"];

describe("askwell import", () => {
  it("says what would happen, and does nothing when only asked", async () => {
    const { code, text } = await brought(...here, "--dry-run", ACCOUNTS);
    expect([code, text]).toEqual([
      0,
      "accounts.csv: 1 rows, 1 new, 0 completed, 0 here already, 0 left out, 0 to mend",
    ]);
    expect((await t.get("leader", "/accounts")).body.items).toEqual([]);
  });

  it("brings accounts before deals whatever the order given, as the member named; twice changes nothing", async () => {
    const first = await brought(...here, "--as", "jonas@nordlicht.example", DEALS, ACCOUNTS);
    expect(first.code).toBe(0);
    expect(first.text.split("\n").filter((line) => line.includes(": in. "))).toEqual([
      expect.stringMatching(/^accounts\.csv: in\. 1 rows, 1 new/),
      expect.stringMatching(/^deals\.csv: in\. 1 rows, 1 new/),
    ]);
    const [deal] = (await t.get("leader", "/deals")).body.items;
    expect(deal).toMatchObject({ accountName: "Werft Nord", memberName: "Jonas Weber", outcome: "won" });
    const again = await brought(...here, DEALS, ACCOUNTS);
    expect(again.text).toContain("deals.csv: in. 1 rows, 0 new, 0 completed, 1 here already");
    expect(await t.mistakes()).toEqual([]);
  });

  it("takes a file of one's own when told what its columns mean, and refuses it with the way out when not", async () => {
    await expect(brought(...here, OWN)).rejects.toThrow("say it with --mapping");
    const mapping = file(
      "mapping.json",
      '{"kind":"people","columns":{"fullName":["who"],"emails":["where"]}}',
    );
    expect((await brought(...here, "--mapping", mapping, OWN)).text).toContain("own.csv: in. 1 rows, 1 new");
    expect((await brought(...here, OWN)).text).toContain("1 here already");
    await expect(brought(...here, "--mapping", OWN, OWN)).rejects.toThrow("does not say what columns mean");
  });

  it("refuses what cannot be with the usage, and a stranger's address with a sentence", async () => {
    expect((await brought(ACCOUNTS)).code).toBe(2);
    expect((await brought(...here)).code).toBe(2);
    expect((await brought(...here, "--fast", "x", ACCOUNTS)).text).toContain('takes no "--fast"');
    expect((await brought(...here, join(folder, "none.csv"))).text).toContain("there is no file");
    await expect(brought(...here, "--as", "otto@fremdland.example", ACCOUNTS)).rejects.toThrow(
      "otto@fremdland.example",
    );
    await expect(brought("--workspace", "nobody", ACCOUNTS)).rejects.toThrow("nobody");
  });
});
