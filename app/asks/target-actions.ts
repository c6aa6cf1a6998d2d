import { getAccount, nameAccount, sameAccountIds } from "#accounts/account-actions.ts";
import { holdAccount } from "#accounts/account-merge-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import { getHeldPerson, getPerson, samePersonIds } from "#people/person-actions.ts";
import { holdersOf, refuseToEnd, writtenToday } from "#people/said-actions.ts";
import {
  findStandingTarget,
  findTarget,
  holdTarget,
  insertTarget,
  listTargets,
  updateTarget,
  type HeldTarget,
  type TargetRow,
} from "./target-store.ts";
import { checkTarget, cleanWhy } from "./target.ts";

export interface WantedTarget {
  personId?: string | null;
  accountId?: string | null;
  why?: string | null;
}

/**
 * We want to be introduced to this person, or to somebody at this company, which goes on the pursuit list. What is a target
 * already stays as it is (`chosen` false). Throws Problem not-found, invalid.
 */
export async function chooseTarget(
  tx: Tx,
  actor: Actor,
  wanted: WantedTarget,
): Promise<{ target: TargetRow; chosen: boolean }> {
  checkTarget(wanted);
  const why = cleanWhy(wanted.why);
  const whom = await holdWhom(tx, { personId: wanted.personId ?? null, accountId: wanted.accountId ?? null });
  const known = await findStandingTarget(tx, whom.ids);
  const named = whom.accountId !== null && (await getAccount(tx, whom.accountId)).namedSince !== null;
  if (known && (whom.personId !== null || named)) return { target: await seen(tx, whom), chosen: false };
  if (known) await updateTarget(tx, known.id, { droppedOn: actor.today, by: actor.member.id });
  const id = newId(actor.now);
  const { personId, accountId } = whom;
  await insertTarget(tx, {
    id,
    personId,
    accountId,
    why,
    day: actor.today,
    byId: actor.member.id,
    at: actor.now,
  });
  if (accountId !== null) await nameAccount(tx, actor, accountId, true);
  await tell(tx, actor, { id, personId, accountId, why }, "target.chosen");
  return { target: await seen(tx, whom), chosen: true };
}

/** Another word why. Throws Problem not-found, not-allowed, invalid. */
export async function changeTarget(
  tx: Tx,
  actor: Actor,
  id: string,
  said: { why?: string | null },
): Promise<TargetRow> {
  const { target, whom } = await heldOwn(tx, actor, id);
  if (target.droppedOn !== null) throw conflict("this target was dropped: take it up again first");
  const why = said.why === undefined ? target.why : cleanWhy(said.why);
  if (why !== target.why) {
    await updateTarget(tx, id, { why });
    await tell(tx, actor, { ...target, why }, "target.changed");
  }
  return seen(tx, whom);
}

/** We pursue it no more; an account goes off the pursuit list. Throws Problem not-found, not-allowed, conflict. */
export async function dropTarget(tx: Tx, actor: Actor, id: string): Promise<void> {
  const { target } = await heldOwn(tx, actor, id);
  if (target.droppedOn !== null) throw conflict("this target was dropped already");
  await updateTarget(tx, id, { droppedOn: actor.today, by: actor.member.id });
  if (target.accountId !== null) await nameAccount(tx, actor, target.accountId, false);
  if (writtenToday(actor, target))
    await writeCounterEntries(tx, actor, { subjectIds: [id] }, "target.taken-back");
  else await tell(tx, actor, target, "target.dropped");
}

/** A dropped target is pursued again. Throws Problem not-found, not-allowed, conflict. */
export async function takeUpTarget(tx: Tx, actor: Actor, id: string): Promise<TargetRow> {
  const { target, whom } = await heldOwn(tx, actor, id);
  if (target.droppedOn === null) throw conflict("this target was not dropped: it stands");
  if (await findStandingTarget(tx, whom.ids)) throw conflict("this is a target already");
  await updateTarget(tx, id, { droppedOn: null });
  if (target.accountId !== null) await nameAccount(tx, actor, target.accountId, true);
  const back = await writeCounterEntries(
    tx,
    actor,
    { subjectIds: [id], verbs: ["target.dropped"] },
    "target.taken-up",
  );
  if (back.lineIds.length === 0) await tell(tx, actor, target, "target.chosen");
  return seen(tx, whom);
}

interface Whom {
  personId: string | null;
  accountId: string | null;
  /** All ids under which they are known. */
  ids: string[];
  holderIds: string[];
}

/** The person or the company, held until the commit: one target each, whichever of two requests comes first. */
async function holdWhom(tx: Tx, of: { personId: string | null; accountId: string | null }): Promise<Whom> {
  if (of.personId !== null) {
    const person = await getHeldPerson(tx, of.personId);
    const ids = await samePersonIds(tx, person.id);
    return { personId: person.id, accountId: null, ids, holderIds: await holdersOf(tx, person) };
  }
  const { id } = await getAccount(tx, of.accountId ?? "");
  await holdAccount(tx, id);
  const { holderId } = await getAccount(tx, id);
  const ids = await sameAccountIds(tx, id);
  return { personId: null, accountId: id, ids, holderIds: holderId === null ? [] : [holderId] };
}

async function heldOwn(tx: Tx, actor: Actor, id: string): Promise<{ target: HeldTarget; whom: Whom }> {
  const before = await findTarget(tx, id);
  if (!before) throw notFound("target");
  const whom = await holdWhom(tx, before);
  const target = await holdTarget(tx, id);
  if (!target) throw notFound("target");
  refuseToEnd(actor, target, whom.holderIds);
  return { target, whom };
}

async function seen(tx: Tx, { personId, accountId, ids }: Whom): Promise<TargetRow> {
  const filter = personId === null ? { kind: "account" as const, accountIds: ids } : { personIds: ids };
  const { items } = await listTargets(tx, filter, undefined, 1);
  const [target] = items;
  if (!target) throw notFound(accountId === null ? "person" : "account");
  return target;
}

async function tell(
  tx: Tx,
  actor: Actor,
  { id, personId, accountId, why }: Pick<HeldTarget, "id" | "personId" | "accountId" | "why">,
  verb: string,
): Promise<void> {
  const worksAt = personId === null ? accountId : (await getPerson(tx, personId)).accountId;
  await writeJournal(tx, actor, [
    {
      verb,
      subject: { kind: "target", id },
      day: actor.today,
      concerns: [personId, worksAt, actor.member.id],
      detail: { personId, accountId, why },
    },
  ]);
}
