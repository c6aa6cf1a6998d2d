import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { weekOf } from "#lib/kernel/weeks.ts";
import { mistakesInTally } from "#lib/storage/tally.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { verify } from "#lib/storage/verify.ts";
import { looksOf } from "#programme/spiff-look-actions.ts";
import { monthsOf } from "#programme/spiff-statement-actions.ts";
import { costsOf } from "#results/cost-actions.ts";
import { actorOf } from "#team/door-actions.ts";
import { checks } from "../app/house.ts";
import { makeStory } from "./story.ts";
import { openStoryWorkspace, type OpenedStory } from "./tell.ts";
import { openToldDatabase, TOLD_AT } from "./told-database.ts";

const now = TOLD_AT;
let test: TestDatabase;
let told: OpenedStory;
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
}, 600_000);
afterAll(() => test?.drop());

describe("the demo story, told", () => {
  it("counts what its scenes say, and the tally agrees with the journal", async () => {
    const counted = await test.database.read(told.workspaceId, async (tx) => {
      const { rows } = await sql<{ measure: string; count: number }>`
        select measure, sum(count)::bigint as count from tally
         where workspace_id = ${told.workspaceId} and scope_id = ${told.workspaceId} group by 1`.execute(
        tx.tables(),
      );
      return Object.fromEntries(rows.map((row) => [row.measure, row.count]));
    });
    const reviews = await test.database.read(told.workspaceId, async (tx) => {
      const { rows } = await sql<{ planned: number; held: number; touched: number }>`
        select (select count(*)::int from account_review) as planned,
               (select count(held_on)::int from account_review) as held,
               (select count(touch_id)::int from account_review_person)
                 + (select count(sent_on)::int from occasion_offer)
                 + (select count(*)::int from member_mail_effect where kind = 'touch') as touched`.execute(
        tx.tables(),
      );
      return rows[0]!;
    });
    expect(reviews).toMatchObject({ planned: 6, held: 3 });
    const scenes = makeStory("2026-11-18").scenes;
    const held = scenes.filter((scene) => scene.what === "meeting-outcome" && scene.outcome === "held");
    expect(counted["meetings-held"]).toBe(held.length + reviews.held);
    const arranged = scenes.filter((scene) => scene.what === "meeting");
    expect(counted["meetings-scheduled"]).toBe(arranged.length + reviews.planned);
    expect(counted["people-asked"]).toBe(scenes.filter((scene) => scene.what === "ask").length);
    const introductions = scenes.filter(
      (scene) => (scene.what === "referral" && scene.level > 0) || scene.what === "raise",
    );
    expect(counted["referrals-received"]).toBe(introductions.length);
    const given = scenes.filter((scene) => scene.what === "give" && scene.level > 0);
    expect(given.length).toBeGreaterThan(3);
    expect(counted["referrals-given"]).toBe(given.length);
    const touched = scenes.flatMap((each) =>
      each.what === "touch" ? [`${each.by} ${each.person} ${weekOf(each.day, 1)}`] : [],
    );
    expect(touched.length).toBeGreaterThan(50);
    const once = new Set(touched).size;
    expect(counted["touches"]).toBeGreaterThanOrEqual(once);
    expect(counted["touches"]).toBeLessThanOrEqual(once + reviews.touched);
    expect(await test.database.read(told.workspaceId, (tx) => mistakesInTally(tx, 1))).toEqual([]);
  });

  it("answers at the hours at which people answer", async () => {
    const rows = await test.database.read(told.workspaceId, async (tx) => {
      const { rows } = await sql<{ minutes: number }>`
        select extract(epoch from responded_at - arrived_at)::float8 / 60 as minutes from referral
         where workspace_id = ${told.workspaceId} and responded_at is not null and arrived_at is not null`.execute(
        tx.tables(),
      );
      return rows.map(({ minutes }) => minutes);
    });
    expect(rows.length).toBeGreaterThan(300);
    expect(Math.min(...rows)).toBeGreaterThanOrEqual(0);
    expect(rows.filter((minutes) => minutes > 1 && minutes % 1_440 !== 0).length).toBeGreaterThan(
      0.95 * rows.length,
    );
    expect(new Set(rows).size).toBeGreaterThan(100);
  });

  it("keeps the rules that protect a source, but for the one whom everybody asks", async () => {
    const marked = await test.database.read(told.workspaceId, async (tx) => {
      const { rows } = await sql<{ source: string; against: string | null; permitted: boolean }>`
        select source_id as source, against, permit_id is not null as permitted from ask
         where workspace_id = ${told.workspaceId} and (against is not null or permit_id is not null) order by day`.execute(
        tx.tables(),
      );
      return rows;
    });
    expect(new Set(marked.map(({ source }) => source)).size).toBe(1);
    expect(marked.map(({ against, permitted }) => (permitted ? "permitted" : against))).toEqual([
      "rest-period",
      "permitted",
      "open-ask",
    ]);
  });

  it("leaves nothing for verify to find", async () => {
    const workspace = { id: told.workspaceId, firstDay: 1 as const };
    const results = await verify(test.database, workspace, checks, () => 0);
    expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
  });

  it("shows what is worth a look before a month of SPIFFs is signed", async () => {
    const looks = await test.database.read(told.workspaceId, async (tx) => {
      const leader = await actorOf(tx, told.leaderId, now);
      const [month] = (await monthsOf(tx, leader)).filter(({ state }) => state === "to-sign");
      return (await looksOf(tx, leader, month!.start)).flatMap((each) => each.looks);
    });
    expect(looks).toMatchObject([{ kind: "raised-back", changes: [{ from: 2, to: 3 }] }]);
  });

  it("credits what was won up its chains, one of them questioned and decided, one waiting", async () => {
    const { open, decided, most } = await test.database.read(told.workspaceId, async (tx) => {
      const { rows } = await sql<{ open: number; decided: number; most: number }>`
        select (select count(*) filter (where decision_id is null)::int from credit_dispute) as open,
               (select count(decision_id)::int from credit_dispute) as decided,
               (select max(place) + 1 from credit) as most`.execute(tx.tables());
      return rows[0]!;
    });
    expect([open, decided]).toEqual([1, 1]);
    expect(most).toBeGreaterThanOrEqual(3);
  });

  it("knows what clients cost by referrals and by cold calls, and how many work at most companies", async () => {
    const { costs, known } = await test.database.read(told.workspaceId, async (tx) => {
      const costs = await costsOf(tx, await actorOf(tx, told.leaderId, now), {});
      const { rows } = await sql<{ known: number }>`
        select count(employees)::float8 / count(*) as known from account`.execute(tx.tables());
      return { costs, known: rows[0]!.known };
    });
    const each = Object.fromEntries(costs.origins.map((origin) => [origin.origin, origin.each.kind]));
    expect(each).toMatchObject({ referral: "each", "cold-call": "too-early", event: "too-early" });
    expect(known).toBeGreaterThan(0.75);
  });

  it("has one workspace", async () => {
    await expect(openStoryWorkspace(test.database, now)).rejects.toThrow(/already/);
  });
});
