import { holdAccount } from "#accounts/account-merge-actions.ts";
import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { dayText } from "#lib/kernel/day-words.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { getHeldPerson, samePersonIds } from "#people/person-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { bansOn } from "./gift.ts";
import {
  findGiftBan,
  giftBansOf,
  insertGiftBan,
  liftGiftBan,
  takeBackGiftBan,
  type GiftBan,
} from "./gift-ban-store.ts";

export type BanOf = { kind: "person" | "account"; id: string };

const LONGEST_WORDS = 500;

/** Everybody may note it; what stands already is answered as it is. Throws Problem not-found, invalid. */
export async function noteGiftBan(
  tx: Tx,
  actor: Actor,
  of: BanOf,
  said: { words?: string | null | undefined; day?: Day | undefined },
): Promise<GiftBan> {
  const about = await hold(tx, of);
  const day = factDay(said.day, actor.today);
  const words = cleanText(said.words, LONGEST_WORDS, "words");
  const standing = (await giftBansOf(tx, about.ids)).find((each) => bansOn(day, each));
  if (standing) return standing;
  const id = newId(actor.now);
  const { personId, accountId } = about;
  await insertGiftBan(tx, { id, personId, accountId, words, day }, actor);
  await writeJournal(tx, actor, [{ ...lineOf({ id, personId, accountId }), verb: "gift-ban.noted", day }]);
  return need(tx, id);
}

/** Of a person or an account, lifted ones too, the latest first. Throws Problem not-found. */
export async function giftBansAbout(tx: Tx, of: BanOf): Promise<GiftBan[]> {
  if (of.kind === "person") return giftBansOf(tx, { personIds: await samePersonIds(tx, of.id) });
  const { id } = await getAccount(tx, of.id);
  return giftBansOf(tx, { accountIds: await sameAccountIds(tx, id) });
}

/** From a day on gifts are welcome again. Throws Problem not-found, not-allowed, invalid, conflict. */
export async function liftBan(tx: Tx, actor: Actor, id: string, said?: Day): Promise<GiftBan> {
  const ban = await holdOwn(tx, actor, id);
  if (ban.liftedOn !== null) throw conflict("this was lifted already");
  const on = factDay(said, actor.today);
  if (on < ban.day) throw invalid(`it holds since ${dayText(ban.day, actor.today)}`, "day");
  await liftGiftBan(tx, id, { on, by: actor.member.id });
  await writeJournal(tx, actor, [{ ...lineOf(ban), verb: "gift-ban.lifted", day: on }]);
  return need(tx, id);
}

/** It holds on, as if it had never been lifted. Throws Problem not-found, not-allowed, conflict. */
export async function takeBackLifting(tx: Tx, actor: Actor, id: string): Promise<GiftBan> {
  const ban = await holdOwn(tx, actor, id);
  if (ban.liftedOn === null) throw conflict("this was not lifted: it stands");
  await liftGiftBan(tx, id, null);
  await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["gift-ban.lifted"] },
    "gift-ban.taken-back",
  );
  return need(tx, id);
}

/** There was no such ban. Throws Problem not-found, not-allowed. */
export async function takeBackBan(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdOwn(tx, actor, id);
  await takeBackGiftBan(tx, id, actor);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "gift-ban.taken-back");
}

/** Held as everything is that decides on gifts to somebody. */
async function hold(tx: Tx, { kind, id }: BanOf) {
  if (kind === "person") {
    const person = await getHeldPerson(tx, id);
    return { personId: person.id, accountId: null, ids: { personIds: await samePersonIds(tx, person.id) } };
  }
  const account = await holdAccount(tx, (await getAccount(tx, id)).id);
  return { personId: null, accountId: account.id, ids: { accountIds: await sameAccountIds(tx, account.id) } };
}

async function holdOwn(tx: Tx, actor: Actor, id: string): Promise<GiftBan> {
  const { personId, accountId } = await need(tx, id);
  await hold(
    tx,
    personId === null ? { kind: "account", id: accountId ?? "" } : { kind: "person", id: personId },
  );
  const ban = await need(tx, id);
  if (!mayChangeFor(actor, { memberId: ban.byId, teamId: ban.byTeamId }))
    throw notAllowed(`${ban.byName} wrote this down: they, their manager or a leader can change it`);
  return ban;
}

async function need(tx: Tx, id: string): Promise<GiftBan> {
  const ban = await findGiftBan(tx, id);
  if (!ban) throw notFound("word about gifts");
  return ban;
}

function lineOf({
  id,
  personId,
  accountId,
}: Pick<GiftBan, "id" | "personId" | "accountId">): Pick<Happening, "subject" | "concerns" | "detail"> {
  return {
    subject: { kind: "gift-ban", id },
    concerns: [personId, accountId],
    detail: { personId, accountId },
  };
}
