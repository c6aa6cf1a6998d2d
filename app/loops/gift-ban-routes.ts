import { z, type Api } from "#lib/http/api.ts";
import { day, idParam } from "#lib/http/shapes.ts";
import { giftBansAbout, liftBan, noteGiftBan, takeBackBan, takeBackLifting } from "./gift-ban-actions.ts";
import { giftBanView } from "./gift-view.ts";

const said = z.object({ words: z.string().nullable().optional(), day: day.optional() });
const one = { params: idParam, answer: giftBanView } as const;

const PLACES = [
  { kind: "person", path: "/people/{id}/gift-bans", of: "this person", says: "They want no gifts." },
  {
    kind: "account",
    path: "/accounts/{id}/gift-bans",
    of: "this employer",
    says: "The employer forbids gifts.",
  },
] as const;

export function giftBanRoutes(api: Api): void {
  for (const { kind, path, of, says } of PLACES) {
    api.route(
      {
        method: "get",
        path,
        summary: `What was noted against gifts of ${of}, lifted ones too, the latest first.`,
        scope: "read",
        params: idParam,
        answer: z.object({ items: z.array(giftBanView), nextCursor: z.null() }),
      },
      async ({ tx, params }) => ({
        items: await giftBansAbout(tx, { kind, id: params.id }),
        nextCursor: null,
      }),
    );
    api.route(
      { method: "post", path, summary: says, scope: "write", body: said, status: 201, ...one },
      async ({ tx, actor, params, body }) => noteGiftBan(tx, actor, { kind, id: params.id }, body),
    );
  }
  api.route(
    {
      method: "put",
      path: "/gift-bans/{id}/lifting",
      summary: "From a day on gifts are welcome again.",
      scope: "write",
      body: z.object({ day: day.optional() }),
      ...one,
    },
    async ({ tx, actor, params, body }) => liftBan(tx, actor, params.id, body.day),
  );
  api.route(
    {
      method: "delete",
      path: "/gift-bans/{id}/lifting",
      summary: "It was not lifted after all.",
      scope: "write",
      ...one,
    },
    async ({ tx, actor, params }) => takeBackLifting(tx, actor, params.id),
  );
  api.route(
    {
      method: "delete",
      path: "/gift-bans/{id}",
      summary: "There was no such ban.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackBan(tx, actor, params.id),
  );
}
