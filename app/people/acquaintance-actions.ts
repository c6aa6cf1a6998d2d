import { accountKey } from "#accounts/account-key.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { writeCounterEntries } from "#lib/storage/journal.ts";
import type { AcquaintanceKind } from "./acquaintance.ts";
import {
  findNamesakes,
  insertAcquaintance,
  listAcquaintances,
  takeBackAcquaintanceRow,
  type AcquaintanceRow,
} from "./acquaintance-store.ts";
import type { OriginFacts } from "./origin-store.ts";
import { cleanPerson } from "./person.ts";
import { addPerson, getHeldPerson, getPerson, samePersonIds } from "./person-actions.ts";
import { tell } from "./said-actions.ts";
import { spokenKey } from "./search-text.ts";

/** The actor knows somebody as that. Said again changes nothing. Throws Problem not-found. */
export async function sayAcquainted(
  tx: Tx,
  actor: Actor,
  anyId: string,
  kind: AcquaintanceKind,
): Promise<{ said: AcquaintanceRow; isNew: boolean }> {
  const person = await getHeldPerson(tx, anyId);
  const known = await listAcquaintances(tx, await samePersonIds(tx, person.id));
  const before = known.find((each) => each.memberId === actor.member.id && each.kind === kind);
  if (before) return { said: before, isNew: false };
  const said = { personId: person.id, memberId: actor.member.id, kind, day: actor.today };
  const id = newId(actor.now);
  await insertAcquaintance(tx, { id, ...said, at: actor.now });
  await tell(tx, actor, person, {
    verb: "acquaintance.said",
    kind: "acquaintance",
    id,
    day: actor.today,
    detail: { kind },
  });
  return { said: { id, ...said, memberName: actor.member.name }, isNew: true };
}

export interface Remembered {
  person: { id: string; fullName: string; accountName: string | null };
  /** They were written down before. */
  known: boolean;
  /** What was said just now; null where the actor had said before that they know them as that. */
  acquaintanceId: string | null;
  /** Others of the same name, at other companies. */
  namesakes: { id: string; fullName: string; accountName: string | null }[];
}

/**
 * Somebody whom the actor remembers knowing, by the name and perhaps the company. Whoever is known by that name, at that company
 * or at none, is not written down twice. Throws Problem invalid.
 */
export async function rememberPerson(
  tx: Tx,
  actor: Actor,
  said: { fullName: string; accountName: string | null; kind: AcquaintanceKind },
  origin: OriginFacts,
): Promise<Remembered> {
  const namesakes = await findNamesakes(tx, spokenKey(cleanPerson({ fullName: said.fullName }, null)));
  const wanted = said.accountName === null ? null : accountKey(said.accountName);
  const known = namesakes.find(
    ({ accountName }) => wanted === null || accountName === null || accountKey(accountName) === wanted,
  );
  const person = known ?? (await addPerson(tx, actor, said, origin));
  const acquainted = await sayAcquainted(tx, actor, person.id, said.kind);
  return {
    person: { id: person.id, fullName: person.fullName, accountName: person.accountName },
    known: known !== undefined,
    acquaintanceId: acquainted.isNew ? acquainted.said.id : null,
    namesakes: namesakes
      .filter(({ id }) => id !== person.id)
      .map(({ id, fullName, accountName }) => ({ id, fullName, accountName })),
  };
}

/** Who knows them, and as what. Throws Problem not-found. */
export async function acquaintancesOf(tx: Tx, anyId: string): Promise<AcquaintanceRow[]> {
  const { id } = await getPerson(tx, anyId);
  return listAcquaintances(tx, await samePersonIds(tx, id));
}

/** Only whoever said that they know somebody takes it back. Throws Problem not-found. */
export async function takeBackAcquaintance(tx: Tx, actor: Actor, id: string): Promise<void> {
  if (!(await takeBackAcquaintanceRow(tx, id, { at: actor.now, by: actor.member.id })))
    throw notFound("acquaintance of yours");
  await writeCounterEntries(tx, actor, { subjectIds: [id] }, "acquaintance.taken-back");
}
