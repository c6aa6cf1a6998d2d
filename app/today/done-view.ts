import { z } from "#lib/http/api.ts";
import { MEASURES } from "#team/measure.ts";

export const doneView = z
  .object({ items: z.array(z.object({ measure: z.enum(MEASURES), count: z.int() })) })
  .openapi("DoneToday");
export type DoneView = z.infer<typeof doneView>;
