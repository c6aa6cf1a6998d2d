import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { phoneKey } from "#lib/kernel/phone-key.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Tx } from "#lib/storage/database.ts";
import { forgetSomebody } from "#lib/storage/forget-somebody.ts";
import { writeJournal, type Happening } from "#lib/storage/journal.ts";
import type { KeptOf, Somebody } from "#lib/storage/kept-of-somebody.ts";
import { knownOf, linesAbout, namedElsewhere, type ReadableRow } from "#lib/storage/known-of-somebody.ts";
import { mayLead } from "#team/member.ts";
import { addressKey } from "./address-key-server.ts";
import { insertDoNotWrite } from "./consent-store.ts";
import { namesBehind, rowsOfThem, type RowOfThem } from "./erasure-store.ts";
import { isSameName } from "./erasure.ts";
import { namedPattern } from "./named.ts";
import { findDefaultCountry, idsOfSamePerson, lockPeople } from "./person-store.ts";

/**
 * Everything the workspace knows of somebody, room by room, whoever was merged into them included. For leaders: mails that members
 * had kept are in it. Throws Problem not-found, not-allowed.
 */
export async function everythingOf(
  tx: Tx,
  actor: Actor,
  anyId: string,
  kept: readonly KeptOf[],
): Promise<{ name: string; known: Record<string, unknown> }> {
  refuseWhoMayNot(actor);
  const rows = await rowsThere(tx, anyId);
  if (rows[0]!.erasedAt) throw notFound("person");
  const who = await somebodyIn(tx, actor, rows);
  const known: Record<string, ReadableRow[]> = {
    ...(await knownOf(tx, who, kept)),
    "named elsewhere": await namedElsewhere(tx, who, kept),
    "what happened": await linesAbout(tx, who),
  };
  const names = await namesBehind(tx, [...new Set(JSON.stringify(known).match(UUID))]);
  return { name: rows[0]!.fullName, known: withNames(known, names) as Record<string, unknown> };
}

/**
 * Takes out all that is known of somebody, for good: what was counted stays counted, without a name, and their addresses stay as
 * fingerprints, by which they are left in peace should they come in again. `name` is theirs, typed. Done again it changes nothing.
 * Throws Problem not-found, not-allowed, invalid.
 */
export async function erasePerson(
  tx: Tx,
  actor: Actor,
  anyId: string,
  { name }: { name: string },
  kept: readonly KeptOf[],
): Promise<{ id: string; erasedAt: Date }> {
  refuseWhoMayNot(actor);
  const found = await idsOfSamePerson(tx, anyId);
  await lockPeople(tx, found);
  const rows = await rowsThere(tx, anyId);
  const [them] = rows as [RowOfThem];
  if (them.erasedAt) return { id: them.id, erasedAt: them.erasedAt };
  if (!isSameName(name, them.fullName)) throw invalid("type their name as it stands above", "name");
  const who = await somebodyIn(tx, actor, rows);
  const ended = await forgetSomebody(tx, who, kept);
  const stop = await leaveInPeace(tx, actor, who.addressKeys);
  const lines = [...ended, ...stop, { verb: "person.erased", subject: { kind: "person", id: them.id } }];
  await writeJournal(
    tx,
    actor,
    lines.map((line) => ({ ...line, day: actor.today })),
  );
  return { id: them.id, erasedAt: actor.now };
}

/** It outlives them: whoever has one of their addresses, an import say, is not written to. */
async function leaveInPeace(
  tx: Tx,
  actor: Actor,
  keys: readonly string[],
): Promise<Omit<Happening, "day">[]> {
  if (keys.length === 0) return [];
  const id = newId(actor.now);
  await insertDoNotWrite(tx, {
    id,
    personId: null,
    reach: "everything",
    words: "Their data was erased at their wish.",
    day: actor.today,
    keys,
    byId: actor.member.id,
    at: actor.now,
  });
  return [
    {
      verb: "do-not-write.said",
      subject: { kind: "do-not-write", id },
      detail: { reach: "everything", themselves: true },
    },
  ];
}

function refuseWhoMayNot(actor: Actor): void {
  if (!mayLead(actor)) throw notAllowed("a leader answers for people's data: ask one of them");
}

async function rowsThere(tx: Tx, anyId: string): Promise<RowOfThem[]> {
  const rows = await rowsOfThem(tx, await idsOfSamePerson(tx, anyId));
  if (rows.length === 0) throw notFound("person");
  return rows;
}

async function somebodyIn(tx: Tx, actor: Actor, rows: readonly RowOfThem[]): Promise<Somebody> {
  const country = (await findDefaultCountry(tx)) ?? undefined;
  const emails = [...new Set(rows.flatMap(({ emails: all }) => all.map((each) => each.toLowerCase())))];
  const phones = rows.flatMap(({ phones: all }) => all.map((each) => phoneKey(each, country)));
  return {
    workspaceId: tx.workspaceId,
    ids: rows.map(({ id }) => id),
    addressKeys: emails.map((email) => addressKey(tx.workspaceId, email)),
    memberId: actor.member.id,
    at: actor.now,
    named: namedPattern({
      names: rows,
      keys: rows.flatMap(({ sortKey, spokenKey }) => [sortKey, spokenKey]),
      emails,
      phones: phones.filter((each) => each !== null),
      linkedinUrls: rows.map(({ linkedinUrl }) => linkedinUrl).filter((each) => each !== null),
    }),
  };
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

function withNames(said: unknown, names: ReadonlyMap<string, string>): unknown {
  if (typeof said === "string") return names.get(said) ?? said;
  if (Array.isArray(said)) return said.map((each) => withNames(each, names));
  if (typeof said !== "object" || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([key, value]) => [key, key === "id" ? value : withNames(value, names)]),
  );
}
