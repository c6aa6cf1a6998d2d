import type { Took } from "#accounts/absorb.ts";
import { absorb, giveBack } from "#accounts/absorb.ts";
import { lockAccounts, mergeAccount, unmergeAccount } from "#accounts/account-merge-actions.ts";
import { namesOfAccounts } from "#accounts/account-actions.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { conflict, invalid, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries, writeJournal } from "#lib/storage/journal.ts";
import {
  endMerge,
  idsMergedUnder,
  insertMerge,
  lockMerge,
  mergeOf,
  mergesInto,
  pointPeople,
  waysOfMerged,
  type MergeKind,
  type MergeRow,
} from "./merge-store.ts";
import { getPerson, holdPerson, namesOfPeople } from "./person-actions.ts";
import {
  findDefaultCountry,
  findPerson,
  findPersonState,
  idsOfSamePerson,
  lockPeople,
  updatePerson,
  type PersonRow,
} from "./person-store.ts";
import { deletePosition, insertPosition, listPositions } from "./position-store.ts";

export interface MergeSeen {
  id: string;
  kind: MergeKind;
  keptId: string;
  mergedId: string;
  mergedName: string;
  at: Date;
}

/**
 * Two records of one person or company become one: `mergedId` answers to `keptId` from now on. No fact moves, see
 * docs/decisions. Throws Problem not-found, invalid, conflict.
 */
export async function mergeTwo(
  tx: Tx,
  actor: Actor,
  { kind, keptId, mergedId }: { kind: MergeKind; keptId: string; mergedId: string },
): Promise<MergeSeen> {
  if (keptId === mergedId) throw invalid("these are one and the same already", "mergedId");
  const { name, took } =
    kind === "person"
      ? await mergePeople(tx, actor, keptId, mergedId)
      : await mergeAccounts(tx, actor, keptId, mergedId);
  const id = newId(actor.now);
  await insertMerge(tx, { id, kind, keptId, mergedId, took, at: actor.now, byId: actor.member.id });
  await writeJournal(tx, actor, [
    {
      verb: `${kind}.merged`,
      subject: { kind: "merge", id },
      day: actor.today,
      concerns: [keptId, mergedId],
      detail: { kind, keptId, mergedId, name },
    },
  ]);
  return { id, kind, keptId, mergedId, mergedName: name, at: actor.now };
}

/** The merged one stands for itself again, with all that came with it. Throws Problem not-found, conflict. */
export async function unmerge(tx: Tx, actor: Actor, mergeId: string): Promise<void> {
  const merge = await lockMerge(tx, mergeId);
  if (!merge) throw notFound("merge");
  if (merge.undoneAt) throw conflict("this merge was taken back already");
  const both = [merge.keptId, merge.mergedId];
  await (merge.kind === "person" ? lockPeople(tx, both) : lockAccounts(tx, both));
  if (merge.kind === "person" && (await findPersonState(tx, merge.keptId))?.erasedAt)
    throw conflict("their data was erased: there is nothing to take apart");
  const later = await mergeOf(tx, merge.keptId);
  if (later) {
    const names =
      merge.kind === "person" ? namesOfPeople(tx, [later.keptId]) : namesOfAccounts(tx, [later.keptId]);
    const name = (await names).get(later.keptId)?.name ?? "another";
    throw conflict(
      `the one it was merged into was itself merged into ${name} later; take that merge back first`,
    );
  }
  const freed = await idsMergedUnder(tx, merge.mergedId);
  await (merge.kind === "person"
    ? unmergePeople(tx, merge, freed)
    : unmergeAccount(tx, actor, { ...merge, freed }));
  await endMerge(tx, mergeId, { at: actor.now, by: actor.member.id });
  await writeCounterEntries(tx, actor, { subjectIds: [mergeId] }, `${merge.kind}.unmerged`);
}

/** What was merged into this one and can be taken back, the latest first. */
export async function mergesOf(tx: Tx, id: string): Promise<MergeSeen[]> {
  const merges = await mergesInto(tx, id);
  return merges.map((merge) => ({ ...merge, mergedName: merge.took.name }));
}

async function mergePeople(tx: Tx, actor: Actor, keptId: string, mergedId: string) {
  for (const id of [keptId, mergedId].toSorted()) await holdPerson(tx, id);
  const [kept, merged] = [await getPerson(tx, keptId), await getPerson(tx, mergedId)];
  const lacksWork = kept.accountId === null && kept.title === null;
  const { facts, took } = absorb<PersonRow>(kept, merged, {
    fill: [
      "linkedinUrl",
      "city",
      "country",
      "holderId",
      ...(lacksWork ? (["accountId", "title"] as const) : []),
    ],
    texts: ["note"],
    lists: ["emails", "phones"],
  });
  const moves = facts.accountId !== kept.accountId;
  const accountName = moves ? merged.accountName : kept.accountName;
  await updatePerson(tx, { id: keptId, facts, accountName }, moves, await findDefaultCountry(tx));
  const positionId = moves && facts.accountId ? await copyCurrentPosition(tx, actor, mergedId, keptId) : null;
  await pointPeople(tx, await idsOfSamePerson(tx, mergedId), keptId);
  return { name: merged.fullName, took: { ...took, name: merged.fullName, positionId } };
}

async function mergeAccounts(tx: Tx, actor: Actor, keptId: string, mergedId: string) {
  const { merged, took } = await mergeAccount(tx, actor, { keptId, mergedId });
  return { name: merged.name, took: { ...took, name: merged.name } };
}

async function unmergePeople(tx: Tx, merge: MergeRow, freed: readonly string[]): Promise<void> {
  const { keptId, mergedId, took } = merge;
  await pointPeople(
    tx,
    freed.filter((id) => id !== mergedId),
    mergedId,
  );
  await pointPeople(tx, [mergedId], null);
  const kept = await findPerson(tx, keptId);
  if (!kept) return;
  const facts = giveBack(kept, took satisfies Took, await waysOfMerged(tx, keptId));
  const moves = facts.accountId !== kept.accountId;
  const accountName = moves ? null : kept.accountName;
  await updatePerson(tx, { id: keptId, facts, accountName }, moves, await findDefaultCountry(tx));
  if (moves && took.positionId) await deletePosition(tx, took.positionId);
}

/** The kept one works there now, so it needs a current position of its own. */
async function copyCurrentPosition(
  tx: Tx,
  actor: Actor,
  fromId: string,
  toId: string,
): Promise<string | null> {
  const current = (await listPositions(tx, [fromId])).find((each) => each.untilDay === null);
  if (!current) return null;
  const id = newId(actor.now);
  await insertPosition(tx, { ...current, id, personId: toId });
  return id;
}
