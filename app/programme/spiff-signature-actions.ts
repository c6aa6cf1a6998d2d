import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import { dayIn, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { canonicalText, type SignedContent } from "./spiff-content.ts";
import { monthAt, openStatements, readBooks, rulesOf, seenHash, sha256 } from "./spiff-month-actions.ts";
import { totalsOf } from "./spiff-pay.ts";
import { insertPayout, standingPayouts, takeBackPayout, type PayoutRow } from "./spiff-payout-store.ts";
import { holdSpiffs } from "./spiff-store.ts";
import { mayRunSpiffs } from "./spiff.ts";

/**
 * Signs a month: from now on its statements are what was signed, and what changes is a line on the next one. `seen` is what the
 * signer had before them, by its hash. Whoever comes second gets the signature that is there. Call it while nobody else writes.
 * Throws Problem not-found, not-allowed, and conflict while the month runs, an earlier one is open, or it has changed.
 */
export async function signMonth(
  tx: Tx,
  actor: Actor,
  day: Day,
  seen: string,
): Promise<{ payout: PayoutRow; made: boolean }> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const books = await readBooks(tx, actor);
  const { payout: there, month } = monthAt(books, day);
  if (there) return { payout: there, made: false };
  const { start, end } = month;
  if (!month.over)
    throw conflict(`the month runs until ${dayText(end, actor.today)}: sign it when it is over`);
  if (!month.due)
    throw conflict(
      `the months are signed in their order: sign the one to ${dayText(books.due.end, actor.today)} first`,
    );
  const { statements } = await openStatements(tx, actor, books, month);
  if (month.rounds.length === 0 && statements.every(({ entries }) => entries.length === 0))
    throw conflict("there is nothing in this month to sign");
  const { calendar } = actor.workspace;
  if (seenHash(tx, books, month, calendar, statements) !== seen)
    throw conflict("the statements have changed since you read them: look at them again, then sign");
  const id = newId(actor.now);
  const content: SignedContent = {
    workspaceId: tx.workspaceId,
    payoutId: id,
    start,
    end,
    calendar,
    signedBy: actor.member.id,
    signedAt: actor.now,
    rules: rulesOf(books, statements, month.rounds),
    statements,
  };
  const hash = sha256(canonicalText(content));
  const rows = statements.map((statement) => ({ id: newId(actor.now), ...statement }));
  await insertPayout(tx, { id, start, end, calendar, hash }, rows, actor);
  await writeJournal(tx, actor, [
    {
      verb: "spiff.signed",
      subject: { kind: "spiff-payout", id },
      day: actor.today,
      // The hash a second time: whoever changes what was signed must change it in two places, and in every file handed out.
      detail: {
        from: start,
        until: end,
        hash,
        totals: totalsOf(statements.flatMap(({ entries }) => entries)),
      },
    },
  ]);
  return { payout: await signedPayout(tx, id), made: true };
}

/** On the day itself, and while no later month is signed. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackSignature(tx: Tx, actor: Actor, day: Day): Promise<void> {
  refuseOthers(actor);
  await holdSpiffs(tx);
  const payouts = await standingPayouts(tx);
  const payout = payouts.find(({ start, end }) => start <= day && day <= end);
  if (!payout) throw notFound("signature");
  if (payout !== payouts.at(-1))
    throw conflict("a later month was signed since: what was wrong is corrected on the next statement");
  if (dayIn(payout.at, actor.workspace.timeZone) !== actor.today)
    throw conflict(
      "it was signed on an earlier day and may be paid: what was wrong is corrected on the next statement",
    );
  await takeBackPayout(tx, payout.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [payout.id] }, "spiff.signature-taken-back");
}

async function signedPayout(tx: Tx, id: string): Promise<PayoutRow> {
  const payout = (await standingPayouts(tx)).find((each) => each.id === id);
  if (!payout) throw notFound("signature");
  return payout;
}

function refuseOthers(actor: Actor): void {
  if (!mayRunSpiffs(actor)) throw notAllowed("a leader signs what is paid out");
}
