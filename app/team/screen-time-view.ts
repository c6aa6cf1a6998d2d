import { z } from "#lib/http/api.ts";
import { MOST_QUARTERS, MOST_SECONDS } from "./screen-time.ts";

export const spentShape = z.object({
  memberId: z.uuid().describe("Whose time it is: you. A page that was opened as somebody else is refused."),
  spent: z
    .array(
      z.object({
        from: z.iso.datetime().describe("The beginning of a quarter of an hour, by UTC."),
        seconds: z.int().min(1).max(MOST_SECONDS),
      }),
    )
    .min(1)
    .max(MOST_QUARTERS),
});

export const ownWeek = z
  .object({
    week: z.iso.date().describe("Its first day."),
    seconds: z.int(),
    peopleAsked: z.int(),
  })
  .openapi("OwnScreenTime");
export type OwnWeek = z.infer<typeof ownWeek>;

export const medianWeek = z
  .object({
    week: z.iso.date().describe("Its first day."),
    minutes: z.int().nullable().describe("The median of those members; null when they are too few to say."),
    members: z.int().nullable().describe("With any time in that week; null when they are too few to say."),
  })
  .openapi("MedianScreenTime");
export type MedianWeek = z.infer<typeof medianWeek>;
