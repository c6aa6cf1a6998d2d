import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { throwDice } from "#demo/dice.ts";
import { openTestHouse, type TestHouse } from "#demo/test-house.ts";
import type { AccountCoverageView, CoverageLineView, CoveredView } from "./coverage-view.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

type Who = Parameters<TestHouse["get"]>[0];
const nobody = "01890000-0000-7000-8000-000000000000";
const account = async (name: string, more: object = {}) =>
  (await t.post("rep", "/accounts", { name, kind: "client", holderId: t.cast.rep, ...more })).body
    .id as string;
const person = async (fullName: string, accountId: string, more: object = {}) =>
  (await t.post("rep", "/people", { fullName, accountId, ...more })).body.id as string;
const ask = async (sourceId: string, more: object = {}, who: Who = "rep") => {
  const made = await t.post(who, "/asks", { sourceId, happened: true, ...more });
  expect(made.status).toBe(201);
  return made.body as { id: string };
};
const coverage = async (id: string, who: Who = "rep") =>
  (await t.get(who, `/accounts/${id}/coverage`)).body as AccountCoverageView;
const one = async (id: string, name: string) =>
  (await coverage(id)).people.find(({ fullName }) => fullName === name) as CoveredView;
const lines = async (query: string) =>
  (await t.get("rep", `/coverage?${query}`)).body.items as CoverageLineView[];
const company = async () => (await lines("by=company"))[0] as CoverageLineView;

describe("the coverage of an account", () => {
  it("tells of everybody there who was met, who was asked, who not yet, and who cannot be and why", async () => {
    const id = await account("Adler Werke");
    const [anna, bert, cora, dora] = [
      await person("Anna Asked", id, { title: "Buyer" }),
      await person("Bert Blank", id),
      await person("Cora Closed", id),
      await person("Dora Due", id, { holderId: t.cast.colleague }),
    ];
    await t.post("rep", `/people/${anna}/met`, { how: "event", day: "2026-11-02" });
    await t.post("rep", `/people/${anna}/right`, {
      earned: true,
      words: "Two weeks saved.",
      day: "2026-11-03",
    });
    await t.put("rep", `/people/${anna}/role`, { role: "economic-buyer" });
    await t.put("rep", `/people/${bert}/role`, { role: "user" });
    await ask(anna, { day: "2026-11-10", channel: "in-person", outcome: "no" });
    await t.put("rep", `/people/${cora}/do-not-ask`, { why: "legal", words: "Works council." });
    await t.post("rep", `/people/${dora}/met`, { how: "video", day: "2026-10-01" });
    await ask(dora, { outcome: "not-now", untilDay: "2026-12-01" }, "colleague");
    const seen = await coverage(id, "colleague");
    expect(seen).toMatchObject({
      accountId: id,
      holder: { id: t.cast.rep, name: "Mia Sommer" },
      handover: null,
      sum: { known: 4, met: 2, asked: 2, can: 3 },
      rolesLeftOut: ["user"],
    });
    expect(seen.people.map(({ fullName, state }) => [fullName, state])).toEqual([
      ["Bert Blank", "not-met"],
      ["Dora Due", "returning"],
      ["Anna Asked", "asked"],
      ["Cora Closed", "cannot"],
    ]);
    expect(seen.people[2]).toMatchObject({
      role: "economic-buyer",
      met: { day: "2026-11-02", how: "event", byName: "Mia Sommer" },
      right: { earned: true, words: "Two weeks saved.", day: "2026-11-03", byName: "Mia Sommer" },
      ask: { memberName: "Mia Sommer", day: "2026-11-10", channel: "in-person", outcome: "no" },
      refusal: { rule: "rest-period", mayFrom: "2026-12-10" },
      left: false,
    });
    expect(seen.people[3]?.hindrance).toEqual({
      kind: "do-not-ask",
      why: "legal",
      words: "Works council.",
      day: "2026-11-18",
      byName: "Mia Sommer",
    });
    expect(seen.people[1]?.holder).toEqual({ id: t.cast.colleague, name: expect.any(String) });
  });

  it("leaves nobody out for being junior: whoever works there counts, whatever their title", async () => {
    const id = await account("Brunn Antriebe");
    const titles = ["Trainee", "Intern", "Assistant", "Night shift", null, "CEO"];
    for (const title of titles) await person(`Of ${title}`, id, { title });
    expect((await coverage(id)).sum).toEqual({ known: 6, met: 0, asked: 0, can: 6 });
  });

  it("keeps who was met there and has left, outside the sum; who left unmet is gone", async () => {
    const [old, other] = [await account("Cordes Bau"), await account("Dorn Druck")];
    const [left, unmet] = [await person("Lea Left", old), await person("Udo Unmet", old)];
    await t.post("rep", `/people/${left}/met`, { how: "call", day: "2026-11-02" });
    for (const id of [left, unmet])
      await t.post("rep", `/people/${id}/positions`, { accountId: other, fromDay: "2026-11-10" });
    const seen = await coverage(old);
    expect(seen.sum.known).toBe(0);
    expect(seen.people).toMatchObject([{ fullName: "Lea Left", left: true, state: "not-yet" }]);
    expect((await coverage(other)).sum.known).toBe(2);
  });

  it("counts merged ones once, asked under whichever name, and back again", async () => {
    const id = await account("Eder Glas");
    const [kept, twin] = [await person("Ida Kern", id), await person("I. Kern", id)];
    await ask(twin);
    expect((await coverage(id)).sum).toMatchObject({ known: 2, asked: 1 });
    const { body } = await t.post("rep", "/merges", { kind: "person", keptId: kept, mergedId: twin });
    expect((await coverage(id)).sum).toMatchObject({ known: 1, asked: 1, can: 1 });
    expect((await lines(`by=account&account=${id}`))[0]).toMatchObject({ known: 1, asked: 1, can: 1 });
    await t.del("rep", `/merges/${body.id}`);
    expect((await coverage(id)).sum).toMatchObject({ known: 2, asked: 1 });
  });

  it("is as it was when an ask, a stop or an issue is taken back", async () => {
    const id = await account("Falk Optik");
    const frida = await person("Frida Falk", id);
    const before = [await coverage(id), await company()];
    const { id: askId } = await ask(frida);
    expect((await one(id, "Frida Falk")).state).toBe("asked");
    expect((await t.del("rep", `/asks/${askId}`)).status).toBe(204);
    expect([await coverage(id), await company()]).toEqual(before);
    const { body: stop } = await t.put("rep", `/people/${frida}/do-not-ask`, { why: "said-stop" });
    expect((await coverage(id)).sum).toMatchObject({ known: 1, can: 0 });
    expect((await company()).can).toBe((before[1] as CoverageLineView).can - 1);
    await t.del("rep", `/do-not-asks/${stop.id}`);
    const { body: issue } = await t.post("rep", `/accounts/${id}/issues`, { what: "Line two stood still" });
    expect((await one(id, "Frida Falk")).hindrance).toMatchObject({ kind: "serious-issue", ofAccount: true });
    expect((await company()).can).toBe((before[1] as CoverageLineView).can - 1);
    await t.put("rep", `/issues/${issue.id}/settled`, {});
    expect([await coverage(id), await company()]).toEqual(before);
  });

  it("is not there for a stranger, nor where nothing is", async () => {
    const id = await account("Gerlach Druck");
    expect((await t.get("stranger", `/accounts/${id}/coverage`)).status).toBe(404);
    expect((await t.get("rep", `/accounts/${nobody}/coverage`)).status).toBe(404);
    for (const path of ["/coverage", "/coverage/people", "/coverage/periods"]) {
      expect((await t.get("stranger", `${path}?account=${id}`)).status).toBe(404);
      const foreign = (await t.get("stranger", `${path}?holder=${t.cast.rep}`)).body.items;
      expect(foreign.flatMap((line: { known?: number; id?: string }) => line.known ?? line.id)).toEqual(
        foreign.map(() => 0),
      );
    }
    expect((await t.get("stranger", "/coverage?by=company")).body.items).toMatchObject([
      { known: 0, can: 0 },
    ]);
  });

  it.each(["rep", "colleague", "manager", "leader"] as const)(
    "is seen by everybody here: %s",
    async (who) => {
      expect((await t.get(who, "/coverage?by=company")).body).toEqual(
        (await t.get("rep", "/coverage?by=company")).body,
      );
    },
  );
});

describe("coverage rolled up", () => {
  it("adds up: accounts, reps and teams to the company, numerators and denominators, page by page", async () => {
    const dice = throwDice(31);
    for (let number = 0; number < 14; number += 1) {
      const kind = dice.chance(0.8) ? "client" : "prospect";
      const holders = [t.cast.rep, t.cast.colleague, t.cast.leader, null];
      const id = await account(`Haus ${number}`, { kind, holderId: dice.pick(holders) });
      const people: string[] = [];
      for (let n = dice.between(0, 5); n > 0; n -= 1)
        people.push(await person(`P${number}-${n} Haus`, id, { holderId: dice.pick(holders) }));
      for (const each of people) {
        if (dice.chance(0.4)) await ask(each, { day: dice.pick(["2026-03-03", "2026-08-12", "2026-11-11"]) });
        if (dice.chance(0.2)) await t.put("rep", `/people/${each}/do-not-ask`, { why: "other" });
        if (dice.chance(0.5)) await t.post("rep", `/people/${each}/met`, { how: "call" });
      }
      if (dice.chance(0.2)) await t.post("rep", `/accounts/${id}/issues`, { what: "late" });
      const [first, second] = people;
      if (first && second && dice.chance(0.4))
        await t.post("rep", "/merges", { kind: "person", keptId: first, mergedId: second });
    }
    const whole = await company();
    expect(whole.asked).toBeGreaterThan(3);
    expect(whole.can).toBeLessThan(whole.known);
    for (const by of ["account", "rep", "team"]) {
      const all: CoverageLineView[] = [];
      let cursor: string | null = null;
      do {
        const more: string = cursor === null ? "" : `&cursor=${cursor}`;
        const { body } = await t.get("rep", `/coverage?by=${by}&limit=2${more}`);
        all.push(...body.items);
        cursor = body.nextCursor;
      } while (cursor !== null);
      const sum = (of: "known" | "met" | "asked" | "can") => all.reduce((total, line) => total + line[of], 0);
      expect([by, sum("known"), sum("met"), sum("asked"), sum("can")]).toEqual([
        by,
        whole.known,
        whole.met,
        whole.asked,
        whole.can,
      ]);
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
      const holes = all.map(({ asked, can }) => can - asked);
      expect(holes).toEqual(holes.toSorted((a, b) => b - a));
    }
    for (const line of await lines("by=account&limit=100")) {
      const { sum } = await coverage(line.id!);
      expect({ ...sum, id: line.id }).toEqual({
        id: line.id,
        known: line.known,
        met: line.met,
        asked: line.asked,
        can: line.can,
      });
    }
  });

  it("opens every number to the people behind it", async () => {
    const stopped = await person("Stine Stop", await account("Stop Werke"));
    await ask(stopped, { outcome: "no" });
    const { cannot } = await company();
    await t.put("rep", `/people/${stopped}/do-not-ask`, { why: "said-stop" });
    const whole = await company();
    expect(whole.cannot).toBe(cannot + 1);
    for (const scope of ["", `&holder=${t.cast.rep}`]) {
      const line = (await lines(`by=company${scope}`))[0]!;
      for (const [who, count] of [
        ["unasked", line.can - line.asked],
        ["asked", line.asked],
        ["cannot", line.cannot],
        ["everybody", line.known],
      ] as const) {
        const ids: string[] = [];
        let cursor: string | null = null;
        do {
          const more: string = cursor === null ? "" : `&cursor=${cursor}`;
          const { body } = await t.get("rep", `/coverage/people?who=${who}&limit=7${scope}${more}`);
          ids.push(...body.items.map(({ id }: CoveredView) => id));
          cursor = body.nextCursor;
        } while (cursor !== null);
        expect([who, ids.length, new Set(ids).size]).toEqual([who, count, count]);
      }
    }
    expect(whole.known).toBeGreaterThan(0);
  });

  it("narrows whom nobody has asked by account, part in buying and whether they were met", async () => {
    const id = await account("Imhof Pumpen");
    const [user, champion] = [await person("Ute User", id), await person("Carl Champion", id)];
    await t.put("rep", `/people/${user}/role`, { role: "champion" });
    await t.put("rep", `/people/${user}/role`, { role: "user" });
    await t.put("rep", `/people/${champion}/role`, { role: "champion" });
    await t.post("rep", `/people/${champion}/met`, { how: "call" });
    const names = async (query: string) =>
      (await t.get("rep", `/coverage/people?account=${id}${query}`)).body.items.map(
        ({ fullName }: CoveredView) => fullName,
      );
    expect(await names("")).toEqual(["Carl Champion", "Ute User"]);
    expect(await names("&role=user")).toEqual(["Ute User"]);
    expect(await names("&role=champion")).toEqual(["Carl Champion"]);
    expect(await names("&met=true")).toEqual(["Carl Champion"]);
    expect(await names("&met=false")).toEqual(["Ute User"]);
    await ask(champion);
    expect(await names("")).toEqual(["Ute User"]);
    expect(await names("&who=asked")).toEqual(["Carl Champion"]);
  });

  it("tells how it came about, ending with what holds today", async () => {
    const whole = await company();
    for (const every of ["week", "month", "quarter"]) {
      const { items } = (await t.get("rep", `/coverage/periods?every=${every}&count=5`)).body;
      expect(items).toHaveLength(5);
      expect(items.at(-1)).toMatchObject({ known: whole.known, asked: whole.asked, can: whole.can });
      for (const { known, asked, can } of items) expect(asked <= can && can <= known).toBe(true);
    }
    const id = await account("Jung Metall");
    const [early] = [await person("Emil Early", id), await person("Nils Never", id)];
    await ask(early, { day: "2026-07-14" });
    const { items } = (await t.get("rep", `/coverage/periods?account=${id}&every=quarter&count=3`)).body;
    // The account is a client since today, so that before nobody there was a client contact.
    expect(items).toEqual([
      { from: expect.any(String), to: expect.any(String), known: 0, asked: 0, can: 0 },
      { from: expect.any(String), to: expect.any(String), known: 0, asked: 0, can: 0 },
      { from: expect.any(String), to: expect.any(String), known: 2, asked: 1, can: 2 },
    ]);
  });

  it("goes out as a file in which no name is a formula", async () => {
    await account("=HYPERLINK(1)");
    const id = (await lines("by=account&limit=100")).find(({ name }) => name === "Jung Metall")?.id;
    const file = await t.get("rep", "/coverage.csv?by=account");
    expect(file.body).toContain("account,known,met,asked,can be asked,not asked yet");
    expect(file.body).toContain("Jung Metall,2,0,1,2,1");
    expect(file.body).not.toMatch(/^=/m);
    expect(id).toBeDefined();
    expect((await t.get("stranger", "/coverage.csv?by=account")).body).not.toContain("Jung");
  });

  it("refuses a cursor of another list", async () => {
    const refused = await t.get("rep", "/coverage?cursor=WyJhIl0");
    expect(refused).toMatchObject({ status: 422, body: { field: "cursor" } });
    const huge = Buffer.from('[1e300,"a","b"]').toString("base64url");
    expect((await t.get("rep", `/coverage?cursor=${huge}`)).status).toBe(200);
  });
});

describe("the reminder of accounts that others look after", () => {
  it("is due a quarter after the handover or the last ask there, for whoever holds the relationship", async () => {
    const [quiet, fresh, own] = [
      await account("Kolb Kräne"),
      await account("Lenz Lager"),
      await account("Maier Maß"),
    ];
    for (const id of [quiet, fresh])
      await t.post("rep", `/accounts/${id}/handovers`, { toName: "Customer success", day: "2026-08-03" });
    await t.post("rep", `/accounts/${own}/handovers`, { toName: "Customer success", day: "2026-11-03" });
    await ask(await person("Lisa Lenz", fresh), { day: "2026-09-01" }, "colleague");
    const due = async (who: Who, query: string) =>
      (await t.get(who, `/handovers?${query}`)).body.items.map(
        ({ accountName }: { accountName: string }) => accountName,
      );
    expect(await due("rep", `member=${t.cast.rep}`)).toEqual(["Kolb Kräne", "Lenz Lager", "Maier Maß"]);
    expect(await due("colleague", `member=${t.cast.rep}&due=true`)).toEqual(["Kolb Kräne"]);
    expect(await due("rep", `member=${t.cast.colleague}&due=true`)).toEqual([]);
    expect(await due("stranger", `member=${t.cast.rep}`)).toEqual([]);
    const { body } = await t.get("rep", "/handovers?due=true");
    expect(body.items[0]).toMatchObject({
      holderName: "Mia Sommer",
      toName: "Customer success",
      lastAskDay: null,
      reminder: { since: "2026-08-03", from: "2026-11-02", due: true },
    });
    await ask(await person("Karl Kolb", quiet));
    expect(await due("rep", "due=true")).toEqual([]);
    expect((await coverage(quiet)).handover).toMatchObject({ to: { name: "Customer success" } });
  });

  it("names whom to talk to there, the account that waits longest first, and may be told not now", async () => {
    const handOver = async (name: string, day: string) => {
      const id = await account(name);
      const { body } = await t.post("rep", `/accounts/${id}/handovers`, { toName: "Customer success", day });
      return { id, handover: body.id as string };
    };
    const [newer, older] = [
      await handOver("Nagel Netze", "2026-08-03"),
      await handOver("Otto Öle", "2026-05-04"),
    ];
    const nobody = await handOver("Pohl Pumpen", "2026-07-01");
    await person("Nora Nagel", newer.id);
    const earned = await person("Nina Netz", newer.id);
    await t.post("rep", `/people/${earned}/right`, {
      earned: true,
      words: "A week saved.",
      day: "2026-06-01",
    });
    const [stopped, open] = [await person("Oda Otto", older.id), await person("Olaf Otto", older.id)];
    await t.put("rep", `/people/${stopped}/do-not-ask`, { why: "said-stop" });
    const due = async (who: Who = "rep", query = "") =>
      (await t.get(who, `/handover-reminders${query}`)).body.items.filter(
        ({ accountId }: { accountId: string }) => [newer.id, older.id, nobody.id].includes(accountId),
      );
    const found = await due();
    expect(
      found.map(
        ({
          accountName,
          known,
          whom,
        }: {
          accountName: string;
          known: number;
          whom: { id: string } | null;
        }) => [accountName, known, whom?.id ?? null],
      ),
    ).toEqual([
      ["Otto Öle", 2, open],
      ["Pohl Pumpen", 0, null],
      ["Nagel Netze", 2, earned],
    ]);
    expect(found[2].whom).toMatchObject({ fullName: "Nina Netz", right: { words: "A week saved." } });
    expect(await due("colleague", `?member=${t.cast.rep}`)).toHaveLength(3);
    expect(await due("colleague")).toEqual([]);
    expect((await t.get("stranger", `/handover-reminders?member=${t.cast.rep}`)).status).toBe(404);

    const putOff = `/handovers/${older.handover}/put-off`;
    for (const [who, status] of [
      ["colleague", 403],
      ["stranger", 404],
    ] as const) {
      expect((await t.put(who, putOff, {})).status).toBe(status);
      expect((await t.del(who, putOff)).status).toBe(status);
    }
    const said = await Promise.all([t.put("rep", putOff, {}), t.put("rep", putOff, {})]);
    for (const { status, body } of said)
      expect([status, body.putOffOn, body.reminder]).toEqual([
        200,
        "2026-11-18",
        { since: "2026-05-04", from: "2027-02-17", due: false },
      ]);
    expect(await due()).toHaveLength(2);
    expect((await t.del("rep", putOff)).body.reminder.due).toBe(true);
    expect((await t.del("rep", putOff)).status).toBe(200);
    expect(await due()).toEqual(found);
    await ask(open);
    expect((await t.put("rep", putOff, {})).status).toBe(409);
    expect(await due()).toHaveLength(2);
    expect(await t.mistakes()).toEqual([]);
  });

  it("asks nobody to talk to whom one may not ask, and follows merged accounts and people", async () => {
    const [kept, other] = [await account("Quandt Quarz"), await account("Quandt Quarz alt")];
    await t.post("rep", `/accounts/${other}/handovers`, { toName: "Customer success", day: "2026-08-03" });
    const [quinn, double] = [await person("Quinn Quandt", other), await person("Q. Quandt", kept)];
    await t.post("rep", "/merges", { kind: "account", keptId: kept, mergedId: other });
    await t.post("rep", "/merges", { kind: "person", keptId: quinn, mergedId: double });
    const whom = async () => {
      const { body } = await t.get("rep", "/handover-reminders");
      const found = body.items.find(({ accountId }: { accountId: string }) => accountId === kept);
      return [found.known, found.whom?.id ?? null];
    };
    expect(await whom()).toEqual([1, quinn]);
    await t.post("rep", `/people/${quinn}/issues`, { what: "Invoices are wrong." });
    expect(await whom()).toEqual([1, null]);
  });
});
