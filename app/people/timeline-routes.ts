import { z, type Api } from "#lib/http/api.ts";
import { listQuery, pageOf } from "#lib/http/shapes.ts";
import type { ToldToFew } from "#lib/storage/told-to-few.ts";
import { timelineFor } from "./timeline-actions.ts";
import { lineView, lineViewOf } from "./timeline-view.ts";

/** `toldToFew` is what the rooms do not tell everybody. */
export function timelineRoutes(api: Api, toldToFew: readonly ToldToFew[]): void {
  api.route(
    {
      method: "get",
      path: "/timeline",
      summary: "What the journal says of a person, an account or anything else, the latest first.",
      scope: "read",
      query: listQuery.extend({ of: z.uuid() }),
      answer: pageOf(lineView),
    },
    async ({ tx, actor, query: { of: id, cursor, limit } }) => {
      const { items, nextCursor, names } = await timelineFor(tx, actor, { id, cursor, limit }, toldToFew);
      return { items: items.map((each) => lineViewOf(each, names)), nextCursor };
    },
  );
}
