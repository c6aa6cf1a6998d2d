import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";
import type { DutyView } from "./duty-view.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin. The workspace was opened on this day: its clocks run from then on.
let h: TestHouse;
const ids: Record<string, string> = {};
let referralId = "";

beforeAll(async () => {
  h = await openTestHouse();
  for (const name of ["Anna Albers", "Bo Brandt", "Cora Carl", "Dirk Dahl"])
    ids[name] = await made("rep", "/people", { fullName: name });
});
afterAll(() => h.close());
beforeEach(async () => {
  if (referralId !== "") await h.del("rep", `/referrals/${referralId}`);
  referralId = await introduced("Anna Albers", "Bo Brandt");
});

describe("what an introduction owes", () => {
  it("is an answer today, thanks in 48 hours and a report in 30 days, and stands with its rep", async () => {
    expect((await dutiesOf("rep")).map(brief)).toEqual([
      "respond Anna Albers 2026-11-18T17:00 open",
      "thank Anna Albers 2026-11-20T10:00 open",
      "report Anna Albers 2026-12-18T17:00 open",
    ]);
    const { items } = (await h.get("rep", `/duties?responsible=${h.cast.rep}`)).body;
    expect(items).toHaveLength(3);
    expect(items[0].responsible).toEqual({ id: h.cast.rep, name: "Mia Sommer", because: "rep" });
    expect((await h.get("rep", `/duties?responsible=${h.cast.colleague}`)).body.items).toEqual([]);
  });

  it("is answered by answering, and done in one tap with what was done; taken back, it is owed again", async () => {
    await h.put("rep", `/referrals/${referralId}/state`, { state: "responded" });
    const done = await h.post("rep", "/settlements", {
      duties: [idOf("thank")],
      how: "note",
      words: "a card",
    });
    expect(done.status).toBe(201);
    expect(done.body.items.map(brief)).toEqual(["thank Anna Albers 2026-11-20T10:00 done"]);
    expect(done.body.items[0].settled).toMatchObject({ how: "note", words: "a card", byName: "Mia Sommer" });
    expect((await dutiesOf("rep")).map(({ state }) => state)).toEqual(["done", "done", "open"]);
    expect((await verbsOn("Anna Albers"))[0]).toBe("source.thanked");
    expect((await h.del("rep", `/duties/${idOf("thank")}/settlement`)).status).toBe(204);
    expect((await dutiesOf("rep")).map(({ state }) => state)).toEqual(["done", "open", "open"]);
    expect((await h.del("rep", `/duties/${idOf("thank")}/settlement`)).status).toBe(404);
    expect(await h.mistakes()).toEqual([]);
  });

  it("is said of several introductions by one source at once, never of several sources", async () => {
    const second = await introduced("Anna Albers", "Dirk Dahl");
    const other = await introduced("Cora Carl", "Bo Brandt");
    const ids2 = [idOf("thank"), `${second}.thank.${ids["Anna Albers"]}`];
    const mixed = [...ids2, `${other}.thank.${ids["Cora Carl"]}`];
    expect((await h.post("rep", "/settlements", { duties: mixed, how: "call" })).status).toBe(422);
    const wine = { what: "wine", value: { minor: 10_00, currency: "EUR" } };
    const gift = await h.post("rep", "/settlements", { duties: ids2, how: "gift", gift: wine });
    expect(gift).toMatchObject({ status: 422, body: { field: "duties" } });
    const done = await h.post("rep", "/settlements", { duties: ids2, how: "call" });
    expect(done.body.items.map(({ state }: DutyView) => state)).toEqual(["done", "done"]);
    expect(await h.mistakes()).toEqual([]);
    for (const id of [second, other]) await h.del("rep", `/referrals/${id}`);
  });

  it("changes nothing when the same is said again, and is replaced when something else is", async () => {
    await thanked("call");
    const lines = (await verbsOn("Anna Albers")).length;
    await thanked("call");
    expect(await verbsOn("Anna Albers")).toHaveLength(lines);
    expect((await thanked("note")).body.items[0].settled.how).toBe("note");
    expect((await dutiesOf("rep")).filter(({ kind }) => kind === "thank")).toHaveLength(1);
  });

  it("is let go only with a reason, and stays visible with it", async () => {
    const silent = await h.post("rep", "/settlements", { duties: [idOf("report")], letGoWhy: "  " });
    expect(silent).toMatchObject({ status: 422, body: { field: "letGoWhy" } });
    const go = await h.post("rep", "/settlements", { duties: [idOf("report")], letGoWhy: "she was there" });
    expect(go.body.items.map(brief)).toEqual(["report Anna Albers 2026-12-18T17:00 let-go"]);
    expect((await h.post("rep", "/settlements", { duties: [idOf("report")] })).status).toBe(422);
    expect((await h.post("rep", "/settlements", { duties: [idOf("respond")], how: "call" })).status).toBe(
      422,
    );
    expect((await h.post("rep", "/settlements", { duties: ["nonsense"], how: "call" })).status).toBe(404);
  });

  it("asks at the close to tell and thank, up the chain to its origin", async () => {
    const first = await introduced("Cora Carl", "Dirk Dahl", "2026-11-16");
    const second = await introduced("Dirk Dahl", "Anna Albers", "2026-11-17");
    await h.put("rep", `/referrals/${referralId}/state`, { state: "won" });
    const open = (await dutiesOf("rep")).filter(({ kind }) => !["respond", "thank"].includes(kind));
    expect(open.map(brief)).toEqual([
      "report-close Anna Albers 2026-11-20T10:00 open",
      "thank-chain Cora Carl 2026-11-20T10:00 open",
      "thank-chain Dirk Dahl 2026-11-20T10:00 open",
      "thank-close Anna Albers 2026-11-20T10:00 open",
    ]);
    const all = await h.post("rep", "/settlements", { duties: open.map(({ id }) => id), how: "call" });
    expect(all.body.items.map(({ state }: DutyView) => state)).toEqual(["done", "done", "done", "done"]);
    expect((await verbsOn("Cora Carl"))[0]).toBe("source.thanked");
    await h.del("rep", `/referrals/${referralId}/state`);
    expect((await dutiesOf("rep")).map(({ kind }) => kind)).toEqual(["respond", "thank", "report"]);
    for (const id of [second, first]) await h.del("rep", `/referrals/${id}`);
  });

  it("goes with the introduction when that is taken back, and is not owed for a name", async () => {
    await h.del("rep", `/referrals/${referralId}`);
    expect((await dutiesOf("rep")).map(brief)).toEqual([]);
    referralId = await introduced("Anna Albers", "Bo Brandt", "2026-11-18", 0);
    expect(await dutiesOf("rep")).toEqual([]);
  });
});

describe("a colleague", () => {
  it("sees what is owed, and settles nothing that is not theirs", async () => {
    expect(await dutiesOf("colleague")).toHaveLength(3);
    const refused = await h.post("colleague", "/settlements", { duties: [idOf("thank")], how: "call" });
    expect(refused).toMatchObject({ status: 403 });
    expect(refused.body.detail).toContain("Mia Sommer");
    expect((await h.post("manager", "/settlements", { duties: [idOf("thank")], how: "call" })).status).toBe(
      201,
    );
    expect((await h.post("stranger", "/settlements", { duties: [idOf("thank")], how: "call" })).status).toBe(
      404,
    );
    expect(await dutiesOf("stranger")).toEqual([]);
  });

  it("sees to it when it is passed to them, until it is taken back", async () => {
    const to = { toId: h.cast.colleague };
    expect((await h.put("colleague", `/referrals/${referralId}/passed`, to)).status).toBe(403);
    const passed = await h.put("rep", `/referrals/${referralId}/passed`, to);
    expect(passed.body.items[0].responsible).toMatchObject({ name: "Jonas Weber", because: "passed" });
    expect((await h.put("rep", `/referrals/${referralId}/passed`, to)).status).toBe(409);
    const theirs = await h.get("colleague", `/duties?responsible=${h.cast.colleague}`);
    expect(theirs.body.items).toHaveLength(3);
    expect((await h.get("rep", `/duties?responsible=${h.cast.rep}`)).body.items).toEqual([]);
    expect((await h.post("colleague", "/settlements", { duties: [idOf("thank")], how: "call" })).status).toBe(
      201,
    );
    expect((await h.del("rep", `/referrals/${referralId}/passed`)).status).toBe(204);
    expect((await h.get("rep", `/duties?responsible=${h.cast.rep}`)).body.items).toHaveLength(2);
  });

  it("who stands in sees to it during an absence, by their own working days", async () => {
    const away = { fromDay: "2026-11-17", toDay: "2026-12-31", standInId: h.cast.colleague };
    const absence = await made("rep", "/absences", { memberId: h.cast.rep, ...away });
    const [first] = await dutiesOf("rep");
    expect(first?.responsible).toEqual({ id: h.cast.colleague, name: "Jonas Weber", because: "stands-in" });
    expect((await dutiesOf("rep")).map(brief)[0]).toBe("respond Anna Albers 2026-11-18T17:00 open");
    expect((await h.get("rep", `/duties?responsible=${h.cast.colleague}`)).body.items).toHaveLength(3);
    expect((await h.post("colleague", "/settlements", { duties: [idOf("thank")], how: "call" })).status).toBe(
      201,
    );
    await h.del("rep", `/absences/${absence}`);
  });

  it("answers it as well, whoever sees to it, and nobody else does; taken back, it waits again", async () => {
    const answered = `/referrals/${referralId}/answered`;
    expect((await h.put("colleague", answered, {})).status).toBe(403);
    expect((await h.put("stranger", answered, {})).status).toBe(404);
    await h.put("rep", `/referrals/${referralId}/passed`, { toId: h.cast.colleague });
    const elsewhere = (await h.get("rep", `/duties?responsible=${h.cast.rep}&elsewhere=true`)).body.items;
    expect(elsewhere.map(({ responsible }: DutyView) => responsible.id)).toContain(h.cast.colleague);
    expect((await h.get("rep", `/duties?responsible=${h.cast.rep}`)).body.items).toEqual([]);
    expect((await h.put("colleague", answered, {})).body.items[0]).toMatchObject({
      kind: "respond",
      state: "done",
    });
    expect((await h.put("colleague", answered, {})).status).toBe(409);
    expect((await h.get("rep", `/referrals/${referralId}`)).body.state).toBe("responded");
    expect((await h.del("colleague", answered)).status).toBe(204);
    expect((await h.del("colleague", answered)).status).toBe(409);
    expect((await h.get("rep", `/referrals/${referralId}`)).body.state).toBe("introduced");
    await h.del("rep", `/referrals/${referralId}/passed`);
    expect(await h.mistakes()).toEqual([]);
  });

  it("an introduction says the same hour as its duty, whoever is away and whoever stands in", async () => {
    const hours = async () => {
      const due = (await dutiesOf("rep")).find(({ kind }) => kind === "respond");
      const { body } = await h.get("rep", `/referrals/${referralId}`);
      const list = (await h.get("rep", `/referrals?member=${h.cast.rep}&unanswered=true`)).body.items;
      const listed = list.find((each: { id: string }) => each.id === referralId);
      expect([body.answerBy, listed.answerBy]).toEqual([due?.dueAt, due?.dueAt]);
      return body.answerBy.slice(0, 10);
    };
    expect(await hours()).toBe("2026-11-18");
    const away = { memberId: h.cast.rep, fromDay: "2026-11-17", toDay: "2026-11-24" };
    const alone = await made("rep", "/absences", away);
    expect(await hours()).toBe("2026-11-25");
    await h.del("rep", `/absences/${alone}`);
    const covered = await made("rep", "/absences", { ...away, standInId: h.cast.colleague });
    expect(await hours()).toBe("2026-11-18");
    const both = { memberId: h.cast.colleague, fromDay: "2026-11-18", toDay: "2026-11-19" };
    const alsoAway = await made("leader", "/absences", both);
    expect(await hours()).toBe("2026-11-25");
    await h.del("leader", `/absences/${alsoAway}`);
    await h.del("rep", `/absences/${covered}`);
  });
});

describe("the first answer", () => {
  it("is drafted with the source's name, and with what the law of the contact's country wants", async () => {
    await h.patch("rep", `/people/${ids["Bo Brandt"]}`, { country: "DE", emails: ["bo@brandt.example"] });
    const draft = await h.get("rep", `/referrals/${referralId}/first-response`);
    expect(draft.body).toMatchObject({
      to: "bo@brandt.example",
      bcc: null,
      law: { name: "Germany", consentFirst: true },
    });
    expect(draft.body.text).toContain("Anna Albers meinte, dass wir miteinander sprechen sollten");
    expect(draft.body.text).toContain("Mia Sommer\nNordlicht Systeme");
    expect((await h.get("stranger", `/referrals/${referralId}/first-response`)).status).toBe(404);
  });
});

describe("the clocks", () => {
  it("are a setting of the workspace that leaders change", async () => {
    expect((await h.get("rep", "/clocks")).body).toEqual({
      respondBy: "18:00",
      respondCutoff: "16:00",
      thankHours: 48,
      reportDays: 30,
      closeHours: 48,
      since: "2026-11-18",
    });
    expect((await h.patch("rep", "/clocks", { thankHours: 24 })).status).toBe(403);
    expect((await h.patch("leader", "/clocks", { respondCutoff: "19:00" })).body.field).toBe("respondCutoff");
    expect((await h.patch("leader", "/clocks", { thankHours: 24, respondBy: "17:00" })).status).toBe(200);
    expect((await dutiesOf("rep")).map(brief).slice(0, 2)).toEqual([
      "respond Anna Albers 2026-11-18T16:00 open",
      "thank Anna Albers 2026-11-19T10:00 open",
    ]);
    const view = await h.get("rep", `/referrals/${referralId}`);
    expect(view.body.answerBy).toBe("2026-11-18T16:00:00.000Z");
    expect((await h.patch("leader", "/clocks", { thankHours: 48, respondBy: "18:00" })).status).toBe(200);
    expect((await h.get("stranger", "/clocks")).body.thankHours).toBe(48);
  });
});

async function thanked(how: string) {
  return h.post("rep", "/settlements", { duties: [idOf("thank")], how });
}

describe("the measures", () => {
  it("say how fast it was answered, with the facts behind, of a rep, a team and the company", async () => {
    await h.put("rep", `/referrals/${referralId}/state`, { state: "lost" });
    const close = [idOf("report-close"), idOf("thank-close")];
    await h.post("rep", "/settlements", { duties: close, how: "call" });
    for (const whose of [`member=${h.cast.rep}`, `team=${h.cast.teams.north}`, ""]) {
      const { items } = (await h.get("leader", `/loop-measures?by=month&${whose}`)).body;
      expect(items).toHaveLength(6);
      expect(items[5]).toMatchObject({
        introductions: 1,
        thankedInTime: { count: 0, rate: { kind: "too-early", n: 0 } },
        knows: { count: 1, rate: { kind: "too-early", n: 1 } },
      });
      const { start, end } = items[5].period;
      const facts = await h.get("leader", `/loop-measures/facts?from=${start}&to=${end}&${whose}`);
      expect(facts.body).toMatchObject({
        items: [{ referralId, contactName: "Bo Brandt", sourceName: "Anna Albers", knows: true }],
        nextCursor: null,
      });
    }
    const others = (await h.get("leader", `/loop-measures?member=${h.cast.southRep}`)).body.items;
    expect(others.at(-1)).toMatchObject({ introductions: 0, response: null });
    expect((await h.get("stranger", "/loop-measures")).body.items.at(-1).introductions).toBe(0);
    const theirs = await h.get("stranger", "/loop-measures/facts?from=2026-01-01&to=2026-12-31");
    expect(theirs.body.items).toEqual([]);
    expect((await h.get("rep", "/loop-measures?from=1999-01-01")).status).toBe(422);
  });
});

function idOf(kind: string, name = "Anna Albers"): string {
  return `${referralId}.${kind}.${ids[name]}`;
}

async function introduced(source: string, contact: string, day = "2026-11-18", level = 2): Promise<string> {
  return made("rep", "/referrals", { sourceId: ids[source], contactId: ids[contact], level, day });
}

async function made(who: CastName, path: string, body: object): Promise<string> {
  const answer = await h.post(who, path, body);
  expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBe(201);
  return answer.body.id;
}

async function dutiesOf(who: CastName): Promise<DutyView[]> {
  return (await h.get(who, `/duties?referral=${referralId}`)).body.items;
}

function brief({ kind, sourceName, dueAt, state }: DutyView): string {
  return `${kind} ${sourceName} ${dueAt.slice(0, 16)} ${state}`;
}

async function verbsOn(name: string): Promise<string[]> {
  const { items } = (await h.get("rep", `/timeline?of=${ids[name]}`)).body;
  return items.map(({ verb }: { verb: string }) => verb);
}
