import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
let person: string;
beforeAll(async () => {
  t = await openTestHouse();
  const account = await t.post("rep", "/accounts", { name: "Weser Pumpen AG" });
  person = (await t.post("rep", "/people", { fullName: "Veit Reimers", accountId: account.body.id })).body.id;
});
afterAll(() => t?.close());

/** Scheduled and held of Mia in the weeks of 9, 16 and 23 November. */
async function weeks(who: CastName = "rep"): Promise<{ scheduled: number[]; held: number[] }> {
  const { body } = await t.get(
    "rep",
    `/scorecard?member=${t.cast[who as "rep"]}&from=2026-11-09&to=2026-11-23`,
  );
  const of = (kpi: string) => body.items.map((row: Record<string, { count: number }>) => row[kpi]?.count);
  return { scheduled: of("meetingsScheduled"), held: of("meetingsHeld") };
}

async function schedule(some: object = {}, who: CastName = "rep"): Promise<string> {
  const made = await t.post(who, "/meetings", {
    personId: person,
    day: "2026-11-17",
    scheduledOn: "2026-11-12",
    ...some,
  });
  expect(made).toMatchObject({ status: 201 });
  return made.body.id;
}

async function clean(): Promise<void> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap((result) => result.mistakes)).toEqual([]);
}

describe("a meeting", () => {
  it("counts as scheduled on the day it was arranged and as held on the day it was held; undo takes each back", async () => {
    const before = await weeks();
    const id = await schedule({ time: "10:30", about: "the second site" });
    const made = await t.get("colleague", `/meetings/${id}`);
    expect(made.body).toMatchObject({
      personName: "Veit Reimers",
      accountName: "Weser Pumpen AG",
      memberName: "Mia Sommer",
      scheduledOn: "2026-11-12",
      day: "2026-11-17",
      time: "10:30",
      outcome: null,
    });
    expect(await weeks()).toEqual({
      scheduled: [before.scheduled[0]! + 1, ...before.scheduled.slice(1)],
      held: before.held,
    });
    const held = await t.put("rep", `/meetings/${id}/outcome`, {
      outcome: "held",
      note: "Wants a proposal.",
    });
    expect(held.body).toMatchObject({ outcome: "held", outcomeDay: "2026-11-17", note: "Wants a proposal." });
    expect((await weeks()).held).toEqual([before.held[0], before.held[1]! + 1, before.held[2]]);
    const open = await t.del("rep", `/meetings/${id}/outcome`);
    expect(open.body).toMatchObject({ outcome: null, outcomeDay: null });
    expect((await weeks()).held).toEqual(before.held);
    expect((await t.del("rep", `/meetings/${id}/outcome`)).status).toBe(409);
    expect((await t.del("rep", `/meetings/${id}`)).status).toBe(204);
    expect(await weeks()).toEqual(before);
    expect((await t.get("rep", `/meetings/${id}`)).status).toBe(404);
    expect((await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held" })).status).toBe(404);
    await clean();
  });

  it("says how it came about: by its introduction, as it is said, or as is usual at a client's", async () => {
    const client = await t.post("rep", "/accounts", { name: "Elbe Pumpen AG", kind: "client" });
    const known = await t.post("rep", "/people", { fullName: "Kaja Kundin", accountId: client.body.id });
    const introduction = { sourceId: known.body.id, contactId: person, level: 2, day: "2026-11-09" };
    const referralId = (await t.post("rep", "/referrals", introduction)).body.id;
    const came = async () => {
      const { rows } = await t.test.database.read(t.cast.workspaceId, (tx) =>
        sql<{ came: string | null }>`select came from meeting where id = ${id}`.execute(tx.tables()),
      );
      return rows[0]?.came;
    };
    const atClients = await t.get("rep", `/meetings/${await schedule({ personId: known.body.id })}`);
    expect(atClients.body.origin).toBe("existing-client");
    const id = await schedule();
    expect((await t.get("rep", `/meetings/${id}`)).body.origin).toBe(null);
    const change = async (changes: object) => (await t.patch("rep", `/meetings/${id}`, changes)).body;
    expect(await change({ origin: "event" })).toMatchObject({ origin: "event" });
    expect(await change({ about: "later" })).toMatchObject({ origin: "event" });
    expect(await change({ referralId })).toMatchObject({ origin: "referral", referralId });
    expect(await came()).toBe("spontaneous");
    expect(await change({ origin: "event" })).toMatchObject({ field: "origin" });
    expect(await change({ referralId: null })).toMatchObject({ origin: null, referralId: null });
    expect(await came()).toBe(null);
    expect(await change({ origin: "referral" })).toMatchObject({ origin: "referral" });
    const refused = await t.patch("rep", `/meetings/${id}`, { origin: "hearsay" });
    expect([refused.status, refused.body.field]).toEqual([422, "origin"]);
    await clean();
    await t.del("rep", `/meetings/${id}`);
    await t.del("rep", `/meetings/${atClients.body.id}`);
  });

  it("notes that its person was met, on the day it was held, and takes that back with it", async () => {
    const { id: whom } = (await t.post("rep", "/people", { fullName: "Tilda Treff" })).body;
    const met = async () => {
      const { body } = await t.get("rep", `/people/${whom}/standing`);
      return body.met && [body.met.day, body.met.how, body.met.by.name, body.met.becauseId];
    };
    const id = await schedule({ personId: whom, memberId: t.cast.colleague }, "manager");
    expect(await met()).toBeNull();
    await t.put("manager", `/meetings/${id}/outcome`, { outcome: "held" });
    expect(await met()).toEqual(["2026-11-17", "meeting", "Jonas Weber", id]);
    await t.patch("manager", `/meetings/${id}`, { day: "2026-11-16", memberId: t.cast.rep });
    expect(await met()).toEqual(["2026-11-16", "meeting", "Mia Sommer", id]);
    await t.put("manager", `/meetings/${id}/outcome`, { outcome: "no-show" });
    expect(await met()).toBeNull();
    await t.put("manager", `/meetings/${id}/outcome`, { outcome: "held" });
    const { body } = await t.get("rep", `/people/${whom}/standing`);
    expect((await t.del("rep", `/met/${body.met.id}`)).body.detail).toContain("change it there");
    await clean();
    expect((await t.del("manager", `/meetings/${id}`)).status).toBe(204);
    expect(await met()).toBeNull();
    await clean();
  });

  it("is not held in the future, and says what to do instead", async () => {
    const id = await schedule({ day: "2026-11-24" });
    const refused = await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held" });
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ field: "day" });
    expect(refused.body.detail).toContain("move it first");
    const earlier = await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held", day: "2026-11-18" });
    expect(earlier.body).toMatchObject({ day: "2026-11-24", outcome: "held", outcomeDay: "2026-11-18" });
    await t.del("rep", `/meetings/${id}`);
    await clean();
  });

  it("counts once, however many press held at once", async () => {
    const before = await weeks();
    const id = await schedule();
    const presses = await Promise.all(
      [1, 2, 3, 4].map(() => t.put("rep", `/meetings/${id}/outcome`, { outcome: "held" })),
    );
    expect(presses.map((each) => each.status)).toEqual([200, 200, 200, 200]);
    expect((await weeks()).held[1]).toBe(before.held[1]! + 1);
    const undos = await Promise.all([1, 2].map(() => t.del("rep", `/meetings/${id}/outcome`)));
    expect(undos.map((each) => each.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await weeks()).held).toEqual(before.held);
    await t.del("rep", `/meetings/${id}`);
    await clean();
  });

  it("moves to another day without being scheduled again; a held one is held in the other week", async () => {
    const before = await weeks();
    const id = await schedule();
    const scheduled = (await weeks()).scheduled;
    await t.patch("rep", `/meetings/${id}`, { day: "2026-11-18", time: "16:00" });
    expect((await weeks()).scheduled).toEqual(scheduled);
    await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held" });
    const moved = await t.patch("rep", `/meetings/${id}`, { day: "2026-11-13" });
    expect(moved.body).toMatchObject({ day: "2026-11-13", outcomeDay: "2026-11-13" });
    expect((await weeks()).held).toEqual([before.held[0]! + 1, before.held[1], before.held[2]]);
    expect((await t.patch("rep", `/meetings/${id}`, { day: "2026-11-19" })).status).toBe(422);
    await t.patch("rep", `/meetings/${id}`, { scheduledOn: "2026-11-04" });
    expect((await weeks()).scheduled).toEqual(before.scheduled);
    await t.del("rep", `/meetings/${id}`);
    await clean();
  });

  it("replaces what was said before: no-show, then held after all", async () => {
    const before = await weeks();
    const id = await schedule();
    await t.put("rep", `/meetings/${id}/outcome`, { outcome: "no-show" });
    expect((await weeks()).held).toEqual(before.held);
    await t.put("rep", `/meetings/${id}/outcome`, { outcome: "held" });
    expect((await weeks()).held[1]).toBe(before.held[1]! + 1);
    await t.put("rep", `/meetings/${id}/outcome`, { outcome: "cancelled", day: "2026-11-16" });
    expect((await weeks()).held).toEqual(before.held);
    await t.del("rep", `/meetings/${id}`);
    await clean();
  });

  it("is logged in one go when it is over, arranged on its own day unless said otherwise", async () => {
    const made = await t.post("rep", "/meetings", { personId: person, day: "2026-11-10", outcome: "held" });
    expect(made.body).toMatchObject({ scheduledOn: "2026-11-10", outcome: "held", outcomeDay: "2026-11-10" });
    const today = await t.post("rep", "/meetings", { personId: person, day: "2026-12-01" });
    expect(today.body).toMatchObject({ scheduledOn: "2026-11-18", outcome: null });
    for (const { body } of [made, today]) await t.del("rep", `/meetings/${body.id}`);
    await clean();
  });

  it("takes its introduction along, and back, beside another meeting of the same introduction", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Jale Merz" })).body.id;
    const referral = await t.post("rep", "/referrals", {
      sourceId: source,
      contactId: person,
      level: 3,
      day: "2026-11-09",
    });
    const state = async () => (await t.get("rep", `/referrals/${referral.body.id}`)).body.state;
    const first = await schedule({ referralId: referral.body.id });
    expect((await t.get("rep", `/meetings/${first}`)).body.sourceName).toBe("Jale Merz");
    expect(await state()).toBe("meeting-scheduled");
    const second = await schedule({ referralId: referral.body.id, day: "2026-11-18" });
    await t.put("rep", `/meetings/${second}/outcome`, { outcome: "held" });
    expect(await state()).toBe("met");
    expect((await t.del("rep", `/referrals/${referral.body.id}`)).status).toBe(409);
    await t.del("rep", `/meetings/${second}`);
    expect(await state()).toBe("meeting-scheduled");
    await t.patch("rep", `/meetings/${first}`, { referralId: null });
    expect(await state()).toBe("introduced");
    await t.patch("rep", `/meetings/${first}`, { referralId: referral.body.id });
    await clean();
    await t.del("rep", `/meetings/${first}`);
    expect((await t.del("rep", `/referrals/${referral.body.id}`)).status).toBe(204);
    await clean();
  });

  it("puts its introduction back when it is cancelled, unless another meeting stands, and on again when it is not", async () => {
    const source = (await t.post("rep", "/people", { fullName: "Ida Jung" })).body.id;
    const sent = { sourceId: source, contactId: person, level: 2, day: "2026-11-09" };
    const referralId = (await t.post("rep", "/referrals", sent)).body.id;
    const state = async () => (await t.get("rep", `/referrals/${referralId}`)).body.state;
    const say = (id: string, outcome: string) => t.put("rep", `/meetings/${id}/outcome`, { outcome });
    await t.put("rep", `/referrals/${referralId}/state`, { state: "responded" });
    const first = await schedule({ referralId });
    await say(first, "cancelled");
    expect(await state()).toBe("responded");
    await say(first, "no-show");
    expect(await state()).toBe("meeting-scheduled");
    await say(first, "held");
    expect(await state()).toBe("met");
    await say(first, "cancelled");
    expect(await state()).toBe("responded");
    await t.del("rep", `/meetings/${first}/outcome`);
    expect(await state()).toBe("meeting-scheduled");
    const second = await schedule({ referralId, day: "2026-11-20" });
    await say(first, "cancelled");
    expect(await state()).toBe("meeting-scheduled");
    await say(second, "cancelled");
    expect(await state()).toBe("responded");
    await t.patch("rep", `/meetings/${second}`, { scheduledOn: "2026-11-13" });
    expect(await state()).toBe("responded");
    const gone = await schedule({ referralId, outcome: "cancelled" });
    expect(await state()).toBe("responded");
    await clean();
    for (const id of [first, second, gone]) await t.del("rep", `/meetings/${id}`);
    expect((await t.del("rep", `/referrals/${referralId}`)).status).toBe(204);
    await clean();
  });

  it("is a colleague's to see, not to change; their manager may, also for them", async () => {
    const before = await weeks();
    const id = await schedule();
    for (const [method, path, body] of changes(id))
      expect((await t.as("colleague", method, path, body)).status).toBe(403);
    expect(
      (await t.post("colleague", "/meetings", { personId: person, day: "2026-11-17", memberId: t.cast.rep }))
        .status,
    ).toBe(403);
    const held = await t.put("manager", `/meetings/${id}/outcome`, { outcome: "held" });
    expect(held.body).toMatchObject({ memberId: t.cast.rep, outcome: "held" });
    expect((await weeks()).held[1]).toBe(before.held[1]! + 1);
    const handed = await t.patch("manager", `/meetings/${id}`, { memberId: t.cast.colleague });
    expect(handed.body.memberName).toBe("Jonas Weber");
    expect(await weeks()).toEqual(before);
    await t.del("leader", `/meetings/${id}`);
    await clean();
  });

  it("is not there for a stranger", async () => {
    const id = await schedule();
    const theirs = (await t.post("stranger", "/people", { fullName: "Olaf Fremd" })).body.id;
    expect((await t.get("stranger", `/meetings/${id}`)).status).toBe(404);
    for (const [method, path, body] of changes(id))
      expect((await t.as("stranger", method, path, body)).status).toBe(404);
    expect((await t.get("stranger", "/meetings")).body.items).toEqual([]);
    expect((await t.get("stranger", `/meetings?person=${person}`)).body.items).toEqual([]);
    expect((await t.post("stranger", "/meetings", { personId: person, day: "2026-11-17" })).status).toBe(404);
    expect((await t.post("rep", "/meetings", { personId: theirs, day: "2026-11-17" })).status).toBe(404);
    expect((await t.as(null, "GET", `/meetings/${id}`)).status).toBe(401);
    expect((await t.get("rep", `/meetings/${id}`)).body.outcome).toBeNull();
    await t.del("rep", `/meetings/${id}`);
  });
});

describe("a meeting that is told", () => {
  it("settles the appointment that stands, and is written down where none does", async () => {
    const planned = await schedule({ day: "2026-11-17" });
    const met = await t.post("rep", "/told-meetings", {
      personId: person,
      outcome: "held",
      note: "A pilot.",
    });
    expect(met.status).toBe(201);
    expect(met.body).toMatchObject({
      id: planned,
      settled: true,
      outcome: "held",
      day: "2026-11-17",
      note: "A pilot.",
    });
    const twice = await t.post("rep", "/told-meetings", {
      personId: person,
      outcome: "held",
      note: "In May.",
    });
    expect(twice.body).toMatchObject({
      id: planned,
      settled: false,
      already: true,
      note: "A pilot.\nIn May.",
    });
    const today = { personId: person, outcome: "held", day: "2026-11-18" };
    const again = await t.post("rep", "/told-meetings", today);
    expect(again.body).toMatchObject({ settled: false, already: false, outcome: "held", day: "2026-11-18" });
    const told = await Promise.all([1, 2].map(() => t.post("rep", "/told-meetings", today)));
    for (const { body } of told) expect(body).toMatchObject({ id: again.body.id, already: true });
    const { items } = (await t.get("rep", `/meetings?person=${person}`)).body;
    expect(items.filter(({ outcome }: { outcome: string }) => outcome === "held")).toHaveLength(2);
    const ahead = await t.post("rep", "/told-meetings", {
      personId: person,
      day: "2026-11-20",
      time: "10:00",
    });
    expect(ahead.body).toMatchObject({ settled: false, outcome: null, day: "2026-11-20", time: "10:00" });
    const off = await t.post("rep", "/told-meetings", {
      personId: person,
      outcome: "cancelled",
      day: "2026-11-20",
    });
    expect(off.body).toMatchObject({ id: ahead.body.id, settled: true, outcome: "cancelled" });
    expect((await t.post("stranger", "/told-meetings", { personId: person, outcome: "held" })).status).toBe(
      404,
    );
    const colleagues = await t.post("colleague", "/told-meetings", { personId: person, outcome: "held" });
    expect(colleagues.body).toMatchObject({ settled: false, memberId: t.cast.colleague });
    for (const id of [again.body.id, ahead.body.id, planned]) await t.del("rep", `/meetings/${id}`);
    await t.del("colleague", `/meetings/${colleagues.body.id}`);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("the list of meetings", () => {
  it("pages without losing any, tells what is due from what lies ahead, and finds them by person and account", async () => {
    const house = await openTestHouse();
    try {
      const account = (await house.post("rep", "/accounts", { name: "Hafen Logistik" })).body.id;
      const whom = (await house.post("rep", "/people", { fullName: "Ilka Uhlig", accountId: account })).body
        .id;
      const days = ["2026-11-02", "2026-11-17", "2026-11-18", "2026-11-19", "2026-11-19", "2026-12-01"];
      for (const day of days) await house.post("rep", "/meetings", { personId: whom, day });
      const ended = (await house.get("rep", "/meetings?stage=due")).body.items.at(-1);
      await house.put("rep", `/meetings/${ended.id}/outcome`, { outcome: "cancelled" });
      const listed = async (query: string) => {
        const found: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await house.get(
            "rep",
            `/meetings?limit=2&${query}${cursor ? `&cursor=${cursor}` : ""}`,
          );
          found.push(...page.body.items.map((each: { day: string }) => each.day));
          cursor = page.body.nextCursor;
        } while (cursor);
        return found;
      };
      expect(await listed("stage=due")).toEqual(["2026-11-18", "2026-11-17"]);
      expect(await listed("stage=ahead")).toEqual(["2026-11-19", "2026-11-19", "2026-12-01"]);
      expect(await listed("stage=ended")).toEqual(["2026-11-02"]);
      expect(await listed("outcome=cancelled")).toEqual(["2026-11-02"]);
      expect(await listed(`person=${whom}`)).toEqual(days.toReversed());
      expect(await listed(`account=${account}&member=${house.cast.rep}`)).toEqual(days.toReversed());
      expect(await listed(`member=${house.cast.colleague}`)).toEqual([]);
      expect((await house.get("rep", "/meetings?cursor=nonsense")).status).toBe(422);

      for (const time of ["13:00", "12:30", null, "11:30"])
        await house.post("rep", "/meetings", { personId: whom, day: "2026-11-19", time });
      const hours: (string | null)[] = [];
      let more = "";
      do {
        const { items, nextCursor } = (await house.get("rep", `/meetings?stage=ahead&limit=2${more}`)).body;
        hours.push(...items.map((each: { time: string | null }) => each.time?.slice(0, 5) ?? null));
        more = nextCursor === null ? "" : `&cursor=${nextCursor}`;
      } while (more !== "");
      expect(hours).toEqual(["11:30", "12:30", "13:00", null, null, null, null]);
    } finally {
      await house.close();
    }
  });
});

function changes(id: string): [string, string, unknown][] {
  return [
    ["PATCH", `/meetings/${id}`, { about: "mine" }],
    ["PUT", `/meetings/${id}/outcome`, { outcome: "held" }],
    ["DELETE", `/meetings/${id}/outcome`, undefined],
    ["DELETE", `/meetings/${id}`, undefined],
  ];
}
