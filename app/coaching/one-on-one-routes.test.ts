import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { houseOver, openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { forgetNotesOfLeavers } from "./one-on-one-actions.ts";

// It is Wednesday, 2026-11-18. Petra manages North with Mia and Jonas; Lena leads.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const later = (now: string) => {
  const { send } = houseOver(t.test.database, { clock: frozenClock(new Date(now)) });
  return (who: CastName, method: string, path: string, body?: unknown): Promise<Answer> =>
    send(method, path, body, { authorization: `Bearer ${t.cast.keys[who]}` });
};
const person = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
const pageOf = (who: CastName, id = t.cast.rep) => t.get(who, `/members/${id}/coaching`);
const prepare = (who: CastName, body: unknown, id = t.cast.rep) =>
  t.patch(who, `/members/${id}/coaching/next`, body);
const hold = async (body: unknown, who: CastName = "manager", id = t.cast.rep) => {
  const answer = await t.post(who, `/members/${id}/one-on-ones`, body);
  expect(answer.status, JSON.stringify(answer.body)).toBe(201);
  return answer.body;
};
const dueNow = async () => (await pageOf("rep")).body.due;
const became = async () => (await pageOf("manager")).body.last.commitment;
/** Nothing is prepared any more. */
const clear = () =>
  prepare("manager", {
    words: null,
    plannedOn: null,
    personIds: [],
    expects: null,
    topics: null,
    number: null,
    skill: null,
    commitment: null,
  }).then(() => prepare("rep", { words: null }));
const takeBack = (id: string) => t.del("manager", `/one-on-ones/${id}`);

describe("a 1:1", () => {
  it("is prepared by both, held by whoever leads, and carried to the next time with what came of it", async () => {
    const [ana, bo] = [await person("Ana Coach"), await person("Bo Coach")];
    expect((await prepare("rep", { words: " How to ask Ana. ", personIds: [ana, bo] })).status).toBe(200);
    await prepare("manager", {
      words: "Her week of four asks.",
      expects: 1,
      topics: "What the shift plan saved.",
      number: { measure: "people-asked", count: 3 },
      scenario: "no-not-now",
    });
    const before = (await pageOf("rep")).body;
    expect(before.next).toMatchObject({
      prepared: {
        memberWords: "How to ask Ana.",
        coachWords: "Her week of four asks.",
        expects: 1,
        number: { measure: "people-asked", count: 3 },
        skill: "take-a-no",
        scenario: "no-not-now",
        heldOn: null,
      },
      people: [
        { name: "Ana Coach", came: "not-yet" },
        { name: "Bo Coach", came: "not-yet" },
      ],
    });
    expect(before).toMatchObject({
      member: { coachName: "Petra Lang", everyWeeks: 2 },
      due: { standing: "first", on: null },
      mayCoach: false,
      last: null,
    });
    const held = await hold({ day: "2026-11-16", commitment: "Call Ana on Thursday." });
    expect(held).toMatchObject({
      heldOn: "2026-11-16",
      coachName: "Petra Lang",
      expects: 1,
      promised: false,
    });
    expect((await pageOf("rep")).body).toMatchObject({
      due: { standing: "ahead", on: "2026-11-30", agreed: false },
      next: null,
    });

    await t.post("rep", "/asks", { sourceId: ana, day: "2026-11-17", outcome: "will-think" });
    await t.post("rep", "/plans", { personId: bo });
    await t.post("rep", "/referrals", {
      sourceId: ana,
      contact: { fullName: "Cy Coach" },
      level: 2,
      day: "2026-11-17",
    });
    const { last } = (await pageOf("manager")).body;
    expect(last).toMatchObject({
      introductions: 1,
      done: 1,
      rehearsed: 0,
      commitment: { state: "untold", week: null },
      people: [
        { name: "Ana Coach", came: "asked", askedOn: "2026-11-17", outcome: "will-think" },
        { name: "Bo Coach", came: "planned", plannedWeek: "2026-11-16" },
      ],
    });
    await takeBack(held.id);
    const after = (await pageOf("rep")).body;
    expect(after.last).toBeNull();
    expect(after.next.prepared).toMatchObject({
      commitment: "Call Ana on Thursday.",
      memberWords: "How to ask Ana.",
    });
    expect(await t.mistakes()).toEqual([]);
  });

  it("is theirs, their manager's and a leader's; to everybody else it is not there", async () => {
    for (const who of ["colleague", "southRep", "stranger"] as const) {
      expect((await pageOf(who)).status).toBe(404);
      expect((await prepare(who, { words: "x" })).status).toBe(404);
      expect((await t.post(who, `/members/${t.cast.rep}/one-on-ones`, {})).status).toBe(404);
      expect((await t.put(who, `/members/${t.cast.rep}/coaching/note`, { words: "x" })).status).toBe(404);
    }
    for (const who of ["rep", "manager", "leader"] as const) expect((await pageOf(who)).status).toBe(200);
    // A rep does not write down that they were coached, nor how often.
    expect((await t.post("rep", `/members/${t.cast.rep}/one-on-ones`, {})).status).toBe(403);
    expect((await t.put("rep", `/members/${t.cast.rep}/coaching/rhythm`, { everyWeeks: 1 })).status).toBe(
      403,
    );
    // A leader may hold it, and does not speak for the coach.
    expect((await prepare("leader", { words: "x" })).status).toBe(403);
    expect((await prepare("leader", { topics: "What they said." })).status).toBe(200);
    const held = await hold({});
    for (const who of ["colleague", "stranger"] as const)
      expect((await t.del(who, `/one-on-ones/${held.id}`)).status).toBe(404);
    expect((await t.del("rep", `/one-on-ones/${held.id}`)).status).toBe(403);
    expect((await takeBack(held.id)).status).toBe(204);
    expect((await takeBack(held.id)).status).toBe(404);
  });

  it("praises nobody for what nobody planned or owed, and asks no goal of weeks before they came", async () => {
    const fresh = (await pageOf("southRep", t.cast.southRep)).body;
    const goals = fresh.kpis.map(({ goalRecent }: { goalRecent: number | null }) => goalRecent);
    expect(goals).toEqual([null, null, null, null, null]);
    expect([fresh.planned, fresh.owed.introduced]).toEqual([0, false]);
  });

  it("keeps private notes from everybody, leaders too", async () => {
    const note = `/members/${t.cast.rep}/coaching/note`;
    expect((await t.put("manager", note, { words: "Praise first." })).status).toBe(204);
    expect((await t.put("rep", note, { words: "Ask for more leads? No: for time." })).status).toBe(204);
    const read = async (who: CastName) => {
      const cookie = await t.session(who);
      return (await t.as(null, "GET", `/members/${t.cast.rep}/coaching`, undefined, { cookie })).body.note;
    };
    expect(await read("manager")).toBe("Praise first.");
    expect(await read("rep")).toBe("Ask for more leads? No: for time.");
    expect(await read("leader")).toBe("");
    expect(JSON.stringify((await pageOf("leader")).body)).not.toContain("Praise first");
    // A key of their own does not read it, nor does a second window write over it.
    expect((await pageOf("manager")).body.note).toBeNull();
    expect((await t.put("manager", note, { words: "Late.", startedFrom: "" })).status).toBe(409);
    expect((await t.put("manager", note, { words: "Later.", startedFrom: "Praise first." })).status).toBe(
      204,
    );
    await t.put("manager", note, { words: "  " });
    expect(await read("manager")).toBe("");
    await t.put("rep", note, { words: null });
  });

  it("refuses what cannot be, and says which field", async () => {
    const refused = async (body: unknown, who: CastName = "manager") => {
      const { status, body: problem } = await t.post(who, `/members/${t.cast.rep}/one-on-ones`, body);
      return [status, problem.field ?? problem.detail];
    };
    expect(await refused({ day: "2026-11-19" })).toEqual([422, "day"]);
    expect((await refused({ skill: "juggling" }))[0]).toBe(404);
    expect((await refused({ scenario: "no-such" }))[0]).toBe(404);
    expect((await refused({ personIds: [t.cast.manager] }))[0]).toBe(404);
    expect((await prepare("rep", { plannedOn: "2026-11-17" })).body.field).toBe("plannedOn");
    expect((await prepare("rep", { words: "x".repeat(2_001) })).body.field).toBe("words");
    const held = await hold({ day: "2026-11-10" });
    expect((await refused({ day: "2026-11-10" }))[0]).toBe(409);
    await takeBack(held.id);
    // Nobody leads the leader.
    expect((await prepare("leader", { words: "x" }, t.cast.leader)).status).toBe(409);
  });

  it("is written once, however often the press is repeated", async () => {
    const send = () =>
      t.as(
        "manager",
        "POST",
        `/members/${t.cast.colleague}/one-on-ones`,
        { skill: "seed" },
        {
          "idempotency-key": "one-one-on-one",
        },
      );
    const [first, second] = [await send(), await send()];
    expect(second.body).toEqual(first.body);
    expect((await pageOf("manager", t.cast.colleague)).body.held).toHaveLength(1);
    await takeBack(first.body.id);
  });

  it("knows the day they agreed on, and how often they meet", async () => {
    await prepare("rep", { plannedOn: "2026-11-20" });
    expect(await dueNow()).toEqual({ standing: "this-week", on: "2026-11-20", agreed: true });
    await prepare("manager", { plannedOn: null });
    const held = await hold({ day: "2026-11-09" });
    expect(await dueNow()).toMatchObject({ standing: "ahead", on: "2026-11-23" });
    await t.put("manager", `/members/${t.cast.rep}/coaching/rhythm`, { everyWeeks: 1 });
    expect(await dueNow()).toMatchObject({ standing: "this-week", on: "2026-11-16" });
    await t.put("manager", `/members/${t.cast.rep}/coaching/rhythm`, { everyWeeks: 2 });
    await t.post("rep", "/absences", { fromDay: "2026-11-23", toDay: "2026-11-24" });
    expect(await dueNow()).toMatchObject({ standing: "ahead", on: "2026-11-25" });
    await takeBack(held.id);
  });

  it("is prepared still when the day they agreed on has gone by", async () => {
    await prepare("rep", { plannedOn: "2026-11-18" });
    const dayAfter = later("2026-11-19T10:00:00Z");
    const path = `/members/${t.cast.rep}/coaching/next`;
    const say = async (body: object) => (await dayAfter("rep", "PATCH", path, body)).status;
    expect(await say({ words: "Late.", plannedOn: "2026-11-18" })).toBe(200);
    expect(await say({ plannedOn: "2026-11-17" })).toBe(422);
    expect(await say({ words: null, plannedOn: null })).toBe(200);
  });
});

describe("what two write at once", () => {
  const mine = { words: "How to ask Ana.", topics: "", commitment: "" };

  it("keeps what the other wrote since, and refuses where both wrote in the same place", async () => {
    await clear();
    const [eva, flo, gus] = [await person("Eva Coach"), await person("Flo Coach"), await person("Gus Coach")];
    await prepare("rep", { personIds: [eva, flo] });
    const startedFrom = {
      words: "",
      topics: "",
      commitment: "",
      expects: null,
      number: null,
      skill: null,
      plannedOn: null,
      personIds: [eva, flo],
    };
    const number = { measure: "people-asked", count: 3 };
    const told = await prepare("manager", {
      ...startedFrom,
      topics: "What it saved.",
      expects: 3,
      number,
      commitment: "Three cards",
      scenario: "no-not-now",
      skill: "take-a-no",
      personIds: [eva, flo, gus],
      startedFrom,
    });
    expect(told.status).toBe(200);
    // Open since before: everything is sent as it was drawn, but for her own words and one name less.
    expect((await prepare("rep", { ...startedFrom, ...mine, personIds: [eva], startedFrom })).status).toBe(
      200,
    );
    const { next } = (await pageOf("rep")).body;
    expect(next.prepared).toMatchObject({
      memberWords: mine.words,
      topics: "What it saved.",
      expects: 3,
      number,
      commitment: "Three cards",
      skill: "take-a-no",
      scenario: "no-not-now",
    });
    expect(next.people.map(({ id }: { id: string }) => id)).toEqual([eva, gus]);
    const late = await prepare("rep", { commitment: "Two calls", startedFrom });
    expect([late.status, late.body.field, late.body.detail]).toEqual([
      409,
      "commitment",
      expect.stringContaining("Three cards"),
    ]);
    const another = { measure: "people-asked", count: 5 };
    expect((await prepare("rep", { number: another, startedFrom })).status).toBe(409);
    const read = { ...startedFrom, number };
    expect((await prepare("rep", { number: another, startedFrom: read })).status).toBe(200);
    // The way back takes back what was changed here alone.
    await prepare("manager", { topics: "The night shift." });
    await prepare("rep", { number, startedFrom: { number: another } });
    expect((await pageOf("rep")).body.next.prepared).toMatchObject({ number, topics: "The night shift." });
    const held = await hold({
      day: "2026-11-17",
      ...startedFrom,
      expects: 2,
      startedFrom: { ...startedFrom, expects: 3 },
    });
    expect(held).toMatchObject({ expects: 2, topics: "The night shift.", commitment: "Three cards" });
    await takeBack(held.id);
    expect((await pageOf("rep")).body.next.people).toHaveLength(2);
    await hold({ day: "2026-11-17", again: held.id });
    await takeBack(held.id);
    await clear();
  });

  it("leaves the words of a pair to that pair when somebody else coaches", async () => {
    const id = t.cast.southRep;
    const coach = (managerId: string | null) =>
      t.patch("leader", `/teams/${t.cast.teams.south}`, { managerId });
    await prepare("southRep", { words: "For Lena: my bad week." }, id);
    await prepare("leader", { words: "Between us.", plannedOn: "2026-11-20" }, id);
    const held = await hold({ day: "2026-11-12" }, "leader", id);
    expect(held).toMatchObject({ memberWords: "For Lena: my bad week.", coachWords: "Between us." });
    await prepare("southRep", { words: "For Lena: the salary talk." }, id);
    await prepare("leader", { words: "Between us, again." }, id);
    expect((await coach(t.cast.manager)).status).toBe(200);
    const seen = (await pageOf("manager", id)).body;
    expect(seen.member).toMatchObject({
      coachId: t.cast.manager,
      memberPrepared: false,
      coachPrepared: false,
    });
    expect(seen.next).toBeNull();
    expect(JSON.stringify(seen)).not.toMatch(/Between us|For Lena/);
    expect((await prepare("manager", { words: "Hello." }, id)).status).toBe(200);
    expect((await pageOf("southRep", id)).body.next.prepared).toMatchObject({
      memberWords: null,
      coachWords: "Hello.",
    });
    // Once the pair is as it was, they find what they wrote.
    await coach(null);
    expect((await pageOf("southRep", id)).body.next.prepared).toMatchObject({
      memberWords: "For Lena: the salary talk.",
      coachWords: "Between us, again.",
    });
    expect((await t.del("leader", `/one-on-ones/${held.id}`)).status).toBe(204);
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("a 1:1 that is written down late", () => {
  it("leaves what is prepared for the next alone, is one a day, and no older than half a year", async () => {
    const recent = await hold({ day: "2026-11-16", topics: "The audit." });
    await prepare("rep", { words: "For the next time." });
    const startedFrom = { topics: "", commitment: "" };
    const older = await hold({ day: "2026-10-27", topics: "", commitment: "Ask first", startedFrom });
    expect(older).toMatchObject({ heldOn: "2026-10-27", commitment: "Ask first", memberWords: null });
    const page = (await pageOf("manager")).body;
    expect(page.next.prepared.memberWords).toBe("For the next time.");
    expect(page.last.agreed.heldOn).toBe("2026-11-16");
    const again = await t.post("manager", `/members/${t.cast.rep}/one-on-ones`, { day: "2026-10-27" });
    expect(again.status).toBe(409);
    const longAgo = await t.post("manager", `/members/${t.cast.rep}/one-on-ones`, { day: "2026-05-01" });
    expect([longAgo.status, longAgo.body.field]).toEqual([422, "day"]);
    // The older is taken back for good: what is prepared is for the time after the last.
    await takeBack(older.id);
    await takeBack(recent.id);
    expect((await pageOf("manager")).body).toMatchObject({
      last: null,
      next: { prepared: { topics: null } },
    });
    // It was held after all, and stands as it stood, beside what is prepared.
    expect(await hold({ day: "2026-11-16", again: recent.id })).toMatchObject({ topics: "The audit." });
    expect((await pageOf("manager")).body.next.prepared.memberWords).toBe("For the next time.");
    await takeBack(recent.id);
    await clear();
    expect(await t.mistakes()).toEqual([]);
  });
});

describe("what is owed", () => {
  it("is due on a day of where the workspace is", async () => {
    const cookie = await t.session("leader");
    const signedIn = (method: string, path: string, body: object) =>
      t.as(null, method, path, body, { cookie, origin: "http://127.0.0.1:4600" });
    const { recount: _recount, ...settings } = (await t.get("leader", "/workspace")).body;
    const moveTo = async (timeZone: string) =>
      expect((await signedIn("PUT", "/workspace", { ...settings, timeZone })).status).toBe(200);
    expect((await signedIn("PATCH", "/clocks", { since: "2026-11-01" })).status).toBe(200);
    await moveTo("America/Los_Angeles");
    const sourceId = await person("Hal Coach");
    const contact = { fullName: "Ida Coach" };
    await t.post("rep", "/referrals", { sourceId, contact, level: 2, day: "2026-11-12" });
    const { late } = (await pageOf("rep")).body.owed;
    const respond = late.find((each: { kind: string }) => each.kind === "respond");
    // Six in the evening there is two in the night of the next day in UTC.
    expect(respond).toMatchObject({ due: "2026-11-12", dueAt: "2026-11-13T02:00:00.000Z" });
    await moveTo("Europe/Berlin");
  });
});

describe("what was committed to", () => {
  it("stays tied to its week when the 1:1 is taken back and held again, and finds what stands there already", async () => {
    const held = await hold({ day: "2026-11-17", commitment: "Write four cards" });
    const path = `/one-on-ones/${held.id}/promise`;
    await t.put("rep", path, { week: "2026-11-16" });
    await takeBack(held.id);
    expect((await hold({ day: "2026-11-17", again: held.id })).promised).toBe(true);
    expect(await became()).toEqual({ state: "open", week: "2026-11-16" });
    await takeBack(held.id);
    // Another commitment is no promise of that week.
    const other = await hold({ day: "2026-11-17", commitment: "Write five cards" });
    expect(await became()).toEqual({ state: "untold", week: null });
    await takeBack(other.id);
    await hold({ day: "2026-11-17", commitment: "Write four cards" });
    const linked = await t.put("rep", path, { week: "2026-11-16" });
    expect([linked.status, linked.body]).toEqual([200, { stood: true }]);
    expect(await became()).toEqual({ state: "open", week: "2026-11-16" });
    const standing = async () => (await t.get("rep", "/weeks/2026-11-16")).body.promises.length;
    expect(await standing()).toBe(1);
    // The way back leaves what stood there before.
    expect((await t.del("rep", `${path}?own=stays`)).status).toBe(204);
    expect([await standing(), (await became()).state]).toEqual([1, "untold"]);
    await t.put("rep", path, { week: "2026-11-16" });
    await t.del("rep", path);
    await takeBack(held.id);
    await clear();
    expect(await t.mistakes()).toEqual([]);
  });

  it("becomes a promise of the member's week when they want it, and is read from there", async () => {
    const dan = await person("Dan Coach");
    await t.put("rep", "/weeks/2026-11-18/plan", { promises: [{ kind: "practice", count: 2 }] });
    const held = await hold({
      day: "2026-11-17",
      personIds: [dan],
      commitment: "Two cards by Friday",
      topics: "The saved hour.",
    });
    const promise = (who: CastName, body: unknown) => t.put(who, `/one-on-ones/${held.id}/promise`, body);
    const [week] = ["2026-11-16"];
    expect((await promise("manager", { week })).status).toBe(403);
    expect((await promise("rep", { week, people: [dan] })).body).toEqual({ stood: false });
    expect((await promise("rep", { week })).status).toBe(409);
    const lines = async () => (await t.get("rep", `/weeks/${week}`)).body.promises;
    expect(await lines()).toMatchObject([
      { kind: "practice" },
      { kind: "own", words: "Two cards by Friday" },
      { kind: "ask", personName: "Dan Coach" },
    ]);
    expect(await became()).toEqual({ state: "open", week });
    expect((await t.put("manager", `/one-on-ones/${held.id}/told`, { how: "kept" })).status).toBe(409);
    const own = (await lines())[1];
    await t.put("rep", `/promises/${own.id}/told`, { how: "kept" });
    expect(await became()).toEqual({ state: "kept", week });
    await t.del("rep", `/promises/${own.id}/told`);
    expect((await t.del("rep", `/one-on-ones/${held.id}/promise`)).status).toBe(204);
    expect(await lines()).toMatchObject([{ kind: "practice" }]);
    expect(await became()).toEqual({ state: "untold", week: null });
    await takeBack(held.id);
    await t.del("rep", "/weeks/2026-11-18/plan");
  });

  it("leaves no plan behind where there was none, and is said where it is no promise", async () => {
    const held = await hold({ day: "2026-11-17", commitment: "Read the annual report" });
    expect((await t.put("rep", `/one-on-ones/${held.id}/promise`, { week: "2026-11-23" })).status).toBe(200);
    expect((await t.get("rep", "/weeks/2026-11-23")).body.plan).not.toBeNull();
    await t.del("rep", `/one-on-ones/${held.id}/promise`);
    expect((await t.get("rep", "/weeks/2026-11-23")).body.plan).toBeNull();
    const told = `/one-on-ones/${held.id}/told`;
    expect((await t.put("rep", told, { how: "kept" })).status).toBe(204);
    expect((await pageOf("manager")).body.last.commitment).toEqual({ state: "kept", week: null });
    await t.del("manager", told);
    expect((await pageOf("manager")).body.last.commitment.state).toBe("untold");
    await takeBack(held.id);
  });
});

describe("who is coached", () => {
  it("is due with their coach: the first due first, their own too", async () => {
    await hold({ day: "2026-10-28" });
    await hold({ day: "2026-11-17" }, "manager", t.cast.colleague);
    const { mine, people } = (await t.get("manager", "/coaching/due")).body;
    expect(mine).toMatchObject({ coachName: "Lena Fuchs", due: { standing: "first" } });
    expect(people).toMatchObject([{ name: "Mia Sommer", due: { standing: "late", on: "2026-11-11" } }]);
    const rep = (await t.get("rep", "/coaching/due")).body;
    expect(rep).toMatchObject({ mine: { id: t.cast.rep, due: { standing: "late" } }, people: [] });
    // Nobody manages South: the leader coaches who is in it, and the manager.
    const leader = (await t.get("leader", "/coaching/due")).body;
    expect(leader.mine).toBeNull();
    expect(leader.people.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [t.cast.manager, t.cast.southRep].toSorted(),
    );
    expect((await t.get("stranger", "/coaching/due")).body.people).toEqual([]);
  });

  it("is shown with the one line that matters", async () => {
    const { items } = (await t.get("manager", "/coaching/people")).body;
    expect(items.map(({ name }: { name: string }) => name)).toEqual(["Mia Sommer", "Jonas Weber"]);
    expect(items[0]).toMatchObject({ matters: { matter: expect.any(String) }, holds: "too-early" });
    const team = await t.get("leader", `/coaching/people?team=${t.cast.teams.north}`);
    expect(team.body.items.map(({ id }: { id: string }) => id)).toContain(t.cast.rep);
    expect((await t.get("manager", `/coaching/people?team=${t.cast.teams.south}`)).status).toBe(403);
    expect((await t.get("rep", "/coaching/people")).body.items).toEqual([]);
  });

  it("says who was coached, when, on what, and what share of them in four weeks", async () => {
    const later5 = later("2026-12-02T09:00:00Z");
    const { body } = await t.get("leader", "/coaching/coached");
    expect(body).toMatchObject({
      from: "2026-10-22",
      to: "2026-11-18",
      coached: 2,
      rate: { kind: "too-early", n: 4 },
    });
    expect(
      body.items.map(({ memberName, day }: { memberName: string; day: string }) => [memberName, day]),
    ).toEqual([
      ["Jonas Weber", "2026-11-17"],
      ["Mia Sommer", "2026-10-28"],
    ]);
    expect(body.missing.map(({ id }: { id: string }) => id).toSorted()).toEqual(
      [t.cast.manager, t.cast.southRep].toSorted(),
    );
    expect((await later5("leader", "GET", "/coaching/coached")).body.coached).toBe(1);
    const north = (await t.get("manager", "/coaching/coached")).body;
    expect(north.items).toHaveLength(2);
    expect(north.teams).toEqual([{ id: t.cast.teams.north, name: "North", coached: 2, of: 2 }]);
    expect((await t.get("rep", "/coaching/coached")).status).toBe(403);
    expect((await t.get("stranger", "/coaching/coached")).body.items).toEqual([]);
  });
});

describe("somebody who leaves", () => {
  it("finds what was being prepared when they come back, and what was private for a week", async () => {
    await prepare("leader", { topics: "The new product.", commitment: "Two names" }, t.cast.southRep);
    await t.put("leader", `/members/${t.cast.southRep}/coaching/note`, { words: "New." });
    expect((await t.del("leader", `/members/${t.cast.southRep}`)).status).toBeLessThan(300);
    expect((await pageOf("leader", t.cast.southRep)).status).toBe(404);
    await nightOf("2026-11-24");
    expect(await notesOn(t.cast.southRep)).toHaveLength(1);
    expect((await t.put("leader", `/members/${t.cast.southRep}/return`, undefined)).status).toBe(200);
    expect((await pageOf("leader", t.cast.southRep)).body.next.prepared).toMatchObject({
      topics: "The new product.",
      commitment: "Two names",
    });
    await nightOf("2026-12-24");
    expect(await notesOn(t.cast.southRep)).toHaveLength(1);
    await t.del("leader", `/members/${t.cast.southRep}`);
    await nightOf("2026-11-26");
    expect(await notesOn(t.cast.southRep)).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  });
});

async function notesOn(aboutId: string) {
  return t.test.database.read(t.cast.workspaceId, async (tx) =>
    tx
      .tables<{ one_on_one_note: { about_id: string; words: string } }>()
      .selectFrom("one_on_one_note")
      .select("words")
      .where("about_id", "=", aboutId)
      .execute(),
  );
}

async function nightOf(day: string) {
  const now = new Date(`${day}T03:00:00Z`);
  await t.test.database.write(t.cast.workspaceId, async (tx) => forgetNotesOfLeavers(tx, { now }));
}
