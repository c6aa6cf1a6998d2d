import { z, type Api } from "#lib/http/api.ts";
import { listQuery, money, pageOf } from "#lib/http/shapes.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { ORDER_KINDS } from "./order.ts";
import { listOrders } from "./orders-reader.ts";
import { orderView } from "./orders-view.ts";
import { scopeOf } from "./results-actions.ts";
import { askedResults } from "./results-view.ts";

export function orderRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/orders",
      summary: "Deals won in the weeks, the latest first: by origin, new or upgrade, in a currency.",
      scope: "read",
      query: askedResults.extend({
        ...listQuery.shape,
        origin: z.enum(ORIGINS).optional(),
        kind: z.enum(ORDER_KINDS).optional(),
        currency: money.shape.currency.optional(),
        clients: z
          .stringbool()
          .optional()
          .describe(
            "Only those that won a client: each company's first, unless it came from an existing one",
          ),
      }),
      answer: pageOf(orderView),
    },
    async ({ tx, actor, query: { cursor, limit, origin, kind, currency, clients, ...asked } }) =>
      listOrders(
        tx,
        { ...(await scopeOf(tx, actor, asked)), origin, kind, currency, clients },
        cursor,
        limit,
      ),
  );
}
