import { z, type Api } from "#lib/http/api.ts";
import { listQuery, money, pageOf } from "#lib/http/shapes.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { comparisonSheet } from "./comparison-file.ts";
import { comparisonView } from "./comparison-view.ts";
import { originFacts } from "./origin-fact-reader.ts";
import { GROUPS, ORIGIN_FACTS, REPORTED } from "./origin.ts";
import { originsSheet } from "./origins-file.ts";
import { originFactView, originsView } from "./origins-view.ts";
import { answerTo, COMPARISON, ORIGINS } from "./overnight-actions.ts";
import { scopeOf } from "./results-actions.ts";
import { askedResults, orNow } from "./results-view.ts";

const asked = askedResults.extend(orNow);
const compared = asked.extend({
  first: z.enum(GROUPS).default("referral"),
  second: z.enum(GROUPS).default("others"),
});

const origins = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.enum(REPORTED)).min(1))
  .optional()
  .describe(`With commas between, of ${REPORTED.join(", ")}; all of them unless said otherwise`);

export function originsRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/origins",
      summary:
        "Where meetings, deals and revenue came from: shares, how often each origin wins, how long it takes, how large its deals are.",
      scope: "read",
      query: asked,
      answer: originsView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, ORIGINS, query),
  );
  api.route(
    {
      method: "get",
      path: "/results/origins/facts",
      summary: "The meetings or deals behind a number of the origins, the latest first.",
      scope: "read",
      query: askedResults
        .extend(listQuery.shape)
        .extend({ what: z.enum(ORIGIN_FACTS), origins, currency: money.shape.currency.optional() }),
      answer: pageOf(originFactView),
    },
    async ({ tx, actor, query: { what, origins: some, currency, cursor, limit, ...of } }) => {
      const scope = { ...(await scopeOf(tx, actor, of)), today: actor.today };
      return originFacts(tx, scope, { what, origins: some, currency }, cursor, limit);
    },
  );
  api.route(
    {
      method: "get",
      path: "/results/comparison",
      summary:
        "Two origins side by side: how often they win, how long they take, how large they are; where they are not alike, once more among likes.",
      scope: "read",
      query: compared,
      answer: comparisonView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, COMPARISON, query),
  );
  for (const kind of FILE_KINDS) {
    const file = { download: FILE_TYPES[kind], answer: z.string() };
    api.route(
      {
        method: "get",
        path: `/results/origins.${kind}`,
        summary: `Where meetings, deals and revenue came from, as ${kind.toUpperCase()}.`,
        scope: "read",
        query: asked,
        ...file,
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "origins", [originsSheet(await answerTo(tx, actor, ORIGINS, query))]),
    );
    api.route(
      {
        method: "get",
        path: `/results/comparison.${kind}`,
        summary: `Two origins side by side, as ${kind.toUpperCase()}.`,
        scope: "read",
        query: compared,
        ...file,
      },
      async ({ tx, actor, query }) =>
        tableFile(kind, "comparison", [comparisonSheet(await answerTo(tx, actor, COMPARISON, query))]),
    );
  }
}
