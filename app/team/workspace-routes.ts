import { z } from "#lib/http/api.ts";
import { PATTERNS } from "./workspace.ts";

export const calendarShape = z
  .object({
    firstDay: z.literal([1, 2, 3, 4, 5, 6, 7]).describe("The day weeks begin on; 1 is Monday."),
    pattern: z
      .enum(PATTERNS)
      .describe("How weeks make months: by the fourth-day rule, or in a fixed pattern."),
    startMonth: z
      .literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      .describe("The month in which the fiscal year starts; 1 is January."),
  })
  .openapi("Calendar");
