import { getAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Day } from "#lib/kernel/days.ts";
import { factDay } from "#lib/kernel/fact-day.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal, type Happening } from "#lib/storage/journal.ts";
import { getPerson, holdPerson, samePersonIds } from "#people/person-actions.ts";
import { mayChangeFor } from "#team/member.ts";
import { checkUntil, cleanLine, type EndedHow, type What } from "./need.ts";
import {
  endNeedRow,
  findNeed,
  holdNeed,
  insertNeed,
  listNeeds,
  takeBackNeedRow,
  type NeedRow,
} from "./need-store.ts";

export interface WantedNeed {
  what: What;
  /** Exactly one of the two. */
  personId?: string | null;
  accountId?: string | null;
  line: string;
  day?: Day | null;
  untilDay?: Day | null;
}

/** Somebody, or a company, needs or offers something. Everybody may say so. Throws Problem not-found, invalid. */
export async function noteNeed(tx: Tx, actor: Actor, wanted: WantedNeed): Promise<NeedRow> {
  if (Boolean(wanted.personId) === Boolean(wanted.accountId))
    throw invalid("say whose it is: a person's or a company's", "personId");
  const line = cleanLine(wanted.line);
  const day = factDay(wanted.day, actor.today);
  const untilDay = wanted.untilDay ?? null;
  checkUntil(untilDay, day);
  const person = wanted.personId ? await holdPerson(tx, wanted.personId) : null;
  const account = wanted.accountId ? await holdAccount(tx, wanted.accountId) : null;
  const id = newId(actor.now);
  const [personId, accountId] = [person?.id ?? null, account?.id ?? null];
  const { what } = wanted;
  await insertNeed(tx, {
    id,
    what,
    personId,
    accountId,
    line,
    day,
    untilDay,
    byId: actor.member.id,
    at: actor.now,
  });
  const need = await getNeed(tx, id);
  await writeJournal(tx, actor, [
    { ...about(need), verb: `${what}.noted`, day, concerns: [personId, accountId ?? person?.accountId] },
  ]);
  return need;
}

/** Throws Problem not-found, also for one that was taken back. */
export async function getNeed(tx: Tx, id: string): Promise<NeedRow> {
  const need = await findNeed(tx, id);
  if (!need) throw notFound("line");
  return need;
}

/** Of one person or one account: what is open first. Throws Problem not-found, invalid. */
export async function needsOf(
  tx: Tx,
  of: { personId?: string | undefined; accountId?: string | undefined },
): Promise<NeedRow[]> {
  if ((of.personId === undefined) === (of.accountId === undefined))
    throw invalid("ask for a person's or a company's", "person");
  if (of.personId !== undefined) {
    const { id } = await getPerson(tx, of.personId);
    return listNeeds(tx, { personIds: await samePersonIds(tx, id), accountIds: [] });
  }
  const { id } = await getAccount(tx, of.accountId ?? "");
  return listNeeds(tx, { personIds: [], accountIds: await sameAccountIds(tx, id) });
}

/** It was met, or holds no longer. Everybody may say so. Throws Problem not-found, conflict. */
export async function endNeed(tx: Tx, actor: Actor, id: string, how: EndedHow): Promise<NeedRow> {
  const need = await holdStanding(tx, id);
  if (need.endedHow === how) return need;
  if (need.endedOn !== null) throw conflict("this line has ended already; let it hold again first");
  await endNeedRow(tx, id, { on: actor.today, by: actor.member.id, how });
  const line = about(need);
  const detail = { ...line.detail, how };
  await writeJournal(tx, actor, [{ ...line, verb: `${need.what}.ended`, day: actor.today, detail }]);
  return getNeed(tx, id);
}

/** It holds after all. Throws Problem not-found, conflict. */
export async function reopenNeed(tx: Tx, actor: Actor, id: string): Promise<NeedRow> {
  const need = await holdStanding(tx, id);
  if (need.endedOn === null) throw conflict("this line has not ended");
  await endNeedRow(tx, id, null);
  const ended = { subjectIds: [id], verbs: [`${need.what}.ended`] };
  await writeCounterEntries(tx, actor, ended, `${need.what}.reopened`);
  return getNeed(tx, id);
}

/** It was a mistake. Its author, their manager and leaders may say so. Throws Problem not-found, not-allowed. */
export async function takeBackNeed(tx: Tx, actor: Actor, id: string): Promise<void> {
  const need = await holdStanding(tx, id);
  if (!mayChangeFor(actor, { memberId: need.byId, teamId: need.byTeamId }))
    throw notAllowed(`${need.byName} wrote this down: they, their manager or a leader can take it back`);
  await takeBackNeedRow(tx, id, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, `${need.what}.taken-back`);
}

async function holdStanding(tx: Tx, id: string): Promise<NeedRow> {
  const need = await holdNeed(tx, id);
  if (!need) throw notFound("line");
  return need;
}

function about(need: NeedRow): Pick<Happening, "subject" | "concerns" | "detail"> {
  const { id, what, personId, accountId, line } = need;
  return {
    subject: { kind: what, id },
    concerns: [personId, accountId],
    detail: { personId, accountId, line },
  };
}
