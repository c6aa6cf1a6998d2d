import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { ChainPictureView } from "./chain-view.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

describe("the chain", () => {
  it("leads to somebody, grows from them, and says what was won", async () => {
    const [ada, ben, cleo, dan, eve] = await people("Ada Alt", "Ben Bär", "Cleo Clos", "Dan Dorn", "Eve Erb");
    await introduced(ada, ben, 3, "2024-03-04");
    await introduced(ada, eve, 1, "2024-03-05");
    const late = await introduced(ben, cleo, 4, "2025-05-06");
    await introduced(cleo, dan, 0, "2026-02-02");
    await won(cleo, late, 1_200_000);
    await won(cleo, null, 300_000);
    const { body, status } = await t.get("rep", `/chains?person=${ben}`);
    expect(status).toBe(200);
    expect(told(body)).toEqual(["Ada Alt 3 Ben Bär", "Ben Bär 4 Cleo Clos", "Cleo Clos 0 Dan Dorn"]);
    expect(body.personId).toBe(ben);
    expect(body.introductions[1]).toMatchObject({ memberName: "Mia Sommer", state: "won", asked: false });
    const deals = dealsOf(body, cleo);
    expect(deals).toEqual({ won: 2, open: 0, lost: 0, value: [{ minor: 1_500_000, currency: "EUR" }] });
    expect(dealsOf(body, ben)).toEqual({ won: 0, open: 0, lost: 0, value: [] });
    // From the first source everybody is seen.
    expect(told((await t.get("rep", `/chains?person=${ada}`)).body)).toHaveLength(4);
  });

  it("is that of whoever was introduced, or of the deal's introduction, or of the deal's person", async () => {
    const [ina, jan, kim] = await people("Ina Ihl", "Jan Jost", "Kim Kolb");
    const first = await introduced(ina, jan, 2, "2025-01-06");
    const second = await introduced(kim, jan, 5, "2025-02-03");
    // By himself he stands below Ina, who was first; by Kim's introduction below Kim.
    expect(told((await t.get("rep", `/chains?person=${jan}`)).body)).toEqual(["Ina Ihl 2 Jan Jost"]);
    expect(told((await t.get("rep", `/chains?referral=${second}`)).body)).toEqual(["Kim Kolb 5 Jan Jost"]);
    expect(told((await t.get("rep", `/chains?referral=${first}`)).body)).toEqual(["Ina Ihl 2 Jan Jost"]);
    const deal = await won(jan, second, 100);
    expect(told((await t.get("rep", `/chains?deal=${deal}`)).body)).toEqual(["Kim Kolb 5 Jan Jost"]);
    const other = await won(jan, null, 100);
    expect(told((await t.get("rep", `/chains?deal=${other}`)).body)).toEqual(["Ina Ihl 2 Jan Jost"]);
    const alone = await won(null, null, 100);
    expect((await t.get("rep", `/chains?deal=${alone}`)).body).toEqual({
      personId: null,
      people: [],
      introductions: [],
      more: 0,
    });
    // Nobody stands in it twice: Kim introduced Jan too, and he grew from Ina.
    expect(told((await t.get("rep", `/chains?person=${kim}`)).body)).toEqual([]);
  });

  it("is seen by every colleague and by no stranger, and wants to know whose it is", async () => {
    const [lea, max] = await people("Lea Lutz", "Max Moll");
    const id = await introduced(lea, max, 1, "2025-01-06");
    const deal = await won(max, id, 100);
    for (const path of [`/chains?person=${lea}`, `/chains?referral=${id}`, `/chains?deal=${deal}`]) {
      const seen = (await t.get("rep", path)).body;
      expect(seen.people).toHaveLength(2);
      expect((await t.get("southRep", path)).body).toEqual(seen);
      expect((await t.get("stranger", path)).status).toBe(404);
      expect((await t.as(null, "GET", path)).status).toBe(401);
    }
    expect((await t.get("rep", "/chains")).status).toBe(422);
    expect((await t.get("rep", `/chains?person=${lea}&deal=${deal}`)).status).toBe(422);
    expect((await t.get("rep", "/chains?person=seven")).status).toBe(422);
  });
});

describe("a loop", () => {
  it("cannot arise: not by being introduced back, not by a merge, not by undoing it", async () => {
    const [pia, quin, rob, sam] = await people("Pia Pohl", "Quin Quast", "Rob Rast", "Sam Sohn");
    await introduced(pia, quin, 2, "2025-01-06");
    const second = await introduced(quin, rob, 2, "2025-02-03");
    await introduced(rob, sam, 2, "2025-03-03");
    await introduced(sam, pia, 2, "2025-04-07");
    const line = ["Pia Pohl 2 Quin Quast", "Quin Quast 2 Rob Rast", "Rob Rast 2 Sam Sohn"];
    expect(told(await whole(sam))).toEqual(line);
    expect(told(await whole(quin))).toEqual(line);
    // Pia and Quin are one: nobody introduced themselves.
    const merged = await t.post("manager", "/merges", { kind: "person", keptId: pia, mergedId: quin });
    expect(merged.status).toBe(201);
    expect(told(await whole(sam))).toEqual(["Pia Pohl 2 Rob Rast", "Rob Rast 2 Sam Sohn"]);
    expect(told(await whole(quin))).toEqual(told(await whole(pia)));
    await t.del("manager", `/referrals/${second}`);
    await whole(pia);
    await whole(sam);
    expect((await t.del("manager", `/merges/${merged.body.id}`)).status).toBe(204);
    for (const id of [pia, quin, rob, sam]) await whole(id);
    expect(told(await whole(quin))).toEqual(["Pia Pohl 2 Quin Quast"]);
    expect(told(await whole(pia))).toEqual([
      "Rob Rast 2 Sam Sohn",
      "Sam Sohn 2 Pia Pohl",
      "Pia Pohl 2 Quin Quast",
    ]);
  });

  it("cannot arise, however people are introduced, merged, parted and taken back", async () => {
    const step = fc.oneof(
      { weight: 5, arbitrary: fc.tuple(fc.constant("introduce"), fc.nat(6), fc.nat(6), fc.nat(300)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant("merge"), fc.nat(6), fc.nat(6), fc.nat(5)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant("part"), fc.nat(6), fc.nat(6), fc.nat(5)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant("take-back"), fc.nat(20), fc.nat(6), fc.nat(5)) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
        const who = await people("U A", "U B", "U C", "U D", "U E", "U F", "U G");
        const referrals: string[] = [];
        const merges: string[] = [];
        for (const [what, a, b, back] of steps) {
          const day = new Date(Date.UTC(2026, 0, 1 + back)).toISOString().slice(0, 10);
          if (what === "introduce") {
            const said = { sourceId: who[a], contactId: who[b], level: back % 6, day };
            const { body, status } = await t.post("rep", "/referrals", said);
            if (status === 201) referrals.push(body.id);
          } else if (what === "merge") {
            const said = { kind: "person", keptId: who[a], mergedId: who[b] };
            const { body, status } = await t.post("leader", "/merges", said);
            if (status === 201) merges.push(body.id);
          } else if (what === "part") await t.del("leader", `/merges/${merges[back % merges.length]}`);
          else await t.del("leader", `/referrals/${referrals[a % referrals.length]}`);
        }
        for (const id of who) expect((await whole(id)).people.length).toBeGreaterThan(0);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});

/** Somebody's chain, after a look that it is one tree: everybody once, everybody but the first below somebody, no way round. */
async function whole(id: string): Promise<ChainPictureView> {
  const { body, status } = (await t.get("rep", `/chains?person=${id}`)) as {
    body: ChainPictureView;
    status: number;
  };
  expect(status).toBe(200);
  const below = new Map(body.introductions.map((each) => [each.contactId, each.sourceId]));
  expect(below.size).toBe(body.introductions.length);
  expect(body.people.length).toBe(body.introductions.length + 1);
  const roots = new Set<string>();
  for (const { personId } of body.people) {
    let at = personId;
    for (let steps = 0; below.has(at); steps += 1) {
      expect(steps).toBeLessThan(body.people.length);
      at = below.get(at) as string;
    }
    roots.add(at);
  }
  expect(roots.size).toBe(1);
  return body;
}

function told({ people: all, introductions }: ChainPictureView): string[] {
  const names = new Map(all.map(({ personId, name }) => [personId, name]));
  return introductions.map(
    (each) => `${names.get(each.sourceId)} ${each.level} ${names.get(each.contactId)}`,
  );
}

function dealsOf(picture: ChainPictureView, id: string) {
  return picture.people.find(({ personId }) => personId === id)?.deals;
}

async function people<const N extends string[]>(...names: N): Promise<{ [At in keyof N]: string }> {
  const ids: string[] = [];
  for (const fullName of names) ids.push((await t.post("rep", "/people", { fullName })).body.id);
  return ids as { [At in keyof N]: string };
}

async function introduced(sourceId: string, contactId: string, level: number, day: string): Promise<string> {
  const { body, status } = await t.post("rep", "/referrals", { sourceId, contactId, level, day });
  expect(status).toBe(201);
  return body.id;
}

async function won(personId: string | null, referralId: string | null, minor: number): Promise<string> {
  const { body, status } = await t.post("rep", "/deals", {
    name: "A deal",
    accountName: "Käufer AG",
    personId,
    referralId,
    origin: "referral",
    amount: { minor, currency: "EUR" },
    openedOn: "2026-03-02",
  });
  expect(status).toBe(201);
  await t.put("rep", `/deals/${body.id}/outcome`, { outcome: "won", day: "2026-04-01" });
  return body.id;
}
