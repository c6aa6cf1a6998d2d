import type { Doorkeeper, Identity } from "#lib/http/api.ts";
import { peerOf } from "#lib/http/peer.ts";
import { countOne } from "#lib/http/rate.ts";
import type { Database } from "#lib/storage/database.ts";
import { actorOf } from "#team/door-actions.ts";
import { openWithKey } from "./key-actions.ts";
import { KEY_SCOPES } from "./key.ts";

/** Looks up who a session cookie speaks for; made by the team room. */
export type SessionLookUp = (
  request: Request,
  now: Date,
) => Promise<{ workspaceId: string; memberId: string } | null>;

/** Lets in members by session and programs by key. */
export function createDoorkeeper(database: Database, lookUpSession: SessionLookUp): Doorkeeper {
  return {
    async identify(request, now): Promise<Identity | null> {
      const header = request.headers.get("authorization");
      if (header !== null) {
        const opened = await openWithKey(database, header.replace(/^Bearer\s+/i, ""), now);
        if (!opened) {
          await countOne(database, { of: `wrong key ${peerOf(request)}`, most: 60, seconds: 60 }, now);
          return null;
        }
        return {
          workspaceId: opened.workspaceId,
          memberId: opened.memberId,
          via: "key",
          scopes: opened.scopes,
        };
      }
      const session = await lookUpSession(request, now);
      return session ? { ...session, via: "session", scopes: KEY_SCOPES } : null;
    },
    actorOf: (tx, identity, now) => actorOf(tx, identity.memberId, now),
  };
}
