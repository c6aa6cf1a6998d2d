import { z, type Api } from "#lib/http/api.ts";
import { CSV_TYPE, FILE_KINDS, tableFile } from "#lib/http/table-file.ts";
import { XLSX_TYPE } from "#lib/http/xlsx-out.ts";
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
        summary: "The same as a file.",
        scope: "read",
        download: kind === "csv" ? CSV_TYPE.split(";")[0] : XLSX_TYPE,
        answer: z.string(),
      },
      async () => tableFile(kind, "published-figures", [publishedSheet()]),
    );
}
