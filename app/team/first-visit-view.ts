import { z } from "#lib/http/api.ts";
import { calendarShape } from "./workspace-view.ts";

export const firstVisitView = z
  .object({
    open: z.boolean().describe("True as long as nobody has made a workspace here."),
    demo: z.boolean().describe("Whether there is a demo story to look around in."),
    mail: z.boolean().describe("Whether this installation can send mail."),
    passkeyOrigin: z.string().nullable().describe("The address at which passkeys work; null: nowhere yet."),
  })
  .openapi("FirstVisit");
export type FirstVisitView = z.infer<typeof firstVisitView>;

export const founding = z.object({
  name: z.string(),
  email: z.string(),
  password: z.string(),
  workspace: z.object({
    name: z.string(),
    timeZone: z.string(),
    currency: z.string(),
    calendar: calendarShape.default({ firstDay: 1, pattern: "months", startMonth: 1 }),
    defaultCountry: z.string().nullable().default(null),
  }),
});
