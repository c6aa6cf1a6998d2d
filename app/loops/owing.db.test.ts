import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { DutyView } from "./duty-view.ts";
import { isOwed, SAID_KINDS, type SaidKind } from "./duty.ts";
import { introductionsThatOwe } from "./introduction-reader.ts";

let h: TestHouse;
beforeAll(async () => {
  h = await openTestHouse();
});
afterAll(() => h.close());

const TO_THE_SOURCE = SAID_KINDS.filter((kind) => kind !== "thank-chain");

describe("introductions that are looked at for what is owed", () => {
  it("are those that owe anything, whatever was said of them, and few besides", async () => {
    const sara = await person("Sara Oben");
    const [plain, introduced] = [await person("Anna Albers"), await person("Ines Unten")];
    await made("/referrals", { sourceId: sara, contactId: introduced, level: 1, day: "2026-10-01" });
    const all: string[] = [];
    let nth = 0;
    for (const sourceId of [plain, introduced])
      for (const state of ["introduced", "responded", "lost", "won"])
        for (const kinds of subsetsOf(TO_THE_SOURCE)) {
          if (kinds.some((kind) => kind.endsWith("-close")) && state !== "lost" && state !== "won") continue;
          nth += 1;
          const contactId = await person(`Neu ${nth}`);
          const id = await made("/referrals", { sourceId, contactId, level: 2 });
          all.push(id);
          if (state !== "introduced") await h.put("rep", `/referrals/${id}/state`, { state: "responded" });
          const done = (some: readonly SaidKind[]) => settle(id, sourceId, some);
          await done(kinds.filter((kind) => !kind.endsWith("-close")));
          if (state === "lost" || state === "won") await h.put("rep", `/referrals/${id}/state`, { state });
          await done(kinds.filter((kind) => kind.endsWith("-close")));
        }
    const owing: string[] = [];
    for (const id of all) if ((await dutiesOf(`referral=${id}`)).some(isOwed)) owing.push(id);
    const listed = new Set((await dutiesOf(`responsible=${h.cast.rep}`)).map(({ referralId }) => referralId));
    expect(all.filter((id) => listed.has(id))).toEqual(owing);
    const looked = await candidates();
    expect(owing.filter((id) => !looked.has(id))).toEqual([]);
    expect([...looked].filter((id) => all.includes(id) && !owing.includes(id))).toEqual([]);
    expect(owing.length).toBeGreaterThan(40);
    expect(all.length - owing.length).toBeGreaterThanOrEqual(8);
  });

  it("asks again when somebody who was thanked is told apart from whom they were taken for", async () => {
    const [kept, merged] = [await person("Otto Ohm"), await person("Otto Ohm jun.")];
    const contactId = await person("Pia Pohl");
    const id = await made("/referrals", { sourceId: merged, contactId, level: 2 });
    await h.put("rep", `/referrals/${id}/state`, { state: "responded" });
    const merge = await made("/merges", { kind: "person", keptId: kept, mergedId: merged });
    await settle(id, kept, ["thank", "report"]);
    expect((await candidates()).has(id)).toBe(false);
    expect((await h.del("rep", `/merges/${merge}`)).status).toBe(204);
    const mine = await dutiesOf(`responsible=${h.cast.rep}`);
    const again = mine.filter(({ referralId }) => referralId === id).map(({ kind }) => kind);
    expect(again.toSorted()).toEqual(["report", "thank"]);
  });

  it("are all of them, however many there are, and what is new is not hidden behind what is old", async () => {
    const old = 2_100;
    const [sourceId, contactId] = [await person("Vera Viel"), await person("Willi Viel")];
    await h.test.database.write(h.cast.workspaceId, async (tx) => {
      await sql`
        insert into referral (workspace_id, id, member_id, source_id, contact_id, level, day, counts_from, state, state_day, created_at)
        select ${h.cast.workspaceId}::uuid, ('01920002-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, ${h.cast.southRep}::uuid,
               ${sourceId}::uuid, ${contactId}::uuid, 1, date '2024-01-01' + n % 700, date '2024-01-01' + n % 700, 'introduced',
               date '2024-01-01' + n % 700, now()
          from generate_series(1, ${sql.lit(old)}::int) as n`.execute(tx.tables());
    });
    const last = await made(
      "/referrals",
      { sourceId, contactId: await person("Xaver Neu"), level: 1 },
      "southRep",
    );
    const since = (await h.get("leader", "/clocks")).body.since;
    const mine = await dutiesOf(`responsible=${h.cast.southRep}`);
    expect(new Set(mine.map(({ referralId }) => referralId))).toEqual(new Set([last]));
    await h.patch("leader", "/clocks", { since: "2024-01-01" });
    const more = new Set(
      (await dutiesOf(`responsible=${h.cast.southRep}`)).map(({ referralId }) => referralId),
    );
    expect(more.size).toBe(old + 1);
    expect(more.has(last)).toBe(true);

    const whose = `member=${h.cast.southRep}`;
    const { items } = (await h.get("leader", `/loop-measures?by=quarter&from=2024-01-01&${whose}`)).body;
    const counts = items.map(({ introductions }: { introductions: number }) => introductions);
    expect(counts.reduce((sum: number, each: number) => sum + each, 0)).toBe(old + 1);
    const { start, end } = items[2].period;
    let behind = 0;
    let cursor = "";
    do {
      const page = (
        await h.get("leader", `/loop-measures/facts?from=${start}&to=${end}&${whose}&limit=100${cursor}`)
      ).body;
      behind += page.items.length;
      expect(page.items.every(({ day }: { day: string }) => start <= day && day <= end)).toBe(true);
      cursor = page.nextCursor === null ? "" : `&cursor=${page.nextCursor}`;
    } while (cursor !== "");
    expect(behind).toBe(counts[2]);
    await h.patch("leader", "/clocks", { since });
  });
});

function subsetsOf<T>(all: readonly T[]): T[][] {
  return all.reduce<T[][]>((some, each) => [...some, ...some.map((set) => [...set, each])], [[]]);
}

async function candidates(): Promise<Set<string>> {
  const filter = { memberIds: [h.cast.rep], owing: true };
  const rows = await h.test.database.read(h.cast.workspaceId, (tx) => introductionsThatOwe(tx, filter));
  return new Set(rows.map(({ referralId }) => referralId));
}

async function dutiesOf(query: string): Promise<DutyView[]> {
  const answer = await h.get("leader", `/duties?${query}`);
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.items;
}

/** As many of them as there are: what is not owed cannot be said. */
async function settle(id: string, sourceId: string, kinds: readonly SaidKind[]): Promise<void> {
  const there = new Set((await dutiesOf(`referral=${id}`)).map(({ kind }) => kind));
  const duties = kinds.filter((kind) => there.has(kind)).map((kind) => `${id}.${kind}.${sourceId}`);
  if (duties.length > 0) await made("/settlements", { duties, how: "call" });
}

async function person(fullName: string): Promise<string> {
  return made("/people", { fullName });
}

async function made(path: string, body: object, who: "rep" | "southRep" = "rep"): Promise<string> {
  const answer = await h.post(who, path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}
