import { z } from "#lib/http/api.ts";
import { day } from "#lib/http/shapes.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 18:00");

export const clocksView = z
  .object({
    respondBy: time.describe("An introduction is answered by then, on its workday"),
    respondCutoff: time.describe("One that arrives later is answered on the next workday"),
    thankHours: z.int().describe("Its source is thanked within so many hours"),
    reportDays: z.int().describe("Its source is told what came of it within so many days"),
    closeHours: z.int().describe("At the close, sources are told and thanked within so many hours"),
    since: day.describe("Introductions of earlier days start no clocks"),
  })
  .openapi("Clocks");
export type ClocksView = z.infer<typeof clocksView>;
