import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Names a thing of a workspace for somebody outside, so that nobody can make up another one. */
export interface SignedIds {
  tokenOf(workspaceId: string, id: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; id: string } | null;
}

// Two ids and a signature of 128 bits, in the alphabet of addresses: short enough for a text message.
const ID_BYTES = 16;
const SIGNED_BYTES = 16;
const TOKEN = /^[\w-]{64}$/;

/** `secret` is what the house signs with; what is signed for one purpose is worth nothing for another. */
export function createSignedIds({ secret, purpose }: { secret: string; purpose: string }): SignedIds {
  const key = Buffer.from(hkdfSync("sha256", secret, "", `askwell ${purpose}`, 32));
  const sign = (ids: Uint8Array) => createHmac("sha256", key).update(ids).digest().subarray(0, SIGNED_BYTES);
  return {
    tokenOf: (workspaceId, id) => {
      const ids = Buffer.concat([bytesOf(workspaceId), bytesOf(id)]);
      return Buffer.concat([ids, sign(ids)]).toString("base64url");
    },
    read: (token) => {
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, "base64url");
      const [ids, given] = [bytes.subarray(0, 2 * ID_BYTES), bytes.subarray(2 * ID_BYTES)];
      if (!timingSafeEqual(given, sign(ids))) return null;
      return { workspaceId: idOf(ids.subarray(0, ID_BYTES)), id: idOf(ids.subarray(ID_BYTES)) };
    },
  };
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll("-", ""), "hex");
}

function idOf(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
