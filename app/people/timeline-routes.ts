import { z, type Api } from "#lib/http/api.ts";
import { listQuery, pageOf } from "#lib/http/shapes.ts";
import { timelineWithNames } from "./timeline-actions.ts";
import { lineView, lineViewOf } from "./timeline-view.ts";

export function timelineRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/timeline",
      summary: "What the journal says of a person, an account or anything else, the latest first.",
      scope: "read",
      query: listQuery.extend({ of: z.uuid() }),
      answer: pageOf(lineView),
    },
    async ({ tx, query }) => {
      const { items, nextCursor, names } = await timelineWithNames(tx, query.of, query.cursor, query.limit);
      return { items: items.map((each) => lineViewOf(each, names)), nextCursor };
    },
  );
}
