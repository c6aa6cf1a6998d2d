import { randomBytes } from "node:crypto";
import { Problem } from "#lib/kernel/problem.ts";
import type { Database } from "#lib/storage/database.ts";
import { secretOf } from "./secret-store.ts";

/**
 * What cookies and the links of shared pages are signed with: ASKWELL_SECRET, or else a random one that is made once and kept in
 * the database, so that all servers on it know each other's and a backup brings it along. No session and no account opens with it
 * alone: they are kept as hashes of what people hold. Throws Problem invalid for one that could be guessed.
 */
export async function keepSecret(
  database: Database,
  env: Readonly<Record<string, string | undefined>>,
  now: Date,
): Promise<string> {
  const given = env["ASKWELL_SECRET"];
  if (!given) return secretOf(database, randomBytes(32).toString("base64url"), now);
  if (given.length >= 32) return given;
  const how = "make one with: openssl rand -base64 32";
  throw new Problem("invalid", `ASKWELL_SECRET must have at least 32 characters; ${how}`, "ASKWELL_SECRET");
}
