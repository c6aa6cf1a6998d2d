import { z, type Api } from "#lib/http/api.ts";
import { listQuery, pageOf } from "#lib/http/shapes.ts";
import { GOAL_KINDS, HIGHEST_GOAL } from "./goal.ts";
import { goalsSetFor, scopesWithGoals, setGoal } from "./goal-actions.ts";
import { MEASURES } from "./measure.ts";
import { goalView, scopeView } from "./goal-view.ts";

export function goalRoutes(api: Api): void {
  api.route(
    {
      method: "get",
      path: "/goals",
      summary:
        "The goal per KPI of the workspace, or of one team or member: what holds today and what was set.",
      scope: "read",
      query: z.object({ of: z.uuid().optional() }),
      answer: z.object({ items: z.array(goalView), nextCursor: z.null() }),
    },
    async ({ tx, actor, query }) => ({
      items: await goalsSetFor(tx, actor, query.of ?? null),
      nextCursor: null,
    }),
  );
  api.route(
    {
      method: "get",
      path: "/goals/scopes",
      summary: "Teams and members who have goals of their own today.",
      scope: "read",
      query: listQuery,
      answer: pageOf(scopeView),
    },
    async ({ tx, actor, query }) => scopesWithGoals(tx, actor, query.cursor, query.limit),
  );
  api.route(
    {
      method: "put",
      path: "/goals",
      summary:
        "Set a goal for the workspace, a team or a member from a day on; without an amount the wider scope's holds.",
      scope: "admin",
      body: z.object({
        of: z
          .uuid()
          .nullable()
          .default(null)
          .describe("A team or a member; null: every rep of the workspace."),
        measure: z.enum(MEASURES),
        amount: z.int().min(0).max(HIGHEST_GOAL).nullable(),
        every: z.enum(GOAL_KINDS),
        fromDay: z.iso.date().optional(),
      }),
      answer: goalView,
    },
    async ({ tx, actor, body }) => setGoal(tx, actor, body),
  );
}
