import { z, type Api } from "#lib/http/api.ts";
import { idParam, pageOf } from "#lib/http/shapes.ts";
import { MOMENTS } from "./ask.ts";
import {
  bringBackWording,
  listRated,
  retireWording,
  takeBackWording,
  writeWording,
} from "./wording-actions.ts";
import { wantedWording, wordingView, wordingViewOf } from "./wording-view.ts";
import { LANGUAGE_CODES } from "./wordings/talk-languages.ts";

export function wordingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/wordings",
      summary:
        "Words for asking in one language, by part, the ones that work first; with a moment those for it and for anytime. All at once.",
      scope: "read",
      query: z.object({
        language: z.enum(LANGUAGE_CODES).default("en"),
        moment: z.enum(MOMENTS).optional(),
      }),
      answer: pageOf(wordingView),
    },
    async ({ tx, actor, query }) => {
      const rated = await listRated(tx, actor, query);
      return { items: rated.map(wordingViewOf), nextCursor: null };
    },
  );
  api.route(
    {
      method: "post",
      path: "/wordings",
      summary: "Write words for a part of the talk: your own, a team's or the workspace's.",
      scope: "write",
      body: wantedWording,
      answer: z.object({ id: z.uuid() }),
      status: 201,
    },
    async ({ tx, actor, body }) => ({ id: await writeWording(tx, actor, body) }),
  );
  api.route(
    {
      method: "put",
      path: "/wordings/{id}/retired",
      summary: "Retire words: they are offered no more, and what came of them is kept.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => retireWording(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/wordings/{id}/retired",
      summary: "Bring retired words back.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => bringBackWording(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/wordings/{id}",
      summary: "Take words back that nobody has used yet.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackWording(tx, actor, params.id),
  );
}
