import type { Actor } from "#lib/kernel/actor.ts";
import { addDays, type Day } from "#lib/kernel/days.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import { cleanText } from "#lib/kernel/text.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { holdPeople } from "#people/hold-actions.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { protectionOf } from "#people/protection-actions.ts";
import { getMember } from "#team/member-actions.ts";
import { mayPermit, PERMIT_DAYS } from "./permit.ts";
import { findPermit, insertPermit, listPermits, takeBackPermitRow, type PermitRow } from "./permit-store.ts";

const LONGEST_REASON = 1000;

/**
 * Lets a rep ask this source once within two weeks, though a rule stands against it or their approver must agree. Throws Problem
 * not-found, not-allowed, invalid.
 */
export async function givePermit(
  tx: Tx,
  actor: Actor,
  sourceId: string,
  said: { memberId: string; reason: string; untilDay?: Day | null },
): Promise<PermitRow> {
  const source = await getHeldPerson(tx, sourceId);
  const rep = await getMember(tx, actor, said.memberId);
  if (rep.state === "left") throw invalid("they have left: choose somebody who is here", "memberId");
  const { preference } = await protectionOf(tx, [source.id], actor.today);
  if (!mayPermit(actor, rep, preference?.approver?.id ?? null)) {
    const approver = preference?.approver ? `, or ${preference.approver.name}, who must agree` : "";
    throw notAllowed(`a manager of ${rep.name}, a leader${approver} can let them ask`);
  }
  const reason = cleanText(said.reason, LONGEST_REASON, "reason");
  if (reason === null) throw invalid("say why: the reason is kept", "reason");
  const last = addDays(actor.today, PERMIT_DAYS);
  const untilDay = said.untilDay ?? last;
  if (untilDay < actor.today || untilDay > last)
    throw invalid("a permit lasts two weeks at most: choose a day until then", "untilDay");
  const id = newId(actor.now);
  const permit = { id, memberId: rep.id, sourceId: source.id, reason, day: actor.today, untilDay };
  await insertPermit(tx, actor, permit);
  await writeJournal(tx, actor, [
    {
      verb: "ask.permitted",
      subject: { kind: "permit", id },
      day: actor.today,
      concerns: [source.id, source.accountId, rep.id],
      detail: { sourceId: source.id, memberId: rep.id, reason, untilDay },
    },
  ]);
  return needPermit(tx, id);
}

/** It lets nobody ask any more. Throws Problem not-found, not-allowed, and conflict once an ask was made with it. */
export async function withdrawPermit(tx: Tx, actor: Actor, id: string): Promise<void> {
  await holdPeople(tx, [(await needPermit(tx, id)).sourceId]);
  const permit = await needPermit(tx, id);
  const { preference } = await protectionOf(tx, [permit.sourceId], actor.today);
  const gave = permit.byId === actor.member.id;
  if (!gave && !mayPermit(actor, { teamId: permit.memberTeamId }, preference?.approver?.id ?? null))
    throw notAllowed(
      `${permit.byName} gave this permit: they, a manager of ${permit.memberName} or a leader can withdraw it`,
    );
  if (permit.usedBy !== null) throw conflict("an ask was made with this permit; take that back first");
  await takeBackPermitRow(tx, actor, id);
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "ask.permit-withdrawn");
}

/** Of one source, the latest first. Throws Problem not-found. */
export async function permitsOf(tx: Tx, sourceId: string): Promise<PermitRow[]> {
  const { id } = await getPerson(tx, sourceId);
  return listPermits(tx, await samePersonIds(tx, id));
}

async function needPermit(tx: Tx, id: string): Promise<PermitRow> {
  const permit = await findPermit(tx, id);
  if (!permit) throw notFound("permit");
  return permit;
}
