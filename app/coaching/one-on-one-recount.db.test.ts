import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OpenedStory } from "#demo/tell.ts";
import { openToldDatabase, TOLD_AT } from "#demo/told-database.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import type { TestDatabase } from "#lib/storage/test-database.ts";
import { actorOf } from "#team/door-actions.ts";
import { coachedPeople, dueWith, whoWasCoached } from "./coaching-actions.ts";
import { askingFactsOf } from "./comfort-reader.ts";
import { oneOnOnePage } from "./one-on-one-page-actions.ts";

// It is Wednesday, 2026-11-18, in the told workspace. Every number here is counted again from lines of the journal and rows as they
// were written, in JavaScript, by none of the code that the screens use.
const NOW = TOLD_AT;
const TODAY = "2026-11-18";
const DAY_MS = 86_400_000;

let test: TestDatabase;
let told: OpenedStory;
beforeAll(async () => {
  const opened = await openToldDatabase();
  [test, told] = [opened, opened.told];
}, 600_000);
afterAll(() => test?.drop());

interface JournalRow {
  id: string;
  verb: string;
  subject_id: string;
  day: string;
  measure: string | null;
  member_id: string | null;
  count: number;
  once_key: string | null;
  undoes: string | null;
  detail: Record<string, unknown>;
}

const plus = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
const mondayOf = (day: string) => plus(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

async function rowsOf<T>(tx: Tx, table: string): Promise<T[]> {
  return (
    await sql<T>`select * from ${sql.table(table)} where workspace_id = ${tx.workspaceId}`.execute(
      tx.tables(),
    )
  ).rows;
}

/** What stands of a measure, by member and week: a once-key counts once a week. */
function counted(journal: readonly JournalRow[]) {
  const undone = new Set(journal.map(({ undoes }) => undoes));
  const standing = journal.filter(
    ({ id, undoes, measure }) => measure !== null && undoes === null && !undone.has(id),
  );
  const seen = new Set<string>();
  const sums = new Map<string, number>();
  const facts: { member: string; measure: string; day: string; count: number }[] = [];
  for (const line of standing.toSorted((a, b) =>
    a.day === b.day ? (a.id < b.id ? -1 : 1) : a.day < b.day ? -1 : 1,
  )) {
    const week = mondayOf(line.day);
    if (line.once_key !== null) {
      const once = `${line.member_id} ${line.measure} ${week} ${line.once_key}`;
      if (seen.has(once)) continue;
      seen.add(once);
    }
    const key = `${line.member_id} ${line.measure} ${week}`;
    sums.set(key, (sums.get(key) ?? 0) + line.count);
    facts.push({
      member: line.member_id ?? "",
      measure: line.measure ?? "",
      day: line.day,
      count: line.count,
    });
  }
  return { sums, facts };
}

async function everybody(tx: Tx): Promise<{ leader: Actor; managers: Actor[]; reps: Actor[] }> {
  const members = await rowsOf<{ id: string; role: string }>(tx, "member");
  const those = (role: string) =>
    Promise.all(members.filter((each) => each.role === role).map(({ id }) => actorOf(tx, id, NOW)));
  return { leader: (await those("leader"))[0]!, managers: await those("manager"), reps: await those("rep") };
}

describe("a 1:1 on the told workspace", () => {
  it("shows KPIs, own past, plans, what holds and sources as the journal and the rows say", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const { leader, reps } = await everybody(tx);
      const journal = await rowsOf<JournalRow>(tx, "journal");
      const { sums, facts } = counted(journal);
      const plans = await rowsOf<{
        id: string;
        member_id: string;
        mid_week: string;
        why_not: string | null;
        taken_back_at: Date | null;
      }>(tx, "ask_plan");
      const asks = await rowsOf<{
        id: string;
        member_id: string;
        source_id: string;
        day: string;
        moment: string;
        channel: string;
        plan_id: string | null;
        outcome: string | null;
        taken_back_at: Date | null;
      }>(tx, "ask");
      const referrals = await rowsOf<{
        ask_id: string | null;
        counts_from: string | null;
        taken_back_at: Date | null;
      }>(tx, "referral");
      const standingAsks = asks.filter((ask) => ask.taken_back_at === null);
      const carriedOut = new Set(standingAsks.map((ask) => ask.plan_id));
      const brought = new Set(
        referrals.filter((r) => r.taken_back_at === null && r.counts_from !== null).map((r) => r.ask_id),
      );
      const monday = mondayOf(TODAY);
      const week = (ago: number) => plus(monday, -7 * ago);
      expect(reps.length).toBeGreaterThan(3);
      let someHeld = 0;
      for (const rep of reps) {
        const { id } = rep.member;
        const page = await oneOnOnePage(tx, leader, id, "en");
        for (const kpi of page.kpis) {
          const of = (ago: number) => sums.get(`${id} ${kpi.kpi} ${week(ago)}`) ?? 0;
          expect(kpi.thisWeek, kpi.kpi).toBe(of(0));
          expect(kpi.recent).toBe([1, 2, 3, 4].reduce((all, ago) => all + of(ago), 0));
          expect(kpi.weekly).toEqual(Array.from({ length: 17 }, (_, at) => of(17 - at)));
          const before = Array.from({ length: 13 }, (_, at) => of(5 + at)).reduce(
            (all, count) => all + count,
            0,
          );
          expect((kpi.average ?? before / kpi.weeks) * kpi.weeks).toBeCloseTo(before, 6);
          expect(kpi.weeks).toBeLessThanOrEqual(13);
        }
        // Plans of the quarter that were carried out, let go or ended by themselves, two weeks after their week.
        const over = plans.filter(
          (plan) =>
            plan.member_id === id &&
            plan.taken_back_at === null &&
            plan.mid_week >= week(13) &&
            plan.mid_week < monday &&
            (carriedOut.has(plan.id) || plan.why_not !== null || plus(mondayOf(plan.mid_week), 20) < TODAY),
        );
        const made = over.filter((plan) => carriedOut.has(plan.id));
        const not = over.filter(
          (plan) => !carriedOut.has(plan.id) && !["unhappy", "already-asked"].includes(plan.why_not ?? ""),
        );
        const old = standingAsks.filter(
          (ask) => ask.member_id === id && ask.day >= week(13) && ask.day <= plus(TODAY, -14),
        );
        const facts13 = (await askingFactsOf(tx, [id], TODAY, 1)).get(id)!;
        expect([facts13.plans.made, facts13.plans.notMade]).toEqual([made.length, not.length]);
        expect([facts13.asks.brought, facts13.asks.without]).toEqual([
          old.filter((ask) => brought.has(ask.id)).length,
          old.filter((ask) => !brought.has(ask.id)).length,
        ]);
        expect(page.holding.plansNotMade.n).toBe(made.length + not.length);
        expect(page.holding.asksWithout.n).toBe(old.length);
        expect(page.unasked.map(({ planId }) => planId).toSorted()).toEqual(
          plans
            .filter(
              (plan) =>
                plan.member_id === id &&
                plan.taken_back_at === null &&
                plan.mid_week >= week(4) &&
                plan.mid_week < monday &&
                !carriedOut.has(plan.id),
            )
            .map((plan) => plan.id)
            .toSorted(),
        );
        const quarter = standingAsks.filter(
          (ask) => ask.member_id === id && ask.day >= plus(TODAY, -90) && ask.day <= TODAY,
        );
        expect([page.load.asks, page.load.named, page.load.sources]).toEqual([
          quarter.length,
          quarter.filter((ask) => ask.outcome === "named-someone").length,
          new Set(quarter.map((ask) => ask.source_id)).size,
        ]);
        if (page.last === null) continue;
        someHeld += 1;
        const { row, introductions, done } = page.last;
        const since = (measure: string) =>
          facts
            .filter((fact) => fact.member === id && fact.measure === measure && fact.day >= row.heldOn!)
            .reduce((all, { count }) => all + count, 0);
        expect(introductions).toBe(since("referrals-received"));
        expect(done).toBe(row.number === null ? null : since(row.number.measure));
      }
      expect(someHeld).toBeGreaterThan(2);
    });
  });

  it("says who was coached, and who is due, as the journal says", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const { leader, managers, reps } = await everybody(tx);
      const journal = await rowsOf<JournalRow>(tx, "journal");
      const undone = new Set(journal.map(({ undoes }) => undoes));
      const held = journal.filter(
        (line) => line.verb === "one-on-one.held" && line.undoes === null && !undone.has(line.id),
      );
      const recent = held.filter(({ day }) => day > plus(TODAY, -28) && day <= TODAY);
      const coached = await whoWasCoached(tx, leader, {});
      expect(coached.items.map(({ oneOnOneId }) => oneOnOneId).toSorted()).toEqual(
        recent.map(({ subject_id }) => subject_id).toSorted(),
      );
      const led = [...managers, ...reps];
      const coachedIds = new Set(recent.map(({ detail }) => detail["memberId"]));
      expect([coached.coached, coached.rate.n]).toEqual([coachedIds.size, led.length]);
      expect(coached.coached).toBeGreaterThan(2);
      expect(coached.missing.map(({ id }) => id).toSorted()).toEqual(
        led
          .map(({ member }) => member.id)
          .filter((id) => !coachedIds.has(id))
          .toSorted(),
      );
      for (const coach of [leader, ...managers]) {
        const { people } = await dueWith(tx, coach);
        const { lines } = await coachedPeople(tx, coach, undefined);
        expect(
          lines
            .filter(({ due }) => due.standing !== "ahead")
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(people.map(({ id }) => id).toSorted());
        for (const { id, lastOn } of lines) {
          const own = held.filter(({ detail }) => detail["memberId"] === id).map(({ day }) => day);
          expect(lastOn).toBe(own.toSorted().at(-1) ?? null);
        }
      }
    });
  });

  it("says of everybody as many late words as their page, and shows one with comfort and one with technique", async () => {
    await test.database.read(told.workspaceId, async (tx) => {
      const { managers } = await everybody(tx);
      const titles = new Map<string, string>();
      let late = 0;
      for (const coach of managers)
        for (const { id, name, matters } of (await coachedPeople(tx, coach, undefined)).lines) {
          const page = await oneOnOnePage(tx, coach, id, "en");
          titles.set(name, `${page.holding.comfort} ${page.holding.technique}`);
          expect(page.practise?.why, name).toMatch(/./);
          if (matters.matter !== "late-words") continue;
          expect(matters.of, name).toBe(page.owed.late.length);
          late += 1;
        }
      expect(late).toBeGreaterThan(0);
      const said = [...titles.values()];
      expect(
        [said.some((each) => each.startsWith("holds ")), said.some((each) => each.endsWith(" holds"))],
        JSON.stringify([...titles]),
      ).toEqual([true, true]);
    });
  });
});
