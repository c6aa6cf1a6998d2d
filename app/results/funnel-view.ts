import { z } from "#lib/http/api.ts";
import { day, listQuery, pageOf, rate } from "#lib/http/shapes.ts";
import { FUNNEL_FACTS } from "./funnel.ts";
import { STEPS, type Step } from "./step.ts";
import { askedResults, asOf, rangeView, stretchView, whoseView } from "./results-view.ts";

export const stepName = z.enum(STEPS) satisfies z.ZodType<Step>;

const stepView = z.object({
  came: z.int(),
  tried: z.int(),
  rate,
  mayStill: z
    .number()
    .nullable()
    .describe("Of what comes in the end, the share that has not had the time yet; null: hardly any"),
});

const cohortView = stretchView.extend({
  steps: z.object({
    introductions: stepView.describe("Of asks, those that brought an introduction"),
    meetings: stepView.describe("Of their introductions, those that led to a meeting held"),
    deals: stepView.describe("Of those met, those that led to a deal won"),
  }),
  level: z
    .object({ came: z.int(), tried: z.int(), rate })
    .describe("Of those met whose part in buying is known, those who decide"),
});
export type CohortView = z.infer<typeof cohortView>;

const counted = z.object({ came: z.int(), tried: z.int() });

export const funnelView = z
  .object({
    whose: whoseView,
    asOf,
    whole: cohortView,
    before: cohortView.describe("As many weeks right before"),
    cohorts: z.array(
      cohortView.extend({ kind: z.enum(["week", "month", "quarter"]), year: z.int(), number: z.int() }),
    ),
    compared: z
      .array(
        z.object({
          step: stepName,
          weeks: z.int().describe("What came within so many weeks, of tries at least as old"),
          now: counted,
          before: counted,
          difference: rangeView.nullable(),
        }),
      )
      .describe("Both had the same time"),
    leak: stepName.nullable().describe("Where less comes than before, as far as it can be told from chance"),
  })
  .openapi("Funnel");
export type FunnelView = z.infer<typeof funnelView>;

export const funnelFactsQuery = askedResults.extend({
  ...listQuery.shape,
  of: z.enum(FUNNEL_FACTS).describe("Which step; level: met with somebody whose part in buying is known"),
  came: z.stringbool().default(true),
});

export const funnelFactsView = pageOf(
  z
    .object({
      id: z.uuid(),
      kind: z.enum(["ask", "referral"]),
      begunOn: day.describe("Of the ask, or where introductions are counted of the introduction"),
      day: day.describe("Asked, introduced or met on"),
      cameOn: day.nullable(),
      memberName: z.string(),
      personName: z.string().nullable(),
      sourceName: z.string().nullable(),
    })
    .openapi("FunnelFact"),
);
export type FunnelFactView = z.infer<typeof funnelFactsView>["items"][number];
