import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { bookCredits, sayBookedThrough } from "./book-credits-actions.ts";

// A year of introductions and deals by dice, told through the front door, with rules that change, deals that are taken back, people who turn
// out to be one before anything is written, and a night in the middle; then every figure of the sources counted again from bare rows, in plain loops that share
// nothing with the code under test. It is Wednesday, 2026-11-18.
const TODAY = "2026-11-18";
const START = "2025-11-24";
const REPS = ["rep", "colleague", "southRep"] as const;

/** Park and Miller's generator: the same story every time. */
let seed = 20261118;
const dice = (sides: number) => {
  seed = (seed * 48_271) % 2_147_483_647;
  return seed % sides;
};
const pick = <T>(some: readonly T[]): T => some[dice(some.length)] as T;

let t: TestHouse;
const ids: string[] = [];
const deals: string[] = [];

beforeAll(async () => {
  t = await openTestHouse();
  await tell();
}, 120_000);
afterAll(() => t?.close());

async function tell(): Promise<void> {
  let now = new Date(`${START}T10:00:00Z`);
  const { send } = houseOver(t.test.database, { clock: { now: () => now } });
  const ok = async (who: CastName, day: Day, method: string, path: string, body?: unknown) => {
    now = new Date(`${day}T10:00:00Z`);
    const key = { authorization: `Bearer ${t.cast.keys[who]}` };
    const answer = await send(method, path, body, key);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  for (let at = 0; at < 60; at++)
    ids.push((await ok("rep", START, "POST", "/people", { fullName: `Person ${at}` })).id);
  const introductions: { id: string; day: Day }[] = [];
  for (let at = 0; at < 70; at++) {
    const day = addDays(START, 4 * at);
    const [sourceId, contactId] = [pick(ids), pick(ids)];
    if (sourceId === contactId) continue;
    const made = await ok(pick(REPS), day, "POST", "/referrals", {
      sourceId,
      contactId,
      level: dice(6),
      day,
    });
    introductions.push({ id: made.id, day });
  }
  for (let at = 0; at < 60; at++) {
    const day = addDays(START, 30 + 5 * at);
    const known = introductions.filter((each) => each.day <= day);
    const who = pick(REPS);
    const from = dice(5) === 0 ? { personId: pick(ids.slice(5)) } : { referralId: pick(known).id };
    const amount = { minor: dice(1_000_000), currency: pick(["EUR", "EUR", "USD"]) };
    const made = await ok(who, day, "POST", "/deals", {
      name: `Deal ${at}`,
      accountName: "Käufer AG",
      origin: "referral",
      openedOn: day,
      ...from,
      ...(dice(8) > 0 && { amount }),
    });
    deals.push(made.id);
    const said = { outcome: dice(6) === 0 ? "lost" : "won", day };
    await ok(who, day, "PUT", `/deals/${made.id}/outcome`, said);
    if (dice(7) === 0)
      await ok(who, day, "PATCH", `/deals/${made.id}`, {
        amount: { minor: dice(1_000_000), currency: "EUR" },
      });
    if (dice(9) === 0 && said.outcome === "won") await ok(who, day, "DELETE", `/deals/${made.id}/outcome`);
    if (at === 20)
      await ok("leader", day, "POST", "/credit-rules", {
        kind: "split",
        part: 2,
        of: 3,
        reason: "Two thirds",
      });
    if (at === 10)
      await ok("rep", day, "POST", "/merges", { kind: "person", keptId: ids[3], mergedId: ids[4] });
    if (at === 40) await ok("leader", day, "POST", "/credit-rules", { kind: "first", reason: "The first" });
    if (at === 35)
      await t.test.database.write(t.cast.workspaceId, async (tx) => {
        const night = new Date(`${day}T20:00:00Z`);
        await bookCredits(tx, { now: night, member: null });
        await sayBookedThrough(tx, night);
      });
  }
}

interface Introduction {
  id: string;
  sourceId: string;
  contactId: string;
  day: string;
  level: number;
}
interface Line {
  id: string;
  at: Date;
  dealId: string;
  day: string;
  memberId: string;
  minor: number;
  currency: string | null;
  undoes: string | null;
}

/** The bare rows. */
async function rows() {
  return t.test.database.read(t.cast.workspaceId, async (tx) => {
    const all = async <T>(query: string): Promise<T[]> => (await sql.raw<T>(query).execute(tx.tables())).rows;
    return {
      kept: new Map(
        (
          await all<{ id: string; kept: string }>(`select id, coalesce(merged_into, id) as kept from person`)
        ).map(({ id, kept }) => [id, kept]),
      ),
      introductions: await all<Introduction>(
        `select id, source_id as "sourceId", contact_id as "contactId", day, level from referral where taken_back_at is null`,
      ),
      lines: await all<Line>(
        `select id, at, subject_id as "dealId", day, member_id as "memberId", minor, currency, undoes from journal
          where measure = 'deals-closed'`,
      ),
      deals: await all<{ id: string; referralId: string | null; personId: string | null }>(
        `select id, referral_id as "referralId", person_id as "personId" from deal`,
      ),
      rules: await all<{ number: number; at: Date }>(`select number, at from credit_rule order by number`),
    };
  });
}

it("counts what plain loops count, whoever is asked about and whenever, before and after it is written down", async () => {
  for (const round of ["worked out", "written"]) {
    const bare = await rows();
    for (const who of [null, "rep", "southRep"] as const)
      for (const [from, to] of [
        [START, TODAY],
        ["2026-03-02", "2026-06-14"],
      ] as const) {
        const whose = who === null ? "" : `&member=${t.cast[who]}`;
        const { body } = await t.get("leader", `/results/sources?limit=100&from=${from}&to=${to}${whose}`);
        const found = Object.fromEntries(
          body.items.map(
            (each: {
              sourceId: string;
              deals: number;
              people: number;
              begun: { minor: number; currency: string }[];
              credited: { minor: number; currency: string }[];
            }) => [
              each.sourceId,
              {
                deals: each.deals,
                people: each.people,
                begun: byCurrency(each.begun),
                credited: byCurrency(each.credited),
              },
            ],
          ),
        );
        const wanted = recount(bare, body.stretch, who === null ? null : t.cast[who]);
        expect([round, who, from, found]).toEqual([round, who, from, wanted]);
        expect(Object.keys(wanted).length).toBeGreaterThan(2);
        const ranks = body.items.map(({ deals: count }: { deals: number }) => count);
        expect(ranks).toEqual(ranks.toSorted((a: number, b: number) => b - a));
      }
    await t.test.database.write(t.cast.workspaceId, async (tx) => {
      for (let after; ;) {
        after = (await bookCredits(tx, { now: t.now, member: null }, after, 7)) ?? undefined;
        if (after === undefined) return sayBookedThrough(tx, t.now);
      }
    });
  }
});

it("has all of it on pages, and opens each source to its deals", async () => {
  const whole = (await t.get("rep", `/results/sources?limit=100&from=${START}`)).body.items;
  const paged: unknown[] = [];
  for (let cursor = ""; ;) {
    const { body } = await t.get(
      "rep",
      `/results/sources?limit=7&from=${START}${cursor && `&cursor=${cursor}`}`,
    );
    paged.push(...body.items);
    if (body.nextCursor === null) break;
    cursor = body.nextCursor;
  }
  expect(paged).toEqual(whole);
  for (const source of whole) {
    const seen: { dealId: string; begun: boolean; amount: { minor: number } | null }[] = [];
    for (let cursor = ""; ;) {
      const { body } = await t.get(
        "rep",
        `/results/sources/${source.sourceId}?limit=2&from=${START}${cursor && `&cursor=${cursor}`}`,
      );
      expect(body.source).toMatchObject({ name: source.name, begun: source.begun, people: source.people });
      seen.push(...body.items);
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    const begun = seen.filter((each) => each.begun);
    expect(begun).toHaveLength(source.deals);
    const path = `/results/sources/${source.sourceId}?which=begun&limit=100&from=${START}`;
    expect((await t.get("rep", path)).body.items).toEqual(begun);
    expect(new Set(seen.map(({ dealId }) => dealId)).size).toBe(seen.length);
    const all = source.begun.reduce((sum: number, { minor }: { minor: number }) => sum + minor, 0);
    expect(begun.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0)).toBe(all);
  }
  const csv = await t.get("rep", `/results/sources.csv?from=${START}`);
  expect(String(csv.body).trim().split("\n").length).toBeGreaterThan(whole.length);
  const hidden = (await t.get("rep", `/results/sources.csv?amounts=hidden&from=${START}`)).body;
  expect(hidden.trim().split("\r\n")).toEqual([
    "source,account,people who grew,deals begun",
    ...whole.map(
      (each: { name: string; people: number; deals: number }) => `${each.name},,${each.people},${each.deals}`,
    ),
  ]);
  const theirs = await t.get(
    "rep",
    `/results/sources/${whole[0].sourceId}/deals.csv?amounts=hidden&which=begun&from=${START}`,
  );
  expect(theirs.body.trim().split("\r\n")).toHaveLength(1 + whole[0].deals);
  expect(theirs.body.split("\r\n")[0]).toBe("won on,deal,account,rep,begun,sources in the chain");
  const xlsx = await t.get("rep", `/results/sources/${whole[0].sourceId}/deals.xlsx?from=${START}`);
  expect([xlsx.status, xlsx.headers.get("content-type")]).toEqual([200, expect.stringContaining("sheet")]);
  for (const [path, status] of [
    [`/results/sources/${whole[0].sourceId}`, 404],
    [`/results/sources?member=${t.cast.rep}`, 404],
    [`/results/sources/${whole[0].sourceId}/deals.csv`, 404],
  ] as const)
    expect([path, (await t.get("stranger", path)).status]).toEqual([path, status]);
  expect((await t.get("stranger", "/results/sources")).body).toMatchObject({ items: [], byReferral: 0 });
  const odd = await t.get("rep", "/results/sources?cursor=nonsense");
  expect([odd.status, odd.body.field]).toEqual([422, "cursor"]);
});

function byCurrency(amounts: readonly { minor: number; currency: string }[]) {
  return Object.fromEntries(amounts.map(({ minor, currency }) => [currency, minor]));
}

const before = (a: Introduction, b: Introduction) => (a.day === b.day ? a.id < b.id : a.day < b.day);

/** Of those the one that counts: better a real introduction than a name, then the first. */
const deciding = (some: readonly Introduction[]) => {
  let best: Introduction | null = null;
  for (const each of some) {
    const better =
      best === null ||
      (each.level > 0 && best.level === 0) ||
      (each.level > 0 === best.level > 0 && before(each, best));
    if (better) best = each;
  }
  return best;
};

function recount(
  bare: Awaited<ReturnType<typeof rows>>,
  stretch: { from: Day; to: Day },
  memberId: string | null,
) {
  const kept = (id: string) => bare.kept.get(id) ?? id;
  const all = bare.introductions.map((each) => ({
    ...each,
    sourceId: kept(each.sourceId),
    contactId: kept(each.contactId),
  }));
  const chainOf = (start: Introduction) => {
    const chain = start.sourceId === start.contactId ? [] : [start.sourceId];
    const met = new Set([start.contactId, start.sourceId]);
    let at = start;
    for (;;) {
      const up = deciding(
        all.filter(
          (each) =>
            each.contactId === at.sourceId &&
            each.sourceId !== each.contactId &&
            before(each, at) &&
            !met.has(each.sourceId),
        ),
      );
      if (up === null) return chain;
      chain.unshift(up.sourceId);
      met.add(up.sourceId);
      at = up;
    }
  };
  const found: Record<
    string,
    { deals: number; people: number; begun: Record<string, number>; credited: Record<string, number> }
  > = {};
  const undone = new Set(bare.lines.map(({ undoes }) => undoes));
  for (const line of bare.lines) {
    if (line.undoes !== null || undone.has(line.id)) continue;
    if (line.day < stretch.from || line.day > stretch.to) continue;
    if (memberId !== null && line.memberId !== memberId) continue;
    const deal = bare.deals.find(({ id }) => id === line.dealId)!;
    const start =
      deal.referralId === null
        ? deciding(
            all.filter((each) => each.contactId === kept(deal.personId!) && each.sourceId !== each.contactId),
          )
        : all.find(({ id }) => id === deal.referralId)!;
    const chain = start === null ? [] : chainOf(start);
    let version = 1;
    const wonAt = firstOfWin(line);
    for (const rule of bare.rules) if (rule.at <= wonAt) version = rule.number;
    const shares = sharesOf(line.minor, chain.length, version);
    for (const [at, sourceId] of chain.entries()) {
      const own = (found[sourceId] ??= { deals: 0, people: 0, begun: {}, credited: {} });
      if (at === 0) own.deals += 1;
      if (line.currency === null) continue;
      if (at === 0) own.begun[line.currency] = (own.begun[line.currency] ?? 0) + line.minor;
      own.credited[line.currency] = (own.credited[line.currency] ?? 0) + shares[at]!;
    }
  }
  for (const [id, own] of Object.entries(found)) own.people = grown(id);
  return found;

  /** When the deal was first written down as won on that day, or as what was corrected to it in one go. */
  function firstOfWin(line: Line): Date {
    for (const other of bare.lines) {
      if (other.dealId !== line.dealId || other.undoes !== null || other.at >= line.at) continue;
      const gone = bare.lines.find(({ undoes }) => undoes === other.id);
      if (other.day === line.day || (gone && +gone.at === +line.at)) return firstOfWin(other);
    }
    return line.at;
  }

  /** Everybody whose way to us leads through them, but those who led to them. */
  function grown(root: string): number {
    const led = deciding(all.filter((each) => each.contactId === root && each.sourceId !== root));
    const above = new Set([root, ...(led === null ? [] : chainOf(led))]);
    const waiting: { person: string; by: Introduction | null }[] = [{ person: root, by: null }];
    let count = 0;
    for (const { person, by } of waiting)
      for (const each of all) {
        if (each.sourceId !== person || each.contactId === person || above.has(each.contactId)) continue;
        if (by !== null && !before(by, each)) continue;
        const theirs = all.filter(
          ({ contactId, sourceId }) => contactId === each.contactId && sourceId !== contactId,
        );
        if (deciding(theirs)?.id !== each.id) continue;
        count += 1;
        waiting.push({ person: each.contactId, by: each });
      }
    return count;
  }
}

/** In floating point and by hand: amounts here are small enough for it. */
function sharesOf(minor: number, length: number, version: number): number[] {
  if (version === 3) return Array.from({ length }, (_, at) => (at === 0 ? minor : 0));
  const kept = version === 1 ? 1 / 2 : 2 / 3;
  const weights = Array.from({ length }, (_, at) => kept ** (length - 1 - at));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const exact = weights.map((weight) => (minor * weight) / all);
  const shares = exact.map((each) => Math.floor(each + 1e-7));
  const byRest = exact
    .map((each, at) => ({ at, rest: each - shares[at]! }))
    .toSorted((a, b) => (Math.abs(a.rest - b.rest) < 1e-6 ? b.at - a.at : b.rest - a.rest));
  let left = minor - shares.reduce((sum, each) => sum + each, 0);
  for (const { at } of byRest) {
    if (left === 0) break;
    shares[at]! += 1;
    left -= 1;
  }
  return shares;
}
