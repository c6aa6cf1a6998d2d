import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Credit, type Happening } from "#lib/storage/journal.ts";
import { bringMoment, takeBackMoments, type DealThen } from "#asks/moment-actions.ts";
import { changeAccount, findOrAddAccount, getAccount } from "#accounts/account-actions.ts";
import { holdPerson } from "#people/person-actions.ts";
import { getReferral } from "#referrals/referral-actions.ts";
import { advanceReferral, retreatReferral } from "#referrals/step-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import {
  cleanDeal,
  dealEnd,
  linesOf,
  type DealEnd,
  type DealFacts,
  type DealLine,
  type DealOrigin,
} from "./deal.ts";
import {
  findDeal,
  holdDealRow,
  insertDeals,
  markDealsTakenBack,
  updateDeal,
  type DealRow,
  type HeldDeal,
} from "./deal-store.ts";

export interface WantedDeal {
  name: string;
  /** One of these two, or a person who works somewhere. A name that is not known yet is added as a prospect. */
  accountId?: string | null;
  accountName?: string | null;
  personId?: string | null;
  referralId?: string | null;
  /** Default: a referral when it comes of an introduction, otherwise "other". */
  origin?: DealOrigin;
  amount?: DealFacts["amount"];
  stage?: string | null;
  openedOn?: Day;
  expectedOn?: Day | null;
  note?: string | null;
  memberId?: string;
}

export type DealChanges = Partial<DealFacts> & { memberId?: string };

export interface SaidOfDeal {
  outcome: "won" | "lost";
  day?: Day;
  lostReason?: string | null;
}

export async function openDeal(tx: Tx, actor: Actor, wanted: WantedDeal): Promise<DealRow> {
  const person = wanted.personId ? await holdPerson(tx, wanted.personId) : null;
  const facts = cleanDeal(
    {
      name: wanted.name,
      accountId: await accountOf(tx, actor, wanted, person?.accountId ?? null),
      personId: person?.id ?? null,
      referralId: wanted.referralId ?? null,
      origin: wanted.origin ?? (wanted.referralId ? "referral" : "other"),
      amount: wanted.amount ?? null,
      stage: wanted.stage ?? null,
      openedOn: wanted.openedOn ?? actor.today,
      expectedOn: wanted.expectedOn ?? null,
      note: wanted.note ?? null,
    },
    actor.today,
  );
  const deal: HeldDeal = {
    ...facts,
    id: newId(actor.now),
    memberId: wanted.memberId ?? actor.member.id,
    end: null,
  };
  if (deal.referralId) await getReferral(tx, deal.referralId);
  const happenings = await happeningsFor(tx, actor, deal, linesOf(deal));
  await insertDeals(tx, [{ ...deal, originText: null }], actor.now);
  if (deal.stage) await bringMoment(tx, actor, dealThen(deal), { stage: deal.stage }, deal.openedOn);
  await writeJournal(tx, actor, happenings);
  return getDeal(tx, deal.id);
}

/** Throws Problem not-found. */
export async function getDeal(tx: Tx, id: string): Promise<DealRow> {
  const deal = await findDeal(tx, id);
  if (!deal) throw notFound("deal");
  return deal;
}

/**
 * Changes what is known of a deal; what is not named stays. Naming an introduction makes its origin a referral. Where the
 * change touches what was counted, that is taken back in its own week and counted anew.
 */
export async function changeDeal(tx: Tx, actor: Actor, id: string, changes: DealChanges): Promise<DealRow> {
  const before = await holdDeal(tx, actor, id);
  const { memberId = before.memberId, ...some } = changes;
  if (some.personId && some.personId !== before.personId)
    some.personId = (await holdPerson(tx, some.personId)).id;
  if (some.accountId && some.accountId !== before.accountId)
    some.accountId = (await getAccount(tx, some.accountId)).id;
  if (some.referralId && some.referralId !== before.referralId) await getReferral(tx, some.referralId);
  if (some.referralId && some.origin === undefined) some.origin = "referral";
  const facts = cleanDeal({ ...before, ...some }, actor.today);
  const end = before.end && dealEnd(facts.openedOn, before.end, actor.today);
  return replace(tx, actor, before, { ...before, ...facts, memberId, end });
}

/**
 * Says that a deal was won or lost. Saying the same again changes nothing; saying something else replaces what was said. A
 * prospect or former client becomes a client on the day the deal was won.
 */
export async function recordDealOutcome(
  tx: Tx,
  actor: Actor,
  id: string,
  said: SaidOfDeal,
): Promise<DealRow> {
  const before = await holdDeal(tx, actor, id);
  const again = before.end?.outcome === said.outcome ? before.end : null;
  const end = dealEnd(
    before.openedOn,
    {
      outcome: said.outcome,
      day: said.day ?? again?.day,
      lostReason: said.lostReason === undefined ? again?.lostReason : said.lostReason,
    },
    actor.today,
  );
  return replace(tx, actor, before, { ...before, end });
}

/**
 * Opens the deal again. An account that became a client stays one: other reasons may have come since, and its page changes
 * it in a moment. Throws Problem conflict when the deal is open.
 */
export async function takeBackDealOutcome(tx: Tx, actor: Actor, id: string): Promise<DealRow> {
  const before = await holdDeal(tx, actor, id);
  if (!before.end) throw conflict("this deal is open, so there is no outcome to take back");
  return replace(tx, actor, before, { ...before, end: null });
}

/** Takes the whole deal back, as if it had never been opened. */
export async function takeBackDeal(tx: Tx, actor: Actor, id: string): Promise<void> {
  const deal = await holdDeal(tx, actor, id);
  await markDealsTakenBack(tx, [id], actor);
  await takeBackMoments(tx, actor, [id], true);
  if (deal.referralId) await retreatReferral(tx, actor, deal.referralId, id);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "deal.taken-back");
}

/** A line of the journal, with whom it concerns. */
export function happeningOf(deal: HeldDeal, line: DealLine, credit: Credit | null): Happening {
  const counts = line.measure && credit ? { measure: line.measure, credit, money: line.money } : undefined;
  return {
    verb: line.verb,
    subject: { kind: "deal", id: deal.id },
    day: line.day,
    // The second line of a deal that is won only counts; on a timeline the first one tells it.
    concerns:
      line.measure === "deals-closed" ? [] : [deal.accountId, deal.personId, deal.referralId, deal.memberId],
    ...(counts ? { counts } : {}),
    detail: {
      name: deal.name,
      accountId: deal.accountId,
      personId: deal.personId,
      origin: deal.origin,
      referralId: deal.referralId,
      amount: deal.amount,
      ...(line.verb === "deal.lost" ? { lostReason: deal.end?.lostReason ?? null } : {}),
    },
  };
}

async function accountOf(
  tx: Tx,
  actor: Actor,
  wanted: WantedDeal,
  employerId: string | null,
): Promise<string> {
  if (wanted.accountId) return (await getAccount(tx, wanted.accountId)).id;
  if (wanted.accountName?.trim()) return (await findOrAddAccount(tx, actor, wanted.accountName)).id;
  if (employerId) return employerId;
  throw invalid("say with which company the deal is", "accountId");
}

/** Locks the deal after asking whether the actor may change it. */
async function holdDeal(tx: Tx, actor: Actor, id: string): Promise<HeldDeal> {
  const deal = await holdDealRow(tx, id);
  if (!deal) throw notFound("deal");
  await creditFor(tx, actor, deal.memberId, deal.openedOn);
  return deal;
}

async function replace(tx: Tx, actor: Actor, before: HeldDeal, after: HeldDeal): Promise<DealRow> {
  const { gone, come } = changedLines(before, after);
  const happenings = await happeningsFor(tx, actor, after, come);
  const changed = changedFields(before, after);
  if (come.length === 0 && changed.length > 0) happenings.push(changedLine(actor, after, changed));
  if (before.referralId && !sameSteps(before, after))
    await retreatReferral(tx, actor, before.referralId, after.id);
  await moveReferral(tx, actor, after);
  await updateDeal(tx, after);
  if (isNewlyWon(before, after)) await becomeClient(tx, actor, after);
  await moveMoments(tx, actor, before, after);
  if (gone.length > 0) {
    const verb = come.length > 0 ? "deal.corrected" : "deal.reopened";
    await writeCounterEntries(
      tx,
      actor,
      { subjectIds: [after.id], verbs: gone.map((line) => line.verb) },
      verb,
    );
  }
  await writeJournal(tx, actor, happenings);
  return getDeal(tx, after.id);
}

/** What a deal brings goes and comes with its stage and its end; with another company all of it comes anew. */
async function moveMoments(tx: Tx, actor: Actor, before: HeldDeal, after: HeldDeal): Promise<void> {
  const elsewhere = before.accountId !== after.accountId;
  const sameEnd =
    JSON.stringify(before.end) === JSON.stringify(after.end) && before.personId === after.personId;
  if (elsewhere || (before.end && !sameEnd)) await takeBackMoments(tx, actor, [after.id], elsewhere);
  const { stage, end } = after;
  if (stage && !end && (elsewhere || stage !== before.stage))
    await bringMoment(tx, actor, dealThen(after), { stage }, actor.today);
  if (end && (elsewhere || !sameEnd))
    await bringMoment(tx, actor, dealThen(after), { outcome: end.outcome }, end.day);
}

/** As the moments see it. */
export function dealThen({ id, accountId, personId, memberId, end }: HeldDeal): DealThen {
  return { id, accountId, personId, memberId, words: end?.lostReason ?? null };
}

/** The journal's lines that no longer hold, and those that hold instead. */
function changedLines(before: HeldDeal, after: HeldDeal): { gone: DealLine[]; come: DealLine[] } {
  const old = linesOf(before);
  const now = linesOf(after);
  const others = ["memberId", "accountId", "personId", "referralId"] as const;
  if (others.some((field) => before[field] !== after[field])) return { gone: old, come: now };
  return {
    gone: old.filter((line) => !now.some((other) => sameLine(line, other))),
    come: now.filter((line) => !old.some((other) => sameLine(line, other))),
  };
}

function sameLine(a: DealLine, b: DealLine): boolean {
  const sameMoney = a.money?.minor === b.money?.minor && a.money?.currency === b.money?.currency;
  return a.verb === b.verb && a.day === b.day && sameMoney;
}

function changedFields(before: HeldDeal, after: HeldDeal): string[] {
  const fields = ["name", "origin", "amount", "stage", "expectedOn", "note", "end"] as const;
  return fields.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

function changedLine(actor: Actor, deal: HeldDeal, fields: string[]): Happening {
  const line: DealLine = { verb: "deal.changed", measure: null, day: actor.today, money: null };
  const happening = happeningOf(deal, line, null);
  return { ...happening, detail: { ...happening.detail, fields, stage: deal.stage } };
}

async function happeningsFor(
  tx: Tx,
  actor: Actor,
  deal: HeldDeal,
  lines: readonly DealLine[],
): Promise<Happening[]> {
  const happenings: Happening[] = [];
  for (const line of lines) {
    happenings.push(happeningOf(deal, line, await creditFor(tx, actor, deal.memberId, line.day)));
  }
  return happenings;
}

function sameSteps(before: HeldDeal, after: HeldDeal): boolean {
  const sameEnd = before.end?.outcome === after.end?.outcome && before.end?.day === after.end?.day;
  return before.referralId === after.referralId && sameEnd;
}

async function moveReferral(tx: Tx, actor: Actor, deal: HeldDeal): Promise<void> {
  if (!deal.referralId) return;
  if (deal.end) await advanceReferral(tx, actor, deal.referralId, deal.end.outcome, deal.end.day, deal.id);
}

function isNewlyWon(before: HeldDeal, after: HeldDeal): after is HeldDeal & { end: DealEnd } {
  if (after.end?.outcome !== "won") return false;
  return before.end?.outcome !== "won" || before.accountId !== after.accountId;
}

async function becomeClient(tx: Tx, actor: Actor, deal: HeldDeal & { end: DealEnd }): Promise<void> {
  const account = await getAccount(tx, deal.accountId);
  if (account.kind !== "prospect" && account.kind !== "former-client") return;
  await changeAccount(tx, { ...actor, today: deal.end.day }, account.id, { kind: "client" });
}
