import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fillHouse, type Filled } from "#demo/fill-house.ts";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { FUNNEL_NAMES } from "./step-words.ts";

// It is Wednesday, 2026-11-18. The rep asked two people; one brought an introduction, who was met and became a client.
let t: TestHouse;
let filled: Filled;
beforeAll(async () => {
  t = await openTestHouse();
  filled = await fillHouse(t);
});
afterAll(() => t?.close());

type Counts = [number, number][];
async function counts(who: CastName, query = ""): Promise<Counts> {
  const { status, body } = await t.get(who, `/results/funnel?${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return [...Object.values(body.whole.steps), body.whole.level].map((each) => {
    const { came, tried } = each as { came: number; tried: number };
    return [came, tried];
  });
}

const list = async (isCame: boolean) =>
  (await t.get("leader", `/results/funnel/facts?of=introductions&came=${isCame}&limit=100`)).body.items;

describe("where the funnel leaks", () => {
  it("says the same to everybody: of the company, a team, a rep", async () => {
    const all = await counts("leader");
    for (const who of ["rep", "colleague", "manager", "southRep"] as const)
      expect(await counts(who)).toEqual(all);
    expect(all[0]![1]).toBeGreaterThan(0);
    expect(await counts("colleague", `member=${t.cast.rep}`)).toEqual(all);
    expect(await counts("rep", `team=${t.cast.teams.north}`)).toEqual(all);
    expect((await counts("rep", `team=${t.cast.teams.south}`))[0]).toEqual([0, 0]);
    expect((await counts("stranger"))[0]).toEqual([0, 0]);
  });

  it("is too early with a handful, and counts each of them", async () => {
    const { body } = await t.get("leader", "/results/funnel");
    expect(body.whose).toMatchObject({ kind: "company", name: "Nordlicht Systeme" });
    expect(body.whole.steps.introductions.rate).toMatchObject({ kind: "too-early" });
    expect(body.compared).toHaveLength(3);
    expect(body.compared.every(({ difference }: { difference: unknown }) => difference === null)).toBe(true);
    expect(body.leak).toBeNull();
    expect(body.cohorts.every(({ kind }: { kind: string }) => kind === "quarter")).toBe(true);
    expect(body.before.to < body.whole.from).toBe(true);
  });

  it("counts a meeting on a level once it is known whom one met", async () => {
    const met = await t.get("leader", "/results/funnel/facts?of=deals&came=true");
    const [fact] = met.body.items;
    expect(fact).toMatchObject({ kind: "referral", memberName: "Mia Sommer" });
    expect((await counts("leader"))[3]).toEqual([0, 0]);
    const { contactId } = (await t.get("rep", `/referrals/${fact.id}`)).body;
    await t.put("rep", `/people/${contactId}/role`, { role: "champion", since: "2026-11-17" });
    expect((await counts("leader"))[3]).toEqual([0, 1]);
    await t.put("rep", `/people/${contactId}/role`, { role: "economic-buyer", since: "2026-11-18" });
    expect((await counts("leader"))[3]).toEqual([1, 1]);
    const those = await t.get("leader", "/results/funnel/facts?of=level&came=true");
    expect(those.body.items).toMatchObject([{ id: fact.id }]);
  });

  it("lists an introduction once that was met three times on one day", async () => {
    const { deal } = filled;
    const { referralId, personId } = (await t.get("rep", `/deals/${deal}`)).body;
    const met = { personId, referralId, scheduledOn: "2026-11-17", day: "2026-11-17" };
    for (let times = 0; times < 2; times += 1) {
      const made = await t.post("rep", "/meetings", met);
      expect(made.status, JSON.stringify(made.body)).toBe(201);
      await t.put("rep", `/meetings/${made.body.id}/outcome`, { outcome: "held" });
    }
    for (const query of ["came=true&of=deals", "came=true&of=meetings"]) {
      const { items } = (await t.get("leader", `/results/funnel/facts?${query}`)).body;
      expect(items).toMatchObject([{ id: referralId }]);
    }
  });

  it("lists as many as it counts where somebody was met before the asks of these weeks", async () => {
    const made = async (path: string, body: object): Promise<string> => {
      const answer = await t.post("rep", path, body);
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body.id;
    };
    const sourceId = await made("/people", { fullName: "Frieda Früher" });
    const contactId = await made("/people", { fullName: "Lars Längst" });
    const askId = await made("/asks", {
      sourceId,
      channel: "call",
      outcome: "named-someone",
      day: "2026-11-17",
    });
    const referralId = await made("/referrals", { sourceId, askId, contactId, level: 3, day: "2026-11-17" });
    const met = { personId: contactId, referralId, scheduledOn: "2026-11-14", day: "2026-11-14" };
    const meeting = await made("/meetings", met);
    await t.put("rep", `/meetings/${meeting}/outcome`, { outcome: "held" });
    await t.put("rep", `/people/${contactId}/role`, { role: "economic-buyer", since: "2026-11-14" });
    const days = "from=2026-11-16&to=2026-11-18";
    expect((await t.get("rep", `/results/funnel?${days}`)).body.before.from < met.day).toBe(true);
    for (const whose of ["", `member=${t.cast.rep}`, `team=${t.cast.teams.north}`]) {
      const [, ...counted] = await counts("leader", `${whose}&${days}`);
      const listed = async (of: string, came: boolean) =>
        (await t.get("leader", `/results/funnel/facts?of=${of}&came=${came}&${whose}&${days}`)).body.items
          .length;
      for (const [n, of] of ["meetings", "deals", "level"].entries())
        expect([of, await listed(of, true), await listed(of, false)], whose).toEqual([
          of,
          counted[n]![0],
          counted[n]![1] - counted[n]![0],
        ]);
      expect(counted[0]).toEqual([2, 2]);
    }
    for (const path of [`/meetings/${meeting}`, `/referrals/${referralId}`, `/asks/${askId}`])
      expect((await t.del("rep", path)).status, path).toBe(204);
  });

  it("opens every number to its facts, a page at a time", async () => {
    const [[came, tried]] = (await counts("leader")) as [[number, number], ...Counts];
    expect(await list(true)).toHaveLength(came);
    expect(await list(false)).toHaveLength(tried - came);
    const all: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const query = `of=introductions&came=false&limit=1${cursor && `&cursor=${cursor}`}`;
      const page = await t.get("leader", `/results/funnel/facts?${query}`);
      all.push(...page.body.items.map(({ id }: { id: string }) => id));
      cursor = page.body.nextCursor;
    }
    expect(new Set(all).size).toBe(tried - came);
  });

  it("is saved as a file with all of it", async () => {
    const csv = await t.get("rep", "/results/funnel.csv");
    expect(csv.headers.get("content-type")).toContain("text/csv");
    expect(csv.body).toContain(FUNNEL_NAMES.introductions);
    expect(csv.body).toContain("too early");
    const book = await t.get("rep", "/results/funnel.xlsx");
    expect(book.headers.get("content-disposition")).toContain("where-it-leaks.xlsx");
  });

  it("refuses what cannot be, in words, and keeps others' ids to themselves", async () => {
    const { rep, teams } = t.cast;
    const refused = async (who: CastName, query: string) => {
      const { status, body } = await t.get(who, `/results/funnel?${query}`);
      return [status, body.field ?? null];
    };
    expect(await refused("rep", `member=${rep}&team=${teams.north}`)).toEqual([422, "team"]);
    expect(await refused("rep", "from=2026-11-18&to=2026-11-01")).toEqual([422, "to"]);
    expect((await refused("rep", "from=soon"))[0]).toBe(422);
    expect(await refused("stranger", `member=${rep}`)).toEqual([404, null]);
    expect(await refused("stranger", `team=${teams.north}`)).toEqual([404, null]);
    expect((await t.get("rep", "/results/funnel/facts?of=magic")).status).toBe(422);
    expect((await t.get("stranger", "/results/funnel/facts?of=introductions")).body.items).toEqual([]);
    expect(filled).toBeDefined();
  });
});
