import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, instantOf, type Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { setAim } from "#programme/goal-proposal-actions.ts";
import { answerPoll, openPoll } from "#programme/poll-actions.ts";
import { ACTIVITIES, STATEMENTS, type Activity } from "#programme/poll.ts";
import { listWords, sortWords } from "#programme/willing-actions.ts";
import { throwDice, type Dice } from "./dice.ts";

const ZONE = "Europe/Berlin";
const LASTS_DAYS = 7;
/** How much they would rather do each. */
const DRAWN: Readonly<Record<Activity, number>> = {
  "client-meetings": 9,
  "being-coached": 5,
  training: 4,
  crm: 2,
  "cold-calls": 1,
};
/** Weeks ago, how many of those asked answered, and how much at ease they are by then. */
const POLLS = [
  { weeksAgo: 21, answer: 0.85, ease: 2 },
  { weeksAgo: 10, answer: 1, ease: 3 },
] as const;
const OPEN_DAYS_AGO = 2;
const OPEN_ANSWER = 0.55;
const AIM = 60;
const SORTED_SHARE = 0.75;

/** Two polls that have ended and one that is open, most of what clients said sorted by theme, and what the company aims for. */
export async function tellPolls(
  tx: Tx,
  leader: Actor,
  { asked }: { asked: readonly Actor[] },
): Promise<void> {
  const dice = throwDice(470_047);
  for (const { weeksAgo, answer, ease } of POLLS) {
    const day = addDays(leader.today, -7 * weeksAgo);
    await tellPoll(tx, leader, asked, { day, answer, ease, dice });
  }
  const day = addDays(leader.today, -OPEN_DAYS_AGO);
  await tellPoll(tx, leader, asked, { day, answer: OPEN_ANSWER, ease: 3, dice });
  const { items } = await listWords(tx, leader, "unsorted", undefined, 100);
  for (const { key, proposed } of items.slice(Math.floor(items.length * (1 - SORTED_SHARE))))
    if (proposed[0] !== undefined) await sortWords(tx, leader, key, proposed.slice(0, 1));
  await setAim(tx, leader, { teamId: null, amount: AIM });
}

async function tellPoll(
  tx: Tx,
  leader: Actor,
  asked: readonly Actor[],
  { day, answer, ease, dice }: { day: Day; answer: number; ease: number; dice: Dice },
): Promise<void> {
  const { id } = await openPoll(tx, on(leader, day), { lastDay: addDays(day, LASTS_DAYS) });
  for (const actor of asked.slice(0, Math.round(asked.length * answer)))
    await answerPoll(tx, on(actor, addDays(day, 1)), id, {
      order: orderOf(dice),
      agreement: STATEMENTS.map(() => Math.min(5, Math.max(1, ease + dice.between(-1, 2)))),
    });
}

/** One after the other is drawn, what they like more likely before what they do not. */
function orderOf(dice: Dice): Activity[] {
  const rest: Activity[] = [...ACTIVITIES];
  const order: Activity[] = [];
  while (rest.length > 0) {
    const weights = Object.fromEntries(rest.map((activity) => [activity, DRAWN[activity]]));
    const next = dice.weigh(weights) as Activity;
    order.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return order;
}

function on(actor: Actor, day: Day): Actor {
  return { ...actor, today: day, now: instantOf(day, "10:00", ZONE) };
}
