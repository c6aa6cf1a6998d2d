import { z } from "#lib/http/api.ts";

export const teamView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    manager: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    closedOn: z.iso.date().nullable(),
    size: z.int().describe("How many members are in it now."),
  })
  .openapi("Team");
export type TeamView = z.infer<typeof teamView>;
