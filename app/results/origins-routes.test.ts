import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
  await tell();
});
afterAll(() => t?.close());

const ok = async (who: CastName, method: string, path: string, body?: unknown) => {
  const answer = await t.as(who, method, path, body);
  if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Ten deals won by an introduction that was asked for, 14 lost; inbound 20 won of 40: nearly all by Mia. */
async function tell(): Promise<void> {
  const account = (await ok("rep", "POST", "/accounts", { name: "Weser Pumpen AG", employees: 80 })).id;
  const source = (await ok("rep", "POST", "/people", { fullName: "Fenja Ahlers" })).id;
  const asked = { sourceId: source, channel: "call", moment: "anytime", happened: true, day: "2026-09-01" };
  const ask = (await ok("rep", "POST", "/asks", asked)).id;
  const came = await ok("rep", "POST", "/referrals", {
    sourceId: source,
    askId: ask,
    contact: { fullName: "Jan Vogt", accountId: account },
    level: 3,
    day: "2026-09-02",
  });
  const deal = async (who: CastName, won: boolean, minor: number, said: object) => {
    const { id } = await ok(who, "POST", "/deals", {
      name: "Pumps",
      accountId: account,
      openedOn: "2026-09-10",
      amount: { minor, currency: "EUR" },
      ...said,
    });
    const outcome = won ? "won" : "lost";
    await ok(who, "PUT", `/deals/${id}/outcome`, { outcome, day: `2026-10-${10 + (minor % 10)}` });
  };
  for (let at = 0; at < 24; at++) await deal("rep", at < 10, 100_000 + at, { referralId: came.id });
  for (let at = 0; at < 40; at++) await deal("rep", at < 20, 50_000 + at, { origin: "inbound" });
  await deal("southRep", true, 999_900, { origin: "inbound" });
  await ok("colleague", "POST", "/meetings", {
    personId: source,
    day: "2026-11-03",
    scheduledOn: "2026-11-02",
    outcome: "held",
  });
}

describe("where business comes from", () => {
  it("is everybody's to read, of a member, of a team and of the company", async () => {
    for (const who of ["rep", "colleague", "manager", "southRep", "leader"] as const) {
      const { status, body } = await t.get(who, "/results/origins");
      expect(status).toBe(200);
      expect(body.all.won.count).toBe(31);
      expect(body.items.map(({ origin }: { origin: string }) => origin)).toEqual([
        "referral-asked",
        "inbound",
        "not-said",
      ]);
    }
    const [asked, inbound, unsaid] = (await t.get("rep", "/results/origins")).body.items;
    expect(asked).toMatchObject({
      won: { count: 10, share: { kind: "rate", n: 31 } },
      lost: 14,
      revenue: [{ minor: 1_000_045, currency: "EUR" }],
      winRate: { kind: "rate", n: 24, value: 10 / 24 },
      timeToClose: { kind: "median", n: 24, closed: 24, value: 33.5 },
      sizes: [{ currency: "EUR", kind: "too-early", n: 10 }],
    });
    expect(inbound).toMatchObject({
      winRate: { n: 41 },
      sizes: [{ kind: "median", n: 21, value: 50_010 }],
    });
    expect(unsaid).toMatchObject({
      meetingsHeld: { count: 1, share: { kind: "too-early", n: 1 } },
      won: { count: 0 },
    });
    const wonBy = async (query: string) =>
      (await t.get("manager", `/results/origins?${query}`)).body.all.won.count;
    expect(await wonBy(`member=${t.cast.southRep}`)).toBe(1);
    expect(await wonBy(`team=${t.cast.teams.north}`)).toBe(30);
    expect(await wonBy("from=2026-11-01")).toBe(0);
  });

  it("says what to do about what cannot be asked", async () => {
    const both = `member=${t.cast.rep}&team=${t.cast.teams.north}`;
    for (const [query, field] of [
      [both, "team"],
      ["from=2026-11-01&to=2026-10-01", "to"],
      ["from=yesterday", "from"],
    ])
      expect(await t.get("rep", `/results/origins?${query}`)).toMatchObject({
        status: 422,
        body: { field },
      });
    for (const [query, field] of [
      ["what=lost-and-found", "what"],
      ["what=won&origins=inbound,hearsay", "origins.1"],
      ["what=won&cursor=nonsense", "cursor"],
      ["", "what"],
      ["what=won&currency=eu", "currency"],
    ])
      expect(await t.get("rep", `/results/origins/facts?${query}`)).toMatchObject({
        status: 422,
        body: { field },
      });
    for (const query of ["first=referral&second=referral-asked", "first=others&second=others"])
      expect(await t.get("rep", `/results/comparison?${query}`)).toMatchObject({
        status: 422,
        body: { field: "second", detail: expect.stringContaining("choose two that have none in common") },
      });
  });

  it("is another workspace's own", async () => {
    const theirs = (await t.get("stranger", "/results/origins")).body;
    expect([theirs.items, theirs.all.won.count]).toEqual([[], 0]);
    expect((await t.get("stranger", "/results/origins/facts?what=won")).body.items).toEqual([]);
    expect((await t.get("stranger", "/results/comparison")).body.winRate.first.n).toBe(0);
    for (const path of ["origins", "comparison", "origins.csv", "comparison.xlsx"])
      for (const whose of [`member=${t.cast.rep}`, `team=${t.cast.teams.north}`])
        expect((await t.get("stranger", `/results/${path}?${whose}`)).status).toBe(404);
    expect((await t.as(null, "GET", "/results/origins")).status).toBe(401);
  });

  it("opens to its facts", async () => {
    const { body } = await t.get("colleague", "/results/origins/facts?what=won&origins=inbound&limit=1");
    expect(body.items).toMatchObject([
      {
        kind: "deal",
        day: "2026-10-19",
        origin: "inbound",
        name: "Pumps",
        accountName: "Weser Pumpen AG",
        outcome: "won",
        amount: { currency: "EUR" },
      },
    ]);
    expect(body.nextCursor).not.toBeNull();
    const met = await t.get("colleague", "/results/origins/facts?what=meetings-held");
    expect(met.body.items).toMatchObject([
      { kind: "meeting", name: "Fenja Ahlers", origin: "not-said", accountName: null, amount: null },
    ]);
  });
});

describe("introductions against the rest", () => {
  it("tells how often they win, how long they take and how large they are", async () => {
    const { body } = await t.get("rep", "/results/comparison");
    expect(body).toMatchObject({
      first: "referral",
      second: "others",
      winRate: {
        first: { n: 24 },
        second: { n: 41 },
        compared: { kind: "compared", plain: { value: 10 / 24 - 21 / 41 }, unlike: [], within: null },
      },
      timeToClose: { first: { value: 33.5 }, later: { value: -0.5 }, within: null },
      sizes: [{ currency: "EUR", first: { kind: "too-early", n: 10 }, larger: null }],
    });
    const cold = await t.get("rep", "/results/comparison?first=cold-call&second=inbound");
    expect(cold.body.winRate).toMatchObject({
      first: { kind: "too-early", n: 0 },
      compared: { kind: "too-early", first: 0, second: 41 },
    });
  });
});

const lines = async (path: string) => {
  const { status, body, headers } = await t.get("rep", path);
  expect([status, headers.get("content-disposition")]).toEqual([200, expect.stringContaining("attachment")]);
  const [head = [], ...rest] = parse(String(body), { bom: true });
  return { head, rest };
};

describe("as a file", () => {
  it("holds the same numbers as the page", async () => {
    const { head, rest } = await lines("/results/origins.csv");
    expect(rest).toHaveLength(5);
    const cell = (line: number, name: string) => rest[line]?.[head.indexOf(name)];
    expect([cell(0, "deals won"), cell(0, "deals lost"), cell(0, "days to close, median")]).toEqual([
      "10",
      "14",
      "33.5",
    ]);
    expect([cell(0, "share of deals open"), cell(0, "share of open, EUR")]).toEqual([
      "too early",
      "too early",
    ]);
    expect([cell(0, "won, EUR"), cell(1, "size, median, EUR")]).toEqual(["10000.45", "500.10"]);
    const comparison = await lines("/results/comparison.csv?first=referral-asked&second=inbound");
    expect(comparison.rest.map((line) => line.length)).toEqual(
      Array(comparison.rest.length).fill(comparison.head.length),
    );
  });

  it("is a workbook as well", async () => {
    for (const path of ["/results/origins.xlsx", "/results/comparison.xlsx"]) {
      const { status, headers } = await t.get("leader", path);
      expect([status, headers.get("content-type")]).toEqual([200, expect.stringContaining("spreadsheetml")]);
    }
  });
});

describe("how large deals from introductions are", () => {
  it("is said of all of them as one group, where it is too early for each", async () => {
    for (let at = 0; at < 12; at++) {
      const minor = 100_000 + 50 * at;
      const said = { name: "Pumps", accountName: `Neu ${at}`, origin: "referral", openedOn: "2026-09-10" };
      const { id } = await ok("rep", "POST", "/deals", { ...said, amount: { minor, currency: "EUR" } });
      await ok("rep", "PUT", `/deals/${id}/outcome`, { outcome: "won", day: "2026-10-12" });
    }
    const { items, introductions, all } = (await t.get("rep", "/results/origins")).body;
    const sizeOf = (origin: string) => items.find((item: { origin: string }) => item.origin === origin).sizes;
    expect(sizeOf("referral-asked")).toEqual([{ currency: "EUR", kind: "too-early", n: 10 }]);
    expect(sizeOf("referral-unknown")).toEqual([{ currency: "EUR", kind: "too-early", n: 12 }]);
    // In order: 100000 to 100009, with 100000 a second time, then 100050 to 100550: the eleventh and the twelfth.
    expect(introductions.sizes).toMatchObject([{ currency: "EUR", kind: "median", n: 22, value: 100_030 }]);
    expect(all.sizes).toEqual([]);
    const { head, rest } = await lines("/results/origins.csv");
    const together = rest.find(([name]) => name === "All introductions");
    expect(together?.[head.indexOf("size, median, EUR")]).toBe("1000.30");
  });
});
