import { z } from "#lib/http/api.ts";
import { day, dayAsked, listQuery, money, pageOf } from "#lib/http/shapes.ts";
import { ORIGINS } from "#referrals/origin.ts";
import { period } from "#scorecard/scorecard-view.ts";
import { tooEarlyView } from "./ahead-view.ts";
import { PLANNED } from "./month-end.ts";
import { ORDER_KINDS } from "./order.ts";
import { asOf, whoseView } from "./results-view.ts";

export const askedMonth = z.object({
  day: dayAsked.optional().describe("Any day of the fiscal month; not said: this one"),
  member: z.uuid().optional(),
  team: z.uuid().optional(),
});
export const askedReps = askedMonth.extend(listQuery.shape);

const attained = z.object({ count: z.int(), goal: z.number().nullable().describe("Null: none is set") });
const plan = z
  .record(
    z.enum(PLANNED),
    z.object({
      month: attained,
      year: attained.describe("From the start of the fiscal year, this month whole"),
    }),
  )
  .openapi("MonthPlan");
const orders = z.object({ orders: z.int(), money: z.array(money) });
const kinds = z.record(z.enum(ORDER_KINDS), orders);

export const monthEndView = z
  .object({
    whose: whoseView,
    month: period,
    yearFrom: day,
    weeksOver: z.int().describe("How many of the month's weeks are over"),
    begun: z
      .boolean()
      .describe("Whether anything has counted for a goal by then, or a deal was won in the month"),
    plan,
    orders: orders
      .extend({
        kinds,
        origins: z.array(orders.extend({ origin: z.enum(ORIGINS), kinds })),
      })
      .describe(
        "Deals won, from wherever they came; upgrade: an existing client, or one that had bought before",
      ),
  })
  .openapi("MonthEnd");
export type MonthEndView = z.infer<typeof monthEndView>;

const rep = z.object({ id: z.uuid(), name: z.string(), left: z.boolean(), plan });
export const repPlansView = pageOf(rep).extend({ month: period }).openapi("RepPlans");
export type RepPlansView = z.infer<typeof repPlansView>;

const range = z.object({ low: z.number(), middle: z.number(), high: z.number() });
const inHand = z.discriminatedUnion("kind", [
  tooEarlyView,
  z.object({
    kind: z.literal("in-hand"),
    weeks: z.int(),
    until: day.describe(
      "The last of its whole weeks: the day that was asked for, or one of the six after it",
    ),
    meetings: range,
    deals: range,
  }),
]);
const openTries = z.object({
  many: z.int(),
  since: day.describe("Tried on that day or later: of what is older nothing more will come"),
});
export const stillToComeView = z
  .object({
    month: period,
    quarter: period,
    asOf,
    byMonth: inHand,
    byQuarter: inHand,
    open: z
      .object({
        introductions: openTries.describe("Asks that have brought no introduction yet"),
        meetings: openTries.describe("Introductions not met yet"),
        deals: openTries.describe("People met who have not become clients yet"),
      })
      .nullable()
      .describe("What is in hand; null: the quarter is over"),
  })
  .openapi("StillToCome");
export type StillToComeView = z.infer<typeof stillToComeView>;
