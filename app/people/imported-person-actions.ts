import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import type { Tx } from "#lib/storage/database.ts";
import { movePeople, moveBack, updatePeople, type Moved } from "./imported-person-store.ts";
import { insertOrigins } from "./origin-store.ts";
import { insertPeople, type NewPersonRow } from "./person-store.ts";

/** The import somebody came in with; `detail` is what their origin says, the file's name. */
export interface CameIn {
  importId: string;
  country: string | null;
}

/**
 * Adds any number of people with their keys, current positions and origin, in two statements. Facts as cleanPerson answers
 * them, `keys` as personKeys answered for these facts; the import's own lines tell of it.
 */
export async function addPeopleInBulk(
  tx: Tx,
  actor: Actor,
  people: readonly (NewPersonRow & { detail: string; keys?: readonly string[] | undefined })[],
  came: CameIn,
): Promise<void> {
  if (people.length === 0) return;
  const written = { at: actor.now, by: actor.member.id };
  const rows = people.map((person) => ({ ...person, positionId: newId(actor.now) }));
  // Sent one behind the other, without a wait between them.
  await Promise.all([
    insertPeople(tx, rows, { ...written, country: came.country }),
    noteOrigins(tx, actor, people, came),
  ]);
}

/** Says of people who were here already that this import spoke of them too. */
export async function noteOrigins(
  tx: Tx,
  actor: Actor,
  people: readonly { id: string; detail: string }[],
  came: CameIn,
): Promise<void> {
  const origins = people.map(({ id, detail }) => ({
    id: newId(actor.now),
    personId: id,
    cameFrom: "import" as const,
    detail,
    importId: came.importId,
  }));
  await insertOrigins(tx, origins, { at: actor.now, by: actor.member.id });
}

/**
 * Writes the facts of people that the caller holds; the title of the current position follows. `movers` have another employer
 * than before, from today. Answers, by person, the position that ended and the one that began.
 */
export async function updatePeopleInBulk(
  tx: Tx,
  actor: Actor,
  people: readonly NewPersonRow[],
  movers: ReadonlySet<string>,
  country: string | null,
): Promise<Map<string, Moved>> {
  await updatePeople(tx, people, movers, country);
  const moves = people.flatMap(({ id, facts }) =>
    movers.has(id) && facts.accountId !== null
      ? [{ personId: id, accountId: facts.accountId, title: facts.title, positionId: newId(actor.now) }]
      : [],
  );
  return movePeople(tx, moves, actor.today);
}

/** The same to take an import back: positions that it began go, those that it ended go on. */
export async function restorePeopleInBulk(
  tx: Tx,
  people: readonly (NewPersonRow & { moved: Moved | null })[],
  country: string | null,
): Promise<void> {
  const movers = people.filter((person) => person.moved !== null);
  await moveBack(
    tx,
    movers.map(({ moved }) => moved as Moved),
  );
  await updatePeople(tx, people, new Set(movers.map(({ id }) => id)), country);
}

export type { Moved };
