import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestHouse, type Answer, type CastName, type TestHouse } from "#demo/test-house.ts";
import { asOwner } from "#lib/storage/owner.ts";
import { verify } from "#lib/storage/verify.ts";
import { checks } from "../house.ts";

let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

async function person(fullName: string, accountName?: string): Promise<string> {
  return (await t.post("leader", "/people", { fullName, accountName })).body.id;
}

const ask = (who: CastName, sourceId: string, more: object = {}) =>
  t.post(who, "/asks", { sourceId, ...more });
const permit = (who: CastName, sourceId: string, more: object = {}) =>
  t.post(who, `/people/${sourceId}/permits`, {
    memberId: t.cast.rep,
    reason: "She offered it herself.",
    ...more,
  });
const askable = async (who: CastName, id: string, query = "") =>
  (await t.get(who, `/people/${id}/askable${query}`)).body;

/** What `askwell verify` finds. */
async function wrongInWorkspace(): Promise<string[]> {
  const results = await verify(t.test.database, { id: t.cast.workspaceId, firstDay: 1 }, checks, () => 0);
  return results.flatMap(({ mistakes }) => mistakes);
}

describe("asking within bounds", () => {
  it("refuses a colleague's open ask with the facts, and says the same before", async () => {
    const clara = await person("Clara Clausen");
    await ask("colleague", clara, { day: "2026-11-06", outcome: "not-now", untilDay: "2026-12-03" });
    const facts = {
      rule: "open-ask",
      memberName: "Jonas Weber",
      day: "2026-11-06",
      outcome: "not-now",
      untilDay: "2026-12-03",
      mayFrom: "2026-12-18",
    };
    const sentence =
      "Jonas Weber asked them 12 days ago; they said: not now, until 3 December. You may ask from 18 December.";
    const before = await askable("rep", clara);
    expect(before).toMatchObject({
      memberId: t.cast.rep,
      refusal: { rule: "open-ask", sentence, facts },
      openAsk: { memberName: "Jonas Weber", untilDay: "2026-12-03" },
      last: { memberName: "Jonas Weber", day: "2026-11-06" },
      addsTo: null,
      permit: null,
      askForPermit: { id: t.cast.manager, name: "Petra Lang" },
      mayPermit: false,
    });
    const refused = await ask("rep", clara);
    expect(refused).toMatchObject({ status: 409, body: { kind: "conflict", detail: sentence, facts } });
    expect((await t.get("rep", `/asks?source=${clara}`)).body.items).toHaveLength(1);
    // Who made it goes on with it when the day has come, and a rep in whose week it falls.
    expect(await askable("manager", clara, `?member=${t.cast.rep}`)).toMatchObject({ mayPermit: true });
    expect((await t.get("stranger", `/people/${clara}/askable`)).status).toBe(404);
    expect((await t.get("rep", `/people/${clara}/askable?member=${clara}`)).status).toBe(404);
  });

  it("says who else plans to ask them this week, and holds nobody off for it", async () => {
    const planned = await person("Paula Planck");
    expect((await t.post("colleague", "/plans", { personId: planned })).status).toBe(201);
    const plannedBy = [{ id: t.cast.colleague, name: "Jonas Weber" }];
    expect(await askable("rep", planned)).toMatchObject({ refusal: null, plannedBy });
    expect(await askable("colleague", planned)).toMatchObject({ plannedBy: [] });
    expect((await ask("rep", planned)).status).toBe(201);
  });

  it("keeps what has happened, with the rule it was against, until that talk is taken back", async () => {
    const dora = await person("Dora Dietz");
    await ask("colleague", dora, { outcome: "will-think" });
    expect((await ask("rep", dora)).status).toBe(409);
    const kept = await ask("rep", dora, { happened: true, outcome: "no" });
    expect(kept).toMatchObject({ status: 201, body: { against: "open-ask", permitId: null } });
    const earlier = await ask("southRep", dora, { day: "2026-11-17" });
    expect(earlier).toMatchObject({ status: 201, body: { against: "open-ask" } });
    // A further talk of the same rep in the same week adds to the ask, and is still refused now.
    expect((await ask("rep", dora)).status).toBe(409);
    const more = await ask("rep", dora, { happened: true, outcome: "no" });
    expect(more).toMatchObject({ status: 200, body: { id: kept.body.id } });
    const load = (await t.get("colleague", "/asks/load")).body;
    expect(load.against.filter((each: { sourceId: string }) => each.sourceId === dora)).toHaveLength(2);
    expect(load.pairs).toMatchObject([{ sourceId: dora, asks: [{}, {}] }]);
    expect((await t.del("rep", `/asks/${kept.body.id}`)).status).toBe(204);
    expect((await t.del("southRep", `/asks/${earlier.body.id}`)).status).toBe(204);
    expect(await wrongInWorkspace()).toEqual([]);
  });

  it("lets the rep go on in the same week, and come back on the agreed day", async () => {
    const emil = await person("Emil Ernst");
    const first = await ask("rep", emil, { day: "2026-11-16", outcome: "will-think" });
    expect(await askable("rep", emil)).toMatchObject({ refusal: null, addsTo: first.body.id });
    expect(await ask("rep", emil, { outcome: "no" })).toMatchObject({ status: 200, body: { against: null } });
    const frida = await person("Frida Falk");
    await ask("rep", frida, { day: "2026-11-02", outcome: "not-now", untilDay: "2026-11-18" });
    expect(await askable("rep", frida)).toMatchObject({ refusal: null, addsTo: null });
    expect(await ask("rep", frida)).toMatchObject({ status: 201, body: { against: null } });
    const gerd = await person("Gerd Graf");
    await ask("rep", gerd, { day: "2026-11-02", outcome: "not-now", untilDay: "2026-11-19" });
    expect((await ask("rep", gerd)).body).toMatchObject({
      detail:
        "You asked them 16 days ago; they said: not now, until 19 November. You may ask from 19 November.",
    });
  });

  it("knows what drew on somebody under the ids of those who were merged into them", async () => {
    const [hans, twin] = [await person("Hans Huber"), await person("H. Huber")];
    await ask("colleague", twin, { outcome: "will-think" });
    expect((await ask("rep", hans, { outcome: "will-think" })).status).toBe(201);
    await t.post("leader", "/merges", { kind: "person", keptId: hans, mergedId: twin });
    // Both stand; any of them protects the source, and the report shows the pair.
    expect((await ask("southRep", hans)).body.facts).toMatchObject({ rule: "open-ask" });
    const { pairs } = (await t.get("rep", "/asks/load")).body;
    expect(pairs.map((each: { sourceId: string }) => each.sourceId)).toContain(hans);
    expect(await wrongInWorkspace()).toEqual([]);
  });

  it("refuses an answer that opens an ask beside a colleague's, and never an undo", async () => {
    const ida = await person("Ida Iwan");
    const mine = await ask("rep", ida, { day: "2026-10-05", outcome: "no" });
    const theirs = await ask("colleague", ida, { outcome: "will-think" });
    expect(theirs.status).toBe(201);
    const answer = { outcome: "not-now", untilDay: "2026-12-01" };
    const put = (more: object = {}) => t.put("rep", `/asks/${mine.body.id}/outcome`, { ...answer, ...more });
    expect(await put()).toMatchObject({ status: 409, body: { facts: { memberName: "Jonas Weber" } } });
    const kept = await put({ happened: true });
    expect(kept).toMatchObject({ status: 200, body: { open: true, against: "open-ask" } });
    await t.del("rep", `/asks/${mine.body.id}/conversations/${kept.body.saidId}`);
    // Taking the no back opens it again, as it was before.
    const again = await ask("rep", ida, { day: "2026-10-06", outcome: "will-think" });
    const lone = await t.put("rep", `/asks/${mine.body.id}/outcome`, {
      outcome: "not-now",
      untilDay: "2026-11-25",
      day: "2026-10-07",
    });
    expect([again.status, lone.status]).toEqual([200, 200]);
    await t.put("rep", `/asks/${mine.body.id}/settled`, undefined);
    expect((await t.del("rep", `/asks/${mine.body.id}/settled`)).body.open).toBe(true);
    expect(await wrongInWorkspace()).toEqual([]);
  });

  it("refuses whom a stop, an issue, a no-go or their most a quarter protects", async () => {
    const jan = await person("Jan Jansen", "Kran AG");
    await t.put("colleague", `/people/${jan}/do-not-ask`, { why: "said-stop", words: "Bitte nicht." });
    expect((await ask("rep", jan)).body.facts).toMatchObject({
      rule: "do-not-ask",
      memberName: "Jonas Weber",
    });
    expect((await permit("leader", jan)).status).toBe(201);
    expect((await ask("rep", jan)).body.facts.rule).toBe("do-not-ask");

    const karla = await person("Karla Krug", "Kessel KG");
    const accountId = (await t.get("rep", `/people/${karla}`)).body.accountId;
    const issue = await t.post("colleague", `/accounts/${accountId}/issues`, { what: "Leaks." });
    expect((await ask("rep", karla)).body.facts.rule).toBe("serious-issue");
    await t.put("leader", `/issues/${issue.body.id}/settled`, undefined);

    await t.post("rep", `/people/${karla}/no-goes`, { accountId });
    const sideways = await person("Lars Lang", "Kessel KG");
    expect((await ask("rep", karla, { targetPersonId: sideways })).body.facts.rule).toBe("no-go");
    expect(await askable("rep", karla, `?targetPerson=${sideways}`)).toMatchObject({
      refusal: { rule: "no-go" },
      askForPermit: null,
    });
    expect(await askable("rep", karla)).toMatchObject({ refusal: null });

    const wish = { channel: "video", mostPerQuarter: 1, bestWeekday: 5, approverId: null, note: null };
    await t.put("rep", `/people/${karla}/preference`, wish);
    await ask("colleague", karla, { day: "2026-10-12", outcome: "no" });
    expect(await askable("rep", karla)).toMatchObject({
      refusal: { rule: "quarter", facts: { mayFrom: "2027-01-04" } },
      advice: { channel: "video", bestDay: "2027-01-08" },
    });
  });
});

describe("permits", () => {
  it("are given by a manager of the rep, a leader or the approver, and by nobody else", async () => {
    const lilo = await person("Lilo Lenz");
    for (const [who, status] of [
      ["rep", 403],
      ["colleague", 403],
      ["southRep", 403],
      ["stranger", 404],
      ["manager", 201],
      ["leader", 201],
    ] as const)
      expect([who, (await permit(who, lilo)).status]).toEqual([who, status]);
    expect((await permit("manager", lilo, { memberId: t.cast.southRep })).status).toBe(403);
    expect((await permit("manager", lilo, { reason: "  " })).body.field).toBe("reason");
    expect((await permit("manager", lilo, { untilDay: "2026-12-03" })).body.field).toBe("untilDay");
    expect((await permit("manager", lilo, { untilDay: "2026-11-17" })).body.field).toBe("untilDay");
  });

  it("let one rep ask once; the ask names it, and taking the ask back frees it", async () => {
    const moni = await person("Moni Mohr");
    await ask("colleague", moni, { outcome: "will-think" });
    const given = (await permit("manager", moni)).body;
    expect(given).toMatchObject({
      untilDay: "2026-12-02",
      byName: "Petra Lang",
      usedBy: null,
      current: true,
    });
    expect((await askable("rep", moni)).permit.id).toBe(given.id);
    expect((await ask("southRep", moni)).status).toBe(409);
    const made = await ask("rep", moni);
    expect(made).toMatchObject({ status: 201, body: { permitId: given.id, against: null } });
    // The same ask goes on with it; another one needs another.
    expect(await ask("rep", moni, { outcome: "no" })).toMatchObject({ status: 200 });
    expect((await t.get("rep", `/people/${moni}/permits`)).body.items).toMatchObject([
      { id: given.id, usedBy: made.body.id, current: false },
    ]);
    expect((await t.del("manager", `/permits/${given.id}`)).status).toBe(409);
    expect((await t.get("rep", `/timeline?of=${moni}`)).status).toBeLessThan(500);
    await t.del("rep", `/asks/${made.body.id}`);
    expect((await t.get("rep", `/people/${moni}/permits`)).body.items).toMatchObject([{ usedBy: null }]);
    expect((await t.del("southRep", `/permits/${given.id}`)).status).toBe(403);
    expect((await t.del("stranger", `/permits/${given.id}`)).status).toBe(404);
    expect((await t.del("leader", `/permits/${given.id}`)).status).toBe(204);
    expect((await t.del("leader", `/permits/${given.id}`)).status).toBe(404);
    expect((await ask("rep", moni)).status).toBe(409);
    expect(await wrongInWorkspace()).toEqual([]);
  });

  it("of the approver alone open a source who wants one; the approver asks freely", async () => {
    const nora = await person("Nora Nagel");
    const wish = {
      channel: null,
      mostPerQuarter: null,
      bestWeekday: null,
      approverId: t.cast.southRep,
      note: null,
    };
    await t.put("leader", `/people/${nora}/preference`, wish);
    expect(await askable("rep", nora)).toMatchObject({
      refusal: { rule: "approver", facts: { memberName: "Tariq Aziz", mayFrom: null } },
      askForPermit: { name: "Tariq Aziz" },
    });
    await permit("manager", nora);
    expect((await ask("rep", nora)).body.facts.rule).toBe("approver");
    const yes = await permit("southRep", nora);
    expect(yes.status).toBe(201);
    expect((await ask("rep", nora)).body.permitId).toBe(yes.body.id);
    expect(await askable("southRep", nora)).toMatchObject({ refusal: { rule: "open-ask" } });
  });

  it("lapse after two weeks", async () => {
    const otto = await person("Otto Ohm");
    await permit("leader", otto, { untilDay: "2026-11-18" });
    const [only] = (await t.get("rep", `/people/${otto}/permits`)).body.items;
    expect(only).toMatchObject({ untilDay: "2026-11-18", current: true });
  });
});

describe("references", () => {
  it("draw on the source, count in no scorecard, and are taken back by whose they are", async () => {
    const paul = await person("Paul Pohl");
    const tallied = async () => (await t.get("rep", "/scorecard")).body;
    const before = await tallied();
    const given = await t.post("colleague", `/people/${paul}/references`, {
      forWhom: "the crane deal",
      day: "2026-11-10",
    });
    expect(given).toMatchObject({
      status: 201,
      body: { memberName: "Jonas Weber", forWhom: "the crane deal" },
    });
    expect(await tallied()).toEqual(before);
    expect((await ask("rep", paul)).body).toMatchObject({
      detail:
        "They gave Jonas Weber a reference 8 days ago. After that they rest 30 days. You may ask from 10 December.",
      facts: { rule: "rest-period", outcome: null },
    });
    expect((await t.get("rep", `/people/${paul}/references`)).body.items).toHaveLength(1);
    expect((await t.post("rep", `/people/${paul}/references`, { forWhom: " " })).body.field).toBe("forWhom");
    const of = `/references/${given.body.id}`;
    expect((await t.del("rep", of)).status).toBe(403);
    expect((await t.del("stranger", of)).status).toBe(404);
    expect((await t.del("manager", of)).status).toBe(204);
    expect((await ask("rep", paul)).status).toBe(201);
  });
});

describe("under races", () => {
  it("two reps who ask in the same second get one ask and one clear answer", async () => {
    for (let round = 0; round < 10; round += 1) {
      const id = await person(`Rita Race ${round}`);
      const answers = await Promise.all([ask("rep", id), ask("southRep", id)]);
      const [won, lost] = answers.toSorted((a, b) => a.status - b.status) as [Answer, Answer];
      expect([won.status, lost.status]).toEqual([201, 409]);
      expect(lost.body).toMatchObject({
        detail: `${won.body.memberName} asked them today; there is no answer yet. You may ask from 19 December.`,
        facts: { rule: "open-ask", memberName: won.body.memberName, day: "2026-11-18" },
      });
    }
  });

  it("two hundred asks at once of the same twenty people leave no rule broken", async () => {
    const people = await Promise.all(Array.from({ length: 20 }, (_, at) => person(`Crowd ${at}`)));
    const protectedOnes = people.slice(0, 3);
    await t.put("leader", `/people/${protectedOnes[0]}/do-not-ask`, { why: "said-stop" });
    await t.post("leader", `/people/${protectedOnes[1]}/issues`, { what: "Unhappy." });
    await ask("leader", protectedOnes[2]!, { day: "2026-11-03", outcome: "no" });
    const reps = ["rep", "colleague", "southRep", "manager", "leader"] as const;
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, at) => {
        const who = reps[(at * 7 + Math.floor(at / 20)) % reps.length]!;
        return ask(who, people[at % people.length]!, { outcome: at % 3 === 0 ? "will-think" : null }).then(
          (answer) => ({ who, sourceId: people[at % people.length]!, answer }),
        );
      }),
    );
    expect(new Set(answers.map(({ answer }) => answer.status))).toEqual(new Set([200, 201, 409]));
    for (const [at, id] of people.entries()) {
      const { items } = (await t.get("rep", `/asks?source=${id}`)).body;
      const open = items.filter((each: { open: boolean }) => each.open);
      const mine = answers.filter(({ sourceId }) => sourceId === id);
      const made = mine.filter(({ answer }) => answer.status === 201);
      const refused = mine.filter(({ answer }) => answer.status === 409);
      expect(mine).toHaveLength(10);
      // Two were never asked, one rests since a leader asked, whose own second talk is in another week.
      expect([at, open.length, made.length]).toEqual([at, at < 3 ? 0 : 1, at < 3 ? 0 : 1]);
      expect(items.every((each: { against: unknown }) => each.against === null)).toBe(true);
      const further = mine.filter(({ answer }) => answer.status === 200);
      expect(further.every(({ who }) => who === made[0]?.who)).toBe(true);
      for (const { answer } of refused) {
        const { facts, detail } = answer.body;
        if (at < 2) continue;
        const by = at === 2 ? "Lena Fuchs" : made[0]!.answer.body.memberName;
        expect(facts).toMatchObject({ memberName: by, day: at === 2 ? "2026-11-03" : "2026-11-18" });
        expect(detail).toMatch(/(asked them|You asked them) (today|15 days ago)[;.]/);
      }
      expect(made.length + refused.length + further.length).toBe(10);
    }
    expect(await wrongInWorkspace()).toEqual([]);
    expect(await t.mistakes()).toEqual([]);
  }, 120_000);
});

describe("the load report", () => {
  it("says who asks and who is asked, opens to every number, and is there for everybody of the workspace", async () => {
    const quinn = await person("=Quinn Quast", "Klient AG");
    await person("Rosa Rau", "Klient AG");
    const accountId = (await t.get("rep", `/people/${quinn}`)).body.accountId;
    await t.patch("leader", `/accounts/${accountId}`, { kind: "client" });
    await ask("rep", quinn, { day: "2025-03-03", outcome: "named-someone" });
    await ask("colleague", quinn, { day: "2025-05-05", outcome: "no" });
    await t.post("rep", `/people/${quinn}/references`, { forWhom: "the port", day: "2025-05-20" });
    const span = "from=2025-03-01&to=2025-06-30";
    const bySource = (await t.get("southRep", `/asks/load?by=source&${span}`)).body;
    expect(bySource).toMatchObject({
      asks: 2,
      acceptance: { kind: "too-early", n: 2 },
      lines: [{ id: quinn, asks: 2, others: 2, named: 1, references: 1, against: 0 }],
      carrying: [{ id: quinn, asks: 2 }],
    });
    const byRep = (await t.get("rep", `/asks/load?by=rep&${span}`)).body;
    expect(byRep.lines.map((each: { id: string }) => each.id).toSorted()).toEqual(
      [t.cast.rep, t.cast.colleague].toSorted(),
    );
    expect(byRep.overTime).toHaveLength(6);
    const never = (await t.get("rep", "/coverage/people")).body;
    expect(never.items.map((each: { fullName: string }) => each.fullName)).toEqual(["Rosa Rau"]);
    expect(byRep.neverAsked).toBe(1);
    const file = await t.get("rep", `/asks/load.csv?by=source&${span}`);
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(String(file.body)).toContain("'=Quinn Quast,2,2,1,1,0,0\r\n");
    expect((await t.get("rep", "/asks/load?from=2026-01-02&to=2026-01-01")).status).toBe(422);
    expect((await t.get("stranger", `/asks/load?${span}`)).body).toMatchObject({ lines: [], neverAsked: 0 });
  });
});

it("leaves nothing for verify to find, which would find two open asks of one source", async () => {
  expect(await wrongInWorkspace()).toEqual([]);
  const sven = await person("Sven Sand");
  // Verify looks at the day it is, not at the day the house plays.
  const until = { outcome: "will-think", untilDay: "2199-01-01" };
  await ask("rep", sven, until);
  await ask("colleague", sven, { ...until, happened: true });
  expect(await wrongInWorkspace()).toEqual([]);
  await asOwner(t.test.ownerUrl, async (owner) => {
    await owner.query("update ask set against = null where source_id = $1", [sven]);
    await owner.query(
      "update ask_conversation c set against = null from ask a where a.id = c.ask_id and a.source_id = $1",
      [sven],
    );
  });
  expect(await wrongInWorkspace()).toEqual([
    expect.stringMatching(/open with one source, and nothing says why/),
  ]);
});
