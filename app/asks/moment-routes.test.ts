import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());
afterEach(async () => {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  expect(results.flatMap(({ mistakes }) => mistakes)).toEqual([]);
});

const account = async (name: string, more: object = {}, who: CastName = "rep") =>
  (await t.post(who, "/accounts", { name, kind: "prospect", ...more })).body.id as string;
const person = async (fullName: string, accountId: string) =>
  (await t.post("rep", "/people", { fullName, accountId })).body.id as string;
const deal = async (accountId: string, more: object = {}, who: CastName = "rep") => {
  const made = await t.post(who, "/deals", {
    name: "Control room",
    accountId,
    openedOn: "2026-06-01",
    ...more,
  });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  return made.body.id as string;
};
const end = (id: string, outcome: "won" | "lost", day: string, more: object = {}) =>
  t.put("rep", `/deals/${id}/outcome`, { outcome, day, ...more });
const moments = async (of: string, more = "", who: CastName = "rep") =>
  (await t.get(who, `/moments?account=${of}${more}`)).body.items;
const states = async (of: string) =>
  (await moments(of)).map(({ moment, state }: { moment: string; state: string }) => `${moment} ${state}`);
const at = (now: string) => {
  const { send, house } = houseOver(t.test.database, { now: new Date(now) });
  const as = (who: CastName, method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
  return { as, runJobs: () => house.worker.runDue() };
};
const plant = (personId: string, more: object = {}, who: CastName = "rep") =>
  t.post(who, "/seeds", { personId, ...more });

describe("a deal that is won", () => {
  it("brings the delivered moment two weeks later to whoever holds the relationship, and its undo takes it back", async () => {
    const telia = await account("Telia AB", { holderId: t.cast.colleague });
    const id = await deal(telia, { personId: await person("Wolf Ahrens", telia) });
    await end(id, "won", "2026-11-04");
    expect(await moments(telia)).toMatchObject([
      {
        moment: "delivered",
        state: "due",
        day: "2026-11-04",
        dueOn: "2026-11-18",
        until: "2026-12-18",
        personName: "Wolf Ahrens",
        memberId: t.cast.colleague,
        becauseId: id,
      },
    ]);
    expect(await moments(telia, `&member=${t.cast.rep}&state=due`)).toEqual([]);
    expect(await moments(telia, `&member=${t.cast.colleague}&state=due`)).toHaveLength(1);
    await t.del("rep", `/deals/${id}/outcome`);
    expect(await moments(telia)).toEqual([]);
    await end(id, "won", "2026-11-05");
    expect(await moments(telia)).toMatchObject([{ state: "coming", dueOn: "2026-11-19" }]);
    await t.del("rep", `/deals/${id}`);
    expect(await moments(telia)).toEqual([]);
    expect(await moments(telia, "", "stranger")).toEqual([]);
  });

  it("long ago brings nothing; an ask that used the moment stays when the end is taken back, and uses it when it comes again", async () => {
    const nord = await account("Nordbank AG");
    const old = await deal(nord);
    await end(old, "won", "2026-10-04");
    expect(await moments(nord)).toEqual([]);
    await end(old, "won", "2026-10-05");
    expect(await states(nord)).toEqual(["delivered due"]);
    const source = await person("Nora Nord", nord);
    const asked = (await t.post("rep", "/asks", { sourceId: source, moment: "delivered", outcome: "no" }))
      .body;
    expect(await moments(nord)).toMatchObject([
      { state: "used", usedOn: "2026-11-18", askId: asked.id, usedBy: "Mia Sommer" },
    ]);
    expect(
      (await t.put("rep", `/moments/${(await moments(nord))[0].id}/let-go`, { why: "no-time" })).status,
    ).toBe(409);
    await t.del("rep", `/deals/${old}/outcome`);
    expect(await moments(nord)).toEqual([]);
    await end(old, "won", "2026-11-01");
    expect(await states(nord)).toEqual(["delivered used"]);
    const other = await person("Nils Nord", nord);
    await t.post("colleague", "/asks", {
      sourceId: other,
      moment: "delivered",
      day: "2026-11-02",
      outcome: "no",
    });
    await t.del("rep", `/asks/${asked.id}`);
    expect(await moments(nord)).toMatchObject([{ state: "used", usedOn: "2026-11-02" }]);
  });
});

describe("a deal that is lost", () => {
  it("offers the contact who did not buy as a source, after a pause, with what they said", async () => {
    const hafen = await account("Hafen Nord GmbH");
    const id = await deal(hafen, { personId: await person("Ingo Wolf", hafen), stage: "Angebot" });
    expect(await states(hafen)).toEqual([]);
    await t.patch("rep", `/deals/${id}`, { stage: "Proposal/Price Quote" });
    expect(await states(hafen)).toEqual(["proposal due"]);
    await end(id, "lost", "2026-11-10", { lostReason: "No budget this year." });
    const [lost, proposal] = await moments(hafen);
    expect(lost).toMatchObject({
      moment: "lost-deal",
      state: "coming",
      dueOn: "2027-01-09",
      personName: "Ingo Wolf",
      words: "No budget this year.",
    });
    expect(proposal).toMatchObject({ moment: "proposal", state: "let-go", whyNot: "deal-ended" });
    await t.del("rep", `/deals/${id}/outcome`);
    expect(await states(hafen)).toEqual(["proposal due"]);
  });
});

describe("a moment that is due", () => {
  it("is let go with a why by whoever holds it, their manager or a leader, and ends by itself", async () => {
    const kranz = await account("Kranz Logistik", { holderId: t.cast.rep });
    await end(await deal(kranz), "won", "2026-11-01");
    const [{ id }] = await moments(kranz);
    for (const [who, status] of [
      ["colleague", 403],
      ["southRep", 403],
      ["stranger", 404],
      ["manager", 200],
    ] as const)
      expect((await t.put(who, `/moments/${id}/let-go`, { why: "no-time" })).status).toBe(status);
    expect((await t.put("rep", `/moments/${id}/let-go`, { why: "unhappy" })).body).toMatchObject({
      state: "let-go",
      whyNot: "unhappy",
    });
    expect((await t.put("rep", `/moments/${id}/let-go`, { why: "deal-ended" })).status).toBe(422);
    expect((await t.del("colleague", `/moments/${id}/let-go`)).status).toBe(403);
    expect((await t.del("rep", `/moments/${id}/let-go`)).body).toMatchObject({ state: "due", whyNot: null });
    expect((await at("2026-12-15T10:00:00Z").as("rep", "GET", `/moments/${id}`)).body.state).toBe("due");
    const late = at("2026-12-16T10:00:00Z");
    expect((await late.as("rep", "GET", `/moments/${id}`)).body.state).toBe("expired");
    expect((await late.as("rep", "PUT", `/moments/${id}/let-go`, { why: "no-time" })).status).toBe(409);
    const expired = await late.as("rep", "GET", `/moments?account=${kranz}&state=expired`);
    expect(expired.body.items).toHaveLength(1);
  });
});

describe("a seed", () => {
  it("is planted instead of an ask, counts as none, and comes back at delivery with the words that were said", async () => {
    const weser = await account("Weser Pumpen");
    const lea = await person("Lea Pump", weser);
    const refused = await t.post("rep", "/asks", { sourceId: lea, moment: "discovery" });
    expect([refused.status, refused.body.errors?.[0]?.field ?? refused.body.field]).toEqual([422, "moment"]);
    expect(JSON.stringify(refused.body)).toContain("plant a seed");
    const week = "/scorecard?from=2026-11-16&to=2026-11-16&member=";
    const before = (await t.get("rep", week + t.cast.rep)).body;
    const seed = await plant(lea, { day: "2026-06-02", words: "We grow by introductions." });
    expect([seed.status, seed.body]).toEqual([
      201,
      expect.objectContaining({ moment: "discovery", accountName: "Weser Pumpen", askId: null }),
    ]);
    expect((await t.get("rep", week + t.cast.rep)).body).toEqual(before);
    await end(await deal(weser), "won", "2026-11-01");
    expect((await moments(weser))[0].seeds).toMatchObject([
      { personName: "Lea Pump", words: "We grow by introductions." },
    ]);
    const asked = (await t.post("rep", "/asks", { sourceId: lea, moment: "delivered", outcome: "no" })).body;
    const harvested = await t.get("rep", `/seeds/${seed.body.id}`);
    expect(harvested.body).toMatchObject({ askId: asked.id, harvestedOn: "2026-11-18" });
    expect((await moments(weser))[0]).toMatchObject({ state: "used", seeds: [] });
    await t.del("rep", `/asks/${asked.id}`);
    expect((await t.get("rep", `/seeds/${seed.body.id}`)).body.askId).toBeNull();
    expect((await moments(weser))[0]).toMatchObject({ state: "due", seeds: [{ personName: "Lea Pump" }] });
  });

  it("is harvested at once when they were asked since, and by another ask when that one is undone", async () => {
    const max = await person("Max Later", await account("Later AG"));
    const first = (await t.post("colleague", "/asks", { sourceId: max, day: "2026-10-01", outcome: "no" }))
      .body;
    const second = (await t.post("rep", "/asks", { sourceId: max, day: "2026-11-10", outcome: "no" })).body;
    const seed = (await plant(max, { day: "2026-09-01" })).body;
    const askOf = async () => (await t.get("rep", `/seeds/${seed.id}`)).body.askId;
    expect(await askOf()).toBe(first.id);
    await t.del("colleague", `/asks/${first.id}`);
    expect(await askOf()).toBe(second.id);
    expect((await plant(max, { day: "2026-11-11" })).body.askId).toBeNull();
  });

  it("uses the moment that called for it; taken back, that moment waits again", async () => {
    const elbe = await account("Elbe Werke");
    await deal(elbe, { stage: "Qualification", openedOn: "2026-11-17" });
    expect(await states(elbe)).toEqual(["discovery due"]);
    const { id } = (await plant(await person("Ole Elbe", elbe))).body;
    expect(await moments(elbe)).toMatchObject([{ state: "used", seedId: id, usedBy: "Mia Sommer" }]);
    expect((await t.del("rep", `/seeds/${id}`)).status).toBe(204);
    expect(await states(elbe)).toEqual(["discovery due"]);
    expect((await t.get("rep", `/seeds/${id}`)).status).toBe(404);
  });

  it("is worded anew and taken back by who said it, their manager or a leader", async () => {
    const eve = await person("Eve Rights", await account("Rights AG"));
    const { id } = (await plant(eve, { words: "One." })).body;
    for (const [who, status] of [
      ["colleague", 403],
      ["stranger", 404],
      ["manager", 200],
      ["leader", 200],
      ["rep", 200],
    ] as const)
      expect((await t.patch(who, `/seeds/${id}`, { words: who })).status).toBe(status);
    expect((await t.del("colleague", `/seeds/${id}`)).status).toBe(403);
    expect((await plant(eve, {}, "stranger")).status).toBe(404);
    expect((await plant(eve, { memberId: t.cast.rep }, "colleague")).status).toBe(403);
    expect((await plant(eve, { day: "2026-11-19" })).status).toBe(422);
    expect((await plant(eve, { moment: "delivered" })).status).toBe(422);
    expect((await t.get("rep", `/seeds?person=${eve}&harvested=false`)).body.items).toHaveLength(1);
    expect((await t.get("stranger", "/seeds")).body.items).toEqual([]);
  });
});

describe("the settings of the moments", () => {
  it("are a leader's, hold from then on, and are taken back one by one", async () => {
    const all = (await t.get("rep", "/moment-settings")).body.items;
    expect(all.map(({ moment }: { moment: string }) => moment)).toEqual([
      "discovery",
      "proposal",
      "delivered",
      "account-review",
      "lost-deal",
      "anytime",
    ]);
    const { moment: _moment, changed, ...delivered } = all[2];
    expect([delivered.pauseDays, delivered.broughtBy, changed]).toEqual([14, "won", null]);
    const put = (who: CastName, some: object) =>
      t.put(who, "/moment-settings/delivered", { ...delivered, ...some });
    expect((await put("manager", { pauseDays: 3 })).status).toBe(403);
    expect((await put("leader", { pauseDays: -3 })).status).toBe(422);
    expect((await put("leader", { pauseDays: 3 })).body).toMatchObject({
      pauseDays: 3,
      changed: { byName: "Lena Fuchs" },
    });
    await put("leader", { broughtBy: null, stages: ["Go-live"] });
    const live = await account("Live AG");
    const id = await deal(live);
    await t.patch("rep", `/deals/${id}`, { stage: "Go-Live!" });
    expect(await moments(live)).toMatchObject([{ moment: "delivered", dueOn: "2026-12-02" }]);
    const taken = await t.del("leader", "/moment-settings/delivered");
    expect(taken.body).toMatchObject({ pauseDays: 3, broughtBy: "won" });
    expect((await t.del("rep", "/moment-settings/delivered")).status).toBe(403);
    expect((await t.del("leader", "/moment-settings/delivered")).body.changed).toBeNull();
    expect((await t.del("leader", "/moment-settings/delivered")).status).toBe(409);
  });
});

describe("account reviews", () => {
  it("come once a quarter to whoever holds a client, one a night, by the night's own work", async () => {
    const [first, second] = [
      await account("Quarter One", { kind: "client", holderId: t.cast.southRep }),
      await account("Quarter Two", { kind: "client", holderId: t.cast.southRep }),
    ];
    const reviews = async (night: string) => {
      const then = at(night);
      await then.runJobs();
      const { body } = await then.as(
        "southRep",
        "GET",
        `/moments?member=${t.cast.southRep}&moment=account-review`,
      );
      return body.items.map(({ accountId, dueOn }: { accountId: string; dueOn: string }) => [
        accountId,
        dueOn,
      ]);
    };
    expect(await reviews("2026-11-20T10:00:00Z")).toEqual([]);
    expect(await reviews("2027-02-17T10:00:00Z")).toEqual([[first, "2027-02-17"]]);
    expect(await reviews("2027-02-17T22:00:00Z")).toHaveLength(1);
    expect(await reviews("2027-02-18T10:00:00Z")).toEqual([
      [second, "2027-02-18"],
      [first, "2027-02-17"],
    ]);
    expect(await reviews("2027-02-19T10:00:00Z")).toHaveLength(2);
    expect(await reviews("2027-05-19T10:00:00Z")).toHaveLength(3);
    expect((await at("2027-05-19T10:00:00Z").as("stranger", "GET", "/moments")).body.items).toEqual([]);
  });
});

describe("who may not be asked now", () => {
  it("is left out of what one may act on: moments, plans and asks that came back, until they may", async () => {
    const hafen = await account("Hafen Werke", { holderId: t.cast.rep });
    const uta = await person("Uta Rast", hafen);
    const id = await deal(hafen, { personId: uta });
    await end(id, "won", "2026-11-04");
    const plan = (await t.post("rep", "/plans", { personId: uta })).body;
    const back = { sourceId: uta, day: "2026-09-01", outcome: "not-now", untilDay: "2026-11-16" };
    expect((await t.post("rep", "/asks", back)).status).toBe(201);
    const waits = async (more: string, { as } = at("2026-11-18T10:00:00Z")) => {
      const lists = ["/moments?state=due", "/plans?state=planned", "/asks?returning=true"].map(
        (path) => `${path}&member=${t.cast.rep}${more}`,
      );
      const answers = await Promise.all(lists.map((path) => as("rep", "GET", path)));
      return answers.map(
        ({ body }) =>
          body.items.filter((each: Record<string, unknown>) => [each.personId, each.sourceId].includes(uta))
            .length,
      );
    };
    expect(await waits("&askable=true")).toEqual([1, 1, 1]);
    const asked = await t.post("colleague", "/asks", {
      sourceId: uta,
      day: "2026-11-02",
      happened: true,
      outcome: "no",
    });
    expect(asked.status, JSON.stringify(asked.body)).toBe(201);
    expect(await waits("")).toEqual([1, 1, 1]);
    expect(await waits("&askable=true")).toEqual([0, 0, 0]);
    expect((await waits("&askable=true", at("2026-12-08T10:00:00Z")))[0]).toBe(1);
    const permit = { memberId: t.cast.rep, reason: "They said we may call" };
    expect((await t.post("leader", `/people/${uta}/permits`, permit)).status).toBe(201);
    expect(await waits("&askable=true")).toEqual([1, 1, 1]);
    await t.del("rep", `/plans/${plan.id}`);
  });

  it("leaves a moment at which nothing is asked where it is", async () => {
    const werft = await account("Werft Nord", { holderId: t.cast.rep });
    const iris = await person("Iris Rast", werft);
    await t.post("rep", "/asks", { sourceId: iris, day: "2026-11-02", outcome: "no" });
    await deal(werft, { personId: iris, stage: "Discovery", openedOn: "2026-11-17" });
    const { items } = (await t.get("rep", `/moments?account=${werft}&state=due&askable=true`)).body;
    expect(items).toMatchObject([{ moment: "discovery" }]);
  });
});
