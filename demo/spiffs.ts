import { sql } from "kysely";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { previousPeriods } from "#lib/kernel/fiscal.ts";
import type { Tx } from "#lib/storage/database.ts";
import { getScenario } from "#practice/library-actions.ts";
import { holdSessionOf, takeBackSession } from "#practice/session-actions.ts";
import { changeLevel } from "#referrals/referral-actions.ts";
import { changeSpiff, openSpiff } from "#programme/spiff-actions.ts";
import { signMonth } from "#programme/spiff-signature-actions.ts";
import { statementsOf } from "#programme/spiff-statement-actions.ts";

const ZONE = "Europe/Berlin";
const SCENARIO = "no-policy";
const SOME_DAYS = 10;

/**
 * Two months ago two SPIFFs were opened, and one changed since; that month is signed, and a rehearsal of it was taken back
 * afterwards. Last month waits for its signature, and something in it is worth a look.
 */
export async function tellSpiffs(
  tx: Tx,
  { leader, reps }: { leader: Actor; reps: readonly Actor[] },
): Promise<void> {
  const [first, last] = previousPeriods(leader.today, "month", 3, leader.workspace.calendar);
  const [rep] = reps;
  if (!first || !last || !rep) return;
  const all = { levels: null, untilDay: null, repCap: null, allCap: null, roles: ["rep"], teamIds: [] };
  const opening = on(leader, first.start);
  const introduced = await openSpiff(
    tx,
    opening,
    { measure: "referrals-received", period: "month", currency: "EUR" },
    {
      ...all,
      name: "Introduced, not only named",
      levels: [3, 4, 5],
      pay: { kind: "each", minor: 25_00 },
      repCap: 100_00,
      allCap: 400_00,
    },
  );
  await openSpiff(
    tx,
    opening,
    { measure: "practice-sessions", period: "week", currency: "EUR" },
    {
      ...all,
      name: "Three rehearsals a week",
      pay: {
        kind: "steps",
        steps: [
          { at: 2, minor: 4_00 },
          { at: 3, minor: 6_00 },
        ],
      },
    },
  );
  await changeSpiff(
    tx,
    on(leader, addDays(last.end, -3)),
    introduced.id,
    {
      ...all,
      name: "Introduced, not only named",
      levels: [3, 4, 5],
      pay: { kind: "each", minor: 30_00 },
      repCap: 120_00,
      allCap: 400_00,
    },
    "next-period",
  );
  const rehearsed = await rehearse(tx, on(rep, addDays(first.end, -8)), 2);
  await sign(tx, on(leader, addDays(first.end, 3)), first.start);
  for (const id of rehearsed) await takeBackSession(tx, on(rep, addDays(first.end, 9)), id);
  await raiseAfterwards(tx, reps, last);
}

/** On the last day of a month an introduction of its first weeks becomes one that pays, and has been, it says, from the start. */
async function raiseAfterwards(
  tx: Tx,
  reps: readonly Actor[],
  month: { start: Day; end: Day },
): Promise<void> {
  const { rows } = await sql<{ id: string; memberId: string; day: Day }>`
    select r.id, r.member_id as "memberId", r.counts_from as day from referral r
     where r.workspace_id = ${tx.workspaceId} and r.taken_back_at is null and r.level = 2
       and r.counts_from between ${month.start} and ${addDays(month.end, -SOME_DAYS)}
       and r.member_id = any(${reps.map(({ member }) => member.id)}::uuid[])
       and not exists (select from journal j
                        where j.workspace_id = r.workspace_id and j.subject_id = r.id and j.verb = 'referral.level-changed')
     order by r.counts_from, r.id limit 1`.execute(tx.tables());
  const [found] = rows;
  const rep = reps.find(({ member }) => member.id === found?.memberId);
  if (found && rep) await changeLevel(tx, on(rep, month.end), found.id, 3, found.day);
}

/** As much as a step takes. */
async function rehearse(tx: Tx, rep: Actor, times: number): Promise<string[]> {
  const { rubric } = await getScenario(tx, SCENARIO, "en");
  const kept = Object.fromEntries(rubric.points.map(({ key }) => [key, true]));
  const ids: string[] = [];
  for (let at = 0; at < times; at += 1) {
    const said = { scenario: SCENARIO, language: "en" as const, way: "mirror" as const, seconds: 180, kept };
    ids.push((await holdSessionOf(tx, rep, said)).session.id);
  }
  return ids;
}

async function sign(tx: Tx, leader: Actor, day: Day): Promise<void> {
  const { seen } = await statementsOf(tx, leader, day);
  await signMonth(tx, leader, day, seen ?? "");
}

function on(actor: Actor, day: Day): Actor {
  return { ...actor, today: day, now: instantOf(day, "09:30", ZONE) };
}
