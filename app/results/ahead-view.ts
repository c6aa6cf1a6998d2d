import { z } from "#lib/http/api.ts";
import { day, dayAsked, listQuery, pageOf, rate } from "#lib/http/shapes.ts";
import { WHYS_EARLY, type Projection } from "./projection.ts";
import { STEPS } from "./step.ts";
import { asOf, whoseView } from "./results-view.ts";
import { HORIZONS, HOWS_SAID } from "./said-range.ts";
import { SAYS } from "./saying.ts";

/** Whose coming weeks; the company's unless said otherwise. */
export const aheadOfWhom = z.object({ member: z.uuid().optional(), team: z.uuid().optional() });

const weeksAhead = z.coerce.number().int().min(1).max(26).default(13);
export const aheadQuery = aheadOfWhom.extend({
  weeks: weeksAhead,
  more: z.coerce.number().int().min(0).max(20).default(0).describe("Asks more of everybody in a week"),
  pace: z
    .enum(["own", "goal"])
    .default("own")
    .describe("own: as in the last thirteen weeks; goal: as their goals say, where one is set"),
});
export const planQuery = aheadOfWhom.extend({
  clients: z.coerce.number().int().min(1).max(1000).describe("Deals won within the weeks"),
  weeks: weeksAhead,
});

const step = z.enum(STEPS);
function eachStep<S extends z.ZodType>(shape: S) {
  return z.object({ introductions: shape, meetings: shape, deals: shape });
}

const turns = z.array(z.array(z.number()).readonly()).readonly();
const cohort = z.object({ age: z.int(), tried: z.int(), came: z.int() });
const pastShape = z.object({
  reps: z.array(
    z.object({
      steps: eachStep(z.array(cohort).readonly()),
      pace: z
        .array(z.number())
        .readonly()
        .describe("Asks in each of the last weeks; empty: does not ask here any more"),
      inflow: z
        .array(z.number())
        .readonly()
        .describe("Introductions in each of them that were not the first of an ask"),
      goal: z.object({ asks: z.number().nullable(), introductions: z.number().nullable() }),
    }),
  ),
  lags: eachStep(
    z
      .array(z.number())
      .readonly()
      .describe("Of all that comes, the share that has come within none, one, two … weeks"),
  ),
  untold: step.nullable().describe("The first step of which it is not known yet how long it takes"),
  turns: z
    .object({ any: turns, yearAgo: turns.describe("After the weeks a year ago") })
    .describe("How asking went on after weeks of the past, as multiples of a week now"),
  rates: eachStep(rate.and(z.object({ came: z.int() }))),
});

export const pastView = z
  .object({
    whose: whoseView,
    asOf,
    until: day.describe("What is known until then; the first week ahead begins on the day after it"),
    from: day,
    past: pastShape,
  })
  .openapi("PastOfProjection");
export type PastView = z.infer<typeof pastView>;

export const pastFactsQuery = aheadOfWhom.extend({
  ...listQuery.shape,
  of: step.describe(
    "Asks that bring an introduction; introductions that lead to a meeting; people met who become clients",
  ),
  came: z.stringbool().default(true),
  since: dayAsked.optional().describe("Only what was tried on that day or later"),
});

const whole = z.object({ low: z.int(), middle: z.int(), high: z.int() });
export const tooEarlyView = z.object({
  kind: z.literal("too-early"),
  step,
  n: z.int(),
  why: z
    .enum(WHYS_EARLY)
    .describe("few: under twenty tries of the step; how-long: it is not known yet how long it takes"),
});

export const aheadView = z
  .object({
    whose: whoseView,
    until: day,
    projection: z
      .discriminatedUnion("kind", [
        tooEarlyView,
        z.object({
          kind: z.literal("projection"),
          steps: eachStep(
            z
              .array(whole)
              .describe("What has come by the end of each week; 8 of 10 times it lies from low to high"),
          ),
        }),
      ])
      .describe("With too short a past it is too early"),
  })
  .openapi("Projection") satisfies z.ZodType<{ projection: Projection }>;

const reachable = z.object({
  low: z.int().nullable(),
  middle: z.int().nullable(),
  high: z.int().nullable(),
});

export const planView = z
  .object({
    whose: whoseView,
    until: day,
    plan: z.discriminatedUnion("kind", [
      tooEarlyView,
      z.object({
        kind: z.literal("plan"),
        asks: reachable.describe("Of every rep in each week; null: more than anybody can, or too late"),
        introductions: reachable.describe("In all"),
      }),
    ]),
  })
  .openapi("PlanBackwards");

export const heldFactsQuery = aheadOfWhom.extend({
  ...listQuery.shape,
  step,
  saidOn: dayAsked.describe("First day of its first week"),
  weeks: z.coerce
    .number()
    .int()
    .min(1)
    .max(Math.max(...HORIZONS)),
});

const counted = z.object({ held: z.int(), of: z.int() });
export const heldView = z
  .object({
    whose: whoseView.describe("The company or a team; of a member nothing is kept"),
    asOf,
    atWork: z.boolean().describe("Weeks before are still being worked back: there will be more"),
    horizons: z.array(
      z.object({
        weeks: z.int(),
        held: z.int(),
        of: z.int(),
        rate,
        verdict: z.enum(["too-early", "fits", "narrow", "wide"]),
        said: counted.describe("Said in the week it speaks from"),
        workedBack: counted.describe("Worked back later from what was known then"),
        lines: z
          .array(
            whole.extend({
              saidOn: day,
              until: day,
              weeks: z.int(),
              step,
              how: z.enum(HOWS_SAID),
              came: z.int().nullable(),
            }),
          )
          .describe("Those that do not overlap, and those that are not over"),
      }),
    ),
  })
  .openapi("RangesHeld");
export type HeldView = z.infer<typeof heldView>;

export const sayingView = z
  .object({
    whose: whoseView,
    asOf,
    groups: z.array(
      z.object({
        said: z.enum(SAYS).describe("9 or 10, 7 or 8, 0 to 6 of 10 for recommending us"),
        did: z.int(),
        of: z.int(),
        rate,
      }),
    ),
    young: z.int().describe("Report cards whose half year is not over"),
  })
  .openapi("SayingAndDoing");
export type SayingView = z.infer<typeof sayingView>;

export const sayingFactsQuery = aheadOfWhom.extend({
  ...listQuery.shape,
  said: z.enum(SAYS),
  did: z.stringbool().default(false).describe("true: only those who introduced somebody"),
});

export const sayingFactsView = pageOf(
  z
    .object({
      id: z.uuid().describe("Of the report card"),
      day: day.describe("Handed in"),
      score: z.int(),
      personId: z.uuid(),
      personName: z.string(),
      accountName: z.string().nullable(),
      memberName: z.string().describe("Who sent the card"),
      introducedOn: day.nullable().describe("The first introduction within half a year of it"),
      introducedName: z.string().nullable().describe("Whom they introduced then"),
    })
    .openapi("SaidFact"),
);
export type SaidFactView = z.infer<typeof sayingFactsView>["items"][number];
