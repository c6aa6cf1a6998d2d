import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Weekday } from "#lib/kernel/weeks.ts";
import { writeCounterEntries, writeJournal, type Author } from "./journal.ts";
import { mistakesInTally, recount } from "./tally.ts";
import { openTestDatabase, type TestDatabase } from "./test-database.ts";

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase();
});
afterAll(() => test?.drop());

const now = new Date("2026-11-18T10:00:00Z");

function authorIn(workspaceId: string, firstDay: Weekday = 1): Author {
  return {
    now,
    member: { id: newId(now) },
    workspace: {
      id: workspaceId,
      slug: "w",
      name: "W",
      timeZone: "UTC",
      currency: "EUR",
      calendar: { firstDay, pattern: "months", startMonth: 1 },
    },
  };
}

async function tallyOf(workspaceId: string, scopeId: string): Promise<Record<string, number>> {
  return test.database.read(workspaceId, async (tx) => {
    const { rows } = await sql<{ week: string; measure: string; count: number }>`
      select week, measure, sum(count)::bigint as count from tally
       where workspace_id = ${workspaceId} and scope_id = ${scopeId} group by 1, 2 order by 1, 2`.execute(
      tx.tables(),
    );
    return Object.fromEntries(
      rows.filter((r) => r.count !== 0).map((r) => [`${r.week} ${r.measure}`, r.count]),
    );
  });
}

describe("the journal and its tally", () => {
  it("adds a fact to its member, its team and the company, and a counter-entry takes it from the same week", async () => {
    const author = authorIn(newId(now));
    const w = author.workspace.id;
    const credit = { memberId: newId(now), teamId: newId(now) };
    const subject = { kind: "deal", id: newId(now) };
    await test.database.write(w, (tx) =>
      writeJournal(tx, author, [
        {
          verb: "deal.won",
          subject,
          day: "2026-11-04",
          counts: { measure: "deals-closed", credit, money: { minor: 500_00, currency: "EUR" } },
        },
      ]),
    );
    for (const scope of [credit.memberId, credit.teamId, w]) {
      expect(await tallyOf(w, scope)).toEqual({ "2026-11-02 deals-closed": 1 });
    }
    await test.database.write(w, (tx) =>
      writeCounterEntries(tx, author, { subjectIds: [subject.id] }, "deal.taken-back"),
    );
    for (const scope of [credit.memberId, credit.teamId, w]) expect(await tallyOf(w, scope)).toEqual({});
    expect(await test.database.read(w, (tx) => mistakesInTally(tx, 1))).toEqual([]);
  });

  it("counts a once-key once a week, credits the team of the first standing line, and survives taking that one back", async () => {
    const author = authorIn(newId(now));
    const w = author.workspace.id;
    const memberId = newId(now);
    const [oldTeam, newTeam, key] = [newId(now), newId(now), newId(now)];
    const [first, second] = [newId(now), newId(now)];
    const line = (id: string, day: string, teamId: string) => ({
      verb: "ask.made",
      subject: { kind: "ask", id },
      day,
      counts: { measure: "people-asked", credit: { memberId, teamId }, onceKey: key },
    });
    await test.database.write(w, (tx) => writeJournal(tx, author, [line(first, "2026-11-02", oldTeam)]));
    await test.database.write(w, (tx) => writeJournal(tx, author, [line(second, "2026-11-05", newTeam)]));
    expect(await tallyOf(w, memberId)).toEqual({ "2026-11-02 people-asked": 1 });
    expect(await tallyOf(w, newTeam)).toEqual({});
    await test.database.write(w, (tx) =>
      writeCounterEntries(tx, author, { subjectIds: [first] }, "ask.taken-back"),
    );
    expect(await tallyOf(w, memberId)).toEqual({ "2026-11-02 people-asked": 1 });
    expect(await tallyOf(w, oldTeam)).toEqual({});
    expect(await tallyOf(w, newTeam)).toEqual({ "2026-11-02 people-asked": 1 });
    expect(await test.database.read(w, (tx) => mistakesInTally(tx, 1))).toEqual([]);
  });

  it("refuses to take the same line back twice", async () => {
    const author = authorIn(newId(now));
    const w = author.workspace.id;
    const id = newId(now);
    await test.database.write(w, (tx) =>
      writeJournal(tx, author, [{ verb: "x", subject: { kind: "x", id }, day: "2026-11-02" }]),
    );
    const undo = () =>
      test.database.write(w, (tx) => writeCounterEntries(tx, author, { subjectIds: [id] }, "x.taken-back"));
    const both = await Promise.all(
      [undo(), undo()].map((each) =>
        each.then(
          (w) => w.lineIds.length,
          () => "refused",
        ),
      ),
    );
    expect(both.filter((each) => each === 1)).toHaveLength(1);
  });

  it("shows nobody another workspace's lines, and nothing at all without a workspace", async () => {
    const author = authorIn(newId(now));
    await test.database.write(author.workspace.id, (tx) =>
      writeJournal(tx, author, [{ verb: "x", subject: { kind: "x", id: newId(now) }, day: "2026-11-02" }]),
    );
    const stranger = await test.database.read(newId(now), (tx) =>
      sql`select id from journal`.execute(tx.tables()),
    );
    expect(stranger.rows).toEqual([]);
    const nobody = await sql`select id from journal`.execute(test.database.outside());
    expect(nobody.rows).toEqual([]);
    await expect(
      test.database.write(newId(now), (tx) =>
        sql`insert into tally values (${author.workspace.id}, ${newId(now)}, '2026-11-02', 'x', '', 1, 0)`.execute(
          tx.tables(),
        ),
      ),
    ).rejects.toThrow(/row-level security/);
    await expect(
      test.database.write(author.workspace.id, (tx) =>
        sql`update journal set verb = 'y'`.execute(tx.tables()),
      ),
    ).rejects.toThrow(/permission denied/);
  });

  it("equals a replay for any history of facts and undos, and after a recount for another first day of the week", async () => {
    const members = [newId(now), newId(now), newId(now)];
    const teams = [newId(now), null];
    const people = [newId(now), newId(now)];
    const fact = fc.record({
      member: fc.nat(2),
      team: fc.nat(1),
      day: fc.nat(40).map((n) => addDays("2026-10-01", n)),
      measure: fc.constantFrom("people-asked", "referrals-received", "deals-closed"),
      person: fc.nat(1),
      minor: fc.nat(1_000_00),
      undo: fc.option(fc.nat(20), { nil: null, freq: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fact, { maxLength: 25 }),
        fc.constantFrom<Weekday>(1, 6, 7),
        fc.constantFrom<Weekday>(1, 3, 7),
        async (facts, before, after) => {
          const author = authorIn(newId(now), before);
          const w = author.workspace.id;
          const made: string[] = [];
          for (const each of facts) {
            const undone = each.undo === null ? undefined : made[each.undo];
            if (undone) {
              await test.database.write(w, (tx) =>
                writeCounterEntries(tx, author, { subjectIds: [undone] }, "x.taken-back"),
              );
              continue;
            }
            const id = newId(now);
            made.push(id);
            const counts = {
              measure: each.measure,
              credit: { memberId: members[each.member]!, teamId: teams[each.team]! },
              ...(each.measure === "people-asked" ? { onceKey: people[each.person]! } : {}),
              ...(each.measure === "deals-closed" ? { money: { minor: each.minor, currency: "EUR" } } : {}),
            };
            await test.database.write(w, (tx) =>
              writeJournal(tx, author, [{ verb: "x", subject: { kind: "x", id }, day: each.day, counts }]),
            );
          }
          expect(await test.database.read(w, (tx) => mistakesInTally(tx, before))).toEqual([]);
          await test.database.alone(w, (tx) => recount(tx, after));
          expect(await test.database.read(w, (tx) => mistakesInTally(tx, after))).toEqual([]);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);
});
