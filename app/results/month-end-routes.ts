import { z, type Api } from "#lib/http/api.ts";
import { FILE_KINDS, FILE_TYPES, tableFile } from "#lib/http/table-file.ts";
import { type Sheet } from "#lib/http/xlsx-out.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import type { Tx } from "#lib/storage/database.ts";
import { monthEndOf, repPlans, type AskedMonth } from "./month-end-actions.ts";
import { goalSheet, inHandSheet, openSheet, orderSheet, repSheet } from "./month-end-file.ts";
import { askedMonth, askedReps, monthEndView, repPlansView, stillToComeView } from "./month-end-view.ts";
import { answerTo, IN_HAND } from "./overnight-actions.ts";
import { orNow } from "./results-view.ts";

const SHEETS: Record<string, (tx: Tx, actor: Actor, asked: AskedMonth) => Promise<Sheet>> = {
  goals: async (tx, actor, asked) => goalSheet(await monthEndOf(tx, actor, asked)),
  orders: async (tx, actor, asked) => orderSheet(await monthEndOf(tx, actor, asked)),
  "in-hand": async (tx, actor, asked) => inHandSheet(await answerTo(tx, actor, IN_HAND, asked)),
  open: async (tx, actor, asked) => openSheet(await answerTo(tx, actor, IN_HAND, asked)),
  reps: async (tx, actor, asked) => repSheet(await repPlans(tx, actor, asked, undefined, null)),
};

export function monthEndRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/results/month-end",
      summary: "A fiscal month against its goals, and where its orders came from.",
      scope: "read",
      query: askedMonth,
      answer: monthEndView,
    },
    async ({ tx, actor, query }) => monthEndOf(tx, actor, query),
  );
  api.route(
    {
      method: "get",
      path: "/results/month-end/reps",
      summary: "Each rep against their own goals, this month and from the start of the fiscal year, by name.",
      scope: "read",
      query: askedReps,
      answer: repPlansView,
    },
    async ({ tx, actor, query: { cursor, limit, ...asked } }) => repPlans(tx, actor, asked, cursor, limit),
  );
  api.route(
    {
      method: "get",
      path: "/results/month-end/in-hand",
      summary:
        "What asks and introductions in hand can still bring by the end of the month and of its quarter.",
      scope: "read",
      query: askedMonth.extend(orNow),
      answer: stillToComeView,
    },
    async ({ tx, actor, query }) => answerTo(tx, actor, IN_HAND, query),
  );
  for (const [table, sheetOf] of Object.entries(SHEETS))
    for (const kind of FILE_KINDS)
      api.route(
        {
          method: "get",
          path: `/results/month-end/${table}.${kind}`,
          summary: `The month's ${table.replace("-", " ")} as a file.`,
          scope: "read",
          query: askedMonth,
          download: FILE_TYPES[kind],
          answer: z.string(),
        },
        async ({ tx, actor, query }) =>
          tableFile(kind, `month-end-${table}`, [await sheetOf(tx, actor, query)]),
      );
}
