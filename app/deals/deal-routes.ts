import { z, type Api } from "#lib/http/api.ts";
import { day, idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { sameAccountIds } from "#accounts/account-actions.ts";
import { samePersonIds } from "#people/person-actions.ts";
import { DEAL_ORIGINS, DEAL_OUTCOMES } from "./deal.ts";
import {
  changeDeal,
  getDeal,
  openDeal,
  recordDealOutcome,
  takeBackDeal,
  takeBackDealOutcome,
} from "./deal-actions.ts";
import { listDeals, type DealRow } from "./deal-store.ts";
import { dealView, type DealView, known } from "./deal-view.ts";

export function dealRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/deals",
      summary: "Deals by the day they were closed, or opened while they are open, the latest first.",
      scope: "read",
      query: listQuery.extend({
        member: z.uuid().optional(),
        person: z.uuid().optional(),
        account: z.uuid().optional(),
        referral: z.uuid().optional(),
        origin: z.enum(DEAL_ORIGINS).optional(),
        outcome: z.enum(DEAL_OUTCOMES).optional(),
      }),
      answer: pageOf(dealView),
    },
    async ({ tx, query }) => {
      const { member, person, account, referral, origin, outcome } = query;
      const filter = {
        memberId: member,
        personIds: person === undefined ? undefined : await samePersonIds(tx, person),
        accountIds: account === undefined ? undefined : await sameAccountIds(tx, account),
        referralId: referral,
        origin,
        outcome,
      };
      const page = await listDeals(tx, filter, query.cursor, query.limit);
      return { ...page, items: page.items.map(viewOf) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/deals",
      summary: "Open a deal.",
      scope: "write",
      body: z.object({
        ...known,
        name: z.string(),
        accountId: z.uuid().nullable().optional(),
        accountName: z.string().nullable().optional(),
      }),
      answer: dealView,
      status: 201,
    },
    async ({ tx, actor, body }) => viewOf(await openDeal(tx, actor, body)),
  );
  api.route(
    {
      method: "get",
      path: "/deals/{id}",
      summary: "One deal.",
      scope: "read",
      params: idParam,
      answer: dealView,
    },
    async ({ tx, params }) => viewOf(await getDeal(tx, params.id)),
  );
  api.route(
    {
      method: "patch",
      path: "/deals/{id}",
      summary:
        "Change what is known of a deal; what is not named stays. Of a deal that is won, the numbers follow.",
      scope: "write",
      params: idParam,
      body: z.object({ ...known, name: z.string().optional(), accountId: z.uuid().optional() }),
      answer: dealView,
    },
    async ({ tx, actor, params, body }) => viewOf(await changeDeal(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/deals/{id}",
      summary: "Take a deal back, as if it had never been opened.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackDeal(tx, actor, params.id),
  );
  api.route(
    {
      method: "put",
      path: "/deals/{id}/outcome",
      summary: "Say that a deal was won or lost.",
      scope: "write",
      params: idParam,
      body: z.object({
        outcome: z.enum(["won", "lost"]),
        day: day.optional(),
        lostReason: z.string().nullable().optional(),
      }),
      answer: dealView,
    },
    async ({ tx, actor, params, body }) => viewOf(await recordDealOutcome(tx, actor, params.id, body)),
  );
  api.route(
    {
      method: "delete",
      path: "/deals/{id}/outcome",
      summary: "Take back how a deal ended; it is open again. An account that became a client stays one.",
      scope: "write",
      params: idParam,
      answer: dealView,
    },
    async ({ tx, actor, params }) => viewOf(await takeBackDealOutcome(tx, actor, params.id)),
  );
}

function viewOf(row: DealRow): DealView {
  return { ...row, createdAt: row.createdAt.toISOString() };
}
