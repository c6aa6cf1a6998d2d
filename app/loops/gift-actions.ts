import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Money } from "#lib/kernel/money.ts";
import { conflict, invalid, notAllowed, notFound, Problem } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { holdPerson, samePersonIds } from "#people/person-actions.ts";
import { creditFor } from "#team/credit-actions.ts";
import type { SaidKind } from "./duty.ts";
import { takeBackSettled } from "./duty-store.ts";
import { cleanGift, judgeGift, mayChangeGift, type GiftVerdict } from "./gift.ts";
import { findGift, findTwinGift, type GiftRow } from "./gift-reader.ts";
import { giftStandingOf, type StandingOfGifts } from "./gift-standing-actions.ts";
import { giftsOnlyOf, insertGift, settledWith, takeBackGiftRow, updateGivenOn } from "./gift-store.ts";
import { overText, whyNoGiftText } from "./gift-words.ts";

/** What is given. `ask`: it is above the cap, is not given yet, and somebody is to approve it. */
export interface SaidGift {
  what: string;
  value: Money;
  ask?: boolean | undefined;
}

export interface WantedGift extends SaidGift {
  personId: string;
  words?: string | null | undefined;
  /** None: today. What is asked for is asked today. */
  day?: Day | undefined;
  /** Who gives; none: the actor. */
  memberId?: string | undefined;
}

const LONGEST_WORDS = 1_000;

/**
 * Writes down a gift that settles no duty. The same said twice is there once. Throws Problem not-found, not-allowed, invalid
 * naming the field where none may be given, and conflict where it must be asked for, or need not be.
 */
export async function giveGift(
  tx: Tx,
  actor: Actor,
  wanted: WantedGift,
): Promise<{ gift: GiftRow; isNew: boolean }> {
  const { what, value } = cleanGift(wanted);
  const words = cleanText(wanted.words, LONGEST_WORDS, "words");
  const day = dayOfGift(actor, wanted);
  const memberId = wanted.memberId ?? actor.member.id;
  await holdPeople(tx, [wanted.personId]);
  const person = await holdPerson(tx, wanted.personId);
  await creditFor(tx, actor, memberId, day);
  const asked = wanted.ask === true;
  const personIds = await samePersonIds(tx, person.id);
  const twin = await findTwinGift(tx, { personIds, memberId, what, value, day, asked });
  if (twin !== null) return { gift: await getGift(tx, twin), isNew: false };
  const standing = await giftStandingOf(tx, actor, person.id, { day });
  const about = { memberId, referralId: null, dutyKinds: [], contactId: null };
  const said = { what, value, words, day, asked };
  const { id, happening } = await writeGift(tx, actor, standing, { ...about, ...said }, { field: "what" });
  await writeJournal(tx, actor, [happening]);
  return { gift: await getGift(tx, id), isNew: true };
}

/** What is asked for is asked today, and counts in today's year. Throws Problem invalid. */
export function dayOfGift(
  actor: Actor,
  { ask, day }: { ask?: boolean | undefined; day?: Day | undefined },
): Day {
  const said = factDay(day, actor.today);
  return ask === true ? actor.today : said;
}

/** A gift as it is about to be written. */
export interface GiftToWrite {
  memberId: string;
  referralId: string | null;
  dutyKinds: readonly SaidKind[];
  what: string;
  value: Money;
  words: string | null;
  day: Day;
  asked: boolean;
}

/**
 * Judges and writes it; the person is held, and the line for the journal is the caller's to write. Throws Problem invalid naming
 * `field` where none may be given, and conflict where it must be asked for, or need not be.
 */
export async function writeGift(
  tx: Tx,
  actor: Actor,
  standing: StandingOfGifts,
  gift: GiftToWrite,
  { field }: { field: string },
): Promise<{ id: string; happening: Happening }> {
  const verdict = judgeGift(gift.value, standing.rule, standing);
  refuseUnless(verdict, standing, gift.asked, field);
  const id = newId(actor.now);
  const { personId, accountId } = standing;
  await insertGift(tx, { ...gift, id, personId, accountId }, actor);
  const line = giftLine({ ...gift, id, personId, accountId });
  const over = verdict.kind === "needs-approval" ? { over: verdict.over } : {};
  return {
    id,
    happening: {
      ...line,
      verb: gift.asked ? "gift.asked" : "gift.given",
      day: gift.day,
      detail: { ...line.detail, ...over },
    },
  };
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getGift(tx: Tx, id: string): Promise<GiftRow> {
  const gift = await findGift(tx, id);
  if (!gift) throw notFound("gift");
  return gift;
}

/** A standing one, with its person held first. Throws Problem not-found. */
export async function holdGift(tx: Tx, id: string): Promise<GiftRow> {
  await holdPeople(tx, [(await getGift(tx, id)).personId]);
  return getGift(tx, id);
}

/** The same, where the actor may change it. Throws Problem not-found, not-allowed. */
export async function holdOwnGift(tx: Tx, actor: Actor, id: string): Promise<GiftRow> {
  const gift = await holdGift(tx, id);
  if (!mayChangeGift(actor, { ...gift, teamId: gift.memberTeamId }))
    throw notAllowed(`this gift is ${gift.memberName}'s: they, their manager or a leader can change it`);
  return gift;
}

/** It never was, or is not wanted any more; what was done with it is owed again. Throws Problem not-found, not-allowed. */
export async function takeBackGift(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwnGift(tx, actor, id);
  await oweAgain(tx, actor, id);
  await takeBackGiftRow(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "gift.taken-back");
}

/** The duties that were done with it are owed again. */
export async function oweAgain(tx: Tx, actor: Actor, giftId: string): Promise<void> {
  const settled = await settledWith(tx, giftId);
  await takeBackSettled(tx, settled, actor);
  await writeCounterEntries(tx, actor, { subjectIds: settled }, "duty.taken-back");
}

/**
 * With what was said of duties go the gifts that no other duty was done with: one within the cap was never given, one that was
 * approved may still be.
 */
export async function takeBackGiftsOf(tx: Tx, actor: Actor, settledIds: readonly string[]): Promise<void> {
  for (const { id, asked } of await giftsOnlyOf(tx, settledIds)) {
    if (asked) await updateGivenOn(tx, id, null);
    else await takeBackGiftRow(tx, id, actor);
    const verbs = asked ? { verbs: ["gift.given"] } : {};
    await writeCounterEntries(tx, actor, { subjectIds: [id], ...verbs }, "gift.taken-back");
  }
}

/** What every line about it says, and on whose timelines it appears. */
export function giftLine(
  gift: Pick<GiftToWrite, "memberId" | "referralId" | "what"> & {
    id: string;
    personId: string;
    accountId: string | null;
  } & ({ value: Money } | { minor: number; currency: string }),
): Pick<Happening, "subject" | "concerns" | "detail"> {
  const { id, personId, accountId, memberId, referralId, what } = gift;
  const value = "value" in gift ? gift.value : { minor: gift.minor, currency: gift.currency };
  return {
    subject: { kind: "gift", id },
    concerns: [personId, accountId, referralId, memberId],
    detail: { personId, memberId, referralId, what, value },
  };
}

function refuseUnless(
  verdict: GiftVerdict,
  { personName, rule }: StandingOfGifts,
  asked: boolean,
  field: string,
): void {
  if (verdict.kind === "forbidden") throw invalid(whyNoGiftText(verdict.why, personName), field);
  if (verdict.kind === "allowed" && asked)
    throw conflict("this needs nobody's approval: give it, and note that it was given");
  if (verdict.kind === "allowed" || asked) return;
  throw new Problem(
    "conflict",
    `this is ${overText(verdict, rule)}: ask for approval before you give it`,
    undefined,
    { needsApproval: true, overMinor: verdict.over?.minor ?? null, currency: rule.cap.currency },
  );
}
