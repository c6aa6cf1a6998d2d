import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NOON, openTestHouse, type TestHouse } from "#demo/test-house.ts";

let t: TestHouse;
let now = NOON;
const clock = { now: () => now };
beforeAll(async () => {
  t = await openTestHouse({ clock });
});
afterAll(() => t?.close());

const add = async (fullName: string, more: object = {}) =>
  (await t.post("rep", "/people", { fullName, ...more })).body as { id: string; accountId: string };
const standing = async (id: string) => (await t.get("colleague", `/people/${id}/standing`)).body;
const verbs = async (id: string) =>
  (await t.get("rep", `/timeline?of=${id}`)).body.items.map((line: { verb: string }) => line.verb);
const nobody = "01890000-0000-7000-8000-000000000000";

describe("what stands about a source", () => {
  it("is nothing at first, and one answer tells all of it", async () => {
    const { id } = await add("Nora Neu");
    expect(await standing(id)).toEqual({
      personId: id,
      met: null,
      metSince: null,
      right: null,
      role: null,
      doNotAsk: null,
      issues: [],
      preference: null,
      noGos: [],
      acquaintances: [],
      holderIds: [],
    });
  });

  it.each([
    ["GET", "/people/ID/standing", undefined],
    ["GET", "/people/ID/no-goes", undefined],
    ["PUT", "/people/ID/do-not-ask", { why: "said-stop" }],
    ["DELETE", "/people/ID/do-not-ask", undefined],
    ["PUT", "/people/ID/preference", {}],
    ["POST", "/people/ID/no-goes", { topic: "prices" }],
    ["POST", "/people/ID/issues", { what: "late" }],
    ["POST", "/accounts/ID/issues", { what: "late" }],
    ["GET", "/accounts/ID/issues", undefined],
    ["POST", "/people/ID/right", { earned: false }],
    ["PUT", "/people/ID/role", { role: "user" }],
    ["DELETE", "/people/ID/role", undefined],
    ["POST", "/people/ID/met", { how: "event" }],
    ["POST", "/people/ID/acquaintances", { kind: "friend" }],
  ])("%s %s is not there for a stranger", async (method, path, body) => {
    const person = await add("Frida Fremd", { accountName: "Fremdes Haus" });
    const id = path.startsWith("/accounts") ? person.accountId : person.id;
    expect((await t.as("stranger", method, path.replace("ID", id), body)).status).toBe(404);
    expect((await t.as("rep", method, path.replace("ID", nobody), body)).status).toBe(404);
  });

  it("holds a person on the lists, until it is taken back", async () => {
    const { id } = await add("Hanna Halt");
    const role = await t.put("rep", `/people/${id}/role`, { role: "champion" });
    expect(role.body.role).toMatchObject({
      role: "champion",
      since: "2026-11-18",
      by: { name: "Mia Sommer" },
    });
    expect((await t.del("rep", `/people/${id}`)).body.detail).toContain("there is a role of 18 November");
    expect((await t.del("rep", `/people/${id}/role`)).status).toBe(204);
    expect((await t.del("rep", `/people/${id}`)).status).toBe(204);
  });
});

describe("not to be asked", () => {
  it("may be said by everybody, each for themselves, and is lifted by whoever may", async () => {
    const { id } = await add("Stella Stopp");
    const said = await t.put("rep", `/people/${id}/do-not-ask`, {
      why: "said-stop",
      words: " Bitte nicht. ",
    });
    expect(said).toMatchObject({
      status: 200,
      body: { why: "said-stop", words: "Bitte nicht.", day: "2026-11-18" },
    });
    const again = await t.put("rep", `/people/${id}/do-not-ask`, { why: "said-stop", words: "Bitte nicht." });
    expect(again.body.id).toBe(said.body.id);
    expect((await standing(id)).doNotAsk).toMatchObject({ id: said.body.id, by: { name: "Mia Sommer" } });
    expect(await t.del("colleague", `/people/${id}/do-not-ask`)).toMatchObject({
      status: 403,
      body: { detail: expect.stringContaining("Mia Sommer wrote this down") },
    });
    expect((await t.del("manager", `/people/${id}/do-not-ask`)).status).toBe(200);
    expect((await standing(id)).doNotAsk).toBeNull();
    expect((await t.del("rep", `/people/${id}/do-not-ask`)).status).toBe(409);
    // Said and lifted on one day: it never was. Then it is brought back.
    expect((await verbs(id)).slice(0, 2)).toEqual(["do-not-ask.taken-back", "do-not-ask.said"]);
    expect((await t.put("colleague", `/do-not-asks/${said.body.id}/restored`, {})).status).toBe(200);
    expect((await standing(id)).doNotAsk).toMatchObject({ id: said.body.id });
    expect((await t.put("rep", `/do-not-asks/${said.body.id}/restored`, {})).status).toBe(409);
    expect((await t.put("stranger", `/do-not-asks/${said.body.id}/restored`, {})).status).toBe(404);
  });

  it("cannot be got round by saying it oneself and lifting that", async () => {
    const { id } = await add("Udo Umweg");
    await t.put("rep", `/people/${id}/do-not-ask`, { why: "said-stop" });
    const mine = await t.put("colleague", `/people/${id}/do-not-ask`, { why: "other", words: "mine" });
    expect((await standing(id)).doNotAsk.why).toBe("said-stop");
    expect((await t.del("colleague", `/people/${id}/do-not-ask`)).status).toBe(403);
    expect((await t.del("rep", `/do-not-asks/${mine.body.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/do-not-asks/${mine.body.id}`)).status).toBe(404);
    expect((await t.del("colleague", `/do-not-asks/${mine.body.id}`)).status).toBe(204);
    expect((await t.del("colleague", `/do-not-asks/${mine.body.id}`)).status).toBe(409);
    expect((await standing(id)).doNotAsk.why).toBe("said-stop");
    expect((await t.del("leader", `/people/${id}/do-not-ask`)).status).toBe(200);
    expect((await standing(id)).doNotAsk).toBeNull();
  });

  it("counts for the kept one when records are merged, and goes back with the merged one", async () => {
    const [kept, merged] = [await add("Merle Bleibt"), await add("Merle Geht")];
    await t.put("rep", `/people/${merged.id}/do-not-ask`, { why: "competitor" });
    const { body } = await t.post("rep", "/merges", { kind: "person", keptId: kept.id, mergedId: merged.id });
    expect((await standing(kept.id)).doNotAsk).toMatchObject({ why: "competitor", personId: merged.id });
    expect(await standing(merged.id)).toEqual(await standing(kept.id));
    await t.del("rep", `/merges/${body.id}`);
    expect((await standing(kept.id)).doNotAsk).toBeNull();
    expect((await standing(merged.id)).doNotAsk).toMatchObject({ why: "competitor" });
  });
});

describe("what a source rules out", () => {
  it("is one company, person or topic, told of whoever stands for it", async () => {
    const { id } = await add("Gerd Grenze");
    const [off, offToo] = [await add("Rolf Rivale"), await add("R. Rivale")];
    const none = await t.post("rep", `/people/${id}/no-goes`, { words: "x" });
    expect(none).toMatchObject({ status: 422 });
    expect((await t.post("rep", `/people/${id}/no-goes`, { topic: "a", personId: off.id })).status).toBe(422);
    expect((await t.post("rep", `/people/${id}/no-goes`, { personId: id })).status).toBe(422);
    const made = await t.post("rep", `/people/${id}/no-goes`, {
      personId: off.id,
      words: "my brother-in-law",
    });
    expect(made).toMatchObject({
      status: 201,
      body: { person: { name: "Rolf Rivale" }, words: "my brother-in-law" },
    });
    const topic = await t.post("colleague", `/people/${id}/no-goes`, { topic: "Prices" });
    await t.post("rep", "/merges", { kind: "person", keptId: offToo.id, mergedId: off.id });
    const { items } = (await t.get("rep", `/people/${id}/no-goes`)).body;
    expect(items).toHaveLength(2);
    expect(items[1].person).toMatchObject({ id: offToo.id, name: "R. Rivale" });
    expect(items[1].person.ids.toSorted()).toEqual([off.id, offToo.id].toSorted());
    expect((await t.del("rep", `/no-goes/${topic.body.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/no-goes/${topic.body.id}`)).status).toBe(404);
    expect((await t.del("colleague", `/no-goes/${topic.body.id}`)).status).toBe(204);
    expect((await t.del("colleague", `/no-goes/${topic.body.id}`)).status).toBe(409);
    expect((await standing(id)).noGos).toHaveLength(1);
    expect((await t.put("rep", `/no-goes/${topic.body.id}/restored`, {})).body.topic).toBe("Prices");
    expect((await standing(id)).noGos).toHaveLength(2);
  });
});

describe("a serious issue", () => {
  it("of a person protects them; of an account, everybody who works there", async () => {
    const one = await add("Ines Ärger", { accountName: "Ärger AG" });
    const two = await add("Ingo Ärger", { accountName: "Ärger AG" });
    const own = await t.post("rep", `/people/${one.id}/issues`, { what: "The hand-over failed" });
    expect(own).toMatchObject({ status: 201, body: { personId: one.id, accountId: null, settledOn: null } });
    const whole = await t.post("rep", `/accounts/${one.accountId}/issues`, { what: "Invoice dispute" });
    expect(whole.body).toMatchObject({ personId: null, accountId: one.accountId });
    expect((await standing(one.id)).issues.map((each: { what: string }) => each.what)).toEqual([
      "The hand-over failed",
      "Invoice dispute",
    ]);
    expect((await standing(two.id)).issues).toMatchObject([{ what: "Invoice dispute" }]);
    expect(await verbs(one.accountId)).toContain("issue.raised");
    expect((await t.post("rep", `/people/${one.id}/issues`, { what: " " })).status).toBe(422);

    expect((await t.put("colleague", `/issues/${whole.body.id}/settled`, {})).status).toBe(403);
    await t.patch("rep", `/accounts/${one.accountId}`, { holderId: t.cast.colleague });
    const settled = await t.put("colleague", `/issues/${whole.body.id}/settled`, {});
    expect(settled.body.settledOn).toBe("2026-11-18");
    expect((await standing(two.id)).issues).toEqual([]);
    expect((await t.get("rep", `/accounts/${one.accountId}/issues`)).body.items).toMatchObject([
      { what: "Invoice dispute", settledOn: "2026-11-18" },
    ]);
    expect((await t.del("southRep", `/issues/${whole.body.id}/settled`)).body.settledOn).toBeNull();
    expect((await t.del("southRep", `/issues/${whole.body.id}/settled`)).status).toBe(409);
    expect((await standing(two.id)).issues).toHaveLength(1);
    expect((await t.del("southRep", `/issues/${whole.body.id}`)).status).toBe(403);
    expect((await t.del("rep", `/issues/${whole.body.id}`)).status).toBe(204);
    expect((await t.del("rep", `/issues/${whole.body.id}`)).status).toBe(404);
    expect((await t.put("rep", `/issues/${whole.body.id}/restored`, {})).status).toBe(200);
    expect((await standing(two.id)).issues).toHaveLength(1);
    for (const [method, path] of [
      ["PUT", "settled"],
      ["DELETE", "settled"],
      ["PUT", "restored"],
    ])
      expect((await t.as("stranger", method!, `/issues/${whole.body.id}/${path}`)).status).toBe(404);
  });

  it("of an account that was merged protects those who work at the kept one", async () => {
    const [one, two] = [
      await add("Kai Kern", { accountName: "Kern Alt" }),
      await add("Kira Kern", { accountName: "Kern Neu" }),
    ];
    await t.post("rep", `/accounts/${one.accountId}/issues`, { what: "Down for a week" });
    expect((await standing(two.id)).issues).toEqual([]);
    await t.post("rep", "/merges", { kind: "account", keptId: two.accountId, mergedId: one.accountId });
    expect((await standing(two.id)).issues).toMatchObject([{ what: "Down for a week" }]);
    expect((await standing(one.id)).issues).toMatchObject([{ what: "Down for a week" }]);
  });
});

describe("the right to ask", () => {
  it("is earned in the client's words; the last word stands, and taking it back brings the one before", async () => {
    const { id } = await add("Wanda Wert");
    expect(await t.post("rep", `/people/${id}/right`, { earned: true })).toMatchObject({
      status: 422,
      body: { field: "words" },
    });
    const earned = await t.post("rep", `/people/${id}/right`, {
      earned: true,
      words: "You saved us two weeks.",
      day: "2026-11-02",
    });
    expect(earned.body.right).toMatchObject({
      earned: true,
      words: "You saved us two weeks.",
      day: "2026-11-02",
    });
    const lost = await t.post("colleague", `/people/${id}/right`, { earned: false });
    expect((await standing(id)).right.earned).toBe(false);
    expect((await t.del("rep", `/right-words/${lost.body.right.id}`)).status).toBe(403);
    expect((await t.del("colleague", `/right-words/${lost.body.right.id}`)).status).toBe(204);
    expect((await standing(id)).right.earned).toBe(true);
    expect((await t.put("rep", `/right-words/${lost.body.right.id}/restored`, {})).body.right.earned).toBe(
      false,
    );
    expect((await t.del("stranger", `/right-words/${lost.body.right.id}`)).status).toBe(404);
    expect((await t.post("rep", `/people/${id}/right`, { earned: false, day: "2026-11-19" })).status).toBe(
      422,
    );
  });
});

describe("role, met and wishes", () => {
  it("keeps the last role said, none included", async () => {
    const { id } = await add("Rita Rolle");
    await t.put("rep", `/people/${id}/role`, { role: "influencer", since: "2026-01-01" });
    await t.put("colleague", `/people/${id}/role`, { role: "decision-maker" });
    expect((await standing(id)).role).toMatchObject({ role: "decision-maker", by: { name: "Jonas Weber" } });
    expect((await t.del("rep", `/people/${id}/role`)).status).toBe(403);
    expect((await t.put("rep", `/people/${id}/role`, { role: null })).body.role).toMatchObject({
      role: null,
    });
    expect((await t.del("rep", `/people/${id}/role`)).status).toBe(204);
    expect((await standing(id)).role).toMatchObject({ role: "decision-maker" });
    expect((await t.put("rep", `/people/${id}/role`, { role: "king" })).status).toBe(422);
  });

  it("notes that somebody was met, more than once", async () => {
    const { id } = await add("Mona Messe");
    const first = await t.post("rep", `/people/${id}/met`, { how: "event", day: "2026-10-01" });
    expect(first).toMatchObject({ status: 201, body: { met: { how: "event" }, metSince: "2026-10-01" } });
    await t.post("colleague", `/people/${id}/met`, { how: "call" });
    expect(await standing(id)).toMatchObject({
      met: { how: "call", day: "2026-11-18" },
      metSince: "2026-10-01",
    });
    expect((await t.post("rep", `/people/${id}/met`, { how: "meeting" })).status).toBe(422);
    expect((await t.del("colleague", `/met/${first.body.met.id}`)).status).toBe(403);
    expect((await t.del("rep", `/met/${first.body.met.id}`)).status).toBe(204);
    expect((await standing(id)).metSince).toBe("2026-11-18");
    expect((await t.put("rep", `/met/${first.body.met.id}/restored`, {})).body.metSince).toBe("2026-10-01");
    expect((await t.del("stranger", `/met/${first.body.met.id}`)).status).toBe(404);
  });

  it("keeps wishes for everybody to note, and an approver for those who may set one", async () => {
    const { id } = await add("Petra Wunsch");
    const wish = (who: "rep" | "manager", said: object) => t.put(who, `/people/${id}/preference`, said);
    expect((await wish("rep", {})).body).toEqual({ preference: null });
    expect(
      (await wish("rep", { channel: "call", mostPerQuarter: 1, bestWeekday: 5 })).body.preference,
    ).toMatchObject({
      channel: "call",
      mostPerQuarter: 1,
      bestWeekday: 5,
      approver: null,
    });
    expect((await wish("rep", { channel: "call", approverId: t.cast.manager })).status).toBe(403);
    expect((await wish("manager", { channel: "call", approverId: nobody })).status).toBe(404);
    expect(
      (await wish("manager", { channel: "video", approverId: t.cast.leader })).body.preference.approver,
    ).toEqual({
      id: t.cast.leader,
      name: "Lena Fuchs",
    });
    // A rep may note another channel, but not drop the approver with it.
    expect((await wish("rep", { channel: "call" })).status).toBe(403);
    expect((await wish("rep", { channel: "call", approverId: t.cast.leader })).status).toBe(200);
    await t.patch("rep", `/people/${id}`, { holderId: t.cast.rep });
    expect((await wish("rep", {})).status).toBe(200);
    expect((await standing(id)).preference).toMatchObject({ channel: null, approver: null });
    expect((await wish("rep", { mostPerQuarter: -1 })).status).toBe(422);
  });
});

describe("how a member knows somebody", () => {
  it("is kept with the person from the first, said once, and undone with them", async () => {
    const { id } = await add("Tom Turnverein", { acquaintance: "club" });
    expect((await standing(id)).acquaintances).toMatchObject([{ kind: "club", memberName: "Mia Sommer" }]);
    expect((await t.post("rep", `/people/${id}/acquaintances`, { kind: "club" })).status).toBe(200);
    const friend = await t.post("colleague", `/people/${id}/acquaintances`, { kind: "friend" });
    expect(friend.status).toBe(201);
    expect((await t.del("rep", `/acquaintances/${friend.body.id}`)).status).toBe(404);
    expect((await t.del("colleague", `/acquaintances/${friend.body.id}`)).status).toBe(204);
    expect((await standing(id)).acquaintances).toHaveLength(1);
    expect((await t.del("rep", `/people/${id}`)).status).toBe(204);
  });
});

describe("whom a member remembers", () => {
  it("is written down by name and company, known ones not twice, and undone", async () => {
    const say = (fullName: string, accountName: string | null, who: "rep" | "colleague" = "rep") =>
      t.post(who, "/acquaintances", { fullName, accountName, kind: "alumni", detail: "Whom do I know" });
    const first = await say("Ana Roth", "Telia");
    expect(first).toMatchObject({
      status: 201,
      body: { known: false, person: { fullName: "Ana Roth", accountName: "Telia" }, namesakes: [] },
    });
    const { id } = first.body.person;
    expect((await standing(id)).acquaintances).toMatchObject([{ kind: "alumni" }]);
    expect((await t.get("rep", `/people/${id}/origins`)).body.items).toMatchObject([
      { cameFrom: "api", detail: "Whom do I know", byName: "Mia Sommer" },
    ]);
    expect(await say("ANA ROTH", "TELIA AB", "colleague")).toMatchObject({
      status: 200,
      body: { known: true, person: { id } },
    });
    expect(await say("Dr. Ana Roth", null)).toMatchObject({
      status: 200,
      body: { person: { id }, acquaintanceId: null },
    });
    expect(await say("Ana Roth", "Siemens")).toMatchObject({
      status: 201,
      body: { known: false, namesakes: [{ id, accountName: "Telia" }] },
    });
    expect((await say(" ", null)).status).toBe(422);
    expect((await standing(id)).acquaintances).toHaveLength(2);
    expect((await t.del("rep", `/people/${id}`)).status).toBe(204);
    expect(await say("Ana Roth", "Telia")).toMatchObject({ status: 201, body: { known: false } });
  });
});

describe("what is older than today", () => {
  it("is lifted as of today and stays told: it held until then", async () => {
    const { id } = await add("Alma Alt");
    const stop = await t.put("rep", `/people/${id}/do-not-ask`, { why: "left", day: "2026-11-10" });
    const noGo = await t.post("rep", `/people/${id}/no-goes`, { topic: "Rail" });
    now = new Date(NOON.getTime() + 3 * 86_400_000);
    expect((await t.del("rep", `/people/${id}/do-not-ask`)).status).toBe(200);
    expect((await t.del("rep", `/no-goes/${noGo.body.id}`)).status).toBe(204);
    expect(await standing(id)).toMatchObject({ doNotAsk: null, noGos: [] });
    expect((await verbs(id)).slice(0, 4)).toEqual([
      "no-go.lifted",
      "do-not-ask.lifted",
      "no-go.said",
      "person.added",
    ]);
    expect((await t.put("rep", `/do-not-asks/${stop.body.id}/restored`, {})).status).toBe(200);
    expect((await t.put("rep", `/no-goes/${noGo.body.id}/restored`, {})).status).toBe(200);
    expect(await standing(id)).toMatchObject({ doNotAsk: { liftedOn: null }, noGos: [{ liftedOn: null }] });
    expect(await t.mistakes()).toEqual([]);
  });
});
