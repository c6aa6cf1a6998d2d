import { createSignedIds } from "#lib/http/signed-ids.ts";

/**
 * Message-IDs by which a reply or a bounce finds what was sent: they travel back in In-Reply-To, References and in the returned
 * headers of a bounce.
 */
export interface MessageIds {
  /** What stands before the "@"; `kind` is a short word in small letters: "letter", "day". */
  idOf(kind: string, workspaceId: string, id: string): string;
  /** Of a Message-ID with or without its brackets and host. Null for anything that was not made here. */
  read(messageId: string): { kind: string; workspaceId: string; id: string } | null;
}

const ID = /^<?([a-z]{1,20})\.([\w-]{64})(?:@[^<>\s]*)?>?$/;

export function createMessageIds({ secret }: { secret: string }): MessageIds {
  const signedFor = (kind: string) => createSignedIds({ secret, purpose: `mail ${kind}` });
  return {
    idOf: (kind, workspaceId, id) => `${kind}.${signedFor(kind).tokenOf(workspaceId, id)}`,
    read: (messageId) => {
      const [, kind = "", token = ""] = ID.exec(messageId.trim()) ?? [];
      const found = kind === "" ? null : signedFor(kind).read(token);
      return found && { kind, ...found };
    },
  };
}
