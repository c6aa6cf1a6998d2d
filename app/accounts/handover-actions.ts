import type { Actor } from "#lib/kernel/actor.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getMember } from "#team/member-actions.ts";
import { getAccount } from "./account-actions.ts";
import { holdAccount } from "./account-merge-actions.ts";
import { idsOfSameAccount, memberIsHere, type AccountRow } from "./account-store.ts";
import {
  cleanHandover,
  mayHandOver,
  standingHandover,
  type Handover,
  type SaidHandover,
} from "./handover.ts";
import { findHandover, insertHandover, listHandovers, takeBackHandoverRow } from "./handover-store.ts";

/**
 * Somebody else looks after the account from that day on; the relationship holder stays, and asks. Throws Problem not-found,
 * not-allowed, invalid, and conflict for one that is no client, or whose relationship nobody holds.
 */
export async function handOver(tx: Tx, actor: Actor, anyId: string, said: SaidHandover): Promise<Handover> {
  const { account, holder } = await heldWithHolder(tx, actor, anyId);
  const { toMemberId, toName, note } = cleanHandover(said);
  const day = factDay(said.day, actor.today);
  const earlier = standingHandover(await listHandovers(tx, await idsOfSameAccount(tx, account.id)));
  if (toMemberId !== null) await refuseReceiver(tx, actor, toMemberId);
  if (toMemberId === holder.id && earlier === null)
    throw invalid(`${holder.name} looks after ${account.name} already`, "toMemberId");
  const id = newId(actor.now);
  const becauseId = said.becauseId ?? null;
  const written = { id, accountId: account.id, day, toMemberId, toName, note, becauseId };
  await insertHandover(tx, { ...written, byId: actor.member.id, at: actor.now });
  await tell(tx, actor, await getHandover(tx, id), holder.id);
  return getHandover(tx, id);
}

/** Throws Problem not-found. */
export async function getHandover(tx: Tx, id: string): Promise<Handover> {
  const found = await findHandover(tx, id);
  if (!found || found.takenBack) throw notFound("handover");
  const { takenBack: _takenBack, ...handover } = found;
  return handover;
}

/** All that stand, the latest first: the first says who looks after it. Throws Problem not-found. */
export async function handoversOf(tx: Tx, accountId: string): Promise<Handover[]> {
  const { id } = await getAccount(tx, accountId);
  return listHandovers(tx, await idsOfSameAccount(tx, id));
}

/** It never was. Its author, the relationship holder, their manager and leaders may. Throws Problem not-found, not-allowed. */
export async function takeBackHandover(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { handover } = await heldHandover(tx, actor, id);
  if (handover.takenBack) throw notFound("handover");
  await takeBackHandoverRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "account.handover-taken-back");
}

/** Stands again. Throws Problem not-found, not-allowed, conflict. */
export async function restoreHandover(tx: Tx, actor: Actor, id: string): Promise<Handover> {
  const { handover, account } = await heldHandover(tx, actor, id);
  if (!handover.takenBack) throw conflict("this was not taken back: it stands");
  await takeBackHandoverRow(tx, id, null);
  await tell(tx, actor, handover, account.holderId);
  return getHandover(tx, id);
}

async function heldHandover(tx: Tx, actor: Actor, id: string) {
  const before = await findHandover(tx, id);
  if (!before) throw notFound("handover");
  await holdAccount(tx, before.accountId);
  const [handover, account] = [await findHandover(tx, id), await getAccount(tx, before.accountId)];
  if (!handover) throw notFound("handover");
  const holder = account.holderId === null ? null : await getMember(tx, actor, account.holderId);
  const author = await getMember(tx, actor, handover.by.id);
  if (![author, holder].some((each) => each !== null && mayHandOver(actor, each)))
    throw notAllowed(
      `only ${[...new Set([handover.by.name, account.holderName ?? handover.by.name])].join(", ")}, their manager or a leader changes this`,
    );
  return { handover, account };
}

async function heldWithHolder(tx: Tx, actor: Actor, anyId: string) {
  const { id } = await getAccount(tx, anyId);
  await holdAccount(tx, id);
  const account: AccountRow = await getAccount(tx, id);
  if (account.kind !== "client")
    throw conflict(`${account.name} is no client: there is nothing to hand over`);
  if (account.holderId === null)
    throw conflict(
      `nobody holds the relationship with ${account.name} yet; say who built it, then hand it over`,
    );
  const holder = await getMember(tx, actor, account.holderId);
  if (!mayHandOver(actor, holder))
    throw notAllowed(`${holder.name} holds the relationship: they, their manager or a leader hand it over`);
  return { account, holder };
}

async function refuseReceiver(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  const here = (await memberIsHere(tx, memberId)) ? await getMember(tx, actor, memberId) : null;
  if (here === null || here.state === "left")
    throw invalid("there is no such member to hand it over to", "toMemberId");
}

async function tell(tx: Tx, actor: Actor, handover: Handover, holderId: string | null): Promise<void> {
  const { id, accountId, day, to, note, becauseId } = handover;
  await writeJournal(tx, actor, [
    {
      verb: "account.handed-over",
      subject: { kind: "handover", id },
      day,
      concerns: [accountId, to.memberId, holderId, becauseId],
      detail: { accountId, toMemberId: to.memberId, toName: to.name, holderId, note },
    },
  ]);
}
