import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import pg from "pg";
import { fillHouse } from "#demo/fill-house.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import { run } from "./verify.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  await fillHouse(t);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await t?.close();
});

/** The command's exit code and all it printed. */
async function verified(...args: string[]): Promise<{ code: number; text: string }> {
  const lines: string[] = [];
  const print = vi.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  vi.stubEnv("DATABASE_URL", t.test.ownerUrl);
  try {
    return { code: await run(args, () => {}), text: lines.join("\n") };
  } finally {
    print.mockRestore();
  }
}

/** Changes a row behind the house's back, and back again afterwards. */
async function spoiled(spoil: string, mend: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: t.test.ownerUrl });
  await client.connect();
  try {
    expect((await client.query(spoil)).rowCount).toBeGreaterThan(0);
    await work();
    await client.query(mend);
  } finally {
    await client.end();
  }
}

describe("askwell verify", () => {
  it("finds nothing wrong in what came through the front door, in each workspace or in one", async () => {
    const all = await verified();
    expect(all.code).toBe(0);
    expect(all.text).toContain("Nordlicht Systeme (nordlicht-systeme)");
    expect(all.text).toContain("Fremdland Handel");
    expect(all.text).toContain("2 verified, nothing wrong");
    const one = await verified("--workspace", "nordlicht-systeme");
    expect(one.text).not.toContain("Fremdland");
    const asked = vi.spyOn(console, "error").mockImplementation(() => {});
    expect((await verified("--everything")).code).toBe(2);
    asked.mockRestore();
    await expect(verified("--workspace", "nobody")).rejects.toThrow('no workspace "nobody"');
  });

  it.each([
    [
      "tally",
      "update tally set count = count + 1 where measure = 'people-asked'",
      "update tally set count = count - 1 where measure = 'people-asked'",
    ],
    [
      "timelines against",
      "update journal_concern set day = day + 400 where concern_id in (select id from referral)",
      "update journal_concern set day = day - 400 where concern_id in (select id from referral)",
    ],
    [
      "taken back against",
      `update journal set undoes = (select min(id::text)::uuid from journal where verb = 'account.added')
        where id = (select max(id::text)::uuid from journal where verb = 'account.added')`,
      "update journal set undoes = null where verb = 'account.added'",
    ],
    [
      "meetings against",
      "update meeting set outcome_day = outcome_day - 1 where outcome = 'held'",
      "update meeting set outcome_day = outcome_day + 1 where outcome = 'held'",
    ],
    [
      "deals against",
      "update deal set amount_minor = amount_minor + 1 where outcome = 'won'",
      "update deal set amount_minor = amount_minor - 1 where outcome = 'won'",
    ],
    [
      "introductions against",
      "update referral set counts_from = counts_from + 1",
      "update referral set counts_from = counts_from - 1",
    ],
    [
      "asks against",
      "update ask_conversation set day = day - 1",
      "update ask_conversation set day = day + 1",
    ],
    ["says of itself", "update ask set last_day = last_day + 1", "update ask set last_day = last_day - 1"],
    [
      "levels and steps",
      "update referral set state_day = state_day - 1",
      "update referral set state_day = state_day + 1",
    ],
    [
      "did to introductions",
      "update referral_step set state = 'lost' where state = 'won'",
      "update referral_step set state = 'won' where state = 'lost'",
    ],
  ])("finds what is wrong: %s", async (name, spoil, mend) => {
    await spoiled(spoil, mend, async () => {
      const { code, text } = await verified();
      expect(code).toBe(1);
      const wrong = text.split("\n").filter((line) => line.includes("WRONG"));
      expect(wrong.filter((line) => line.includes(name))).toHaveLength(1);
    });
    expect((await verified()).code).toBe(0);
  });
});
