import { z } from "#lib/http/api.ts";

export const jobView = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(["waiting", "done", "failed"]),
    progress: z.object({ done: z.int(), total: z.int(), says: z.string() }).nullable(),
    failure: z.string().nullable(),
  })
  .openapi("Job");
export type JobView = z.infer<typeof jobView>;
