import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { idealClientView, viewOf as pictureOf } from "./ideal-client-view.ts";
import { matchOf } from "./match-reader.ts";
import { reasonView, viewOf as reasonOf } from "./reason-view.ts";

const why = z.array(z.string()).describe("In words, a part each");

const matchView = z
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

export function matchRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/people/{id}/match",
      summary:
        "What to ask this person for: pictures, whom they may know, and reasons, each with why in words.",
      scope: "read",
      params: idParam,
      query: z.object({
        target: z
          .uuid()
          .optional()
          .describe("Whom it is for in particular: a target, a person or an account"),
      }),
      answer: matchView,
    },
    async ({ tx, actor, params, query }) => {
      const match = await matchOf(tx, actor, params.id, query.target);
      return {
        ...match,
        pictures: match.pictures.map(({ picture, why: words }) => ({
          picture: pictureOf(picture),
          why: words,
        })),
        reasons: match.reasons.map(({ reason, why: words }) => ({ reason: reasonOf(reason), why: words })),
      };
    },
  );
}
