import { createSignedIds } from "#lib/http/signed-ids.ts";
import { outsideAddress } from "#lib/kernel/link-kinds.ts";

/** Makes links to lines of a mail, and knows which ones it made. */
export interface DigestLinks {
  /** `act`: what is chosen when the page opens; it gives no right to anything. */
  linkTo(workspaceId: string, lineId: string, act: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; id: string } | null;
}

/** `url` is where people reach the house, `secret` what it signs with. */
export function createDigestLinks({ url, secret }: { url: string; secret: string }): DigestLinks {
  const signed = createSignedIds({ secret, purpose: "digest line" });
  return {
    linkTo: (workspaceId, lineId, act) =>
      outsideAddress(url, "line", `${signed.tokenOf(workspaceId, lineId)}.${act}`),
    read: (token) => signed.read(token),
  };
}
