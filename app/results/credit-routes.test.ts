import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { bookCredits, type BookedUpTo } from "./book-credits-actions.ts";
import { creditJobOf } from "./credit-jobs.ts";
import { creditChecks } from "./credit-verify-reader.ts";

// It is Wednesday, 2026-11-18. Anna introduced Ben, Ben introduced Cleo, and Cleo introduced Dora, who buys.
let t: TestHouse;
let anna: string;
let ben: string;
let cleo: string;
let dora: string;
let led: string;

beforeAll(async () => {
  t = await openTestHouse();
  [anna, ben, cleo, dora] = await everybody("Anna Albers", "Ben Bader", "Cleo Conrad", "Dora Dietz");
  await introduced(anna, ben, "2026-03-02");
  await introduced(ben, cleo, "2026-04-01");
  led = await introduced(cleo, dora, "2026-05-04");
});
afterAll(() => t?.close());

async function everybody(...names: string[]): Promise<[string, string, string, string]> {
  const ids: string[] = [];
  for (const fullName of names) ids.push((await t.post("rep", "/people", { fullName })).body.id);
  return ids as [string, string, string, string];
}
async function introduced(sourceId: string, contactId: string, day: string, who: CastName = "rep") {
  const made = await t.post(who, "/referrals", { sourceId, contactId, level: 3, day });
  expect(made.status).toBe(201);
  return made.body.id as string;
}
async function won(
  minor: number | null,
  more: Record<string, unknown> = {},
  who: CastName = "rep",
  day = "2026-11-16",
) {
  const made = await t.post(who, "/deals", {
    name: "Plan",
    accountName: "Käufer AG",
    referralId: led,
    openedOn: "2026-06-01",
    ...(minor !== null && { amount: { minor, currency: "EUR" } }),
    ...more,
  });
  expect(made.status).toBe(201);
  const said = await t.put(who, `/deals/${made.body.id}/outcome`, { outcome: "won", day });
  expect(said.status).toBe(200);
  return made.body.id as string;
}
const creditOf = async (id: string, who: CastName = "rep") => (await t.get(who, `/deals/${id}/credit`)).body;
const minors = async (id: string) =>
  (await creditOf(id)).credits.map((each: { credited: { minor: number } | null }) => each.credited?.minor);
const book = (aStep?: number) =>
  t.test.database.write(t.cast.workspaceId, async (tx) => {
    for (let after; ;) {
      after = (await bookCredits(tx, { now: t.now, member: null }, after, aStep)) ?? undefined;
      if (after === undefined) return;
    }
  });
const written = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from credit`.execute(tx.tables());
    return rows[0]!.n;
  });
const mistakes = () =>
  t.test.database.read(t.cast.workspaceId, async (tx) => {
    const all = await Promise.all(
      creditChecks.map((each) => each.mistakes(tx, { id: t.cast.workspaceId, firstDay: 1 })),
    );
    return all.flat();
  });

describe("the credit of a deal", () => {
  it("goes up the chain by the house's rule at once, and is the same once it is written, however often", async () => {
    const deal = await won(700_00);
    const before = await creditOf(deal);
    expect(before).toMatchObject({
      state: "credited",
      amount: { minor: 700_00, currency: "EUR" },
      rule: { version: 1, shape: { kind: "split", kept: { part: 1, of: 2 } } },
      credits: [
        { sourceId: anna, name: "Anna Albers", credited: { minor: 100_00 } },
        { sourceId: ben, credited: { minor: 200_00 } },
        { sourceId: cleo, credited: { minor: 400_00 } },
      ],
      disputes: [],
      mayRaise: true,
      written: 0,
    });
    await book(1);
    await book(1);
    await Promise.all([book(), book()]);
    expect(await written()).toBe(3);
    const after = await creditOf(deal);
    expect(after).toMatchObject({ credits: before.credits, rule: before.rule });
    expect(after.written).toBe(3);
    const path = `/deals/${deal}/credit-entries`;
    const first = (await t.get("southRep", `${path}?limit=2`)).body;
    const rest = (await t.get("southRep", `${path}?limit=2&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...rest.items]).toMatchObject([
      { sourceName: "Cleo Conrad", credited: { minor: 400_00 }, why: "won", takesBack: false },
      { sourceName: "Ben Bader" },
      { sourceName: "Anna Albers" },
    ]);
    expect(rest.nextCursor).toBeNull();
    expect((await t.get("rep", `${path}?cursor=nonsense`)).status).toBe(422);
    expect((await t.get("stranger", path)).status).toBe(404);
    for (const who of ["colleague", "manager", "leader", "southRep"] as const)
      expect(await creditOf(deal, who)).toEqual(after);
    expect((await t.get("stranger", `/deals/${deal}/credit`)).status).toBe(404);
  });

  it("is nobody's of a deal that is not won, came otherwise, or has no known introduction", async () => {
    const open = await t.post("rep", "/deals", { name: "Offen", accountName: "Käufer AG", referralId: led });
    expect(await creditOf(open.body.id)).toMatchObject({ state: "not-won", credits: [], mayRaise: false });
    const inbound = await won(100, { referralId: null, origin: "inbound" });
    expect(await creditOf(inbound)).toMatchObject({ state: "not-by-referral", credits: [] });
    const unknown = await won(100, { referralId: null, origin: "referral" });
    expect(await creditOf(unknown)).toMatchObject({ state: "no-chain", credits: [] });
    const refused = await t.post("rep", `/deals/${unknown}/credit-disputes`, { reason: "It was Anna" });
    expect([refused.status, refused.body.detail]).toEqual([
      409,
      expect.stringContaining("nobody is credited for this deal"),
    ]);
  });

  it("follows the person where the introduction itself is not said, and has people but no money without an amount", async () => {
    const byPerson = await won(300, { referralId: null, personId: ben, origin: "referral" });
    expect(await creditOf(byPerson)).toMatchObject({
      credits: [{ sourceId: anna, credited: { minor: 300 } }],
    });
    const without = await won(null);
    expect((await creditOf(without)).credits).toEqual([
      { sourceId: anna, name: "Anna Albers", credited: null },
      { sourceId: ben, name: "Ben Bader", credited: null },
      { sourceId: cleo, name: "Cleo Conrad", credited: null },
    ]);
    await book();
    expect((await creditOf(without)).credits).toHaveLength(3);
  });

  it("is taken back with the deal, written or not, and comes anew with another amount", async () => {
    const deal = await won(100);
    expect(await minors(deal)).toEqual([14, 29, 57]);
    await t.patch("rep", `/deals/${deal}`, { amount: { minor: 1_000, currency: "USD" } });
    expect((await creditOf(deal)).credits.map((each: { credited: unknown }) => each.credited)).toEqual([
      { minor: 143, currency: "USD" },
      { minor: 286, currency: "USD" },
      { minor: 571, currency: "USD" },
    ]);
    await book();
    await t.del("rep", `/deals/${deal}/outcome`);
    expect(await creditOf(deal)).toMatchObject({ state: "not-won", credits: [] });
    await book();
    expect((await creditOf(deal)).credits).toEqual([]);
    const { items } = (await t.get("rep", `/deals/${deal}/credit-entries`)).body;
    expect(items.filter((each: { takesBack: boolean }) => each.takesBack)).toHaveLength(3);
    await t.patch("rep", `/deals/${await won(500)}`, { origin: "event", referralId: null });
    await book();
    expect(await mistakes()).toEqual([]);
  });

  it("joins those who are one by now", async () => {
    const [double] = await everybody("A. Albers");
    const [eva] = await everybody("Eva Ernst");
    const ref = await introduced(double, eva, "2026-06-01");
    const deal = await won(900, { referralId: ref });
    await book();
    expect(await creditOf(deal)).toMatchObject({ credits: [{ sourceId: double }] });
    await t.post("rep", "/merges", { kind: "person", keptId: anna, mergedId: double });
    expect(await creditOf(deal)).toMatchObject({
      credits: [{ sourceId: anna, name: "Anna Albers", credited: { minor: 900 } }],
    });
    const [frida] = await everybody("Frida Falk");
    const further = await introduced(eva, frida, "2026-07-01");
    const both = await won(900, { referralId: further });
    await book();
    expect((await creditOf(both)).credits).toHaveLength(2);
    await t.post("rep", "/merges", { kind: "person", keptId: anna, mergedId: eva });
    expect((await creditOf(both)).credits).toEqual([
      { sourceId: anna, name: "Anna Albers", credited: { minor: 900, currency: "EUR" } },
    ]);
    const opened = await t.get("rep", `/results/sources/${double}?from=2026-11-16`);
    expect(opened.body.source).toMatchObject({ sourceId: anna, name: "Anna Albers" });
    expect(opened.body.items.map((each: { dealId: string }) => each.dealId)).toContain(deal);
  });
});

describe("the rule", () => {
  it("is a leader's, with a reason, and holds for deals won from then on", async () => {
    const before = await won(1_000);
    const last = { kind: "last", reason: "Whoever introduced the buyer did the work." };
    for (const who of ["rep", "manager"] as const)
      expect((await t.post(who, "/credit-rules", last)).status).toBe(403);
    for (const [wrong, field] of [
      [{ kind: "last", reason: " " }, "reason"],
      [{ kind: "split", reason: "x" }, "part"],
      [{ kind: "split", part: 3, of: 2, reason: "x" }, "part"],
      [{ kind: "split", part: 0, of: 0, reason: "x" }, "of"],
      [{ kind: "last", part: 1, of: 2, reason: "x" }, "part"],
    ] as const) {
      const refused = await t.post("leader", "/credit-rules", wrong);
      expect([wrong, refused.status, refused.body.field]).toEqual([wrong, 422, field]);
    }
    const same = await t.post("leader", "/credit-rules", { kind: "split", part: 2, of: 4, reason: "Half" });
    expect(same.body.versions).toHaveLength(1);
    const set = await t.post("leader", "/credit-rules", last);
    expect(set.body).toMatchObject({
      now: { version: 2, shape: { kind: "last" } },
      versions: [
        { version: 2, set: { reason: last.reason, byName: "Lena Fuchs" } },
        { version: 1, set: null },
      ],
    });
    expect((await t.get("rep", "/credit-rules")).body).toEqual(set.body);
    expect((await t.get("stranger", "/credit-rules")).body.versions).toHaveLength(1);
    const after = await won(1_000);
    expect(await minors(before)).toEqual([143, 286, 571]);
    expect(await minors(after)).toEqual([0, 0, 1_000]);
    await book();
    expect(await minors(before)).toEqual([143, 286, 571]);
    expect(await minors(after)).toEqual([0, 0, 1_000]);
    expect(await creditOf(after)).toMatchObject({ rule: { version: 2 } });
  });
});

describe("a dispute", () => {
  let deal: string;
  let dispute: string;
  it("is raised by anybody with a reason, one a deal", async () => {
    deal = await won(1_000);
    expect((await t.post("southRep", `/deals/${deal}/credit-disputes`, { reason: "" })).body.field).toBe(
      "reason",
    );
    const said = { reason: "Ben sat at the table when it began.", proposes: "Half to Ben" };
    expect((await t.post("stranger", `/deals/${deal}/credit-disputes`, said)).status).toBe(404);
    const raised = await t.post("colleague", `/deals/${deal}/credit-disputes`, said);
    expect(raised).toMatchObject({ status: 201, body: { byName: "Jonas Weber", decision: null, ...said } });
    dispute = raised.body.id;
    const again = await t.post("southRep", `/deals/${deal}/credit-disputes`, said);
    expect([again.status, again.body.detail]).toEqual([409, expect.stringContaining("Jonas Weber")]);
    expect((await t.get("rep", "/credit-disputes")).body.items.map(({ id }: { id: string }) => id)).toEqual([
      dispute,
    ]);
    const waitsFor = async (who: "rep" | "colleague" | "manager" | "leader") =>
      (await t.get(who, "/credit-disputes")).body.items[0].mayDecide;
    expect(await Promise.all((["rep", "colleague", "manager", "leader"] as const).map(waitsFor))).toEqual([
      false,
      false,
      true,
      true,
    ]);
    expect((await t.get("stranger", "/credit-disputes")).body.items).toEqual([]);
    expect((await creditOf(deal, "rep")).disputes[0]).toMatchObject({ mayDecide: false, mayTakeBack: false });
    expect((await creditOf(deal, "manager")).disputes[0]).toMatchObject({ mayDecide: true });
  });

  it("is decided by whoever leads the rep, to the cent, and never by whoever raised it", async () => {
    const path = `/credit-disputes/${dispute}/decision`;
    const shares = (...minor: number[]) => ({
      verdict: "shares",
      reason: "They began it together.",
      shares: minor.map((each, at) => ({ personId: [ben, anna, cleo][at], minor: each })),
    });
    for (const who of ["rep", "colleague", "southRep"] as const)
      expect((await t.put(who, path, shares(500, 500))).status).toBe(403);
    expect((await t.put("stranger", path, shares(500, 500))).status).toBe(404);
    for (const [wrong, words] of [
      [shares(500, 400), "€1.00 is missing"],
      [shares(500, 501), "€0.01 is too much"],
      [shares(-1, 1_001), "nothing or more"],
      [shares(0.5, 999.5), "whole number"],
      [shares(), "at least one"],
      [
        {
          ...shares(),
          shares: [
            { personId: ben, minor: 500 },
            { personId: ben, minor: 500 },
          ],
        },
        "twice",
      ],
    ] as const) {
      const { status, body } = await t.put("manager", path, wrong);
      expect([status, body.field, body.detail]).toEqual([422, "shares", expect.stringContaining(words)]);
    }
    const unknown = { ...shares(), shares: [{ personId: t.cast.rep, minor: 1_000 }] };
    expect((await t.put("manager", path, unknown)).status).toBe(404);
    const decided = await t.put("manager", path, shares(600, 400));
    expect(decided).toMatchObject({ status: 201, body: { decision: { verdict: "shares" } } });
    expect(await creditOf(deal)).toMatchObject({
      rule: null,
      credits: [
        { sourceId: ben, credited: { minor: 600 } },
        { sourceId: anna, credited: { minor: 400 } },
      ],
      mayRaise: true,
    });
    expect((await t.put("leader", path, shares(500, 500))).status).toBe(409);
    expect((await t.del("colleague", `/credit-disputes/${dispute}`)).status).toBe(409);
    expect(await mistakes()).toEqual([]);
  });

  it("can be decided anew after the decision was taken back, by another shape", async () => {
    const [{ decision }] = (await creditOf(deal)).disputes;
    expect((await t.del("colleague", `/credit-decisions/${decision.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/credit-decisions/${decision.id}`)).status).toBe(404);
    expect((await t.del("manager", `/credit-decisions/${decision.id}`)).status).toBe(204);
    expect(await creditOf(deal)).toMatchObject({
      rule: { version: 2 },
      credits: [{ sourceId: anna }, { sourceId: ben }, { sourceId: cleo, credited: { minor: 1_000 } }],
      disputes: [{ decision: null }],
    });
    expect((await t.del("manager", `/credit-decisions/${decision.id}`)).status).toBe(404);
    const path = `/credit-disputes/${dispute}/decision`;
    const first = { verdict: "shape", shape: { kind: "first" }, reason: "Anna opened the door." };
    expect((await t.put("leader", path, first)).status).toBe(201);
    expect(await minors(deal)).toEqual([1_000, 0, 0]);
    expect((await creditOf(deal)).disputes[0].decision).toMatchObject({ shape: { kind: "first" } });
    expect(await mistakes()).toEqual([]);
    const told = await t.get("rep", `/timeline?of=${deal}`);
    const verbs = told.body.items.map((each: { verb: string }) => each.verb);
    expect(verbs).toEqual(
      expect.arrayContaining(["credit.disputed", "credit.decided", "credit.decision-taken-back"]),
    );
  });

  it("is decided by a leader where a manager raised it or whose deal it is, and is withdrawn while it is open", async () => {
    const own = await won(1_000, {}, "manager");
    const raised = await t.post("rep", `/deals/${own}/credit-disputes`, { reason: "Ben" });
    const stands = { verdict: "stands", reason: "The chain is right." };
    const path = `/credit-disputes/${raised.body.id}/decision`;
    expect((await t.put("manager", path, stands)).status).toBe(403);
    expect((await t.put("leader", path, stands)).status).toBe(201);
    expect(await creditOf(own)).toMatchObject({ rule: { version: 2 } });
    const of = await won(1_000);
    const mine = await t.post("manager", `/deals/${of}/credit-disputes`, { reason: "Ben" });
    const refused = await t.put("manager", `/credit-disputes/${mine.body.id}/decision`, stands);
    expect([refused.status, refused.body.detail]).toEqual([403, expect.stringContaining("a leader decides")]);
    expect((await t.del("southRep", `/credit-disputes/${mine.body.id}`)).status).toBe(403);
    expect((await t.del("manager", `/credit-disputes/${mine.body.id}`)).status).toBe(204);
    expect((await creditOf(of)).disputes).toEqual([]);
  });

  it("holds what was decided while the deal is as it was decided upon, and again once it is", async () => {
    const of = await won(1_000);
    const decide = async (said: object) => {
      const raised = await t.post("colleague", `/deals/${of}/credit-disputes`, { reason: "Ben" });
      const path = `/credit-disputes/${raised.body.id}/decision`;
      const decided = await t.put("manager", path, { reason: "He began it all.", ...said });
      expect(decided.status).toBe(201);
      return decided.body.decision.id as string;
    };
    const change = async (said: object) => {
      expect((await t.patch("rep", `/deals/${of}`, said)).status).toBe(200);
    };
    const amount = (minor: number) => change({ amount: { minor, currency: "EUR" } });
    /** The same before it is written down and after. */
    const stands = async (version: number | null, shared: number[], holds: boolean[]) => {
      for (const isWritten of [false, true]) {
        if (isWritten) await book();
        const { rule, credits, disputes } = await creditOf(of);
        expect([
          rule?.version ?? null,
          credits.map((each: { credited: { minor: number } }) => each.credited.minor),
          disputes.map((each: { holds: boolean }) => each.holds),
        ]).toEqual([version, shared, holds]);
      }
      expect(await mistakes()).toEqual([]);
    };
    /** What waits for the manager about this deal, and what was decided before. */
    const waits = async () =>
      (await t.get("manager", "/credit-disputes")).body.items
        .filter(({ dealId }: { dealId: string }) => dealId === of)
        .map((each: { id: string; decision: { id: string } | null }) => [each.id, each.decision?.id]);
    const { origin } = (await t.get("rep", `/deals/${of}`)).body;
    await decide({ verdict: "shape", shape: { kind: "first" } });
    await stands(null, [1_000, 0, 0], [true]);
    await amount(2_000);
    await stands(null, [2_000, 0, 0], [true]);
    await change({ referralId: null, personId: ben, origin: "referral" });
    await stands(2, [2_000], [false]);
    await change({ referralId: led, personId: null, origin });
    await stands(null, [2_000, 0, 0], [true]);
    const shares = [
      { personId: ben, minor: 1_500 },
      { personId: cleo, minor: 500 },
    ];
    const shared = await decide({ verdict: "shares", shares });
    await stands(null, [1_500, 500], [true, false]);
    expect(await waits()).toEqual([]);
    await amount(2_001);
    await stands(2, [0, 0, 2_001], [false, false]);
    expect(await waits()).toEqual([[(await creditOf(of)).disputes[0].id, shared]]);
    await amount(2_000);
    await stands(null, [1_500, 500], [true, false]);
    expect(await waits()).toEqual([]);
    const upheld = await decide({ verdict: "stands" });
    await amount(1_999);
    await stands(2, [0, 0, 1_999], [false, false, false]);
    await amount(2_000);
    await stands(null, [1_500, 500], [true, true, false]);
    expect((await t.del("manager", `/credit-decisions/${upheld}`)).status).toBe(204);
    const [{ id: open }] = (await creditOf(of)).disputes;
    expect((await t.del("manager", `/credit-disputes/${open}`)).status).toBe(204);
    expect((await t.del("manager", `/credit-decisions/${shared}`)).status).toBe(204);
    await stands(null, [2_000, 0, 0], [false, true]);
  });

  it("lets the rule stand, whatever was decided before and would be about the deal again", async () => {
    const of = await won(1_000);
    const decide = async (said: object) => {
      const raised = await t.post("colleague", `/deals/${of}/credit-disputes`, { reason: "Ben" });
      const path = `/credit-disputes/${raised.body.id}/decision`;
      expect((await t.put("manager", path, { reason: "So.", ...said })).status).toBe(201);
    };
    const amount = (minor: number) => t.patch("rep", `/deals/${of}`, { amount: { minor, currency: "EUR" } });
    await decide({ verdict: "shares", shares: [{ personId: dora, minor: 1_000 }] });
    await amount(2_000);
    await decide({ verdict: "stands" });
    for (const minor of [2_000, 1_000]) {
      await amount(minor);
      expect(await creditOf(of)).toMatchObject({
        rule: { version: 2 },
        disputes: [{ holds: true }, { holds: false }],
      });
    }
    expect(await mistakes()).toEqual([]);
  });

  it("goes up the chain by another rule, though shares were said one by one before", async () => {
    const of = await won(1_000);
    const decide = async (said: object) => {
      const raised = await t.post("colleague", `/deals/${of}/credit-disputes`, { reason: "Not so" });
      return t.put("manager", `/credit-disputes/${raised.body.id}/decision`, { reason: "So", ...said });
    };
    const alone = { verdict: "shares", shares: [{ personId: dora, minor: 1_000 }] };
    expect((await decide(alone)).status).toBe(201);
    const decided = await decide({ verdict: "shape", shape: { kind: "split", part: 1, of: 1 } });
    expect(decided.status).toBe(201);
    expect((await creditOf(of)).credits).toMatchObject([
      { sourceId: anna, credited: { minor: 333 } },
      { sourceId: ben, credited: { minor: 333 } },
      { sourceId: cleo, credited: { minor: 334 } },
    ]);
    expect((await t.del("manager", `/credit-decisions/${decided.body.decision.id}`)).status).toBe(204);
    expect((await creditOf(of)).credits).toMatchObject([{ sourceId: dora, credited: { minor: 1_000 } }]);
    expect(await mistakes()).toEqual([]);
  });

  it("has nothing to decide once the deal is open again", async () => {
    const of = await won(1_000);
    const raised = await t.post("colleague", `/deals/${of}/credit-disputes`, { reason: "Ben" });
    await t.del("rep", `/deals/${of}/outcome`);
    const stands = { verdict: "stands", reason: "The chain is right." };
    expect((await t.put("manager", `/credit-disputes/${raised.body.id}/decision`, stands)).status).toBe(409);
    expect(await mistakes()).toEqual([]);
  });
});

describe("the night", () => {
  it("can be asked for by day, once at a time, and leaves nothing to wait for", async () => {
    const deal = await won(1_000);
    const asked = await Promise.all([
      t.post("rep", "/credit-bookings", {}),
      t.post("colleague", "/credit-bookings", {}),
    ]);
    expect(asked.map(({ status }) => status)).toEqual([204, 204]);
    expect((await t.post("manager", "/credit-bookings", {})).status).toBe(204);
    expect((await t.as(null, "POST", "/credit-bookings")).status).toBe(401);
    expect((await creditOf(deal)).written).toBe(0);
    await t.house.worker.runDue();
    expect((await creditOf(deal)).written).toBe(3);
    expect((await t.post("stranger", "/credit-bookings", {})).status).toBe(204);
    expect(await mistakes()).toEqual([]);
  });

  it("goes on where it was killed between two steps and in the middle of one, and credits everybody once", async () => {
    const deals: string[] = [];
    for (let at = 0; at < 7; at++) deals.push(await won(1_000 + at));
    const job = creditJobOf(2);
    const run = (payload: { began: string; after?: BookedUpTo }, killed = false) =>
      t.test.database.write(t.cast.workspaceId, async (tx) => {
        await job.run({ tx, now: t.now, payload } as Parameters<typeof job.run>[0]);
        if (killed) throw new Error("killed");
      });
    const next = async () => {
      const { rows } = await t.test.database.read(t.cast.workspaceId, (tx) =>
        sql<{ payload: { began: string; after: BookedUpTo } }>`
          select payload from job where kind = 'credit-sources' and payload ? 'after' order by id desc limit 1`.execute(
          tx.tables(),
        ),
      );
      return rows[0]!.payload;
    };
    const before = await written();
    const began = { began: t.now.toISOString() };
    await run(began);
    expect(await written()).toBe(before + 6);
    await expect(run(await next(), true)).rejects.toThrow("killed");
    expect(await written()).toBe(before + 6);
    // The ticket is still there, and the next night begins before it is taken up.
    await run(began);
    await Promise.all([run(await next()), run(began)]);
    for (let at = 0; at < 4; at++) await run(began);
    await t.house.worker.runDue();
    expect(await written()).toBe(before + 21);
    for (const [at, deal] of deals.entries())
      expect((await minors(deal)).reduce((sum: number, minor: number) => sum + minor, 0)).toBe(1_000 + at);
    expect(await mistakes()).toEqual([]);
  });

  it("writes down what is won, and verify finds what is missing or should not stand", async () => {
    const { house } = houseOver(t.test.database, {
      clock: frozenClock(new Date("2026-11-21T09:00:00Z")),
    });
    const deal = await won(1_000);
    await house.worker.runDue();
    expect((await creditOf(deal)).written).toBe(3);
    expect(await mistakes()).toEqual([]);
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      sql`
        insert into credit (workspace_id, id, deal_id, line_id, round, place, source_id, count, minor, begun_minor, currency, member_id, day, why, at)
        select workspace_id, ${deal}::uuid, deal_id, line_id, 9, place, source_id, 1, 1, 0, currency, member_id, day, 'decided', at
          from credit where deal_id = ${deal} and place = 0`.execute(tx.tables()),
    );
    expect(await mistakes()).toEqual([
      expect.stringContaining(`the credits of the deal ${deal} come to 1001`),
    ]);
  });
});
