import { z, type Api } from "#lib/http/api.ts";
import { dayAsked } from "#lib/http/shapes.ts";
import { invalid } from "#lib/kernel/problem.ts";
import { refuseKeys } from "./by-session.ts";
import { myScreenTime, spendTime, teamScreenTime } from "./screen-time-actions.ts";
import { medianWeek, ownWeek, spentShape } from "./screen-time-view.ts";

const NO_SCREEN = "a key has no screen: this is the member's own and needs their session";

const stretch = z.object({ from: dayAsked.optional(), to: dayAsked.optional() });

export function screenTimeRoutes(api: Api): void {
  api.route(
    {
      method: "post",
      path: "/screen-time",
      summary:
        "Add your own active time on these screens; by session alone. The Idempotency-Key is the batch's id: it is added once.",
      scope: "write",
      body: spentShape,
    },
    async ({ tx, actor, identity, body, request }) => {
      refuseKeys(identity, NO_SCREEN);
      if (!request.headers.get("idempotency-key"))
        throw invalid("send the batch's id as its Idempotency-Key, so that it is added once");
      await spendTime(tx, actor, body);
    },
  );
  api.route(
    {
      method: "get",
      path: "/screen-time",
      summary: "Your own weeks, the newest first, by session alone; nobody reads anybody else's.",
      scope: "read",
      query: stretch,
      answer: z.object({ items: z.array(ownWeek), nextCursor: z.null() }),
    },
    async ({ tx, actor, identity, query }) => {
      refuseKeys(identity, NO_SCREEN);
      return { items: await myScreenTime(tx, actor, query), nextCursor: null };
    },
  );
  api.route(
    {
      method: "get",
      path: "/screen-time/median",
      summary:
        "For leaders: the median of a member's active time in each week that has ended, when there are five members and more.",
      scope: "read",
      query: stretch,
      answer: z.object({ items: z.array(medianWeek), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => ({ items: await teamScreenTime(tx, actor, query), nextCursor: null }),
  );
}
