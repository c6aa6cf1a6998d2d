import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery, pageOf } from "#lib/http/shapes.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { costLines, costsOf, noteCost, takeBackCost } from "./cost-actions.ts";
import { costSheet } from "./cost-file.ts";
import { costsView, costsViewOf, costView, costViewOf, newCost } from "./cost-view.ts";
import { askedResults } from "./results-view.ts";

export function costRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/costs",
      summary: "Hours and money spent on each origin in whole months, beside the clients won in them.",
      scope: "read",
      query: askedResults,
      answer: costsView,
    },
    async ({ tx, actor, query }) => costsViewOf(await costsOf(tx, actor, query)),
  );
  for (const kind of FILE_KINDS)
    api.route(
      {
        method: "get",
        path: `/results/costs.${kind}`,
        summary: "What each origin cost as a file: a line for each, and one more for each further currency.",
        scope: "read",
        query: askedResults,
        download: FILE_TYPES[kind],
        answer: z.string(),
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "what-it-cost", [costSheet(costsViewOf(await costsOf(tx, actor, query)))]),
    );
  api.route(
    {
      method: "get",
      path: "/origin-costs",
      summary: "What was spent, as it was written down, the latest month first.",
      scope: "read",
      query: askedResults.extend({ ...listQuery.shape, origin: z.enum(ORIGINS).optional() }),
      answer: pageOf(costView),
    },
    async ({ tx, actor, query: { cursor, limit, ...asked } }) => {
      const page = await costLines(tx, actor, asked, cursor, limit);
      return { ...page, items: page.items.map((cost) => costViewOf(cost, actor)) };
    },
  );
  api.route(
    {
      method: "post",
      path: "/origin-costs",
      summary: "Write down hours or money spent on an origin in a month.",
      scope: "write",
      body: newCost,
      answer: costView,
      status: 201,
    },
    async ({ tx, actor, body }) => costViewOf(await noteCost(tx, actor, body), actor),
  );
  api.route(
    {
      method: "delete",
      path: "/origin-costs/{id}",
      summary: "Take it back, as if it had never been written down.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackCost(tx, actor, params.id),
  );
}
