import { z } from "#lib/http/api.ts";
import { rate } from "#lib/http/shapes.ts";
import { GROUPS } from "./origin.ts";
import { sizeView, timeView } from "./origins-view.ts";
import { asOf, rangeView, stretchView, whoseView } from "./results-view.ts";
import { BESIDES } from "./stands-alike.ts";

const beside = z.enum(BESIDES);
const unlike = z
  .array(z.object({ beside, apart: z.number() }))
  .describe("In what the two are not alike: the share that would have to be elsewhere, from a tenth on");
const within = {
  besides: z.array(beside),
  first: z.int().describe("How many have a like in the other group"),
  second: z.int(),
  verdict: z
    .enum(["holds", "gone", "turned", "found", "unclear"])
    .describe(
      "Among likes it holds, may be nothing, is the other way round, shows only there, or cannot be said",
    ),
};
const withinRatio = z
  .object({ ...within, ratio: rangeView.nullable().describe("How many times as fast, or as large") })
  .nullable();

const winRate = z.object({
  first: rate,
  second: rate,
  compared: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("too-early"), first: z.int(), second: z.int() }),
    z.object({
      kind: z.literal("compared"),
      first: z.int(),
      second: z.int(),
      plain: rangeView,
      unlike,
      within: z.object({ ...within, difference: rangeView.nullable() }).nullable(),
    }),
  ]),
});

export const comparisonView = z
  .object({
    whose: whoseView,
    stretch: stretchView,
    asOf,
    first: z.enum(GROUPS),
    second: z.enum(GROUPS),
    winRate: winRate.describe("Of deals that ended in the weeks"),
    timeToClose: z
      .object({
        first: timeView,
        second: timeView,
        later: rangeView.nullable().describe("Days by which the median of the first is later"),
        logRank: z
          .object({ chiSquare: z.number(), degrees: z.int(), p: z.number() })
          .nullable()
          .describe("Over all days, not only at the median"),
        unlike,
        within: withinRatio,
      })
      .describe("Of deals opened in the weeks"),
    sizes: z.array(
      z.object({
        currency: z.string(),
        first: sizeView,
        second: sizeView,
        larger: rangeView
          .nullable()
          .describe("By how much the median of the first is larger, in minor units"),
        unlike,
        within: withinRatio,
      }),
    ),
  })
  .openapi("Comparison");
export type ComparisonView = z.infer<typeof comparisonView>;
