import { sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { everythingIn } from "#demo/whole-workspace.ts";
import { verify } from "#lib/storage/verify.ts";
import { createCardLinks } from "./report-link-server.ts";
import { reportChecks } from "./report-verify-reader.ts";

// Wednesday, 18 November 2026, 11:00 in Berlin.
const NOON = new Date("2026-11-18T10:00:00Z");
let h: TestHouse;
let now = NOON;
let count = 0;
let accountId = "";
let personId = "";
let colleagueThere = "";
let cardId = "";
let token = "";

beforeAll(async () => {
  h = await openTestHouse({ clock: { now: () => now } });
});
afterAll(() => h.close());
beforeEach(async () => {
  // Each an hour later: looks are counted by the minute.
  now = new Date(NOON.getTime() + count * 60_000);
  count += 1;
  accountId = await made("/accounts", {
    name: `Hafen Logistik ${count}`,
    kind: "client",
    country: "DE",
    holderId: h.cast.rep,
  });
  personId = await made("/people", { fullName: `Anna Albers ${count}`, accountId });
  colleagueThere = await made("/people", { fullName: `Bruno Amsel ${count}`, accountId });
  const card = await h.post("rep", "/report-cards", { personId, language: "en" });
  cardId = card.body.id;
  token = card.body.link.split("#")[1];
});

describe("a report card behind its link", () => {
  it("asks what ships, in the contact's language where we have it", async () => {
    const { status, body } = await look();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      language: "en",
      repName: "Mia Sommer",
      workspaceName: "Nordlicht Systeme",
      personName: "Anna",
      said: [],
      handedInOn: null,
      mayChange: true,
      untilDay: "2027-01-17",
    });
    const texts = body.asks.questions.map((each: { text: string }) => each.text);
    expect(texts).toContain("What would make you glad to introduce us to somebody?");
    expect(texts).toContain("What do you expect from us in the next six months?");
    const german = await h.post("rep", "/report-cards", { personId: colleagueThere, occasion: "delivered" });
    expect(german.body).toMatchObject({ language: "de", asks: { title: "Wie haben wir es gemacht?" } });
    expect(german.body.draft.text).toContain(german.body.link);
  });

  it("saves each answer as it is given, and goes on where they were", async () => {
    await say("recommend", { score: 8 });
    await say("promised", { score: 4 });
    await say("use", { choice: "Most of it" });
    await say("expects", { words: " A plan for the night shift. " });
    expect((await look()).body.said).toEqual([
      { questionId: "expects", score: null, choice: null, words: "A plan for the night shift." },
      { questionId: "promised", score: 4, choice: null, words: null },
      { questionId: "recommend", score: 8, choice: null, words: null },
      { questionId: "use", score: null, choice: "Most of it", words: null },
    ]);
    await say("use", {});
    expect((await h.get("rep", `/report-cards/${cardId}`)).body).toMatchObject({
      state: "open",
      score: null,
      answered: 3,
      said: [],
    });
  });

  it.each([
    ["recommend", { score: 11 }, "unfit"],
    ["recommend", { score: -1 }, "unfit"],
    ["promised", { score: 0 }, "unfit"],
    ["use", { choice: "Everything else" }, "unfit"],
    ["use", { words: "x" }, "unfit"],
    ["better", { score: 3 }, "unfit"],
    ["nothing-of-the-kind", { words: "x" }, "unfit"],
    ["better", { words: "x".repeat(2_001) }, "long"],
  ])("refuses %s %j: %s", async (question, said, why) => {
    const answer = await say(question, said);
    expect([answer.status, answer.body.facts.page]).toEqual([422, why]);
  });

  it("is handed in with a number, counts once however often, and can be changed for two weeks", async () => {
    expect((await handIn()).body.facts.page).toBe("score");
    await say("recommend", { score: 9, words: "You kept your word." });
    const both = await Promise.all([handIn(), handIn()]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    expect((await handIn()).body).toMatchObject({ handedInOn: "2026-11-18", changeUntil: "2026-12-02" });
    const lines = await linesOf(cardId);
    expect(lines.filter((verb) => verb === "report-card.handed-in")).toHaveLength(1);
    await say("recommend", { score: 10, words: "You kept your word." });
    expect((await h.get("rep", `/report-cards/${cardId}`)).body).toMatchObject({
      score: 10,
      state: "handed-in",
    });
    expect((await results()).year).toMatchObject({ n: 1, counts: { promoter: 1, passive: 0, detractor: 0 } });
    expect((await say("recommend", { score: null })).body.facts.page).toBe("score");
    now = new Date("2026-12-03T10:00:00Z");
    expect((await look()).body.mayChange).toBe(false);
    expect((await say("recommend", { score: 2 })).body.facts.page).toBe("closed");
    expect((await takeBack()).body.facts.page).toBe("closed");
    expect(await mistakes()).toEqual([]);
  });

  it("is a contact that we had: the clock of not hearing from us begins anew, for nobody's scorecard", async () => {
    await handInWith(8);
    const { items } = (await h.get("rep", `/people/${personId}/contacts`)).body;
    expect(items[0]).toMatchObject({ kind: "report-card", day: "2026-11-18" });
    expect((await h.del("rep", `/touches/${items[0].factId}`)).status).toBe(409);
    await takeBack();
    expect((await h.get("rep", `/people/${personId}/contacts`)).body.items).toEqual([]);
    expect(await h.mistakes()).toEqual([]);
  });
});

describe("a low number", () => {
  it("keeps everybody at the account from being asked, and waits to be looked at within 48 hours", async () => {
    await handInWith(3, "The night shift stood still.");
    const askable = (await h.get("rep", `/people/${colleagueThere}/askable`)).body;
    expect(askable.refusal).toMatchObject({ rule: "serious-issue" });
    const [issue] = (await h.get("rep", `/accounts/${accountId}/issues`)).body.items;
    expect(issue.what).toBe(
      `Anna Albers ${count} gave 3 of 10 on a report card: The night shift stood still.`,
    );
    const card = (await h.get("rep", `/report-cards/${cardId}`)).body;
    expect(card).toMatchObject({ ownerName: "Mia Sommer", issue: { settledOn: null }, lookedAt: null });
    // Wednesday and 48 hours is a Friday.
    expect(card.lookDue).toBe(new Date(now.getTime() + 48 * 3_600_000).toISOString());
    const low = async (who: CastName) =>
      (await h.get(who, "/report-cards-today")).body.low.filter((each: { id: string }) => each.id === cardId);
    expect(await low("rep")).toMatchObject([
      { score: 3, why: "The night shift stood still.", ownerHolds: true, late: false },
    ]);
    expect(await low("colleague")).toEqual([]);
    expect(await low("leader")).toEqual([]);
    now = new Date("2026-11-20T18:00:00Z");
    expect(await low("rep")).toMatchObject([{ late: true }]);
    expect(await low("leader")).toMatchObject([{ late: true }]);
    expect((await h.put("rep", `/report-cards/${cardId}/look`, {})).body).toMatchObject({
      lookedBy: "Mia Sommer",
    });
    expect(await low("rep")).toEqual([]);
    await h.del("rep", `/report-cards/${cardId}/look`);
    expect(await low("rep")).toHaveLength(1);
    await h.put("rep", `/issues/${issue.id}/settled`, {});
    expect(await low("rep")).toEqual([]);
    expect(await mistakes()).toEqual([]);
  });

  it("is told to whoever sent the card too where nobody holds the relationship", async () => {
    const nobodys = await made("/accounts", { name: `Moor ${count}`, kind: "client", holderId: h.cast.rep });
    const there = await made("/people", { fullName: `Carla Cohn ${count}`, accountId: nobodys });
    const sent = (await h.post("rep", "/report-cards", { personId: there, language: "en" })).body;
    await h.patch("rep", `/accounts/${nobodys}`, { holderId: null });
    await h.patch("rep", `/people/${there}`, { holderId: null });
    token = sent.link.split("#")[1];
    await handInWith(2, "Nobody came.");
    const low = async (who: CastName) =>
      (await h.get(who, "/report-cards-today")).body.low.filter(
        (each: { id: string }) => each.id === sent.id,
      );
    const told = { ownerId: h.cast.leader, ownerHolds: false, why: "Nobody came.", mayHandle: true };
    expect(await low("leader")).toMatchObject([told]);
    expect(await low("rep")).toMatchObject([told]);
    expect(await low("colleague")).toEqual([]);
    await h.patch("leader", `/accounts/${nobodys}`, { holderId: h.cast.colleague });
    expect(await low("rep")).toEqual([]);
    expect(await low("colleague")).toMatchObject([{ ownerHolds: true }]);
  });

  it("takes all of it back when it becomes 7 or more, or is taken back; and brings it again", async () => {
    const issues = async () =>
      (await h.get("rep", `/accounts/${accountId}/issues`)).body.items.filter(
        (each: { settledOn: string | null }) => each.settledOn === null,
      ).length;
    await handInWith(6);
    expect(await issues()).toBe(1);
    await say("recommend", { score: 5 });
    expect(await issues()).toBe(1);
    await say("recommend", { score: 7 });
    expect(await issues()).toBe(0);
    await say("recommend", { score: 0 });
    expect(await issues()).toBe(1);
    await takeBack();
    await takeBack();
    expect(await issues()).toBe(0);
    expect((await h.get("rep", `/people/${colleagueThere}/askable`)).body.refusal).toBeNull();
    expect((await h.get("rep", `/report-cards/${cardId}`)).body).toMatchObject({
      state: "open",
      answered: 1,
    });
    expect((await results()).year.n).toBe(0);
    await handIn();
    expect(await issues()).toBe(1);
    expect(await mistakes()).toEqual([]);
  });

  it("leaves an issue alone that was settled, and raises another for a new low number", async () => {
    await handInWith(2);
    const [issue] = (await h.get("rep", `/accounts/${accountId}/issues`)).body.items;
    await h.put("rep", `/issues/${issue.id}/settled`, {});
    await say("recommend", { score: 9 });
    const { items } = (await h.get("rep", `/accounts/${accountId}/issues`)).body;
    expect(items).toMatchObject([{ id: issue.id, settledOn: "2026-11-18" }]);
    await say("recommend", { score: 1 });
    expect((await h.get("rep", `/accounts/${accountId}/issues`)).body.items).toHaveLength(2);
    expect(await mistakes()).toEqual([]);
  });
});

describe("a low number that is changed", () => {
  it.each([
    ["worse", { score: 0, words: "Slow." }, "0 of 10 on a report card: Slow."],
    ["better, and low still", { score: 6, words: "Slow." }, "6 of 10 on a report card: Slow."],
    ["for another reason", { score: 3, words: "Nobody called." }, "3 of 10 on a report card: Nobody called."],
  ])("after its issue was settled raises another: %s", async (_how, said, what) => {
    await handInWith(3, "Slow.");
    await h.put("rep", `/report-cards/${cardId}/look`, {});
    await settleIssueThere();
    await say("recommend", { score: 3, words: "Slow." });
    expect(await refusalThere()).toBeNull();
    now = new Date("2026-11-25T10:00:00Z");
    await say("recommend", said);
    expect(await refusalThere()).toMatchObject({ rule: "serious-issue" });
    const all = await issuesThere();
    expect(all.map((each: { settledOn: string | null }) => each.settledOn)).toEqual([null, "2026-11-18"]);
    expect(all[0].what).toBe(`Anna Albers ${count} gave ${what}`);
    expect(await cardThere()).toMatchObject({
      lookedAt: null,
      issue: { settledOn: null },
      lookDue: "2026-11-27T10:00:00.000Z",
    });
    await settleIssueThere();
    expect(await refusalThere()).toBeNull();
    expect(await mistakes()).toEqual([]);
    expect(await h.mistakes()).toEqual([]);
  });

  it("keeps one open issue, which says what was said last", async () => {
    await handInWith(5, "Slow.");
    await say("recommend", { score: 5, words: "Nobody called." });
    await say("recommend", { score: 1, words: "Nobody called." });
    await say("recommend", { score: 1, words: "Nobody called." });
    const [issue, ...others] = await issuesThere();
    expect(others).toEqual([]);
    expect(issue.what).toBe(`Anna Albers ${count} gave 1 of 10 on a report card: Nobody called.`);
    expect(await linesOf(issue.id)).toEqual(["issue.raised", "issue.reworded", "issue.reworded"]);
    expect(await h.mistakes()).toEqual([]);
  });

  it("is looked at anew once it is worse, and no later for it while nobody has", async () => {
    await handInWith(5);
    const { lookDue } = await cardThere();
    now = new Date(now.getTime() + 3_600_000);
    await say("recommend", { score: 4 });
    expect((await cardThere()).lookDue).toBe(lookDue);
    await h.put("rep", `/report-cards/${cardId}/look`, {});
    await say("recommend", { score: 6 });
    expect((await cardThere()).lookedAt).not.toBeNull();
    await say("recommend", { score: 2 });
    expect(await cardThere()).toMatchObject({
      lookedAt: null,
      lookDue: new Date(now.getTime() + 48 * 3_600_000).toISOString(),
    });
    const { low } = (await h.get("rep", "/report-cards-today")).body;
    expect(low.map(({ id }: { id: string }) => id)).toContain(cardId);
  });
});

describe("a high number", () => {
  it("suggests a talk, until it is refused with a reason, they were asked, or a month has passed", async () => {
    await handInWith(9);
    const talk = async () => (await h.get("rep", "/report-cards-today")).body.talk?.id ?? null;
    expect(await talk()).toBe(cardId);
    expect((await h.put("rep", `/report-cards/${cardId}/talk-refused`, { why: "bad-time" })).status).toBe(
      200,
    );
    expect(await talk()).not.toBe(cardId);
    await h.del("rep", `/report-cards/${cardId}/talk-refused`);
    expect(await talk()).toBe(cardId);
    await h.post("rep", `/people/${colleagueThere}/issues`, { what: "An old bill." });
    expect(await talk()).toBe(cardId);
    const issue = await h.post("rep", `/accounts/${accountId}/issues`, { what: "A late delivery." });
    expect(await talk()).not.toBe(cardId);
    await h.del("rep", `/issues/${issue.body.id}`);
    const ask = await h.post("rep", "/asks", { sourceId: personId });
    expect(await talk()).not.toBe(cardId);
    await h.del("rep", `/asks/${ask.body.id}`);
    now = new Date("2026-12-19T10:00:00Z");
    expect(await talk()).not.toBe(cardId);
  });

  it("lets words of praise be marked as the right that was earned, and unmarked", async () => {
    await say("recommend", { score: 10, words: "They saved us a week each month." });
    const path = `/report-cards/${cardId}/answers/recommend/earned`;
    expect((await h.put("rep", path, {})).status).toBe(409);
    await handIn();
    expect((await h.put("rep", path, {})).body.said[0]).toMatchObject({ earned: true });
    await h.put("rep", path, {});
    const right = async () => (await h.get("rep", `/people/${personId}/standing`)).body.right;
    const { items } = (await h.get("rep", `/timeline?of=${personId}`)).body;
    const earned = items.filter((each: { verb: string }) => each.verb === "right.earned");
    expect(earned).toHaveLength(1);
    expect(earned[0].detail.words).toBe("They saved us a week each month.");
    expect((await h.put("rep", `/report-cards/${cardId}/answers/better/earned`, {})).status).toBe(404);
    await h.del("rep", path);
    expect((await h.get("rep", `/report-cards/${cardId}`)).body.said[0].earned).toBe(false);
    expect(await right()).toBeNull();
  });
});

describe("a card's link", () => {
  it("changes nothing when everything is fetched", async () => {
    await handInWith(9);
    const before = await everythingIn(h);
    for (const path of ["", "/answers/recommend", "/handed-in"])
      for (const method of ["GET", "HEAD"]) await visit(method, path);
    expect(await everythingIn(h)).toEqual(before);
  });

  it("explains itself when it is forged, or signed for something else, and changes nothing", async () => {
    const foreign = createCardLinks({ url: "http://x", secret: "some other secret, just as long as it" });
    const signed = foreign.linkTo(h.cast.workspaceId, cardId).split("#")[1] as string;
    const before = await everythingIn(h);
    const turned = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const bad of ["", "nonsense", "r.", signed, turned, token.slice(2), `d.${token.slice(2)}`])
      await refused("forged", bad);
    expect(await everythingIn(h)).toEqual(before);
  });

  it("explains itself when it was withdrawn, says who sent it, and opens again by undo", async () => {
    await say("recommend", { score: 4 });
    expect((await h.put("rep", `/report-cards/${cardId}/withdrawal`, {})).body).toMatchObject({
      state: "withdrawn",
      link: null,
    });
    const before = await everythingIn(h);
    const { body } = await refused("withdrawn");
    expect(body.facts).toMatchObject({
      repName: "Mia Sommer",
      workspaceName: "Nordlicht Systeme",
      language: "en",
    });
    expect(await everythingIn(h)).toEqual(before);
    await h.del("rep", `/report-cards/${cardId}/withdrawal`);
    expect((await look()).body.said).toHaveLength(1);
    expect(await mistakes()).toEqual([]);
  });

  it("explains itself when it has run out; what was handed in stays to be read", async () => {
    now = new Date("2027-01-17T12:00:00Z");
    expect((await look()).status).toBe(200);
    now = new Date("2027-01-18T12:00:00Z");
    const before = await everythingIn(h);
    await refused("expired");
    expect(await everythingIn(h)).toEqual(before);
    now = new Date("2027-01-17T12:00:00Z");
    await handInWith(8);
    now = new Date("2027-03-18T12:00:00Z");
    expect((await look()).body).toMatchObject({ mayChange: false, said: [{ score: 8 }] });
  });

  it("changes nothing when the same is sent again", async () => {
    await say("recommend", { score: 7, words: "Fine." });
    const once = await everythingIn(h);
    await say("recommend", { score: 7, words: " Fine. " });
    expect(await everythingIn(h)).toEqual(once);
    await handIn();
    const handedIn = await everythingIn(h);
    await handIn();
    await say("recommend", { score: 7, words: "Fine." });
    expect(await everythingIn(h)).toEqual(handedIn);
  });
});

describe("whoever sends report cards", () => {
  it("has one of somebody out at a time, and none to whoever wants nothing from us", async () => {
    expect((await h.post("rep", "/report-cards", { personId })).body.detail).toContain("that is still open");
    await h.put("rep", `/people/${colleagueThere}/do-not-write`, { reach: "everything" });
    expect((await h.post("rep", "/report-cards", { personId: colleagueThere })).body.detail).toContain(
      "does not want to hear from us",
    );
    await h.put("rep", `/report-cards/${cardId}/withdrawal`, {});
    expect((await h.post("rep", "/report-cards", { personId })).status).toBe(201);
    expect((await h.del("rep", `/report-cards/${cardId}/withdrawal`)).status).toBe(409);
  });

  it("is who may: a colleague reads and sees no link, a manager acts, a stranger finds nothing", async () => {
    await handInWith(2, "Late.");
    const paths: [string, string, unknown][] = [
      ["PUT", `/report-cards/${cardId}/withdrawal`, {}],
      ["PUT", `/report-cards/${cardId}/look`, {}],
      ["PUT", `/report-cards/${cardId}/talk-refused`, { why: "other" }],
      ["PUT", `/report-cards/${cardId}/answers/recommend/earned`, {}],
    ];
    for (const [method, path, body] of paths) {
      expect([path, (await h.as("stranger", method, path, body)).status]).toEqual([path, 404]);
      expect([path, (await h.as("colleague", method, path, body)).status]).toEqual([path, 403]);
    }
    expect((await h.get("colleague", `/report-cards/${cardId}`)).body).toMatchObject({
      link: null,
      mayHandle: false,
    });
    const earned = await h.put("rep", `/report-cards/${cardId}/answers/recommend/earned`, {});
    expect(earned.body.detail).toContain("they are not happy");
    expect((await h.put("manager", `/report-cards/${cardId}/look`, {})).status).toBe(200);
    for (const path of [`/report-cards/${cardId}`, `/people/${personId}/report-card-due`])
      expect((await h.get("stranger", path)).status).toBe(404);
    for (const path of [`/accounts/${accountId}/report-cards-due`, `/report-results?account=${accountId}`])
      expect([path, (await h.get("stranger", path)).status]).toEqual([path, 404]);
    expect((await h.get("stranger", `/report-cards`)).body.items).toEqual([]);
    expect((await h.post("stranger", "/report-cards", { personId })).status).toBe(404);
  });

  it("has left: a leader's is what follows", async () => {
    const own = await made("/people", { fullName: `Dirk Dahl ${count}` }, "colleague");
    const card = await h.post("colleague", "/report-cards", { personId: own, language: "en" });
    token = card.body.link.split("#")[1];
    expect((await h.del("leader", `/members/${h.cast.colleague}`)).status).toBeLessThan(300);
    await handInWith(1);
    expect((await h.get("leader", `/report-cards/${card.body.id}`)).body).toMatchObject({
      ownerId: h.cast.leader,
      issue: { settledOn: null },
    });
    expect(await h.mistakes()).toEqual([]);
  });
});

describe("what a report card asks", () => {
  const german = "/report-templates/half-yearly/de";
  it("is changed by a leader for the cards to come; those that were sent keep theirs", async () => {
    const { items } = (await h.get("rep", "/report-templates")).body;
    expect(items).toHaveLength(4);
    const english = items.find(
      (each: { occasion: string; language: string }) =>
        each.occasion === "half-yearly" && each.language === "en",
    );
    const questions = english.questions.filter((each: { id: string }) => each.id !== "use");
    const wanted = { title: "And how are we doing?", questions };
    const path = "/report-templates/half-yearly/en";
    expect((await h.put("rep", path, wanted)).status).toBe(403);
    expect((await h.put("leader", path, wanted)).body).toMatchObject({ title: wanted.title, changed: {} });
    expect((await look()).body.asks.title).toBe("How are we doing?");
    await say("use", { choice: "All of it" });
    const next = await h.post("rep", "/report-cards", { personId: colleagueThere, language: "en" });
    expect(next.body.asks).toMatchObject(wanted);
    expect((await h.get("stranger", "/report-templates")).body.items[2].title).toBe("How are we doing?");
    await h.put("leader", path, { title: english.title, questions: english.questions });
  });

  it.each([
    ["four questions", (all: unknown[]) => all.slice(0, 4), "questions"],
    ["none from 0 to 10", (all: unknown[]) => all.slice(1), "questions"],
    ["two from 0 to 10", (all: unknown[]) => [...all, { ...(all[0] as object), id: "again" }], "questions"],
    [
      "one without a why",
      (all: unknown[]) => [{ ...(all[0] as object), why: " " }, ...all.slice(1)],
      "questions.0.why",
    ],
    ["one id twice", (all: unknown[]) => [...all, all[1]], "questions"],
    [
      "eleven",
      (all: unknown[]) => [...all, ...[1, 2, 3, 4].map((n) => ({ ...(all[1] as object), id: `n${n}` }))],
      "questions",
    ],
  ])("is refused with %s", async (_what, change, field) => {
    const { items } = (await h.get("leader", "/report-templates")).body;
    const { title, questions } = items.find((each: { language: string }) => each.language === "de");
    const answer = await h.put("leader", german, { title, questions: change(questions) });
    expect([answer.status, answer.body.field]).toEqual([422, field]);
  });
});

describe("when a card is due", () => {
  it("is half a year after the last, not while one is out, and later when it is put off", async () => {
    expect(await due(personId)).toMatchObject({ isOut: true, card: null, last: "2026-11-18" });
    await handInWith(8);
    // A Wednesday and 182 days is a Wednesday.
    expect((await due(personId)).card).toMatchObject({
      occasion: "half-yearly",
      due: "2027-05-19",
      state: "coming",
    });
    await h.put("rep", `/people/${personId}/report-card-pause`, { untilDay: "2027-08-01" });
    expect(await due(personId)).toMatchObject({ card: null, pausedUntil: "2027-08-01" });
    await h.del("rep", `/people/${personId}/report-card-pause`);
    expect((await due(personId)).card.due).toBe("2027-05-19");
    expect(
      (await h.put("rep", `/people/${personId}/report-card-pause`, { untilDay: "2026-11-18" })).status,
    ).toBe(422);
  });

  it("is after a delivery, two weeks after the deal was won, once", async () => {
    const deal = await made("/deals", {
      name: "Shifts",
      accountId,
      personId: colleagueThere,
      openedOn: "2026-11-02",
    });
    await h.put("rep", `/deals/${deal}/outcome`, { outcome: "won", day: "2026-11-04" });
    expect((await due(colleagueThere)).card).toMatchObject({
      occasion: "delivered",
      due: "2026-11-18",
      state: "due",
    });
    const { due: today } = (await h.get("rep", "/report-cards-today")).body;
    // The day's one was sent: what is done is not replaced.
    expect(today).toBeNull();
    now = new Date("2026-11-19T10:00:00Z");
    expect((await h.get("rep", "/report-cards-today")).body.due).toMatchObject({ personId: colleagueThere });
    now = new Date("2026-11-21T10:00:00Z");
    expect((await h.get("rep", "/report-cards-today")).body.due).toBeNull();
    now = new Date("2026-11-19T10:00:00Z");
    await h.post("rep", "/report-cards", { personId: colleagueThere, occasion: "delivered" });
    expect(await due(colleagueThere)).toMatchObject({ isOut: true, card: null });
  });

  it("is never for somebody who is no client's, wants peace, or hears nothing from us", async () => {
    const own = await made("/people", { fullName: `Nils Nord ${count}` });
    expect(await due(own)).toBeNull();
    await h.put("rep", `/people/${colleagueThere}/rhythm`, { days: null });
    expect(await due(colleagueThere)).toMatchObject({ inPeace: true, card: null });
    const { items } = (await h.get("rep", `/accounts/${accountId}/report-cards-due`)).body;
    expect(items).toHaveLength(2);
  });
});

describe("what report cards say", () => {
  it("opens to the cards behind a number, by group, by part in buying, by days", async () => {
    await h.put("rep", `/people/${personId}/role`, { role: "champion" });
    await handInWith(9);
    const found = await results();
    expect(found.year).toEqual({
      kind: "too-early",
      n: 1,
      counts: { detractor: 0, passive: 0, promoter: 1 },
    });
    expect(found.roles).toMatchObject([{ role: "champion", nps: { n: 1 } }]);
    expect(found.quarters.at(-1)).toMatchObject({ number: 4, year: 2026, nps: { n: 1 } });
    expect(found.answered).toEqual({ kind: "too-early", n: 1 });
    const behind = async (query: string) =>
      (await h.get("rep", `/report-cards?account=${accountId}&${query}`)).body.items.length;
    expect(await behind("group=promoter&role=champion&from=2026-11-01&to=2026-11-30")).toBe(1);
    expect(await behind("group=detractor")).toBe(0);
    expect(await behind("role=none")).toBe(0);
    expect((await h.get("rep", "/report-cards?from=2026-11-01")).status).toBe(422);
  });

  it("keeps the number without the name and the words once the person is erased", async () => {
    await handInWith(4, "In my own words.");
    const counted = (await results()).year;
    // What erasing somebody comes down to for this room: their record goes.
    const owner = new pg.Client({ connectionString: h.test.ownerUrl });
    await owner.connect();
    await owner.query("delete from person where id = $1", [personId]);
    await owner.end();
    const card = (await h.get("rep", `/report-cards/${cardId}`)).body;
    expect(card).toMatchObject({ personId: null, personName: null, score: 4, said: [] });
    expect((await results()).year).toEqual(counted);
    expect(JSON.stringify(card)).not.toContain("In my own words");
    expect((await look()).body).toMatchObject({ said: [] });
  });
});

describe("askwell verify", () => {
  it("finds what does not fit", async () => {
    await handInWith(5);
    expect(await mistakes()).toEqual([]);
    await h.test.database.write(h.cast.workspaceId, async (tx) => {
      await sql`update report_answer set score = 9 where card_id = ${cardId}`.execute(tx.tables());
      await sql`update report_card set issue_id = null where id = ${cardId}`.execute(tx.tables());
    });
    expect(await mistakes()).toEqual([
      `the report card ${cardId} is counted with 5, and 9 was said on it`,
      `the report card ${cardId} has 5 of 10 and raised no issue`,
    ]);
    await h.test.database.write(h.cast.workspaceId, async (tx) => {
      await sql`update report_card set handed_in_at = null, handed_in_on = null, score = null where id = ${cardId}`.execute(
        tx.tables(),
      );
    });
    expect(await mistakes()).toEqual([
      `the report card ${cardId} has "report-card.handed-in" in the journal, and not in its own record`,
    ]);
  });
});

async function mistakes(): Promise<string[]> {
  const workspace = { id: h.cast.workspaceId, firstDay: 1 as const };
  const found = await verify(h.test.database, workspace, reportChecks, () => 0);
  return found.flatMap((each) => each.mistakes);
}

async function made(path: string, body: unknown, who: CastName = "rep"): Promise<string> {
  const answer = await h.post(who, path, body);
  if (answer.status !== 201) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer.body.id;
}

async function visit(method: string, path: string, body?: unknown, link = token): Promise<Answer> {
  return h.as(null, method, `/visited-report-card${path}`, body, { "askwell-link": link });
}
async function look(): Promise<Answer> {
  return visit("GET", "");
}
async function say(questionId: string, said: unknown): Promise<Answer> {
  return visit("PUT", `/answers/${questionId}`, said);
}
async function handIn(): Promise<Answer> {
  return visit("PUT", "/handed-in");
}
async function takeBack(): Promise<Answer> {
  return visit("DELETE", "/handed-in");
}
async function handInWith(score: number, words: string | null = null): Promise<void> {
  await say("recommend", { score, words });
  expect((await handIn()).status).toBe(200);
}

async function cardThere() {
  return (await h.get("rep", `/report-cards/${cardId}`)).body;
}
async function issuesThere() {
  return (await h.get("rep", `/accounts/${accountId}/issues`)).body.items;
}
async function settleIssueThere(): Promise<void> {
  await h.put("rep", `/issues/${(await issuesThere())[0].id}/settled`, {});
}
/** Why a colleague of theirs may not be asked. */
async function refusalThere() {
  return (await h.get("rep", `/people/${colleagueThere}/askable`)).body.refusal;
}

async function results() {
  return (await h.get("rep", `/report-results?account=${accountId}`)).body;
}

async function due(id: string) {
  return (await h.get("rep", `/people/${id}/report-card-due`)).body.standing;
}

async function linesOf(id: string): Promise<string[]> {
  const { rows } = await h.test.database.read(h.cast.workspaceId, (tx) =>
    sql<{ verb: string }>`select verb from journal where subject_id = ${id} order by id`.execute(tx.tables()),
  );
  return rows.map(({ verb }) => verb);
}

/** Whatever whoever holds the link could do, it is refused with the same reason. */
async function refused(reason: string, link = token): Promise<Answer> {
  const tried = [
    await visit("GET", "", undefined, link),
    await visit("PUT", "/answers/recommend", { score: 0 }, link),
    await visit("PUT", "/handed-in", undefined, link),
    await visit("DELETE", "/handed-in", undefined, link),
  ];
  for (const { status, body } of tried) expect([status, body.facts?.page]).toEqual([404, reason]);
  return tried[0] as Answer;
}
