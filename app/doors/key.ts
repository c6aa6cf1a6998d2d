import { invalid } from "#lib/kernel/problem.ts";

/** What a key may do: look, change, bring files in, settings and members. */
export const KEY_SCOPES = ["read", "write", "import", "admin"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];

/** The parts of a key's text. The workspace stands in it, so that the key is looked up behind that workspace's wall. */
export interface KeyText {
  workspaceId: string;
  keyId: string;
  secret: string;
}

/** `secret` is 43 characters of base64url. */
export function writeKey({ workspaceId, keyId, secret }: KeyText): string {
  return `askwell_${bare(workspaceId)}_${bare(keyId)}_${secret}`;
}

/** Null for anything that is not a key. */
export function readKey(text: string): KeyText | null {
  const match = /^askwell_([0-9a-f]{32})_([0-9a-f]{32})_([\w-]{43})$/.exec(text);
  if (!match) return null;
  return {
    workspaceId: dashed(match[1] as string),
    keyId: dashed(match[2] as string),
    secret: match[3] as string,
  };
}

/** Throws Problem invalid for an unknown scope or none. */
export function checkScopes(scopes: readonly string[]): KeyScope[] {
  const known = KEY_SCOPES.filter((scope) => scopes.includes(scope));
  if (known.length === 0 || known.length < new Set(scopes).size) {
    throw invalid(`a key needs scopes out of ${KEY_SCOPES.join(", ")}`, "scopes");
  }
  return known;
}

function bare(id: string): string {
  return id.replaceAll("-", "");
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** Nobody hands out more than they hold. */
export function mayHandOut(held: readonly string[], scopes: readonly KeyScope[]): boolean {
  return scopes.every((scope) => held.includes(scope));
}
