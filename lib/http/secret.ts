import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#lib/kernel/problem.ts";

/**
 * What cookies and links are signed with: ASKWELL_SECRET, or else a random one made once and kept in the data folder, for its
 * owner's eyes only. Servers that share a database must share it. Throws Problem invalid for one that could be guessed.
 */
export function keepSecret(dataFolder: string, env: Readonly<Record<string, string | undefined>>): string {
  const given = env["ASKWELL_SECRET"];
  if (given) {
    if (given.length >= 32) return given;
    const how = "make one with: openssl rand -base64 32";
    throw new Problem("invalid", `ASKWELL_SECRET must have at least 32 characters; ${how}`, "ASKWELL_SECRET");
  }
  const path = join(dataFolder, "secret");
  if (!existsSync(path)) makeOnce(dataFolder, path);
  const kept = readFileSync(path, "utf8").trim();
  if (kept.length < 32)
    throw new Problem(
      "invalid",
      `${path} is damaged; remove it (everybody signs in again) or set ASKWELL_SECRET`,
    );
  chmodSync(path, 0o600);
  return kept;
}

/** Linked into place whole, so that of two servers that start at once both read the first one's. */
function makeOnce(dataFolder: string, path: string): void {
  mkdirSync(dataFolder, { recursive: true });
  const own = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeFileSync(own, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
  try {
    linkSync(own, path);
  } catch (error) {
    if ((error as { code?: string }).code !== "EEXIST") throw error;
  } finally {
    rmSync(own);
  }
}
