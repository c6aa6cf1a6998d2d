import { z, type Api } from "#lib/http/api.ts";
import { idParam } from "#lib/http/shapes.ts";
import { WHY_APART } from "./apart.ts";
import { keepApart, proposalsFor, takeBackApart } from "./meet-actions.ts";
import { apartView, proposalOf, proposalView } from "./meet-view.ts";

export function meetRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/should-meet",
      summary: "At most three pairs whom you might introduce to each other, with reasons.",
      scope: "read",
      answer: z.object({ items: z.array(proposalView) }),
    },
    async ({ tx, actor }) => ({ items: (await proposalsFor(tx, actor)).map(proposalOf) }),
  );
  api.route(
    {
      method: "post",
      path: "/kept-apart",
      summary: "These two are not introduced to each other, and why not.",
      scope: "write",
      body: z.object({
        oneId: z.uuid(),
        otherId: z.uuid(),
        why: z.enum(WHY_APART),
        words: z.string().nullable().optional(),
      }),
      answer: apartView,
      status: 201,
    },
    async ({ tx, actor, body }) => keepApart(tx, actor, body),
  );
  api.route(
    {
      method: "delete",
      path: "/kept-apart/{id}",
      summary: "They may meet after all.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackApart(tx, actor, params.id),
  );
}
