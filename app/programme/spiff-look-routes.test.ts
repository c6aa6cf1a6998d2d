import { afterAll, beforeAll, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { giveAccount } from "#demo/cast.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18; the month goes from 2026-11-02 to 2026-11-29.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const signedIn = async (now: string) => {
  const { house, send } = houseOver(t.test.database, { clock: frozenClock(new Date(now)) });
  const userId = await giveAccount(t.test.database, t.cast.workspaceId, t.cast.leader, new Date(now));
  const [cookie = ""] = (await house.signIn.start(userId, new Headers())).split(";");
  return (method: string, path: string, body?: unknown) => send(method, path, body, { cookie });
};
const at = (now: string) => {
  const { send } = houseOver(t.test.database, { clock: frozenClock(new Date(now)) });
  return (who: CastName, method: string, path: string, body?: unknown) =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};
const person = async (fullName: string, emails: string[] = []) =>
  (await t.post("rep", "/people", { fullName, emails })).body.id as string;

it("shows back-dated facts, levels raised at the end, circles and colleagues as facts, to whoever may see the statement", async () => {
  const [a, b, c, d] = await Promise.all(
    ["Anke", "Birte", "Carl", "Dora"].map((name) => person(`${name} Vogt`)),
  );
  const petra = await person("P. Lang", ["Petra@nordlicht.example"]);
  const jonas = await person("Jonas Weber");
  await t.post("leader", "/spiffs", {
    measure: "referrals-received",
    period: "month",
    name: "Introduced",
    levels: [3, 4, 5],
    fromDay: "2026-11-02",
    pay: { kind: "each", minor: 10_00 },
  });
  const looks = async (who: CastName, send = at("2026-11-18T10:00:00Z")) =>
    (await send(who, "GET", "/spiff-months/2026-11-18/looks")).body.items;
  expect(await looks("leader")).toEqual([]);
  const introduce = async (
    who: CastName,
    sourceId: string | undefined,
    contactId: string | undefined,
    day: string,
    level = 3,
  ) => (await t.post(who, "/referrals", { sourceId, contactId, day, level })).body.id as string;
  const own = await introduce("rep", a, b, "2026-11-03");
  await introduce("rep", petra, c, "2026-11-04");
  await introduce("rep", jonas, d, "2026-11-05");
  const late = (await looks("leader"))[0];
  expect(late.member.name).toBe("Mia Sommer");
  expect(late.looks.map(({ kind }: { kind: string }) => kind)).toEqual([
    "written-late",
    "own-colleague",
    "own-colleague",
  ]);
  expect(late.looks[0]).toMatchObject({
    late: 3,
    of: 3,
    longest: 15,
    usualDays: 7,
    usual: { whose: "nobody", n: 0 },
  });
  expect(late.looks.slice(1)).toMatchObject([
    { sourceName: "P. Lang", memberName: "Petra Lang", by: "address" },
    { sourceName: "Jonas Weber", memberName: "Jonas Weber", by: "name" },
  ]);

  // The other way round, a colleague's; and the two we brought together ourselves.
  const back = await introduce("colleague", b, a, "2026-10-06", 1);
  const given = (
    await t.post("colleague", "/given", { toId: b, whomId: a, kind: "trade", level: 1, day: "2026-10-07" })
  ).body.id;
  const circles = (await looks("leader"))[0].looks.filter(({ kind }: { kind: string }) => kind === "circle");
  expect(circles).toMatchObject([
    {
      referralId: own,
      sourceName: "Anke Vogt",
      contactName: "Birte Vogt",
      other: { kind: "back", id: back, day: "2026-10-06" },
    },
    { referralId: own, other: { kind: "given", id: given } },
  ]);
  await t.del("colleague", `/referrals/${back}`);
  // And round by a third, whichever colleague wrote it down.
  const e = await person("Egon Vogt");
  const onward = await introduce("colleague", b, e, "2026-10-08", 1);
  const home = await introduce("southRep", e, a, "2026-10-09", 1);
  expect(
    (await looks("leader"))[0].looks.filter(
      ({ other }: { other?: { kind: string } }) => other?.kind === "round",
    ),
  ).toMatchObject([
    {
      referralId: own,
      sourceName: "Anke Vogt",
      contactName: "Birte Vogt",
      other: { id: onward, day: "2026-10-08", via: { referralId: home, name: "Egon Vogt" } },
    },
  ]);
  for (const [who, id] of [
    ["colleague", onward],
    ["southRep", home],
  ] as const)
    await t.del(who, `/referrals/${id}`);
  await t.del("colleague", `/given/${given}`);
  expect((await looks("leader"))[0].looks).toHaveLength(3);

  // Raised four days before the end, and lowered when the month was over.
  const south = await introduce("southRep", c, d, "2026-11-17", 1);
  await at("2026-11-26T10:00:00Z")("southRep", "PUT", `/referrals/${south}/level`, { level: 4 });
  expect(await looks("southRep", at("2026-11-27T10:00:00Z"))).toEqual([]);
  const december = at("2026-12-02T10:00:00Z");
  await december("southRep", "PUT", `/referrals/${south}/level`, { level: 2 });
  const raised = {
    kind: "raised-at-the-end",
    changes: [{ day: "2026-11-26", from: 1, to: 4, lowered: { day: "2026-12-02", to: 2 } }],
  };
  expect(await looks("southRep", december)).toMatchObject([{ looks: [raised] }]);
  expect(
    (await looks("leader", december)).map(({ member }: { member: { name: string } }) => member.name),
  ).toEqual(["Mia Sommer", "Tariq Aziz"]);
  expect(
    (await looks("manager", december)).map(({ member }: { member: { name: string } }) => member.name),
  ).toEqual(["Mia Sommer"]);
  expect(await looks("colleague", december)).toEqual([]);
  expect(
    (await at("2026-11-18T10:00:00Z")("stranger", "GET", "/spiff-months/2026-11-18/looks")).body.items,
  ).toEqual([]);
});

interface Look {
  kind: string;
  changes?: unknown[];
}

it("shows what is said of a signed month afterwards where it is paid, with the day on which it was written down", async () => {
  const [f, g, h] = await Promise.all(["Falk", "Gesa", "Hans"].map((name) => person(`${name} Ohm`)));
  const punctual = at("2026-11-20T10:00:00Z");
  const introduced = { sourceId: f, contactId: g, level: 1 };
  const { id } = (await punctual("colleague", "POST", "/referrals", introduced)).body;
  const leader = await signedIn("2026-12-05T10:00:00Z");
  const { seen } = (await leader("GET", "/spiff-months/2026-11-18")).body;
  expect((await leader("PUT", "/spiff-months/2026-11-18/signature", { seen })).status).toBe(201);
  const later = at("2026-12-20T10:00:00Z");
  const of = async (day: string): Promise<Look[]> =>
    (await later("colleague", "GET", `/spiff-months/${day}/looks`)).body.items[0]?.looks ?? [];
  expect(await of("2026-12-20")).toEqual([]);
  await later("colleague", "PUT", `/referrals/${id}/level`, { level: 5, day: "2026-11-25" });
  const raised = {
    kind: "raised-back",
    changes: [
      { referralId: id, contactName: "Gesa Ohm", day: "2026-11-25", writtenOn: "2026-12-20", from: 1, to: 5 },
    ],
  };
  expect(await of("2026-12-20")).toMatchObject([raised]);
  // November's own page says the same, and never that it was raised in November.
  expect(await of("2026-11-18")).toMatchObject([raised]);
  const path = `/spiff-months/2026-12-20/statements/${t.cast.colleague}`;
  const [group] = (await later("colleague", "GET", path)).body.groups;
  expect(group.corrects).toEqual({ start: "2026-11-02", end: "2026-11-29" });
  expect(group.entries).toMatchObject([
    { level: 5, levelFrom: "2026-11-25", writtenOn: "2026-12-20", fact: { day: "2026-11-20" } },
  ]);
  const csv = (await later("colleague", "GET", "/spiff-months/2026-12-20/lines.csv")).body as string;
  expect(csv).toContain(",2026-11-20,2026-12-20,5,");
  // An introduction that is written down afterwards, alone.
  const dated = { sourceId: g, contactId: h, level: 4, day: "2026-11-10" };
  const late = (await later("colleague", "POST", "/referrals", dated)).body.id;
  expect((await of("2026-12-20")).map(({ kind }) => kind)).toEqual(["written-late", "raised-back"]);
  expect(await of("2026-12-20")).toMatchObject([{ late: 1, of: 1, longest: 40 }, raised]);
  await later("colleague", "DELETE", `/referrals/${late}`);
  await later("colleague", "PUT", `/referrals/${id}/level`, { level: 1 });
  expect(await of("2026-12-20")).toEqual([]);
});
