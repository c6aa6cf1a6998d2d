import { z, type Api } from "#lib/http/api.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { funnelFactsAsked } from "./funnel-actions.ts";
import { funnelSheet } from "./funnel-file.ts";
import { funnelFactsQuery, funnelFactsView, funnelView } from "./funnel-view.ts";
import { answerTo, FUNNEL } from "./overnight-actions.ts";
import { askedResults, orNow } from "./results-view.ts";

export function funnelRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/funnel",
      summary:
        "What came of the asks of some weeks: introductions, meetings, deals won, against the weeks before.",
      scope: "read",
      query: askedResults.extend(orNow),
      answer: funnelView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, FUNNEL, query),
  );
  api.route(
    {
      method: "get",
      path: "/results/funnel/facts",
      summary: "The asks or introductions behind one of its numbers, the latest asked first.",
      scope: "read",
      query: funnelFactsQuery,
      answer: funnelFactsView,
    },
    async ({ tx, actor, query: { cursor, limit, ...asked } }) =>
      funnelFactsAsked(tx, actor, asked, cursor, limit),
  );
  for (const kind of FILE_KINDS)
    api.route(
      {
        method: "get",
        path: `/results/funnel.${kind}`,
        summary: "What came of the asks as a file, a line for each cohort and step.",
        scope: "read",
        query: askedResults.extend(orNow),
        download: FILE_TYPES[kind],
        answer: z.string(),
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "where-it-leaks", [funnelSheet(await answerTo(tx, actor, FUNNEL, query))]),
    );
}
