import { z, type Api } from "#lib/http/api.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { loadFile, loadOf } from "./load-actions.ts";
import type { Span } from "./load-reader.ts";
import { loadView, loadQuery, DAYS } from "./load-view.ts";

export function loadRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/asks/load",
      summary:
        "How our sources are asked: by whom and how often, what comes of it, and what was against the rules.",
      scope: "read",
      query: loadQuery,
      answer: loadView,
    },
    async ({ tx, actor, query }) => {
      const span = spanOf(query, actor);
      return { by: query.by, ...span, ...(await loadOf(tx, actor, query.by, span)) };
    },
  );
  api.route(
    {
      method: "get",
      path: "/asks/load.csv",
      summary: "The same as a file for a spreadsheet.",
      scope: "read",
      query: loadQuery,
      download: "text/csv",
      answer: z.string(),
    },
    async ({ tx, actor, query }) => {
      const span = spanOf(query, actor);
      return new Response(await loadFile(tx, query.by, span), {
        headers: {
          "content-type": "text/csv; charset=utf-8",
          "content-disposition": `attachment; filename="asked-by-${query.by}-${span.from}-${span.to}.csv"`,
          "x-content-type-options": "nosniff",
          "cache-control": "no-store",
        },
      });
    },
  );
}

function spanOf({ from, to }: { from?: string | undefined; to?: string | undefined }, actor: Actor): Span {
  const last = to ?? actor.today;
  const first = from ?? addDays(last, 1 - DAYS);
  if (last < first) throw invalid("the last day comes after the first", "to");
  return { from: first, to: last };
}
