import { bringMomentsOfNew, takeBackMoments, type DealMoment } from "#asks/moment-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Money } from "#lib/kernel/money.ts";
import { invalid } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { retreatReferral } from "#referrals/step-actions.ts";
import { creditsOf } from "#team/credit-actions.ts";
import { cleanDeal, dealEnd, linesOf, type DealOrigin, type DealOutcome } from "./deal.ts";
import { dealThen, happeningOf } from "./deal-actions.ts";
import { insertDeals, markDealsTakenBack, type NewDeal } from "./deal-store.ts";

/** A deal as another system knows it. The account, person and member are ours; who may import for whom was asked before. */
export interface ImportedDeal {
  name: string;
  accountId: string;
  personId: string | null;
  memberId: string;
  origin: DealOrigin;
  /** The words from which the origin was read. */
  originText: string | null;
  amount: Money | null;
  stage: string | null;
  /** Null, or later than the end: the day it ended, or today for an open one. */
  openedOn: Day | null;
  expectedOn: Day | null;
  outcome: DealOutcome;
  /** The day it was won or lost; null for an open deal. */
  closedOn: Day | null;
  lostReason: string | null;
  note: string | null;
}

/**
 * Throws Problem invalid, naming the field, for a deal that cannot be kept: for the preview, row by row. A deal that ended
 * needs the day it ended, and that day may not lie ahead.
 */
export function checkImportedDeal(deal: ImportedDeal, today: Day): void {
  heldDeal(deal, "", today);
}

/**
 * Adds these deals with what they count, in a few statements however many there are: past ones in the week they were
 * closed, for the team their member was in then. Answers their ids in the order given. `actId` groups the journal's lines
 * of one import. Accounts are left as they are, and what
 * ended long ago brings no moment. Throws as checkImportedDeal.
 */
export async function recordImportedDeals(
  tx: Tx,
  actor: Actor,
  deals: readonly ImportedDeal[],
  actId: string,
): Promise<string[]> {
  if (deals.length === 0) return [];
  const held = deals.map((deal) => heldDeal(deal, newId(actor.now), actor.today));
  const lines = held.flatMap((deal) => linesOf(deal).map((line) => ({ deal, line })));
  const credits = await creditsOf(
    tx,
    lines.map(({ deal, line }) => ({ memberId: deal.memberId, day: line.day })),
  );
  await insertDeals(tx, held, actor.now);
  const moments = held.flatMap((deal): DealMoment[] => {
    const { stage, end, openedOn } = deal;
    if (end) return [{ deal: dealThen(deal), step: { outcome: end.outcome }, day: end.day }];
    return stage ? [{ deal: dealThen(deal), step: { stage }, day: openedOn }] : [];
  });
  await bringMomentsOfNew(tx, actor, moments, actId);
  await writeJournal(
    tx,
    actor,
    lines.map(({ deal, line }, at) => happeningOf(deal, line, credits[at] ?? null)),
    actId,
  );
  return held.map((deal) => deal.id);
}

/** Takes back those of the deals that still stand, with all that was counted for them. Answers how many. */
export async function takeBackImportedDeals(tx: Tx, actor: Actor, ids: readonly string[]): Promise<number> {
  const gone = await markDealsTakenBack(tx, ids, actor);
  for (const deal of gone) if (deal.referralId) await retreatReferral(tx, actor, deal.referralId, deal.id);
  const subjectIds = gone.map((deal) => deal.id);
  await takeBackMoments(tx, actor, subjectIds, true);
  if (gone.length > 0) await writeCounterEntries(tx, actor, { subjectIds }, "deal.taken-back");
  return gone.length;
}

function heldDeal(deal: ImportedDeal, id: string, today: Day): NewDeal {
  const { outcome, closedOn, originText, lostReason, memberId, ...known } = deal;
  if (outcome !== "open" && closedOn === null)
    throw invalid("a deal that was won or lost needs the day it ended", "closedOn");
  const latest = closedOn !== null && closedOn < today ? closedOn : today;
  const openedOn = deal.openedOn === null || deal.openedOn > latest ? latest : deal.openedOn;
  const facts = cleanDeal({ ...known, openedOn, referralId: null }, today);
  const end =
    outcome === "open" ? null : dealEnd(openedOn, { outcome, day: closedOn ?? undefined, lostReason }, today);
  return { ...facts, id, memberId, originText, end };
}
