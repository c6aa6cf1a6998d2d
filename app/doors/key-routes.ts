import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { KEY_SCOPES } from "./key.ts";
import { handOutKey, keysFor, withdrawKey } from "./key-actions.ts";
import type { KeyRow } from "./key-store.ts";
import { keyView, type KeyView, madeKey } from "./key-view.ts";

export function keyRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/keys",
      summary: "Your API keys; a leader sees everybody's.",
      scope: "admin",
      answer: z.object({ items: z.array(keyView) }),
    },
    async ({ tx, actor }) => ({ items: (await keysFor(tx, actor)).map(viewOf) }),
  );
  api.route(
    {
      method: "post",
      path: "/keys",
      summary: "Make a key that acts as you. Its text is in this answer and never shown again.",
      scope: "admin",
      body: z.object({
        name: z.string(),
        scopes: z.array(z.enum(KEY_SCOPES)),
        days: z.int().min(1).max(3650).nullable().default(null),
      }),
      answer: madeKey,
      status: 201,
      secret: true,
    },
    async ({ tx, actor, body, identity }) => {
      const { key, text } = await handOutKey(tx, actor, identity.scopes, body);
      return { ...viewOf(key), text };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/keys/{id}",
      summary: "Withdraw a key: from now on it opens nothing.",
      scope: "admin",
      params: idParam,
    },
    async ({ tx, actor, params }) => withdrawKey(tx, actor, params.id),
  );
}

function viewOf(row: KeyRow): KeyView {
  const { id, memberId, name, lastFour, scopes, usedOn } = row;
  const createdAt = row.createdAt.toISOString();
  return {
    id,
    memberId,
    name,
    lastFour,
    scopes,
    createdAt,
    usedOn,
    expiresAt: row.expiresAt?.toISOString() ?? null,
  };
}
