import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { frozenClock } from "#lib/kernel/clock.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { houseOver, openTestHouse, type CastName, type TestHouse } from "#demo/test-house.ts";

// It is Wednesday, 2026-11-18.
let t: TestHouse;
beforeAll(async () => {
  t = await openTestHouse();
});
afterAll(() => t?.close());

const person = async (fullName: string) => (await t.post("rep", "/people", { fullName })).body.id as string;
const asked = async (who: CastName, day: Day) => {
  const sourceId = await person(`Asked by ${who} on ${day}`);
  const { body, status } = await t.post(who, "/asks", { sourceId, day, outcome: "no" });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
};
/** "Jonas first-ask 2026-11-02", the latest first. */
const milestones = async (query = "") =>
  (await t.get("rep", `/wall${query}`)).body.items.flatMap(
    ({
      milestone,
    }: {
      milestone: { kind: string; day: Day; weeks: number | null; member: { id: string } } | null;
    }) =>
      milestone === null
        ? []
        : [
            `${nameOf(milestone.member.id)} ${milestone.kind} ${milestone.day}${milestone.weeks === null ? "" : ` ${milestone.weeks}`}`,
          ],
  ) as string[];
const nameOf = (id: string) => (Object.entries(t.cast).find(([, each]) => each === id) ?? ["?"])[0];

const milestonesBy = async (who: CastName, query = "") =>
  (await milestones(query)).filter((each) => each.startsWith(`${who} `));

describe("milestones", () => {
  it("come by themselves: a first ask, and one after a silence; taken back they were never there", async () => {
    const first = await asked("colleague", "2026-09-14");
    const again = await asked("colleague", "2026-11-02");
    // Thirty-four workdays lie between the fourteenth of September and the second of November.
    expect(await milestones()).toEqual(["colleague ask-after-silence 2026-11-02 6"]);
    expect(await milestones("?to=2026-09-20")).toEqual(["colleague first-ask 2026-09-14"]);
    expect((await t.del("colleague", `/asks/${first}`)).status).toBe(204);
    expect(await milestones()).toEqual(["colleague first-ask 2026-11-02"]);
    expect((await t.del("colleague", `/asks/${again}`)).status).toBe(204);
    expect(await milestones()).toEqual([]);
  });

  it("know that somebody away is not silent", async () => {
    await asked("southRep", "2026-09-28");
    const away = { fromDay: "2026-10-19", toDay: "2026-10-30", memberId: t.cast.southRep };
    const absence = await t.post("leader", "/absences", away);
    expect(absence.status, JSON.stringify(absence.body)).toBe(201);
    await asked("southRep", "2026-11-02");
    expect(await milestones()).toEqual([]);
    expect((await t.del("leader", `/absences/${absence.body.id}`)).status).toBe(204);
    expect(await milestones()).toEqual(["southRep ask-after-silence 2026-11-02 4"]);
  });

  it("tell of a first introduction and of a chain of three, until one of its links is taken back", async () => {
    const introduced = async (sourceId: string, fullName: string, day: Day) => {
      const answer = await t.post("rep", "/referrals", { sourceId, contact: { fullName }, level: 2, day });
      expect(answer.status, JSON.stringify(answer.body)).toBe(201);
      return answer.body as { id: string; contactId: string };
    };
    const one = await introduced(await person("Ada Chain"), "Bo Chain", "2026-11-03");
    const two = await introduced(one.contactId, "Cleo Chain", "2026-11-05");
    const three = await introduced(two.contactId, "Dan Chain", "2026-11-10");
    await introduced(two.contactId, "Eve Chain", "2026-11-11");
    await introduced(three.contactId, "Fay Chain", "2026-11-12");
    expect(await milestonesBy("rep")).toEqual([
      "rep chain-of-three 2026-11-10",
      "rep first-introduction 2026-11-03",
    ]);
    expect((await t.del("rep", `/referrals/${one.id}`)).status).toBe(204);
    // Without it the chain of three begins one later.
    expect(await milestonesBy("rep")).toEqual([
      "rep chain-of-three 2026-11-12",
      "rep first-introduction 2026-11-05",
    ]);
  });

  it("tell of the tenth week told in a row, until one of the ten is taken back", async () => {
    const weeks = Array.from({ length: 10 }, (_, at) => addDays("2026-09-14", 7 * at));
    for (const week of weeks) {
      const friday = new Date(`${addDays(week, 4)}T10:00:00Z`);
      const { send } = houseOver(t.test.database, { clock: frozenClock(friday) });
      const as = (method: string, path: string, body?: unknown) =>
        send(method, path, body, { authorization: `Bearer ${t.cast.keys.colleague}` });
      const promises = [{ kind: "own", words: "Two cards" }];
      expect((await as("PUT", `/weeks/${week}/plan`, { topics: null, promises })).status).toBe(200);
      expect((await as("PUT", `/weeks/${week}/check-in`, { learned: null })).status).toBe(200);
    }
    expect(await milestonesBy("colleague", "?to=2026-11-20")).toEqual([
      "colleague ten-weeks-told 2026-11-20 10",
    ]);
    expect((await t.del("colleague", "/weeks/2026-11-16/check-in")).status).toBe(204);
    expect(await milestonesBy("colleague", "?to=2026-11-20")).toEqual([]);
  });

  it("are what a recount of the journal finds, and each opens to a line that stands", async () => {
    const { rows } = await t.test.database.read(t.cast.workspaceId, (tx) =>
      sql<{ said: string }>`
        with standing as (
          select l.* from journal l left join journal u on u.undoes = l.id
           where l.workspace_id = ${tx.workspaceId} and l.undoes is null and u.id is null)
        select distinct on (s.member_id, s.measure) s.member_id || ' ' || s.measure || ' ' || s.day as said
          from standing s where s.measure in ('people-asked', 'referrals-received')
         order by s.member_id, s.measure, s.day, s.id`.execute(tx.tables()),
    );
    const firsts = rows.map(({ said }) => said).toSorted();
    const measures = { "first-ask": "people-asked", "first-introduction": "referrals-received" } as const;
    const seen: string[] = [];
    for (const to of ["2026-11-18", "2026-10-21", "2026-09-23"]) {
      const { items } = (await t.get("rep", `/wall?to=${to}`)).body;
      for (const { milestone } of items) {
        expect(milestone.fact).toMatchObject({ undone: false, undoes: null });
        const measure = measures[milestone.kind as keyof typeof measures];
        if (measure) seen.push(`${milestone.member.id} ${measure} ${milestone.day}`);
      }
    }
    expect(seen.toSorted()).toEqual(firsts);
    expect(firsts.length).toBeGreaterThan(1);
  });
});
