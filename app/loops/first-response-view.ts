import { z } from "#lib/http/api.ts";

export const firstResponseView = z
  .object({
    to: z.string().nullable(),
    bcc: z.string().nullable().describe("The source"),
    subject: z.string(),
    text: z.string(),
    law: z
      .object({
        name: z.string(),
        consentFirst: z.boolean().describe("They must have agreed before one writes to them"),
        says: z.string(),
      })
      .describe("What the law of the contact's country wants; not legal advice"),
  })
  .openapi("FirstResponse");
export type FirstResponseView = z.infer<typeof firstResponseView>;
