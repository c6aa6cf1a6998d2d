import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { everythingIn } from "#demo/whole-workspace.ts";
import { verify } from "#lib/storage/verify.ts";
import { createPageLinks } from "./page-link-server.ts";
import { sharingChecks } from "./page-verify-reader.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
let h: TestHouse;
let now = new Date("2026-11-18T10:00:00Z");
let sourceId = "";
let targetId = "";
let askId = "";
let pageId = "";
let token = "";

const WORDS = {
  language: "en",
  asked: "Would you introduce me to Ben Moss?",
  whom: "Ben Moss, who plans the shifts at Weser Pumpen",
  reason: "He plans shifts in an hour.",
  subject: "Meet Mia",
  blurb: "Mia of Nordlicht did good work for us. She will call you.",
};
let count = 0;

beforeAll(async () => {
  h = await openTestHouse({ clock: { now: () => now } });
});
afterAll(() => h.close());
beforeEach(async () => {
  now = new Date("2026-11-18T10:00:00Z");
  count += 1;
  sourceId = await made("rep", "/people", { fullName: `Anna Albers ${count}` });
  targetId = await made("rep", "/people", { fullName: `Ben Moss ${count}` });
  askId = await made("rep", "/asks", { sourceId, targetPersonId: targetId, outcome: "will-think" });
  const page = await h.post("rep", "/shared-pages", { askId, ...WORDS });
  pageId = page.body.id;
  token = page.body.link.split("#")[1];
});

describe("a source's page", () => {
  it("shows what the rep put there, and nothing of anybody else", async () => {
    const { status, body } = await look();
    expect(status).toBe(200);
    expect(body).toEqual({
      kind: "source",
      ...WORDS,
      repName: "Mia Sommer",
      workspaceName: "Nordlicht Systeme",
      sourceName: `Anna Albers ${count}`,
      askFirst: false,
      today: "2026-11-18",
      untilDay: "2027-01-17",
      may: ["introduced", "not-now", "not-them", "never"],
      said: [],
      asking: [],
      became: [],
    });
    expect(JSON.stringify(body)).not.toContain(targetId);
  });

  it("takes “I have introduced you”: an introduction for the rep, at the level the source says, whose clocks run", async () => {
    const { body } = await say({
      answer: "introduced",
      name: `ben moss ${count}`,
      effort: "vouched",
      words: "He expects your call on Friday.",
    });
    expect(body.said).toMatchObject([{ answer: "introduced", name: `Ben Moss ${count}` }]);
    const [referral] = (await h.get("rep", `/referrals?source=${sourceId}`)).body.items;
    expect(referral).toMatchObject({
      contactId: targetId,
      askId,
      level: 3,
      state: "introduced",
      memberId: h.cast.rep,
      note: "He expects your call on Friday.",
    });
    expect((await h.get("rep", `/duties?referral=${referral.id}`)).body.items[0]).toMatchObject({
      kind: "respond",
      state: "open",
    });
    expect((await h.get("rep", `/asks/${askId}`)).body.outcome).toBe("named-someone");
    const { items } = (await h.get("rep", "/page-news")).body;
    expect(items[0]).toMatchObject({ answer: "introduced", sourceId, referralId: referral.id });
    expect(await h.mistakes()).toEqual([]);
  });

  it("writes a double click down once, and somebody else beside", async () => {
    const anna = {
      answer: "introduced",
      name: "Ilka Uhlig",
      company: "Uhlig Bau",
      email: "ilka@uhlig.example",
    };
    const both = await Promise.all([say(anna), say(anna)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await say({ answer: "introduced", name: "Veit Reimers" });
    const { items } = (await h.get("rep", `/referrals?source=${sourceId}`)).body;
    expect(items.map((each: { contactName: string }) => each.contactName).toSorted()).toEqual([
      "Ilka Uhlig",
      "Veit Reimers",
    ]);
  });

  it("takes “not now” until a day, “not this person” and “do not ask me again”, each back again", async () => {
    await say({ answer: "not-now", untilDay: "2026-12-18" });
    expect((await h.get("rep", `/asks/${askId}`)).body).toMatchObject({
      outcome: "not-now",
      untilDay: "2026-12-18",
    });
    await say({ answer: "not-them", words: "We are rivals." });
    const stops = async () => (await h.get("rep", `/people/${sourceId}/standing`)).body;
    expect((await stops()).noGos).toMatchObject([{ person: { id: targetId }, words: "We are rivals." }]);
    const { body } = await say({ answer: "never" });
    expect((await stops()).doNotAsk).toMatchObject({ why: "said-stop" });
    expect(body.may).toEqual([]);
    expect((await h.post("rep", "/asks", { sourceId })).status).toBe(409);
    for (const { id } of body.said.toReversed())
      expect((await visit("DELETE", `/visited-page/answers/${id}`)).status).toBe(200);
    expect((await stops()).noGos).toEqual([]);
    expect((await stops()).doNotAsk).toBeNull();
    expect((await h.get("rep", `/asks/${askId}`)).body.outcome).toBe("will-think");
    expect((await look()).body.said).toEqual([]);
    expect(
      (await h.get("rep", "/page-news")).body.items.filter(
        ({ askId: of }: { askId: string }) => of === askId,
      ),
    ).toEqual([]);
  });

  it("says what is missing at its field", async () => {
    expect(await sayProblem({ answer: "introduced", name: " " })).toEqual(["name", "name"]);
    expect(await sayProblem({ answer: "introduced", name: "Bo", email: "bo@" })).toEqual(["email", "email"]);
    expect(await sayProblem({ answer: "not-now", untilDay: "2026-11-18" })).toEqual(["until", "untilDay"]);
    expect(await sayProblem({ answer: "not-now" })).toEqual(["until", "untilDay"]);
    expect(await sayProblem({ answer: "agreed", name: "Bo", email: "bo@bo.example" })).toEqual([
      "said-already",
      undefined,
    ]);
    expect((await look()).body.said).toEqual([]);
  });

  it("keeps what cannot be done here, with the reason, for the rep alone", async () => {
    // Unprompted, before: the introduction stands, and is none of this ask.
    await h.post("rep", "/referrals", { sourceId, contactId: targetId, level: 1 });
    const { status, body } = await say({ answer: "introduced", name: `Ben Moss ${count}` });
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain("raise its level");
    const [news] = (await h.get("rep", "/page-news")).body.items;
    expect(news).toMatchObject({ answer: "introduced", name: `Ben Moss ${count}`, referralId: null });
    expect(news.trouble).toContain("raise its level");
    expect(await h.mistakes()).toEqual([]);
  });

  it("cannot be taken back on the page once the rep has gone on", async () => {
    const { body } = await say({ answer: "introduced", name: "Ilka Uhlig" });
    const [referral] = (await h.get("rep", `/referrals?source=${sourceId}`)).body.items;
    await made("rep", "/meetings", {
      personId: referral.contactId,
      referralId: referral.id,
      day: "2026-11-20",
      time: "10:00",
    });
    const back = await visit("DELETE", `/visited-page/answers/${body.said[0].id}`);
    expect([back.status, back.body.facts.page]).toEqual([409, "gone-on"]);
    expect((await look()).body.said).toHaveLength(1);
  });
});

describe("what became of it", () => {
  it("is told of the introduction the rep chose, with their words or without, and keeps the page open", async () => {
    await say({ answer: "introduced", name: "Ilka Uhlig" });
    await say({ answer: "introduced", name: "Veit Reimers" });
    const { items } = (await h.get("rep", `/referrals?source=${sourceId}`)).body;
    const ilka = items.find((each: { contactName: string }) => each.contactName === "Ilka Uhlig").id;
    await h.put("rep", `/referrals/${ilka}/state`, { state: "responded" });
    expect((await look()).body.became).toEqual([]);
    now = new Date("2027-01-10T10:00:00Z");
    const told = await tell(ilka, { tells: true });
    expect(told.body).toMatchObject({ untilDay: "2027-03-11", state: "open" });
    const line = {
      name: "Ilka Uhlig",
      introducedOn: "2026-11-18",
      state: "responded",
      stateDay: "2026-11-18",
    };
    expect((await look()).body.became).toEqual([{ ...line, told: null }]);
    await tell(ilka, { tells: true, told: "We start in March." });
    expect((await look()).body.became).toEqual([{ ...line, told: "We start in March." }]);
    await tell(ilka, { tells: false });
    expect((await look()).body.became).toEqual([]);
  });

  it("is nothing of a name, nothing of another source's, and the rep's alone to tell", async () => {
    const name = await made("rep", "/referrals", {
      sourceId,
      askId,
      contact: { fullName: "Uwe Unruh" },
      level: 0,
    });
    expect((await tell(name, { tells: true })).body.field).toBe("referralId");
    const other = await made("rep", "/people", { fullName: `Cora Carl ${count}` });
    const elsewhere = await made("rep", "/referrals", {
      sourceId: other,
      contact: { fullName: "Ute Unruh" },
      level: 1,
    });
    expect((await tell(elsewhere, { tells: true })).status).toBe(404);
    for (const who of ["colleague", "stranger"] as const)
      expect((await h.put(who, `/shared-pages/${pageId}/tellings/${name}`, { tells: true })).status).toBe(
        who === "stranger" ? 404 : 403,
      );
  });

  it("can be told to a source who introduced unprompted, of whom nothing is asked", async () => {
    const referralId = await made("rep", "/referrals", {
      sourceId,
      contact: { fullName: "Veit Reimers" },
      level: 2,
    });
    const asks = await h.post("rep", "/shared-pages", { referralId, ...WORDS });
    expect([asks.status, asks.body.field]).toEqual([422, "asked"]);
    const { body } = await h.post("rep", "/shared-pages", { referralId, language: "de" });
    await h.put("rep", `/shared-pages/${body.id}/tellings/${referralId}`, { tells: true });
    token = body.link.split("#")[1];
    expect((await look()).body).toMatchObject({
      asked: null,
      may: ["never"],
      became: [{ name: "Veit Reimers", state: "introduced" }],
    });
  });
});

describe("after somebody was named", () => {
  it("a “not now” still holds: the source rests until that day, and may take it back", async () => {
    await made("rep", "/referrals", { sourceId, askId, contact: { fullName: "Uwe Unruh" }, level: 0 });
    const { body } = await say({ answer: "not-now", untilDay: "2027-02-17" });
    expect(body.said).toMatchObject([{ answer: "not-now", untilDay: "2027-02-17" }]);
    expect((await h.get("rep", `/people/${sourceId}/standing`)).body.doNotAsk).toMatchObject({
      liftedOn: "2027-02-17",
      words: "Not now: ask again on 17 February 2027.",
    });
    expect((await h.get("rep", "/page-news")).body.items[0].trouble).toBeNull();
    expect((await h.post("rep", "/asks", { sourceId })).status).toBe(409);
    await visit("DELETE", `/visited-page/answers/${body.said[0].id}`);
    expect((await h.get("rep", `/people/${sourceId}/standing`)).body.doNotAsk).toBeNull();
    await say({ answer: "not-now", untilDay: "2027-02-17" });
    now = new Date("2027-02-17T10:00:00Z");
    expect((await h.get("rep", `/people/${sourceId}/standing`)).body.doNotAsk).toBeNull();
  });

  it("the name becomes the introduction: nobody is written down twice, and the undo makes it a name again", async () => {
    const name = await made("rep", "/referrals", {
      sourceId,
      askId,
      contact: { fullName: "Jörg Müller-Öztürk" },
      level: 0,
    });
    const { body } = await say({
      answer: "introduced",
      name: "jörg müller-öztürk",
      effort: "vouched",
      email: "joerg@hof.example",
    });
    const own = async () => (await h.get("rep", `/referrals?source=${sourceId}`)).body.items;
    expect(await own()).toMatchObject([
      { id: name, level: 3, state: "introduced", countsFrom: "2026-11-18" },
    ]);
    const { contactId } = (await own())[0];
    expect((await h.get("rep", `/people/${contactId}`)).body.emails).toEqual(["joerg@hof.example"]);
    await visit("DELETE", `/visited-page/answers/${body.said[0].id}`);
    expect(await own()).toMatchObject([{ id: name, level: 0, state: "named" }]);
    expect(await h.mistakes()).toEqual([]);
  });

  it("who agreed is not introduced a second time", async () => {
    const asked = await visit("POST", "/visited-page/asked-first", { text: "May I?" });
    const source = token;
    token = asked.body.asking[0].link.split("#")[1];
    await say({ answer: "agreed", name: "Jörg Sand", phone: "+49 40 123456" });
    token = source;
    await say({ answer: "introduced", name: "Jörg Sand", effort: "vouched" });
    const { items } = (await h.get("rep", `/referrals?source=${sourceId}`)).body;
    expect(items).toMatchObject([{ contactName: "Jörg Sand", level: 3 }]);
    expect(await h.mistakes()).toEqual([]);
  });
});

describe("asking first", () => {
  it("joins names when the contact agrees, with their word that they may be written to", async () => {
    const asked = await visit("POST", "/visited-page/asked-first", { text: "Mia did good work. May I?" });
    expect(asked.status).toBe(200);
    const [first] = asked.body.asking;
    expect(first).toMatchObject({ day: "2026-11-18", untilDay: "2026-12-18", agreed: null });
    await visit("POST", "/visited-page/asked-first", { text: "Mia did good work. May I?" });
    expect((await look()).body.asking).toHaveLength(1);
    const source = token;
    token = first.link.split("#")[1];
    const { body } = await look();
    expect(body).toMatchObject({
      kind: "contact",
      blurb: "Mia did good work. May I?",
      asked: null,
      whom: null,
    });
    expect(body.may).toEqual(["agreed", "declined"]);
    expect(await sayProblem({ answer: "agreed", name: "Greta Uhlig" })).toEqual(["reach", "email"]);
    await say({ answer: "agreed", name: "Greta Uhlig", email: "Greta@Uhlig.example" });
    const [referral] = (await h.get("rep", `/referrals?source=${sourceId}`)).body.items;
    expect(referral).toMatchObject({ contactName: "Greta Uhlig", askId, level: 2 });
    expect((await h.get("rep", `/people/${referral.contactId}`)).body.emails).toEqual([
      "greta@uhlig.example",
    ]);
    const { body: writing } = await h.get("rep", `/people/${referral.contactId}/writing`);
    expect(writing).toMatchObject({ state: "agreed", consent: { how: "page", day: "2026-11-18" } });
    const agreed = (await look()).body;
    expect(agreed.may).toEqual([]);
    await visit("DELETE", `/visited-page/answers/${agreed.said[0].id}`);
    expect((await h.get("rep", `/referrals?source=${sourceId}`)).body.items).toEqual([]);
    expect((await h.get("rep", "/people?q=Greta")).body.items).toEqual([]);
    await say({ answer: "agreed", name: "Greta Uhlig", email: "Greta@Uhlig.example" });
    token = source;
    expect((await look()).body.asking).toMatchObject([{ agreed: "Greta Uhlig" }]);
    expect((await h.get("rep", `/shared-pages/${pageId}`)).body).toMatchObject({
      asking: 0,
      said: [
        { answer: "agreed", takenBack: true },
        { answer: "agreed", name: "Greta Uhlig", takenBack: false },
      ],
    });
  });

  it("lets the contact decline without a word to anybody, and think again", async () => {
    const asked = await visit("POST", "/visited-page/asked-first", { text: "" });
    const [first] = asked.body.asking;
    expect(first.link).not.toContain(pageId);
    const source = token;
    const lines = async () => (await h.get("rep", `/timeline?of=${sourceId}`)).body.items.length;
    const before = await lines();
    const fresh = await lookAt(first.link);
    token = first.link.split("#")[1];
    expect((await say({ answer: "declined" })).status).toBe(200);
    expect(await lookAt(first.link)).toEqual(fresh);
    token = source;
    expect((await look()).body.asking).toEqual(asked.body.asking);
    const shown = (await h.get("rep", `/shared-pages/${pageId}`)).body;
    expect([shown.said, shown.asking, await lines()]).toEqual([[], 1, before]);
    expect(JSON.stringify((await h.get("leader", `/page-news?member=${h.cast.rep}`)).body)).not.toContain(
      "declined",
    );
    token = first.link.split("#")[1];
    await say({ answer: "agreed", name: "Bo Brandt", phone: "+49 40 123456" });
    expect((await h.get("rep", `/referrals?source=${sourceId}`)).body.items).toHaveLength(1);
  });
});

describe("a link", () => {
  it("changes nothing when everything is fetched", async () => {
    await visit("POST", "/visited-page/asked-first", { text: "May I?" });
    const before = await everythingIn(h);
    const links = [token, (await look()).body.asking[0].link.split("#")[1]];
    for (const each of links)
      for (const path of ["/visited-page", "/visited-page/answers", "/visited-page/asked-first"])
        for (const method of ["GET", "HEAD"])
          await h.as(null, method, path, undefined, { "askwell-link": each as string });
    expect(await everythingIn(h)).toEqual(before);
  });

  it("explains itself when it is forged, and changes nothing", async () => {
    const foreign = createPageLinks({ url: "http://x", secret: "some other secret, just as long as it" });
    const signed = foreign.linkTo(h.cast.workspaceId, pageId).split("#")[1] as string;
    const before = await everythingIn(h);
    for (const bad of ["", "nonsense", signed, `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`]) {
      token = bad;
      await refused("forged");
    }
    expect(await everythingIn(h)).toEqual(before);
  });

  it("explains itself when it was withdrawn, and opens again by undo", async () => {
    await visit("POST", "/visited-page/asked-first", { text: "May I?" });
    const contact = (await look()).body.asking[0].link.split("#")[1];
    const source = token;
    expect((await h.put("rep", `/shared-pages/${pageId}/withdrawal`, {})).body.state).toBe("withdrawn");
    const before = await everythingIn(h);
    for (const each of [source, contact]) {
      token = each;
      await refused("withdrawn");
    }
    expect(await everythingIn(h)).toEqual(before);
    expect((await h.del("rep", `/shared-pages/${pageId}/withdrawal`)).body.state).toBe("open");
    expect((await look()).status).toBe(200);
  });

  it("is as good as withdrawn once its ask was taken back", async () => {
    expect((await h.del("rep", `/asks/${askId}`)).status).toBe(204);
    await refused("withdrawn");
  });

  it("explains itself when it has run out, and names whom to ask for another", async () => {
    now = new Date("2027-01-17T12:00:00Z");
    expect((await look()).status).toBe(200);
    now = new Date("2027-01-18T12:00:00Z");
    const before = await everythingIn(h);
    const { body } = await refused("expired");
    expect(body.facts).toMatchObject({ repName: "Mia Sommer", language: "en", untilDay: "2027-01-17" });
    expect(await everythingIn(h)).toEqual(before);
    await h.patch("rep", `/shared-pages/${pageId}`, { days: 14 });
    expect((await look()).body.untilDay).toBe("2027-02-01");
  });

  it("changes nothing when an answer is sent again, or one that was answered since", async () => {
    const never = { answer: "never" };
    const first = await say(never);
    const before = await everythingIn(h);
    const again = await say(never);
    expect([again.status, again.body.said]).toEqual([200, first.body.said]);
    const late = await say({ answer: "not-now", untilDay: "2026-12-24" });
    expect([late.status, late.body.facts.page]).toEqual([409, "said-already"]);
    expect(await everythingIn(h)).toEqual(before);
    const id = first.body.said[0].id;
    expect((await visit("DELETE", `/visited-page/answers/${id}`)).status).toBe(200);
    const after = await everythingIn(h);
    expect((await visit("DELETE", `/visited-page/answers/${id}`)).status).toBe(200);
    expect(await everythingIn(h)).toEqual(after);
  });

  it("of another page takes nothing back here", async () => {
    const { body } = await say({ answer: "not-now", untilDay: "2026-12-24" });
    const otherSource = await made("rep", "/people", { fullName: `Cora Carl ${count}` });
    const otherAsk = await made("rep", "/asks", { sourceId: otherSource });
    const other = await h.post("rep", "/shared-pages", { askId: otherAsk, ...WORDS });
    token = other.body.link.split("#")[1];
    expect((await visit("DELETE", `/visited-page/answers/${body.said[0].id}`)).status).toBe(409);
    expect((await h.get("rep", `/asks/${askId}`)).body.outcome).toBe("not-now");
  });
});

describe("somebody who agreed", () => {
  it("can take it back on their page though the source's was withdrawn", async () => {
    const asked = await visit("POST", "/visited-page/asked-first", { text: "May I?" });
    token = asked.body.asking[0].link.split("#")[1];
    const { body } = await say({ answer: "agreed", name: "Ida Isar", email: "ida@isar.example" });
    await h.put("rep", `/shared-pages/${pageId}/withdrawal`, {});
    expect((await look()).status).toBe(200);
    expect((await visit("DELETE", `/visited-page/answers/${body.said[0].id}`)).status).toBe(200);
    expect((await h.get("rep", `/referrals?source=${sourceId}`)).body.items).toEqual([]);
    await refused("withdrawn");
  });
});

describe("who may", () => {
  it("make and change it: the rep, their manager and a leader; a colleague reads it without its link", async () => {
    expect((await h.get("colleague", `/shared-pages/${pageId}`)).body.link).toBeNull();
    for (const [method, path, body] of [
      ["PATCH", `/shared-pages/${pageId}`, { asked: "x" }],
      ["PUT", `/shared-pages/${pageId}/withdrawal`, {}],
      ["DELETE", `/shared-pages/${pageId}/withdrawal`, undefined],
      ["POST", "/shared-pages", { askId, ...WORDS }],
    ] as const) {
      expect((await h.as("colleague", method, path, body)).status, path).toBe(403);
      expect((await h.as("stranger", method, path, body)).status, path).toBe(404);
    }
    expect((await h.patch("manager", `/shared-pages/${pageId}`, { asked: "Would you?" })).status).toBe(200);
    expect((await h.get("stranger", `/shared-pages/${pageId}`)).status).toBe(404);
    expect((await h.get("stranger", `/shared-pages?ask=${askId}`)).body.items).toEqual([]);
  });

  it("have one open page for an ask", async () => {
    const twice = await h.post("rep", "/shared-pages", { askId, ...WORDS });
    expect([twice.status, twice.body.detail]).toEqual([
      409,
      `Anna Albers ${count} has a page for this already`,
    ]);
    await h.put("rep", `/shared-pages/${pageId}/withdrawal`, {});
    const other = await h.post("rep", "/shared-pages", { askId, ...WORDS, askFirst: true });
    expect(other.status).toBe(201);
    expect((await h.del("rep", `/shared-pages/${pageId}/withdrawal`)).status).toBe(409);
    const pages = (await h.get("rep", `/shared-pages?ask=${askId}&source=${sourceId}`)).body;
    expect(pages.items.map((each: { state: string }) => each.state)).toEqual(["open", "withdrawn"]);
    expect(pages.asksFirst).toBe(true);
  });

  it("see the news until somebody has looked", async () => {
    await say({ answer: "not-now", untilDay: "2026-12-18" });
    const mine = async () =>
      (await h.get("rep", "/page-news")).body.items.filter((each: { askId: string }) => each.askId === askId);
    const [news] = await mine();
    expect((await h.put("colleague", `/page-news/${news.id}/seen`, {})).status).toBe(403);
    expect((await h.put("stranger", `/page-news/${news.id}/seen`, {})).status).toBe(404);
    await h.put("rep", `/page-news/${news.id}/seen`, {});
    expect(await mine()).toEqual([]);
    await h.del("rep", `/page-news/${news.id}/seen`);
    expect(await mine()).toHaveLength(1);
  });

  it("leave: what is said then is written down for a leader", async () => {
    const left = await made("colleague", "/people", { fullName: `Dirk Dahl ${count}` });
    const ask = await made("colleague", "/asks", { sourceId: left });
    const page = await h.post("colleague", "/shared-pages", { askId: ask, ...WORDS });
    token = page.body.link.split("#")[1];
    expect((await h.del("leader", `/members/${h.cast.colleague}`)).status).toBeLessThan(300);
    await say({ answer: "introduced", name: "Ilka Uhlig" });
    const [referral] = (await h.get("leader", `/referrals?source=${left}`)).body.items;
    expect(referral).toMatchObject({ memberId: h.cast.leader, askId: null });
    expect(await h.mistakes()).toEqual([]);
  });
});

describe("askwell verify", () => {
  it("finds nothing in what was told here, and whatever does not fit", async () => {
    expect((await say({ answer: "introduced", name: `Cleo Kern ${count}` })).status).toBe(200);
    await h.del("rep", `/shared-pages/${pageId}/withdrawal`);
    await h.put("rep", `/shared-pages/${pageId}/withdrawal`, {});
    expect(await mistakes()).toEqual([]);
    await h.test.database.write(h.cast.workspaceId, async (tx) => {
      await sql`update shared_answer set referral_id = null where page_id = ${pageId}`.execute(tx.tables());
      await sql`update shared_page set withdrawn_at = null, withdrawn_by = null where id = ${pageId}`.execute(
        tx.tables(),
      );
    });
    expect(await mistakes()).toEqual([
      `${pageId} has "shared-page.withdrawn" in the journal, and not in its own record`,
      expect.stringMatching(/^the answer "introduced" .* has not brought about what it says$/),
    ]);
  });
});

// Last, for the clock stands: the others would have to wait out the minute.
describe("guessing", () => {
  it("is stopped after so many looks a minute", async () => {
    token = "";
    const guesses = await Promise.all(Array.from({ length: 130 }, () => look()));
    expect(guesses.some(({ status }) => status === 429)).toBe(true);
  });
});

async function mistakes(): Promise<string[]> {
  const workspace = { id: h.cast.workspaceId, firstDay: 1 as const };
  const found = await verify(h.test.database, workspace, sharingChecks, () => 0);
  return found.flatMap((each) => each.mistakes);
}

async function made(who: CastName, path: string, body: unknown): Promise<string> {
  const answer = await h.post(who, path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

async function tell(referralId: string, said: unknown): Promise<Answer> {
  return h.put("rep", `/shared-pages/${pageId}/tellings/${referralId}`, said);
}

async function visit(method: string, path: string, body?: unknown): Promise<Answer> {
  return h.as(null, method, path, body, { "askwell-link": token });
}
async function look(): Promise<Answer> {
  return visit("GET", "/visited-page");
}
async function lookAt(link: string): Promise<unknown> {
  return (
    await h.as(null, "GET", "/visited-page", undefined, { "askwell-link": link.split("#")[1] as string })
  ).body;
}
async function say(said: unknown): Promise<Answer> {
  return visit("POST", "/visited-page/answers", said);
}
async function sayProblem(said: unknown): Promise<[string, string | undefined]> {
  const { body } = await say(said);
  return [body.facts?.page, body.field];
}

/** Whatever a visitor could do with the link, it is refused with the same reason. */
async function refused(reason: string): Promise<Answer> {
  const tried = [
    await look(),
    await say({ answer: "never" }),
    await say({ answer: "agreed", name: "Bo", email: "bo@bo.example" }),
    await visit("POST", "/visited-page/asked-first", { text: "x" }),
    await visit("DELETE", `/visited-page/answers/${askId}`),
  ];
  expect(tried.map(({ status, body }) => [status, body.facts?.page])).toEqual(tried.map(() => [404, reason]));
  return tried[0] as Answer;
}
