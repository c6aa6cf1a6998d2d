import type { Actor } from "#lib/kernel/actor.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getMember } from "#team/member-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { cover, remindersOf, type CoveredPerson } from "./coverage-actions.ts";
import { peopleAt } from "./handover-reader.ts";
import { insertPutOff, takeBackLastPutOff } from "./handover-reminder-store.ts";
import { whomToAsk } from "./handover-reminder.ts";

type HandedOverSeen = Awaited<ReturnType<typeof remindersOf>>[number];

export interface DueReminder extends HandedOverSeen {
  known: number;
  whom: CoveredPerson | null;
}

// A day's card holds three.
const MOST_DUE = 8;

/**
 * The accounts that this member handed over and goes on asking at, where nobody was asked for a quarter: who waits longest
 * first, each with whom to talk to there. Throws Problem not-found.
 */
export async function dueReminders(tx: Tx, actor: Actor, memberId: string): Promise<DueReminder[]> {
  await getMember(tx, actor, memberId);
  const all = await remindersOf(tx, actor, { holderId: memberId, dueOnly: true });
  const due = all
    .toSorted((a, b) => (a.reminder?.since ?? "").localeCompare(b.reminder?.since ?? ""))
    .slice(0, MOST_DUE);
  if (due.length === 0) return [];
  const rows = await peopleAt(
    tx,
    due.map(({ accountId }) => accountId),
  );
  const people = await cover(tx, actor, rows, memberId);
  return due.map((each) => {
    const there = people.filter(({ accountId }) => accountId === each.accountId);
    return { ...each, known: there.length, whom: whomToAsk(there) };
  });
}

/**
 * Not now: the reminder comes back a quarter later. Said twice it holds once. Throws Problem not-found, not-allowed, and conflict
 * where nobody is reminded.
 */
export async function putOffReminder(tx: Tx, actor: Actor, handoverId: string): Promise<HandedOverSeen> {
  const { handover, holderId } = await reminded(tx, actor, handoverId);
  if (handover.putOffOn === actor.today) return handover;
  if (handover.reminder?.due !== true)
    throw conflict(`somebody at ${handover.accountName} was asked within the quarter: nobody is reminded`);
  const id = await insertPutOff(tx, { handoverId, memberId: holderId }, actor);
  // Why somebody was not asked is the rep's own: it stands on no timeline.
  if (id !== null)
    await writeJournal(tx, actor, [
      {
        verb: "reminder.put-off",
        subject: { kind: "reminder", id },
        day: actor.today,
        detail: { handoverId, memberId: holderId, accountId: handover.accountId },
      },
    ]);
  return (await reminded(tx, actor, handoverId)).handover;
}

/** The undo: it stands as it stood before. Throws Problem not-found, not-allowed. */
export async function takeUpReminder(tx: Tx, actor: Actor, handoverId: string): Promise<HandedOverSeen> {
  const { holderId } = await reminded(tx, actor, handoverId);
  const id = await takeBackLastPutOff(tx, { handoverId, memberId: holderId }, actor);
  if (id !== null) await writeCounterEntries(tx, actor, { subjectIds: [id] }, "reminder.taken-up");
  return (await reminded(tx, actor, handoverId)).handover;
}

/** The handover that stands, where the actor is the holder of the relationship, or leads them. */
async function reminded(tx: Tx, actor: Actor, handoverId: string) {
  const all = await remindersOf(tx, actor, { holderId: undefined, dueOnly: false });
  const handover = all.find(({ id }) => id === handoverId);
  if (handover === undefined) throw notFound("handover");
  const { holderId, accountName, reminder } = handover;
  if (holderId === null || reminder === null)
    throw conflict(`nobody is reminded of ${accountName}: they look after it who hold the relationship`);
  const holder = await getMember(tx, actor, holderId);
  if (!mayChangeFor(actor, { memberId: holderId, teamId: holder.teamId }))
    throw notAllowed(`this reminds ${holder.name}: they, their manager or a leader can put it off`);
  return { handover, holderId };
}
