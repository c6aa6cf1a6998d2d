import { z } from "#lib/http/api.ts";

export const absenceView = z
  .object({
    id: z.uuid(),
    memberId: z.uuid(),
    memberName: z.string(),
    fromDay: z.iso.date(),
    toDay: z.iso.date().describe("The last day away."),
    standIn: z.object({ id: z.uuid(), name: z.string() }).nullable().describe("Who takes over meanwhile."),
    words: z
      .string()
      .nullable()
      .describe("For the member, whoever stands in, their managers and leaders; null for everybody else."),
    mayChange: z.boolean(),
  })
  .openapi("Absence");
export type AbsenceView = z.infer<typeof absenceView>;
