import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findingsOn, openBrowserHouse, visitAs, type BrowserHouse } from "#demo/browser-house.ts";
import { giveAccount } from "#demo/cast.ts";
import { createHand } from "#demo/hand.ts";
import { beginManagerMonday, MANAGER_MONDAY } from "#demo/manager-monday.ts";
import { missingOf } from "#demo/manager-monday-check.ts";
import { openToldDatabase } from "#demo/told-database.ts";
import { walkThrough } from "#demo/walked.ts";
import type { OpenedStory } from "#demo/tell.ts";

// The story is told up to the Wednesday before.
const MONDAY = new Date("2026-11-23T07:30:00Z");
const MANAGER = "Petra Lang";
const REP = "Mia Sommer";

let b: BrowserHouse;
let told: OpenedStory;

beforeAll(async () => {
  const test = await openToldDatabase();
  ({ told } = test);
  b = await openBrowserHouse({ clock: { now: () => MONDAY }, test });
});
afterAll(() => b?.close());

it("lives a manager's Monday at a desk to its end, in no more clicks than promised, and all of it has happened", async () => {
  const userId = await giveAccount(b.test.database, told.workspaceId, await idOf(MANAGER), MONDAY);
  const [cookie = ""] = (await b.house.signIn.start(userId, new Headers())).split(";");
  const { page, complaints } = await visitAs(b, cookie);
  page.setDefaultTimeout(30_000);
  const monday = beginManagerMonday({ id: await idOf(REP), name: REP });
  await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const walked = await walkThrough(MANAGER_MONDAY, createHand(page, { touches: false }), monday);
  expect(walked.flatMap(({ over }) => over ?? [])).toEqual([]);
  expect(await findingsOn(page)).toEqual([]);
  const read = async (path: string) => (await b.send("GET", path, undefined, { cookie })).body;
  const { member } = await read("/me");
  const { items } = await read("/members?limit=100");
  const { teamId } = items.find(({ name }: { name: string }) => name === REP);
  expect(member.name).toBe(MANAGER);
  const when = { today: "2026-11-23", week: "2026-11-16" };
  expect(await missingOf(monday, { read, teamId, ...when })).toEqual([]);
  expect(complaints).toEqual([]);
});

async function idOf(name: string): Promise<string> {
  return b.test.database.read(told.workspaceId, async (tx) => {
    const { rows } = await sql<{ id: string }>`
      select id from member where workspace_id = ${tx.workspaceId} and name = ${name}`.execute(tx.tables());
    return rows[0]!.id;
  });
}
