import { createSignedIds } from "#lib/http/signed-ids.ts";

/** Makes links to report cards, and knows which ones it made. Nothing of a link is kept. */
export interface CardLinks {
  linkTo(workspaceId: string, cardId: string): string;
  /** Null for anything that was not signed here. */
  read(token: string): { workspaceId: string; cardId: string } | null;
}

const KIND = "r.";

/** `url` is where people reach the house, `secret` what it signs with. */
export function createCardLinks({ url, secret }: { url: string; secret: string }): CardLinks {
  const signed = createSignedIds({ secret, purpose: "report card" });
  return {
    linkTo: (workspaceId, cardId) =>
      `${url.replace(/\/$/, "")}/for#${KIND}${signed.tokenOf(workspaceId, cardId)}`,
    read: (token) => {
      const found = token.startsWith(KIND) ? signed.read(token.slice(KIND.length)) : null;
      return found && { workspaceId: found.workspaceId, cardId: found.id };
    },
  };
}
