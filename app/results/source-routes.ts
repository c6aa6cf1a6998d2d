import { z, type Api } from "#lib/http/api.ts";
import { idParam, listQuery } from "#lib/http/shapes.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { askedResults } from "./results-view.ts";
import { sourceOpened, sourcesOf } from "./source-actions.ts";
import { sourceDealsSheet, sourcesSheet } from "./source-file.ts";
import { sourceDeals, sourceOpenedView, sourcesView } from "./source-view.ts";

const MOST_IN_FILE = 10_000;

const which = sourceDeals.default("credited");
const inFile = askedResults.extend({
  amounts: z.enum(["shown", "hidden"]).default("shown").describe("hidden: without columns of money"),
});

export function sourceRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/sources",
      summary:
        "Sources by what they started: people who grew from them, and won deals whose chain begins with them; the most deals first.",
      scope: "read",
      query: listQuery.extend(askedResults.shape),
      answer: sourcesView,
    },
    async ({ tx, actor, query: { cursor, limit, ...asked } }) => sourcesOf(tx, actor, asked, cursor, limit),
  );
  for (const kind of FILE_KINDS) {
    api.route(
      {
        method: "get",
        path: `/results/sources.${kind}`,
        summary: `The first ${MOST_IN_FILE} of them as ${kind.toUpperCase()}, a row for each currency; a last row says how many there are beyond.`,
        scope: "read",
        query: inFile,
        download: FILE_TYPES[kind],
        answer: z.string(),
      },
      async ({ tx, actor, query: { amounts, ...asked } }) => {
        const { items, sources } = await sourcesOf(tx, actor, asked, undefined, MOST_IN_FILE);
        return tableFile(kind, "sources", [sourcesSheet(items, { sources, hidden: amounts === "hidden" })]);
      },
    );
    api.route(
      {
        method: "get",
        path: `/results/sources/{id}/deals.${kind}`,
        summary: `The last ${MOST_IN_FILE} deals behind a source's numbers as ${kind.toUpperCase()}.`,
        scope: "read",
        params: idParam,
        query: inFile.extend({ which }),
        download: FILE_TYPES[kind],
        answer: z.string(),
      },
      async ({ tx, actor, params, query: { amounts, ...asked } }) => {
        const { items } = await sourceOpened(tx, actor, { ...asked, ...params }, undefined, MOST_IN_FILE);
        return tableFile(kind, "deals-of-a-source", [
          sourceDealsSheet(items, { hidden: amounts === "hidden" }),
        ]);
      },
    );
  }
  api.route(
    {
      method: "get",
      path: "/results/sources/{id}",
      summary: "What a source started, with the deals and credits behind it, the latest first.",
      scope: "read",
      params: idParam,
      query: listQuery.extend({ ...askedResults.shape, which }),
      answer: sourceOpenedView,
    },
    async ({ tx, actor, params, query: { cursor, limit, ...asked } }) =>
      sourceOpened(tx, actor, { ...asked, ...params }, cursor, limit),
  );
}
