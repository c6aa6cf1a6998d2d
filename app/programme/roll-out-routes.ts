import { z, type Api } from "#lib/http/api.ts";
import { day, idParam } from "#lib/http/shapes.ts";
import { beginRollOut, takeBackRollOut } from "./priority-actions.ts";
import { rollOutOf } from "./roll-out-actions.ts";
import { rollOutsView } from "./roll-out-view.ts";

export function rollOutRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/roll-out",
      summary: "The first ninety days, each line ticked by what is written down, and since when it is true.",
      scope: "read",
      answer: rollOutsView,
    },
    async ({ tx, actor }) => ({ now: await rollOutOf(tx, actor) }),
  );
  api.route(
    {
      method: "put",
      path: "/roll-out",
      summary: "Say on which day the ninety days begin: a leader does.",
      scope: "write",
      body: z.object({ startOn: day }),
      answer: rollOutsView,
    },
    async ({ tx, actor, body }) => {
      await beginRollOut(tx, actor, body.startOn);
      return { now: await rollOutOf(tx, actor) };
    },
  );
  api.route(
    {
      method: "delete",
      path: "/roll-out/{id}",
      summary: "Take back on which day they begin: the day before holds again, or none.",
      scope: "write",
      params: idParam,
    },
    async ({ tx, actor, params }) => takeBackRollOut(tx, actor, params.id),
  );
}
