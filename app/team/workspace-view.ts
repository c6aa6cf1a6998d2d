import { z } from "#lib/http/api.ts";
import { PATTERNS } from "./workspace.ts";

const firstDay = z.literal([1, 2, 3, 4, 5, 6, 7]);

export const calendarShape = z
  .object({
    firstDay: firstDay.describe("The day weeks begin on; 1 is Monday."),
    pattern: z
      .enum(PATTERNS)
      .describe("How weeks make months: by the fourth-day rule, or in a fixed pattern."),
    startMonth: z
      .literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
      .describe("The month in which the fiscal year starts; 1 is January."),
  })
  .openapi("Calendar");

const workdays = z.array(firstDay).max(7).describe("The weekdays that are worked; 1 is Monday.");

export const settings = z.object({
  name: z.string(),
  timeZone: z.string(),
  currency: z.string(),
  calendar: calendarShape,
  defaultCountry: z.string().nullable(),
  restDays: z
    .int()
    .optional()
    .describe("Days between two asks of one source, of whomever; not said, it stays as it is."),
  workdays: workdays.optional(),
  postalAddress: z
    .string()
    .nullable()
    .optional()
    .describe(
      "Where you can be reached by post; some laws want it in what is sent. Not said, it stays as it is.",
    ),
});

export const workspaceView = settings
  .extend({
    slug: z.string(),
    restDays: z.int(),
    workdays,
    postalAddress: z.string().nullable(),
    recount: z
      .object({ jobId: z.uuid(), firstDay })
      .nullable()
      .describe(
        "Weeks will begin on this day as soon as everything is counted anew; GET /jobs/{jobId} says how far it is.",
      ),
  })
  .openapi("Workspace");
export type WorkspaceView = z.infer<typeof workspaceView>;
