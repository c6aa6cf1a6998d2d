import { z } from "#lib/http/api.ts";
import { day, dayAsked, rate } from "#lib/http/shapes.ts";
import { BUDGET_RULES } from "./ask.ts";

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

export const loadQuery = z.object({
  by: z.enum(["rep", "source"]).default("rep"),
  from: dayAsked.optional().describe("None: a quarter of a year before the last day"),
  to: dayAsked.optional().describe("None: today"),
});

export const DAYS = 91;
