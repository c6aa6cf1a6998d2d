import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { Actor } from "#lib/kernel/actor.ts";
import { newId } from "#lib/kernel/ids.ts";
import { invalid, notAllowed, notFound } from "#lib/kernel/problem.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { writeJournal } from "#lib/storage/journal.ts";
import { mayLead } from "#team/member.ts";
import { checkScopes, mayHandOut, readKey, writeKey, type KeyScope } from "./key.ts";
import {
  findKey,
  findStandingKey,
  insertKey,
  listKeys,
  markKeysWithdrawn,
  markKeyUsed,
  type KeyRow,
} from "./key-store.ts";

export interface WantedKey {
  memberId: string;
  name: string;
  scopes: readonly string[];
  createdBy: string | null;
  expiresAt?: Date | null;
}

/** Makes a key that acts as the member; its text is shown this once and kept only as a hash. For the administrator's shell. */
export async function makeKey(tx: Tx, wanted: WantedKey, now: Date): Promise<{ id: string; text: string }> {
  const scopes = checkScopes(wanted.scopes);
  const name = wanted.name.trim();
  if (name === "" || name.length > 120)
    throw invalid("give the key a name of 1 to 120 characters that says what it is for", "name");
  const id = newId(now);
  const secret = randomBytes(32).toString("base64url");
  const { memberId, createdBy, expiresAt = null } = wanted;
  await insertKey(
    tx,
    {
      id,
      memberId,
      name,
      secretHash: hashOf(secret),
      lastFour: secret.slice(-4),
      scopes,
      createdBy,
      expiresAt,
    },
    now,
  );
  return { id, text: writeKey({ workspaceId: tx.workspaceId, keyId: id, secret }) };
}

/** A member makes a key that acts as themselves, with no more scopes than they hold here. Throws Problem not-allowed. */
export async function handOutKey(
  tx: Tx,
  actor: Actor,
  held: readonly string[],
  wanted: { name: string; scopes: readonly string[]; days: number | null },
): Promise<{ key: KeyRow; text: string }> {
  const scopes = checkScopes(wanted.scopes);
  if (!mayHandOut(held, scopes)) throw notAllowed("a key can hand out no more than it has itself");
  const expiresAt = wanted.days === null ? null : new Date(actor.now.getTime() + wanted.days * 86_400_000);
  const made = await makeKey(
    tx,
    { memberId: actor.member.id, name: wanted.name, scopes, createdBy: actor.member.id, expiresAt },
    actor.now,
  );
  await writeJournal(tx, actor, [
    {
      verb: "key.made",
      subject: { kind: "key", id: made.id },
      day: actor.today,
      detail: { name: wanted.name, scopes },
    },
  ]);
  return { key: await standingKey(tx, made.id), text: made.text };
}

/** A member's own keys; a leader sees everybody's. */
export async function keysFor(tx: Tx, actor: Actor): Promise<KeyRow[]> {
  return listKeys(tx, mayLead(actor) ? null : actor.member.id);
}

/** From now on the key opens nothing. Throws Problem not-found. */
export async function withdrawKey(tx: Tx, actor: Actor, id: string): Promise<void> {
  const key = await standingKey(tx, id);
  if (key.memberId !== actor.member.id && !mayLead(actor)) throw notFound("key");
  await markKeysWithdrawn(tx, { id }, actor.member.id, actor.now);
  await writeJournal(tx, actor, [
    { verb: "key.withdrawn", subject: { kind: "key", id }, day: actor.today, detail: { name: key.name } },
  ]);
}

/** When a member leaves, their keys open nothing any more: not on their return either. */
export async function withdrawKeysOf(tx: Tx, actor: Actor, memberId: string): Promise<void> {
  await markKeysWithdrawn(tx, { memberId }, actor.member.id, actor.now);
}

/** Whom a key's text speaks for, or null. */
export async function openWithKey(
  database: Database,
  text: string,
  now: Date,
): Promise<{ workspaceId: string; memberId: string; keyId: string; scopes: KeyScope[] } | null> {
  const parts = readKey(text);
  if (!parts) return null;
  const key = await database.read(parts.workspaceId, (tx) => findStandingKey(tx, parts.keyId, now));
  if (!key || !sameHash(key.secretHash, hashOf(parts.secret))) return null;
  const day = now.toISOString().slice(0, 10);
  if (key.usedOn !== day) await database.aside(parts.workspaceId, (tx) => markKeyUsed(tx, parts.keyId, day));
  return { workspaceId: parts.workspaceId, memberId: key.memberId, keyId: parts.keyId, scopes: key.scopes };
}

async function standingKey(tx: Tx, id: string): Promise<KeyRow> {
  const key = await findKey(tx, id);
  if (!key) throw notFound("key");
  return key;
}

/** A key's secret has 256 random bits, so a plain hash cannot be guessed back. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
