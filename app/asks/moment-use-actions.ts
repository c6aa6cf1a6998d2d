import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import type { Moment } from "./ask.ts";
import { spend, spentBefore, unspend, type MomentKey } from "./moment-store.ts";

/** What a conversation at a moment uses of what has come at that account. Answers the lines for the conversation's own act. */
export async function spendMoments(
  tx: Tx,
  said: {
    accountId: string | null;
    moment: Moment;
    day: Day;
    memberId: string;
    by: { askId: string } | { seedId: string };
  },
): Promise<Happening[]> {
  const { accountId, memberId, day } = said;
  if (accountId === null) return [];
  const used = await spend(tx, { ...said, accountId });
  return used.map((moment) => momentLine(moment, "moment.used", day, memberId));
}

/** An ask or a seed was taken back, all but `left` of it: the moments that it used wait again. */
export async function releaseMoments(
  tx: Tx,
  actor: Actor,
  by: { askId: string } | { seedId: string },
  left: readonly { moment: Moment | null; day: Day }[],
): Promise<void> {
  const waiting = await unspend(tx, by, left);
  if (waiting.length === 0) return;
  const which = { subjectIds: waiting.map(({ id }) => id), verbs: ["moment.used"] };
  await writeCounterEntries(tx, actor, which, "moment.waits-again");
  const again = await spentBefore(tx, which.subjectIds);
  const lines = again.map((each) => momentLine(each, "moment.used", each.usedOn, each.usedById));
  await writeJournal(tx, actor, lines);
}

/** A line about a moment. What the rhythm brings is no fact about the account, which may be removed in spite of it. */
export function momentLine(
  came: MomentKey,
  verb: string,
  day: Day,
  memberId: string = came.memberId,
  byRhythm = false,
): Happening {
  const { id, moment, accountId, personId, dueOn } = came;
  return {
    verb,
    subject: { kind: "moment", id },
    day,
    concerns: byRhythm ? [memberId] : [accountId, personId, memberId],
    detail: { moment, accountId, personId, dueOn },
  };
}
