import { z, type Api } from "#lib/http/api.ts";
import { dayAsked, listQuery } from "#lib/http/shapes.ts";
import { leadingOf, meetingsBehind } from "./leading-actions.ts";
import { heldMeetingsView, leadingView } from "./leading-view.ts";

const team = z
  .uuid()
  .optional()
  .describe("The company when it is not said, and for a manager their own team");

export function leadingRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/leading",
      summary:
        "A leader's three questions: how many introductions in a month, who was coached, what share of meetings came from introductions.",
      scope: "read",
      query: z.object({ team, month: z.enum(["last", "this"]).default("last") }),
      answer: leadingView,
    },
    async ({ tx, actor, query }) => leadingOf(tx, actor, { teamId: query.team, month: query.month }),
  );
  api.route(
    {
      method: "get",
      path: "/leading/meetings",
      summary: "Meetings that were held from one day to another, with who introduced, the latest first.",
      scope: "read",
      query: listQuery.extend({ team, from: dayAsked, to: dayAsked, introduced: z.stringbool().optional() }),
      answer: heldMeetingsView,
    },
    async ({ tx, actor, query }) => {
      const { from, to, introduced, cursor, limit } = query;
      return meetingsBehind(tx, actor, { teamId: query.team, from, to, introduced }, cursor, limit);
    },
  );
}
