import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { getDeal } from "#deals/deal-actions.ts";
import { getPerson } from "#people/person-actions.ts";
import { bookDeal, chainsThatLed, creditedAnew, takenBack } from "./book-credits-actions.ts";
import { creditsOf, type Credit, type Shape } from "./chain-credit.ts";
import { checkShares, ledBy, mayDecide, mayTakeBack, type Verdict } from "./credit-dispute.ts";
import { creditsBefore, standingCredits, type CreditRow } from "./credit-reader.ts";
import { cleanReason, cleanShape, type SaidShape } from "./credit-rule.ts";
import {
  holdCredits,
  insertCredits,
  insertDecision,
  insertDispute,
  takeBackDecision,
  takeBackDispute,
} from "./credit-store.ts";
import { disputeOfDecision, disputesOfDeal, holdDispute, type DisputeRow } from "./dispute-reader.ts";

export interface SaidDecision {
  verdict: Verdict;
  shape?: SaidShape | undefined;
  /** Who begins first. `minor` in the deal's currency. */
  shares?: readonly { personId: string; minor: number }[] | undefined;
  reason: string;
}

/** Anybody may say that a deal's credit is not right, one at a time. Throws Problem invalid, not-found, conflict. */
export async function raiseDispute(
  tx: Tx,
  actor: Actor,
  dealId: string,
  said: { reason: string; proposes?: string | null | undefined },
): Promise<DisputeRow> {
  const deal = await getDeal(tx, dealId);
  const reason = cleanReason(said.reason);
  const proposes = cleanText(said.proposes, LONGEST_PROPOSAL, "proposes");
  await creditedDeal(tx, actor, dealId);
  const open = (await disputesOfDeal(tx, dealId)).find(({ decision }) => decision === null);
  if (open) throw conflict(`${open.byName} has raised one on this deal, and it is not decided yet`);
  const id = await insertDispute(tx, { dealId, reason, proposes }, actor);
  await writeJournal(tx, actor, [happening("credit.disputed", id, actor, deal, {})]);
  return (await disputesOfDeal(tx, dealId)).find((each) => each.id === id)!;
}

/** What was raised is taken back before it is decided. Throws Problem not-found, not-allowed, conflict. */
export async function withdrawDispute(tx: Tx, actor: Actor, id: string): Promise<void> {
  const dispute = await held(tx, id);
  if (!mayTakeBack(actor, dealIn(dispute), dispute.byId))
    throw notAllowed(`${dispute.byName} raised it: they take it back, or whoever leads the deal's rep`);
  if (dispute.decision) throw conflict("it is decided; take the decision back first");
  await takeBackDispute(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "credit.dispute-withdrawn");
}

/**
 * By another shape it goes up the chain as it is known now, whoever stands before it. Throws Problem not-found, not-allowed, conflict, and
 * invalid naming the field.
 */
export async function decideDispute(
  tx: Tx,
  actor: Actor,
  id: string,
  said: SaidDecision,
): Promise<DisputeRow> {
  const dispute = await held(tx, id);
  refuseOthers(actor, dispute);
  if (dispute.decision) throw conflict(`${dispute.decision.byName} has decided it; take that back first`);
  const reason = cleanReason(said.reason);
  const shape = said.verdict === "shape" ? cleanShape(said.shape ?? { kind: "split" }) : null;
  const deal = await getDeal(tx, dispute.dealId);
  const standing = await creditedDeal(tx, actor, deal.id);
  const credits = await creditsSaid(tx, deal, said, shape);
  const { verdict } = said;
  const upholdsId = verdict === "stands" ? standing[0]!.decisionId : null;
  const about = { ledBy: ledBy(deal), upholdsId };
  const decisionId = await insertDecision(tx, { disputeId: id, verdict, shape, reason, ...about }, actor);
  if (credits !== null) {
    const now = credits.map((credit, place) =>
      anew(standing[0]!, deal.amount?.minor ?? 0, actor, { credit, place, decisionId, why: "decided" }),
    );
    await insertCredits(tx, [...takenBack(standing, "decided", actor.now, decisionId), ...now], actor);
  }
  await writeJournal(tx, actor, [happening("credit.decided", decisionId, actor, deal, { verdict, shape })]);
  return (await disputesOfDeal(tx, deal.id)).find((each) => each.id === id)!;
}

/** It is open again, and what was credited before is credited again. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackDecided(tx: Tx, actor: Actor, decisionId: string): Promise<void> {
  const disputeId = await disputeOfDecision(tx, decisionId);
  if (disputeId === null) throw notFound("decision");
  const dispute = await held(tx, disputeId);
  if (dispute.decision?.id !== decisionId) throw notFound("decision");
  refuseOthers(actor, dispute);
  const [newer] = await disputesOfDeal(tx, dispute.dealId);
  if (newer && newer.id !== disputeId)
    throw conflict("something was raised on this deal since; take that back first");
  await bookDeal(tx, actor, dispute.dealId);
  const standing = await standingCredits(tx, dispute.dealId);
  await takeBackDecision(tx, { id: decisionId, disputeId }, actor);
  if (standing.length > 0 && standing.every((row) => row.decisionId === decisionId)) {
    const before = await creditsWithout(tx, decisionId, standing[0]!, actor);
    await insertCredits(tx, [...takenBack(standing, "decision-taken-back", actor.now), ...before], actor);
  }
  await writeCounterEntries(tx, actor, { subjectIds: [decisionId] }, "credit.decision-taken-back");
}

/** What is credited instead of what stands by a decision that is taken back: what it took away, or of a deal that was changed since what comes anew. */
async function creditsWithout(
  tx: Tx,
  decisionId: string,
  standing: CreditRow,
  { now }: Actor,
): Promise<CreditRow[]> {
  const round = standing.round + 1;
  const why = "decision-taken-back";
  const before = await creditsBefore(tx, decisionId);
  if (before[0]?.lineId !== standing.lineId) return creditedAnew(tx, standing.dealId, { now, round, why });
  return before.map((row) => ({ ...row, id: newId(now), round, why }));
}

async function held(tx: Tx, id: string): Promise<DisputeRow> {
  await holdCredits(tx);
  const dispute = await holdDispute(tx, id);
  if (!dispute) throw notFound("dispute");
  return dispute;
}

function refuseOthers(actor: Actor, dispute: DisputeRow): void {
  if (mayDecide(actor, dealIn(dispute), dispute.byId)) return;
  throw notAllowed(
    actor.member.role === "manager" && dispute.byId === actor.member.id
      ? "you raised it, so a leader decides it"
      : `whoever leads ${dispute.dealMemberName} decides it`,
  );
}

/** Whose deal it is about. */
export function dealIn({ dealMemberId, dealMemberTeamId }: DisputeRow) {
  return { memberId: dealMemberId, memberTeamId: dealMemberTeamId };
}

/** A deal's credits, written down; at least one. Throws Problem conflict. */
async function creditedDeal(tx: Tx, actor: Actor, dealId: string): Promise<CreditRow[]> {
  await bookDeal(tx, actor, dealId);
  const standing = await standingCredits(tx, dealId);
  if (standing.length > 0) return standing;
  throw conflict(
    "nobody is credited for this deal: only one that is won, came by referral and has a known introduction is; see to that first",
  );
}

/** What is credited instead; null: what is credited stands. */
async function creditsSaid(
  tx: Tx,
  { amount, ...deal }: Deal,
  said: SaidDecision,
  shape: Shape | null,
): Promise<Credit[] | null> {
  if (said.verdict === "stands") return null;
  if (shape !== null) {
    // Who stands now may have been said one by one, and be no chain.
    const [chain = []] = await chainsThatLed(tx, [deal]);
    if (chain.length === 0)
      throw invalid("it is not known who introduced whom to this deal; say the shares one by one", "verdict");
    return creditsOf(amount?.minor ?? 0, chain, { version: 0, shape });
  }
  const shares: Credit[] = [];
  for (const { personId, minor } of said.shares ?? [])
    shares.push({ sourceId: (await getPerson(tx, personId)).id, minor });
  checkShares(shares, amount);
  return shares;
}

function anew(
  of: CreditRow,
  whole: number,
  { now }: Actor,
  { credit, place, decisionId, why }: { credit: Credit; place: number; decisionId: string; why: "decided" },
): CreditRow {
  return {
    id: newId(now),
    dealId: of.dealId,
    lineId: of.lineId,
    round: of.round + 1,
    place,
    sourceId: credit.sourceId,
    count: 1,
    minor: credit.minor,
    begunMinor: place === 0 ? whole : 0,
    currency: of.currency,
    memberId: of.memberId,
    teamId: of.teamId,
    day: of.day,
    ruleNumber: null,
    decisionId,
    undoes: null,
    why,
  };
}

function happening(
  verb: string,
  id: string,
  { today }: Actor,
  deal: { id: string; name: string; accountId: string; memberId: string },
  detail: Record<string, unknown>,
): Happening {
  return {
    verb,
    subject: { kind: verb === "credit.disputed" ? "credit-dispute" : "credit-decision", id },
    day: today,
    concerns: [deal.id, deal.accountId, deal.memberId],
    detail: { dealId: deal.id, name: deal.name, ...detail },
  };
}

const LONGEST_PROPOSAL = 500;

type Deal = Awaited<ReturnType<typeof getDeal>>;
