import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getHeldPerson } from "#people/person-actions.ts";
import { checkDays, checkPause, type Tier, type WhyPaused } from "./rhythm.ts";
import {
  insertOwnRhythm,
  insertPause,
  insertTier,
  takeBackOwnRhythmRow,
  takeBackPauseRow,
  takeBackTierRow,
  tierOf,
} from "./rhythm-store.ts";
import { heardOf } from "./silence-actions.ts";

const LONGEST_WORDS = 500;

/** How much an account matters from today on; null: it has no tier any more. Everybody may say so. Throws Problem not-found, conflict. */
export async function sayTier(tx: Tx, actor: Actor, anyId: string, tier: Tier | null): Promise<void> {
  const { id } = await holdAccount(tx, (await getAccount(tx, anyId)).id);
  const before = await tierOf(tx, await sameAccountIds(tx, id));
  if ((before?.tier ?? null) === tier) return;
  const wordId = newId(actor.now);
  await insertTier(tx, { id: wordId, day: actor.today, accountId: id, tier }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "account.tier-said",
      subject: { kind: "account-tier", id: wordId },
      day: actor.today,
      concerns: [id],
      detail: { accountId: id, tier, before: before?.tier ?? null },
    },
  ]);
}

/** The tier that was said last does not hold; the one before does again. Throws Problem not-found, conflict. */
export async function takeBackTier(tx: Tx, actor: Actor, anyId: string): Promise<void> {
  const { id } = await holdAccount(tx, (await getAccount(tx, anyId)).id);
  const standing = await tierOf(tx, await sameAccountIds(tx, id));
  if (standing === null) throw conflict("no tier was said of this account");
  await takeBackTierRow(tx, standing.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [standing.id] }, "account.tier-taken-back");
}

/** "Every thirty days", or null: they are left to come by themselves. Everybody may say so. Throws Problem not-found, invalid. */
export async function sayOwnRhythm(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { days: number | null; words?: string | null | undefined },
): Promise<void> {
  checkDays(said.days, "days");
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const { id: personId } = await getHeldPerson(tx, anyId);
  const id = newId(actor.now);
  await insertOwnRhythm(tx, { id, day: actor.today, personId, days: said.days, words }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "rhythm.said",
      subject: { kind: "own-rhythm", id },
      day: actor.today,
      concerns: [personId],
      detail: { personId, days: said.days },
    },
  ]);
}

/** What was said before holds again, or else their kind's. Throws Problem not-found, conflict. */
export async function takeBackOwnRhythm(tx: Tx, actor: Actor, anyId: string): Promise<void> {
  const { id } = await getHeldPerson(tx, anyId);
  const { own } = await heardOf(tx, id);
  if (own === null) throw conflict("they have no rhythm of their own");
  await takeBackOwnRhythmRow(tx, own.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [own.id] }, "rhythm.taken-back");
}

/** Nobody is reminded of them until that day. Everybody may say so. Throws Problem not-found, invalid. */
export async function pauseTouches(
  tx: Tx,
  actor: Actor,
  anyId: string,
  said: { untilDay: Day; why: WhyPaused; words?: string | null | undefined },
): Promise<void> {
  checkPause(said.untilDay, actor.today);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const { id: personId } = await getHeldPerson(tx, anyId);
  const id = newId(actor.now);
  const { untilDay, why } = said;
  await insertPause(tx, { id, day: actor.today, personId, untilDay, why, words }, actor);
  await writeJournal(tx, actor, [
    {
      verb: "touch.put-off",
      subject: { kind: "touch-pause", id },
      day: actor.today,
      concerns: [personId],
      detail: { personId, untilDay, why },
    },
  ]);
}

/** They come up again. Throws Problem not-found, conflict. */
export async function takeBackPause(tx: Tx, actor: Actor, anyId: string): Promise<void> {
  const { id } = await getHeldPerson(tx, anyId);
  const { pause } = await heardOf(tx, id);
  if (pause === null) throw conflict("nobody put them off");
  await takeBackPauseRow(tx, pause.id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [pause.id] }, "touch.taken-up-again");
}
