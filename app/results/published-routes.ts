import { z, type Api } from "#lib/http/api.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { publishedSheet } from "./published-file.ts";
import { publishedView, publishedViewOf } from "./published-view.ts";

export function publishedRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/published",
      summary: "Figures that sellers repeat, each with its denominator, population, year, grade and warning.",
      scope: "read",
      answer: publishedView,
    },
    async () => publishedViewOf(),
  );
  for (const kind of FILE_KINDS)
    api.route(
      {
        method: "get",
        path: `/results/published.${kind}`,
        summary: "The published figures as a file, a line for each.",
        scope: "read",
        download: FILE_TYPES[kind],
        answer: z.string(),
      },
      async () => tableFile(kind, "published-figures", [publishedSheet()]),
    );
}
