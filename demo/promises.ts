import { agreeToPartner, choosePartner, pairingOf, pairUp } from "#commitments/partner-actions.ts";
import type { Promised, Told } from "#commitments/promise.ts";
import { checkIn, planWeek } from "#commitments/week-actions.ts";
import { askedBetween } from "#commitments/week-facts-reader.ts";
import { waitingToAsk } from "#asks/waiting-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import { weekOf } from "#lib/kernel/weeks.ts";
import type { Tx } from "#lib/storage/database.ts";

const ZONE = "Europe/Berlin";
const WEEKS_TOLD = 4;
const NAMES = 2;
const THURSDAY = 3;
const FRIDAY = 4;

const OWN = [
  "Write two cards by hand",
  "Say the ask aloud once before each call",
  "Read the account’s annual report",
  "Send the three sentences the same day",
];
const LEARNED = [
  "Asking right after they said thank you is easiest.",
  "Naming one person works; “anyone” does not.",
  "Before lunch they pick up.",
  "I talk too long before I ask.",
  "Two names a day are enough.",
];
const TOPICS = "What the first quarter brought them.\nWhom in the circle they would call first.";

/** Everybody's promises of the last weeks and this one, told on most Fridays; reps in pairs, the leader with the first manager. */
export async function tellPromises(
  tx: Tx,
  { leader, managers, reps }: { leader: Actor; managers: readonly Actor[]; reps: readonly Actor[] },
): Promise<void> {
  await tellPartners(tx, leader, managers[0]);
  const thisWeek = weekOf(leader.today, leader.workspace.calendar.firstDay);
  const everybody = [leader, ...managers.slice(0, 1), ...reps];
  for (const [at, actor] of everybody.entries())
    for (let ago = WEEKS_TOLD; ago >= 0; ago -= 1)
      await tellWeek(tx, actor, { week: addDays(thisWeek, -7 * ago), at, ago });
}

async function tellPartners(tx: Tx, leader: Actor, manager: Actor | undefined): Promise<void> {
  const { start } = periodOf(leader.today, "quarter", leader.workspace.calendar);
  const before = on(leader, addDays(start, -60));
  for (const actor of [before, leader]) {
    const { proposed } = await pairingOf(tx, actor, { day: actor.today });
    await pairUp(tx, actor, { day: actor.today, groups: proposed });
  }
  if (manager === undefined) return;
  const { id } = await choosePartner(tx, leader, manager.member.id);
  await agreeToPartner(tx, manager, id);
}

/** The more one asks, the more one kept; the second of them has not told of last week, and every third misses one before. */
async function tellWeek(
  tx: Tx,
  actor: Actor,
  { week, at, ago }: { week: Day; at: number; ago: number },
): Promise<void> {
  const own = OWN[(at + ago) % OWN.length] as string;
  const promises: Promised[] = [
    ...(await namesIn(tx, actor, week, ago)),
    { kind: "count", measure: "people-asked", count: 2 + (at % 2) },
    { kind: "count", measure: "touches", count: 3 },
    { kind: "own", words: own },
  ];
  const planned = await planWeek(tx, on(actor, week), {
    day: week,
    topics: ago === 0 || at === 0 ? TOPICS : null,
    promises,
  });
  const isSilent = (ago === 1 && at === 1) || (ago === 3 && at % 3 === 2);
  if (ago === 0 || isSilent) return;
  const friday = on(actor, addDays(week, FRIDAY));
  const told: (Told & { id: string })[] = planned.promises.flatMap((line): (Told & { id: string })[] => {
    if (line.promised.kind !== "own") return [];
    return (at + ago) % 3 === 0
      ? [{ id: line.id, how: "missed", why: "no-time", next: "let-go" }]
      : [{ id: line.id, how: "kept", why: null, next: null }];
  });
  const learned = LEARNED[(at * 2 + ago) % LEARNED.length] as string;
  await checkIn(tx, friday, week, { learned: (at + ago) % 4 === 3 ? null : learned, promises: told });
}

/** Of weeks gone by some who were asked; of this one whom they plan to ask. */
async function namesIn(tx: Tx, actor: Actor, week: Day, ago: number): Promise<Promised[]> {
  const memberId = actor.member.id;
  const ids =
    ago === 0
      ? (await waitingToAsk(tx, actor, memberId, { limit: NAMES })).plans.map(({ personId }) => personId)
      : (await askedBetween(tx, [memberId], { from: week, to: week }))
          .filter(({ day }) => day <= addDays(week, THURSDAY))
          .map(({ personId }) => personId);
  return [...new Set(ids)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .slice(0, NAMES)
    .map((personId) => ({ kind: "ask", personId }));
}

/** In the morning of that day; never later than now. */
function on(actor: Actor, day: Day): Actor {
  if (day >= actor.today) return actor;
  return { ...actor, today: day, now: instantOf(day, "08:30", ZONE) };
}
