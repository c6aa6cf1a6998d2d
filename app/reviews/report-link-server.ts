import { createSignedIds } from "#lib/http/signed-ids.ts";
import { outsideAddress, tokenIn } from "#lib/kernel/link-kinds.ts";

/** Makes links to report cards, and knows which ones it made. Nothing of a link is kept. */
export interface CardLinks {
  linkTo(workspaceId: string, cardId: string): string;
  /** Null for anything that was not signed here. */
  read(link: string): { workspaceId: string; cardId: string } | null;
}

/** `url` is where people reach the house, `secret` what it signs with. */
export function createCardLinks({ url, secret }: { url: string; secret: string }): CardLinks {
  const signed = createSignedIds({ secret, purpose: "report card" });
  return {
    linkTo: (workspaceId, cardId) => outsideAddress(url, "card", signed.tokenOf(workspaceId, cardId)),
    read: (link) => {
      const found = signed.read(tokenIn("card", link) ?? "");
      return found && { workspaceId: found.workspaceId, cardId: found.id };
    },
  };
}
