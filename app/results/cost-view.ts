import { z } from "#lib/http/api.ts";
import { day, dayAsked, money } from "#lib/http/shapes.ts";
import { periodOf } from "#lib/kernel/fiscal.ts";
import type { Actor } from "#lib/kernel/actor.ts";
import { ORIGINS } from "#referrals/origin.ts";
import type { Costs } from "./cost-actions.ts";
import type { CostRow } from "./cost-reader.ts";
import type { Each } from "./cost.ts";
import { stretchView, whoseView } from "./results-view.ts";

const hours = z.number().describe("To the quarter of an hour");

export const newCost = z.object({
  origin: z.enum(ORIGINS),
  month: dayAsked.optional().describe("Any day of the fiscal month; not said: this one"),
  memberId: z.uuid().nullable().optional().describe("Not said: you; null: the company as a whole"),
  hours: hours.nullable().optional(),
  amount: money.nullable().optional(),
  note: z.string().nullable().optional(),
});

export const costView = z
  .object({
    id: z.uuid(),
    origin: z.enum(ORIGINS),
    month: stretchView,
    memberId: z.uuid().nullable().describe("Null: the company as a whole"),
    memberName: z.string().nullable(),
    memberTeamId: z.uuid().nullable(),
    hours: hours.nullable(),
    amount: money.nullable(),
    note: z.string().nullable(),
    day: day.describe("On which it was written down"),
    byName: z.string(),
  })
  .openapi("OriginCost");
export type CostView = z.infer<typeof costView>;

const each = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("nothing-kept") }),
  z.object({ kind: z.literal("too-early") }).describe("Under 20 clients won"),
  z.object({ kind: z.literal("each"), hours: z.number(), money: z.array(money) }),
]);

export const costsView = z
  .object({
    whose: whoseView,
    months: stretchView.describe(
      "Months that share a week with the stretch, whole; from the first one on for which anything was kept",
    ),
    keptSince: z.boolean().describe("Nothing was kept in the months asked for before these"),
    origins: z.array(
      z.object({
        origin: z.enum(ORIGINS),
        lines: z.int(),
        hours: z.number(),
        money: z.array(money),
        won: z
          .int()
          .describe(
            "Clients won in the same weeks: companies whose first deal was won in them, by its origin",
          ),
        each: each.describe("For each client won"),
      }),
    ),
  })
  .openapi("OriginCosts");
export type CostsView = z.infer<typeof costsView>;

export function costViewOf({ minutes, midMonth, ...row }: CostRow, actor: Actor): CostView {
  const { start, end } = periodOf(midMonth, "month", actor.workspace.calendar);
  return { ...row, month: { from: start, to: end }, hours: minutes === null ? null : minutes / 60 };
}

export function costsViewOf({ whose, months, keptSince, origins }: Costs): CostsView {
  return {
    whose,
    months,
    keptSince,
    origins: origins.map(({ minutes, each: one, ...origin }) => ({
      ...origin,
      hours: minutes / 60,
      each: eachViewOf(one),
    })),
  };
}

function eachViewOf(one: Each): z.infer<typeof each> {
  return one.kind === "each" ? { kind: "each", hours: one.minutes / 60, money: one.money } : one;
}
