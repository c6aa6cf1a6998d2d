import { z } from "#lib/http/api.ts";
import { idealClientView } from "./ideal-client-view.ts";
import { reasonView } from "./reason-view.ts";

export const why = z.array(z.string()).describe("In words, a part each");

export const matchView = z
  .object({
    pictures: z
      .array(z.object({ picture: idealClientView, why }))
      .describe("Ideal clients that fit, the best first"),
    prompts: z
      .array(z.object({ words: z.string(), why: z.string() }))
      .describe("Whom to let the source think of, in words said to them"),
    targets: z
      .array(
        z.object({
          targetId: z.uuid().nullable(),
          personId: z.uuid().nullable(),
          accountId: z.uuid().nullable(),
          words: z.string(),
          why: z.string(),
        }),
      )
      .describe("Whom of those we pursue the source may know, the surest first"),
    reasons: z
      .array(z.object({ reason: reasonView, why }))
      .describe("Business reasons that fit, the best first"),
    target: z
      .object({
        targetId: z.uuid().nullable(),
        personId: z.uuid().nullable(),
        accountId: z.uuid().nullable(),
        name: z.string(),
      })
      .nullable(),
    targetRuledOut: z.boolean().describe("The source has ruled the target out"),
  })
  .openapi("Match");
export type MatchView = z.infer<typeof matchView>;
