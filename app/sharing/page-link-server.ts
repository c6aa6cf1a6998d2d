import { createSignedIds } from "#lib/http/signed-ids.ts";

/** Makes links to pages, and knows which ones it made. Nothing of a link is kept: whoever may send it can read it again. */
export interface PageLinks {
  linkTo(workspaceId: string, pageId: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; pageId: string } | null;
}

/** `url` is where people reach the house, `secret` what it signs with. */
export function createPageLinks({ url, secret }: { url: string; secret: string }): PageLinks {
  const signed = createSignedIds({ secret, purpose: "shared page" });
  return {
    // Behind "#": what fetches the address, a mail scanner say, gets an empty page and leaves no trace of the link anywhere.
    linkTo: (workspaceId, pageId) => `${url.replace(/\/$/, "")}/for#${signed.tokenOf(workspaceId, pageId)}`,
    read: (token) => {
      const found = signed.read(token);
      return found && { workspaceId: found.workspaceId, pageId: found.id };
    },
  };
}
