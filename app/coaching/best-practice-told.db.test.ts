import { afterAll, beforeAll, expect, it } from "vitest";
import type { OpenedStory } from "#demo/tell.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { actorOf } from "#team/door-actions.ts";
import { whatWorks } from "./best-practice-actions.ts";

let test: TestDatabase;
let told: OpenedStory;
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
}, 600_000);
afterAll(() => test?.drop());

it("finds moments and business reasons in the told workspace of which enough is known", async () => {
  const seen = await test.database.read(told.workspaceId, async (tx) => {
    const leader = await actorOf(tx, told.leaderId, TOLD_AT);
    return whatWorks(tx, leader, null);
  });
  for (const rows of [seen.moments, seen.reasons])
    expect(rows.filter(({ rate }) => rate.kind === "rate").length).toBeGreaterThan(1);
});
