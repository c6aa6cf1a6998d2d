import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { balanceOf } from "./balance-actions.ts";
import { balanceView, introductionWish } from "./balance-view.ts";
import { ENDED_HOW } from "./need.ts";
import { endNeed, needsOf, noteNeed, reopenNeed, takeBackNeed } from "./need-actions.ts";
import { needOf, needView, wantedNeed } from "./need-view.ts";
import { introductionWishOf, sayAskFirst } from "./wish-actions.ts";

export function needRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/needs-and-offers",
      summary: "What one person or company needs and offers, open lines first.",
      scope: "read",
      query: z.object({ person: z.uuid().optional(), account: z.uuid().optional() }),
      answer: z.object({ items: z.array(needView) }),
    },
    async ({ tx, actor, query }) => {
      const rows = await needsOf(tx, { personId: query.person, accountId: query.account });
      return { items: rows.map((row) => needOf(row, actor.today)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/needs-and-offers",
      summary: "Note in a short line what somebody, or a company, needs or offers.",
      scope: "write",
      body: wantedNeed,
      answer: needView,
      status: 201,
    },
    async ({ tx, actor, body }) => needOf(await noteNeed(tx, actor, body), actor.today),
  );
  api.route(
    {
      method: "put",
      path: "/needs-and-offers/{id}/end",
      summary: "It was met, or holds no longer.",
      scope: "write",
      params: idParam,
      body: z.object({ how: z.enum(ENDED_HOW) }),
      answer: needView,
    },
    async ({ tx, actor, params, body }) => needOf(await endNeed(tx, actor, params.id, body.how), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/needs-and-offers/{id}/end",
      summary: "It holds after all.",
      scope: "write",
      params: idParam,
      answer: needView,
    },
    async ({ tx, actor, params }) => needOf(await reopenNeed(tx, actor, params.id), actor.today),
  );
  api.route(
    {
      method: "delete",
      path: "/needs-and-offers/{id}",
      summary: "Take a line back: it was a mistake.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackNeed(tx, actor, params.id),
  );
  api.route(
    {
      method: "get",
      path: "/balance",
      summary: "Introductions given to and received from a person or an account, or by a member.",
      scope: "read",
      query: z.object({
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        member: z.uuid().optional(),
      }),
      answer: balanceView,
    },
    async ({ tx, actor, query }) =>
      balanceOf(tx, actor, { personId: query.person, accountId: query.account, memberId: query.member }),
  );
  api.route(
    {
      method: "get",
      path: "/people/{id}/introduction-wish",
      summary: "Whether somebody wants to be asked before they are introduced.",
      scope: "read",
      params: idParam,
      answer: introductionWish,
    },
    async ({ tx, params }) => introductionWishOf(tx, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/people/{id}/introduction-wish",
      summary: "Note whether somebody wants to be asked before they are introduced; the last word stands.",
      scope: "write",
      params: idParam,
      body: z.object({ askFirst: z.boolean() }),
      answer: introductionWish,
    },
    async ({ tx, actor, params, body }) => sayAskFirst(tx, actor, params.id, body.askFirst),
  );
}
