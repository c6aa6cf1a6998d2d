import { holdOneOnOne, notePrivately, prepareOneOnOne, setRhythm } from "#coaching/one-on-one-actions.ts";
import { promiseInWeek } from "#coaching/one-on-one-promise-actions.ts";
import { askedBetween } from "#commitments/week-facts-reader.ts";
import { tellPromise } from "#commitments/week-actions.ts";
import { weeksOf } from "#commitments/week-reader-actions.ts";
import { waitingToAsk } from "#asks/waiting-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, weekdayOf, type Day } from "#lib/kernel/days.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";

/** Weeks ago of the 1:1s of the first, the second … whom somebody coaches: one is late, one never met. */
const HELD: readonly (readonly number[])[] = [[6, 4, 2], [5, 3, 1], [7, 5], [], [4, 2]];
const SCENARIOS = ["ask-delivered-controller", "no-not-now", "thank-first-day", "seed-discovery-curious"];
const COMMITMENTS = [
  "Say the ask aloud once before each call",
  "Name one person in every ask",
  "Ask before lunch, not after five",
  "Tell each source the same day what came of it",
];
const TOPICS = [
  "What the first quarter saved them, in their words.\nThe one person in the circle.",
  "How quietly the changeover went.\nWho else has a night shift.",
];
const MEMBERS_BRING = [
  "Two whom I did not dare to ask: how would you begin?",
  "My calls after an account review go well. I would like more of them.",
];
const COACHES_BRING = ["Praise the thank-you calls first. Then: plans that were not asked."];

/** Coaches meet those they lead every other week, and the leader the managers; what they agree on is kept, or not. */
export async function tellOneOnOnes(
  tx: Tx,
  { leader, managers, reps }: { leader: Actor; managers: readonly Actor[]; reps: readonly Actor[] },
): Promise<void> {
  for (const coach of [leader, ...managers]) {
    const led =
      coach === leader
        ? managers
        : reps.filter(({ member }) => member.teamId !== null && coach.leads.includes(member.teamId));
    for (const [at, rep] of led.entries()) await tellPair(tx, coach, rep, at);
  }
}

async function tellPair(tx: Tx, coach: Actor, rep: Actor, at: number): Promise<void> {
  const thisWeek = weekOf(coach.today, coach.workspace.calendar.firstDay);
  const { id } = rep.member;
  for (const [turn, ago] of (HELD[at % HELD.length] ?? []).entries()) {
    const week = addDays(thisWeek, -7 * ago);
    const day = addDays(week, 1 + (at % 3));
    const commitment = COMMITMENTS[(at + turn) % COMMITMENTS.length] as string;
    const held = await holdOneOnOne(tx, on(coach, day), id, {
      day,
      personIds: await askedAfter(tx, rep, day),
      expects: 1 + (at % 2),
      topics: TOPICS[(at + turn) % TOPICS.length] ?? null,
      number: { measure: "people-asked", count: 4 + (at % 3) },
      scenario: SCENARIOS[(at + turn) % SCENARIOS.length] ?? null,
      commitment,
    });
    if (turn % 2 === 0) await keepIt(tx, rep, { id: held.id, week, kept: at % 2 === 0 });
  }
  if (at % 2 === 0)
    await prepareOneOnOne(tx, rep, id, {
      words: MEMBERS_BRING[at % MEMBERS_BRING.length] ?? null,
      personIds: await plannedBy(tx, rep),
    });
  if (at === 0) {
    await prepareOneOnOne(tx, coach, id, {
      words: COACHES_BRING[0] ?? null,
      plannedOn: dayAhead(coach.today),
    });
    await notePrivately(tx, coach, id, {
      words: "Asks best right after a thank-you. Do not talk about the tender.",
    });
  }
  if (at === 1) await setRhythm(tx, coach, id, 3);
}

/** Into their week, and told on Friday. */
async function keepIt(
  tx: Tx,
  rep: Actor,
  { id, week, kept }: { id: string; week: Day; kept: boolean },
): Promise<void> {
  await promiseInWeek(tx, on(rep, addDays(week, 3)), id, { week, people: [] });
  const friday = on(rep, addDays(week, 4));
  const [now] = await weeksOf(tx, friday, [rep.member.id], { from: week, to: week });
  const line = now?.promises.at(-1);
  if (line === undefined) return;
  const told = kept
    ? ({ how: "kept", why: null, next: null } as const)
    : ({ how: "missed", why: "no-time", next: "let-go" } as const);
  await tellPromise(tx, friday, line.id, told);
}

/** Two whom they went on to ask, and one whom they have planned. */
async function askedAfter(tx: Tx, rep: Actor, day: Day): Promise<string[]> {
  const asked = await askedBetween(tx, [rep.member.id], { from: day, to: addDays(day, 7) });
  const ids = asked.filter((each) => each.day >= day).map(({ personId }) => personId);
  const planned = await plannedBy(tx, rep);
  return [...new Set([...ids.toSorted().slice(0, 2), ...planned.slice(0, 1)])];
}

async function plannedBy(tx: Tx, rep: Actor): Promise<string[]> {
  const { plans } = await waitingToAsk(tx, rep, rep.member.id, { limit: 2 });
  return plans.map(({ personId }) => personId);
}

/** A workday of this week, or the next. */
function dayAhead(today: Day): Day {
  for (let ahead = 1; ahead < 7; ahead += 1) {
    const day = addDays(today, ahead);
    if (weekdayOf(day) <= 5) return day;
  }
  return today;
}

/** In the morning of that day; never later than now. */
function on(actor: Actor, day: Day): Actor {
  if (day >= actor.today) return actor;
  return { ...actor, today: day, now: instantOf(day, "10:15", actor.workspace.timeZone) };
}
