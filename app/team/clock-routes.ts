import type { Api } from "#lib/http/api.ts";
import { changeClocks, clocksOf } from "./clock-actions.ts";
import { clocksView } from "./clock-view.ts";

export function clockRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/clocks",
      summary: "Until when what follows an introduction is owed here.",
      scope: "read",
      answer: clocksView,
    },
    async ({ tx }) => clocksOf(tx),
  );
  api.route(
    {
      method: "patch",
      path: "/clocks",
      summary: "Change the clocks; what is not named stays. Open duties go by the new ones at once.",
      scope: "admin",
      body: clocksView.partial(),
      answer: clocksView,
    },
    async ({ tx, actor, body }) => changeClocks(tx, actor, body),
  );
}
