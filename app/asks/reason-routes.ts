import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import {
  bringBackReason,
  changeReason,
  getReason,
  retireReason,
  takeBackReason,
  writeReason,
} from "./reason-actions.ts";
import { listReasons } from "./reason-store.ts";
import { reasonFacts, reasonView, viewOf } from "./reason-view.ts";

export function reasonRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/business-reasons",
      summary:
        "One-sentence reasons to take a meeting, the newest first; with q those that hold these words.",
      scope: "read",
      query: listQuery.extend({
        q: z.string().max(200).optional(),
        retired: z.stringbool().default(false).describe("true: only those that were retired"),
      }),
      answer: pageOf(reasonView),
    },
    async ({ tx, query }) => {
      const { q, retired } = query;
      const page = await listReasons(tx, { q, retired }, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/business-reasons",
      summary: "Write down why somebody should take the meeting; everybody may use it.",
      scope: "write",
      body: reasonFacts,
      answer: reasonView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await writeReason(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/business-reasons/{id}",
      summary: "One reason, retired or not.",
      scope: "read",
      params: idParam,
      answer: reasonView,
    },
    async ({ tx, params }) => viewOf(await getReason(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/business-reasons/{id}",
      summary: "Reword a reason; what is not named stays.",
      scope: "write",
      params: idParam,
      body: reasonFacts.partial(),
      answer: reasonView,
    },
    async ({ tx, actor, params, body }) => viewOf(await changeReason(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "put",
      path: "/business-reasons/{id}/retired",
      summary: "Retire a reason: it is proposed no more, and what used it keeps it.",
      scope: "write",
      params: idParam,
      answer: reasonView,
    },
    async ({ tx, actor, params }) => viewOf(await retireReason(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/business-reasons/{id}/retired",
      summary: "Bring a retired reason back.",
      scope: "write",
      params: idParam,
      answer: reasonView,
    },
    async ({ tx, actor, params }) => viewOf(await bringBackReason(tx, actor, params.id)),
  );
  api.route(
    {
      method: "delete",
      path: "/business-reasons/{id}",
      summary: "Take back a reason on the day it was written; later it can be retired.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackReason(tx, actor, params.id),
  );
}
