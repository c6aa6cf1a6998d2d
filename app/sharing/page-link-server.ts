import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** Makes links to pages, and knows which ones it made. Nothing of a link is kept: whoever may send it can read it again. */
export interface PageLinks {
  linkTo(workspaceId: string, pageId: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; pageId: string } | null;
}

// Two ids and a signature of 128 bits, in the alphabet of addresses: short enough for a text message.
const ID_BYTES = 16;
const SIGNED_BYTES = 16;
const TOKEN = /^[\w-]{64}$/;

/** `url` is where people reach the house, `secret` what it signs with. */
export function createPageLinks({ url, secret }: { url: string; secret: string }): PageLinks {
  const key = Buffer.from(hkdfSync("sha256", secret, "", "askwell shared page", 32));
  const sign = (ids: Uint8Array) => createHmac("sha256", key).update(ids).digest().subarray(0, SIGNED_BYTES);
  return {
    // Behind "#": what fetches the address, a mail scanner say, gets an empty page and leaves no trace of the link anywhere.
    linkTo: (workspaceId, pageId) => {
      const ids = Buffer.concat([bytesOf(workspaceId), bytesOf(pageId)]);
      return `${url.replace(/\/$/, "")}/for#${Buffer.concat([ids, sign(ids)]).toString("base64url")}`;
    },
    read: (token) => {
      if (!TOKEN.test(token)) return null;
      const bytes = Buffer.from(token, "base64url");
      const [ids, given] = [bytes.subarray(0, 2 * ID_BYTES), bytes.subarray(2 * ID_BYTES)];
      if (!timingSafeEqual(given, sign(ids))) return null;
      return { workspaceId: idOf(ids.subarray(0, ID_BYTES)), pageId: idOf(ids.subarray(ID_BYTES)) };
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
