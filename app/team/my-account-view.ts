import { z } from "#lib/http/api.ts";

export const sessionView = z
  .object({
    id: z.string(),
    here: z.boolean().describe("Whether it is the one that asks."),
    userAgent: z.string().nullable(),
    address: z.string().nullable(),
    since: z.iso.datetime(),
    usedAt: z.iso.datetime().describe("To within a day."),
  })
  .openapi("Session");
export type SessionView = z.infer<typeof sessionView>;
