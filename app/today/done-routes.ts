import type { Api } from "#lib/http/api.ts";
import { doneOn } from "./done-reader.ts";
import { doneView } from "./done-view.ts";

export function doneRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/done-today",
      summary: "What the caller did today, as the scorecard counts it.",
      scope: "read",
      answer: doneView,
    },
    async ({ tx, actor }) => ({ items: await doneOn(tx, actor.member.id, actor.today) }),
  );
}
