import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { viewOf as pictureOf } from "./ideal-client-view.ts";
import { matchOf } from "./match-reader.ts";
import { viewOf as reasonOf } from "./reason-view.ts";
import { matchView } from "./match-view.ts";
import { LANGUAGE_CODES } from "./wordings/talk-languages.ts";

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
        language: z.enum(LANGUAGE_CODES).default("en").describe("In which prompts are said"),
      }),
      answer: matchView,
    },
    async ({ tx, actor, params, query }) => {
      const match = await matchOf(tx, actor, params.id, {
        targetId: query.target,
        language: query.language,
      });
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
