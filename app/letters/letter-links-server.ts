import { createSignedIds } from "#lib/http/signed-ids.ts";
import { outsideAddress, tokenIn } from "#lib/kernel/link-kinds.ts";

export type LinkFor = "unsubscribe" | "subscribe" | "sign-up";

/** Makes the links of letters, and knows which ones it made. */
export interface LetterLinks {
  /** The page of a copy, of a subscription, or, under the workspace's own id, the public one. */
  pageFor(what: LinkFor, workspaceId: string, id: string): string;
  /** Where a mail program unsubscribes by itself (RFC 8058). */
  oneClick(workspaceId: string, copyId: string): string;
  /** What is behind a page's "#". Null for anything that was not signed here. */
  read(link: string): { what: LinkFor; workspaceId: string; id: string } | null;
  readOneClick(token: string): { workspaceId: string; id: string } | null;
}

const PURPOSES: readonly LinkFor[] = ["unsubscribe", "subscribe", "sign-up"];

/** `url` is where people reach the house, `secret` what it signs with. */
export function createLetterLinks({ url, secret }: { url: string; secret: string }): LetterLinks {
  const signedFor = (what: LinkFor) => createSignedIds({ secret, purpose: `newsletter ${what}` });
  const house = url.replace(/\/$/, "");
  return {
    pageFor: (what, workspaceId, id) =>
      outsideAddress(url, "letters", signedFor(what).tokenOf(workspaceId, id)),
    oneClick: (workspaceId, id) =>
      `${house}/api/v1/unsubscriptions/${signedFor("unsubscribe").tokenOf(workspaceId, id)}`,
    read: (link) => {
      const token = tokenIn("letters", link) ?? "";
      for (const what of PURPOSES) {
        const found = signedFor(what).read(token);
        if (found !== null) return { what, ...found };
      }
      return null;
    },
    readOneClick: (token) => signedFor("unsubscribe").read(token),
  };
}
