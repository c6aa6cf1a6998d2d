import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { newId } from "#lib/kernel/ids.ts";
import type { Database, Tx } from "#lib/storage/database.ts";
import { checkScopes, readKey, writeKey, type KeyScope } from "./key.ts";
import { findStandingKey, insertKey } from "./key-store.ts";

/** Makes a key that acts as the member; its text is shown this once and kept only as a hash. */
export async function makeKey(
  tx: Tx,
  wanted: { memberId: string; name: string; scopes: readonly string[]; createdBy: string | null },
  now: Date,
): Promise<{ id: string; text: string }> {
  const scopes = checkScopes(wanted.scopes);
  const id = newId(now);
  const secret = randomBytes(32).toString("base64url");
  const { memberId, name, createdBy } = wanted;
  await insertKey(tx, { id, memberId, name, secretHash: hashOf(secret), lastFour: secret.slice(-4), scopes, createdBy }, now);
  return { id, text: writeKey({ workspaceId: tx.workspaceId, keyId: id, secret }) };
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
  return { workspaceId: parts.workspaceId, memberId: key.memberId, keyId: parts.keyId, scopes: key.scopes };
}

/** A key's secret has 256 random bits, so a plain hash cannot be guessed back. */
function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}

function sameHash(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
