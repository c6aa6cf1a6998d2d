import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { insertMember } from "#team/workspace-store.ts";
import { actorOf } from "#team/door-actions.ts";
import { makeAsk } from "#asks/make-ask-actions.ts";
import { addPerson } from "#people/person-actions.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18. November, as the workspace counts it, began on Monday the 2nd: thirteen workdays up to today.
const TODAY = "2026-11-18";
let t: TestHouse;
const members: Record<string, string> = {};
beforeAll(async () => {
  t = await openTestHouse();
  for (const [name, workdays] of [
    ["Pia Part", [1, 2, 3]],
    ["Ada Away", null],
    ["Nora New", null],
  ] as const) {
    const id = newId(t.now);
    members[name] = id;
    await t.test.database.write(t.cast.workspaceId, (tx) =>
      insertMember(
        tx,
        {
          id,
          userId: null,
          name,
          email: `${id}@nordlicht.example`,
          role: "rep",
          teamId: t.cast.teams.north,
        },
        name === "Nora New" ? "2026-11-17" : "2025-07-01",
        name === "Nora New" ? new Date("2026-11-17T08:00:00Z") : new Date("2025-07-01T08:00:00Z"),
      ),
    );
    if (workdays === null) continue;
    const { send } = houseOver(t.test.database, { now: new Date("2025-07-01T09:00:00Z") });
    const headers = { authorization: `Bearer ${t.cast.keys.leader}` };
    await send("PATCH", `/members/${id}`, { workdays }, headers);
  }
  const away = { fromDay: "2026-11-02", toDay: "2026-11-08", memberId: members["Ada Away"] };
  await t.post("leader", "/absences", away);
});
afterAll(() => t?.close());

let nth = 0;
/** Somebody asked so many people on a day. */
const asks = (memberId: string, many: number, day: Day = TODAY) =>
  t.test.database.write(t.cast.workspaceId, async (tx) => {
    const leader = await actorOf(tx, t.cast.leader, t.now);
    for (let at = 0; at < many; at += 1) {
      nth += 1;
      const person = await addPerson(
        tx,
        leader,
        { fullName: `Somebody ${nth}` },
        { cameFrom: "demo", detail: "a test" },
      );
      await makeAsk(tx, leader, { sourceId: person.id, memberId, day, outcome: "no", happened: true });
    }
  });
const board = async (name: string, query = "") =>
  (await t.get("rep", `/boards/${name}?team=${t.cast.teams.north}${query}`)).body;

const days = (from: Day, many: number, step: number) =>
  Array.from({ length: many }, (_, at) => addDays(from, at * step));

describe("boards", () => {
  it("place by workdays there: part-time and absence cost nothing, who did the same shares a place, who is new waits", async () => {
    await asks(t.cast.rep, 13);
    await asks(members["Pia Part"] as string, 9);
    await asks(members["Ada Away"] as string, 8);
    await asks(t.cast.colleague, 2);
    await asks(members["Nora New"] as string, 4);
    const seen = await board("asks");
    expect(seen).toMatchObject({
      period: { kind: "month", start: "2026-11-02", end: "2026-11-29" },
      small: false,
    });
    const rows = seen.members.map((each: Record<string, unknown>) => [
      each["memberId"],
      each["count"],
      each["workdays"],
      each["perWeek"],
      each["place"],
    ]);
    // Eight on eight days there are as many as nine on nine and thirteen on thirteen.
    expect(rows).toEqual(
      expect.arrayContaining([
        [t.cast.rep, 13, 13, 5, 1],
        [members["Pia Part"], 9, 9, 5, 1],
        [members["Ada Away"], 8, 8, 5, 1],
        [t.cast.colleague, 2, 13, 10 / 13, null],
        [members["Nora New"], 4, 2, null, null],
      ]),
    );
    expect(rows).toHaveLength(5);
  });

  it("say the same as a recount of the journal, and open to as many facts", async () => {
    const seen = await board("asks");
    const recount = await t.test.database.read(t.cast.workspaceId, async (tx) => {
      const { sql } = await import("kysely");
      const { rows } = await sql<{ id: string; count: number }>`
        select l.member_id as id, count(distinct (l.once_key, date_trunc('week', l.day)))::int as count
          from journal l left join journal u on u.undoes = l.id
         where l.workspace_id = ${tx.workspaceId} and l.measure = 'people-asked' and l.undoes is null and u.id is null
           and l.day >= '2026-11-02' and l.day < '2026-11-30'
         group by l.member_id`.execute(tx.tables());
      return new Map(rows.map(({ id, count }) => [id, count]));
    });
    for (const { memberId, count } of seen.members) {
      expect(count).toBe(recount.get(memberId) ?? 0);
      const { items } = (await t.get("rep", `/boards/asks/facts?member=${memberId}`)).body;
      expect(items).toHaveLength(count);
    }
    const now = seen.past.at(-1);
    expect(now.count).toBe(
      seen.members.reduce((sum: number, { count }: { count: number }) => sum + count, 0),
    );
    expect(seen.past).toHaveLength(4);
  });

  it("place nobody in a team of fewer than four, and show its own past", async () => {
    const seen = (await t.get("southRep", `/boards/asks?team=${t.cast.teams.south}`)).body;
    expect(seen.small).toBe(true);
    expect(seen.members.every(({ place }: { place: unknown }) => place === null)).toBe(true);
    expect(seen.past).toHaveLength(4);
  });

  it("count a loop as closed once its source was told, and no more when that is taken back", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Lia Loop" })).body.id;
    const referral = (
      await t.post("rep", "/referrals", {
        sourceId: source,
        contact: { fullName: "Bo Loop" },
        level: 2,
      })
    ).body.id;
    const { items } = (await t.get("rep", `/duties?referral=${referral}`)).body;
    const report = items.find(({ kind }: { kind: string }) => kind === "report");
    const mine = async () =>
      (await board("loops-closed")).members.find(
        ({ memberId }: { memberId: string }) => memberId === t.cast.rep,
      ).count;
    expect(await mine()).toBe(0);
    expect((await t.post("rep", "/settlements", { duties: [report.id], how: "call" })).status).toBe(201);
    expect(await mine()).toBe(1);
    const facts = (await t.get("colleague", `/boards/loops-closed/facts?member=${t.cast.rep}`)).body.items;
    expect(facts).toMatchObject([{ fact: { verb: "source.told" } }]);
    const praised = await t.post("colleague", "/praise", { factId: facts[0].fact.id });
    expect(praised.status).toBe(201);
    expect((await t.del("rep", `/duties/${report.id}/settlement`)).status).toBeLessThan(300);
    expect(await mine()).toBe(0);
  });

  it("count kept promises as the week does; which ones is for those who see the week", async () => {
    await t.put("rep", "/weeks/2026-11-18/plan", {
      topics: null,
      promises: [
        { kind: "count", measure: "people-asked", count: 2 },
        { kind: "own", words: "Two cards" },
      ],
    });
    const mine = async () =>
      (await board("promises-kept")).members.find(
        ({ memberId }: { memberId: string }) => memberId === t.cast.rep,
      );
    expect(await mine()).toMatchObject({ count: 1, of: 1 });
    const path = `/boards/promises-kept/facts?member=${t.cast.rep}`;
    expect((await t.get("manager", path)).body.items).toEqual([
      { day: "2026-11-16", fact: null, words: "Ask 2 people" },
    ]);
    expect((await t.get("southRep", path)).status).toBe(404);
  });

  it("are switched off and on by leaders, each by itself", async () => {
    expect((await t.put("manager", "/boards/asks/off", {})).status).toBe(403);
    expect((await t.put("leader", "/boards/asks/off", {})).status).toBe(204);
    expect((await t.put("leader", "/boards/asks/off", {})).status).toBe(204);
    expect(await board("asks")).toMatchObject({ members: null, past: [] });
    expect((await t.get("rep", `/boards/asks/facts?member=${t.cast.rep}`)).body.items).toEqual([]);
    expect((await board("introductions")).members).not.toBeNull();
    const off = async (who: CastName) =>
      (await t.get(who, "/boards")).body.items.filter(({ isOn }: { isOn: boolean }) => !isOn);
    expect(await off("leader")).toEqual([{ board: "asks", isOn: false, offBy: "Lena Fuchs" }]);
    // Who did is for leaders.
    expect(await off("rep")).toEqual([{ board: "asks", isOn: false, offBy: null }]);
    expect((await t.get("stranger", "/boards")).body.items.every(({ isOn }: { isOn: boolean }) => isOn)).toBe(
      true,
    );
    expect((await t.del("leader", "/boards/asks/off")).status).toBe(204);
    expect((await board("asks")).members).not.toBeNull();
    for (const each of ["most-improved", "tiers"]) {
      await t.put("leader", `/boards/${each}/off`, {});
      expect((await t.get("rep", `/${each}`)).body).toMatchObject({ items: null });
      await t.del("leader", `/boards/${each}/off`);
    }
    expect((await t.put("leader", "/boards/screen-time/off", {})).status).toBe(404);
    expect(await t.mistakes()).toEqual([]);
  });

  it("name who did surely more than in their own past, and nobody who did less", async () => {
    for (const day of days("2026-07-27", 12, 7)) {
      await asks(t.cast.colleague, 1, day);
      await asks(members["Pia Part"] as string, 1, day);
    }
    for (const day of days("2026-10-19", 4, 7)) await asks(t.cast.colleague, 4, addDays(day, 1));
    const seen = (await t.get("colleague", `/most-improved?team=${t.cast.teams.north}`)).body;
    expect(seen).toMatchObject({
      recent: { start: "2026-10-19", end: "2026-11-15" },
      before: { start: "2026-07-20", end: "2026-10-18" },
      items: [
        {
          memberId: t.cast.colleague,
          board: "asks",
          recent: { count: 16 },
          before: { count: 12 },
          than: "more",
        },
      ],
    });
    expect(seen.items[0].atLeast).toBeGreaterThan(2);
    expect(seen.items[0].atLeast).toBeLessThan(16 / 12 / (20 / 65));
    const others = (await t.get("rep", `/most-improved?team=${t.cast.teams.north}`)).body;
    expect(JSON.stringify(others)).not.toContain(members["Pia Part"]);
  });

  it("give a tier by one's own goal, smaller for part-time, and name nobody without one but to themselves", async () => {
    for (const many of [1, 2, 3, 4, 5]) {
      const sourceId = (await t.post("rep", "/people", { fullName: `Tia Tier ${many}` })).body.id;
      for (const memberId of [t.cast.colleague, members["Pia Part"]]) {
        const contact = { fullName: `Told by Tia ${many} ${memberId}` };
        expect((await t.post("leader", "/referrals", { sourceId, contact, level: 1, memberId })).status).toBe(
          201,
        );
      }
    }
    const seen = (await t.get("colleague", `/tiers?team=${t.cast.teams.north}`)).body;
    expect(seen.period).toMatchObject({ kind: "quarter", number: 4 });
    // Five a month is everybody's goal, and three days of five three fifths of it: five are half of nine for her, a third of fifteen for him.
    expect(seen.items).toMatchObject([
      { memberId: members["Pia Part"], count: 5, tier: "half-way", next: { tier: "goal", missing: 4 } },
    ]);
    expect(seen.items[0].goal).toBeGreaterThan(8.5);
    expect(seen.items[0].goal).toBeLessThanOrEqual(9.3);
    expect(seen.mine).toMatchObject({ memberId: t.cast.colleague, count: 5, tier: null, goal: 15 });
    expect((await t.get("stranger", `/tiers?team=${t.cast.teams.north}`)).status).toBe(404);
    expect((await t.get("rep", `/tiers?team=${t.cast.teams.north}`)).body.mine.memberId).toBe(t.cast.rep);
  });
});
