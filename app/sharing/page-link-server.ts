import { createSignedIds } from "#lib/http/signed-ids.ts";
import { outsideAddress, tokenIn } from "#lib/kernel/link-kinds.ts";

/** Makes links to pages, and knows which ones it made. Nothing of a link is kept: whoever may send it can read it again. */
export interface PageLinks {
  linkTo(workspaceId: string, pageId: string): string;
  /** Null for anything that was not signed here. */
  read(link: string): { workspaceId: string; pageId: string } | null;
}

/** `url` is where people reach the house, `secret` what it signs with. */
export function createPageLinks({ url, secret }: { url: string; secret: string }): PageLinks {
  const signed = createSignedIds({ secret, purpose: "shared page" });
  return {
    linkTo: (workspaceId, pageId) => outsideAddress(url, "page", signed.tokenOf(workspaceId, pageId)),
    read: (link) => {
      const found = signed.read(tokenIn("page", link) ?? "");
      return found && { workspaceId: found.workspaceId, pageId: found.id };
    },
  };
}
