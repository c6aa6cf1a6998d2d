import { z } from "#lib/http/api.ts";
import { day, pageOf, rate } from "#lib/http/shapes.ts";

const share = z.object({ count: z.int().describe("Of so many as the rate says"), rate });

export const loopMeasuresView = z
  .object({
    items: z.array(
      z.object({
        period: z.object({
          kind: z.enum(["week", "month", "quarter"]),
          start: day,
          end: day,
          year: z.int(),
          number: z.int(),
          weeks: z.int(),
        }),
        introductions: z.int().describe("That count in this period"),
        response: z
          .object({
            n: z.int().describe("Answered, and the hour of their arrival is known"),
            median: z.number().describe("Minutes to the first answer"),
            p90: z.number().describe("Minutes, of nine out of ten"),
          })
          .nullable(),
        thankedInTime: share,
        knows: share.describe(
          "Of those whose thirty days are over, or that were won or lost: whose source was told",
        ),
      }),
    ),
    nextCursor: z.null(),
  })
  .openapi("LoopMeasures");
export type LoopMeasuresView = z.infer<typeof loopMeasuresView>;
export type LoopPeriodView = LoopMeasuresView["items"][number];

const loopFact = z.object({
  referralId: z.uuid(),
  contactName: z.string(),
  sourceName: z.string(),
  memberName: z.string(),
  day,
  respondMinutes: z.number().nullable(),
  thankedInTime: z.boolean().nullable(),
  knows: z.boolean().nullable().describe("Whether the source was told; null while there is time for it"),
  wordDue: z.boolean().describe("Whether it is counted already"),
});
export type LoopFactView = z.infer<typeof loopFact>;
export const loopFactsView = pageOf(loopFact);
