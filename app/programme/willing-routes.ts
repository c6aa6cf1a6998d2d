import { type Api, z } from "#lib/http/api.ts";
import { idParam, pageOf } from "#lib/http/shapes.ts";
import { addTheme, listWords, removeTheme, sortWords, willingOf } from "./willing-actions.ts";
import { saidView, saidViewOf, themeView, wantedTheme, willingView, wordsQuery } from "./willing-view.ts";

const themes = z.array(z.string().max(60)).max(20);

export function willingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/willing",
      summary: "What clients said makes them willing to introduce us, counted by theme.",
      scope: "read",
      answer: willingView,
    },
    async ({ tx, actor }) => willingOf(tx, actor),
  );
  api.route(
    {
      method: "get",
      path: "/willing/words",
      summary: "Their words, the newest first: all, of one theme, or those that nobody has sorted.",
      scope: "read",
      query: wordsQuery,
      answer: pageOf(saidView),
    },
    async ({ tx, actor, query: { theme, cursor, limit } }) => {
      const which = theme === undefined ? "all" : theme === "unsorted" ? theme : { theme };
      const page = await listWords(tx, actor, which, cursor, limit);
      return { ...page, items: page.items.map(saidViewOf) };
    },
  );
  api.route(
    {
      method: "put",
      path: "/willing/words/{key}/themes",
      summary: "Say under which themes words stand; none: as if nobody had.",
      scope: "write",
      params: z.object({ key: z.string().max(120) }),
      body: z.object({
        themes,
        before: themes
          .optional()
          .describe("Where they stood when you began: what others did in the meantime stays"),
      }),
      answer: saidView,
    },
    async ({ tx, actor, params, body }) =>
      saidViewOf(await sortWords(tx, actor, params.key, body.themes, body.before)),
  );
  api.route(
    {
      method: "post",
      path: "/willing/themes",
      summary: "For whoever leads: a theme of the team's own.",
      scope: "write",
      body: wantedTheme,
      answer: themeView,
      status: 201,
    },
    async ({ tx, actor, body }) => {
      const { key, name, signs } = await addTheme(tx, actor, body);
      return { key, name, signs: [...signs] };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/willing/themes/{id}",
      summary: "For whoever leads: take away a theme under which nothing stands.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => removeTheme(tx, actor, params.id),
  );
}
