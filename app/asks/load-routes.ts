import { z, type Api } from "#lib/http/api.ts";
import { dayAsked } from "#lib/http/shapes.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { addDays } from "#lib/kernel/days.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { BUDGET_RULES } from "./ask.ts";
import { loadFile, loadOf } from "./load-actions.ts";
import type { Span } from "./load-reader.ts";

const day = z.iso.date();

const rate = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-early"), n: z.int() }),
    z.object({ kind: z.literal("rate"), value: z.number(), low: z.number(), high: z.number(), n: z.int() }),
  ])
  .describe("A share with its 95 % interval (Wilson); under 20 it is too early to say");

const markedAsk = {
  askId: z.uuid(),
  day,
  memberId: z.uuid(),
  memberName: z.string(),
  sourceId: z.uuid(),
  sourceName: z.string(),
};

export const loadView = z
  .object({
    by: z.enum(["rep", "source"]),
    from: day,
    to: day,
    asks: z.int(),
    acceptance: rate,
    lines: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        asks: z.int(),
        others: z.int().describe("Sources the rep asked, or reps who asked the source"),
        named: z.int(),
        references: z.int(),
        against: z.int(),
        permitted: z.int(),
        acceptance: rate,
      }),
    ),
    carrying: z
      .array(z.object({ id: z.uuid(), name: z.string(), asks: z.int() }))
      .describe("The fewest who together make, or bear, half of the asks"),
    neverAsked: z
      .int()
      .describe("Client contacts who can be asked and never were; GET /coverage/people names them"),
    overTime: z.array(z.object({ from: day, to: day, asks: z.int(), named: z.int(), acceptance: rate })),
    against: z.array(z.object({ ...markedAsk, rule: z.enum(BUDGET_RULES) })),
    permits: z.array(
      z.object({
        permitId: z.uuid(),
        day,
        untilDay: day,
        memberName: z.string(),
        sourceId: z.uuid(),
        sourceName: z.string(),
        byName: z.string(),
        reason: z.string(),
        usedBy: z.uuid().nullable(),
      }),
    ),
    pairs: z
      .array(
        z.object({
          sourceId: z.uuid(),
          sourceName: z.string(),
          asks: z.array(z.object({ askId: z.uuid(), memberName: z.string(), day })),
        }),
      )
      .describe("Sources with open asks of several reps"),
  })
  .openapi("AskLoad");
export type LoadView = z.infer<typeof loadView>;

const loadQuery = z.object({
  by: z.enum(["rep", "source"]).default("rep"),
  from: dayAsked.optional().describe("None: a quarter of a year before the last day"),
  to: dayAsked.optional().describe("None: today"),
});

const DAYS = 91;

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
