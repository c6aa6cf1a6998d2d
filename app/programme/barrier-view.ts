import { z } from "#lib/http/api.ts";
import { day, pageOf, rate } from "#lib/http/shapes.ts";
import { period } from "#scorecard/scorecard-view.ts";
import { BARRIER_MEASURES, BARRIER_NAMES, CHANGES, MEASURE_RULES, VERDICTS } from "./barrier.ts";
import type { MeasureNow } from "./barrier-actions.ts";
import type { MarkNow } from "./barrier-mark-actions.ts";

const span = z.object({ start: day, end: day });
export const teamName = z.object({ id: z.uuid(), name: z.string() });
export const found = z.object({
  count: z
    .int()
    .nullable()
    .describe("Of a day: how many days ago; null where there is nothing to count from"),
  of: z.int().nullable().describe("Null for days"),
});

export const markView = z
  .object({
    mark: z.int(),
    way: z.enum(["most", "least"]).describe("most: the barrier stands above the mark; least: below it"),
    unit: z.enum(["percent", "days", "areas"]),
    why: z.string(),
    source: z.string(),
    setId: z.uuid().nullable().describe("Null: it came with the house"),
    setOn: day.nullable(),
    setBy: z.string().nullable(),
  })
  .openapi("BarrierMark");
export type MarkView = z.infer<typeof markView>;

export const marksView = z.object({
  now: markView,
  house: z.object({ mark: z.int(), why: z.string(), source: z.string() }),
  history: z.array(z.object({ id: z.uuid(), mark: z.int(), why: z.string(), day, byName: z.string() })),
});
export type MarksView = z.infer<typeof marksView>;

const measureView = z.object({
  measure: z.enum(BARRIER_MEASURES),
  kind: z.enum(["share", "census", "days"]),
  found,
  rate: rate.nullable().describe("Of shares alone: whoever is counted one and all has no interval"),
  verdict: z
    .enum(VERDICTS)
    .describe(
      "stands: it lies on the wrong side of the mark with its whole interval. unsure: the mark lies within it",
    ),
  mark: markView,
  change: z.enum(CHANGES).describe("Against the thirteen weeks before"),
  before: found,
  trend: z.array(found.extend({ period })),
});
export type MeasureView = z.infer<typeof measureView>;

export const barriersView = z
  .object({
    team: teamName.nullable().describe("Null: the company"),
    teams: z.array(teamName).describe("That you may look at"),
    mayCompany: z.boolean(),
    span: span.describe("Thirteen weeks, the present one included"),
    before: span,
    comfort: z
      .object({ lastDay: day, mean: z.number(), answers: z.int() })
      .nullable()
      .describe("How much at ease everybody is asking, in the last pulse, from 1 to 5; of the company alone"),
    barriers: z.array(
      z.object({
        barrier: z.enum(BARRIER_NAMES),
        verdict: z.enum(VERDICTS),
        first: z.enum(BARRIER_MEASURES).describe("The measure whose next step comes first"),
        measures: z.array(measureView),
      }),
    ),
  })
  .openapi("Barriers");
export type BarriersView = z.infer<typeof barriersView>;

export const barrierFactView = z
  .object({
    id: z.string(),
    day: day.nullable(),
    memberId: z.uuid().nullable(),
    memberName: z.string().nullable(),
    kind: z.string(),
    subjectId: z.uuid().nullable(),
    name: z.string().nullable(),
    note: z.string().nullable(),
    counts: z.boolean(),
    count: z.int().nullable(),
    of: z.int().nullable(),
  })
  .openapi("BarrierFact");
export type BarrierFactView = z.infer<typeof barrierFactView>;
export const barrierFactsView = pageOf(barrierFactView);

export function markOf(measure: MeasureNow["measure"], { mark, why, source, set }: MarkNow): MarkView {
  const { way, unit } = MEASURE_RULES[measure];
  return {
    mark,
    way,
    unit,
    why,
    source,
    setId: set?.id ?? null,
    setOn: set?.day ?? null,
    setBy: set?.byName ?? null,
  };
}

export function measureOf(each: MeasureNow): MeasureView {
  return { ...each, kind: MEASURE_RULES[each.measure].kind, mark: markOf(each.measure, each.mark) };
}
