import { z } from "#lib/http/api.ts";

export const handoverView = z
  .object({
    id: z.uuid(),
    accountId: z.uuid(),
    day: z.iso.date().describe("Since when they look after it"),
    to: z.object({
      memberId: z.uuid().nullable().describe("Null: no member here, a customer success team for instance"),
      name: z.string(),
    }),
    note: z.string().nullable(),
    becauseId: z.uuid().nullable().describe("The deal after which it was"),
    by: z.object({ id: z.uuid(), name: z.string() }),
  })
  .openapi("Handover");
export type HandoverView = z.infer<typeof handoverView>;
