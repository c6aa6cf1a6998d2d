import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { WHY_NOT } from "./protection.ts";
import { doNotAskView, noGoView } from "./standing-view.ts";
import {
  addNoGo,
  liftDoNotAsk,
  liftNoGo,
  liftOneDoNotAsk,
  noGosOf,
  restoreDoNotAsk,
  restoreNoGo,
  sayDoNotAsk,
} from "./stop-actions.ts";

const words = z.string().nullable().optional();
const day = z.iso.date().optional();

export function stopRoutes(api: Api): void {
  api.route(
    {
      method: "put",
      path: "/people/{id}/do-not-ask",
      summary: "Note that somebody is not to be asked, because they said stop or for another reason.",
      scope: "write",
      params: idParam,
      body: z.object({ why: z.enum(WHY_NOT), words, day }),
      answer: doNotAskView,
    },
    async ({ tx, actor, params, body }) => sayDoNotAsk(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/people/{id}/do-not-ask",
      summary: "They may be asked again; answers what was lifted.",
      scope: "write",
      params: idParam,
      answer: z.object({ items: z.array(doNotAskView) }),
    },
    async ({ tx, actor, params }) => ({ items: await liftDoNotAsk(tx, actor, params.id) }),
  );
  api.route(
    {
      method: "delete",
      path: "/do-not-asks/{id}",
      summary: "Lift one of several, or take back what was said by mistake.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => liftOneDoNotAsk(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/do-not-asks/{id}/restored",
      summary: "Bring back what was lifted.",
      scope: "write",
      params: idParam,
      answer: doNotAskView,
    },
    async ({ tx, actor, params }) => restoreDoNotAsk(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/no-goes",
      summary: "What a source has ruled out: companies, people, topics.",
      scope: "read",
      params: idParam,
      answer: z.object({ items: z.array(noGoView), nextCursor: z.null() }),
    },
    async ({ tx, actor, params }) => ({ items: await noGosOf(tx, actor, params.id), nextCursor: null }),
  );
  api.route(
    {
      method: "post",
      path: "/people/{id}/no-goes",
      summary: "Note what a source rules out: exactly one company, person or topic.",
      scope: "write",
      params: idParam,
      body: z.object({
        accountId: z.uuid().nullable().optional(),
        personId: z.uuid().nullable().optional(),
        topic: z.string().nullable().optional(),
        words,
        day,
      }),
      answer: noGoView,
      status: 201,
    },
    async ({ tx, actor, params, body }) => addNoGo(tx, actor, params.id, body),
  );
  api.route(
    {
      method: "delete",
      path: "/no-goes/{id}",
      summary: "It is no longer ruled out.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => liftNoGo(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/no-goes/{id}/restored",
      summary: "Bring that back.",
      scope: "write",
      params: idParam,
      answer: noGoView,
    },
    async ({ tx, actor, params }) => restoreNoGo(tx, actor, params.id),
  );
}
